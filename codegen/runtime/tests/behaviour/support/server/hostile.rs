//! Servers that do what no client should have to put up with.

use std::io::{Read, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use super::{Server, read_request};

impl Server {
    /// Reads one byte of the request, sends `beginning`, and resets the connection.
    pub fn resetting(beginning: &'static [u8]) -> Self {
        Self::start(move |listener, _requests| {
            let (mut stream, _) = listener.accept().unwrap();
            stream.read_exact(&mut [0]).unwrap();
            stream.write_all(beginning).unwrap();
            // What it has not read turns the end of the connection into a reset.
            drop(stream);
        })
    }

    /// Answers with `piece`, `count` times, as one chunked body, until the client hangs up.
    pub fn streaming(piece: Vec<u8>, count: usize) -> Self {
        let pieces = Arc::<AtomicUsize>::default();
        let written = Arc::clone(&pieces);
        let server = Self::start(move |listener, requests| {
            let (mut stream, _) = listener.accept().unwrap();
            requests.send(read_request(&mut stream)).unwrap();
            let head = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
            let mut outcome = stream.write_all(head);
            for _ in 0..count {
                outcome = outcome
                    .and_then(|()| write!(stream, "{:x}\r\n", piece.len()))
                    .and_then(|()| stream.write_all(&piece))
                    .and_then(|()| stream.write_all(b"\r\n"));
                if outcome.is_err() {
                    return;
                }
                written.fetch_add(1, Ordering::SeqCst);
            }
            let _ = stream.write_all(b"0\r\n\r\n");
        });
        Self { pieces, ..server }
    }

    /// Answers with a byte every few milliseconds, until the client hangs up.
    pub fn trickling() -> Self {
        Self::start(|listener, requests| {
            let (mut stream, _) = listener.accept().unwrap();
            requests.send(read_request(&mut stream)).unwrap();
            let head = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
            let mut outcome = stream.write_all(head);
            while outcome.is_ok() {
                thread::sleep(Duration::from_millis(5));
                outcome = stream.write_all(b"1\r\n \r\n");
            }
        })
    }

    /// Sends `greeting` on each connection before it hears anything.
    pub fn greeting(greeting: &'static [u8]) -> Self {
        Self::start(move |listener, _requests| {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                stream.write_all(greeting).unwrap();
                let _ = stream.read_to_end(&mut Vec::new());
            }
        })
    }
}
