//! Random identifiers.

use runtime::runtime::entropy::{Entropy, EntropyError, uuid_v4};

#[derive(Debug)]
struct Constant(u8);

impl Entropy for Constant {
    fn fill(&self, buffer: &mut [u8]) -> Result<(), EntropyError> {
        buffer.fill(self.0);
        Ok(())
    }
}

#[derive(Debug)]
struct Exhausted;

impl Entropy for Exhausted {
    fn fill(&self, _: &mut [u8]) -> Result<(), EntropyError> {
        Err(EntropyError::new("the pool is empty"))
    }
}

#[test]
fn version_and_variant_are_fixed_and_the_rest_is_random() {
    assert_eq!(
        uuid_v4(&Constant(0)).unwrap(),
        "00000000-0000-4000-8000-000000000000"
    );
    assert_eq!(
        uuid_v4(&Constant(0xff)).unwrap(),
        "ffffffff-ffff-4fff-bfff-ffffffffffff"
    );
    assert_eq!(
        uuid_v4(&Constant(0x5a)).unwrap(),
        "5a5a5a5a-5a5a-4a5a-9a5a-5a5a5a5a5a5a"
    );
}

#[test]
fn without_random_bytes_no_request_is_made() {
    assert_eq!(
        uuid_v4(&Exhausted).unwrap_err().to_string(),
        "no random bytes: the pool is empty"
    );
    let client = crate::support::frozen(crate::sample::rpc::builder()).region("cn-shanghai");
    let client = client.entropy(Exhausted).build().unwrap();
    let error = crate::sample::rpc::create_peer(&client)
        .skip_validation()
        .build_request()
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "CreatePeer: cannot build the request: no random bytes: the pool is empty"
    );
}
