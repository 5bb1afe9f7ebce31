//! What all operations have in common.

use crate::table::there_and_back;

fn check(old: &str, new: &str, there: &str, back: &str) {
    let version = |keys: &str| format!("# service.yaml\n{keys}\n");
    there_and_back(&version(old), &version(new), &[there], &[back]);
}

#[test]
fn the_version_of_the_api_is_another() {
    let expected = "api-version-changed service breaking none";
    check("api_version: v1", "api_version: v2", expected, expected);
}

#[test]
fn the_crate_has_another_name() {
    let expected = "crate-renamed service none breaking";
    check("crate: acme-lines", "crate: acme-rents", expected, expected);
}

#[test]
fn lists_go_out_differently() {
    let expected = "list-encoding-changed service breaking none";
    check(
        "protocol:\n  rest: { content_type: application/json, lists: repeated }",
        "protocol:\n  rest: { content_type: application/json, lists: indexed }",
        expected,
        expected,
    );
}

#[test]
fn bodies_are_of_another_type() {
    let expected = "protocol-changed service breaking none";
    check(
        "protocol:\n  rest: { content_type: application/json, lists: repeated }",
        "protocol:\n  rest: { content_type: text/json, lists: repeated }",
        expected,
        expected,
    );
}

#[test]
fn a_way_to_authenticate_is_added() {
    check(
        "authentication:\n  - bce_auth_v1: { expiration_seconds: 1800 }",
        "authentication:\n  - bce_auth_v1: { expiration_seconds: 1800 }\n  - token: { header: x-token }",
        "authentication-added service safe additive",
        "authentication-removed service breaking breaking",
    );
}

#[test]
fn a_token_stands_in_another_header() {
    let expected = "authentication-changed service breaking none";
    check(
        "authentication:\n  - sdk_hmac_sha256: {}\n  - token: { header: x-token }",
        "authentication:\n  - sdk_hmac_sha256: {}\n  - token: { header: x-key }",
        expected,
        expected,
    );
}

#[test]
fn a_longer_token_is_taken() {
    let version = |limit: u32| {
        format!(
            "authentication:\n  - sdk_hmac_sha256: {{}}\n  - token: {{ header: x-token, max_length: {limit} }}"
        )
    };
    check(
        &version(100),
        &version(200),
        "maximum-length-raised service safe none",
        "maximum-length-lowered service breaking none",
    );
}

#[test]
fn a_signature_lives_longer() {
    let expected = "signature-life-changed service safe none";
    check(
        "authentication:\n  - bce_auth_v1: { expiration_seconds: 1800 }",
        "authentication:\n  - bce_auth_v1: { expiration_seconds: 3600 }",
        expected,
        expected,
    );
}

const ENDPOINTS: &str =
    "endpoints:\n  scheme: https\n  schemes: [https]\n  template: \"lines.{region}.acme.test\"\n";

#[test]
fn a_scheme_is_another() {
    let expected = "scheme-changed service breaking none";
    check(
        &format!("{ENDPOINTS}  regions: {{ north: {{}} }}").replace("[https]", "[https, http]"),
        &format!("{ENDPOINTS}  regions: {{ north: {{}} }}")
            .replace("[https]", "[https, http]")
            .replace("scheme: https", "scheme: http"),
        expected,
        expected,
    );
}

#[test]
fn a_host_is_another() {
    let expected = "host-changed service breaking none";
    check(
        &format!("{ENDPOINTS}  regions: {{ north: {{}} }}"),
        &format!("{ENDPOINTS}  regions: {{ north: {{}} }}").replace("lines.", "rents."),
        expected,
        expected,
    );
    check(
        &format!("{ENDPOINTS}  regions: {{ north: {{}} }}"),
        &format!("{ENDPOINTS}  regions: {{ north: {{ host: n.acme.test }} }}"),
        expected,
        expected,
    );
}

#[test]
fn a_region_is_listed_under_the_host_that_it_had() {
    check(
        &format!("{ENDPOINTS}  regions: {{ north: {{}} }}"),
        &format!("{ENDPOINTS}  regions: {{ north: {{}}, south: {{}} }}"),
        "region-listed service safe none",
        "region-unlisted service safe none",
    );
}

