//! What several tests need.
#![allow(dead_code, reason = "no test uses all of it")]
#![allow(clippy::indexing_slicing, reason = "a test may fail")]

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, process};

pub(crate) mod hops;
pub(crate) mod pair;
pub(crate) mod repository;
pub(crate) mod workspace;

/// A folder that goes away with its value.
pub(crate) struct TempDir(PathBuf);

impl TempDir {
    pub(crate) fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = env::temp_dir().join(format!("codegen-test-{}-{number}", process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for TempDir {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Copies what is in a folder into another.
pub(crate) fn copy_into(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            fs::create_dir_all(&target).unwrap();
            copy_into(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Whether a text is the one in a file; says where not. With `UPDATE_EXPECT=1` the file is written instead.
pub(crate) fn expect(file: &Path, actual: &str) -> bool {
    if env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(file, actual).unwrap();
        return true;
    }
    let expected = fs::read_to_string(file).unwrap_or_default();
    if expected == actual {
        return true;
    }
    let line = expected
        .lines()
        .zip(actual.lines())
        .take_while(|(a, b)| a == b)
        .count()
        + 1;
    eprintln!(
        "{}: differs in line {line}; this is what came:\n{actual}",
        file.display()
    );
    false
}

/// Numbers that look random and are the same in every run (xorshift).
pub(crate) struct Random(u64);

impl Random {
    /// The seed must not be 0.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below a limit, which must not be 0.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 32).unwrap() % limit
    }

    pub(crate) fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        items.get(self.below(items.len())).unwrap()
    }
}
