//! Where requests go when nothing but a region is given.

/// Scheme and host of a request of a client of `$region`, which is built and signed but not sent.
macro_rules! destination {
    ($client:ident, $region:expr, $request:expr) => {{
        let key = $client::Credentials::access_key("testid", "testsecret");
        let builder = $client::Client::builder().region($region);
        let client = builder
            .credentials(key.with_project_id("p"))
            .build()
            .unwrap();
        let build: fn(&$client::Client) -> _ = $request;
        let request = build(&client).build_request().unwrap().into_http();
        assert_eq!(request.headers()["host"], request.uri().host().unwrap());
        format!(
            "{}://{}",
            request.uri().scheme_str().unwrap(),
            request.uri().authority().unwrap()
        )
    }};
}

#[test]
fn alibaba_has_a_host_for_some_regions_and_a_rule_for_all_others() {
    for (region, expected) in [
        ("cn-hangzhou", "https://vpc.aliyuncs.com"),
        (
            "cn-edge-1",
            "https://vpc-nebula.cn-qingdao-nebula.aliyuncs.com",
        ),
        (
            "cn-zhangjiakou-na62-a01",
            "https://vpc.cn-zhangjiakou.aliyuncs.com",
        ),
        ("cn-shanghai", "https://vpc.cn-shanghai.aliyuncs.com"),
        ("mars-north-1", "https://vpc.mars-north-1.aliyuncs.com"),
    ] {
        let destination = destination!(alibaba_express_connect, region, |client| client
            .describe_bgp_peers());
        assert_eq!(destination, expected);
    }
}

#[test]
fn baidu_has_six_regions() {
    for region in ["bj", "gz", "su", "hkg", "fwh", "bd"] {
        let destination = destination!(baidu_et, region, |client| client.list_et_dcphy());
        assert_eq!(destination, format!("https://bcc.{region}.baidubce.com"));
    }
    let error = baidu_et::Client::builder()
        .region("sz")
        .build()
        .unwrap_err();
    assert!(error.to_string().contains("`sz`"), "{error}");
}

#[test]
fn huawei_has_a_host_for_every_region() {
    for region in ["cn-north-4", "eu-west-101", "mars-north-1"] {
        let destination = destination!(huawei_direct_connect, region, |client| {
            client
                .update_direct_connect()
                .direct_connect_id("a")
                .name("a")
                .skip_validation()
        });
        let expected = format!("https://dcaas.{region}.myhuaweicloud.com");
        assert_eq!(destination, expected);
    }
}
