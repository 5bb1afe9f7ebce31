//! What is reported about spec files that are not as they should be.
//!
//! Every folder in `fixtures/loading` but `base` is a case: its files are laid over those of `base`, and
//! what loading reports must be what stands in its `expected.txt`. `UPDATE_EXPECT=1 cargo test -p codegen
//! --test diagnostics_loading` writes those anew; look at the difference before you commit it.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail"
)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use codegen::diagnostic::{Diagnostics, Format, Sources};
use codegen::spec::load::{Loaded, load, schemas};
use support::{TempDir, copy_into, expect};

const TEXT: Format = Format::Text { color: false };

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/loading")
}

/// The base with a case laid over it.
fn overlaid(case: &str) -> TempDir {
    let root = TempDir::new();
    copy_into(&fixtures().join("base"), root.path());
    copy_into(&fixtures().join(case), root.path());
    root
}

fn rendered(loaded: &Loaded, format: Format) -> String {
    loaded.diagnostics.render(&loaded.sources, format)
}

#[test]
fn every_case_is_reported_as_expected() {
    let mut cases: Vec<String> = fs::read_dir(fixtures())
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.file_type().unwrap().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .filter(|name| name != "base")
        .collect();
    cases.sort();
    assert!(cases.len() >= 14, "{cases:?}");
    let mut failed = Vec::new();
    for case in &cases {
        let loaded = load(overlaid(case).path());
        assert!(loaded.diagnostics.has_errors(), "{case}");
        if !expect(
            &fixtures().join(case).join("expected.txt"),
            &rendered(&loaded, TEXT),
        ) {
            failed.push(case);
        }
    }
    assert!(failed.is_empty(), "not as expected: {failed:?}");
}

#[test]
fn the_base_is_fine() {
    let loaded = load(overlaid("base").path());
    assert_eq!(rendered(&loaded, TEXT), "");
    assert_eq!(rendered(&loaded, Format::Json), "[]\n");
    assert_eq!(rendered(&loaded, Format::Github), "");
    let [product] = loaded.products.as_slice() else {
        panic!("{:?}", loaded.products)
    };
    assert_eq!(product.dir, "acme/lines");
    assert_eq!(product.types.value.enums["State"].values.len(), 2);
    let [operation] = product.operations.as_slice() else {
        panic!("{:?}", product.operations)
    };
    assert_eq!(operation.group, "line");
    assert_eq!(operation.spec.value.errors[0].status, Some(404));
}

#[test]
fn places_are_found_by_path() {
    let loaded = load(overlaid("base").path());
    let spec = &loaded.products[0].operations[0].spec;
    let text = loaded.sources.text(spec.file);
    let at = |path: &[&str]| &text[spec.at(path).start..spec.at(path).end];
    let key = |path: &[&str]| &text[spec.key(path).start..spec.key(path).end];
    assert_eq!(at(&["source", "section"]), "\"1.2\"");
    assert_eq!(at(&["errors", "0", "code"]), "NoSuchLine");
    assert_eq!(key(&["errors", "0", "code"]), "code");
    assert!(key(&["errors", "0"]).starts_with("{ status: 404"));
    assert!(at(&["response"]).starts_with("state: "));
    assert_eq!(key(&["response"]), "response");
    // What is absent stands where it would.
    assert_eq!(at(&["source", "nothing"]), at(&["source"]));
    assert_eq!(at(&["response", "other", "deep"]), "response");
    assert_eq!(key(&["response", "other"]), "response");
    assert_eq!(at(&["errors", "7"]), "errors");
    assert_eq!(at(&["operation", "deeper"]), "GetLine");
    assert_eq!(at(&["nothing"]), "operation");
    assert!(at(&[]).starts_with("operation: GetLine"));
}

#[test]
fn a_product_without_types_has_empty_ones() {
    let root = overlaid("base");
    fs::remove_file(root.path().join("specs/acme/lines/types.yaml")).unwrap();
    let loaded = load(root.path());
    assert!(loaded.diagnostics.is_empty());
    let types = &loaded.products[0].types;
    assert!(types.value.enums.is_empty());
    assert_eq!(types.file, loaded.products[0].service.file);
    assert_eq!(types.at(&["enums", "State"]).start, 0);
}

