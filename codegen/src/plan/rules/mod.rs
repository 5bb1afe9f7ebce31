//! Rules over several parameters, as tests on the fields of an input.

mod planner;

pub(in crate::plan) use planner::Planner;

use super::RustType;
use crate::model;
use crate::spec::{Range, Scalar};

/// A rule that the client checks.
#[derive(Debug)]
pub struct Rule<'m> {
    /// What it means.
    pub model: &'m model::Rule,
    /// Name of the static that describes it.
    pub name: String,
    /// Name of the static of its source.
    pub source: String,
    /// The list in whose elements it holds.
    pub within: Option<Access>,
    /// What breaks it; each is reported on its own.
    pub breaches: Vec<Breach>,
}

/// A way to break a rule.
#[derive(Debug)]
pub struct Breach {
    /// Where it is reported.
    pub at: Access,
    /// When it happens.
    pub when: Test,
}

/// A test on the fields of an input.
#[derive(Debug)]
pub enum Test {
    /// All of them hold.
    All(Vec<Test>),
    /// One of them holds, or more.
    Any(Vec<Test>),
    /// It does not hold.
    Not(Box<Test>),
    /// A field is given.
    Given(Access),
    /// A field has one of these values; absent, it counts as its default, and without one the test fails.
    OneOf(Access, Vec<Scalar>, Option<Scalar>),
    /// A field is given and lies outside a range.
    OutsideRange(Access, Range),
    /// A field is given and none of these values.
    NoneOf(Access, Vec<Scalar>),
    /// A list is given and has too few or too many members.
    OutsideCount(Access, Range),
    /// Two addresses are given and lie in two subnets.
    DifferentSubnets(Access, Access, Mask),
    /// A network is given that equals another or lies inside it.
    Within(Access, String),
    /// Other than one of the tests hold.
    OtherThanOne(Vec<Test>),
}

/// The mask of a subnet.
#[derive(Debug)]
pub enum Mask {
    /// A parameter holds it.
    Field(Access),
    /// It is a prefix length, as in `/56`.
    Prefix(String),
}

/// How a field is reached.
#[derive(Clone, Debug)]
pub struct Access {
    /// Wire path from the top of the request, or of the element.
    pub wire: String,
    /// Fields on the way, from the input or the element.
    pub steps: Vec<String>,
    /// Type of the last one.
    pub type_: RustType,
    /// Whether case is ignored when its text is compared.
    pub ignore_case: bool,
    /// Whether each item of the list is meant, not the list.
    pub each: bool,
}

impl Access {
    /// Path in Rust.
    pub fn rust(&self) -> String {
        self.steps.join(".")
    }
}
