//! Operations as the rules of the documents see them: what one allows, and what it refuses and where.

use serde_json::{Value, json};

/// Path on the wire and rule of everything that is wrong with a request, or why its parameters cannot be read.
pub type Verdict = Result<Vec<(String, String)>, String>;

/// An operation, with the parameters of a request that it accepts. Tests say what they change about that request, so
/// that nothing else about it can be wrong.
pub struct Operation {
    name: &'static str,
    accepted: Value,
    judge: Box<dyn Fn(&Value) -> Verdict>,
}

impl Operation {
    /// The operation `name`, whose requests `judge` judges.
    pub fn new(
        name: &'static str,
        accepted: Value,
        judge: impl Fn(&Value) -> Verdict + 'static,
    ) -> Self {
        let judge = Box::new(judge);
        Self {
            name,
            accepted,
            judge,
        }
    }

    /// The provider's name of the operation.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// This operation, starting from the accepted request with another change.
    pub fn with(mut self, change: Value) -> Self {
        merge(&mut self.accepted, change);
        self
    }

    /// Fails unless nothing is wrong with the request after `change`, a JSON merge patch: `null` takes a member away.
    #[track_caller]
    pub fn allows(&self, change: Value) {
        self.refuses(change, []);
    }

    /// Fails unless exactly these rules are broken after `change`, each where its path says. The rules stand without
    /// the name of the operation, which all of them start with.
    #[track_caller]
    pub fn refuses<const N: usize>(&self, change: Value, expected: [(&str, &str); N]) {
        let mut expected = expected
            .map(|(path, rule)| (path.to_owned(), format!("{}.{rule}", self.name)))
            .to_vec();
        expected.sort();
        let (request, verdict) = self.judged(change);
        let mut broken = verdict.unwrap_or_else(|error| panic!("{}: {error}", self.name));
        broken.sort();
        assert_eq!(broken, expected, "broken by {} {request}", self.name);
    }

    /// Fails unless the rule `rule` on the parameter `name`, and nothing else, is broken by each of `bad` and by none
    /// of `good`.
    #[track_caller]
    pub fn limits<G, B>(&self, name: &str, rule: &str, good: G, bad: B)
    where
        G: IntoIterator<Item: Into<Value>>,
        B: IntoIterator<Item: Into<Value>>,
    {
        for value in good {
            self.allows(json!({ name: value.into() }));
        }
        let rule = format!("{name}.{rule}");
        for value in bad {
            self.refuses(json!({ name: value.into() }), [(name, &rule)]);
        }
    }

    /// Fails unless the request misses each of the parameters `names` when it is taken away.
    #[track_caller]
    pub fn requires<'n>(&self, names: impl IntoIterator<Item = &'n str>) {
        self.allows(json!({}));
        for name in names {
            let rule = format!("{name}.required");
            self.refuses(json!({ name: null }), [(name, &rule)]);
        }
    }

    /// Fails unless the request does without each of the parameters `names`.
    #[track_caller]
    pub fn does_without<'n>(&self, names: impl IntoIterator<Item = &'n str>) {
        for name in names {
            self.allows(json!({ name: null }));
        }
    }

    /// Fails if the operation has a parameter `name`: then strict input names it as the one that nobody knows.
    #[track_caller]
    pub fn knows_no(&self, name: &str) {
        let (request, verdict) = self.judged(json!({ name: "x" }));
        let error = verdict.expect_err(&format!("{} reads {request}", self.name));
        assert!(error.contains(name), "{}: {error}", self.name);
    }

    fn judged(&self, change: Value) -> (Value, Verdict) {
        let mut request = self.accepted.clone();
        merge(&mut request, change);
        let verdict = (self.judge)(&request);
        (request, verdict)
    }
}

/// Changes `target` as a JSON merge patch does (RFC 7396).
fn merge(target: &mut Value, change: Value) {
    let Value::Object(changes) = change else {
        *target = change;
        return;
    };
    if !target.is_object() {
        *target = json!({});
    }
    for (name, change) in changes {
        match change {
            Value::Null => {
                target.as_object_mut().unwrap().remove(&name);
            }
            change => merge(&mut target[&name], change),
        }
    }
}

/// A text of `length` letters.
pub fn letters(length: usize) -> String {
    "a".repeat(length)
}
