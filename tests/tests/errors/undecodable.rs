//! A success that cannot be understood is an error that says where, and never repeats what stood there.

use end_to_end::clients::{alibaba, baidu, huawei};
use end_to_end::secrets::{assert_hidden, texts_of};
use end_to_end::server::Answer;
use serde_json::{Value, json};

#[test]
fn a_body_that_is_not_json_gives_operation_status_and_path() {
    let bodies: [&[u8]; 5] = [
        b"<html>login</html>",
        br#"{"BgpPeers":[{"Name":"a"}"#,
        b"{} trailing",
        b"\xff\xfe",
        b"{'single': 'quotes'}",
    ];
    for body in bodies {
        let answer = Answer::new(200, &[], body);
        let error = alibaba::failure(answer, |client| client.describe_bgp_peers());
        assert_eq!(error.kind(), alibaba_express_connect::ErrorKind::Decode);
        assert_eq!(error.operation(), "DescribeBgpPeers");
        assert_eq!(error.status(), Some(200));
        assert_eq!(error.path(), Some("$"));
        assert_eq!(error.body().unwrap(), body);
        assert!(!error.is_retryable());
        let line = error.to_string();
        assert!(
            line.contains("DescribeBgpPeers") && line.contains("200") && line.contains('$'),
            "{line}"
        );
    }
}

#[test]
fn json_of_another_kind_than_an_object_is_an_error() {
    for body in ["[]", "null", "true", "42", r#""text""#] {
        let error = alibaba::failure(Answer::json(200, body), |client| {
            client.describe_bgp_peers()
        });
        assert_eq!(error.path(), Some("$"), "{body}");
    }
}

#[test]
fn the_path_leads_to_the_member_that_does_not_fit() {
    let table = [
        (json!({ "TotalCount": "many" }), "TotalCount"),
        (json!({ "TotalCount": 3_000_000_000_u64 }), "TotalCount"),
        (json!({ "TotalCount": 1.5 }), "TotalCount"),
        (json!({ "BgpPeers": "none" }), "BgpPeers[0]"),
        (
            json!({ "BgpPeers": [{}, { "BfdMultiHop": [] }] }),
            "BgpPeers[1].BfdMultiHop",
        ),
        (
            json!({ "BgpPeers": { "BgpPeer": [{ "EnableBfd": "maybe" }] } }),
            "BgpPeers[0].EnableBfd",
        ),
        (json!({ "BgpPeers": [{ "Name": {} }] }), "BgpPeers[0].Name"),
        (
            json!({ "BgpPeers": [{ "Status": [] }] }),
            "BgpPeers[0].Status",
        ),
    ];
    for (body, path) in table {
        let error = alibaba::failure(Answer::json(200, &body), |client| {
            client.describe_bgp_peers()
        });
        assert_eq!(error.path(), Some(path), "{body}");
        assert!(error.to_string().contains(path), "{error}");
    }
}

#[test]
fn nested_answers_of_the_others_have_paths_too() {
    let body = json!({ "etChannels": [{ "tags": [{}, { "tagKey": [] }] }] });
    let error = baidu::failure(Answer::json(200, body), |client| {
        client.get_et_channel().et_id("dcphy-1")
    });
    assert_eq!(error.operation(), "GetEtChannel");
    assert_eq!(error.path(), Some("etChannels[0].tags[1].tagKey"));
    let body = json!({ "direct_connect": { "locales": { "en_us": {} } } });
    let error = huawei::failure(Answer::json(200, body), |client| {
        let request = client.update_direct_connect().name("a");
        request.direct_connect_id("6ecd9cf3-ca64-46c7-863f-f2eb1b9e838a")
    });
    assert_eq!(error.operation(), "UpdateDirectConnect");
    assert_eq!(error.path(), Some("direct_connect.locales.en_us"));
}

#[test]
fn the_request_id_is_there_although_the_rest_cannot_be_decoded() {
    let body = json!({ "RequestId": "r-1", "TotalCount": "many" });
    let error = alibaba::failure(Answer::json(200, body), |client| {
        client.describe_bgp_peers()
    });
    assert_eq!(error.request_id(), Some("r-1"));
    let answer = Answer::new(200, &[("x-bce-request-id", "r-2")], "<html>");
    let error = baidu::failure(answer, |client| client.list_et_dcphy());
    assert_eq!(error.request_id(), Some("r-2"));
    assert!(error.to_string().contains("r-2"));
}

#[test]
fn what_stood_there_is_not_shown() {
    let secret = "!PWZ2demo";
    for group in [
        json!({ "AuthKey": { secret: secret } }),
        json!({ "AuthKey": [secret] }),
        Value::from(secret),
    ] {
        let body = json!({ "BgpGroups": [group] });
        let error = alibaba::failure(Answer::json(200, body), |client| {
            client.describe_bgp_groups()
        });
        assert_hidden(&texts_of(&error), secret);
    }
}
