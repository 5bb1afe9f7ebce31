//! Operations as a whole.

use crate::table::there_and_back;

const MEMBERS: &str = "# rent_line.yaml
request:
  A: { type: string, doc: A. }
  B: { type: string, doc: B. }
  Page: { type: integer, doc: Page. }
  Size: { type: integer, doc: Size. }
  Token: { type: string, secret: false, doc: Token. }
response:
  Items: { type: list, items: { type: string }, doc: Items. }
  Total: { type: integer, doc: Total. }
  Next: { type: string, doc: Next. }
";

/// Holds two versions of some keys of the operation against each other.
fn check(old: &str, new: &str, there: &str, back: &str) {
    let version = |keys: &str| format!("{MEMBERS}{keys}\n");
    let line = |line: &'static str| {
        [line]
            .into_iter()
            .filter(|line| !line.is_empty())
            .collect::<Vec<_>>()
    };
    let leak = |text: &str| -> &'static str { Box::leak(text.to_owned().into_boxed_str()) };
    there_and_back(
        &version(old),
        &version(new),
        &line(leak(there)),
        &line(leak(back)),
    );
}

#[test]
fn an_operation_is_added() {
    let other = "# end_line.yaml\noperation: EndLine\neffect: write\nsummary: End a line.\n\
                 source: { document: book }\nhttp: { method: DELETE, path: /v1/lines }\nrequest: {}\n";
    there_and_back(
        "",
        other,
        &["operation-added service safe additive"],
        &["operation-removed service breaking breaking"],
    );
}

#[test]
fn an_operation_is_in_another_group() {
    let operation = |folder: &str| {
        format!(
            "# {folder}end_line.yaml\noperation: EndLine\neffect: write\nsummary: End a line.\n\
             source: {{ document: book }}\nhttp: {{ method: DELETE, path: /v1/lines }}\n"
        )
    };
    let expected = ["group-changed service none breaking"];
    there_and_back(&operation(""), &operation("spare/"), &expected, &expected);
}

#[test]
fn a_method_is_another() {
    let expected = "method-changed request breaking none";
    check(
        "http: { method: POST, path: /v1/lines }",
        "http: { method: PUT, path: /v1/lines }",
        expected,
        expected,
    );
}

#[test]
fn a_path_is_another() {
    let expected = "path-changed request breaking none";
    check(
        "http: { method: POST, path: /v1/lines }",
        "http: { method: POST, path: /v2/lines }",
        expected,
        expected,
    );
}

#[test]
fn a_parameter_moves_into_the_path() {
    let version = |path: &str, in_: &str| {
        format!(
            "# rent_line.yaml\nhttp: {{ method: POST, path: \"{path}\" }}\nrequest:\n  A: {{ type: string, {in_}doc: A. }}\n"
        )
    };
    let expected = [
        "location-changed request breaking none",
        "path-changed request breaking none",
    ];
    there_and_back(
        &version("/v1/lines", ""),
        &version("/v1/lines/{A}", "in: path, "),
        &expected,
        &expected,
    );
}

#[test]
fn a_flag_is_another() {
    let expected = "flag-changed request breaking none";
    check(
        "http: { method: POST, path: /v1/lines, flag: rent }",
        "http: { method: POST, path: /v1/lines, flag: lease }",
        expected,
        expected,
    );
}

#[test]
fn a_status_of_success_is_another() {
    let expected = "success-changed response breaking none";
    check(
        "http: { method: POST, path: /v1/lines, success: 200 }",
        "http: { method: POST, path: /v1/lines, success: 202 }",
        expected,
        expected,
    );
}

#[test]
fn an_operation_changes_something() {
    check(
        "effect: read",
        "effect: write",
        "became-write service risky none",
        "became-read service safe none",
    );
}

#[test]
fn a_rule_is_added() {
    check(
        "rules: {}",
        "rules: { a-or-b: { check: { at_least_one_of: { groups: [[A], [B]] } } } }",
        "rule-added request breaking none",
        "rule-removed request safe none",
    );
}

#[test]
fn a_rule_demands_more() {
    check(
        "rules: { a: { check: { required_if: { parameters: [A], when: { Page: { equals: 1 } } } } } }",
        "rules: { a: { check: { required_if: { parameters: [A, B], when: { Page: { equals: 1 } } } } } }",
        "rule-tightened request breaking none",
        "rule-relaxed request safe none",
    );
}

#[test]
fn a_condition_holds_more_often() {
    check(
        "rules: { a: { check: { required_if: { parameters: [A], when: { Page: { equals: 1 } } } } } }",
        "rules: { a: { check: { required_if: { parameters: [A], when: { Page: { in: [1, 2] } } } } } }",
        "rule-tightened request breaking none",
        "rule-relaxed request safe none",
    );
    check(
        "rules: { a: { check: { required_if: { parameters: [A], when: { Page: { equals: 1 }, Size: { equals: 1 } } } } } }",
        "rules: { a: { check: { required_if: { parameters: [A], when: { Page: { equals: 1 } } } } } }",
        "rule-tightened request breaking none",
        "rule-relaxed request safe none",
    );
}

#[test]
fn a_rule_is_about_something_else() {
    let expected = "rule-changed request breaking none";
    check(
        "rules: { a: { check: { not_equal: { parameter: A, values: [x] } } } }",
        "rules: { a: { check: { not_equal: { parameter: B, values: [x] } } } }",
        expected,
        expected,
    );
}

#[test]
fn a_rule_of_the_server_is_added() {
    let expected = |word: &str| format!("server-rule-{word} request risky none");
    check(
        "rules: {}",
        "rules: { quota: { stage: server, check: { state: {} }, text: At most five lines. } }",
        &expected("added"),
        &expected("removed"),
    );
}

#[test]
fn a_rule_is_checked_before_sending() {
    check(
        "rules: { a: { stage: server, check: { all_or_none: { parameters: [A, B] } } } }",
        "rules: { a: { check: { all_or_none: { parameters: [A, B] } } } }",
        "rule-checked request safe none",
        "rule-unchecked request risky none",
    );
}

const PAGED: &str =
    "pagination: { page_number: { page: Page, size: Size, total: Total, items: Items } }";

#[test]
fn a_list_is_paged() {
    check(
        "effect: read",
        &format!("effect: read\n{PAGED}"),
        "pagination-added service risky additive",
        "pagination-removed service risky breaking",
    );
}

#[test]
fn a_list_is_paged_in_another_way() {
    let expected = "pagination-changed service breaking none";
    check(
        &format!("effect: read\n{PAGED}"),
        "effect: read\npagination: { next_token: { token: Token, size: Size, next: Next, items: Items } }",
        expected,
        expected,
    );
}

#[test]
fn an_error_code_is_added() {
    check(
        "errors: []",
        "errors: [{ status: 400, code: Quota.Line, meaning: No line is left. }]",
        "error-added response safe additive",
        "error-removed response safe breaking",
    );
}

#[test]
fn the_advice_of_an_error_is_another() {
    let expected = "retry-advice-changed response risky none";
    check(
        "errors: [{ status: 400, code: Quota.Line, meaning: No line is left., retry: never }]",
        "errors: [{ status: 400, code: Quota.Line, meaning: No line is left., retry: later }]",
        expected,
        expected,
    );
}

#[test]
fn the_status_of_an_error_is_another() {
    let expected = "error-status-changed response risky none";
    check(
        "errors: [{ status: 400, code: Quota.Line, meaning: No line is left. }]",
        "errors: [{ status: 429, code: Quota.Line, meaning: No line is left. }]",
        expected,
        expected,
    );
}
