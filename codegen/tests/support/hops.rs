//! Versions of one parameter, at each level of severity against [`OLD`].

pub(crate) const OLD: &str =
    "# rent_line.yaml\nrequest:\n  Hops: { type: integer, range: [1, 255], doc: Hops. }\n";
/// Breaking for those who send more.
pub(crate) const LOWERED: &str =
    "# rent_line.yaml\nrequest:\n  Hops: { type: integer, range: [1, 100], doc: Hops. }\n";
/// Something else where the parameter is left out.
pub(crate) const RISKY: &str = "# rent_line.yaml\nrequest:\n  Hops: { type: integer, range: [1, 255], default: 2, doc: Hops. }\n";
pub(crate) const SAFE: &str =
    "# rent_line.yaml\nrequest:\n  Hops: { type: integer, range: [1, 300], doc: Hops. }\n";
