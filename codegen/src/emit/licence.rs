//! Licence texts, which every crate carries.

/// The MIT licence.
pub(super) const MIT: &str = include_str!("../../../LICENSE-MIT");

/// The Apache licence, version 2.0.
pub(super) const APACHE: &str = include_str!("../../../LICENSE-APACHE");
