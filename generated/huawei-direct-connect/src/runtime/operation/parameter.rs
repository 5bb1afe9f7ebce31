/// A top-level parameter of an operation and where it travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// The name on the wire.
    pub name: &'static str,
    /// Where it travels.
    pub location: Location,
    /// A second place that repeats the same value, such as an id in both path and body.
    pub also_in: Option<Location>,
}

impl Parameter {
    /// Whether the parameter travels in `location`, first or second.
    pub fn is_in(&self, location: Location) -> bool {
        self.location == location || self.also_in == Some(location)
    }
}

/// A part of an HTTP request that carries parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Location {
    /// A segment of the path.
    Path,
    /// The query string.
    Query,
    /// A header.
    Header,
    /// A member of the JSON body.
    Body,
}
