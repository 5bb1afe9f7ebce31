//! Router interfaces of Alibaba.

use end_to_end::rules::Operation;
use serde_json::{Value, json};

use crate::operations::alibaba;

const SIZES: [&str; 12] = [
    "Mini.2", "Mini.5", "Small.1", "Small.2", "Small.5", "Middle.1", "Middle.2", "Middle.5",
    "Large.1", "Large.2", "Large.5", "Xlarge.1",
];

/// An interface on a VBR, towards a VPC.
fn on_a_vbr() -> Operation {
    let vbr = json!({ "RouterType": "VBR", "RouterId": "vbr-1", "AccessPointId": "ap-1" });
    alibaba::create_router_interface().with(vbr)
}

#[test]
fn a66_accepting_side_spec() {
    let operation = alibaba::create_router_interface();
    operation.allows(json!({ "Role": "AcceptingSide", "Spec": "Negative" }));
    for size in SIZES {
        let interface = json!({ "Role": "AcceptingSide", "Spec": size });
        operation.refuses(interface, [("Spec", "accepting-side-spec")]);
    }
}

#[test]
fn a66_initiating_side_spec() {
    let operation = alibaba::create_router_interface();
    for size in SIZES {
        operation.allows(json!({ "Role": "InitiatingSide", "Spec": size }));
    }
    let negative = json!({ "Role": "InitiatingSide", "Spec": "Negative" });
    operation.refuses(negative, [("Spec", "initiating-side-spec")]);
}

/// Which side an interface is on is not in the request.
#[test]
fn a67_new_spec() {
    let operation = alibaba::modify_router_interface_spec();
    let all = SIZES.into_iter().chain(["Negative"]);
    operation.limits(
        "Spec",
        "one-of",
        all,
        ["", "Mini.1", "negative", "Xlarge.2"],
    );
}

#[test]
fn a68_health_check_target() {
    for operation in [
        alibaba::create_router_interface(),
        alibaba::modify_router_interface_attribute(),
    ] {
        let source = json!({ "HealthCheckSourceIp": "192.168.0.6" });
        let target = json!({ "HealthCheckTargetIp": "192.168.0.8" });
        let missing = [("HealthCheckTargetIp", "health-check-target-required")];
        operation.refuses(source.clone(), missing);
        operation.allows(target.clone());
        operation.with(source).allows(target);
    }
}

#[test]
fn a70_access_point_only_of_a_vbr() {
    let operation = on_a_vbr();
    operation.allows(json!({}));
    let missing = [("AccessPointId", "access-point-required-for-vbr")];
    operation.refuses(json!({ "AccessPointId": null }), missing);

    let operation = alibaba::create_router_interface();
    operation.allows(json!({ "RouterType": "VRouter" }));
    let forbidden = [("AccessPointId", "access-point-only-for-vbr")];
    operation.refuses(json!({ "AccessPointId": "ap-1" }), forbidden);
}

#[test]
fn a71_opposite_access_point_only_of_a_vbr() {
    let operation = alibaba::create_router_interface();
    let opposite = |kind: &str, access_point: Value| {
        let access_point = access_point.clone();
        json!({ "OppositeRouterType": kind, "OppositeAccessPointId": access_point })
    };
    operation.allows(opposite("VBR", json!("ap-1")));
    operation.allows(opposite("VRouter", Value::Null));
    let missing = [(
        "OppositeAccessPointId",
        "opposite-access-point-required-for-vbr",
    )];
    operation.refuses(opposite("VBR", Value::Null), missing);
    let forbidden = [(
        "OppositeAccessPointId",
        "opposite-access-point-only-for-vbr",
    )];
    operation.refuses(opposite("VRouter", json!("ap-1")), forbidden);
}

#[test]
fn a72_order_of_a_prepaid_interface() {
    let order = json!({
        "InstanceChargeType": "PrePaid", "Period": 3, "AutoPay": false, "PricingCycle": "Month",
    });
    let prepaid = alibaba::create_router_interface().with(order);
    let postpaid =
        alibaba::create_router_interface().with(json!({ "InstanceChargeType": "PostPaid" }));
    let unsaid = alibaba::create_router_interface();
    prepaid.allows(json!({}));
    for parameter in ["Period", "AutoPay", "PricingCycle"] {
        let without = json!({ parameter: null });
        prepaid.refuses(without.clone(), [(parameter, "prepaid-order-complete")]);
        postpaid.allows(without.clone());
        unsaid.allows(without);
    }
}

#[test]
fn a73_period_by_pricing_cycle() {
    let operation = alibaba::create_router_interface();
    for (cycle, longest, rule) in [
        (json!("Month"), 9, "period-in-months"),
        (json!("Year"), 3, "period-in-years"),
        // Without a cycle, months are meant.
        (Value::Null, 9, "period-in-months"),
    ] {
        for period in [1, 2, longest] {
            operation.allows(json!({ "PricingCycle": cycle, "Period": period }));
        }
        for period in [-1, 0, longest + 1] {
            let order = json!({ "PricingCycle": cycle, "Period": period });
            operation.refuses(order, [("Period", rule)]);
        }
    }
}

#[test]
fn a75_a_vbr_only_initiates() {
    let operation = on_a_vbr();
    operation.allows(json!({ "Role": "InitiatingSide" }));
    let accepting = json!({ "Role": "AcceptingSide", "Spec": "Negative" });
    operation.refuses(accepting.clone(), [("Role", "vbr-initiates")]);
    alibaba::create_router_interface().allows(accepting);
}
