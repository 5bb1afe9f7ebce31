use std::cell::Cell;
use std::fmt;

use super::{Constraint, Field, Given, Rule, Violation, Violations};
use crate::runtime::client::ClientValues;
use crate::runtime::operation::{ClientValue, Operation, Source};

/// Collects the violations of one request.
pub struct Validator<'a> {
    operation: &'static Operation,
    client: &'a ClientValues,
    // A cell, so that fields can share the validator.
    violations: Cell<Vec<Violation>>,
}

impl<'a> Validator<'a> {
    /// A validator of a request of `operation`, with the values that the client would fill in.
    pub fn new(operation: &'static Operation, client: &'a ClientValues) -> Self {
        Self {
            operation,
            client,
            violations: Cell::new(Vec::new()),
        }
    }

    /// The top-level parameter `wire`, which is `rust` in Rust.
    pub fn field(&self, wire: &'static str, rust: &'static str) -> Field<'_> {
        Field::top(self, wire, rust, &self.operation.request_source)
    }

    /// The top-level parameter must be given.
    pub fn required(&self, wire: &'static str, rust: &'static str, given: bool) {
        if !given {
            self.field(wire, rust)
                .record(Constraint::Required, Given::Nothing);
        }
    }

    /// The top-level parameter must be given, here or to the client.
    pub fn required_or_client(
        &self,
        wire: &'static str,
        rust: &'static str,
        given: bool,
        value: ClientValue,
    ) {
        self.required(wire, rust, given || self.client.get(value).is_some());
    }

    /// The rule is broken, which shows at the top-level parameter `wire`, which is `rust` in Rust.
    pub fn broken(&self, rule: &'static Rule, wire: &'static str, rust: &'static str) {
        let field = self.field(wire, rust).source(rule.source);
        field.record(Constraint::Rule(rule), Given::Nothing);
    }

    /// Ends the validation.
    ///
    /// # Errors
    /// There are violations.
    pub fn finish(self) -> Result<(), Violations> {
        Violations::new(self.violations.into_inner()).map_or(Ok(()), Err)
    }

    /// Takes down a violation at `field`.
    pub(super) fn record(
        &self,
        field: &Field<'_>,
        source: &'static Source,
        constraint: Constraint,
        given: Given,
    ) {
        let violation = Violation {
            path: field.path(),
            rust_path: field.rust_path(),
            rule: match constraint {
                Constraint::Rule(rule) => rule.id.to_owned(),
                single => format!(
                    "{}.{}.{}",
                    self.operation.name,
                    field.pattern(),
                    single.rule()
                ),
            },
            constraint,
            given,
            source,
        };
        let mut violations = self.violations.take();
        violations.push(violation);
        self.violations.set(violations);
    }
}

impl fmt::Debug for Validator<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Validator")
            .field("operation", &self.operation.name)
            .finish_non_exhaustive()
    }
}
