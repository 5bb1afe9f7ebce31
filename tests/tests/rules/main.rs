//! The rules of the providers' documents, each at its edges: what is still allowed, and what is refused just beyond.
//!
//! Each test is named after its rule in the project's list of the documents' rules (A for Alibaba, H for Huawei, B for
//! Baidu). Of that list, these tests have the rules that a request shows on its own and that clients check. Left out are
//! those that need the service's state, those about answers, and B33, B34, B38, B39 and B49: tables call their
//! parameters optional though sentences want them, so that is left to the service (`stage: server`).

#![allow(missing_docs)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod baidu_channels;
mod baidu_lines;
mod baidu_route_rules;
mod bgp;
mod common;
mod filters;
mod huawei;
mod names;
mod operations;
mod physical_connections;
mod route_entries;
mod router_interfaces;
mod tokens;
mod virtual_border_routers;

use end_to_end::clients;
use serde_json::json;

#[test]
fn the_requests_that_tests_start_from_are_accepted() {
    let alibaba = operations::alibaba::all_on(&clients::alibaba::offline());
    let baidu = operations::baidu::all_on(&clients::baidu::offline());
    let huawei = operations::huawei::all_on(&clients::huawei::offline());
    for operation in alibaba.iter().chain(&baidu).chain(&huawei) {
        operation.allows(json!({}));
    }
}
