//! One side of a comparison.

use std::path::Path;
use std::{panic, thread};

use crate::diagnostic::{Diagnostics, Sources, Span};
use crate::model::resolve::resolve;
use crate::model::{Member, Model};
use crate::spec::Approvals;
use crate::spec::load::{self, Loaded, Located};

/// Specs as they were, or as they are.
#[derive(Debug)]
pub struct Side {
    /// What it is called: a revision or a folder.
    pub name: String,
    /// What the specs mean.
    pub model: Model,
    loaded: Loaded,
}

/// Specs that cannot be compared, and why.
#[derive(Debug)]
pub struct Unsound {
    /// What the side is called.
    pub name: String,
    /// The texts that the diagnostics point into.
    pub sources: Sources,
    /// What is wrong.
    pub diagnostics: Diagnostics,
}

impl Side {
    /// Reads and resolves a folder of specs. What is only worth a look does not keep specs from being compared.
    pub fn load(name: impl Into<String>, specs: &Path) -> Result<Self, Box<Unsound>> {
        let loaded = load::load_folder(specs, None);
        let resolved = resolve(&loaded.products);
        Self::of(name.into(), loaded, resolved)
    }

    /// Both sides of a comparison by their names and folders; none for a side that has no specs at all. What both
    /// say in the same words is read once, and one is resolved while the other is read.
    pub fn pair(
        (old_name, old): (&str, Option<&Path>),
        (new_name, new): (&str, Option<&Path>),
    ) -> [Result<Self, Box<Unsound>>; 2] {
        let read = |specs: Option<&Path>, other: Option<&Loaded>| {
            specs.map_or_else(Loaded::default, |specs| load::load_folder(specs, other))
        };
        let old = read(old, None);
        let (resolved, new, other) = thread::scope(|scope| {
            let resolved = scope.spawn(|| resolve(&old.products));
            let new = read(new, Some(&old));
            let other = resolve(&new.products);
            match resolved.join() {
                Ok(resolved) => (resolved, new, other),
                Err(payload) => panic::resume_unwind(payload),
            }
        });
        [
            Self::of(old_name.to_owned(), old, resolved),
            Self::of(new_name.to_owned(), new, other),
        ]
    }

    fn of(
        name: String,
        mut loaded: Loaded,
        (model, problems): (Model, Diagnostics),
    ) -> Result<Self, Box<Unsound>> {
        loaded.diagnostics.extend(problems);
        if loaded.diagnostics.has_errors() {
            return Err(Box::new(Unsound {
                name,
                sources: loaded.sources,
                diagnostics: loaded.diagnostics,
            }));
        }
        Ok(Self {
            name,
            model,
            loaded,
        })
    }

    /// A side that has no specs at all.
    #[must_use]
    pub fn empty(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            model: Model::default(),
            loaded: Loaded::default(),
        }
    }

    /// The changes that its specs approve.
    #[must_use]
    pub fn approvals(&self) -> Option<&Located<Approvals>> {
        self.loaded.approvals.as_ref()
    }

    /// The texts of the specs.
    #[must_use]
    pub fn sources(&self) -> &Sources {
        &self.loaded.sources
    }

    /// Where a part of something stands; `None` if it has no such part.
    pub(super) fn part(&self, whole: Span, keys: &[&str]) -> Option<Span> {
        self.loaded.part(whole, keys)
    }

    /// Where a member states a fact, and whether the shared parameter that it takes does so for it.
    pub(super) fn fact(&self, member: &Member, keys: &[&str]) -> Option<(Span, bool)> {
        let own = self.part(member.place, keys).map(|span| (span, false));
        own.or_else(|| {
            let shared = member.shared.as_ref()?;
            Some((self.part(shared.place, keys)?, true))
        })
    }
}
