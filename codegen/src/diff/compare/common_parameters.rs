//! Parameters that every request of a service carries.

use indexmap::IndexMap;

use super::Comparer;
use crate::diff::Rule;
use crate::diff::cursor::Cursor;
use crate::diff::rename::{Matched, by_name};
use crate::spec::CommonParameter;

impl Comparer<'_, '_> {
    pub(super) fn common_parameters(
        &mut self,
        cursor: &Cursor,
        old: &IndexMap<String, CommonParameter>,
        new: &IndexMap<String, CommonParameter>,
    ) {
        let Matched { kept, gone, come } = by_name(old, new, |(name, _)| name);
        for ((name, before), (_, after)) in kept {
            self.common_parameter(cursor, name, before, after);
        }
        let mut alone = |rule, name: &str| {
            let keys = ["common_parameters", name];
            let cursor = cursor.part(keys.join("."));
            self.changes.push(rule, &cursor, &keys, None, None);
        };
        for (name, _) in gone {
            alone(Rule::CommonParameterRemoved, name);
        }
        for (name, _) in come {
            alone(Rule::CommonParameterAdded, name);
        }
    }

    fn common_parameter(
        &mut self,
        cursor: &Cursor,
        name: &str,
        old: &CommonParameter,
        new: &CommonParameter,
    ) {
        let keys = ["common_parameters", name];
        let cursor = cursor.part(keys.join("."));
        self.changes.value(
            Rule::CommonParameterChanged,
            &cursor,
            &keys,
            text(old),
            text(new),
        );
        let (before, after) = ((&old.doc, &old.source), (&new.doc, &new.source));
        self.changes
            .differs(Rule::WordsChanged, &cursor, &keys, &before, &after);
    }
}

/// What it demands, in one line.
fn text(parameter: &CommonParameter) -> String {
    let CommonParameter {
        doc: _,
        required,
        value,
        values,
        default,
        source: _,
    } = parameter;
    let mut values = values.clone();
    values.sort();
    let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "none".to_owned());
    format!(
        "required {required}, value {}, values {}, default {}",
        text(value),
        values.join(" "),
        text(default)
    )
}
