//! Where requests go.

use runtime::runtime::endpoint::{Endpoint, check_region};

use crate::sample::{rest, rpc};

#[test]
fn endpoints_are_read() {
    for (text, shown, host) in [
        (
            "https://host.example",
            "https://host.example",
            "host.example",
        ),
        (
            "http://127.0.0.1:8080",
            "http://127.0.0.1:8080",
            "127.0.0.1:8080",
        ),
        (
            "http://127.0.0.1:8080/",
            "http://127.0.0.1:8080",
            "127.0.0.1:8080",
        ),
        (
            "HTTPS://Host.Example",
            "https://host.example",
            "host.example",
        ),
        ("host.example", "https://host.example", "host.example"),
        ("localhost:8443", "https://localhost:8443", "localhost:8443"),
        ("https://host:443", "https://host", "host"),
        ("http://host:80", "http://host", "host"),
        ("http://host:443", "http://host:443", "host:443"),
        ("http://[::1]:80", "http://[::1]", "[::1]"),
        ("http://[::1]:8080", "http://[::1]:8080", "[::1]:8080"),
    ] {
        let endpoint = Endpoint::parse(text, "https").unwrap();
        assert_eq!(endpoint.to_string(), shown);
        assert_eq!(endpoint.host(), host);
    }
    assert_eq!(
        Endpoint::parse("host", "http").unwrap().to_string(),
        "http://host"
    );
}

#[test]
fn what_is_no_endpoint_is_refused_without_repeating_it() {
    for text in [
        "",
        "https://",
        "/",
        "ftp://s3cret",
        "https://s3cret/path",
        "https://s3cret?q",
        "https://s3cret#f",
        "https://user:s3cret@host",
        "s3cret host",
        "https://s3cret\r\n",
        "https://s3cret:",
        "https://s3cret:0",
        "https://s3cret:65536",
        "https://s3cret:x",
        "https://s3cret//",
        "https://s3cret\\x",
        "https://中.s3cret",
        "https://s3cret%2e",
        "https://:80",
        "http://https://s3cret",
    ] {
        let reason = Endpoint::parse(text, "https").expect_err(text);
        assert!(!reason.contains("s3cret"), "{reason}");
    }
}

#[test]
fn regions_have_endpoints() {
    let endpoint = |region: &str| {
        Endpoint::of_region(&rpc::SERVICE, region)
            .unwrap()
            .to_string()
    };
    assert_eq!(endpoint("cn-hangzhou"), "https://vpc.aliyuncs.com");
    assert_eq!(
        endpoint("ap-southeast-9"),
        "https://vpc.ap-southeast-9.aliyuncs.com"
    );
    assert_eq!(
        Endpoint::of_region(&rest::BAIDU, "bk").unwrap_err(),
        "no endpoint is known for region `bk` (did you mean `bj`?); known regions are `bj` and `gz`"
    );
}

#[test]
fn regions_cannot_move_the_host() {
    for region in ["cn-shanghai", "bj", "A-1"] {
        check_region(region).unwrap();
    }
    for region in [
        "",
        "evil.com/",
        "a.b",
        "a@b",
        "a:b",
        "a b",
        "a\r\n",
        "a%2e",
        "地区",
        "a/../b",
        "a#",
        "a?",
    ] {
        check_region(region).expect_err(region);
    }
}
