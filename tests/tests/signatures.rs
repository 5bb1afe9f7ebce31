//! The tests' own signature checks accept what the providers' software signed, and nothing else.
//!
//! The signatures were made by the official SDKs, or printed in a document; key and secret are the ones that were used.

#![allow(missing_docs)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use end_to_end::received::Received;
use end_to_end::verify::{self, Claims};

const SECRET: &str = "testsecret";

/// 2024-07-24T07:17:24Z.
const TIME: i64 = 1_721_805_444;

type Verify = fn(&Received, &str) -> Result<Claims, String>;

fn request(method: &str, target: &str, headers: &[(&str, &str)], body: &str) -> Received {
    let headers = headers
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Received {
        method: method.to_owned(),
        target: target.to_owned(),
        headers: headers.collect(),
        body: body.into(),
    }
}

/// The check takes the request with the right secret, and no request that differs from it in any part.
fn assert_proves(verify: Verify, genuine: &Received, time: i64, tampered: &[Received]) {
    let claims = verify(genuine, SECRET).unwrap();
    assert_eq!(claims.time, time);
    verify(genuine, "another secret").unwrap_err();
    for tampered in tampered {
        assert_ne!(tampered, genuine, "nothing was tampered with");
        verify(tampered, SECRET).expect_err("a forged request was accepted");
    }
}

fn with_target(genuine: &Received, from: &str, to: &str) -> Received {
    Received {
        target: genuine.target.replace(from, to),
        ..genuine.clone()
    }
}

fn with_method(genuine: &Received, method: &str) -> Received {
    Received {
        method: method.to_owned(),
        ..genuine.clone()
    }
}

fn with_header(genuine: &Received, name: &str, value: &str) -> Received {
    let mut forged = genuine.clone();
    for (given, old) in &mut forged.headers {
        if given.eq_ignore_ascii_case(name) {
            value.clone_into(old);
        }
    }
    forged
}

/// A request with the headers that the Huawei SDK gives it.
fn by_huawei_sdk(method: &str, target: &str, signature: &str, body: &str) -> Received {
    let authorization = format!(
        "SDK-HMAC-SHA256 Access=testid, SignedHeaders=content-type;host;user-agent;x-project-id;x-sdk-date, \
         Signature={signature}"
    );
    let headers = [
        (
            "User-Agent",
            "huaweicloud-usdk-python/3.0; os/Linux#1.0#x86_64 python/3.11.7 impl/CPython; \
             app/3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf",
        ),
        ("Content-Type", "application/json"),
        ("X-Project-Id", "6fbe9263116a4b68818cf1edce16bc4f"),
        ("X-Sdk-Date", "20240724T071724Z"),
        ("Host", "dcaas.cn-north-4.myhuaweicloud.com"),
        ("Authorization", &authorization),
    ];
    request(method, target, &headers, body)
}

#[test]
fn rpc_of_the_alibaba_sdk() {
    let genuine = request(
        "POST",
        "/?Filter.1.Value.1=nametest1&Filter.1.Value.2=nametest2&Filter.1.Key=Name&Filter.2.Value.1=Enabled\
         &Filter.2.Key=Status&PageNumber=1&PageSize=10&IncludeReservationData=False&Version=2016-04-28\
         &Action=DescribePhysicalConnections&Format=JSON&RegionId=cn-hangzhou&Timestamp=2024-07-24T07%3A17%3A24Z\
         &SignatureMethod=HMAC-SHA1&SignatureType=&SignatureVersion=1.0\
         &SignatureNonce=3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf&AccessKeyId=testid&Signature=qJaCaLCswPiCJngDsEg4l8XUcMU%3D",
        &[("Host", "vpc.aliyuncs.com")],
        "",
    );
    let tampered = [
        with_method(&genuine, "GET"),
        with_target(&genuine, "nametest2", "nametest3"),
        with_target(&genuine, "&PageSize=10", ""),
        with_target(&genuine, "/?", "/v1?"),
        Received {
            body: b"PageSize=50".into(),
            ..genuine.clone()
        },
    ];
    assert_proves(verify::rpc, &genuine, TIME, &tampered);
}

