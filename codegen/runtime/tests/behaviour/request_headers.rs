//! Headers of requests: the client's own and those that the caller asks for.

use runtime::runtime::error::ErrorKind;
use runtime::runtime::operation::ClientValue;
use runtime::runtime::request::Request;

use crate::rest_requests::{associate, client};
use crate::sample::rest::{AssociateInput, huawei};
use crate::support::frozen;

#[test]
fn the_client_sends_the_headers_of_its_service() {
    let mut builder = frozen(huawei()).region("cn-north-4");
    builder.set_client_value(ClientValue::ProjectId, "p1".to_owned());
    let client = builder.build().unwrap();
    let request = Request::new(&client, associate())
        .build_request()
        .unwrap()
        .into_http();
    assert_eq!(request.headers()["x-project-id"], "p1");
    assert_eq!(
        request.headers()["host"],
        "dcaas.cn-north-4.myhuaweicloud.com"
    );

    let error = Request::new(&client, associate())
        .with_header("x-project-id", "p2")
        .build_request()
        .unwrap_err();
    assert!(
        error
            .to_string()
            .ends_with("header `x-project-id` is set by the client"),
        "{error}"
    );
}

#[test]
fn header_values_that_break_the_message_are_refused_and_not_shown() {
    for value in [
        "sly\r\nX-Evil: 1",
        "sly\nX",
        "sly\rX",
        "sly\0",
        "sly\u{7f}",
        "sly中",
    ] {
        let parameter = Request::new(
            &client(),
            AssociateInput {
                reason: Some(value.to_owned()),
                ..associate()
            },
        );
        let header = Request::new(&client(), associate()).with_header("X-Note", value);
        for (request, name) in [(parameter, "x-reason"), (header, "x-note")] {
            let error = request.skip_validation().build_request().unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Build);
            let text = format!("{error} {error:?}");
            assert!(text.contains(&format!("header `{name}`")), "{text}");
            assert!(!text.contains("sly") && !text.contains("Evil"), "{text}");
        }
    }
    let request = Request::new(&client(), associate()).with_header("X-No\r\nte", "v");
    let error = request.build_request().unwrap_err();
    assert!(
        error
            .to_string()
            .ends_with(r"`X-No\r\nte` is not a header name"),
        "{error}"
    );
}

#[test]
fn headers_of_signer_and_transport_cannot_be_set() {
    for name in [
        "Host",
        "Authorization",
        "Content-Length",
        "Content-Type",
        "Transfer-Encoding",
        "Connection",
        "User-Agent",
        "Accept-Encoding",
        "X-Bce-Date",
        "x-bce-security-token",
        "X-Sdk-Date",
        "X-Security-Token",
        "X-Auth-Token",
        "X-Sdk-Content-Sha256",
    ] {
        let error = Request::new(&client(), associate())
            .with_header(name, "v")
            .build_request()
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Build, "{name}");
        assert!(error.to_string().contains(&name.to_lowercase()), "{error}");
    }
}

#[test]
fn other_headers_are_sent_and_the_last_one_counts() {
    let request = Request::new(&client(), associate())
        .with_header("X-Note", "a")
        .with_header("x-note", "b c");
    let request = request.build_request().unwrap().into_http();
    let notes: Vec<_> = request.headers().get_all("x-note").iter().collect();
    assert_eq!(notes, ["b c"]);
}
