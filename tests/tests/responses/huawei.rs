//! The examples of the two Huawei pages. The page of hosted connections shows a status and no body, so its body here has
//! every field of its table, with values of the request's example.

use end_to_end::clients::huawei::{decoded, exchange};
use end_to_end::server::Answer;
use huawei_direct_connect::types::{
    ConnectionType, DirectConnectStatus, HostedConnectionType, HostedDirectConnectStatus, PortType,
    ProviderStatus, VgwType,
};
use serde_json::json;

use crate::text;

const ID: &str = "6ecd9cf3-ca64-46c7-863f-f2eb1b9e838a";

const UPDATED: &str = r#"{
      "request_id" : "9a4f4dfc4fb2fc101e65bba07d908535",
      "direct_connect" : {
        "bandwidth" : 100,
        "create_time" : "2018-10-19T09:53:26.000Z",
        "port_type" : "10G",
        "id" : "6ecd9cf3-ca64-46c7-863f-f2eb1b9e838a",
        "apply_time" : "2018-10-19T09:53:26.000Z",
        "peer_location" : "",
        "peer_port_type" : null,
        "peer_provider" : null,
        "location" : "ExampleLocation",
        "provider" : "ExampleProvider",
        "type" : "standard",
        "status" : "BUILD",
        "description" : "",
        "provider_status" : "ACTIVE",
        "order_id" : "",
        "vlan" : null,
        "device_id" : "172.16.40.2",
        "name" : "direct connect1",
        "admin_state_up" : true,
        "tenant_id" : "6fbe9263116a4b68818cf1edce16bc4f",
        "hosting_id" : null,
        "product_id" : "",
        "vgw_type" : "default",
        "spec_code" : "100ge",
        "charge_mode" : null,
        "support_feature" : [ ],
        "ies_id" : null,
        "reason" : null,
        "email" : "cloud@example.com",
        "onestop_product_id" : null,
        "building_line_product_id" : null,
        "last_building_line_product_id" : null,
        "last_onestop_product_id" : null,
        "modified_bandwidth" : null,
        "change_mode" : null,
        "onestopdc_status" : null,
        "public_border_group" : "center",
        "auto_renew" : 0,
        "ratio_95peak" : null
      }
    }"#;

#[test]
fn update_direct_connect() {
    let answer = decoded(UPDATED, |client| {
        client
            .update_direct_connect()
            .direct_connect_id(ID)
            .name("direct connect1")
    });
    assert_eq!(text(&answer.request_id), "9a4f4dfc4fb2fc101e65bba07d908535");
    assert_eq!(
        answer.request_id(),
        Some("9a4f4dfc4fb2fc101e65bba07d908535")
    );
    let connection = answer.direct_connect.as_ref().unwrap();
    assert_eq!(connection.bandwidth, Some(100));
    let created = connection.create_time.as_ref().unwrap();
    assert_eq!(created.as_str(), "2018-10-19T09:53:26.000Z");
    assert_eq!(created.unix_seconds(), Some(1_539_942_806));
    assert_eq!(connection.port_type, Some(PortType::Gbps10));
    assert_eq!(text(&connection.id), ID);
    let applied = connection.apply_time.as_ref().unwrap();
    assert_eq!(applied.as_str(), "2018-10-19T09:53:26.000Z");
    assert_eq!(text(&connection.peer_location), "");
    assert_eq!(text(&connection.location), "ExampleLocation");
    assert_eq!(text(&connection.provider), "ExampleProvider");
    assert_eq!(connection.type_, Some(ConnectionType::Standard));
    assert_eq!(connection.status, Some(DirectConnectStatus::Build));
    assert_eq!(text(&connection.description), "");
    assert_eq!(connection.provider_status, Some(ProviderStatus::Active));
    assert_eq!(text(&connection.order_id), "");
    assert_eq!(text(&connection.device_id), "172.16.40.2");
    assert_eq!(text(&connection.name), "direct connect1");
    assert_eq!(connection.admin_state_up, Some(true));
    assert_eq!(
        text(&connection.tenant_id),
        "6fbe9263116a4b68818cf1edce16bc4f"
    );
    assert_eq!(text(&connection.product_id), "");
    assert_eq!(connection.vgw_type, Some(VgwType::Default));
    assert_eq!(text(&connection.spec_code), "100ge");
    assert_eq!(connection.support_feature.as_deref(), Some(&[][..]));
    assert_eq!(text(&connection.email), "cloud@example.com");
    assert_eq!(text(&connection.public_border_group), "center");
    assert_eq!(connection.auto_renew, Some(0));
}

