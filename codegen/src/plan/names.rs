//! Identifiers: the one place where a name of a spec becomes a name in Rust.
//!
//! Every result is a valid identifier of edition 2024 without a raw prefix, whatever the spec says,
//! and names of one [`Scope`] never collide.

use std::collections::{BTreeMap, HashMap, HashSet};

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};

/// Words that no identifier may be.
const KEYWORDS: [&str; 52] = [
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue",
    "crate", "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
    "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Types that generated code names without a path; a type of a spec must not hide them.
const TYPES: [&str; 37] = [
    "At",
    "Box",
    "Clone",
    "Debug",
    "DecodeError",
    "Default",
    "DocumentedError",
    "Eq",
    "Err",
    "Field",
    "From",
    "FromJson",
    "Hash",
    "Input",
    "Into",
    "IntoIterator",
    "Iterator",
    "None",
    "Ok",
    "Operation",
    "Option",
    "Paginated",
    "Paging",
    "PagingStyle",
    "PartialEq",
    "Reader",
    "Request",
    "Result",
    "SecretString",
    "Some",
    "String",
    "Timestamp",
    "ToJson",
    "ToString",
    "UnknownValue",
    "Validator",
    "Vec",
];

/// Methods that every fluent request has.
const REQUEST_METHODS: [&str; 22] = [
    "as_ref",
    "borrow",
    "build_request",
    "clone",
    "decode_response",
    "eq",
    "fmt",
    "from",
    "input",
    "input_mut",
    "into",
    "items",
    "items_blocking",
    "new",
    "pages",
    "pages_blocking",
    "send",
    "send_blocking",
    "skip_validation",
    "to_owned",
    "try_into",
    "validate",
];

/// Methods that a client has beside its operations.
const CLIENT_METHODS: [&str; 14] = [
    "builder", "call_raw", "clone", "endpoint", "eq", "fmt", "from", "into", "new", "region",
    "service", "to_owned", "try_into", "values",
];

/// What a name is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A struct or enum.
    Type,
    /// A variant of an enum.
    Variant,
    /// A field of a struct, and the argument of its setter.
    Field,
    /// A setter of a fluent request.
    Setter,
    /// A method of the client.
    Method,
    /// A module.
    Module,
    /// A static.
    Static,
}

/// Names of one scope, given out so that no two are the same.
#[derive(Debug)]
pub struct Scope {
    kind: Kind,
    names: HashMap<String, String>,
}

impl Scope {
    /// Gives a name to each of the words. Words that would get the same name get a number by their
    /// order in bytes, so that the result does not depend on the order in which they come.
    pub fn new<'a>(kind: Kind, words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut wanted: BTreeMap<&str, String> = BTreeMap::new();
        for word in words {
            wanted.entry(word).or_insert_with(|| identifier(kind, word));
        }
        let plain: HashSet<String> = wanted.values().cloned().collect();
        let mut taken: HashSet<String> = HashSet::new();
        let mut names = HashMap::new();
        for (word, name) in wanted {
            let mut unique = name.clone();
            let mut number = 2;
            // A numbered name must not take one that another word gets without a number.
            while taken.contains(&unique) || (unique != name && plain.contains(&unique)) {
                unique = numbered(kind, &name, number);
                number += 1;
            }
            taken.insert(unique.clone());
            names.insert(word.to_owned(), unique);
        }
        Self { kind, names }
    }

    /// The name of a word. A word that the scope was not made for gets its plain name.
    pub fn get(&self, word: &str) -> String {
        self.names
            .get(word)
            .cloned()
            .unwrap_or_else(|| identifier(self.kind, word))
    }
}

/// The plain name of a word: right case, valid, no keyword, nothing hidden.
pub fn identifier(kind: Kind, word: &str) -> String {
    let ascii = spell_out(word);
    let cased = match kind {
        Kind::Type | Kind::Variant => ascii.to_upper_camel_case(),
        Kind::Static => ascii.to_shouty_snake_case(),
        Kind::Field | Kind::Setter | Kind::Method | Kind::Module => ascii.to_snake_case(),
    };
    let (empty, prefix) = match kind {
        Kind::Type | Kind::Variant => ("Empty", "Value"),
        Kind::Static => ("EMPTY", "VALUE_"),
        _ => ("empty", "value_"),
    };
    let name = match cased.chars().next() {
        None => empty.to_owned(),
        Some(first) if first.is_ascii_digit() => format!("{prefix}{cased}"),
        Some(_) => cased,
    };
    avoid_reserved(kind, name)
}

fn avoid_reserved(kind: Kind, name: String) -> String {
    let reserved: &[&str] = match kind {
        Kind::Type => &TYPES,
        Kind::Variant => &["Unknown"],
        Kind::Setter => &REQUEST_METHODS,
        Kind::Method => &CLIENT_METHODS,
        Kind::Module => &["core", "std", "alloc"],
        Kind::Field | Kind::Static => &[],
    };
    // Options of a request start with `with_`, so that no parameter can take the name of a later one.
    let is_option = kind == Kind::Setter && name.starts_with("with_");
    if !is_option && !reserved.contains(&name.as_str()) && !KEYWORDS.contains(&name.as_str()) {
        return name;
    }
    match kind {
        Kind::Type => format!("{name}Type"),
        Kind::Variant => format!("{name}Value"),
        _ => format!("{name}_"),
    }
}

fn numbered(kind: Kind, name: &str, number: usize) -> String {
    match kind {
        Kind::Type | Kind::Variant => format!("{name}{number}"),
        Kind::Static => format!("{name}_{number}"),
        _ => format!("{}_{number}", name.trim_end_matches('_')),
    }
}

/// Keeps ASCII letters and digits, spells every other letter out as its code point, and makes
/// everything else a boundary between words.
fn spell_out(word: &str) -> String {
    let mut text = String::with_capacity(word.len());
    for character in word.chars() {
        match character {
            _ if character.is_ascii_alphanumeric() => text.push(character),
            _ if character.is_alphanumeric() => {
                text.push_str(&format!("_u{:x}_", u32::from(character)));
            }
            _ => text.push('_'),
        }
    }
    text
}
