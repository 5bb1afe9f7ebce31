//! What a service is called, how it is spoken to, and who may call it.

use super::entries;

entries! {
    CrateRenamed as in "crate-renamed" {
        why: "Builds ask for a crate that no longer gets new versions. Code that names it no longer compiles.",
        compatible: "Release the new crate beside the old one, and let the old one point to it.",
    }
    ProviderRenamed as in "provider-renamed" {
        why: "No message and no Rust code changes. The call example and its program have another name.",
        compatible: "Nothing needs doing. Scripts that run the example have to use the new name.",
    }
    ApiVersionChanged as in "api-version-changed" {
        why: "The version goes out with requests, or stands in their paths. Another version may understand \
            everything in another way.",
        compatible: "Describe the new version as a product of its own, with a crate of its own.",
    }
    ProtocolChanged as in "protocol-changed" {
        why: "Every request is written in another way, so an older client is not understood at all.",
        compatible: "Serve both protocols, or describe the new one as a product of its own.",
    }
    ListEncodingChanged as in "list-encoding-changed" {
        why: "Lists are written in another way in the query. A server that expects the other one sees no list, or \
            only one item of it.",
        compatible: "Accept both ways to write a list.",
    }
    MethodOffered as in "method-offered" {
        why: "Callers may choose one method more. The documented one stays.",
        compatible: "Nothing needs doing.",
    }
    MethodWithdrawn as in "method-offered" reversed {
        why: "Callers who chose the method are refused, and code that chooses it no longer compiles.",
        compatible: "Go on accepting the method.",
    }
    AuthenticationAdded as in "authentication-added" {
        why: "Callers may prove who they are in one way more.",
        compatible: "Nothing needs doing.",
    }
    AuthenticationRemoved as in "authentication-added" reversed {
        why: "Callers who prove who they are in this way are locked out, and code that chooses it no longer \
            compiles.",
        compatible: "Accept it until all callers use another one.",
    }
    AuthenticationChanged as in "authentication-changed" {
        why: "Older clients put the token where the server does not look for it.",
        compatible: "Accept the token in both headers until all callers have moved.",
    }
    SignatureLifeChanged as in "signature-life-changed" {
        why: "A signature is good for a longer or a shorter time. Clients sign each request anew, so it matters \
            only where clocks differ or networks are slow.",
        compatible: "Leave room for clocks that are some minutes off.",
    }
    CredentialVariableChanged as in "credential-variable-changed" {
        why: "Programs that read credentials from the environment do not find them under the old name.",
        compatible: "Set both variables where programs run, or hand credentials over in code.",
    }
}
