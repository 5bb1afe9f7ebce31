//! Imports: what a file's tokens name, taken from where it is defined. Looking at the tokens
//! keeps the list complete and free of what is not used.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

use super::rust::ident;

/// Where each name that generated code uses without a path is defined.
const HOMES: [(&str, &[&str]); 13] = [
    ("crate", &["source", "types"]),
    ("crate::runtime::client", &["Client", "ClientBuilder"]),
    ("crate::runtime::credentials", &["Credentials"]),
    ("crate::runtime::error", &["Error"]),
    (
        "crate::runtime::json",
        &[
            "At",
            "DecodeError",
            "FromJson",
            "JsonText",
            "Reader",
            "ToJson",
            "Value",
            "Writer",
        ],
    ),
    ("crate::runtime::open_enum", &["UnknownValue"]),
    (
        "crate::runtime::operation",
        &[
            "ClientValue",
            "DocumentedError",
            "Effect",
            "Environment",
            "ErrorEnvelope",
            "Location",
            "Operation",
            "Origin",
            "Parameter",
            "Responses",
            "Retry",
            "RetryFacts",
            "Service",
            "Source",
            "TokenHeader",
        ],
    ),
    (
        "crate::runtime::paging",
        &["Paginated", "Paging", "PagingStyle"],
    ),
    ("crate::runtime::request", &["Input", "Request"]),
    ("crate::runtime::secret", &["SecretString"]),
    ("crate::runtime::timestamp", &["Timestamp"]),
    (
        "crate::runtime::validate",
        &[
            "Characters",
            "Class",
            "Field",
            "Format",
            "LengthUnit",
            "Rule",
            "Statement",
            "Validator",
            "network",
        ],
    ),
    ("crate::runtime::waiting", &["Waiter", "WaiterFacts"]),
];

/// `use` lines for everything that the tokens name.
pub(super) fn used_by(tokens: &TokenStream) -> TokenStream {
    let mut names = Names::default();
    names.collect(tokens.clone());
    let mut lines: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (module, items) in HOMES {
        for item in items {
            if names.used.contains(*item) && !names.defined.contains(*item) {
                lines.entry(module).or_default().push(item);
            }
        }
    }
    let lines = lines.iter().map(|(module, items)| {
        let module: Vec<_> = module.split("::").map(ident).collect();
        let items: Vec<_> = items.iter().map(|item| ident(item)).collect();
        match items.as_slice() {
            [item] => quote! { use #(#module)::*::#item; },
            items => quote! { use #(#module)::*::{#(#items),*}; },
        }
    });
    quote! { #( #lines )* }
}

/// Names that tokens use as the first segment of a path, and those that they define.
#[derive(Default)]
struct Names {
    used: BTreeSet<String>,
    defined: BTreeSet<String>,
}

impl Names {
    fn collect(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut before = [Token::Other; 2];
        for (index, token) in tokens.iter().enumerate() {
            let now = Token::of(token);
            match token {
                TokenTree::Group(group) => self.collect(group.stream()),
                TokenTree::Ident(name) => {
                    let opens_path = matches!(tokens.get(index + 1), Some(next) if Token::of(next) == Token::Colon)
                        && matches!(tokens.get(index + 2), Some(next) if Token::of(next) == Token::Colon);
                    self.note(&name.to_string(), before, opens_path);
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
            before = match (before[1], now) {
                // The lifetime `'static` defines nothing.
                (Token::Tick, Token::Definition) => [Token::Tick, Token::Other],
                (last, now) => [last, now],
            };
        }
    }

    fn note(&mut self, name: &str, before: [Token; 2], opens_path: bool) {
        let is_module = name.starts_with(|first: char| first.is_ascii_lowercase());
        match before {
            // A later segment of a path, a method, a field, a lifetime.
            [_, Token::Dot | Token::Tick] | [Token::Colon, Token::Colon] => {}
            [_, Token::Definition] => {
                self.defined.insert(name.to_owned());
            }
            // Fields have the same look as modules, but no path follows them.
            _ if is_module && !opens_path => {}
            _ => {
                self.used.insert(name.to_owned());
            }
        }
    }
}

/// What matters of a token for telling what the next one is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Token {
    Colon,
    Dot,
    Tick,
    Definition,
    Other,
}

impl Token {
    fn of(token: &TokenTree) -> Self {
        match token {
            TokenTree::Punct(punct) => match punct.as_char() {
                ':' => Self::Colon,
                '.' => Self::Dot,
                '\'' => Self::Tick,
                _ => Self::Other,
            },
            TokenTree::Ident(name) => {
                let name = name.to_string();
                match name.as_str() {
                    "struct" | "enum" | "type" | "static" | "const" | "mod" => Self::Definition,
                    _ => Self::Other,
                }
            }
            TokenTree::Group(_) | TokenTree::Literal(_) => Self::Other,
        }
    }
}
