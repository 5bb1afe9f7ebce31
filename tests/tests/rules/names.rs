//! Names and descriptions of things of Alibaba.

use end_to_end::rules::{Operation, letters};
use serde_json::json;

use crate::operations::alibaba;

const LINKS: [&str; 2] = ["http://a", "https://a"];

/// What holds of all names: 2 to 128 characters, the first of them a letter or a Chinese character.
fn takes_names(operation: &Operation, name: &str) {
    let long_enough = ["ab".to_owned(), "名字".to_owned(), letters(128)];
    let short_or_long = [
        "a".to_owned(),
        "名".to_owned(),
        letters(129),
        "名".repeat(129),
    ];
    operation.limits(name, "length", long_enough, short_or_long);
    let good = ["a1", "Z9", "名1", "名a", "a_-", "http", "https-a"];
    let bad = [
        "1a", "_a", "-a", ".a", " a", "a b", "a/b", "a:b", "éa", "aé",
    ];
    operation.limits(name, "characters", good, bad);
}

fn takes_no_dot(operation: &Operation, name: &str) {
    operation.limits(name, "characters", ["ab"], ["a.b"]);
}

fn takes_a_dot(operation: &Operation, name: &str) {
    operation.limits(name, "characters", ["a.b"], [".ab"]);
}

/// A link has characters that no name has, so it breaks two rules.
fn bans_links(operation: &Operation, name: &str) {
    let prefix = format!("{name}.forbidden-prefix");
    let characters = format!("{name}.characters");
    for link in LINKS {
        let broken = [(name, prefix.as_str()), (name, &characters)];
        operation.refuses(json!({ name: link }), broken);
    }
}

/// No document bans links here, but they have characters that no name has.
fn says_nothing_of_links(operation: &Operation, name: &str) {
    operation.limits(name, "characters", ["http"], LINKS);
}

#[test]
fn a18_name_without_dots() {
    for operation in [
        alibaba::create_physical_connection(),
        alibaba::modify_virtual_border_router_attribute(),
    ] {
        takes_names(&operation, "Name");
        takes_no_dot(&operation, "Name");
        bans_links(&operation, "Name");
    }
}

#[test]
fn a19_name_with_dots() {
    for operation in [
        alibaba::modify_physical_connection_attribute(),
        alibaba::modify_bgp_group_attribute(),
    ] {
        takes_names(&operation, "Name");
        takes_a_dot(&operation, "Name");
        bans_links(&operation, "Name");
    }
}

#[test]
fn a20_name_without_dots_and_without_a_word_on_links() {
    for operation in [
        alibaba::modify_router_interface_attribute(),
        alibaba::create_virtual_border_router(),
    ] {
        takes_names(&operation, "Name");
        takes_no_dot(&operation, "Name");
        says_nothing_of_links(&operation, "Name");
    }
}

#[test]
fn a21_name_with_dots_and_without_a_word_on_links() {
    for operation in [
        alibaba::create_router_interface(),
        alibaba::create_bgp_group(),
    ] {
        takes_names(&operation, "Name");
        takes_a_dot(&operation, "Name");
        says_nothing_of_links(&operation, "Name");
    }
}

#[test]
fn a22_route_entry_name_without_dots() {
    let operation = alibaba::create_route_entry();
    takes_names(&operation, "RouteEntryName");
    takes_no_dot(&operation, "RouteEntryName");
    says_nothing_of_links(&operation, "RouteEntryName");
}

#[test]
fn a23_route_entry_name_with_dots() {
    let operation = alibaba::modify_route_entry();
    takes_names(&operation, "RouteEntryName");
    takes_a_dot(&operation, "RouteEntryName");
    bans_links(&operation, "RouteEntryName");
}

#[test]
fn a24_description() {
    for operation in [
        alibaba::create_physical_connection(),
        alibaba::modify_physical_connection_attribute(),
        alibaba::create_router_interface(),
        alibaba::modify_router_interface_attribute(),
        alibaba::create_virtual_border_router(),
        alibaba::modify_virtual_border_router_attribute(),
        alibaba::create_vbr_ha(),
        alibaba::modify_route_entry(),
        alibaba::create_bgp_group(),
        alibaba::modify_bgp_group_attribute(),
    ] {
        let long_enough = ["ab".to_owned(), "描述".to_owned(), letters(256)];
        let short_or_long = ["a".to_owned(), letters(257)];
        operation.limits("Description", "length", long_enough, short_or_long);
        let good = ["a line, leased", "描述 1", "a😀"];
        let bad = ["1a", " a", "_a", "éa"];
        operation.limits("Description", "characters", good, bad);
        let harmless = ["http:/a", "https:a", "see http://a"];
        operation.limits("Description", "forbidden-prefix", harmless, LINKS);
    }
}

/// Nothing is stated that could be refused.
#[test]
fn a25_names_and_descriptions_without_a_rule() {
    for (operation, parameter) in [
        (alibaba::create_virtual_physical_connection(), "Name"),
        (alibaba::create_virtual_physical_connection(), "Description"),
        (alibaba::create_vbr_ha(), "Name"),
        (alibaba::create_route_entry(), "Description"),
    ] {
        for text in ["1", "_a", "http://a", &letters(1000)] {
            operation.allows(json!({ parameter: text }));
        }
    }
}
