//! Clients of Baidu ET.

use baidu_et::Credentials;

use super::{ACCESS_KEY_ID, SECRET};
use crate::{time, verify};

client_functions!(baidu_et);

fn configured(builder: ClientBuilder) -> ClientBuilder {
    builder.credentials(Credentials::access_key(ACCESS_KEY_ID, SECRET))
}

/// Fails unless the request was signed just now by the key of these tests, and names every header that a server may
/// expect to be signed (one without a value never is): then it does not matter whether the server goes by the names or by its own list.
pub fn assert_signed(request: &Received) {
    let claims = verify::bce(request, SECRET).unwrap();
    assert_eq!(claims.access_key_id, ACCESS_KEY_ID);
    time::assert_fresh(claims.time);
    assert!(request.header("x-bce-date").is_some(), "there is no date");
    let mut expected: Vec<String> = request
        .headers
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, _)| name.to_ascii_lowercase())
        .filter(|name| name.starts_with("x-bce-") || name == "host" || name == "content-type")
        .collect();
    expected.sort();
    assert_eq!(claims.signed_headers, expected);
}
