//! Rules of operations: `CreateBgpPeer.bfd-multi-hop-required`.

use super::page::Page;
use super::wanted::Wanted;
use crate::model::Rule;
use crate::plan::Crate;
use crate::spec::{Stage, Statement};

pub(super) fn explain(planned: &Crate<'_>, wanted: Wanted<'_>, page: &mut Page) {
    let operations = planned.model.operations.iter();
    for rule in operations.flat_map(|operation| &operation.rules) {
        if wanted.is_end_of(&rule.id) {
            let crate_name = &planned.model.facts.crate_name;
            page.heading(&format!("rule {} of {crate_name}", rule.id));
            page.paragraph(&rule.text);
            page.paragraph(&about(rule));
        }
    }
}

/// Who checks a rule, what breaking it leads to, and where it is stated.
fn about(rule: &Rule) -> String {
    let mut parts = vec![
        match rule.stage {
            Stage::Client => "Checked before sending.",
            Stage::Server => "Checked by the server alone.",
        }
        .to_owned(),
    ];
    parts.extend(
        rule.within
            .as_ref()
            .map(|list| format!("It holds in each element of `{list}`.")),
    );
    if !rule.parameters.is_empty() {
        let parameters: Vec<_> = rule
            .parameters
            .iter()
            .map(|path| format!("`{path}`"))
            .collect();
        parts.push(format!("About {}.", parameters.join(", ")));
    }
    parts.extend(
        rule.error
            .as_ref()
            .map(|code| format!("The server answers with `{code}`.")),
    );
    parts.push(match rule.stated_by {
        Statement::Sentence => format!("Source: {}.", rule.source),
        Statement::ErrorRow => format!("Source: {}, its error table only.", rule.source),
    });
    parts.join(" ")
}

/// A rule in one line, behind its id.
pub(super) fn line(rule: &Rule) -> String {
    let who = match rule.stage {
        Stage::Client => "",
        Stage::Server => " The server alone checks it.",
    };
    format!("`{}`: {}{who}", rule.id, rule.text)
}
