//! The runtime that a crate carries a copy of, without the modules that it does not need.

use crate::plan::Crate;
use crate::spec::{Authentication, Protocol};

mod embedded {
    include!(concat!(env!("OUT_DIR"), "/runtime_files.rs"));
}

/// Modules that only some crates need, by the folder that they stand in.
const OPTIONAL: [(&str, &[&str]); 3] = [
    ("credentials", &["iam_token"]),
    (
        "signing",
        &["bce_auth_v1", "rpc_hmac_sha1", "sdk_hmac_sha256", "token"],
    ),
    ("protocol", &["rest", "rpc"]),
];

/// Files of the runtime that a crate carries: path below `src/runtime`, and contents.
pub(super) fn files(planned: &Crate<'_>) -> Vec<(String, String)> {
    let needed = needed(planned);
    let dropped: Vec<String> = OPTIONAL
        .iter()
        .flat_map(|(folder, modules)| {
            modules
                .iter()
                .map(move |module| format!("{folder}/{module}"))
        })
        .filter(|module| !needed.contains(&module.as_str()))
        .collect();
    embedded::FILES
        .iter()
        .filter(|(path, _)| !dropped.iter().any(|module| is_of(path, module)))
        .map(|(path, contents)| {
            let contents = match path.strip_suffix("/mod.rs") {
                Some(folder) => without_modules(contents, folder, &dropped),
                None => (*contents).to_owned(),
            };
            ((*path).to_owned(), contents)
        })
        .collect()
}

/// Optional modules that a crate cannot do without.
fn needed(planned: &Crate<'_>) -> Vec<&'static str> {
    let mut needed = vec![match planned.model.facts.protocol {
        Protocol::Rpc(_) => "protocol/rpc",
        Protocol::Rest(_) => "protocol/rest",
    }];
    for way in &planned.model.facts.authentication {
        needed.extend_from_slice(match way {
            Authentication::RpcHmacSha1 {} => &["signing/rpc_hmac_sha1"],
            Authentication::BceAuthV1 { .. } => &["signing/bce_auth_v1"],
            Authentication::SdkHmacSha256 {} => &["signing/sdk_hmac_sha256"],
            Authentication::Token { .. } => &["signing/token", "credentials/iam_token"],
        });
    }
    needed
}

/// Whether a file belongs to a module, which is a file or a folder.
fn is_of(path: &str, module: &str) -> bool {
    path.strip_prefix(module)
        .is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
}

/// Drops the declarations of modules, and the documentation directly above them.
fn without_modules(contents: &str, folder: &str, dropped: &[String]) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for line in contents.lines() {
        let module = line
            .strip_prefix("pub mod ")
            .and_then(|rest| rest.strip_suffix(';'))
            .map(|name| format!("{folder}/{name}"));
        if module.is_some_and(|module| dropped.contains(&module)) {
            while kept.last().is_some_and(|line| line.starts_with("///")) {
                kept.pop();
            }
        } else {
            kept.push(line);
        }
    }
    let mut text = kept.join("\n");
    text.push('\n');
    text
}

/// Lines of a table of the runtime's own manifest, so that there is one list of dependencies.
pub(super) fn table(name: &str, keep: impl Fn(&str) -> bool) -> String {
    let start = format!("[{name}]");
    let lines: Vec<&str> = include_str!("../../runtime/Cargo.toml")
        .lines()
        .skip_while(|line| *line != start)
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter(|line| keep(line))
        .collect();
    lines.join("\n").trim().to_owned()
}
