use super::{Violation, Violations};

/// What becomes of a request that breaks documented limits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Validation {
    /// It is refused before it leaves.
    #[default]
    Enforce,
    /// It leaves, and each violation is reported as a `tracing` event. Without the feature `tracing` nobody hears of it.
    Report,
    /// It leaves unchecked.
    Off,
}

/// Which limits a request is held to.
#[derive(Clone, Debug, Default)]
pub(in crate::runtime) struct Policy {
    pub(in crate::runtime) validation: Validation,
    /// Ids of rules that are let through.
    pub(in crate::runtime) allowed: Vec<String>,
}

impl Policy {
    /// The violations that keep a request of `operation` from leaving, of those that were found.
    pub(in crate::runtime) fn judge(
        &self,
        operation: &str,
        found: Result<(), Violations>,
        also_allowed: &[String],
    ) -> Result<(), Violations> {
        let Err(violations) = found else {
            return Ok(());
        };
        let counts = |violation: &Violation| {
            let mut allowed = self.allowed.iter().chain(also_allowed);
            !allowed.any(|rule| *rule == violation.rule)
        };
        match (self.validation, violations.only(counts)) {
            (Validation::Enforce, Some(violations)) => Err(violations),
            (Validation::Report, Some(violations)) => {
                report(operation, &violations);
                Ok(())
            }
            (Validation::Off, _) | (_, None) => Ok(()),
        }
    }
}

#[cfg(feature = "tracing")]
fn report(operation: &str, violations: &Violations) {
    for violation in violations {
        tracing::warn!(operation, rule = %violation.rule, "{violation}");
    }
}

#[cfg(not(feature = "tracing"))]
fn report(_operation: &str, _violations: &Violations) {}
