use serde_json::{Map, Value};

/// A place in the JSON of a request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pointer(Vec<Step>);

/// One step on the way to a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// To a member of an object.
    Member(String),
    /// To an item of a list.
    Item(usize),
}

impl Pointer {
    /// A place by its wire path; lists are entered at their first item.
    pub fn parse(path: &str) -> Self {
        let mut steps = Vec::new();
        for segment in path.split('.') {
            let name = segment.trim_end_matches("[]");
            steps.push(Step::Member(name.to_owned()));
            let lists = segment.len().saturating_sub(name.len()) / "[]".len();
            steps.extend(std::iter::repeat_n(Step::Item(0), lists));
        }
        Self(steps)
    }

    /// A member of the object here.
    #[must_use]
    pub fn member(&self, name: &str) -> Self {
        self.step(Step::Member(name.to_owned()))
    }

    /// An item of the list here.
    #[must_use]
    pub fn item(&self, index: usize) -> Self {
        self.step(Step::Item(index))
    }

    /// What another place is called that starts here.
    #[must_use]
    pub fn join(&self, other: &Self) -> Self {
        Self(self.0.iter().chain(&other.0).cloned().collect())
    }

    fn step(&self, step: Step) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }

    /// The steps, from the top.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// The wire path, without positions: `Filter[].Key`.
    pub fn pattern(&self) -> String {
        let mut pattern = String::new();
        for (index, step) in self.0.iter().enumerate() {
            match step {
                Step::Member(name) => {
                    if index > 0 {
                        pattern.push('.');
                    }
                    pattern.push_str(name);
                }
                Step::Item(_) => pattern.push_str("[]"),
            }
        }
        pattern
    }

    /// Whether one of the two places lies inside the other, or they are the same.
    pub fn touches(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).all(|(one, two)| one == two)
    }

    /// What stands here. Null says nothing.
    pub fn get<'v>(&self, root: &'v Value) -> Option<&'v Value> {
        self.0
            .iter()
            .try_fold(root, |value, step| match step {
                Step::Member(name) => value.get(name),
                Step::Item(index) => value.get(index),
            })
            .filter(|value| !value.is_null())
    }

    /// How many of the steps lead to something.
    pub fn depth_in(&self, root: &Value) -> usize {
        let mut place = Some(root);
        let found = self.0.iter().take_while(|step| {
            place = place.and_then(|place| match step {
                Step::Member(name) => place.get(name),
                Step::Item(index) => place.get(index),
            });
            place.is_some()
        });
        found.count()
    }

    /// Puts a value here; what is missing on the way is made of plain objects and lists.
    pub fn put(&self, root: &mut Value, value: Value) {
        put(root, &self.0, value);
    }

    /// Takes away what stands here.
    pub fn remove(&self, root: &mut Value) {
        let Some((last, way)) = self.0.split_last() else {
            return;
        };
        let parent = way.iter().try_fold(root, |place, step| match step {
            Step::Member(name) => place.get_mut(name),
            Step::Item(index) => place.get_mut(index),
        });
        match (parent, last) {
            (Some(Value::Object(members)), Step::Member(name)) => {
                members.remove(name);
            }
            (Some(Value::Array(items)), Step::Item(index)) if *index < items.len() => {
                items.remove(*index);
            }
            _ => {}
        }
    }
}

fn put(place: &mut Value, steps: &[Step], value: Value) {
    match steps.split_first() {
        None => *place = value,
        Some((Step::Member(name), rest)) => {
            let mut members = match place.take() {
                Value::Object(members) => members,
                _ => Map::new(),
            };
            put(members.entry(name).or_insert(Value::Null), rest, value);
            *place = Value::Object(members);
        }
        Some((Step::Item(index), rest)) => {
            let mut items = match place.take() {
                Value::Array(items) => items,
                _ => Vec::new(),
            };
            if items.len() <= *index {
                items.resize(index.saturating_add(1), Value::Null);
            }
            if let Some(item) = items.get_mut(*index) {
                put(item, rest, value);
            }
            *place = Value::Array(items);
        }
    }
}
