//! Lists that come in pages: one by number, one by marker.

use runtime::runtime::json::{At, DecodeError, FromJson, Reader, ToJson, Value, Writer};
use runtime::runtime::operation::Operation;
use runtime::runtime::paging::{Paginated, Paging, PagingStyle};
use runtime::runtime::request::Input;
use runtime::runtime::validate::Validator;

use super::rest::LIST;

/// A list; `BY_NUMBER` says how it is paged.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PagedInput<const BY_NUMBER: bool>(pub Value);

impl<const BY_NUMBER: bool> FromJson for PagedInput<BY_NUMBER> {
    fn from_json(value: &Value, _: &At<'_>) -> Result<Self, DecodeError> {
        Ok(Self(value.clone()))
    }
}

impl<const BY_NUMBER: bool> ToJson for PagedInput<BY_NUMBER> {
    fn to_json(&self) -> Value {
        self.0.clone()
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PagedOutput {
    pub items: Option<Vec<i64>>,
}

impl FromJson for PagedOutput {
    fn from_json(value: &Value, at: &At<'_>) -> Result<Self, DecodeError> {
        let mut members = Reader::new(value, at)?;
        let mut decoded = Self::default();
        members.list("items", Some("item"), &mut decoded.items);
        members.finish(decoded)
    }
}

impl ToJson for PagedOutput {
    fn to_json(&self) -> Value {
        let mut members = Writer::new();
        members.put("items", &self.items);
        members.finish()
    }
}

static PAGED: Operation = Operation {
    name: "Paged",
    parameters: &[query("page"), query("size"), query("marker")],
    ..LIST
};

const fn query(name: &'static str) -> runtime::runtime::operation::Parameter {
    runtime::runtime::operation::Parameter {
        name,
        location: runtime::runtime::operation::Location::Query,
        also_in: None,
    }
}

impl<const BY_NUMBER: bool> Input for PagedInput<BY_NUMBER> {
    type Output = PagedOutput;

    const OPERATION: &'static Operation = &PAGED;

    fn validate(&self, validator: &mut Validator<'_>) {
        validator.required("size", "size", self.0.get("size").is_some());
    }
}

impl<const BY_NUMBER: bool> Paginated for PagedInput<BY_NUMBER> {
    type Item = i64;

    const PAGING: &'static Paging = &Paging {
        items: "items",
        style: if BY_NUMBER {
            PagingStyle::Number {
                page: "page",
                size: "size",
                total: "total",
            }
        } else {
            PagingStyle::Token {
                token: "marker",
                next: "next",
                more: Some("more"),
            }
        },
    };

    fn items(output: &mut PagedOutput) -> &mut Option<Vec<i64>> {
        &mut output.items
    }
}
