//! Credentials of a provider, on a generated crate and a real socket.

#![allow(missing_docs)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use end_to_end::block_on;
use end_to_end::clients::huawei::builder;
use end_to_end::server::{Answer, Server};
use huawei_direct_connect::runtime::credentials::iam_token::IamTokenProvider;
use serde_json::json;

const ID: &str = "6ecd9cf3-ca64-46c7-863f-f2eb1b9e838a";

#[test]
fn a_token_that_is_revoked_early_is_replaced() {
    // Tokens are numbered as they are issued; the first one is good for one request only.
    let (mut issued, mut uses) = (0, 0);
    let server = Server::responding(move |request| {
        if request.target == "/v3/auth/tokens" {
            issued += 1;
            let token = format!("token-{issued}");
            let body = json!({ "token": { "expires_at": "2999-01-01T00:00:00.000000Z" } });
            return Answer::new(201, &[("X-Subject-Token", &token)], body.to_string());
        }
        uses += 1;
        if request.header("X-Auth-Token") == Some("token-1") && uses > 1 {
            let body = json!({ "error_code": "APIGW.0301", "error_msg": "Incorrect IAM token" });
            return Answer::json(401, body);
        }
        Answer::json(200, "{}")
    });
    let provider = IamTokenProvider::new("eu-west-0", "domain", "user", "password");
    let provider = provider.unwrap().endpoint(&server.endpoint()).unwrap();
    let client = builder(&server).credentials_provider(provider).build();
    let client = client.unwrap();
    for _ in 0..3 {
        let request = client.update_direct_connect().direct_connect_id(ID);
        block_on(request.name("name").send()).unwrap();
    }
    let seen = server.finish().requests;
    let tokens: Vec<_> = seen
        .iter()
        .map(|request| request.header("X-Auth-Token").unwrap_or("asked for"))
        .collect();
    assert_eq!(
        tokens,
        [
            "asked for",
            "token-1",
            "token-1",
            "asked for",
            "token-2",
            "token-2"
        ]
    );
}
