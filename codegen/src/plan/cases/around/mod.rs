//! Values at the limits of a parameter, and just beyond them.

mod number;
mod set;
mod text;

use serde_json::{Value, json};

use super::samples::Samples;
use super::samples::form::Form;
use crate::model::validate::Limit;
use crate::model::{Member, Type};
use crate::spec::Range;

/// Most members of a list that a case writes out.
const LONGEST_LIST: i64 = 10_000;

/// Values around one limit.
#[derive(Debug)]
pub(super) struct Around {
    /// The limit.
    pub limit: Limit,
    /// Values that should be accepted.
    pub inside: Vec<Value>,
    /// Values that should be refused.
    pub outside: Vec<Value>,
    /// Values that cannot be tried, and why.
    pub gaps: Vec<String>,
}

impl Around {
    fn new(limit: Limit, inside: Vec<Value>, outside: Vec<Value>) -> Self {
        Self {
            limit,
            inside,
            outside,
            gaps: Vec::new(),
        }
    }
}

/// Values around every limit of a member itself.
pub(super) fn around<'m>(samples: &Samples<'m>, member: &'m Member) -> Vec<Around> {
    let limits = &member.constraints;
    let mut found = Vec::new();
    found.extend(limits.range.map(|range| number::range(member, range)));
    found.extend(number::except(member));
    found.extend(limits.length.map(|length| text::length(member, length)));
    if let Some(rule) = &limits.characters {
        found.extend(text::characters(member, rule));
        found.extend(text::beginnings(member, rule));
    }
    found.extend(limits.format.map(|format| {
        let form = Form::of(format);
        let texts = |texts: &[&str]| texts.iter().map(|text| json!(text)).collect();
        Around::new(Limit::Format, texts(form.good), texts(form.bad))
    }));
    if let (Some(range), Type::List(items)) = (limits.item_count, &member.type_) {
        found.extend(samples.one(items).map(|item| item_count(&item, range)));
    }
    found.extend(set::one_of(samples, member));
    found
}

fn item_count(item: &Value, range: Range) -> Around {
    let (ends, beyond) = ends(range);
    let (beyond, longer): (Vec<i64>, Vec<i64>) =
        beyond.into_iter().partition(|count| *count <= LONGEST_LIST);
    let list = |count: &i64| Some(vec![item.clone(); usize::try_from(*count).ok()?]);
    let lists = |counts: &[i64]| counts.iter().filter_map(list).map(Value::Array).collect();
    let short: Vec<i64> = ends
        .into_iter()
        .filter(|end| *end <= LONGEST_LIST)
        .collect();
    Around {
        gaps: longer
            .iter()
            .map(|count| format!("a list of {count} members is too long to write out"))
            .collect(),
        ..Around::new(Limit::ItemCount, lists(&short), lists(&beyond))
    }
}

/// The ends of a range, and the numbers just beyond them.
fn ends(Range(low, high): Range) -> (Vec<i64>, Vec<i64>) {
    let below = low.and_then(|low| low.checked_sub(1));
    let above = high.and_then(|high| high.checked_add(1));
    (
        low.into_iter().chain(high).collect(),
        below.into_iter().chain(above).collect(),
    )
}
