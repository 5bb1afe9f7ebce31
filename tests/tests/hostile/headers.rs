//! Headers, and whatever else could break out of its line.

use end_to_end::block_on;
use end_to_end::clients::{SECRET, alibaba, baidu, huawei};
use end_to_end::secrets::{assert_hidden, texts_of};
use end_to_end::server::{Answer, Server};
use huawei_direct_connect::{ClientBuilder, Credentials, Error, ErrorKind};

/// Values that no header may have. Each holds `evil`, so that a text which repeats it is found out.
const UNSENDABLE: [&str; 8] = [
    "evil\r\nX-Evil: 1",
    "evil\nX-Evil: 1",
    "evil\rX-Evil: 1",
    "\r\nevil",
    "evil\r\n",
    "evil\u{0}",
    "evil\u{7f}",
    "evil 中文",
];

/// The error of a Huawei client that `configure` has had its hands on. Nothing reaches the server.
fn refused_with(configure: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Error {
    let server = Server::answering(Answer::json(200, "{}"));
    let client = configure(huawei::builder(&server)).build();
    let outcome = client.and_then(|client| {
        let request = client.update_direct_connect().name("a").skip_validation();
        let request = request.direct_connect_id("6ecd9cf3-ca64-46c7-863f-f2eb1b9e838a");
        block_on(request.send())
    });
    server.assert_unused();
    outcome.unwrap_err()
}

fn assert_not_shown(error: &Error) {
    assert!(
        matches!(error.kind(), ErrorKind::Build | ErrorKind::Credentials),
        "{error}"
    );
    assert_hidden(&texts_of(error), "evil");
}

#[test]
fn a_value_that_would_break_the_line_is_refused_and_not_shown() {
    for value in UNSENDABLE {
        let error = baidu::refused(|client| {
            client
                .list_et_dcphy()
                .with_header("x-note", value)
                .skip_validation()
        });
        assert_eq!(error.kind(), baidu_et::ErrorKind::Build, "{value:?}");
        assert!(error.to_string().contains("x-note"), "{error}");
        assert_hidden(&texts_of(&error), "evil");
        let error =
            alibaba::refused(|client| client.describe_bgp_peers().with_header("x-note", value));
        assert_hidden(&texts_of(&error), "evil");
    }
}

#[test]
fn spaces_around_a_value_and_empty_values_do_not_break_the_signature() {
    for value in ["  a  b  ", "\ta", "", " "] {
        let request = baidu::sent(|client| client.list_et_dcphy().with_header("x-bce-note", value));
        assert_eq!(request.header("x-bce-note"), Some(value.trim()));
        let request = huawei::sent(|client| {
            let request = client
                .update_direct_connect()
                .name("a")
                .with_header("x-note", value);
            request.direct_connect_id("6ecd9cf3-ca64-46c7-863f-f2eb1b9e838a")
        });
        assert_eq!(request.header("x-note"), Some(value.trim()));
    }
}

#[test]
fn a_name_that_is_none_is_refused() {
    for name in [
        "",
        "x note",
        "x-note:",
        "x-note\r\nX-Evil",
        "x-中文",
        "x-note\u{0}",
    ] {
        let error = baidu::refused(|client| client.list_et_dcphy().with_header(name, "1"));
        assert_eq!(error.kind(), baidu_et::ErrorKind::Build, "{name:?}");
        assert!(
            !error.to_string().contains(['\r', '\n', '\u{0}']),
            "{error:?}"
        );
    }
}

#[test]
fn headers_that_frame_address_or_sign_the_message_are_the_clients_own() {
    for name in [
        "Authorization",
        "authorization",
        "Host",
        "Content-Length",
        "Content-Type",
        "Transfer-Encoding",
        "Connection",
        "x-bce-date",
        "X-Bce-Security-Token",
    ] {
        let error = baidu::refused(|client| client.list_et_dcphy().with_header(name, "1"));
        assert!(
            error.to_string().contains(&name.to_ascii_lowercase()),
            "{error}"
        );
    }
}

#[test]
fn credentials_that_would_break_the_line_are_refused_and_not_shown() {
    for value in UNSENDABLE {
        assert_not_shown(&refused_with(|builder| {
            builder.credentials(Credentials::token(value))
        }));
        let key = Credentials::access_key("testid", SECRET).with_security_token(value);
        assert_not_shown(&refused_with(|builder| builder.credentials(key)));
    }
}

#[test]
fn a_key_id_that_would_break_the_line_is_refused_and_not_shown() {
    for value in UNSENDABLE.into_iter().filter(|value| value.is_ascii()) {
        let key = Credentials::access_key(value, SECRET);
        assert_not_shown(&refused_with(|builder| builder.credentials(key)));
    }
}

#[test]
fn a_key_id_that_is_not_ascii_is_refused() {
    let key = Credentials::access_key("evil 中文", SECRET);
    assert_not_shown(&refused_with(|builder| builder.credentials(key)));
}

#[test]
fn a_project_or_user_agent_that_would_break_the_line_is_refused() {
    for value in UNSENDABLE {
        assert_not_shown(&refused_with(|builder| builder.project_id(value)));
        assert_not_shown(&refused_with(|builder| builder.user_agent_suffix(value)));
    }
}

#[test]
fn a_region_or_endpoint_that_would_lead_elsewhere_is_refused() {
    for region in [
        "",
        "cn.evil.com/",
        "evil.com#",
        "cn-north-4\r\nX: 1",
        "cn north",
        "@evil.com",
        "cn-north-4.",
    ] {
        let builder = huawei_direct_connect::Client::builder().region(region);
        let error = builder.build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Build, "{region:?}");
        assert!(!error.to_string().contains(['\r', '\n']));
    }
    for endpoint in [
        "",
        "ftp://host",
        "https://user:evil@host",
        "https://host/path",
        "https://host?query=evil",
        "https://host#evil",
        "https://ho st",
        "https://host:99999",
        "https://host\r\nX: evil",
    ] {
        let builder = huawei_direct_connect::Client::builder().endpoint(endpoint);
        assert_not_shown(&builder.build().unwrap_err());
    }
}
