//! A client over a transport of one's own: a socket of the standard library, one connection for each request, no TLS.
//!
//! ```sh
//! cargo run -p end-to-end --example own_transport -- http://127.0.0.1:8080
//! ```

use std::error::Error;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::time::{Duration, Instant};
use std::{env, thread};

use alibaba_express_connect::transport::{
    BlockingTransport, Limits, TransportError, TransportErrorKind,
};
use alibaba_express_connect::{Client, Credentials};
use bytes::Bytes;

/// Sends requests as they are. It keeps the limits and follows nothing.
#[derive(Debug)]
struct PlainSocket;

impl BlockingTransport for PlainSocket {
    fn send(
        &self,
        request: http::Request<Bytes>,
        limits: Limits,
    ) -> Result<http::Response<Bytes>, TransportError> {
        let deadline = Instant::now() + limits.timeout;
        let stream = connect(&request, limits).map_err(|error| {
            // What never left may be sent again, even if it writes.
            TransportError::new(TransportErrorKind::Connect, error.to_string()).not_sent()
        })?;
        exchange(&request, stream, deadline, limits.max_body)
            .map_err(|error| TransportError::new(kind_of(&error), error.to_string()))
    }

    fn sleep(&self, duration: Duration) {
        thread::sleep(duration);
    }
}

fn connect(request: &http::Request<Bytes>, limits: Limits) -> io::Result<TcpStream> {
    let authority = request.uri().authority().map(|found| found.as_str());
    let mut addresses = authority.unwrap_or_default().to_socket_addrs()?;
    let address = addresses.next().ok_or(io::ErrorKind::NotFound)?;
    TcpStream::connect_timeout(&address, limits.connect_timeout)
}

fn exchange(
    request: &http::Request<Bytes>,
    mut stream: TcpStream,
    deadline: Instant,
    max_body: usize,
) -> io::Result<http::Response<Bytes>> {
    let target = request
        .uri()
        .path_and_query()
        .map_or("/", |target| target.as_str());
    let mut message = format!(
        "{} {target} HTTP/1.1\r\nconnection: close\r\n",
        request.method()
    )
    .into_bytes();
    for (name, value) in request.headers() {
        message.extend_from_slice(name.as_str().as_bytes());
        message.extend_from_slice(b": ");
        message.extend_from_slice(value.as_bytes());
        message.extend_from_slice(b"\r\n");
    }
    let length = request.body().len();
    message.extend_from_slice(format!("content-length: {length}\r\n\r\n").as_bytes());
    message.extend_from_slice(request.body());
    stream.write_all(&message)?;

    let mut reader = BufReader::new(stream);
    let mut line = || -> io::Result<String> {
        let left = deadline.saturating_duration_since(Instant::now());
        // A timeout of zero would be none at all.
        reader
            .get_ref()
            .set_read_timeout(Some(left.max(Duration::from_millis(1))))?;
        let mut line = String::new();
        reader.read_line(&mut line)?;
        Ok(line.trim_end().to_owned())
    };
    let status = line()?.split(' ').nth(1).unwrap_or_default().to_owned();
    let mut response = http::Response::builder().status(status.as_str());
    let mut length = 0;
    loop {
        let header = line()?;
        let Some((name, value)) = header.split_once(':') else {
            break;
        };
        if name.eq_ignore_ascii_case("content-length") {
            length = value.trim().parse().map_err(io::Error::other)?;
        }
        response = response.header(name, value.trim());
    }
    if length > max_body {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    response.body(body.into()).map_err(io::Error::other)
}

fn kind_of(error: &io::Error) -> TransportErrorKind {
    match error.kind() {
        io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => TransportErrorKind::Timeout,
        io::ErrorKind::FileTooLarge => TransportErrorKind::BodyTooLarge,
        _ => TransportErrorKind::Interrupted,
    }
}

/// The ids of all BGP peers that a service at `endpoint` has.
///
/// # Errors
/// The client cannot be built, or the call fails.
pub(crate) fn peers(
    endpoint: &str,
    credentials: Credentials,
) -> Result<Vec<String>, alibaba_express_connect::Error> {
    let client = Client::builder()
        .region("cn-shanghai")
        .endpoint(endpoint)
        .credentials(credentials)
        .blocking_transport(PlainSocket)
        .build()?;
    let answer = client.describe_bgp_peers().send_blocking()?;
    let peers = answer.bgp_peers.iter().flatten();
    Ok(peers.filter_map(|peer| peer.bgp_peer_id.clone()).collect())
}

fn main() -> Result<(), Box<dyn Error>> {
    let endpoint = env::args().nth(1).ok_or("say where: own_transport URL")?;
    for peer in peers(&endpoint, Credentials::from_env()?)? {
        println!("{peer}");
    }
    Ok(())
}
