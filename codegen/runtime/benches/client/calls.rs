//! Calls over the loopback interface, by the client and by the bare HTTP library.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::Client as Bare;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use runtime::runtime::client::Client;
use runtime::runtime::credentials::Credentials;
use runtime::runtime::request::Request;
use runtime::runtime::transport::Proxies;
use runtime::runtime::transport::hyper::HyperTransport;
use tokio::task::JoinSet;

use super::codec::input;
use super::{median, rpc, server};

const ROUNDS: usize = 41;
const CALLS: usize = 2048;

type BareClient = Bare<HttpConnector, Full<Bytes>>;

pub fn measure() {
    let address = server::start();
    let transport = HyperTransport::builder().proxies(Proxies::none()).build();
    let client = rpc::builder()
        .region("cn-shanghai")
        .endpoint(format!("http://{address}"))
        .credentials(Credentials::access_key("LTAI5tExampleKeyId", "secret"))
        .transport(transport.unwrap())
        .build()
        .unwrap();
    let mut connector = HttpConnector::new();
    connector.set_nodelay(true);
    let bare: BareClient = Bare::builder(TokioExecutor::new()).build(connector);
    let request = Request::new(&client, input()).build_request().unwrap();
    let request = Arc::new(request.into_http());
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    for tasks in [1, 64] {
        let (mut of_client, mut of_bare) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            of_bare.push(runtime.block_on(round(tasks, || bare_call(&bare, &request))));
            of_client.push(runtime.block_on(round(tasks, || client_call(&client))));
        }
        report(tasks, address, median(of_client), median(of_bare));
    }
}

fn report(tasks: usize, address: SocketAddr, client: Duration, bare: Duration) {
    let per_second = |time: Duration| CALLS as f64 / time.as_secs_f64();
    let more = (client.as_secs_f64() / bare.as_secs_f64() - 1.0) * 100.0;
    println!(
        "{tasks} tasks, {address}: client {:.0}/s, bare hyper {:.0}/s: {more:+.1} % time, {:.1} µs a call",
        per_second(client),
        per_second(bare),
        (client.as_secs_f64() - bare.as_secs_f64()) / CALLS as f64 * 1e6
    );
}

/// How long `CALLS` calls take, shared by `tasks` tasks.
async fn round<F>(tasks: usize, call: impl Fn() -> F) -> Duration
where
    F: Future<Output = ()> + Send + 'static,
{
    let start = Instant::now();
    let mut set = JoinSet::new();
    for _ in 0..tasks {
        let calls: Vec<F> = (0..CALLS / tasks).map(|_| call()).collect();
        set.spawn(async move {
            for call in calls {
                call.await;
            }
        });
    }
    while let Some(outcome) = set.join_next().await {
        outcome.unwrap();
    }
    start.elapsed()
}

fn client_call(client: &Client) -> impl Future<Output = ()> + Send + 'static {
    let client = client.clone();
    async move {
        let response = Request::new(&client, input()).send().await.unwrap();
        assert_eq!(response.status(), 200);
    }
}

fn bare_call(
    client: &BareClient,
    request: &Arc<http::Request<Bytes>>,
) -> impl Future<Output = ()> + Send + 'static {
    let (client, request) = (client.clone(), Arc::clone(request));
    async move {
        let request = (*request).clone().map(Full::new);
        let response = client.request(request).await.unwrap();
        assert_eq!(response.status(), 200);
        let body = response.into_body().collect().await.unwrap().to_bytes();
        assert!(!body.is_empty());
    }
}
