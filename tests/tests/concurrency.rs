//! One client that many tasks share.

#![allow(missing_docs)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::collections::BTreeSet;

use end_to_end::clients::alibaba::{assert_signed, builder};
use end_to_end::server::{Answer, Server};
use tokio::runtime::Builder;
use tokio::task::JoinSet;

const TASKS: usize = 64;
const CALLS_OF_A_TASK: usize = 4;

#[test]
fn each_of_64_tasks_gets_its_own_answers() {
    let server = Server::responding(|request| {
        let id = &request.parameters()["BgpPeerId"];
        Answer::json(200, format!(r#"{{"RequestId":"answer to {id}"}}"#))
    });
    let client = builder(&server).build().unwrap();
    let threads = Builder::new_multi_thread().enable_all().build().unwrap();
    threads.block_on(async {
        let mut tasks = JoinSet::new();
        for task in 0..TASKS {
            let client = client.clone();
            tasks.spawn(async move {
                for call in 0..CALLS_OF_A_TASK {
                    let id = format!("bgp-{task}-{call}");
                    let answer = client.describe_bgp_peers().bgp_peer_id(&id).send().await;
                    assert_eq!(
                        answer.unwrap().request_id(),
                        Some(&*format!("answer to {id}"))
                    );
                }
            });
        }
        while let Some(task) = tasks.join_next().await {
            task.unwrap();
        }
    });

    let seen = server.finish();
    assert_eq!(seen.requests.len(), TASKS * CALLS_OF_A_TASK);
    seen.requests.iter().for_each(assert_signed);
    for unique in ["BgpPeerId", "SignatureNonce"] {
        let values: BTreeSet<_> = seen
            .requests
            .iter()
            .map(|request| request.parameters()[unique].clone())
            .collect();
        assert_eq!(values.len(), TASKS * CALLS_OF_A_TASK, "{unique}");
    }
}
