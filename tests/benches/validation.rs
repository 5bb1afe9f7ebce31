//! What validating a request costs, with its allocations: `cargo bench -p end-to-end`.

#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark may fail")]

use alibaba_express_connect::operation::create_bgp_peer::CreateBgpPeerInput;
use alibaba_express_connect::operation::create_physical_connection::CreatePhysicalConnectionInput;
use alibaba_express_connect::operation::create_virtual_border_router::CreateVirtualBorderRouterInput;
use alibaba_express_connect::operation::describe_physical_connections::DescribePhysicalConnectionsInput;
use alibaba_express_connect::runtime::client::ClientValues;
use alibaba_express_connect::runtime::json::{At, Mode, Value};
use alibaba_express_connect::runtime::request::Input;
use alibaba_express_connect::runtime::validate::{Validator, Violations};
use divan::{AllocProfiler, Bencher, black_box};
use serde_json::json;

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

fn read<I: Input>(json: &Value) -> I {
    I::from_json(json, &At::root(Mode::Strict)).unwrap()
}

fn check<I: Input>(input: &I, values: &ClientValues) -> Result<(), Violations> {
    let mut validator = Validator::new(I::OPERATION, values);
    black_box(input).validate(&mut validator);
    validator.finish()
}

fn valid<I: Input>(bencher: Bencher<'_, '_>, json: &Value) {
    let (input, values) = (read::<I>(json), ClientValues::default());
    assert!(
        check(&input, &values).is_ok(),
        "{:?}",
        check(&input, &values)
    );
    bencher.bench_local(|| check(&input, &values).is_ok());
}

fn invalid<I: Input>(bencher: Bencher<'_, '_>, json: &Value, violations: usize) {
    let (input, values) = (read::<I>(json), ClientValues::default());
    assert_eq!(check(&input, &values).unwrap_err().len(), violations);
    bencher.bench_local(|| check(&input, &values).is_err());
}

/// Eight parameters, no address among them.
#[divan::bench]
fn eight_parameters(bencher: Bencher<'_, '_>) {
    valid::<CreatePhysicalConnectionInput>(bencher, &eight());
}

fn eight() -> Value {
    json!({
        "RegionId": "cn-hangzhou",
        "AccessPointId": "ap-cn-hangzhou-yh-C",
        "LineOperator": "CT",
        "PeerLocation": "Hangzhou",
        "PortType": "10GBase-LR",
        "Name": "line-1",
        "bandwidth": 100,
        "ClientToken": "02fb3da4-130e-11e9-8e44-001",
    })
}

/// Four addresses, two masks and two rules over them.
#[divan::bench]
fn four_addresses(bencher: Bencher<'_, '_>) {
    valid::<CreateVirtualBorderRouterInput>(bencher, &addresses());
}

fn addresses() -> Value {
    json!({
        "RegionId": "cn-shanghai",
        "PhysicalConnectionId": "pc-1",
        "VlanId": 1,
        "LocalGatewayIp": "192.168.10.1",
        "PeerGatewayIp": "192.168.10.2",
        "PeeringSubnetMask": "255.255.255.252",
        "EnableIpv6": true,
        "LocalIpv6GatewayIp": "2408:4004:cc:400::1",
        "PeerIpv6GatewayIp": "2408:4004:cc:400::2",
        "PeeringIpv6SubnetMask": "2408:4004:cc:400::/56",
    })
}

/// Five filters of five values.
#[divan::bench]
fn lists(bencher: Bencher<'_, '_>) {
    let filter = json!({ "Key": "Name", "Value": ["a1", "b2", "c3", "d4", "e5"] });
    let request = json!({ "RegionId": "cn-shanghai", "Filter": vec![filter; 5] });
    valid::<DescribePhysicalConnectionsInput>(bencher, &request);
}

#[divan::bench]
fn one_violation(bencher: Bencher<'_, '_>) {
    let request = json!({ "RegionId": "cn-shanghai", "BgpGroupId": "b", "EnableBfd": true, "BfdMultiHop": 300 });
    invalid::<CreateBgpPeerInput>(bencher, &request, 1);
}

/// A thousand filters without a key, and too many filters.
#[divan::bench]
fn a_thousand_violations(bencher: Bencher<'_, '_>) {
    let request =
        json!({ "RegionId": "cn-shanghai", "Filter": vec![json!({ "Key": "Nope" }); 1000] });
    invalid::<DescribePhysicalConnectionsInput>(bencher, &request, 1001);
}
