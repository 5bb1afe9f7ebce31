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
        let start = Instant::now();
        let stream = connect(&request, limits).map_err(|error| {
            // What never left may be sent again, even if it writes.
            TransportError::new(TransportErrorKind::Connect, error.to_string()).not_sent()
        })?;
        let connection = Connection {
            stream,
            start,
            timeout: limits.timeout,
        };
        exchange(&request, connection, limits.max_body)
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
    TcpStream::connect_timeout(&address, limits.connect_timeout.min(limits.timeout))
}

/// A connection on which the time of all reads and writes together is limited.
struct Connection {
    stream: TcpStream,
    start: Instant,
    timeout: Duration,
}

impl Connection {
    fn time_left(&self) -> io::Result<Option<Duration>> {
        match self.timeout.saturating_sub(self.start.elapsed()) {
            Duration::ZERO => Err(io::ErrorKind::TimedOut.into()),
            left => Ok(Some(left)),
        }
    }
}

impl Read for Connection {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.stream.set_read_timeout(self.time_left()?)?;
        self.stream.read(buffer)
    }
}

impl Write for Connection {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        self.stream.set_write_timeout(self.time_left()?)?;
        self.stream.write(buffer)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}

fn exchange(
    request: &http::Request<Bytes>,
    mut connection: Connection,
    max_body: usize,
) -> io::Result<http::Response<Bytes>> {
    connection.write_all(&message(request))?;
    let mut reader = BufReader::new(connection);
    let (mut response, length) = head(&mut reader)?;
    if length.is_some_and(|length| length > max_body) {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    // Without a length, the body goes on to the end of the connection; one byte too many shows that it is too long.
    let most = length.unwrap_or(max_body.saturating_add(1));
    let mut body = Vec::new();
    reader.take(most as u64).read_to_end(&mut body)?;
    match length {
        Some(length) if body.len() < length => Err(io::ErrorKind::UnexpectedEof.into()),
        _ if body.len() > max_body => Err(io::ErrorKind::FileTooLarge.into()),
        _ => {
            *response.body_mut() = body.into();
            Ok(response)
        }
    }
}

/// The request as it goes out, byte for byte what was signed.
fn message(request: &http::Request<Bytes>) -> Vec<u8> {
    let target = request.uri().path_and_query();
    let target = target.map_or("/", |target| target.as_str());
    let length = request.body().len();
    let first = format!(
        "{} {target} HTTP/1.1\r\nconnection: close\r\ncontent-length: {length}\r\n",
        request.method()
    );
    let mut message = first.into_bytes();
    for (name, value) in request.headers() {
        let parts = [name.as_str().as_bytes(), b": ", value.as_bytes(), b"\r\n"];
        message.extend(parts.concat());
    }
    message.extend_from_slice(b"\r\n");
    message.extend_from_slice(request.body());
    message
}

/// Status and headers of an answer, and the length of its body if it says so.
fn head(reader: &mut impl BufRead) -> io::Result<(http::Response<Bytes>, Option<usize>)> {
    // A head that never ends is no head.
    let mut lines = reader.take(64 * 1024).lines();
    let mut line = || {
        lines
            .next()
            .unwrap_or_else(|| Err(io::ErrorKind::UnexpectedEof.into()))
    };
    let first = line()?;
    let mut response =
        http::Response::builder().status(first.split(' ').nth(1).unwrap_or_default());
    let mut length = None;
    loop {
        let header = line()?;
        let Some((name, value)) = header.split_once(':') else {
            break;
        };
        let value = value.trim();
        if name.eq_ignore_ascii_case("content-length") {
            length = Some(value.parse().map_err(io::Error::other)?);
        } else if name.eq_ignore_ascii_case("transfer-encoding") {
            return Err(io::Error::other("this transport reads no chunked answers"));
        }
        response = response.header(name, value);
    }
    let response = response.body(Bytes::new()).map_err(io::Error::other)?;
    Ok((response, length))
}

fn kind_of(error: &io::Error) -> TransportErrorKind {
    match error.kind() {
        io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => TransportErrorKind::Timeout,
        io::ErrorKind::FileTooLarge => TransportErrorKind::BodyTooLarge,
        io::ErrorKind::Other => TransportErrorKind::Other,
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
