//! Requests around the limits of an operation, and what should become of them.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::random::Random;

/// Random requests of an operation that are tried on each side.
const ROUNDS: usize = 64;

/// Ids of what is tried, what is accepted, and what breaks just that.
type Row = (&'static [&'static str], &'static str, &'static str);

/// Says what a request breaks.
type Judge = fn(&Value) -> BTreeSet<String>;

/// What is known of the requests of an operation. Requests are written as JSON merge patches of one that is accepted;
/// several of them have white space between them.
pub(crate) struct Requests {
    /// The one that is accepted.
    pub(crate) base: &'static str,
    /// Recipes of random values for what no rule is about.
    pub(crate) free: &'static str,
    /// A row for each limit and rule. Where it has several ids, the first is tried, and the others always break with it.
    pub(crate) rows: &'static [Row],
}

impl Requests {
    /// Tries every row, and reports all that are wrong.
    pub(crate) fn walk(&self, judge: Judge) {
        let base = unfold(&read(self.base));
        let mut wrong = Wrong {
            judge,
            found: Vec::new(),
        };
        wrong.unless(&base, &[]);
        for (rules, accepted, refused) in self.rows {
            for (patches, rules) in [(accepted, [].as_slice()), (refused, rules)] {
                for patch in read_all(patches) {
                    wrong.unless(&merged(&base, &unfold(&patch)), rules);
                }
            }
        }
        wrong.report();
    }

    /// Tries random requests: whatever else they say, only what a row breaks is broken.
    pub(crate) fn vary(&self, judge: Judge) {
        let base = unfold(&read(self.base));
        let free = read(self.free);
        let mut wrong = Wrong {
            judge,
            found: Vec::new(),
        };
        let mut random = Random::new(0x7472_756e_6b6c_696e);
        for _ in 0..ROUNDS {
            let nothing = (&[].as_slice(), &"{}", &"{}");
            let row = random.pick(self.rows);
            let (rules, accepted, refused) = row.map_or(nothing, |(rules, accepted, refused)| {
                (rules, accepted, refused)
            });
            for (patches, rules) in [(accepted, &[].as_slice()), (refused, rules)] {
                let patches = read_all(patches);
                let patch = random.pick(&patches).map(unfold).unwrap_or_default();
                let request = merged(&base, &patch);
                // What the patch is about stays as it is.
                let others = |name: &str| patch.get(name).is_none();
                wrong.unless(&merged(&request, &random.members(&free, others)), rules);
            }
        }
        wrong.report();
    }
}

/// What is not as it should be.
struct Wrong {
    judge: Judge,
    found: Vec<String>,
}

impl Wrong {
    /// Takes a request down unless it breaks just these.
    fn unless(&mut self, request: &Value, rules: &[&str]) {
        let broken = (self.judge)(request);
        let wanted = BTreeSet::from_iter(rules.iter().copied());
        if !broken.iter().map(String::as_str).eq(wanted) {
            self.found.push(format!(
                "{request} should break {rules:?} and breaks {broken:?}"
            ));
        }
    }

    fn report(self) {
        assert!(self.found.is_empty(), "{}", self.found.join("\n"));
    }
}

/// A request with changes, as RFC 7396 says: null takes a member away.
fn merged(target: &Value, patch: &Value) -> Value {
    let Value::Object(changes) = patch else {
        return patch.clone();
    };
    let mut members = target.as_object().cloned().unwrap_or_default();
    for (name, change) in changes {
        if change.is_null() {
            members.remove(name);
        } else {
            let before = members.get(name).unwrap_or(&Value::Null);
            members.insert(name.clone(), merged(before, change));
        }
    }
    Value::Object(members)
}

/// Long texts and lists are written as their parts and how often each of them comes: `{"$text":[["a",129]]}`.
fn unfold(value: &Value) -> Value {
    match value {
        Value::Object(members) => match (members.get("$text"), members.get("$list")) {
            (Some(runs), _) => {
                Value::String(repeated(runs).iter().filter_map(Value::as_str).collect())
            }
            (_, Some(runs)) => Value::Array(repeated(runs).iter().map(unfold).collect()),
            _ => members
                .iter()
                .map(|(name, value)| (name.clone(), unfold(value)))
                .collect::<Map<_, _>>()
                .into(),
        },
        Value::Array(items) => items.iter().map(unfold).collect(),
        scalar => scalar.clone(),
    }
}

fn repeated(runs: &Value) -> Vec<Value> {
    let runs: Vec<(Value, usize)> =
        serde_json::from_value(runs.clone()).expect("pairs of a part and a count");
    runs.into_iter()
        .flat_map(|(part, count)| std::iter::repeat_n(part, count))
        .collect()
}

fn read(text: &str) -> Value {
    serde_json::from_str(text).expect("the test's own JSON")
}

fn read_all(text: &str) -> Vec<Value> {
    let values = serde_json::Deserializer::from_str(text).into_iter();
    values
        .collect::<Result<_, _>>()
        .expect("the test's own JSON")
}
