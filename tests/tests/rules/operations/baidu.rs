//! The operations of Baidu ET.

operations! { baidu of baidu_et:
    create_et_dcphy CreateEtDcphyInput {
        "name": "line", "isp": "ISP_CMCC", "intfType": "10G", "apType": "BAIDU", "apAddr": "BB",
        "userName": "Zhang San", "userPhone": "13300000333", "userEmail": "contact@example.com",
        "userIdc": "Beijing|Municipal District|Dongcheng District|2321",
    }
    delete_et_dcphy DeleteEtDcphyInput { "dcphyId": "dcphy-1" }
    list_et_dcphy ListEtDcphyInput {}
    list_et_dcphy_detail ListEtDcphyDetailInput { "dcphyId": "dcphy-1" }
    update_et_dcphy UpdateEtDcphyInput { "dcphyId": "dcphy-1", "name": "line" }

    add_et_channel_routes AddEtChannelRoutesInput {
        "etId": "dcphy-1", "etChannelId": "channel-1", "routeType": "static-route", "networks": ["192.168.0.0/16"],
    }
    add_et_channel_users AddEtChannelUsersInput {
        "etId": "dcphy-1", "etChannelId": "channel-1", "authorizedUsers": ["user"],
    }
    associate_et_channel AssociateEtChannelInput {
        "etId": "dcphy-1", "etChannelId": "channel-1", "extraChannelId": "channel-2",
    }
    create_et_channel CreateEtChannelInput {
        "etId": "dcphy-1", "name": "channel", "baiduAddress": "11.11.11.21/24",
        "customerAddress": "11.11.11.12/24", "routeType": "static-route", "networks": ["192.168.0.0/16"],
        "vlanId": 56,
    }
    delete_et_channel DeleteEtChannelInput { "etId": "dcphy-1", "etChannelId": "channel-1" }
    disable_et_channel_ipv6 DisableEtChannelIpv6Input { "etId": "dcphy-1", "etChannelId": "channel-1" }
    disassociate_et_channel DisassociateEtChannelInput {
        "etId": "dcphy-1", "etChannelId": "channel-1", "extraChannelId": "channel-2",
    }
    enable_et_channel_ipv6 EnableEtChannelIpv6Input {
        "etId": "dcphy-1", "etChannelId": "channel-1", "baiduIpv6Address": "2400:da00::1/88",
        "customerIpv6Address": "2400:da00::2/88", "ipv6Networks": ["2400:da00:e003::/48"],
    }
    get_et_channel GetEtChannelInput { "etId": "dcphy-1" }
    recommit_et_channel RecommitEtChannelInput {
        "etId": "dcphy-1", "etChannelId": "channel-1", "name": "channel", "baiduAddress": "11.11.11.21/24",
        "customerAddress": "11.11.11.12/24", "routeType": "static-route", "networks": ["192.168.0.0/16"],
        "vlanId": 58,
    }
    remove_et_channel_routes RemoveEtChannelRoutesInput {
        "etId": "dcphy-1", "etChannelId": "channel-1", "routeType": "static-route", "networks": ["192.168.0.0/16"],
    }
    remove_et_channel_users RemoveEtChannelUsersInput {
        "etId": "dcphy-1", "etChannelId": "channel-1", "authorizedUsers": ["user"],
    }
    update_et_channel UpdateEtChannelInput { "etId": "dcphy-1", "etChannelId": "channel-1", "name": "channel" }

    create_et_channel_route_rule CreateEtChannelRouteRuleInput {
        "etId": "dcphy-1", "etChannelId": "channel-1", "destAddress": "192.168.0.7/32", "nexthopType": "etGateway",
        "nexthopId": "dcgw-1",
    }
    delete_et_channel_route_rule DeleteEtChannelRouteRuleInput {
        "etId": "dcphy-1", "etChannelId": "channel-1", "routeRuleId": "dcrr-1",
    }
    list_et_channel_route_rules ListEtChannelRouteRulesInput { "etId": "dcphy-1", "etChannelId": "channel-1" }
    update_et_channel_route_rule UpdateEtChannelRouteRuleInput {
        "etId": "dcphy-1", "etChannelId": "channel-1", "routeRuleId": "dcrr-1", "description": "route",
    }

    create_et_channel_bfd CreateEtChannelBfdInput {
        "etId": "dcphy-1", "etChannelId": "channel-1", "sendInterval": 300, "receivInterval": 300,
        "detectMultiplier": 4,
    }
    delete_et_channel_bfd DeleteEtChannelBfdInput { "etId": "dcphy-1", "etChannelId": "channel-1" }
    update_et_channel_bfd UpdateEtChannelBfdInput {
        "etId": "dcphy-1", "etChannelId": "channel-1", "sendInterval": 300, "receivInterval": 300,
        "detectMultiplier": 4,
    }
}
