//! The call examples, run as programs: what they print where, and how they end.

#![allow(missing_docs)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod all;
mod calls;
mod dry_run;
mod environment;
mod failures;
mod secrets;
mod usage;

use end_to_end::program::{Outcome, Program};
use end_to_end::server::Server;

static ALIBABA: Program = Program::new("alibaba-express-connect", "alibaba-call");
static BAIDU: Program = Program::new("baidu-et", "baidu-call");
static HUAWEI: Program = Program::new("huawei-direct-connect", "huawei-call");

const SECRET: &str = "test+secret/4711";

const ALIBABA_KEY: [(&str, &str); 2] = [
    ("ALIBABA_CLOUD_ACCESS_KEY_ID", "testid"),
    ("ALIBABA_CLOUD_ACCESS_KEY_SECRET", SECRET),
];
const BAIDU_KEY: [(&str, &str); 2] = [
    ("BCE_ACCESS_KEY_ID", "testid"),
    ("BCE_SECRET_ACCESS_KEY", SECRET),
];
const HUAWEI_KEY: [(&str, &str); 3] = [
    ("HUAWEICLOUD_SDK_AK", "testid"),
    ("HUAWEICLOUD_SDK_SK", SECRET),
    (
        "HUAWEICLOUD_SDK_PROJECT_ID",
        "6fbe9263116a4b68818cf1edce16bc4f",
    ),
];

/// Calls an operation of Alibaba in a region, with a key.
fn alibaba(arguments: &[&str]) -> Outcome {
    ALIBABA.run(
        &[arguments, &["--region", "cn-shanghai"]].concat(),
        &ALIBABA_KEY,
    )
}

/// Calls an operation of Alibaba on `server`.
fn alibaba_on(server: &Server, arguments: &[&str]) -> Outcome {
    alibaba(&[arguments, &["--endpoint", &server.endpoint()]].concat())
}

/// Fails unless the program gave up on the command line or the request, complaining with these words.
fn assert_invalid(outcome: &Outcome, words: &[&str]) {
    assert_complains(outcome, 2, words);
}

/// Fails unless the program tried and failed, complaining on one line with these words.
fn assert_failed(outcome: &Outcome, words: &[&str]) {
    assert_complains(outcome, 1, words);
    assert_eq!(
        outcome.stderr.trim_end().lines().count(),
        1,
        "{}",
        outcome.stderr
    );
}

fn assert_complains(outcome: &Outcome, code: i32, words: &[&str]) {
    assert_eq!(outcome.code, code, "{outcome:?}");
    assert_eq!(outcome.stdout, "");
    for word in words {
        assert!(
            outcome.stderr.contains(word),
            "`{word}` is missing in: {}",
            outcome.stderr
        );
    }
}
