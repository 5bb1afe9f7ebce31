//! A server that answers everything with the same bytes and keeps connections open.

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::sync::mpsc;
use std::thread;

use tokio::net::{TcpListener, TcpStream};

const ANSWER: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 59\r\n\r\n{\"RequestId\":\"0ED8D006-F706-4D23-88ED-E11ED28DCAC0\",\"T\":1}\n";

/// Starts the server. One thread serves all connections: with one for each, where the scheduler puts them would decide
/// which connection is the faster one.
pub fn start() -> SocketAddr {
    let (tell, told) = mpsc::channel();
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async {
            let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
            tell.send(listener.local_addr().unwrap()).unwrap();
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                tokio::spawn(serve(stream));
            }
        });
    });
    told.recv().unwrap()
}

async fn serve(stream: TcpStream) {
    stream.set_nodelay(true).unwrap();
    let (mut buffer, mut filled) = ([0; 16_384], 0);
    while stream.readable().await.is_ok() {
        match stream.try_read(&mut buffer[filled..]) {
            Ok(read @ 1..) => filled += read,
            Err(error) if error.kind() == ErrorKind::WouldBlock => continue,
            _ => return,
        }
        // No request has a body, and none is sent before the answer to the one before.
        if buffer[..filled].ends_with(b"\r\n\r\n") {
            filled = 0;
            // So short an answer always finds room.
            assert_eq!(stream.try_write(ANSWER).unwrap(), ANSWER.len());
        }
    }
}
