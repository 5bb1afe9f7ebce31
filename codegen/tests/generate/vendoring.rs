//! Crates that are copied elsewhere.

use std::fs;

use crate::support::TempDir;
use crate::support::workspace::{codegen, own_obstacle_course, text};

#[test]
fn a_vendored_crate_is_a_faithful_copy_until_it_is_changed() {
    let root = own_obstacle_course();
    let elsewhere = TempDir::new();
    let folder = elsewhere.path().join("vendored");
    let name = folder.display().to_string();
    let vendor = |words: &[&str]| {
        codegen(
            root.path(),
            &[&["vendor", "acme-lines", &name], words].concat(),
        )
    };
    assert_eq!(
        vendor(&["--check"]).status.code(),
        Some(1),
        "nothing is there yet"
    );
    assert_eq!(vendor(&[]).status.code(), Some(0));
    assert_eq!(vendor(&["--check"]).status.code(), Some(0));
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap();
    let outside = ["workspace", "{ path", "\"../", "\"/"];
    assert!(
        !outside.iter().any(|word| manifest.contains(word)),
        "{manifest}"
    );
    fs::write(folder.join("src/lib.rs"), "// changed").unwrap();
    let drifted = vendor(&["--check"]);
    assert_eq!(drifted.status.code(), Some(1));
    assert!(text(&drifted.stdout).contains("src/lib.rs"));
    assert_eq!(vendor(&[]).status.code(), Some(0));
    assert_eq!(vendor(&["--check"]).status.code(), Some(0));
}

#[test]
fn vendor_refuses_a_folder_that_holds_something_else() {
    let root = own_obstacle_course();
    let elsewhere = TempDir::new();
    fs::write(elsewhere.path().join("precious.txt"), "mine").unwrap();
    let run = codegen(
        root.path(),
        &[
            "vendor",
            "acme-lines",
            &elsewhere.path().display().to_string(),
        ],
    );
    assert_eq!(run.status.code(), Some(1));
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 1);
}
