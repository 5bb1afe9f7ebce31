//! The operations of Alibaba Express Connect. The region is the client's.

operations! { alibaba of alibaba_express_connect:
    apply_physical_connection_loa ApplyPhysicalConnectionLoaInput {
        "InstanceId": "pc-1", "CompanyName": "company", "LineType": "FIBRE", "Si": "builder",
        "ConstructionTime": "2022-02-28T16:00:00Z",
        "PMInfo": [{
            "PMCertificateNo": "5000", "PMName": "Zhang San", "PMCertificateType": "IDCard", "PMGender": "Male",
            "PMContactInfo": "13900000000",
        }],
    }
    cancel_physical_connection CancelPhysicalConnectionInput { "PhysicalConnectionId": "pc-1" }
    complete_physical_connection_loa CompletePhysicalConnectionLoaInput { "InstanceId": "pc-1" }
    confirm_physical_connection ConfirmPhysicalConnectionInput { "PhysicalConnectionId": "pc-1" }
    create_physical_connection CreatePhysicalConnectionInput {
        "AccessPointId": "ap-1", "LineOperator": "CT", "PeerLocation": "Street 1", "ClientToken": "token",
    }
    create_physical_connection_occupancy_order CreatePhysicalConnectionOccupancyOrderInput {
        "PhysicalConnectionId": "pc-1",
    }
    create_physical_connection_setup_order CreatePhysicalConnectionSetupOrderInput {
        "AccessPointId": "ap-1", "LineOperator": "CT",
    }
    delete_physical_connection DeletePhysicalConnectionInput { "PhysicalConnectionId": "pc-1" }
    describe_access_points DescribeAccessPointsInput {}
    describe_physical_connection_loa DescribePhysicalConnectionLoaInput { "InstanceId": "pc-1" }
    describe_physical_connections DescribePhysicalConnectionsInput {}
    enable_physical_connection EnablePhysicalConnectionInput { "PhysicalConnectionId": "pc-1" }
    get_physical_connection_service_status GetPhysicalConnectionServiceStatusInput {}
    modify_physical_connection_attribute ModifyPhysicalConnectionAttributeInput { "PhysicalConnectionId": "pc-1" }
    open_physical_connection_service OpenPhysicalConnectionServiceInput {}
    recover_physical_connection RecoverPhysicalConnectionInput { "InstanceId": "pc-1" }
    terminate_physical_connection TerminatePhysicalConnectionInput { "PhysicalConnectionId": "pc-1" }

    attach_vbr_to_vpconn AttachVbrToVpconnInput { "VpconnId": "pc-1", "VbrId": "vbr-1" }
    create_virtual_physical_connection CreateVirtualPhysicalConnectionInput {
        "OrderMode": "PayByPhysicalConnectionOwner", "VlanId": 4, "Spec": "50M", "VpconnAliUid": 1234,
        "PhysicalConnectionId": "pc-1",
    }
    create_vpconn_from_vbr CreateVpconnFromVbrInput { "VbrId": "vbr-1" }
    list_virtual_physical_connections ListVirtualPhysicalConnectionsInput {}
    update_virtual_physical_connection UpdateVirtualPhysicalConnectionInput { "InstanceId": "pc-1", "VlanId": 4 }

    activate_router_interface ActivateRouterInterfaceInput { "RouterInterfaceId": "ri-1" }
    connect_router_interface ConnectRouterInterfaceInput { "RouterInterfaceId": "ri-1" }
    create_router_interface CreateRouterInterfaceInput {
        "Role": "InitiatingSide", "OppositeRegionId": "cn-beijing", "Spec": "Mini.2", "RouterType": "VRouter",
        "RouterId": "vrt-1",
    }
    deactivate_router_interface DeactivateRouterInterfaceInput { "RouterInterfaceId": "ri-1" }
    delete_router_interface DeleteRouterInterfaceInput { "RouterInterfaceId": "ri-1" }
    describe_router_interface_attribute DescribeRouterInterfaceAttributeInput { "InstanceId": "ri-1" }
    describe_router_interfaces DescribeRouterInterfacesInput {}
    modify_router_interface_attribute ModifyRouterInterfaceAttributeInput { "RouterInterfaceId": "ri-1" }
    modify_router_interface_spec ModifyRouterInterfaceSpecInput { "RouterInterfaceId": "ri-1", "Spec": "Small.1" }

    associate_physical_connection_to_virtual_border_router AssociatePhysicalConnectionToVirtualBorderRouterInput {
        "VbrId": "vbr-1", "PhysicalConnectionId": "pc-1", "VlanId": "123",
    }
    create_virtual_border_router CreateVirtualBorderRouterInput {
        "PhysicalConnectionId": "pc-1", "VlanId": 0, "LocalGatewayIp": "192.168.10.1",
        "PeerGatewayIp": "192.168.10.2", "PeeringSubnetMask": "255.255.255.252",
    }
    delete_virtual_border_router DeleteVirtualBorderRouterInput { "VbrId": "vbr-1" }
    describe_virtual_border_routers DescribeVirtualBorderRoutersInput {}
    describe_virtual_border_routers_for_physical_connection DescribeVirtualBorderRoutersForPhysicalConnectionInput {
        "PhysicalConnectionId": "pc-1",
    }
    modify_virtual_border_router_attribute ModifyVirtualBorderRouterAttributeInput { "VbrId": "vbr-1" }
    recover_virtual_border_router RecoverVirtualBorderRouterInput { "VbrId": "vbr-1" }
    terminate_virtual_border_router TerminateVirtualBorderRouterInput { "VbrId": "vbr-1" }
    unassociate_physical_connection_from_virtual_border_router
        UnassociatePhysicalConnectionFromVirtualBorderRouterInput {
            "VbrId": "vbr-1", "PhysicalConnectionId": "pc-1",
        }
    update_virtual_border_bandwidth UpdateVirtualBorderBandwidthInput {
        "VirtualBorderRouterId": "vbr-1", "Bandwidth": 50,
    }

    create_vbr_ha CreateVbrHaInput { "VbrId": "vbr-1", "PeerVbrId": "vbr-2" }
    delete_vbr_ha DeleteVbrHaInput { "InstanceId": "vbrha-1" }
    describe_vbr_ha DescribeVbrHaInput { "VbrHaId": "vbrha-1" }

    create_route_entry CreateRouteEntryInput {
        "RouteTableId": "vtb-1", "DestinationCidrBlock": "192.168.0.0/24", "NextHopType": "RouterInterface",
        "NextHopId": "ri-1",
    }
    delete_route_entry DeleteRouteEntryInput { "RouteEntryId": "rte-1", "NextHopId": "ri-1" }
    describe_route_entry_list DescribeRouteEntryListInput { "RouteTableId": "vtb-1" }
    modify_route_entry ModifyRouteEntryInput { "RouteEntryId": "rte-1" }

    add_bgp_network AddBgpNetworkInput { "DstCidrBlock": "10.10.20.30/32", "RouterId": "vrt-1" }
    create_bgp_group CreateBgpGroupInput { "RouterId": "vbr-1", "PeerAsn": 65515 }
    create_bgp_peer CreateBgpPeerInput { "BgpGroupId": "bgpg-1" }
    delete_bgp_group DeleteBgpGroupInput { "BgpGroupId": "bgpg-1" }
    delete_bgp_network DeleteBgpNetworkInput { "DstCidrBlock": "10.10.20.30/32", "RouterId": "vrt-1" }
    delete_bgp_peer DeleteBgpPeerInput { "BgpPeerId": "bgp-1" }
    describe_bgp_groups DescribeBgpGroupsInput {}
    describe_bgp_networks DescribeBgpNetworksInput {}
    describe_bgp_peers DescribeBgpPeersInput {}
    modify_bgp_group_attribute ModifyBgpGroupAttributeInput { "BgpGroupId": "bgpg-1" }
    modify_bgp_peer_attribute ModifyBgpPeerAttributeInput { "BgpPeerId": "bgp-1" }
}