#[test]
fn a_region_is_added() {
    let endpoints = ENDPOINTS.replace("  template: \"lines.{region}.acme.test\"\n", "");
    check(
        &format!("{endpoints}  regions: {{ north: {{ host: n.acme.test }} }}"),
        &format!(
            "{endpoints}  regions: {{ north: {{ host: n.acme.test }}, south: {{ host: s.acme.test }} }}"
        ),
        "region-added service safe none",
        "region-removed service breaking none",
    );
}

#[test]
fn a_parameter_of_every_request_is_added() {
    check(
        "common_parameters: {}",
        "common_parameters: { x-api: { doc: Which., required: true, value: lines } }",
        "common-parameter-added service breaking none",
        "common-parameter-removed service safe none",
    );
}

#[test]
fn a_parameter_of_every_request_has_another_value() {
    let expected = "common-parameter-changed service breaking none";
    check(
        "common_parameters: { x-api: { doc: Which., required: true, value: lines } }",
        "common_parameters: { x-api: { doc: Which., required: true, value: rents } }",
        expected,
        expected,
    );
}

#[test]
fn failures_are_told_under_other_names() {
    let expected = "error-envelope-changed response breaking none";
    check(
        "responses:\n  error: { code: [code], message: [message] }",
        "responses:\n  error: { code: [errorCode], message: [message] }",
        expected,
        expected,
    );
}

const RETRY: &str =
    "retry: { statuses: [500], attempts: 3, base_delay_ms: 100, max_delay_ms: 1000 }";

#[test]
fn a_status_may_be_tried_again() {
    check(
        RETRY,
        &RETRY.replace("[500]", "[500, 503]"),
        "retryable-added service safe none",
        "retryable-removed service risky none",
    );
}

#[test]
fn retries_are_paced_differently() {
    let expected = "pacing-changed service safe none";
    check(
        RETRY,
        &RETRY.replace("attempts: 3", "attempts: 5"),
        expected,
        expected,
    );
}

#[test]
fn calls_may_take_longer() {
    let expected = "timeout-changed service safe none";
    check(
        "timeouts: { connect_ms: 1000, attempt_ms: 5000 }",
        "timeouts: { connect_ms: 2000, attempt_ms: 5000 }",
        expected,
        expected,
    );
}

#[test]
fn credentials_are_read_from_another_variable() {
    let expected = "credential-variable-changed service risky none";
    check(
        "credentials: { access_key_id: ACME_ID, access_key_secret: ACME_SECRET }",
        "credentials: { access_key_id: ACME_KEY, access_key_secret: ACME_SECRET }",
        expected,
        expected,
    );
}

const STATES: &str = "# types.yaml
enums:
  LineState:
    doc: States of a line.
    values: { new: { doc: New. }, up: { doc: Up. }, down: { doc: Down. } }
resources:
  Line:
    doc: A line.
    states: LineState
    poll: { operation: RentLine, id: Id, state: State }
    waiters:
      up: { success: [up], failure: [down], interval_seconds: 5, deadline_seconds: 600 }
# rent_line.yaml
effect: read
request:
  Id: { type: string, doc: Id. }
response:
  State: { type: LineState, doc: State. }
lifecycle:
  - { resource: Line, allowed_in: [new], leads_to: up }
";

#[test]
fn other_states_end_waiting() {
    let expected = ["waiter-states-changed service risky none"];
    let other = STATES.replace("failure: [down]", "failure: [new]");
    there_and_back(STATES, &other, &expected, &expected);
}

#[test]
fn something_can_be_waited_for() {
    let waiters = "    waiters:\n      up: { success: [up], failure: [down], interval_seconds: 5, deadline_seconds: 600 }\n";
    there_and_back(
        &STATES.replace(waiters, ""),
        STATES,
        &["waiter-added service safe additive"],
        &["waiter-removed service risky breaking"],
    );
}

#[test]
fn an_operation_is_allowed_in_more_states() {
    there_and_back(
        STATES,
        &STATES.replace("allowed_in: [new]", "allowed_in: [new, down]"),
        &["states-widened service safe none"],
        &["states-narrowed service breaking none"],
    );
}

#[test]
fn another_state_follows() {
    let expected = ["outcome-changed service risky none"];
    let other = STATES.replace("leads_to: up", "leads_to: down");
    there_and_back(STATES, &other, &expected, &expected);
}
