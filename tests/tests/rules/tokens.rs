//! Tokens that make a repeated request count once.

use end_to_end::rules::{Operation, letters};
use serde_json::json;

use crate::operations::{alibaba, baidu};

/// The first and the last ASCII character, and one just beyond.
const ASCII: [&str; 3] = ["\u{0}", "\u{7f}", "123e4567-e89b-12d3-a456-426655440000"];
const BEYOND_ASCII: [&str; 2] = ["\u{80}", "令牌"];

fn takes_64_ascii_characters(operation: &Operation, token: &str) {
    let at_most = [letters(1), letters(64)];
    operation.limits(token, "length", at_most, [letters(65)]);
    takes_ascii(operation, token);
}

fn takes_ascii(operation: &Operation, token: &str) {
    operation.limits(token, "characters", ASCII, BEYOND_ASCII);
}

fn with_64_ascii_characters() -> Vec<Operation> {
    vec![
        alibaba::create_physical_connection(),
        alibaba::describe_physical_connection_loa(),
        alibaba::confirm_physical_connection(),
        alibaba::enable_physical_connection(),
        alibaba::modify_physical_connection_attribute(),
        alibaba::cancel_physical_connection(),
        alibaba::terminate_physical_connection(),
        alibaba::delete_physical_connection(),
        alibaba::modify_router_interface_spec(),
        alibaba::delete_router_interface(),
        alibaba::modify_virtual_border_router_attribute(),
        alibaba::update_virtual_border_bandwidth(),
        alibaba::delete_virtual_border_router(),
        alibaba::associate_physical_connection_to_virtual_border_router(),
        alibaba::terminate_virtual_border_router(),
        alibaba::recover_virtual_border_router(),
        alibaba::create_vbr_ha(),
        alibaba::describe_vbr_ha(),
        alibaba::delete_vbr_ha(),
        alibaba::create_route_entry(),
        alibaba::modify_bgp_group_attribute(),
        alibaba::delete_bgp_group(),
        alibaba::create_bgp_peer(),
        alibaba::modify_bgp_peer_attribute(),
        alibaba::delete_bgp_peer(),
        alibaba::add_bgp_network(),
        alibaba::delete_bgp_network(),
    ]
}

fn with_ascii_characters() -> Vec<Operation> {
    vec![
        alibaba::create_physical_connection_setup_order(),
        alibaba::create_bgp_group(),
    ]
}

fn without_a_limit() -> Vec<Operation> {
    vec![
        alibaba::apply_physical_connection_loa(),
        alibaba::complete_physical_connection_loa(),
        alibaba::create_physical_connection_occupancy_order(),
        alibaba::describe_physical_connections(),
        alibaba::create_router_interface(),
        alibaba::create_virtual_border_router(),
    ]
}

#[test]
fn a8_client_token_of_64_ascii_characters() {
    for operation in with_64_ascii_characters() {
        takes_64_ascii_characters(&operation, "ClientToken");
    }
}

#[test]
fn a9_token_of_64_ascii_characters() {
    let operations = [
        alibaba::recover_physical_connection(),
        alibaba::create_virtual_physical_connection(),
        alibaba::update_virtual_physical_connection(),
        alibaba::create_vpconn_from_vbr(),
        alibaba::attach_vbr_to_vpconn(),
    ];
    for operation in operations {
        takes_64_ascii_characters(&operation, "Token");
    }
}

#[test]
fn a10_client_token_of_ascii_characters() {
    for operation in with_ascii_characters() {
        takes_ascii(&operation, "ClientToken");
        operation.allows(json!({ "ClientToken": letters(1000) }));
    }
}

/// Nothing is stated that could be refused.
#[test]
fn a11_client_token_without_a_limit() {
    for operation in without_a_limit() {
        operation.allows(json!({ "ClientToken": letters(1000) }));
        operation.allows(json!({ "ClientToken": "令牌" }));
    }
}

/// In all operations but the one whose table marks it as required.
#[test]
fn a12_client_token_is_optional() {
    let limited = with_64_ascii_characters();
    let others = with_ascii_characters();
    for operation in limited.iter().chain(&others).chain(&without_a_limit()) {
        // CreatePhysicalConnection demands one; the client fills it in for those who give none.
        operation.does_without(["ClientToken"]);
    }
}

#[test]
fn b3_client_token_of_64_ascii_characters() {
    takes_64_ascii_characters(&baidu::associate_et_channel(), "clientToken");
}

#[test]
fn b61_client_token_of_64_ascii_characters() {
    let operations = [
        baidu::create_et_dcphy(),
        baidu::update_et_dcphy(),
        baidu::delete_et_dcphy(),
        baidu::create_et_channel(),
        baidu::get_et_channel(),
        baidu::recommit_et_channel(),
        baidu::update_et_channel(),
        baidu::delete_et_channel(),
        baidu::enable_et_channel_ipv6(),
        baidu::disable_et_channel_ipv6(),
        baidu::associate_et_channel(),
        baidu::disassociate_et_channel(),
        baidu::add_et_channel_routes(),
        baidu::remove_et_channel_routes(),
        baidu::add_et_channel_users(),
        baidu::remove_et_channel_users(),
        baidu::create_et_channel_route_rule(),
        baidu::update_et_channel_route_rule(),
        baidu::delete_et_channel_route_rule(),
        baidu::create_et_channel_bfd(),
        baidu::update_et_channel_bfd(),
        baidu::delete_et_channel_bfd(),
    ];
    for operation in operations {
        operation.does_without(["clientToken"]);
        takes_64_ascii_characters(&operation, "clientToken");
    }
}
