//! Facts of a member in words, for rustdoc and for the documentation pages.

use crate::model::{Member, Type};
use crate::spec::{Characters, ClientValue, Format, LengthUnit, Location, Range};

/// Everything that a reader of a field should know beside its meaning.
pub fn facts(member: &Member) -> Vec<String> {
    let mut facts = vec![place(member)];
    facts.extend(remarks(member));
    facts
}

/// The same without the name on the wire, for a reader who has come by it.
pub fn remarks(member: &Member) -> Vec<String> {
    let mut facts = Vec::new();
    if member.required {
        facts.push("Required.".to_owned());
    }
    facts.extend(member.client_value.map(|value| match value {
        ClientValue::Region => "Filled with the client's region if absent.".to_owned(),
        ClientValue::ProjectId => "Filled with the client's project id if absent.".to_owned(),
    }));
    facts.extend(limits(member));
    facts.extend(member.unit.as_ref().map(|unit| format!("Unit: {unit}.")));
    facts.extend(
        member
            .default
            .as_ref()
            .map(|default| format!("The server takes `{default}` if absent.")),
    );
    facts.extend(
        member
            .client_default
            .as_ref()
            .map(|default| format!("The client sends `{default}` if absent.")),
    );
    if member.idempotency_token {
        facts.push(
            "Idempotency token: a fresh UUID is sent if absent, the same one on every attempt."
                .to_owned(),
        );
    }
    if member.unsupported {
        facts.push("Documented as not supported at present.".to_owned());
    }
    if let Some(example) = member.example.as_ref().filter(|_| !member.secret) {
        let text = match example {
            serde_json::Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        if !text.is_empty() && !text.contains('`') {
            facts.push(format!("Example: `{text}`."));
        }
    }
    facts
}

/// What a value must satisfy, one sentence each.
pub fn limits(member: &Member) -> Vec<String> {
    let constraints = &member.constraints;
    let mut limits = Vec::new();
    limits.extend(
        constraints
            .range
            .map(|range| format!("{}.", span(range, "", ""))),
    );
    if !constraints.except.is_empty() {
        limits.push(format!("Not {}.", either(&constraints.except)));
    }
    limits.extend(constraints.length.map(|length| {
        let unit = match constraints.length_unit {
            LengthUnit::Characters => ("character", "characters"),
            LengthUnit::Bytes => ("byte", "bytes"),
        };
        format!("{}.", span(length, unit.0, unit.1))
    }));
    limits.extend(constraints.characters.iter().flat_map(characters));
    limits.extend(
        constraints
            .format
            .map(|format| format!("Form: {}.", form(format))),
    );
    limits.extend(
        constraints
            .item_count
            .map(|count| format!("{}.", span(count, "member", "members"))),
    );
    if !constraints.values.is_empty() {
        limits.push(format!("One of {}.", either(&constraints.values)));
    }
    if let Type::List(items) = &member.type_ {
        limits.extend(
            self::limits(items)
                .into_iter()
                .map(|limit| format!("Each: {}", lower_first(&limit))),
        );
    }
    limits
}

fn place(member: &Member) -> String {
    let place = match member.location {
        Some(Location::Path) => " in the path",
        Some(Location::Query) => " in the query",
        Some(Location::Header) => " in a header",
        Some(Location::Body) => " in the body",
        None => "",
    };
    let again = match member.also_in {
        Some(Location::Path) => " and again in the path",
        Some(Location::Query) => " and again in the query",
        Some(Location::Header) => " and again in a header",
        Some(Location::Body) => " and again in the body",
        None => "",
    };
    format!(
        "On the wire `{}`, {}{place}{again}.",
        member.name,
        member.documented.as_str()
    )
}

fn span(Range(low, high): Range, one: &str, many: &str) -> String {
    let unit = |count: i64| match (count, many) {
        (_, "") => String::new(),
        (1, _) => format!(" {one}"),
        _ => format!(" {many}"),
    };
    match (low, high) {
        (Some(low), Some(high)) if low == high => format!("Exactly {low}{}", unit(low)),
        (Some(low), Some(high)) => format!("From {low} to {high}{}", unit(high)),
        (Some(low), None) => format!("At least {low}{}", unit(low)),
        (None, Some(high)) => format!("At most {high}{}", unit(high)),
        (None, None) => "Any".to_owned(),
    }
}

fn characters(rule: &Characters) -> Vec<String> {
    let mut sentences = Vec::new();
    if !rule.first.is_empty() {
        sentences.push(format!("Starts with {}.", classes(&rule.first, "or")));
    }
    if !rule.allowed.is_empty() {
        sentences.push(format!("Holds only {}.", classes(&rule.allowed, "and")));
    }
    if !rule.forbidden_prefixes.is_empty() {
        sentences.push(format!(
            "Does not start with {}.",
            either(&rule.forbidden_prefixes)
        ));
    }
    sentences
}

fn classes(classes: &[String], word: &str) -> String {
    let names: Vec<String> = classes
        .iter()
        .map(|class| match (class.as_str(), word) {
            ("letter", "or") => "a letter (A to Z, a to z)".to_owned(),
            ("letter", _) => "letters (A to Z, a to z)".to_owned(),
            ("chinese", "or") => "a Chinese character".to_owned(),
            ("chinese", _) => "Chinese characters".to_owned(),
            ("digit", "or") => "a digit".to_owned(),
            ("digit", _) => "digits".to_owned(),
            ("ascii", _) => "ASCII characters".to_owned(),
            (one, _) => format!("`{one}`"),
        })
        .collect();
    join(names, word)
}

/// The form of a text in words.
fn form(format: Format) -> &'static str {
    match format {
        Format::Ip => "IPv4 or IPv6 address",
        Format::Ipv4 => "IPv4 address",
        Format::Ipv6 => "IPv6 address",
        Format::Cidr => "address with an optional prefix length",
        Format::Ipv4Cidr => "IPv4 address with an optional prefix length",
        Format::Ipv6Cidr => "IPv6 address with an optional prefix length",
        Format::Netmask => "netmask as dotted quad or prefix length",
        Format::Email => "e-mail address",
        Format::Uuid => "UUID",
        Format::UtcTime => "UTC time `YYYY-MM-DDThh:mm:ssZ`",
    }
}

fn either<T: ToString>(values: &[T]) -> String {
    join(
        values
            .iter()
            .map(|value| format!("`{}`", value.to_string()))
            .collect(),
        "or",
    )
}

fn join(mut names: Vec<String>, word: &str) -> String {
    match (names.pop(), names.is_empty()) {
        (None, _) => String::new(),
        (Some(only), true) => only,
        (Some(last), false) => format!("{} {word} {last}", names.join(", ")),
    }
}

fn lower_first(text: &str) -> String {
    let mut characters = text.chars();
    match characters.next() {
        Some(first) => first.to_lowercase().chain(characters).collect(),
        None => String::new(),
    }
}
