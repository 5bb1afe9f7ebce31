//! One side of a comparison.

use std::path::Path;

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
    /// Reads and resolves a folder of specs. What the other side says in the same words is not read again. What is
    /// only worth a look does not keep specs from being compared.
    pub fn load(
        name: impl Into<String>,
        specs: &Path,
        other: Option<&Self>,
    ) -> Result<Self, Box<Unsound>> {
        let mut loaded = load::load_folder(specs, other.map(|other| &other.loaded));
        let (model, problems) = resolve(&loaded.products);
        loaded.diagnostics.extend(problems);
        let name = name.into();
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
