//! What stands in the files.

use std::fs;
use std::path::Path;

use crate::support::TempDir;
use crate::support::workspace::{codegen, edit, own_obstacle_course, text};
use crate::{OPERATION, snapshot};

#[test]
fn another_folder_and_another_order_of_files_give_the_same_bytes() {
    let (one, two) = (own_obstacle_course(), own_obstacle_course());
    // Files that are made anew come in another order from the disk.
    let file = two.path().join(OPERATION);
    let contents = fs::read(&file).unwrap();
    fs::remove_file(&file).unwrap();
    fs::write(
        two.path().join("specs/acme/lines/self-service/zzz.yaml"),
        contents,
    )
    .unwrap();
    for root in [&one, &two] {
        assert!(codegen(root.path(), &[]).status.success());
    }
    let bytes = |root: &TempDir| {
        let files = snapshot(&root.path().join("generated"));
        files
            .into_iter()
            .map(|(path, (bytes, _))| (path, bytes))
            .collect::<Vec<_>>()
    };
    assert_eq!(bytes(&one), bytes(&two));
}

#[test]
fn the_validity_of_signatures_reaches_the_table() {
    let root = own_obstacle_course();
    edit(
        root.path(),
        "specs/acme/lines/service.yaml",
        "sdk_hmac_sha256: {}",
        "bce_auth_v1: { expiration_seconds: 60 }",
    );
    assert!(codegen(root.path(), &[]).status.success());
    let table = fs::read_to_string(root.path().join("generated/acme-lines/src/service.rs"));
    assert!(table.unwrap().contains("signature_seconds: 60,"));
}

#[test]
fn the_runtime_in_a_generated_crate_equals_its_source() {
    let root = own_obstacle_course();
    assert!(codegen(root.path(), &[]).status.success());
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("runtime/src/runtime");
    let copies = snapshot(&root.path().join("generated/acme-lines/src/runtime"));
    assert!(copies.len() > 30, "{}", copies.len());
    for (path, (bytes, _)) in copies {
        let original = fs::read_to_string(source.join(&path)).unwrap();
        let copy = text(&bytes);
        if path.ends_with("mod.rs") {
            // Declarations of modules that the crate does not need are left out, and nothing else.
            let mut lines = original.lines();
            assert!(
                copy.lines().all(|line| lines.any(|other| other == line)),
                "{path}"
            );
        } else {
            assert_eq!(copy, original, "{path}");
        }
    }
}
