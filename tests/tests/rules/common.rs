//! What all operations of Alibaba share: regions and pages.

use alibaba_express_connect::{Client, Credentials};
use serde_json::json;

use crate::operations::alibaba as operations;

/// The only operations whose tables call the region optional.
const WITHOUT_REGION: [&str; 2] = ["CreateRouteEntry", "DeleteRouteEntry"];

#[test]
fn a7_region_id() {
    let client = Client::builder()
        .endpoint("http://127.0.0.1:9")
        .credentials(Credentials::access_key("testid", "secret"))
        .build()
        .unwrap();
    let all = operations::all_on(&client);
    assert_eq!(all.len(), 59);
    for operation in all {
        operation.allows(json!({ "RegionId": "cn-beijing" }));
        if WITHOUT_REGION.contains(&operation.name()) {
            operation.allows(json!({}));
        } else {
            operation.refuses(json!({}), [("RegionId", "RegionId.required")]);
        }
    }
}

#[test]
fn a26_page_size() {
    let paged = [
        operations::describe_access_points(),
        operations::describe_physical_connections(),
        operations::describe_router_interfaces(),
        operations::describe_virtual_border_routers(),
        operations::describe_virtual_border_routers_for_physical_connection(),
        operations::describe_bgp_groups(),
        operations::describe_bgp_peers(),
        operations::describe_bgp_networks(),
    ];
    for operation in paged {
        operation.does_without(["PageNumber", "PageSize"]);
        operation.allows(json!({ "PageNumber": 1 }));
        operation.limits("PageSize", "range", [1, 10, 50], [51]);
    }
    // Only here the least size is stated as well.
    operations::describe_physical_connections().limits("PageSize", "range", [1], [0]);
}

#[test]
fn a27_most_results() {
    let operation = operations::list_virtual_physical_connections();
    operation.does_without(["MaxResults"]);
    operation.limits("MaxResults", "range", [1, 20, 100], [0, 101]);
}

#[test]
fn a28_most_results() {
    let operation = operations::describe_route_entry_list();
    operation.does_without(["MaxResult"]);
    operation.limits("MaxResult", "range", [1, 10, 100], [0, 101]);
}
