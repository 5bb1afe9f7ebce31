use super::{Docs, Kind, Scope};
use crate::model::Enumeration;
use crate::spec::EnumerationBase;

/// An open enum.
#[derive(Debug)]
pub struct Enum {
    /// Its name.
    pub name: String,
    /// Its documentation.
    pub docs: Docs,
    /// Its known variants.
    pub variants: Vec<Variant>,
    /// Whether the wire carries numbers.
    pub integer: bool,
    /// Whether values are compared without case.
    pub ignore_case: bool,
}

/// A known variant.
#[derive(Debug)]
pub struct Variant {
    /// Its name.
    pub name: String,
    /// Its spelling on the wire.
    pub wire: String,
    /// Other spellings.
    pub aliases: Vec<String>,
    /// Its documentation.
    pub docs: Docs,
}

impl Enum {
    /// Plans a shared enum.
    pub fn new(name: String, enumeration: &Enumeration) -> Self {
        let words = enumeration
            .values
            .iter()
            .map(|value| value.name.as_deref().unwrap_or(&value.wire));
        let scope = Scope::new(Kind::Variant, words);
        let variants = enumeration
            .values
            .iter()
            .map(|value| {
                let mut docs =
                    Docs::new(&value.doc).paragraph(&format!("On the wire `{}`.", value.wire));
                if !value.aliases.is_empty() {
                    docs =
                        docs.paragraph(&format!("Also read as `{}`.", value.aliases.join("`, `")));
                }
                if let Some(source) = &value.source {
                    docs = docs.paragraph(&format!("Source: {}.", source.title));
                }
                Variant {
                    name: scope.get(value.name.as_deref().unwrap_or(&value.wire)),
                    wire: value.wire.clone(),
                    aliases: value.aliases.clone(),
                    docs,
                }
            })
            .collect();
        Self {
            name,
            docs: Docs::new(&enumeration.doc),
            variants,
            integer: enumeration.base == EnumerationBase::Integer,
            ignore_case: enumeration.ignore_case,
        }
    }

    /// Plans the enum of an operation's documented error codes. Rows of one code become one variant.
    pub fn of_error_codes(name: String, operation: &crate::model::Operation) -> Self {
        let scope = Scope::new(
            Kind::Variant,
            operation.errors.iter().map(|row| row.code.as_str()),
        );
        let mut variants: Vec<Variant> = Vec::new();
        for row in &operation.errors {
            let line = match row.status {
                Some(status) => format!("HTTP {status}: {}", row.meaning),
                None => row.meaning.clone(),
            };
            match variants.iter_mut().find(|variant| variant.wire == row.code) {
                Some(variant) => {
                    variant.docs = std::mem::take(&mut variant.docs).paragraph(&line);
                    variant.aliases.extend(row.aliases.iter().cloned());
                }
                None => variants.push(Variant {
                    name: scope.get(&row.code),
                    wire: row.code.clone(),
                    aliases: row.aliases.clone(),
                    docs: Docs::new(&format!("`{}`.", row.code)).paragraph(&line),
                }),
            }
        }
        Self::without_ambiguous_aliases(Self {
            docs: Docs::new(&format!(
                "Error codes that are documented for `{}`.",
                operation.name
            ))
            .paragraph("Open: a code that is not listed keeps its text."),
            name,
            variants,
            integer: false,
            ignore_case: false,
        })
    }

    /// An alias that is a code of its own, or belongs to two codes, says nothing.
    fn without_ambiguous_aliases(mut self) -> Self {
        let mut seen: Vec<String> = self
            .variants
            .iter()
            .map(|variant| variant.wire.clone())
            .collect();
        for variant in &mut self.variants {
            variant.aliases.retain(|alias| {
                let new = !seen.contains(alias);
                seen.push(alias.clone());
                new
            });
        }
        self
    }
}
