//! Rules about values.

use indexmap::IndexMap;
use serde_json::{Value, json};

use super::Scenarios;
use crate::model::Type;
use crate::spec::{Condition, Range, Scalar};

impl Scenarios<'_, '_> {
    pub(super) fn range_if(
        &mut self,
        path: &str,
        range: Range,
        when: &IndexMap<String, Condition>,
    ) {
        let Range(low, high) = range;
        let ends = |below: i64, above: i64| {
            let low = low.and_then(|low| low.checked_add(below));
            let high = high.and_then(|high| high.checked_add(above));
            [low, high].into_iter().flatten()
        };
        for way in self.holding(when) {
            for number in ends(0, 0) {
                let settings = [way.as_slice(), &[self.set(path, json!(number))]].concat();
                self.add(false, settings);
            }
            for number in ends(-1, 1) {
                let settings = [way.as_slice(), &[self.set(path, json!(number))]].concat();
                self.add(true, settings);
            }
        }
    }

    pub(super) fn allowed_if(
        &mut self,
        path: &str,
        values: &[Scalar],
        when: &IndexMap<String, Condition>,
    ) {
        let others = self.others(path, values);
        for way in self.holding(when) {
            for value in values {
                let value = self.spelled(path, value);
                self.add(false, [way.as_slice(), &[self.set(path, value)]].concat());
            }
            for value in &others {
                let other = self.other(path, value.clone());
                self.add(true, [way.as_slice(), &[other]].concat());
            }
        }
        for way in self.failing(when) {
            for value in &others {
                let other = self.other(path, value.clone());
                self.add(false, [way.as_slice(), &[other]].concat());
            }
        }
    }

    pub(super) fn not_equal(&mut self, path: &str, values: &[Scalar]) {
        for value in values {
            let value = self.spelled(path, value);
            self.add(true, vec![self.set(path, value)]);
        }
        for value in self.others(path, values) {
            self.add(false, vec![self.other(path, value)]);
        }
    }

    pub(super) fn item_count(&mut self, path: &str, Range(low, high): Range) {
        let Some(Type::List(items)) =
            (self.requests.member(&self.place(path))).map(|list| &list.type_)
        else {
            return;
        };
        let Some(item) = self.requests.samples.one(items) else {
            return;
        };
        let counts = [
            (low, false),
            (high, false),
            (low.and_then(|low| low.checked_sub(1)), true),
            (high.and_then(|high| high.checked_add(1)), true),
        ];
        for (count, broken) in counts {
            if let Some(count) = count.and_then(|count| usize::try_from(count).ok()) {
                let list = Value::Array(vec![item.clone(); count]);
                self.add(broken, vec![self.set(path, list)]);
            }
        }
    }

    /// Values that a parameter takes by itself and that are none of these; the nearest come first.
    fn others(&self, path: &str, values: &[Scalar]) -> Vec<Value> {
        let Some(member) = self.requests.member(&self.place(path)) else {
            return Vec::new();
        };
        let near = values.iter().flat_map(|value| match value {
            Scalar::Integer(number) => {
                let beside = [number.checked_add(1), number.checked_sub(1)];
                beside.into_iter().flatten().map(Value::from).collect()
            }
            Scalar::Text(text) => vec![json!(format!("{text}x"))],
            Scalar::Boolean(value) => vec![json!(!value)],
        });
        let types = self.requests.samples.types;
        let near = near.filter(|value| types.accepts(member, value));
        let mut others: Vec<Value> = near.chain(self.values(path)).collect();
        others.retain(|value| !self.is_one_of(path, value, values));
        others
    }
}
