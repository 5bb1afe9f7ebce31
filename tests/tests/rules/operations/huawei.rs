//! The operations of Huawei Direct Connect. The project is the client's.

operations! { huawei of huawei_direct_connect:
    update_direct_connect UpdateDirectConnectInput {
        "direct_connect_id": "6ecd9cf3-ca64-46c7-863f-f2eb1b9e838a",
        "direct_connect": { "name": "connection" },
    }
    create_hosted_direct_connect CreateHostedDirectConnectInput {
        "hosted_connect": {
            "bandwidth": 10, "hosting_id": "2cfb53be-b05f-40d5-a2f8-3a59ac383836", "vlan": 441,
            "resource_tenant_id": "0605768a3300d5762f82c01180692873",
        },
    }
}
