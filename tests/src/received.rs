//! A request as it came in.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::escape::unescape;

/// A request as it came in, nothing normalised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// The method, such as `GET`.
    pub method: String,
    /// Path and query as they stand in the request line.
    pub target: String,
    /// The headers in their order, names as they were spelt.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Received {
    /// Reads the head of a request: all lines up to the empty one.
    ///
    /// # Panics
    /// It is not HTTP/1.1.
    pub fn from_head(head: &str) -> Self {
        let mut lines = head.split("\r\n");
        let request_line: Vec<&str> = lines.next().unwrap().split(' ').collect();
        let [method, target, "HTTP/1.1"] = request_line[..] else {
            panic!("not a request line: {request_line:?}");
        };
        let headers = lines.map(|line| {
            let (name, value) = line.split_once(':').expect("a header without a colon");
            (name.to_owned(), value.trim().to_owned())
        });
        Self {
            method: method.to_owned(),
            target: target.to_owned(),
            headers: headers.collect(),
            body: Vec::new(),
        }
    }

    /// The path as it was sent.
    pub fn path(&self) -> &str {
        self.target.split('?').next().unwrap_or_default()
    }

    /// The segments of the path, unescaped.
    pub fn segments(&self) -> Vec<String> {
        let path = self
            .path()
            .strip_prefix('/')
            .expect("a path starts with a slash");
        path.split('/').map(unescape).collect()
    }

    /// The query as it was sent, with `?` and `&` taken away.
    pub fn raw_query(&self) -> Vec<&str> {
        match self.target.split_once('?') {
            Some((_, query)) => query.split('&').collect(),
            None => Vec::new(),
        }
    }

    /// The pairs of the query, unescaped; a key without `=` has no value.
    pub fn pairs(&self) -> Vec<(String, Option<String>)> {
        let pairs = self.raw_query().into_iter();
        pairs
            .map(|pair| match pair.split_once('=') {
                Some((key, value)) => (unescape(key), Some(unescape(value))),
                None => (unescape(pair), None),
            })
            .collect()
    }

    /// The query as a map, for services where no name may come twice and every name has a value.
    ///
    /// # Panics
    /// A name does, or has none.
    pub fn parameters(&self) -> BTreeMap<String, String> {
        let mut parameters = BTreeMap::new();
        for (name, value) in self.pairs() {
            let value = value.unwrap_or_else(|| panic!("`{name}` has no value"));
            let before = parameters.insert(name.clone(), value);
            assert_eq!(before, None, "`{name}` came twice");
        }
        parameters
    }

    /// The value of a header, if it was sent.
    ///
    /// # Panics
    /// It was sent twice.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut values = self
            .headers
            .iter()
            .filter(|(given, _)| given.eq_ignore_ascii_case(name));
        let value = values.next().map(|(_, value)| value.as_str());
        assert_eq!(values.next(), None, "header `{name}` came twice");
        value
    }

    /// The body as JSON.
    ///
    /// # Panics
    /// It is none.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("the body is not JSON")
    }
}
