//! Filters of lists of Alibaba.

use end_to_end::rules::Operation;
use serde_json::{Value, json};

use crate::operations::alibaba;

fn lists_with_filters() -> [Operation; 4] {
    [
        alibaba::describe_physical_connections(),
        alibaba::describe_router_interfaces(),
        alibaba::describe_virtual_border_routers(),
        alibaba::describe_virtual_border_routers_for_physical_connection(),
    ]
}

fn filter(key: &str, value: &str) -> Value {
    json!({ "Filter": [{ "Key": key, "Value": [value] }] })
}

fn filters(count: usize) -> Value {
    let filter = json!({ "Key": "Name", "Value": ["line"] });
    json!({ "Filter": vec![filter; count] })
}

fn values(count: usize) -> Value {
    json!({ "Filter": [{ "Key": "Name", "Value": vec!["line"; count] }] })
}

fn takes_keys<const N: usize>(operation: &Operation, keys: [(&str, &str); N]) {
    for (key, value) in keys {
        operation.allows(filter(key, value));
    }
    // Keys are case-sensitive, as everything on the wire.
    for unlisted in ["Unlisted", "name", "VpcId"] {
        let broken = [("Filter[0].Key", "Filter[].Key.one-of")];
        operation.refuses(filter(unlisted, "a"), broken);
    }
}

/// With `key`, exactly these values are allowed.
fn takes_values<const N: usize>(operation: &Operation, key: &str, rule: &str, good: [&str; N]) {
    operation.allows(json!({ "Filter": [{ "Key": key, "Value": good[..N.min(5)] }] }));
    for good in good {
        operation.allows(filter(key, good));
    }
    for bad in ["Unlisted", "", &good[0].to_ascii_lowercase()] {
        operation.refuses(filter(key, bad), [("Filter[0].Value", rule)]);
        operation.allows(filter("Name", bad));
    }
    let second = json!({ "Filter": [
        { "Key": "Name", "Value": ["line"] },
        { "Key": key, "Value": [good[0], "Unlisted"] },
    ] });
    operation.refuses(second, [("Filter[1].Value", rule)]);
}

#[test]
fn a30_five_filters_of_five_values() {
    let operation = alibaba::describe_physical_connections();
    operation.allows(filters(5));
    operation.refuses(filters(6), [("Filter", "Filter.item-count")]);
    operation.allows(values(5));
    let too_many = [("Filter[0].Value", "Filter[].Value.item-count")];
    operation.refuses(values(6), too_many);
}

#[test]
fn a31_five_filters() {
    let [_, others @ ..] = lists_with_filters();
    for operation in others {
        operation.allows(filters(5));
        operation.refuses(filters(6), [("Filter", "Filter.item-count")]);
        // How many values a filter may have is stated nowhere.
        operation.allows(values(100));
    }
}

#[test]
fn a32_filters_of_physical_connections() {
    let operation = alibaba::describe_physical_connections();
    let keys = [
        ("PhysicalConnectionId", "pc-1"),
        ("AccessPointId", "ap-1"),
        ("Type", "VPC"),
        ("LineOperator", "CT"),
        ("Spec", "10G"),
        ("Status", "Enabled"),
        ("Name", "line"),
    ];
    takes_keys(&operation, keys);
    takes_values(&operation, "Type", "filter-type-values", ["VPC"]);
    let carriers = ["CT", "CU", "CM", "CO", "Equinix", "Other"];
    takes_values(
        &operation,
        "LineOperator",
        "filter-line-operator-values",
        carriers,
    );
    let sizes = ["10G", "40G", "100G", "1G及以下"];
    takes_values(&operation, "Spec", "filter-spec-values", sizes);
    let states = [
        "Initial",
        "Approved",
        "Allocating",
        "Allocated",
        "Confirmed",
        "Enabled",
        "Rejected",
        "Canceled",
        // One word in other places of the document.
        "Allocation Failed",
        "AllocationFailed",
        "Terminated",
    ];
    takes_values(&operation, "Status", "filter-status-values", states);
}

#[test]
fn a33_filters_of_router_interfaces() {
    let operation = alibaba::describe_router_interfaces();
    let keys = [
        ("RouterInterfaceId", "ri-1"),
        ("RouterId", "vrt-1"),
        ("RouterType", "VRouter"),
        ("RouterInterfaceOwnerId", "1234"),
        ("OppositeInterfaceId", "ri-2"),
        ("OppositeRouterType", "VBR"),
        ("OppositeRouterId", "vbr-1"),
        ("OppositeInterfaceOwnerId", "1234"),
        ("Status", "Active"),
        ("Name", "interface"),
    ];
    takes_keys(&operation, keys);
    let types = ["VRouter", "VBR"];
    takes_values(&operation, "RouterType", "filter-router-type", types);
    takes_values(
        &operation,
        "OppositeRouterType",
        "filter-opposite-router-type",
        types,
    );
}

#[test]
fn a34_filters_of_virtual_border_routers() {
    for operation in [
        alibaba::describe_virtual_border_routers(),
        alibaba::describe_virtual_border_routers_for_physical_connection(),
    ] {
        let keys = [
            ("PhysicalConnectionId", "pc-1"),
            ("VbrId", "vbr-1"),
            ("Status", "active"),
            ("Name", "vbr"),
            ("AccessPointId", "ap-1"),
            ("eccId", "ecc-1"),
            ("type", "VPC"),
        ];
        takes_keys(&operation, keys);
    }
}

#[test]
fn a35_unlisted_filter_key() {
    // The table of the fourth list has no such error.
    let [lists @ .., _] = lists_with_filters();
    for operation in lists {
        operation.allows(filter("Status", "Enabled"));
        let broken = [("Filter[0].Key", "Filter[].Key.one-of")];
        operation.refuses(filter("Unlisted", "a"), broken);
    }
}

#[test]
fn a36_twenty_members_of_each_list() {
    let operation = alibaba::list_virtual_physical_connections();
    for (list, member) in [
        ("VirtualPhysicalConnectionIds", json!("pc-1")),
        ("VirtualPhysicalConnectionStatuses", json!("Confirmed")),
        ("VirtualPhysicalConnectionAliUids", json!("1234")),
        ("VlanIds", json!("4")),
    ] {
        let members = |count| json!(vec![member.clone(); count]);
        operation.limits(list, "item-count", [members(1), members(20)], [members(21)]);
    }
}
