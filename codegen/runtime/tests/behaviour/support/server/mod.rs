//! An HTTP server on the loopback interface that answers with bytes of the test's choice.

mod hostile;
mod tls;

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

/// Listens on a port of the system's choice.
pub struct Server {
    address: SocketAddr,
    requests: Receiver<Vec<u8>>,
    pieces: Arc<AtomicUsize>,
}

impl Server {
    /// Serves one connection per answer, and closes it after the answer.
    pub fn answering(answers: Vec<Vec<u8>>) -> Self {
        Self::start(move |listener, requests| {
            for answer in answers {
                let (mut stream, _) = listener.accept().unwrap();
                requests.send(read_request(&mut stream)).unwrap();
                // The client may have hung up, as it does when the answer is too long.
                let _ = stream.write_all(&answer);
            }
        })
    }

    /// Serves all answers on the one connection that it accepts.
    pub fn keeping_alive(answers: Vec<Vec<u8>>) -> Self {
        Self::start(move |listener, requests| {
            let (mut stream, _) = listener.accept().unwrap();
            drop(listener);
            for answer in answers {
                requests.send(read_request(&mut stream)).unwrap();
                stream.write_all(&answer).unwrap();
            }
        })
    }

    /// Accepts one connection, sends `beginning` after the request, and then nothing until the client hangs up.
    pub fn stalling(beginning: &'static [u8]) -> Self {
        Self::start(move |listener, requests| {
            let (mut stream, _) = listener.accept().unwrap();
            requests.send(read_request(&mut stream)).unwrap();
            stream.write_all(beginning).unwrap();
            let _ = stream.read_to_end(&mut Vec::new());
        })
    }

    /// Accepts one connection and says nothing at all.
    #[cfg(feature = "hyper")]
    pub fn mute() -> Self {
        Self::start(|listener, _requests| {
            let (mut stream, _) = listener.accept().unwrap();
            let _ = stream.read_to_end(&mut Vec::new());
        })
    }

    fn start(serve: impl FnOnce(TcpListener, Sender<Vec<u8>>) + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (sender, requests) = channel();
        thread::spawn(move || serve(listener, sender));
        Self {
            address,
            requests,
            pieces: Arc::default(),
        }
    }

    /// How many pieces of its answer the server could write until now.
    pub fn pieces_written(&self) -> usize {
        self.pieces.load(Ordering::SeqCst)
    }

    pub fn endpoint(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The endpoint by the name that the server's certificate bears.
    pub fn tls_endpoint(&self) -> String {
        format!("https://localhost:{}", self.address.port())
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Waits for the next request and gives its bytes.
    pub fn request(&self) -> String {
        String::from_utf8(self.requests.recv().unwrap()).unwrap()
    }

    /// Whether no further request has come.
    pub fn is_idle(&self) -> bool {
        self.requests.try_recv().is_err()
    }

    /// The requests, for another thread to wait for.
    #[cfg(feature = "hyper")]
    pub fn into_requests(self) -> Receiver<Vec<u8>> {
        self.requests
    }
}

/// An address where nobody listens, and nobody can as long as this is held.
pub struct Nowhere(tokio::net::TcpSocket);

impl Nowhere {
    pub fn new() -> Self {
        let socket = tokio::net::TcpSocket::new_v4().unwrap();
        socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
        Self(socket)
    }

    pub fn address(&self) -> SocketAddr {
        self.0.local_addr().unwrap()
    }
}

/// An answer with `body` and its length.
pub fn answer(status: &str, body: &str) -> Vec<u8> {
    format!(
        "HTTP/1.1 {status}\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

/// Reads the head, and as much of the body as the head announces.
fn read_request(stream: &mut impl Read) -> Vec<u8> {
    try_read_request(stream).unwrap()
}

fn try_read_request(stream: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut request = Vec::new();
    let mut byte = [0];
    while !request.ends_with(b"\r\n\r\n") {
        stream.read_exact(&mut byte)?;
        request.push(byte[0]);
    }
    let head = String::from_utf8(request.clone()).unwrap();
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "));
    let mut body = vec![0; length.map_or(0, |length| length.parse().unwrap())];
    stream.read_exact(&mut body)?;
    request.extend(body);
    Ok(request)
}
