//! One client that many tasks share.

#![allow(missing_docs)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::collections::BTreeSet;

use alibaba_express_connect::{Client, Credentials};
use end_to_end::clients::alibaba::{assert_signed, builder};
use end_to_end::server::{Answer, Server};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
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

#[test]
fn calls_that_are_dropped_close_their_connections_and_leave_the_client_usable() {
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let client = Client::builder()
            .region("cn-shanghai")
            .endpoint(format!("http://{}", listener.local_addr().unwrap()))
            .credentials(Credentials::access_key("id", "secret"))
            .build()
            .unwrap();
        let call = || client.describe_bgp_peers().bgp_peer_id("bgp-1").send();
        for _ in 0..TASKS {
            let mut call = Box::pin(call());
            let mut connection = tokio::select! {
                answer = &mut call => panic!("nobody answers: {answer:?}"),
                accepted = listener.accept() => accepted.unwrap().0,
            };
            // The request is on its way and an answer is waited for.
            tokio::select! {
                answer = &mut call => panic!("nobody answers: {answer:?}"),
                () = head(&mut connection) => {}
            }
            drop(call);
            let mut rest = Vec::new();
            connection.read_to_end(&mut rest).await.unwrap();
            assert!(rest.is_empty());
        }
        let call = call();
        let answer = async {
            let (mut connection, _) = listener.accept().await.unwrap();
            head(&mut connection).await;
            let body = r#"{"RequestId":"after all"}"#;
            let length = body.len();
            let answer = format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\n{body}");
            connection.write_all(answer.as_bytes()).await.unwrap();
            connection
        };
        let (answer, _connection) = tokio::join!(call, answer);
        assert_eq!(answer.unwrap().request_id(), Some("after all"));
    });
}

/// Reads the head of a request, which has no body.
async fn head(connection: &mut TcpStream) {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(connection.read_u8().await.unwrap());
    }
}
