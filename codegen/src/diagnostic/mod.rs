//! Everything that can be wrong with input, in one type.
//!
//! A [`Diagnostic`] has a [`Code`], a place, a message and, where possible, a suggestion. Stages of the
//! generator never stop at the first: they collect [`Diagnostics`], which are rendered in the end.

mod code;
mod collection;
mod line;
mod place;
mod problem;
mod render;
mod source;
mod suggest;
#[cfg(test)]
mod tests;

pub(crate) use line::line;
pub(crate) use place::Place;
pub(crate) use render::Command;

pub use code::Code;
pub use collection::Diagnostics;
pub use problem::{Diagnostic, Related, Severity};
pub use render::Format;
pub use source::{FileId, Sources, Span};
pub use suggest::{did_you_mean, did_you_mean_or};