#[test]
fn rpc_of_the_url_in_the_alibaba_document() {
    let genuine = request(
        "GET",
        "/?Timestamp=2016-05-23T12%3A46%3A24Z&Format=XML&AccessKeyId=testid&Action=DescribePhysicalConnections\
         &SignatureMethod=HMAC-SHA1&SignatureNonce=3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf&Version=2014-05-26\
         &SignatureVersion=1.0&Signature=%2FqPsu1PIFr9E29Odo7P7MH2n5bk%3D",
        &[("Host", "vpc.aliyuncs.com")],
        "",
    );
    let tampered = [with_target(&genuine, "XML", "JSON")];
    assert_proves(verify::rpc, &genuine, 1_464_007_584, &tampered);
}

#[test]
fn bce_of_the_baidu_sdk_with_a_query_that_needs_escaping() {
    let genuine = request(
        "GET",
        "/v1/et?marker=a%20b%2Bc%2Ad%2Fe~f%3Dg%E4%B8%93&maxKeys=5&status=pay-wait",
        &[
            ("Content-Type", "application/json;charset=utf-8"),
            ("Host", "bcc.bj.baidubce.com"),
            ("Content-Length", "0"),
            ("x-bce-date", "2024-07-24T07:17:24Z"),
            (
                "Authorization",
                "bce-auth-v1/testid/2024-07-24T07:17:24Z/1800//\
                 763f6e18eed58ad8034e772491e62075353d5569caad946c00d6dc1e38c912a1",
            ),
        ],
        "",
    );
    let tampered = [
        with_method(&genuine, "DELETE"),
        with_target(&genuine, "%2A", "*%2A"),
        with_target(&genuine, "/v1/et", "/v1/et/"),
        with_header(&genuine, "Host", "bcc.gz.baidubce.com"),
        with_header(&genuine, "x-bce-date", "2024-07-24T07:17:25Z"),
    ];
    assert_proves(verify::bce, &genuine, TIME, &tampered);
}

#[test]
fn bce_in_the_form_of_the_baidu_document() {
    let genuine = request(
        "PUT",
        "/v1/et/dcphy-gq65bz9ip712/channel/dedicatedconn-zy9t7n91k0iq?associate\
         &clientToken=8257tf9d-b98n-3r6n-a93m-297ng49io149",
        &[
            ("Host", "bcc.bj.baidubce.com"),
            (
                "Authorization",
                "bce-auth-v1/f81d3b34e48048fbb2634dc7882d7e21/2023-08-11T04:17:29Z/3600/host/\
                 d760943c95a0a19ab1e68425e0b35b77ba1a0644ef8d59e235da2e9882279032",
            ),
        ],
        r#"{"extraChannelId": "dedicatedconn-rn0yzti2gn1f"}"#,
    );
    let tampered = [
        with_target(&genuine, "associate", "disassociate"),
        with_header(&genuine, "Host", "localhost"),
    ];
    assert_proves(verify::bce, &genuine, 1_691_727_449, &tampered);
}

#[test]
fn sdk_hmac_of_the_huawei_sdk() {
    let genuine = by_huawei_sdk(
        "PUT",
        "/v3/6fbe9263116a4b68818cf1edce16bc4f/dcaas/direct-connects/6ecd9cf3-ca64-46c7-863f-f2eb1b9e838a",
        "d2b1f0bc72a0ca222a8972cfb08dea38783e6036b5d8aaf09b87533585c5c879",
        r#"{"direct_connect": {"name": "direct connect1", "description": ""}}"#,
    );
    let tampered = [
        with_method(&genuine, "POST"),
        with_target(&genuine, "direct-connects", "hosted-connects"),
        with_header(&genuine, "X-Project-Id", "another"),
        Received {
            body: br#"{"direct_connect": {}}"#.into(),
            ..genuine.clone()
        },
    ];
    assert_proves(verify::sdk_hmac, &genuine, TIME, &tampered);
}

#[test]
fn sdk_hmac_with_repeated_and_escaped_query_values() {
    let genuine = by_huawei_sdk(
        "GET",
        "/v3/6fbe9263116a4b68818cf1edce16bc4f/dcaas/direct-connects\
         ?fields=id&fields=name&limit=10&name=a%2B%2A%2F~%E4%B8%93&name=b%20c&sort_dir=asc&sort_key=id",
        "11b2a6833e532e6d0cf94c253deeeb4bda61a7d144c78f8b4047ef3ecae5327f",
        "",
    );
    let tampered = [with_target(&genuine, "fields=id&", "")];
    assert_proves(verify::sdk_hmac, &genuine, TIME, &tampered);
}
