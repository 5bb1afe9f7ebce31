//! No input makes the loader panic: real specs, damaged at random, always with the same seed.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail"
)]

mod support;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use codegen::diagnostic::Format;
use codegen::spec::load::load;
use support::{Random, TempDir};

/// Bits of YAML that mean something, and text that is awkward.
const BITS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ": ",
    ", ",
    "- ",
    "? ",
    "\"",
    "'",
    "|",
    ">",
    "|+\n",
    " #",
    "&a ",
    "*a ",
    "!t ",
    "<<: ",
    "%",
    "@",
    "`",
    "\t",
    "\n",
    "\r\n",
    "\n\n",
    "---\n",
    "...\n",
    "~",
    "null",
    "true",
    "-1",
    "1e999",
    ".nan",
    "99999999999999999999999999999999999999999999",
    "0x",
    "\0",
    "\u{7}",
    "\u{85}",
    "\u{2028}",
    "\u{feff}",
    "专线",
    "e\u{301}",
    "👩‍👩‍👧",
    "\u{202e}",
    "\u{1b}[31m",
    "\\",
    "\\u12",
    "::error",
    "{ a: b, c d, e }",
];

/// Files in one folder that are loaded together.
const BATCH: usize = 60;
const BATCHES: usize = 12;

#[test]
fn damaged_specs_are_reported() {
    let originals = originals();
    assert!(!originals.is_empty());
    let mut random = Random::new(0x7472_756e_6b6c_696e);
    for _ in 0..BATCHES {
        let batch: Vec<(&Original, Vec<u8>)> = (0..BATCH)
            .map(|_| {
                let original = random.pick(&originals);
                (original, damage(&original.text, &mut random))
            })
            .collect();
        if !survives(&batch) {
            let culprit = batch.chunks(1).find(|file| !survives(file));
            let (original, text) = &culprit.unwrap()[0];
            panic!(
                "{}:\n{}",
                original.path.display(),
                String::from_utf8_lossy(text)
            );
        }
    }
}

/// A real spec.
struct Original {
    path: PathBuf,
    text: Vec<u8>,
}

/// All specs of the repository.
fn originals() -> Vec<Original> {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for folder in ["../specs", "tests/fixtures/loading"] {
        collect(&manifest.join(folder), &mut found);
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn collect(folder: &Path, found: &mut Vec<Original>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "yaml")
        {
            let text = fs::read(&path).unwrap();
            found.push(Original { path, text });
        }
    }
}

/// Some bytes gone, some twice, some new.
fn damage(text: &[u8], random: &mut Random) -> Vec<u8> {
    let mut text = text.to_vec();
    for _ in 0..=random.below(4) {
        let start = random.below(text.len() + 1);
        let most = if random.below(4) == 0 { 200 } else { 8 };
        let length = random.below(most);
        let end = (start + length).min(text.len());
        match random.below(4) {
            0 => drop(text.drain(start..end)),
            1 => {
                let copy = text[start..end].to_vec();
                let at = random.below(text.len() + 1);
                text.splice(at..at, copy);
            }
            2 => {
                let bit = random.pick(BITS).bytes();
                text.splice(start..start, bit);
            }
            _ => text.insert(start, u8::try_from(random.below(256)).unwrap()),
        }
    }
    text
}

/// Whether loading and rendering ends, with sensible places.
fn survives(batch: &[(&Original, Vec<u8>)]) -> bool {
    let root = TempDir::new();
    for (index, (original, text)) in batch.iter().enumerate() {
        let product = root.path().join(format!("specs/acme/product{index:03}"));
        let name = original.path.file_name().unwrap();
        let shared = name == "service.yaml" || name == "types.yaml";
        let folder = if shared {
            product
        } else {
            product.join("group")
        };
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(name), text).unwrap();
    }
    let run = || {
        let loaded = load(root.path());
        let sources = &loaded.sources;
        for format in [Format::Text { color: true }, Format::Json, Format::Github] {
            assert!(!loaded.diagnostics.render(sources, format).is_empty());
        }
        for problem in &loaded.diagnostics {
            let span = problem.span();
            assert!(span.start <= span.end, "{problem:?}");
            assert!(span.end <= sources.text(span.file).len() + 1, "{problem:?}");
        }
        for product in &loaded.products {
            for operation in &product.operations {
                let _ = operation.spec.at(&["request", "0", "nothing"]);
                let _ = operation.spec.key(&["errors", "0", "code"]);
            }
        }
    };
    catch_unwind(AssertUnwindSafe(run)).is_ok()
}
