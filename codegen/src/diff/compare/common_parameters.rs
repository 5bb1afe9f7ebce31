//! Parameters that every request of a service carries.

use super::Comparer;
use crate::diff::Rule;
use crate::diff::cursor::Cursor;
use crate::spec::CommonParameter;

impl Comparer<'_, '_> {
    pub(super) fn common_parameters(
        &mut self,
        cursor: &Cursor,
        old: &indexmap::IndexMap<String, CommonParameter>,
        new: &indexmap::IndexMap<String, CommonParameter>,
    ) {
        for (name, before) in old {
            let cursor = cursor.part(format!("common_parameters.{name}"));
            let keys = ["common_parameters", name.as_str()];
            let Some(after) = new.get(name) else {
                self.changes
                    .push(Rule::CommonParameterRemoved, &cursor, &keys, None, None);
                continue;
            };
            let CommonParameter {
                doc,
                required,
                value,
                values,
                default,
                source,
            } = before;
            let text = |required: bool,
                        value: &Option<String>,
                        values: &[String],
                        default: &Option<String>| {
                let mut values = values.to_vec();
                values.sort();
                let part =
                    |text: &Option<String>| text.clone().unwrap_or_else(|| "none".to_owned());
                format!(
                    "required {required}, value {}, values {}, default {}",
                    part(value),
                    values.join(" "),
                    part(default)
                )
            };
            let facts = text(*required, value, values, default);
            let others = text(after.required, &after.value, &after.values, &after.default);
            if facts != others {
                let (old, new) = (Some(facts), Some(others));
                self.changes
                    .push(Rule::CommonParameterChanged, &cursor, &keys, old, new);
            }
            if *doc != after.doc || *source != after.source {
                self.changes
                    .push(Rule::WordsChanged, &cursor, &keys, None, None);
            }
        }
        for name in new.keys().filter(|name| !old.contains_key(*name)) {
            let cursor = cursor.part(format!("common_parameters.{name}"));
            let keys = ["common_parameters", name.as_str()];
            self.changes
                .push(Rule::CommonParameterAdded, &cursor, &keys, None, None);
        }
    }
}
