//! Addresses that have to do with each other.

use runtime::runtime::validate::network::{in_two_subnets, lies_within};

#[test]
fn two_addresses_share_a_subnet_or_do_not() {
    for (one, other, mask, apart) in [
        ("192.168.10.1", "192.168.10.2", "255.255.255.252", false),
        ("192.168.10.1", "192.168.10.4", "255.255.255.252", true),
        ("192.168.10.1", "192.168.10.4", "29", false),
        ("192.168.10.1", "192.168.11.4", "0.0.0.0", false),
        ("192.168.10.1", "192.168.10.1", "255.255.255.255", false),
        ("192.168.10.1/30", "192.168.10.4/30", "30", true),
        ("2408:4004:cc:400::1", "2408:4004:cc:4ff::2", "/56", false),
        (
            "2408:4004:cc:400::1",
            "2408:4004:cc:500::2",
            "2408:4004:cc:400::/56",
            true,
        ),
        ("2408:4004:cc:400::1", "2408:4004:cc:500::2", "0", false),
        ("::1", "::2", "127", true),
        ("::1", "::2", "64", false),
        ("1:2::3", "1:2:4::3", "48", true),
        ("1:2::3", "1:2:4::3", "32", false),
        ("::ffff:10.0.0.1", "::ffff:10.1.0.1", "104", false),
        ("::ffff:10.0.0.1", "::ffff:10.1.0.1", "112", true),
        ("64:ff9b::10.0.0.1", "64:ff9b::10.0.0.2", "127", true),
        ("192.168.10.1", "2408:4004:cc:500::2", "24", true),
    ] {
        assert_eq!(
            in_two_subnets(Some(one), Some(other), Some(mask)),
            apart,
            "{one} {other} {mask}"
        );
    }
}

#[test]
fn what_is_absent_or_no_address_is_not_judged() {
    let good = Some("10.0.0.1");
    assert!(!in_two_subnets(None, good, Some("30")));
    assert!(!in_two_subnets(good, Some("10.9.0.1"), None));
    for mask in ["", "x", "33", "255.0.255.0", "-1", "/", "10.0.0.0/99"] {
        assert!(
            !in_two_subnets(good, Some("10.9.0.1"), Some(mask)),
            "{mask}"
        );
    }
    for address in ["", "10.0.0", "10.0.0.1/33", "中文"] {
        assert!(
            !in_two_subnets(Some(address), good, Some("30")),
            "{address}"
        );
        assert!(!lies_within(address, "10.0.0.0/8"), "{address}");
    }
}

#[test]
fn a_network_lies_in_another_when_all_of_it_does() {
    for (inner, within) in [
        ("100.64.0.0/10", true),
        ("100.64.0.0/11", true),
        ("100.127.255.255", true),
        ("100.64.1.2/32", true),
        ("100.64.0.0/9", false),
        ("100.128.0.0/10", false),
        ("0.0.0.0/0", false),
        ("::ffff:100.64.0.1", false),
    ] {
        assert_eq!(lies_within(inner, "100.64.0.0/10"), within, "{inner}");
    }
    assert!(lies_within("2001:db8::1", "2001:db8::/32"));
    assert!(lies_within("2001:db8::/32", "::/0"));
}
