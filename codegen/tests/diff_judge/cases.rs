//! Changes, and code that uses what changes.

use codegen::diff::Api;

/// A change of the base.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    /// What stands in the base.
    pub(crate) before: &'static str,
    /// What stands in its place.
    pub(crate) after: &'static str,
    /// What the report must say of the change.
    pub(crate) source: Api,
    /// Code that compiles against the base.
    pub(crate) uses_old: &'static str,
    /// Code that compiles against the changed version alone, if there is more to use.
    pub(crate) uses_new: &'static str,
}

/// The version that every case changes.
pub(crate) fn base() -> String {
    include_str!("base.txt").to_owned()
}

const fn case(name: &'static str, before: &'static str, after: &'static str) -> Case {
    Case {
        name,
        before,
        after,
        source: Api::None,
        uses_old: "",
        uses_new: "",
    }
}

impl Case {
    const fn keeps(self, uses_old: &'static str) -> Self {
        Self { uses_old, ..self }
    }

    const fn breaks(self, uses_old: &'static str) -> Self {
        Self {
            source: Api::Breaking,
            uses_old,
            ..self
        }
    }

    const fn adds(self, uses_new: &'static str) -> Self {
        Self {
            source: Api::Additive,
            uses_new,
            ..self
        }
    }
}

pub(crate) const CASES: &[Case] = &[
    case("maximum-lowered", "range: [1, 255]", "range: [1, 9]")
        .keeps("pub fn f(c: &Client) { let _ = c.rent_line().hops(300); }"),
    case("became-required", "doc: Hops.", "required: true, doc: Hops.")
        .keeps("pub fn f(c: &Client) { let _ = c.rent_line().mode(\"slow\"); }"),
    case("rule-added", "lifecycle: []", "lifecycle: []\nrules: { one: { check: { at_least_one_of: { groups: [[Hops], [Key]] } } } }")
        .keeps("pub fn f(c: &Client) { let _ = c.rent_line().key(\"k\"); }"),
    case("parameter-added", "  Key:", "  Speed: { type: string, doc: Speed. }\n  Key:")
        .adds("pub fn f(c: &Client) { let _ = c.rent_line().speed(\"fast\"); }"),
    case("parameter-removed", "  Hops: { type: integer, range: [1, 255], doc: Hops. }\n", "")
        .breaks("pub fn f(c: &Client) { let _ = c.rent_line().hops(3); }"),
    case("parameter-renamed", "  Hops:", "  HopCount:")
        .breaks("pub fn f(c: &Client) { let _ = c.rent_line().hops(3); }"),
    case("type-widened", "Hops: { type: integer", "Hops: { type: long")
        .breaks("pub fn f(i: &operation::rent_line::RentLineInput) -> Option<i32> { i.hops }"),
    case("became-secret", "Key: { type: string, secret: false", "Key: { type: string, secret: true")
        .breaks("pub fn f(i: operation::rent_line::RentLineInput) -> Option<String> { i.key }"),
    case("became-plain", "Mode: { type: Mode", "Mode: { type: string")
        .breaks("pub fn f(i: operation::rent_line::RentLineInput) -> Option<types::Mode> { i.mode }"),
    case("field-added", "  LineId:", "  Since: { type: string, doc: Since. }\n  LineId:")
        .adds("pub fn f(o: operation::rent_line::RentLineOutput) -> Option<String> { o.since }"),
    case("field-removed", "  LineId: { type: string, doc: Id. }\n", "")
        .breaks("pub fn f(o: operation::rent_line::RentLineOutput) -> Option<String> { o.line_id }"),
    case("member-of-shape-removed", ", End: { type: string, doc: End. }", "")
        .breaks("pub fn f(p: types::Port) -> Option<String> { p.end }"),
    case("member-of-object-added", "fields: { City: { type: string, doc: City. } }", "fields: { City: { type: string, doc: City. }, Zip: { type: string, doc: Zip. } }")
        .adds("pub fn f(o: operation::rent_line::RentLineOutput) -> Option<String> { o.site?.zip }"),
    case("value-added", "fast: { doc: Fast. }", "fast: { doc: Fast. }, best: { doc: Best. }")
        .adds("pub const M: types::Mode = types::Mode::Best;"),
    case("value-removed", "slow: { doc: Slow. }, fast: { doc: Fast. }", "slow: { doc: Slow. }")
        .breaks("pub const M: types::Mode = types::Mode::Fast;"),
    case("variant-renamed", "fast: { doc: Fast. }", "fast: { doc: Fast., name: Quick }")
        .breaks("pub const M: types::Mode = types::Mode::Fast;"),
    case("alias-added", "fast: { doc: Fast. }", "fast: { doc: Fast., aliases: [quick] }")
        .keeps("pub const M: types::Mode = types::Mode::Fast;"),
    case("error-added", "errors: [", "errors: [{ status: 400, code: Quota.Port, meaning: No port is left. }, ")
        .adds("pub const E: operation::rent_line::RentLineErrorCode = operation::rent_line::RentLineErrorCode::QuotaPort;"),
    case("error-removed", "{ status: 400, code: Quota.Line, meaning: No line is left. }, ", "")
        .breaks("pub const E: operation::rent_line::RentLineErrorCode = operation::rent_line::RentLineErrorCode::QuotaLine;"),
    case("operation-added", "# list_lines.yaml", "# end_line.yaml\noperation: EndLine\neffect: write\nsummary: End.\nsource: { document: book }\nhttp: { method: DELETE, path: /v1/lines }\n# list_lines.yaml")
        .adds("pub fn f(c: &Client) { let _ = c.end_line(); }"),
    case("operation-renamed", "operation: RentLine", "operation: LeaseLine")
        .breaks("pub fn f(c: &Client) { let _ = c.rent_line(); }"),
    case("name-taken", "# list_lines.yaml", "# other.yaml\noperation: Rent-Line\neffect: write\nsummary: Other.\nsource: { document: book }\nhttp: { method: DELETE, path: /v1/lines }\n# list_lines.yaml")
        .breaks("pub fn f(c: &Client) -> operation::rent_line::RentLineInput { let _ = c.rent_line().hops(3); Default::default() }"),
    case("pages-removed", "pagination: { page_number: { page: Page, size: Size, total: Total, items: Lines } }", "examples: []")
        .breaks("pub fn f(c: &Client) { let _ = c.list_lines().items(); }"),
    case("waiter-removed", "      up: { success: [up], interval_seconds: 5, deadline_seconds: 60 }\n", "")
        .breaks("pub fn f(c: &Client) { let _ = c.wait_until_line_up(\"l-1\"); }"),
    case("waiter-states-changed", "success: [up], interval", "success: [up], failure: [down], interval")
        .keeps("pub fn f(c: &Client) { let _ = c.wait_until_line_up(\"l-1\"); }"),
    case("type-removed", "  Mode: { doc: How., values: { slow: { doc: Slow. }, fast: { doc: Fast. } } }\n", "  Manner: { doc: How., values: { slow: { doc: Slow. }, fast: { doc: Fast. } } }\n  Mode: { doc: How else., values: { other: { doc: Other. } } }\n")
        .breaks("pub const M: types::Mode = types::Mode::Fast;"),
    case("token-added", "  - sdk_hmac_sha256: {}", "  - sdk_hmac_sha256: {}\n  - token: { header: x-token }")
        .adds("pub fn f() -> acme_lines::Credentials { acme_lines::Credentials::token(\"t\") }"),
];
