//! Random values that keep the documented limits.
//!
//! A recipe is JSON with one of the keys `one`, `whole`, `text`, `form`, `list` and `object`; see [`Random::value`].

use std::net::{Ipv4Addr, Ipv6Addr};

use serde_json::{Map, Value, json};

/// Numbers that look random and are the same in every run (xorshift).
pub(crate) struct Random(u64);

impl Random {
    /// The seed must not be 0.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number from `low` to `high`.
    fn between(&mut self, low: i64, high: i64) -> i64 {
        let numbers = u128::from(high.abs_diff(low)) + 1;
        let chosen = u128::from(self.next()) % numbers;
        i64::try_from(i128::from(low) + i128::try_from(chosen).unwrap_or_default()).unwrap_or(low)
    }

    fn coin(&mut self) -> bool {
        self.next().is_multiple_of(2)
    }

    pub(crate) fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        let last = i64::try_from(items.len()).ok()?.checked_sub(1)?;
        items.get(usize::try_from(self.between(0, last.max(0))).ok()?)
    }

    /// Some of the members that recipes describe, of those that are wanted.
    pub(crate) fn members(&mut self, recipes: &Value, wanted: impl Fn(&str) -> bool) -> Value {
        let mut members = Map::new();
        for (name, recipe) in recipes.as_object().into_iter().flatten() {
            if wanted(name) && self.coin() {
                members.insert(name.clone(), self.value(recipe));
            }
        }
        Value::Object(members)
    }

    /// A value of a recipe:
    ///
    /// - `{"one": [VALUE, …]}`
    /// - `{"whole": [LOW, HIGH], "except": [NUMBER, …]}`
    /// - `{"text": [SHORTEST, LONGEST], "first": [CLASS, …], "rest": [CLASS, …], "not": [BEGINNING, …]}`
    /// - `{"form": NAME}`
    /// - `{"list": [FEWEST, MOST], "of": RECIPE}`
    /// - `{"object": {NAME: RECIPE, …}, "maybe": {NAME: RECIPE, …}}`
    fn value(&mut self, recipe: &Value) -> Value {
        if let Some(values) = recipe["one"].as_array() {
            self.pick(values).cloned().unwrap_or_default()
        } else if recipe["whole"].is_array() {
            self.whole(recipe)
        } else if recipe["text"].is_array() {
            self.text(recipe)
        } else if let Some(form) = recipe["form"].as_str() {
            Value::String(self.form(form))
        } else if recipe["list"].is_array() {
            let count = self.size(&recipe["list"]);
            (0..count).map(|_| self.value(&recipe["of"])).collect()
        } else {
            let mut members = Map::new();
            for (name, recipe) in recipe["object"].as_object().into_iter().flatten() {
                members.insert(name.clone(), self.value(recipe));
            }
            if let Value::Object(more) = self.members(&recipe["maybe"], |_| true) {
                members.extend(more);
            }
            Value::Object(members)
        }
    }

    fn whole(&mut self, recipe: &Value) -> Value {
        let (low, high) = ends(&recipe["whole"]);
        let taken = recipe["except"].as_array();
        loop {
            let number = json!(self.between(low, high));
            if taken.is_none_or(|taken| !taken.contains(&number)) {
                return number;
            }
        }
    }

    /// A length between two ends, seldom a great one.
    fn size(&mut self, range: &Value) -> i64 {
        let (low, high) = ends(range);
        let near = if self.next().is_multiple_of(8) {
            high
        } else {
            high.min(low.saturating_add(12))
        };
        self.between(low, near)
    }

    fn text(&mut self, recipe: &Value) -> Value {
        let forbidden: Vec<String> = texts(&recipe["not"])
            .iter()
            .map(|start| start.to_lowercase())
            .collect();
        let (first, rest) = (texts(&recipe["first"]), texts(&recipe["rest"]));
        loop {
            let length = self.size(&recipe["text"]);
            let text: String = (0..length)
                .map(|position| {
                    if position == 0 && !first.is_empty() {
                        &first
                    } else {
                        &rest
                    }
                })
                .map(|classes| self.character(classes))
                .collect();
            if !forbidden
                .iter()
                .any(|start| text.to_lowercase().starts_with(start))
            {
                return Value::String(text);
            }
        }
    }

    /// A character of one of the classes; without one, any.
    fn character(&mut self, classes: &[&str]) -> char {
        let (low, high) = match self.pick(classes).copied() {
            Some("letter") => {
                return self
                    .pick(&['A', 'M', 'Z', 'a', 'm', 'z'])
                    .copied()
                    .unwrap_or('a');
            }
            Some("chinese") => (0x4E00, 0x9FFF),
            Some("digit") => (0x30, 0x39),
            Some("ascii") => (0x00, 0x7F),
            Some(one) => return one.chars().next().unwrap_or('a'),
            None => (0x00, 0x2_FFFF),
        };
        loop {
            let number = u32::try_from(self.between(low, high)).unwrap_or_default();
            // Half of a surrogate pair is no character.
            if let Some(character) = char::from_u32(number) {
                return character;
            }
        }
    }

    fn form(&mut self, name: &str) -> String {
        let is_v4 = match name {
            "ip" | "cidr" => self.coin(),
            _ => name.starts_with("ipv4"),
        };
        match name {
            "ip" | "ipv4" | "ipv6" => self.address(is_v4),
            "cidr" | "ipv4-cidr" | "ipv6-cidr" if self.coin() => self.address(is_v4),
            "cidr" | "ipv4-cidr" | "ipv6-cidr" => {
                let length = self.between(0, if is_v4 { 32 } else { 128 });
                format!("{}/{length}", self.address(is_v4))
            }
            "netmask" => {
                let length = self.between(0, 32);
                let host = u32::MAX.checked_shr(u32::try_from(length).unwrap_or_default());
                match self.coin() {
                    true => length.to_string(),
                    false => Ipv4Addr::from_bits(!host.unwrap_or_default()).to_string(),
                }
            }
            "email" => format!("{}@{}.example", self.next(), self.next()),
            "uuid" => {
                let hex = format!("{:016x}{:016x}", self.next(), self.next());
                let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
                [
                    part(0, 8),
                    part(8, 12),
                    part(12, 16),
                    part(16, 20),
                    part(20, 32),
                ]
                .join("-")
            }
            _ => {
                let (month, day) = (self.between(1, 12), self.between(1, 28));
                let (hour, minute) = (self.between(0, 23), self.between(0, 59));
                format!(
                    "{}-{month:02}-{day:02}T{hour:02}:{minute:02}:{:02}Z",
                    self.between(1970, 2099),
                    self.between(0, 59)
                )
            }
        }
    }

    fn address(&mut self, is_v4: bool) -> String {
        let (high, low) = (self.next(), self.next());
        match u32::try_from(high >> 32) {
            Ok(bits) if is_v4 => Ipv4Addr::from_bits(bits).to_string(),
            _ => Ipv6Addr::from_bits(u128::from(high) << 64 | u128::from(low)).to_string(),
        }
    }
}

fn ends(range: &Value) -> (i64, i64) {
    (
        range[0].as_i64().unwrap_or(0),
        range[1].as_i64().unwrap_or(0),
    )
}

fn texts(list: &Value) -> Vec<&str> {
    list.as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect()
}
