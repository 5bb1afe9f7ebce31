use super::{Characters, Constraint, Format, Given, LengthUnit, Rule, Validator};
use crate::runtime::operation::Source;
use crate::runtime::text::{VALUE_LIMIT, one_line};

/// A parameter, a member of one or an element of one, while it is checked.
///
/// Fields are linked on the stack; paths are put together only for a violation.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    validator: &'a Validator<'a>,
    parent: Option<&'a Field<'a>>,
    step: Step,
    source: &'static Source,
    secret: bool,
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Member {
        wire: &'static str,
        rust: &'static str,
    },
    Index(usize),
}

impl<'a> Field<'a> {
    pub(super) fn top(
        validator: &'a Validator<'a>,
        wire: &'static str,
        rust: &'static str,
        source: &'static Source,
    ) -> Self {
        let step = Step::Member { wire, rust };
        Self {
            validator,
            parent: None,
            step,
            source,
            secret: false,
        }
    }

    /// The same field, with another source than the operation's.
    pub fn source(self, source: &'static Source) -> Self {
        Self { source, ..self }
    }

    /// The same field, of whose value violations must show nothing.
    pub fn secret(self) -> Self {
        Self {
            secret: true,
            ..self
        }
    }

    /// The member `wire` of this object, which is `rust` in Rust.
    pub fn member(&'a self, wire: &'static str, rust: &'static str) -> Self {
        Self {
            parent: Some(self),
            step: Step::Member { wire, rust },
            ..*self
        }
    }

    /// The element at `index`, from 0, of this list.
    pub fn index(&'a self, index: usize) -> Self {
        Self {
            parent: Some(self),
            step: Step::Index(index),
            ..*self
        }
    }

    /// The member `wire` of this object must be given.
    pub fn required(&self, wire: &'static str, rust: &'static str, given: bool) {
        if !given {
            self.member(wire, rust)
                .record(Constraint::Required, Given::Nothing);
        }
    }

    /// `value` must lie between `min` and `max`, both included.
    pub fn range(&self, value: i64, min: Option<i64>, max: Option<i64>) {
        if !lies_within(value, min, max) {
            self.fail(Constraint::Range { min, max }, || Given::Number(value));
        }
    }

    /// `value` must be none of `forbidden`.
    pub fn not_one_of(&self, value: i64, forbidden: &'static [i64]) {
        if forbidden.contains(&value) {
            self.fail(Constraint::NotOneOf { forbidden }, || Given::Number(value));
        }
    }

    /// `value` must be one of `allowed`.
    pub fn one_of_integer(&self, value: i64, allowed: &'static [i64]) {
        if !allowed.contains(&value) {
            self.fail(Constraint::OneOfInteger { allowed }, || {
                Given::Number(value)
            });
        }
    }

    /// `text` must be `min` to `max` units long.
    pub fn length(&self, text: &str, min: Option<usize>, max: Option<usize>, unit: LengthUnit) {
        let length = unit.measure(text);
        if !lies_within(length, min, max) {
            self.fail(Constraint::Length { min, max, unit }, || {
                Given::Length(length)
            });
        }
    }

    /// `text` must consist of the right characters and must not have a forbidden prefix.
    pub fn characters(&self, text: &str, characters: &'static Characters) {
        if let Some((position, character)) = characters.offender(text) {
            self.fail(Constraint::Characters(characters), || Given::Character {
                character,
                position,
            });
        }
        if let Some(prefix) = characters.prefix(text) {
            self.fail(Constraint::ForbiddenPrefix { prefix }, || shown(text));
        }
    }

    /// `text` must follow `format`.
    pub fn format(&self, text: &str, format: Format) {
        if !format.matches(text) {
            self.fail(Constraint::Format(format), || shown(text));
        }
    }

    /// `text` must be one of `allowed`.
    pub fn one_of(&self, text: &str, allowed: &'static [&'static str]) {
        if !allowed.contains(&text) {
            self.fail(
                Constraint::OneOf {
                    allowed,
                    ignore_case: false,
                },
                || shown(text),
            );
        }
    }

    /// `text` must be one of `allowed`, in any case of ASCII letters.
    pub fn one_of_ignore_case(&self, text: &str, allowed: &'static [&'static str]) {
        if !allowed.iter().any(|value| value.eq_ignore_ascii_case(text)) {
            self.fail(
                Constraint::OneOf {
                    allowed,
                    ignore_case: true,
                },
                || shown(text),
            );
        }
    }

    /// A list of `count` items must have `min` to `max`.
    pub fn item_count(&self, count: usize, min: Option<usize>, max: Option<usize>) {
        if !lies_within(count, min, max) {
            self.fail(Constraint::ItemCount { min, max }, || Given::Items(count));
        }
    }

    /// The rule is broken, which shows at the member `wire` of this object, which is `rust` in Rust.
    pub fn broken(&self, rule: &'static Rule, wire: &'static str, rust: &'static str) {
        let member = self.member(wire, rust).source(rule.source);
        member.record(Constraint::Rule(rule), Given::Nothing);
    }

    pub(super) fn record(&self, constraint: Constraint, given: Given) {
        self.validator.record(self, self.source, constraint, given);
    }

    #[cold]
    fn fail(&self, constraint: Constraint, given: impl FnOnce() -> Given) {
        self.record(
            constraint,
            if self.secret { Given::Secret } else { given() },
        );
    }
}

/// Paths.
impl Field<'_> {
    /// Wire names with positions: `Filter[0].Key`.
    pub(super) fn path(&self) -> String {
        self.join(&|step| match step {
            Step::Member { wire, .. } => wire.to_owned(),
            Step::Index(index) => format!("[{index}]"),
        })
    }

    /// Rust names with positions: `filter[0].key`.
    pub(super) fn rust_path(&self) -> String {
        self.join(&|step| match step {
            Step::Member { rust, .. } => rust.to_owned(),
            Step::Index(index) => format!("[{index}]"),
        })
    }

    /// Wire names without positions: `Filter[].Key`.
    pub(super) fn pattern(&self) -> String {
        self.join(&|step| match step {
            Step::Member { wire, .. } => wire.to_owned(),
            Step::Index(_) => "[]".to_owned(),
        })
    }

    fn join(&self, name: &dyn Fn(Step) -> String) -> String {
        let own = name(self.step);
        match (self.parent, self.step) {
            (None, _) => own,
            (Some(parent), Step::Index(_)) => parent.join(name) + &own,
            (Some(parent), Step::Member { .. }) => parent.join(name) + "." + &own,
        }
    }
}

fn lies_within<T: PartialOrd>(value: T, min: Option<T>, max: Option<T>) -> bool {
    min.is_none_or(|min| value >= min) && max.is_none_or(|max| value <= max)
}

fn shown(text: &str) -> Given {
    Given::Text(one_line(text, VALUE_LIMIT))
}
