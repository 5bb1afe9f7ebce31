//! What each stage of the generator costs, on the real specs and on the same specs with every
//! operation 10 and 100 times: `cargo bench -p codegen`.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a benchmark may fail"
)]

use std::path::{Path, PathBuf};
use std::{env, fs, process};

use codegen::diff::{Side, diff};
use codegen::emit;
use codegen::model::Model;
use codegen::model::resolve::resolve;
use codegen::output::{self, Output};
use codegen::plan::plan;
use codegen::spec::load::load;
use divan::Bencher;

const TIMES: [usize; 3] = [1, 10, 100];

fn main() {
    divan::main();
    let _ = fs::remove_dir_all(folder());
}

#[divan::bench(args = TIMES, max_time = 5)]
fn a_load(bencher: Bencher<'_, '_>, times: usize) {
    let root = workspace(times);
    bencher.bench(|| load(&root));
}

#[divan::bench(args = TIMES, max_time = 5)]
fn b_model(bencher: Bencher<'_, '_>, times: usize) {
    let loaded = load(&workspace(times));
    bencher.bench(|| resolve(&loaded.products));
}

#[divan::bench(args = TIMES, max_time = 5)]
fn c_plan(bencher: Bencher<'_, '_>, times: usize) {
    let model = model(times);
    bencher.bench(|| plan(&model));
}

#[divan::bench(args = TIMES, max_time = 5)]
fn d_emit(bencher: Bencher<'_, '_>, times: usize) {
    let model = model(times);
    let plan = plan(&model);
    bencher.bench(|| emit::emit(&plan).expect("the generator makes Rust"));
}

#[divan::bench(args = TIMES, max_time = 5)]
fn e_write_everything(bencher: Bencher<'_, '_>, times: usize) {
    let output = produced(times);
    let target = folder().join(format!("target-{times}"));
    bencher
        .with_inputs(|| {
            let _ = fs::remove_dir_all(&target);
            fs::create_dir_all(&target).unwrap();
        })
        .bench_values(|()| output::write(&target, &output).unwrap());
}

#[divan::bench(args = TIMES, max_time = 5)]
fn f_write_nothing(bencher: Bencher<'_, '_>, times: usize) {
    let output = produced(times);
    let target = folder().join(format!("target-{times}"));
    fs::create_dir_all(&target).unwrap();
    output::write(&target, &output).unwrap();
    bencher.bench(|| output::write(&target, &output).unwrap());
}

/// Everything that `codegen diff` does with two folders of which one operation in a hundred differs.
#[divan::bench(args = TIMES, max_time = 5)]
fn g_load_and_diff(bencher: Bencher<'_, '_>, times: usize) {
    let (old, new) = (workspace(times), changed(times));
    let (old, new) = (old.join("specs"), new.join("specs"));
    bencher.bench(|| {
        let [old, new] = Side::pair(("old", Some(&old)), ("new", Some(&new)));
        diff(&old.expect("it is sound"), &new.expect("it is sound"))
    });
}

#[divan::bench(args = TIMES, max_time = 5)]
fn h_diff(bencher: Bencher<'_, '_>, times: usize) {
    let (old, new) = (side(&workspace(times)), side(&changed(times)));
    bencher.bench(|| diff(&old, &new));
}

fn side(root: &Path) -> Side {
    Side::load("side", &root.join("specs")).expect("the specs are sound")
}

/// The same specs, with one parameter more in every hundredth operation.
fn changed(times: usize) -> PathBuf {
    let root = folder().join(format!("changed-{times}"));
    if !root.exists() {
        copy(&workspace(times), &root, 1);
        change(&root, &mut 0);
    }
    root
}

fn change(folder: &Path, count: &mut usize) {
    let mut entries: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            change(&path, count);
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        if text.contains("\noperation: ") && text.contains("\nrequest:\n") {
            *count += 1;
            if *count % 100 == 1 {
                let more = "\nrequest:\n  OneMore: { type: string, doc: More. }\n";
                fs::write(&path, text.replacen("\nrequest:\n", more, 1)).unwrap();
            }
        }
    }
}

fn model(times: usize) -> Model {
    let loaded = load(&workspace(times));
    let (model, diagnostics) = resolve(&loaded.products);
    assert!(!diagnostics.has_errors());
    model
}

fn produced(times: usize) -> Output {
    let model = model(times);
    let mut output = Output::default();
    for file in emit::emit(&plan(&model)).expect("the generator makes Rust") {
        output.insert(file.path, file.contents).unwrap();
    }
    output
}

fn folder() -> PathBuf {
    env::temp_dir().join(format!("codegen-bench-{}", process::id()))
}

/// The real specs, with every operation so many times.
fn workspace(times: usize) -> PathBuf {
    let root = folder().join(format!("specs-{times}"));
    if !root.exists() {
        let specs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs");
        copy(&specs, &root.join("specs"), times);
    }
    root
}

fn copy(from: &Path, to: &Path, times: usize) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target, times);
            continue;
        }
        fs::copy(&path, &target).unwrap();
        if path.extension().is_none_or(|extension| extension != "yaml") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let Some(name) = text
            .lines()
            .find_map(|line| line.strip_prefix("operation: "))
        else {
            continue;
        };
        for number in 2..=times {
            let again = text.replace(
                &format!("operation: {name}\n"),
                &format!("operation: {name}Again{number}\n"),
            );
            fs::write(target.with_extension(format!("{number}.yaml")), again).unwrap();
        }
    }
}
