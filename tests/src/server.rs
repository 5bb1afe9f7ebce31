//! A loopback HTTP/1.1 server that answers as told and keeps what it saw.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::thread::{self, JoinHandle};

use crate::received::Received;

/// What ends the server. No request starts like this.
const STOP: &[u8] = b"STOP";

/// A server on a free port of the loopback interface, which takes one connection after the other.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    thread: JoinHandle<Seen>,
}

/// What a server saw.
#[derive(Debug, Default)]
pub struct Seen {
    /// How many connections were made, whatever came over them.
    pub connections: usize,
    /// The requests, in order.
    pub requests: Vec<Received>,
}

/// What a server does when a request has come in.
#[derive(Clone, Debug)]
pub enum Answer {
    /// Sends these bytes and closes the connection.
    Bytes(Vec<u8>),
    /// Waits until the client gives up.
    Silence,
}

impl Answer {
    /// An answer with a JSON body.
    pub fn json(status: u16, body: impl ToString) -> Self {
        Self::new(
            status,
            &[("Content-Type", "application/json")],
            body.to_string(),
        )
    }

    /// An answer with these headers and this body.
    pub fn new(status: u16, headers: &[(&str, &str)], body: impl AsRef<[u8]>) -> Self {
        let body = body.as_ref();
        let mut head = format!("HTTP/1.1 {status} Status\r\n");
        for (name, value) in headers {
            head += &format!("{name}: {value}\r\n");
        }
        head += &format!(
            "Content-Length: {}\r\nConnection: close\r\n\r\n",
            body.len()
        );
        Self::Bytes([head.as_bytes(), body].concat())
    }
}

impl Server {
    /// A server that gives the same answer to every request.
    pub fn answering(answer: Answer) -> Self {
        Self::responding(move |_| answer.clone())
    }

    /// A server that makes up its answers as requests come in.
    pub fn responding(respond: impl FnMut(&Received) -> Answer + Send + 'static) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let thread = thread::spawn(move || serve(&listener, respond));
        Self { address, thread }
    }

    /// The endpoint, for a client.
    pub fn endpoint(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Host and port.
    pub fn host(&self) -> String {
        self.address.to_string()
    }

    /// Ends the server and tells what it saw.
    ///
    /// Connections are taken in the order in which they were made. So when the one that is made here is taken, there is
    /// no other left, and a server that reports none has truly seen none.
    pub fn finish(self) -> Seen {
        TcpStream::connect(self.address)
            .unwrap()
            .write_all(STOP)
            .unwrap();
        self.thread.join().expect("the server failed")
    }

    /// Ends the server, which must have seen exactly one request.
    pub fn only_request(self) -> Received {
        let Seen {
            connections,
            mut requests,
        } = self.finish();
        assert_eq!((connections, requests.len()), (1, 1));
        requests.remove(0)
    }

    /// Ends the server, to which nobody must have connected.
    pub fn assert_unused(self) {
        assert_eq!(self.finish().connections, 0, "somebody connected");
    }
}

fn serve(listener: &TcpListener, mut respond: impl FnMut(&Received) -> Answer) -> Seen {
    let mut seen = Seen::default();
    loop {
        let (mut stream, _) = listener.accept().unwrap();
        match read_request(&mut stream) {
            Incoming::Stop => return seen,
            Incoming::Nothing => seen.connections += 1,
            Incoming::Request(request) => {
                seen.connections += 1;
                answer(stream, respond(&request));
                seen.requests.push(request);
            }
        }
    }
}

enum Incoming {
    Request(Received),
    Nothing,
    Stop,
}

/// Reads one request, to the last byte that its head promises.
fn read_request(stream: &mut TcpStream) -> Incoming {
    let mut bytes = Vec::new();
    let end_of_head = loop {
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break end;
        }
        if !read_more(stream, &mut bytes) {
            return if bytes == STOP {
                Incoming::Stop
            } else {
                Incoming::Nothing
            };
        }
    };
    let head = std::str::from_utf8(&bytes[..end_of_head]).expect("the head is not UTF-8");
    let mut request = Received::from_head(head);
    assert_eq!(request.header("transfer-encoding"), None);
    let length = request
        .header("content-length")
        .map_or(0, |length| length.parse().unwrap());
    let mut body = bytes.split_off(end_of_head + 4);
    while body.len() < length && read_more(stream, &mut body) {}
    assert_eq!(body.len(), length, "the length of the body");
    request.body = body;
    Incoming::Request(request)
}

/// Sends the answer, then makes sure that nothing more comes in.
fn answer(mut stream: TcpStream, answer: Answer) {
    if let Answer::Bytes(bytes) = answer {
        // A client may have given up already.
        let _ = stream.write_all(&bytes);
        let _ = stream.shutdown(Shutdown::Write);
    }
    let mut surplus = Vec::new();
    while read_more(&mut stream, &mut surplus) {}
    assert!(surplus.is_empty(), "{} bytes too many", surplus.len());
}

/// Whether there was more before the end.
fn read_more(stream: &mut TcpStream, bytes: &mut Vec<u8>) -> bool {
    let mut buffer = [0; 4096];
    let count = stream.read(&mut buffer).unwrap_or(0);
    bytes.extend_from_slice(&buffer[..count]);
    count > 0
}
