//! The independent judge of what a change does to Rust code: both versions are generated, and a consumer that
//! uses what changed is compiled against both. It must break exactly where the report says so.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail"
)]

#[path = "../support/mod.rs"]
mod support;

mod cases;
mod workspace;

use codegen::diff::{Api, diff};

use cases::CASES;
use support::pair::Version;
use workspace::Workspace;

#[test]
fn code_breaks_exactly_where_the_report_says_so() {
    let mut workspace = Workspace::new();
    let base = cases::base();
    let old = Version::new(&base);
    workspace.add_crate("old", &old);
    for case in CASES {
        assert!(
            base.contains(case.before),
            "{}: the base has no `{}`",
            case.name,
            case.before
        );
        let new = Version::new(&base.replacen(case.before, case.after, 1));
        let report = diff(&old.side("old"), &new.side("new"));
        let sources = report.findings.iter().map(|finding| finding.source);
        let told = sources.max().unwrap_or(Api::None);
        assert_eq!(told, case.source, "{}: {:#?}", case.name, report.findings);
        workspace.add_crate(case.name, &new);
        workspace.add_consumer(&format!("{}-before", case.name), "old", case.uses_old);
        workspace.add_consumer(&format!("{}-after", case.name), case.name, case.uses_old);
        if !case.uses_new.is_empty() {
            workspace.add_consumer(&format!("{}-early", case.name), "old", case.uses_new);
            workspace.add_consumer(&format!("{}-late", case.name), case.name, case.uses_new);
        }
    }
    let compiled = workspace.check();
    let mut wrong = Vec::new();
    let mut expect = |consumer: String, compiles: bool| {
        if compiled.contains(&consumer) != compiles {
            let verb = if compiles { "compile" } else { "break" };
            wrong.push(format!("{consumer} should {verb}"));
        }
    };
    for case in CASES {
        expect(format!("{}-before", case.name), true);
        expect(format!("{}-after", case.name), case.source != Api::Breaking);
        if !case.uses_new.is_empty() {
            expect(format!("{}-early", case.name), false);
            expect(format!("{}-late", case.name), true);
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}\n{}", workspace.messages());
}
