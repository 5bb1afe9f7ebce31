//! Calls over the loopback interface: by the client, by its transport alone, and by the bare HTTP library.
//!
//! All send a `GET` over a connection that is kept, with `TCP_NODELAY`, on one Tokio runtime of one thread, and read the
//! whole answer. The bare call sends a request that was built and signed once, beforehand, and does not parse the answer;
//! by hand, the request is built and signed for each call and the answer parsed to a tree, as a program without this
//! client would.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::Client as Bare;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use runtime::runtime::client::Client;
use runtime::runtime::credentials::Credentials;
use runtime::runtime::request::Request;
use runtime::runtime::transport::hyper::HyperTransport;
use runtime::runtime::transport::{Limits, Proxies, Transport};
use tokio::runtime::Runtime;

use super::rpc::CreatePeerInput;
use super::{KEY, SECRET, by_hand, codec, median, rpc, server};

const ROUNDS: usize = 41;
const CALLS: usize = 500;

const LIMITS: Limits = Limits {
    connect_timeout: Duration::from_secs(5),
    timeout: Duration::from_secs(10),
    max_body: 16 << 20,
};

pub fn measure() {
    let contest = Contest::new(server::start());
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    contest.run(&runtime, "2 parameters", &codec::small_input());
    contest.run(&runtime, "20 parameters", &codec::input());
}

/// A way to make a call.
#[derive(Clone, Copy)]
enum Way {
    Bare,
    Transport,
    ByHand,
    Client,
}

const WAYS: [(Way, &str); 4] = [
    (Way::Bare, "bare call"),
    (Way::Transport, "transport alone"),
    (Way::ByHand, "bare call, signed and parsed by hand"),
    (Way::Client, "client"),
];

struct Contest {
    address: SocketAddr,
    bare: Bare<HttpConnector, Full<Bytes>>,
    transport: HyperTransport,
    client: Client,
}

impl Contest {
    fn new(address: SocketAddr) -> Self {
        let transport = HyperTransport::builder().proxies(Proxies::none()).build();
        let transport = transport.unwrap();
        let client = rpc::builder()
            .region("cn-shanghai")
            .endpoint(format!("http://{address}"))
            .credentials(Credentials::access_key(KEY, SECRET))
            .transport(transport.clone())
            .build()
            .unwrap();
        let mut connector = HttpConnector::new();
        connector.set_nodelay(true);
        Self {
            address,
            bare: Bare::builder(TokioExecutor::new()).build(connector),
            transport,
            client,
        }
    }

    /// The ways take turns call by call, so that whatever disturbs one disturbs all.
    fn run(&self, runtime: &Runtime, name: &str, input: &CreatePeerInput) {
        let built = Request::new(&self.client, input.clone()).build_request();
        let built = built.unwrap().into_http();
        let parameters = by_hand::parameters(&built);
        let authority = self.address.to_string();
        let mut times = WAYS.map(|_| Vec::with_capacity(ROUNDS * CALLS));
        runtime.block_on(async {
            for _ in 0..ROUNDS * CALLS {
                for ((way, _), times) in WAYS.iter().zip(&mut times) {
                    let start = Instant::now();
                    match way {
                        Way::Bare => drop(self.bare_call(built.clone()).await),
                        Way::Transport => self.transport_call(built.clone()).await,
                        Way::ByHand => {
                            let request = by_hand::request(&authority, &parameters);
                            let body = self.bare_call(request).await;
                            let value = serde_json::from_slice::<serde_json::Value>(&body);
                            assert!(value.is_ok());
                        }
                        Way::Client => {
                            let request = Request::new(&self.client, input.clone());
                            assert_eq!(request.send().await.unwrap().status(), 200);
                        }
                    }
                    times.push(start.elapsed());
                }
            }
        });
        let medians = times.map(median);
        println!(
            "a call with {name}, medians of {} calls each:",
            ROUNDS * CALLS
        );
        for ((_, name), time) in WAYS.iter().zip(medians) {
            let more = |other: Duration| (time.as_secs_f64() / other.as_secs_f64() - 1.0) * 100.0;
            println!(
                "  {name}: {time:?}, {:+.1} % against bare, {:+.1} % against by hand",
                more(medians[0]),
                more(medians[2])
            );
        }
    }

    async fn bare_call(&self, request: http::Request<Bytes>) -> Bytes {
        let response = self.bare.request(request.map(Full::new)).await.unwrap();
        assert_eq!(response.status(), 200);
        response.into_body().collect().await.unwrap().to_bytes()
    }

    async fn transport_call(&self, request: http::Request<Bytes>) {
        let response = self.transport.send(request, LIMITS).await.unwrap();
        assert_eq!(response.status(), 200);
    }
}
