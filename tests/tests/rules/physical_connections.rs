//! Physical connections of Alibaba, their letters of authorization and orders.

use end_to_end::rules::Operation;
use serde_json::{Value, json};

use crate::operations::alibaba;

const SHARED_SIZES: [&str; 11] = [
    "50M", "100M", "200M", "300M", "400M", "500M", "1G", "2G", "5G", "8G", "10G",
];

fn takes_2_to_10240(operation: &Operation, bandwidth: &str) {
    operation.does_without([bandwidth]);
    operation.limits(bandwidth, "range", [2, 3, 10240], [-1, 0, 1, 10241]);
}

#[test]
fn a41_bandwidth_of_a_new_connection() {
    let operation = alibaba::create_physical_connection();
    let sizes = [
        50, 100, 200, 300, 400, 500, 1000, 2000, 4000, 5000, 8000, 10000,
    ];
    operation.does_without(["bandwidth"]);
    operation.limits(
        "bandwidth",
        "one-of",
        sizes,
        [0, 49, 51, 600, 2048, 9999, 10001],
    );
    operation.knows_no("Bandwidth");
}

#[test]
fn a42_bandwidth_of_a_changed_connection() {
    takes_2_to_10240(
        &alibaba::modify_physical_connection_attribute(),
        "bandwidth",
    );
}

#[test]
fn a43_bandwidth_of_a_letter() {
    takes_2_to_10240(&alibaba::apply_physical_connection_loa(), "Bandwidth");
}

/// `count` engineers, the last of them changed.
fn engineers(count: usize, name: &str, value: Value) -> Value {
    let engineer = json!({
        "PMCertificateNo": "5000", "PMName": "Zhang San", "PMCertificateType": "Passport", "PMGender": "Female",
        "PMContactInfo": "13900000000",
    });
    let mut engineers = vec![engineer; count];
    engineers.last_mut().unwrap()[name] = value;
    json!({ "PMInfo": engineers })
}

#[test]
fn a44_one_to_sixteen_engineers() {
    let operation = alibaba::apply_physical_connection_loa();
    for count in [1, 2, 16] {
        operation.allows(engineers(count, "PMName", json!("Li Si")));
    }
    let none_or_many = [("PMInfo", "PMInfo.item-count")];
    operation.refuses(json!({ "PMInfo": [] }), none_or_many);
    operation.refuses(engineers(17, "PMName", json!("Li Si")), none_or_many);
    operation.requires(["PMInfo"]);
}

#[test]
fn a44_every_engineer_is_described_fully() {
    let operation = alibaba::apply_physical_connection_loa();
    for member in [
        "PMCertificateNo",
        "PMName",
        "PMCertificateType",
        "PMGender",
        "PMContactInfo",
    ] {
        let path = format!("PMInfo[1].{member}");
        let rule = format!("PMInfo[].{member}.required");
        operation.refuses(engineers(2, member, Value::Null), [(&path, &rule)]);
    }
}

#[test]
fn a45_construction_time_in_utc() {
    let good = [
        "2022-02-28T16:00:00Z",
        "2024-02-29T00:00:00Z",
        "2022-12-31T23:59:59Z",
    ];
    let bad = [
        "",
        "2022-02-28",
        "2022-02-28T16:00Z",
        "2022-02-28T16:00:00",
        "2022-02-28T16:00:00.000Z",
        "2022-02-28T16:00:00+08:00",
        "2022-02-28 16:00:00Z",
        "2022-2-28T16:00:00Z",
        "2022-02-29T16:00:00Z",
        "2022-13-01T16:00:00Z",
        "2022-02-28T24:00:00Z",
        "2022-02-28T16:60:00Z",
    ];
    let operation = alibaba::apply_physical_connection_loa();
    operation.limits("ConstructionTime", "format", good, bad);
    operation.requires(["ConstructionTime"]);
}

#[test]
fn a46_period_by_pricing_cycle() {
    let operation = alibaba::create_physical_connection_occupancy_order();
    operation.allows(json!({ "PricingCycle": "Month" }));
    for (cycle, longest, rule) in [
        (json!("Month"), 9, "period-in-months"),
        (json!("Year"), 5, "period-in-years"),
        // Without a cycle, months are meant.
        (Value::Null, 9, "period-in-months"),
    ] {
        for period in [1, 2, longest] {
            operation.allows(json!({ "PricingCycle": cycle, "Period": period }));
        }
        for period in [-1, 0, longest + 1] {
            let order = json!({ "PricingCycle": cycle, "Period": period });
            operation.refuses(order, [("Period", rule)]);
        }
    }
}

#[test]
fn a48_occupancy_is_paid_in_advance() {
    let operation = alibaba::create_physical_connection_occupancy_order();
    operation.limits(
        "InstanceChargeType",
        "one-of",
        ["PrePaid"],
        ["PostPaid", "Prepaid"],
    );
    operation.limits(
        "PricingCycle",
        "one-of",
        ["Month", "Year"],
        ["Week", "month"],
    );
}

#[test]
fn a60_vlan_of_a_shared_connection() {
    for operation in [
        alibaba::create_virtual_physical_connection(),
        alibaba::update_virtual_physical_connection(),
    ] {
        operation.limits("VlanId", "range", [0, 1, 2999], [-1, 3000]);
    }
}

#[test]
fn a61_size_of_a_shared_connection() {
    let misspelt = ["", "49M", "50", "50m", "1000M", "3G", "20G"];
    let operation = alibaba::create_virtual_physical_connection();
    operation.limits("Spec", "one-of", SHARED_SIZES, misspelt);
    let operation = alibaba::update_virtual_physical_connection();
    operation.limits("ExpectSpec", "one-of", SHARED_SIZES, misspelt);
}

#[test]
fn a63_vlan_is_given_even_when_only_the_size_changes() {
    let operation = alibaba::update_virtual_physical_connection();
    operation
        .with(json!({ "ExpectSpec": "1G" }))
        .requires(["VlanId"]);
}

#[test]
fn a65_who_pays_for_a_shared_connection() {
    let modes = [
        "PayByPhysicalConnectionOwner",
        "PayByVirtualPhysicalConnectionOwner",
    ];
    let operation = alibaba::create_virtual_physical_connection();
    operation.requires(["OrderMode"]);
    operation.limits("OrderMode", "one-of", modes, ["PayByTenant", ""]);
    let operation = alibaba::create_vpconn_from_vbr();
    operation.does_without(["OrderMode"]);
    operation.limits("OrderMode", "one-of", modes, ["PayByTenant", ""]);
}
