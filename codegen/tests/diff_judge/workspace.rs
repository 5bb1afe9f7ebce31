//! Generated crates and their consumers, checked in one run of cargo.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::support::pair::Version;
use crate::support::workspace::printed;
use crate::support::{TempDir, copy_into};

/// A cargo workspace in a folder of its own.
pub(crate) struct Workspace {
    root: TempDir,
    members: Vec<String>,
    messages: String,
}

impl Workspace {
    pub(crate) fn new() -> Self {
        Self {
            root: TempDir::new(),
            members: Vec::new(),
            messages: String::new(),
        }
    }

    /// Generates a version as the crate `lines-<name>`.
    pub(crate) fn add_crate(&mut self, name: &str, version: &Version) {
        printed(version.root(), &[]);
        let from = version.root().join("generated/acme-lines");
        let to = self.root.path().join(format!("lines-{name}"));
        fs::create_dir_all(&to).unwrap();
        copy_into(&from, &to);
        let manifest = fs::read_to_string(to.join("Cargo.toml")).unwrap();
        let renamed = manifest.replacen(
            "name = \"acme-lines\"",
            &format!("name = \"lines-{name}\""),
            1,
        );
        assert_ne!(manifest, renamed);
        fs::write(to.join("Cargo.toml"), renamed).unwrap();
        self.members.push(format!("lines-{name}"));
    }

    /// Adds a library that uses `lines-<crate_name>`.
    pub(crate) fn add_consumer(&mut self, name: &str, crate_name: &str, code: &str) {
        let folder = self.root.path().join(name);
        fs::create_dir_all(folder.join("src")).unwrap();
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies.acme-lines]\n\
             package = \"lines-{crate_name}\"\npath = \"../lines-{crate_name}\"\ndefault-features = false\n\
             features = [\"line\"]\n"
        );
        fs::write(folder.join("Cargo.toml"), manifest).unwrap();
        fs::write(
            folder.join("src/lib.rs"),
            format!("#![allow(unused)]\nuse acme_lines::{{operation, types, Client}};\n{code}\n"),
        )
        .unwrap();
        self.members.push(name.to_owned());
    }

    /// The consumers that compile.
    pub(crate) fn check(&mut self) -> BTreeSet<String> {
        let members: Vec<_> = self
            .members
            .iter()
            .map(|member| format!("\"{member}\""))
            .collect();
        fs::write(
            self.root.path().join("Cargo.toml"),
            format!(
                "[workspace]\nresolver = \"3\"\nmembers = [{}]\n",
                members.join(", ")
            ),
        )
        .unwrap();
        let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
        fs::copy(lock, self.root.path().join("Cargo.lock")).unwrap();
        // Everything that the crates need has been fetched for the workspace of the generator.
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args([
            "check",
            "--offline",
            "--keep-going",
            "--message-format=json-diagnostic-short",
        ]);
        for member in self
            .members
            .iter()
            .filter(|name| !name.starts_with("lines-"))
        {
            cargo.args(["-p", member]);
        }
        let output = cargo
            .current_dir(self.root.path())
            .env(
                "CARGO_TARGET_DIR",
                Path::new(env!("CARGO_TARGET_TMPDIR")).join("diff-judge"),
            )
            .output()
            .unwrap();
        self.messages = String::from_utf8_lossy(&output.stderr).into_owned();
        let text = String::from_utf8_lossy(&output.stdout);
        let mut compiled = BTreeSet::new();
        for line in text.lines() {
            let message: serde_json::Value = serde_json::from_str(line).unwrap();
            match message["reason"].as_str() {
                Some("compiler-artifact") => {
                    let path = message["manifest_path"].as_str().unwrap();
                    let folder = Path::new(path).parent().unwrap().file_name().unwrap();
                    compiled.insert(folder.to_str().unwrap().to_owned());
                }
                Some("compiler-message") => {
                    self.messages
                        .push_str(message["message"]["rendered"].as_str().unwrap_or_default());
                }
                _ => {}
            }
        }
        // A crate that does not compile would make all of its consumers break for a wrong reason.
        for member in self
            .members
            .iter()
            .filter(|name| name.starts_with("lines-"))
        {
            assert!(
                compiled.contains(member),
                "{member} does not compile\n{}",
                self.messages
            );
        }
        compiled
    }

    /// What cargo and rustc said.
    pub(crate) fn messages(&self) -> &str {
        &self.messages
    }
}