#[test]
fn null_in_the_example_is_no_value() {
    let answer = decoded(UPDATED, |client| {
        client
            .update_direct_connect()
            .direct_connect_id(ID)
            .name("direct connect1")
    });
    let connection = answer.direct_connect.as_ref().unwrap();
    let texts = [
        &connection.peer_port_type,
        &connection.peer_provider,
        &connection.hosting_id,
        &connection.ies_id,
        &connection.reason,
        &connection.onestop_product_id,
        &connection.building_line_product_id,
        &connection.last_building_line_product_id,
        &connection.last_onestop_product_id,
        &connection.onestopdc_status,
    ];
    assert!(texts.iter().all(|text| text.is_none()));
    let numbers = [
        connection.vlan,
        connection.modified_bandwidth,
        connection.change_mode,
        connection.ratio_95peak,
    ];
    assert_eq!(numbers, [None; 4]);
    assert_eq!(connection.charge_mode, None);
}

#[test]
fn create_hosted_direct_connect() {
    let body = json!({
        "request_id": "9a4f4dfc4fb2fc101e65bba07d908535",
        "hosted_connect": {
            "id": ID,
            "tenant_id": "0605768a3300d5762f82c01180692873",
            "name": "client-dc-faf1",
            "description": "Hosted Connect",
            "bandwidth": 10,
            "location": "ExampleLocation",
            "peer_location": "Equipment room 2",
            "hosting_id": "2cfb53be-b05f-40d5-a2f8-3a59ac383836",
            "provider": "ExampleProvider",
            "admin_state_up": false,
            "vlan": 441,
            "status": "PENDING_CREATE",
            "apply_time": "2018-10-19T09:53:26.000Z",
            "create_time": "2018-10-19T09:53:27.000Z",
            "provider_status": "DOWN",
            "port_type": "100G",
            "type": "onestop_hosted",
        },
    });
    let (outcome, _) = exchange(Answer::json(201, body), |client| {
        client
            .create_hosted_direct_connect()
            .bandwidth(10)
            .hosting_id("2cfb53be-b05f-40d5-a2f8-3a59ac383836")
            .vlan(441)
            .resource_tenant_id("0605768a3300d5762f82c01180692873")
    });
    let answer = outcome.unwrap();
    assert_eq!(answer.status(), 201);
    assert_eq!(text(&answer.request_id), "9a4f4dfc4fb2fc101e65bba07d908535");
    let connection = answer.hosted_connect.as_ref().unwrap();
    assert_eq!(text(&connection.id), ID);
    assert_eq!(
        text(&connection.tenant_id),
        "0605768a3300d5762f82c01180692873"
    );
    assert_eq!(text(&connection.name), "client-dc-faf1");
    assert_eq!(text(&connection.description), "Hosted Connect");
    assert_eq!(connection.bandwidth, Some(10));
    assert_eq!(text(&connection.location), "ExampleLocation");
    assert_eq!(text(&connection.peer_location), "Equipment room 2");
    let operations_connection = text(&connection.hosting_id);
    assert_eq!(
        operations_connection,
        "2cfb53be-b05f-40d5-a2f8-3a59ac383836"
    );
    assert_eq!(text(&connection.provider), "ExampleProvider");
    assert_eq!(connection.admin_state_up, Some(false));
    assert_eq!(connection.vlan, Some(441));
    assert_eq!(
        connection.status,
        Some(HostedDirectConnectStatus::PendingCreate)
    );
    let applied = connection.apply_time.as_ref().unwrap();
    assert_eq!(applied.as_str(), "2018-10-19T09:53:26.000Z");
    let created = connection.create_time.as_ref().unwrap();
    assert_eq!(created.as_str(), "2018-10-19T09:53:27.000Z");
    assert_eq!(connection.provider_status, Some(ProviderStatus::Down));
    assert_eq!(connection.port_type, Some(PortType::Gbps100));
    assert_eq!(connection.type_, Some(HostedConnectionType::OnestopHosted));
}
