//! Physical lines of Baidu ET.

use baidu_et::types::{Billing, Reservation, TagModel};
use end_to_end::clients::baidu::{sent, sent_whole};
use serde_json::json;

use crate::baidu_common::{TOKEN, assert_call, assert_no_body};

#[test]
fn create_et_dcphy() {
    let mut month = Reservation::default();
    month.reservation_length = Some(1);
    month.reservation_time_unit = Some("month".to_owned());
    let mut billing = Billing::default();
    billing.payment_timing = Some("Prepaid".into());
    billing.reservation = Some(month.clone());
    let mut tag = TagModel::default();
    tag.tag_key = Some("department".to_owned());
    tag.tag_value = Some("network".to_owned());

    let request = sent_whole(|client| {
        client
            .create_et_dcphy()
            .client_token(TOKEN)
            .name("et_6")
            .description("Line to the Dongcheng site")
            .isp("ISP_CMCC")
            .intf_type("10G")
            .ap_type("SINGLE")
            .ap_addr("BB")
            .link_delay(500)
            .user_name("Zhang San")
            .user_phone("13300000333")
            .user_email("contact@example.com")
            .user_idc("Beijing|Municipal District|Dongcheng District|2321")
            .billing(billing)
            .auto_renew(month)
            .tags([tag])
    });
    assert_call(
        &request,
        "POST",
        "/v1/et/init",
        &[("clientToken", Some(TOKEN))],
    );
    assert_eq!(
        request.json(),
        json!({
            "name": "et_6",
            "description": "Line to the Dongcheng site",
            "isp": "ISP_CMCC",
            "intfType": "10G",
            "apType": "SINGLE",
            "apAddr": "BB",
            "linkDelay": 500,
            "userName": "Zhang San",
            "userPhone": "13300000333",
            "userEmail": "contact@example.com",
            "userIdc": "Beijing|Municipal District|Dongcheng District|2321",
            "billing": {
                "paymentTiming": "Prepaid",
                "reservation": { "reservationLength": 1, "reservationTimeUnit": "month" },
            },
            "autoRenew": { "reservationLength": 1, "reservationTimeUnit": "month" },
            "tags": [{ "tagKey": "department", "tagValue": "network" }],
        })
    );
}

#[test]
fn list_et_dcphy() {
    let request = sent_whole(|client| {
        client
            .list_et_dcphy()
            .marker("dcphy-gq65bz9ie712")
            .max_keys(1)
            .status("established")
    });
    let query = [
        ("marker", Some("dcphy-gq65bz9ie712")),
        ("maxKeys", Some("1")),
        ("status", Some("established")),
    ];
    assert_call(&request, "GET", "/v1/et", &query);
    assert_no_body(&request);
}

#[test]
fn list_et_dcphy_detail() {
    let request = sent_whole(|client| client.list_et_dcphy_detail().dcphy_id("dcphy-gq65bz9ip712"));
    assert_call(&request, "GET", "/v1/et/dcphy-gq65bz9ip712", &[]);
    assert_no_body(&request);
}

#[test]
fn update_et_dcphy() {
    let request = sent_whole(|client| {
        client
            .update_et_dcphy()
            .dcphy_id("dcphy-gq65bz9ip712")
            .client_token(TOKEN)
            .name("et_7")
            .description("Line to the Haidian site")
            .user_name("Zhang San")
            .user_phone("13300000333")
            .user_email("contact@example.com")
            .link_delay(500)
    });
    assert_call(
        &request,
        "PUT",
        "/v1/et/dcphy-gq65bz9ip712",
        &[("clientToken", Some(TOKEN))],
    );
    assert_eq!(
        request.json(),
        json!({
            "name": "et_7",
            "description": "Line to the Haidian site",
            "userName": "Zhang San",
            "userPhone": "13300000333",
            "userEmail": "contact@example.com",
            "linkDelay": 500,
        })
    );
}

#[test]
fn another_spelling_of_a_value_goes_out_in_the_spelling_of_the_table() {
    let request = sent(|client| client.create_et_dcphy().isp("ISP_CTC").skip_validation());
    assert_eq!(request.json()["isp"], "ISP_CYC");
}
