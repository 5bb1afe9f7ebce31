//! Physical lines of Baidu ET.

use end_to_end::rules::letters;
use serde_json::json;

use crate::operations::baidu;

const MONTHS: [i32; 12] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 24, 36];
const NOT_MONTHS: [i32; 6] = [-1, 0, 10, 11, 13, 37];

#[test]
fn b7_lists_of_lines() {
    let operation = baidu::list_et_dcphy();
    operation.allows(json!({}));
    operation.limits("maxKeys", "range", [1, 1000], [1001]);
}

#[test]
fn b14_what_an_application_has() {
    let operation = baidu::create_et_dcphy();
    let mandatory = [
        "name",
        "isp",
        "intfType",
        "apType",
        "apAddr",
        "userName",
        "userPhone",
        "userEmail",
        "userIdc",
    ];
    operation.requires(mandatory);
    let optional = ["description", "linkDelay", "billing", "autoRenew", "tags"];
    operation.does_without(optional);
}

#[test]
fn b15_name_of_a_line() {
    for operation in [baidu::create_et_dcphy(), baidu::update_et_dcphy()] {
        let good = [letters(1), letters(65)];
        operation.limits("name", "length", good, [letters(66)]);
        let good = ["a1", "Z-_/.9", "a/b"];
        let bad = ["1a", "-a", "_a", "/a", ".a", "a b", "a:b", "线", "a线"];
        operation.limits("name", "characters", good, bad);
        // Nothing at all is too short, and has no first letter either.
        let empty = json!({ "name": "" });
        operation.refuses(empty, [("name", "name.length")]);
    }
}

#[test]
fn b16_carrier() {
    let good = ["ISP_CMCC", "ISP_CUCC", "ISP_CYC", "ISP_OTHER", "ISP_CTC"];
    let bad = ["", "CMCC", "isp_cmcc", "ISP_CT"];
    baidu::create_et_dcphy().limits("isp", "one-of", good, bad);
}

#[test]
fn b17_port() {
    let good = ["1G", "10G", "40G", "100G", "400G"];
    let bad = ["", "1g", "2G", "25G", "1000G"];
    baidu::create_et_dcphy().limits("intfType", "one-of", good, bad);
}

#[test]
fn b18_kind_of_access() {
    let bad = ["", "baidu", "DOUBLE"];
    baidu::create_et_dcphy().limits("apType", "one-of", ["BAIDU", "SINGLE"], bad);
}

#[test]
fn b19_access_point() {
    let good = [
        "BB", "BJYZ", "M3A", "M3B", "M2A", "M2B", "HKG03", "WHGG", "SHWGQ", "BDBL",
    ];
    let bad = ["", "bb", "M1A", "HKG04"];
    baidu::create_et_dcphy().limits("apAddr", "one-of", good, bad);
}

#[test]
fn b20_prepaid_lines_need_a_reservation() {
    let operation = baidu::create_et_dcphy();
    let reservation = json!({ "reservationLength": 1, "reservationTimeUnit": "month" });
    let billing = |timing| json!({ "billing": { "paymentTiming": timing } });
    let missing = [("billing.reservation", "reservation-required-for-prepaid")];
    operation.refuses(billing("Prepaid"), missing);
    operation.allows(billing("Postpaid"));
    let reserved = json!({ "billing": { "reservation": reservation } });
    operation.with(reserved).allows(billing("Prepaid"));
}

#[test]
fn b21_time_of_payment() {
    let operation = baidu::create_et_dcphy();
    let billing = |timing| {
        let reservation = json!({ "reservationLength": 1, "reservationTimeUnit": "month" });
        json!({ "billing": { "paymentTiming": timing, "reservation": reservation } })
    };
    for timing in ["Prepaid", "Postpaid"] {
        operation.allows(billing(timing));
    }
    for timing in ["", "prepaid", "PrePaid"] {
        let broken = [("billing.paymentTiming", "billing.paymentTiming.one-of")];
        operation.refuses(billing(timing), broken);
    }
}

