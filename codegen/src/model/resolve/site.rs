use crate::diagnostic::Span;
use crate::spec::load::Located;

/// Something that knows where its parts stand in a file.
trait Locate {
    fn value_at(&self, path: &[&str]) -> Span;
    fn key_at(&self, path: &[&str]) -> Span;
}

impl<T> Locate for Located<T> {
    fn value_at(&self, path: &[&str]) -> Span {
        self.at(path)
    }

    fn key_at(&self, path: &[&str]) -> Span {
        self.key(path)
    }
}

/// A place in a spec file, followed while the file is resolved.
#[derive(Clone)]
pub(super) struct Site<'a> {
    file: &'a dyn Locate,
    path: Vec<String>,
}

impl<'a> Site<'a> {
    /// The top of a file.
    pub(super) fn new<T>(file: &'a Located<T>) -> Self {
        Self {
            file,
            path: Vec::new(),
        }
    }

    /// A part of it.
    pub(super) fn child(&self, name: impl Into<String>) -> Self {
        let mut path = self.path.clone();
        path.push(name.into());
        Self {
            file: self.file,
            path,
        }
    }

    /// A part of a part of it.
    pub(super) fn descend<const N: usize>(&self, names: [&str; N]) -> Self {
        let mut site = self.clone();
        site.path.extend(names.map(str::to_owned));
        site
    }

    /// Where its value stands.
    pub(super) fn value(&self) -> Span {
        self.file.value_at(&self.borrowed())
    }

    /// Where its key stands.
    pub(super) fn key(&self) -> Span {
        self.file.key_at(&self.borrowed())
    }

    fn borrowed(&self) -> Vec<&str> {
        self.path.iter().map(String::as_str).collect()
    }
}
