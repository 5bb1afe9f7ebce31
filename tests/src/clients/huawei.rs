//! Clients of Huawei Direct Connect.

use huawei_direct_connect::Credentials;

use super::{ACCESS_KEY_ID, SECRET};
use crate::{time, verify};

client_functions!(huawei_direct_connect);

/// The project of all clients.
pub const PROJECT_ID: &str = "6fbe9263116a4b68818cf1edce16bc4f";

fn configured(builder: ClientBuilder) -> ClientBuilder {
    builder
        .project_id(PROJECT_ID)
        .credentials(Credentials::access_key(ACCESS_KEY_ID, SECRET))
}

/// Fails unless the request was signed just now by the key of these tests, with all that says what it is but without
/// `User-Agent`, which proxies rewrite.
pub fn assert_signed(request: &Received) {
    let claims = verify::sdk_hmac(request, SECRET).unwrap();
    assert_eq!(claims.access_key_id, ACCESS_KEY_ID);
    time::assert_fresh(claims.time);
    let unsigned = ["authorization", "content-length", "user-agent"];
    let mut expected: Vec<String> = request
        .headers
        .iter()
        .map(|(name, _)| name.to_ascii_lowercase())
        .filter(|name| !unsigned.contains(&name.as_str()))
        .collect();
    expected.sort();
    assert_eq!(claims.signed_headers, expected);
}