#[test]
fn b22_reservation() {
    let operation = baidu::create_et_dcphy();
    let renewed = |length: i32, unit: &str| json!({ "autoRenew": { "reservationLength": length, "reservationTimeUnit": unit } });
    let paid = |length: i32, unit: &str| {
        let reservation = json!({ "reservationLength": length, "reservationTimeUnit": unit });
        json!({ "billing": { "paymentTiming": "Prepaid", "reservation": reservation } })
    };
    for length in MONTHS {
        operation.allows(renewed(length, "month"));
        operation.allows(paid(length, "month"));
    }
    for length in NOT_MONTHS {
        let path = "autoRenew.reservationLength";
        let rule = "autoRenew.reservationLength.one-of";
        operation.refuses(renewed(length, "month"), [(path, rule)]);
        let path = "billing.reservation.reservationLength";
        let rule = "billing.reservation.reservationLength.one-of";
        operation.refuses(paid(length, "month"), [(path, rule)]);
    }
    for unit in ["", "Month", "year"] {
        let path = "autoRenew.reservationTimeUnit";
        let rule = "autoRenew.reservationTimeUnit.one-of";
        operation.refuses(renewed(1, unit), [(path, rule)]);
        let path = "billing.reservation.reservationTimeUnit";
        let rule = "billing.reservation.reservationTimeUnit.one-of";
        operation.refuses(paid(1, unit), [(path, rule)]);
    }
}

#[test]
fn b24_tags() {
    for operation in [baidu::create_et_dcphy(), baidu::create_et_channel()] {
        let tag = |key: &str, value: &str| json!({ "tags": [{ "tagKey": "a" }, { "tagKey": key, "tagValue": value }] });
        let long = letters(65);
        let longer = letters(66);
        for (key, value) in [("a", ""), ("部门1-_/.", "网络1-_/."), (&long, &long)] {
            operation.allows(tag(key, value));
        }
        let key = |rule| [("tags[1].tagKey", rule)];
        operation.refuses(tag("", "a"), key("tags[].tagKey.length"));
        operation.refuses(tag(&longer, "a"), key("tags[].tagKey.length"));
        operation.refuses(tag("a b", "a"), key("tags[].tagKey.characters"));
        let value = |rule| [("tags[1].tagValue", rule)];
        operation.refuses(tag("a", &longer), value("tags[].tagValue.length"));
        operation.refuses(tag("a", "a:b"), value("tags[].tagValue.characters"));
    }
}

#[test]
fn b26_state_of_listed_lines() {
    let good = [
        "ack-wait",
        "accept",
        "reject",
        "building",
        "pay-wait",
        "established",
        "stopped",
        "deleted",
    ];
    let bad = ["", "ACCEPT", "ack_wait", "available"];
    let operation = baidu::list_et_dcphy();
    operation.does_without(["status"]);
    operation.limits("status", "one-of", good, bad);
}

#[test]
fn b27_most_entries_of_a_page() {
    for operation in [baidu::list_et_dcphy(), baidu::list_et_channel_route_rules()] {
        operation.does_without(["marker", "maxKeys"]);
        operation.limits("maxKeys", "range", [1, 999, 1000], [1001, 10000]);
    }
}

#[test]
fn b29_details_take_the_id_alone() {
    let operation = baidu::list_et_dcphy_detail();
    operation.requires(["dcphyId"]);
    operation.knows_no("clientToken");
}

#[test]
fn b30_what_can_change_about_a_line() {
    let operation = baidu::update_et_dcphy();
    let optional = [
        "name",
        "description",
        "userName",
        "userPhone",
        "userEmail",
        "linkDelay",
    ];
    operation.does_without(optional);
    operation.allows(json!({
        "name": "line", "description": "text", "userName": "Li Si", "userPhone": "13300000333",
        "userEmail": "contact@example.com", "linkDelay": 500,
    }));
    for other in [
        "isp", "intfType", "apType", "apAddr", "userIdc", "billing", "tags",
    ] {
        operation.knows_no(other);
    }
}

#[test]
fn b59_a_line_is_deleted_by_its_id() {
    let operation = baidu::delete_et_dcphy();
    operation.requires(["dcphyId"]);
    operation.does_without(["clientToken"]);
    operation.knows_no("description");
}
