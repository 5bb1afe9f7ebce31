use super::paths::visit_fields;
use super::{Check, Crate, Operation};

/// How many limits and rules of an operation the generated validator checks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Checks of single values.
    pub constraints: usize,
    /// Rules over several parameters.
    pub rules: usize,
    /// Parameters that a table calls required and a rule says when: the rule is checked instead.
    pub refined: usize,
}

impl Coverage {
    /// Counts what is emitted for an operation. A shape counts wherever a request can hold it.
    pub fn of(planned: &Crate<'_>, operation: &Operation<'_>) -> Self {
        let mut coverage = Self {
            rules: operation.rules.len(),
            ..Self::default()
        };
        visit_fields(
            planned,
            &operation.input,
            &operation.input_parts,
            &mut |_, field| {
                coverage.constraints +=
                    usize::from(field.required) + field.checks.iter().map(count).sum::<usize>();
                coverage.refined += usize::from(field.refined);
            },
        );
        coverage
    }
}

fn count(check: &Check) -> usize {
    match check {
        Check::Members => 0,
        Check::Items(inner) => inner.iter().map(count).sum(),
        _ => 1,
    }
}
