//! Where a service is, and what goes out with every request.

use super::entries;

entries! {
    SchemeChanged as in "scheme-changed" {
        why: "Clients use another scheme for every request. Older ones fail where only the new one is served; \
            newer ones may be stopped by a firewall.",
        compatible: "Serve both schemes, and answer the old one until nobody uses it.",
    }
    SchemeAdded as in "scheme-added" {
        why: "The service listens for one scheme more. Clients go on using theirs.",
        compatible: "Nothing needs doing.",
    }
    SchemeRemoved as in "scheme-added" reversed {
        why: "Callers who chose the scheme get no connection.",
        compatible: "Go on serving it, or tell its callers well before. Plain HTTP is best given up early.",
    }
    HostChanged as in "host-changed" {
        why: "Older clients speak to a host that may no longer answer, and firewalls may not let requests to the \
            new one pass.",
        compatible: "Let both names lead to the service for as long as older clients call.",
    }
    RegionAdded as in "region-added" {
        why: "The service is in one place more. Clients of other regions do not notice.",
        compatible: "Nothing needs doing.",
    }
    RegionRemoved as in "region-added" reversed {
        why: "Clients of the region are refused before anything is sent, because no host is known for it.",
        compatible: "Keep the region while its host answers.",
    }
    RegionListed as in "region-listed" {
        why: "The host of the region is the one that the template made before. Only the docs list it now.",
        compatible: "Nothing needs doing.",
    }
    RegionUnlisted as in "region-listed" reversed {
        why: "The template makes the same host, so calls go on working. Only the docs no longer list the region.",
        compatible: "Nothing needs doing.",
    }
    ClientHeaderAdded as in "client-header-added" {
        why: "Every request carries a header that older clients do not send. A client may have to be given the \
            value for it first.",
        compatible: "Let the server do without the header.",
    }
    ClientHeaderRemoved as in "client-header-added" reversed {
        why: "A server that relies on the header no longer gets it. Code that sets the value may no longer compile.",
        compatible: "Make sure that no server reads the header before it goes.",
    }
    ClientHeaderChanged as in "client-header-changed" {
        why: "The header carries another value of the client, which the server takes for the old one.",
        compatible: "Use a new header for the other value.",
    }
    CommonParameterAdded as in "common-parameter-added" {
        why: "Older clients do not send the parameter, so a server that demands it refuses all their requests.",
        compatible: "Let the server assume a value where the parameter is absent.",
    }
    CommonParameterRemoved as in "common-parameter-added" reversed {
        why: "Newer clients no longer send the parameter. Older ones still do, which a server can pass over.",
        compatible: "Nothing needs doing. Go on accepting the parameter.",
    }
    CommonParameterChanged as in "common-parameter-changed" {
        why: "Older clients send another value with every request, or send it where it is not wanted.",
        compatible: "Go on accepting the old value.",
    }
}
