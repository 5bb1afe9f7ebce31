//! Servers that speak TLS, and a proxy in front of one.

use std::io::Write;
use std::net::TcpStream;
use std::sync::mpsc::Sender;

use rustls::{ServerConnection, StreamOwned};

use super::{Server, try_read_request};
use crate::support::authority::Authority;

impl Server {
    /// Serves one connection per answer. A client that refuses the certificate does not count.
    pub fn with_tls(authority: &Authority, answers: Vec<Vec<u8>>) -> Self {
        let config = authority.server();
        Self::start(move |listener, requests| {
            for answer in answers {
                loop {
                    let (stream, _) = listener.accept().unwrap();
                    let connection = ServerConnection::new(config.clone()).unwrap();
                    if serve(stream, connection, &answer, &requests) {
                        break;
                    }
                }
            }
        })
    }

    /// A proxy that answers `CONNECT` by being the server, one answer per connection.
    #[cfg(any(feature = "hyper", feature = "blocking"))]
    pub fn tunnel(authority: &Authority, answers: Vec<Vec<u8>>) -> Self {
        let config = authority.server();
        Self::start(move |listener, requests| {
            for answer in answers {
                let (mut stream, _) = listener.accept().unwrap();
                let connect = try_read_request(&mut stream).unwrap();
                requests.send(connect).unwrap();
                stream
                    .write_all(b"HTTP/1.1 200 Connection established\r\n\r\n")
                    .unwrap();
                let connection = ServerConnection::new(config.clone()).unwrap();
                serve(stream, connection, &answer, &requests);
            }
        })
    }
}

/// Answers one request, and says whether there was one.
fn serve(
    stream: TcpStream,
    connection: ServerConnection,
    answer: &[u8],
    requests: &Sender<Vec<u8>>,
) -> bool {
    let mut stream = StreamOwned::new(connection, stream);
    let Ok(request) = try_read_request(&mut stream) else {
        return false;
    };
    requests.send(request).unwrap();
    stream.write_all(answer).unwrap();
    stream.conn.send_close_notify();
    let _ = stream.flush();
    true
}
