use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;

use super::View;
use crate::diagnostic::Place;
use crate::diff::{Api, Bump, Direction, Finding, Subject, Wire};
use crate::spec::Approval;
use crate::spec::load::schema_text;

/// Grows when a program that reads the document has to change.
const SCHEMA_VERSION: u32 = 1;

/// What `codegen diff --format json` writes.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Diff")]
struct Document<'a> {
    /// Grows when a program that reads this has to change; new keys do not count.
    #[schemars(extend("const" = SCHEMA_VERSION))]
    schema_version: u32,
    /// The specs as they were.
    old: Side<'a>,
    /// The specs as they are.
    new: Side<'a>,
    /// The part of a version number that must grow.
    bump: Bump,
    /// How many findings there are of each kind.
    counts: Counts,
    /// What changed, by service and subject, the worst first.
    findings: Vec<Item<'a>>,
    /// What changed in words for people only; empty unless asked for.
    words: Vec<Item<'a>>,
    /// Structs that have another name in Rust or stand elsewhere, although nothing else is different.
    moved: &'a [String],
}

/// One side of the comparison.
#[derive(Serialize, JsonSchema)]
struct Side<'a> {
    /// A revision or a folder.
    name: &'a str,
}

/// How many findings there are of each kind. What is approved counts as that alone.
#[derive(Serialize, JsonSchema)]
struct Counts {
    /// By what they do to programs that speak to the service.
    wire: WireCounts,
    /// By what they do to Rust code that uses the crate.
    source: SourceCounts,
    /// Those that somebody lets pass.
    approved: usize,
    /// Changes of words for people, shown or not.
    words: usize,
}

/// By what they do to programs that speak to the service.
#[derive(Serialize, JsonSchema)]
struct WireCounts {
    breaking: usize,
    risky: usize,
    safe: usize,
    none: usize,
}

/// By what they do to Rust code that uses the crate.
#[derive(Serialize, JsonSchema)]
struct SourceCounts {
    breaking: usize,
    additive: usize,
    none: usize,
}

/// One thing that changed.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Finding")]
struct Item<'a> {
    /// Twelve digits that stay as long as the same thing changes in the same way.
    fingerprint: String,
    /// The kind of change, as in `maximum-lowered`.
    rule: &'static str,
    /// What it does to programs that speak to the service.
    wire: Wire,
    /// What it does to Rust code that uses the crate.
    source: Api,
    /// The part of a version number that must grow for it.
    bump: Bump,
    /// Which messages it is about.
    direction: Direction,
    /// Crate of the service.
    service: &'a str,
    /// What it is part of.
    subject: Named<'a>,
    /// Wire path, or path in the spec, from the subject; may be empty.
    path: &'a str,
    /// The operation that it is part of, if it is part of one.
    operation: Option<&'a str>,
    /// The operations that it shows in, if its subject is shared.
    used_by: &'a [String],
    /// What happened, in one sentence.
    text: String,
    /// What the old specs say.
    old: Option<&'a str>,
    /// What the new specs say.
    new: Option<&'a str>,
    /// Where the old specs say it, if they do.
    old_place: Option<Place<'a>>,
    /// Where the new specs say it, if they do.
    new_place: Option<Place<'a>>,
    /// That somebody lets it pass.
    approved: Option<Approved<'a>>,
}

/// A thing of the specs that has a name of its own.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Subject")]
struct Named<'a> {
    /// What kind of thing it is.
    #[schemars(extend("enum" = ["service", "operation", "type", "parameter", "resource"]))]
    kind: &'static str,
    /// Its name; the service has none here.
    name: &'a str,
}

/// Why somebody lets a finding pass.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Approval")]
struct Approved<'a> {
    /// Why.
    reason: &'a str,
    /// The last day on which it counts.
    expires: &'a str,
}

impl<'a> Approved<'a> {
    fn new(approval: &'a Approval) -> Self {
        Self {
            reason: &approval.reason,
            expires: &approval.expires,
        }
    }
}

/// For programs: one object.
pub(super) fn json<'a>(view: &View<'a>) -> String {
    let tally = &view.tally;
    let items = |findings: &'a [Finding]| -> Vec<Item<'a>> {
        findings.iter().map(|finding| item(view, finding)).collect()
    };
    let document = Document {
        schema_version: SCHEMA_VERSION,
        old: Side {
            name: &view.old.name,
        },
        new: Side {
            name: &view.new.name,
        },
        bump: tally.bump,
        counts: Counts {
            wire: WireCounts {
                breaking: tally.wire(Wire::Breaking),
                risky: tally.wire(Wire::Risky),
                safe: tally.wire(Wire::Safe),
                none: tally.wire(Wire::None),
            },
            source: SourceCounts {
                breaking: tally.source(Api::Breaking),
                additive: tally.source(Api::Additive),
                none: tally.source(Api::None),
            },
            approved: tally.approved,
            words: tally.words,
        },
        findings: items(&view.report.findings),
        words: items(view.words()),
        moved: &view.report.moved,
    };
    // These structs hold text and numbers only, which always have a JSON form.
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text
}

fn item<'a>(view: &View<'a>, finding: &'a Finding) -> Item<'a> {
    let place = |side: &'a crate::diff::Side, span: Option<_>| {
        span.map(|span| Place::new(side.sources(), span))
    };
    Item {
        fingerprint: finding.fingerprint(),
        rule: finding.rule.id(),
        wire: finding.wire,
        source: finding.source,
        bump: finding.bump(),
        direction: finding.direction,
        service: &finding.service,
        subject: Named {
            kind: finding.subject.kind(),
            name: finding.subject.name(),
        },
        path: &finding.path,
        operation: match &finding.subject {
            Subject::Operation(name) => Some(name),
            _ => None,
        },
        used_by: &finding.used_by,
        text: finding.text(),
        old: finding.old.as_deref(),
        new: finding.new.as_deref(),
        old_place: place(view.old, finding.old_place),
        new_place: place(view.new, finding.new_place),
        approved: view.approval(finding).map(Approved::new),
    }
}

/// The JSON Schema of the document.
#[must_use]
pub fn schema() -> String {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    schema_text(
        settings
            .into_generator()
            .into_root_schema_for::<Document<'_>>(),
    )
}
