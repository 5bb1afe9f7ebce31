//! Files of the obstacle course.

pub(crate) const SERVICE: &str = "specs/acme/lines/service.yaml";
pub(crate) const TYPES: &str = "specs/acme/lines/types.yaml";
pub(crate) const SELF: &str = "specs/acme/lines/async/self.yaml";
pub(crate) const RESULT: &str = "specs/acme/lines/async/result.yaml";
pub(crate) const EMPTY: &str = "specs/acme/lines/self-service/empty.yaml";
pub(crate) const CHECKS: &str = "specs/acme/lines/self-service/checks.yaml";