#[test]
fn what_cannot_be_read_is_left_out_and_the_rest_is_there() {
    let loaded = load(overlaid("unknown_key").path());
    assert_eq!(loaded.products[0].operations.len(), 1);
    let loaded = load(overlaid("ten_in_three_files").path());
    assert!(loaded.products.is_empty());
}

#[test]
fn ten_mistakes_in_three_files_are_reported_together() {
    let loaded = load(overlaid("ten_in_three_files").path());
    assert_eq!(loaded.diagnostics.len(), 10);
    let folder = fixtures().join("ten_in_three_files");
    let json = rendered(&loaded, Format::Json);
    assert!(expect(&folder.join("expected.json"), &json));
    assert!(expect(
        &folder.join("expected.github"),
        &rendered(&loaded, Format::Github)
    ));
    let parsed: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(parsed.as_array().unwrap().len(), 10);
}

#[cfg(unix)]
#[test]
fn files_that_git_does_not_hold_well() {
    use std::os::unix::fs::symlink;

    let root = overlaid("base");
    let group = root.path().join("specs/acme/lines/line");
    let good = fs::read_to_string(group.join("get-line.yaml")).unwrap();
    let mut latin = good.replace("Show", "Zeig m\u{fc}de").into_bytes();
    let bad = latin.iter().position(|byte| *byte == 0xc3).unwrap();
    latin.splice(bad..bad + 2, [0xfc]);
    fs::write(group.join("latin.yaml"), latin).unwrap();
    fs::write(group.join("utf16.yaml"), b"\xff\xfeo\0p\0").unwrap();
    fs::write(group.join("mark.yaml"), format!("\u{feff}{good}")).unwrap();
    fs::write(group.join("crlf.yaml"), good.replace('\n', "\r\n")).unwrap();
    symlink("nowhere", group.join("dangling.yaml")).unwrap();
    symlink("itself.yaml", group.join("itself.yaml")).unwrap();
    symlink("../..", root.path().join("specs/acme/lines/above")).unwrap();
    symlink("get-line.yaml", group.join("link.yaml")).unwrap();
    let loaded = load(root.path());
    assert!(expect(
        &fixtures().join("odd_files.txt"),
        &rendered(&loaded, TEXT)
    ));
    // A mark at the beginning, and Windows line ends, change nothing about what a file says.
    assert_eq!(loaded.products[0].operations.len(), 4);
}

#[test]
fn a_root_without_specs() {
    let root = TempDir::new();
    let loaded = load(root.path());
    assert!(expect(
        &fixtures().join("no_specs.txt"),
        &rendered(&loaded, TEXT)
    ));
    fs::create_dir_all(root.path().join("specs/acme")).unwrap();
    let loaded = load(root.path());
    assert!(expect(
        &fixtures().join("empty_specs.txt"),
        &rendered(&loaded, TEXT)
    ));
}

#[test]
fn schemas_are_for_editors() {
    let schemas = schemas();
    let names: Vec<&str> = schemas.keys().copied().collect();
    assert_eq!(
        names,
        [
            "approved-changes.json",
            "operation.json",
            "service.json",
            "types.json"
        ]
    );
    for (name, text) in &schemas {
        assert!(text.ends_with("}\n"), "{name}");
        let schema: serde_json::Value = serde_json::from_str(text).unwrap();
        assert_eq!(schema["additionalProperties"], false, "{name}");
        assert!(schema["properties"].is_object(), "{name}");
    }
}

#[test]
fn the_order_does_not_depend_on_the_disk() {
    let reversed = TempDir::new();
    for file in [
        "types.yaml",
        "service.yaml",
        "line/get-line.yaml",
        "line/case.yaml",
    ] {
        let path = format!("specs/acme/lines/{file}");
        let source = [
            fixtures().join("ten_in_three_files"),
            fixtures().join("base"),
        ]
        .into_iter()
        .map(|folder| folder.join(&path))
        .find(|path| path.exists())
        .unwrap();
        let target = reversed.path().join(&path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(source, target).unwrap();
    }
    let one = rendered(&load(reversed.path()), TEXT);
    let other = rendered(&load(overlaid("ten_in_three_files").path()), TEXT);
    assert_eq!(one, other);
}

#[test]
fn nothing_is_rendered_for_nothing() {
    let (sources, none) = (Sources::default(), Diagnostics::default());
    assert_eq!(none.render(&sources, TEXT), "");
}
