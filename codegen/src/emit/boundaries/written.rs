//! How requests stand in the source of a test: as JSON that a person can read.

use proc_macro2::Literal;
use serde_json::{Value, json};

/// Columns that requests are written into.
const WIDTH: usize = 100;
/// How far they are indented where one line does not hold them.
const INDENT: &str = "                ";
/// How far the code around them is.
const OUTER: &str = "            ";

/// Equal characters in a row that are counted instead of written out.
const LONG_TEXT: usize = 32;
/// Equal members of a list in a row that are counted instead of written out.
const LONG_LIST: usize = 3;

/// One request.
pub(super) fn request(request: &Value) -> Literal {
    raw(&text(request))
}

/// Several requests, with white space between them.
pub(super) fn requests(requests: &[Value]) -> Literal {
    let texts: Vec<String> = requests.iter().map(text).collect();
    let line = texts.join(" ");
    if columns(&line) <= WIDTH - INDENT.len() {
        return raw(&line);
    }
    let mut lines = String::new();
    let mut width = WIDTH;
    for text in texts {
        let length = columns(&text) + 1;
        if width + length > WIDTH {
            lines.push('\n');
            lines.push_str(INDENT);
            width = INDENT.len();
        } else {
            lines.push(' ');
        }
        width += length;
        lines.push_str(&text);
    }
    raw(&format!("{lines}\n{OUTER}"))
}

/// Recipes of random values, a line for each parameter.
pub(super) fn recipes(recipes: &Value) -> Literal {
    let members = recipes.as_object().into_iter().flatten();
    let lines: Vec<String> = members
        .map(|(name, recipe)| format!("{}: {}", json!(name), escaped(recipe)))
        .collect();
    match lines.as_slice() {
        [] => raw("{}"),
        lines => raw(&format!(
            "{{\n        {}\n    }}",
            lines.join(",\n        ")
        )),
    }
}

fn columns(text: &str) -> usize {
    text.chars().count()
}

/// A raw string with as many signs around it as it needs.
fn raw(text: &str) -> Literal {
    let mut fence = "#".to_owned();
    while text.contains(&format!("\"{fence}")) {
        fence.push('#');
    }
    let literal = format!("r{fence}\"{text}\"{fence}").parse();
    literal.unwrap_or_else(|_| Literal::string(text))
}

/// A request as JSON, long repetitions counted.
fn text(request: &Value) -> String {
    escaped(&folded(request))
}

/// JSON whose invisible characters are escaped.
fn escaped(value: &Value) -> String {
    let mut escaped = String::new();
    for character in value.to_string().chars() {
        if character.is_control() {
            escaped.push_str(&format!("\\u{:04x}", u32::from(character)));
        } else {
            escaped.push(character);
        }
    }
    escaped
}

/// A value whose long texts and lists are written as members and how often they follow each other:
/// `{"$text":[["a",129]]}`.
fn folded(value: &Value) -> Value {
    match value {
        Value::String(text) => {
            let runs = runs(text.chars(), LONG_TEXT);
            runs.map_or_else(|| value.clone(), |runs| json!({ "$text": runs }))
        }
        Value::Array(items) => {
            let items: Vec<Value> = items.iter().map(folded).collect();
            match runs(items.iter(), LONG_LIST) {
                Some(runs) => json!({ "$list": runs }),
                None => Value::Array(items),
            }
        }
        Value::Object(members) => {
            let members = members.iter();
            members
                .map(|(name, value)| (name.clone(), folded(value)))
                .collect()
        }
        scalar => scalar.clone(),
    }
}

/// Items and how often they follow each other, if one of them does so often enough.
fn runs<T: PartialEq + serde::Serialize>(
    items: impl Iterator<Item = T>,
    long: usize,
) -> Option<Vec<(T, usize)>> {
    let mut runs: Vec<(T, usize)> = Vec::new();
    for item in items {
        match runs.last_mut() {
            Some((last, count)) if *last == item => *count = count.saturating_add(1),
            _ => runs.push((item, 1)),
        }
    }
    let is_long = runs.iter().any(|(_, count)| *count >= long);
    is_long.then_some(runs)
}
