//! `Cargo.toml` of a crate. Everything is written out: a copy of the folder builds anywhere.

use super::rust::header;
use crate::plan::Crate;

/// `Cargo.toml`.
pub(super) fn manifest(planned: &Crate<'_>) -> String {
    let manifest = &planned.manifest;
    let keywords: Vec<_> = manifest
        .keywords
        .iter()
        .map(|keyword| format!("{keyword:?}"))
        .collect();
    let groups: Vec<_> = planned
        .groups
        .iter()
        .map(|group| group.feature.as_str())
        .collect();
    // The call example promises `--xml` without further features, where the service has it.
    let xml = planned.offers_xml().then_some("xml");
    let defaults: Vec<_> = std::iter::once("hyper")
        .chain(xml)
        .chain(groups.iter().copied())
        .map(|name| format!("{name:?}"))
        .collect();
    let mut text = header(planned, "#");
    text.push_str(&format!(
        r#"
[package]
name = "{name}"
version = "{version}"
edition = "2024"
rust-version = "{rust_version}"
description = {description:?}
license = "MIT OR Apache-2.0"
readme = "README.md"
keywords = [{keywords}]
categories = ["api-bindings"]
autobenches = false

[features]
default = [{defaults}]
{features}
# Resource groups.
"#,
        name = manifest.name,
        version = env!("CARGO_PKG_VERSION"),
        rust_version = env!("CARGO_PKG_RUST_VERSION"),
        description = manifest.description,
        keywords = keywords.join(", "),
        defaults = defaults.join(", "),
        features = super::runtime::table("features", |line| !line.starts_with("default =")),
    ));
    for group in groups {
        text.push_str(&format!("{group} = []\n"));
    }
    text.push_str(&format!(
        "\n[dependencies]\n{}\n",
        super::runtime::table("dependencies", |_| true)
    ));
    text.push_str(&format!(
        r#"
[dev-dependencies]
tokio = {{ version = "1", features = ["rt", "net", "time"] }}

[[example]]
name = "{call}"
required-features = ["hyper"]
{tests}
[lints.rust]
unsafe_code = "forbid"
missing_docs = "deny"
"#,
        call = planned.call_example,
        tests = tests(planned),
    ));
    text
}

/// The test programs. Helpers and imports of a program are those of all its tests, so it takes every resource group.
fn tests(planned: &Crate<'_>) -> String {
    let groups: Vec<_> = planned
        .groups
        .iter()
        .map(|group| format!("{:?}", group.feature))
        .collect();
    let test = |name: &str, path: &str| {
        let groups = groups.join(", ");
        format!(
            "\n[[test]]\nname = {name:?}\npath = \"tests/{path}\"\nrequired-features = [{groups}]\n"
        )
    };
    [
        test("boundaries", "boundaries/main.rs"),
        test("examples", "examples.rs"),
        test("secrets", "secrets.rs"),
    ]
    .concat()
}
