//! Clients of Alibaba Express Connect.

use alibaba_express_connect::Credentials;

use super::{ACCESS_KEY_ID, SECRET};
use crate::{time, verify};

client_functions!(alibaba_express_connect);

/// The region of all clients.
pub const REGION: &str = "cn-shanghai";

fn configured(builder: ClientBuilder) -> ClientBuilder {
    builder
        .region(REGION)
        .credentials(Credentials::access_key(ACCESS_KEY_ID, SECRET))
}

/// Fails unless the request was signed just now by the key of these tests.
pub fn assert_signed(request: &Received) {
    let claims = verify::rpc(request, SECRET).unwrap();
    assert_eq!(claims.access_key_id, ACCESS_KEY_ID);
    time::assert_fresh(claims.time);
}

/// The parameters of an operation as they were sent, sorted, without those that every request carries.
pub fn own_parameters(request: &Received) -> Vec<(String, String)> {
    const COMMON: [&str; 8] = [
        "AccessKeyId",
        "Format",
        "Signature",
        "SignatureMethod",
        "SignatureNonce",
        "SignatureVersion",
        "Timestamp",
        "Version",
    ];
    let mut parameters = request.parameters();
    for name in COMMON {
        assert!(parameters.remove(name).is_some(), "`{name}` is missing");
    }
    parameters.into_iter().collect()
}
