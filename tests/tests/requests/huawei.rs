//! The two documented operations of Huawei Direct Connect.

use end_to_end::block_on;
use end_to_end::clients::SECRET;
use end_to_end::clients::huawei::{PROJECT_ID, assert_signed, builder, sent, sent_whole};
use end_to_end::received::Received;
use end_to_end::server::{Answer, Server};
use huawei_direct_connect::operation::update_direct_connect::UpdateDirectConnect;
use huawei_direct_connect::{Client, ClientBuilder, Credentials};
use serde_json::json;

const ID: &str = "6ecd9cf3-ca64-46c7-863f-f2eb1b9e838a";

fn update(client: &Client) -> UpdateDirectConnect {
    let request = client.update_direct_connect().direct_connect_id(ID);
    request.name("direct connect1").description("")
}

/// The update of the document's example, from a client that `configure` has had its hands on.
fn sent_with(configure: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Received {
    let server = Server::answering(Answer::json(200, "{}"));
    let client = configure(builder(&server)).build().unwrap();
    block_on(update(&client).send()).unwrap();
    server.only_request()
}

#[test]
fn update_direct_connect() {
    let request = sent_whole(|client| {
        client
            .update_direct_connect()
            .direct_connect_id(ID)
            .project_id(PROJECT_ID)
            .name("direct connect1")
            .description("Line to the branch office")
            .bandwidth(100)
            .peer_location("Equipment room 2")
            .status("PENDING_PAY")
            .provider_status("ACTIVE")
    });
    assert_eq!(request.method, "PUT");
    let target = format!("/v3/{PROJECT_ID}/dcaas/direct-connects/{ID}");
    assert_eq!(request.target, target);
    assert_eq!(
        request.json(),
        json!({
            "direct_connect": {
                "name": "direct connect1",
                "description": "Line to the branch office",
                "bandwidth": 100,
                "peer_location": "Equipment room 2",
                "status": "PENDING_PAY",
                "provider_status": "ACTIVE",
            },
        })
    );
}

#[test]
fn create_hosted_direct_connect() {
    let request = sent_whole(|client| {
        client
            .create_hosted_direct_connect()
            .project_id(PROJECT_ID)
            .name("client-dc-faf1")
            .description("Hosted Connect")
            .bandwidth(10)
            .hosting_id("2cfb53be-b05f-40d5-a2f8-3a59ac383836")
            .vlan(441)
            .resource_tenant_id("0605768a3300d5762f82c01180692873")
            .peer_location("Equipment room 2")
    });
    assert_eq!(request.method, "POST");
    let target = format!("/v3/{PROJECT_ID}/dcaas/hosted-connects");
    assert_eq!(request.target, target);
    assert_eq!(
        request.json(),
        json!({
            "hosted_connect": {
                "name": "client-dc-faf1",
                "description": "Hosted Connect",
                "bandwidth": 10,
                "hosting_id": "2cfb53be-b05f-40d5-a2f8-3a59ac383836",
                "vlan": 441,
                "resource_tenant_id": "0605768a3300d5762f82c01180692873",
                "peer_location": "Equipment room 2",
            },
        })
    );
}

#[test]
fn an_empty_text_is_sent_and_an_absent_one_is_not() {
    let request = sent(update);
    let expected = json!({ "direct_connect": { "name": "direct connect1", "description": "" } });
    assert_eq!(request.json(), expected);
}

#[test]
fn type_length_and_project_are_told_in_headers() {
    let request = sent(update);
    assert_eq!(request.header("content-type"), Some("application/json"));
    let length = request.body.len().to_string();
    assert_eq!(request.header("content-length"), Some(length.as_str()));
    assert_eq!(request.header("x-project-id"), Some(PROJECT_ID));
}

#[test]
fn undocumented_parameters_and_headers_go_along_signed() {
    let request = sent(|client| {
        update(client)
            .with_parameter("name", "b c")
            .with_parameter("name", "a+*/~专")
            .with_parameter("fields", "")
            .with_body_parameter("vendor", json!({ "id": 1 }))
            .with_header("x-note", "hello")
    });
    let mut values: Vec<_> = request.pairs();
    values.sort();
    let pair = |name: &str, value: &str| (name.to_owned(), Some(value.to_owned()));
    let expected = [
        pair("fields", ""),
        pair("name", "a+*/~专"),
        pair("name", "b c"),
    ];
    assert_eq!(values, expected);
    assert_eq!(request.json()["vendor"], json!({ "id": 1 }));
    assert_eq!(request.header("x-note"), Some("hello"));
}

#[test]
fn a_bearer_token_replaces_the_signature() {
    let request =
        sent_with(|builder| builder.credentials(Credentials::token("MIIF+bearer/token==")));
    assert_eq!(request.header("x-auth-token"), Some("MIIF+bearer/token=="));
    assert_eq!(request.header("authorization"), None);
    assert_eq!(request.header("x-sdk-date"), None);
    assert_eq!(request.header("x-project-id"), Some(PROJECT_ID));
}

#[test]
fn a_temporary_key_brings_its_token_and_signs_it() {
    let key = Credentials::access_key("testid", SECRET).with_security_token("temporary-token");
    let request = sent_with(|builder| builder.credentials(key));
    assert_signed(&request);
    assert_eq!(request.header("x-security-token"), Some("temporary-token"));
    assert_eq!(request.header("x-auth-token"), None);
}

#[test]
fn the_project_of_the_credentials_is_used_where_the_client_has_none() {
    let server = Server::answering(Answer::json(200, "{}"));
    let key = Credentials::access_key("testid", SECRET).with_project_id("project-of-the-key");
    let client = Client::builder()
        .endpoint(server.endpoint())
        .credentials(key)
        .build()
        .unwrap();
    block_on(update(&client).send()).unwrap();
    let request = server.only_request();
    assert_eq!(request.segments()[1], "project-of-the-key");
    assert_eq!(request.header("x-project-id"), Some("project-of-the-key"));
}

#[test]
fn the_project_of_a_request_overrides_in_path_and_header() {
    let request = sent(|client| update(client).project_id("another-project"));
    assert_eq!(request.segments()[1], "another-project");
    assert_eq!(request.header("x-project-id"), Some("another-project"));
}
