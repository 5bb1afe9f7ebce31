//! Clients of a loopback server, one module for each generated crate, all with the same functions.

/// The functions of a module. The crates have the same shape but share no types, so this is a macro and not generic.
///
/// The module that uses it brings `configured`, which sets what every client of its crate needs, and `assert_signed`,
/// which fails unless a request is signed as it must be.
macro_rules! client_functions {
    ($client:ident) => {
        use $client::runtime::request::Input;
        use $client::{Client, ClientBuilder, Error, Request, Response};

        use $client::runtime::json::{At, Mode, Value};

        use crate::block_on;
        use crate::received::Received;
        use crate::rules::{Operation, Verdict};
        use crate::server::{Answer, Server};

        /// A client of `server`, ready but for what a test wants to add.
        pub fn builder(server: &Server) -> ClientBuilder {
            configured(Client::builder()).endpoint(server.endpoint())
        }

        /// A client of `server` that validates nothing.
        pub fn lenient_builder(server: &Server) -> ClientBuilder {
            builder(server).validation($client::runtime::validate::Validation::Off)
        }

        /// A client of `server`.
        pub fn client(server: &Server) -> Client {
            builder(server).build().unwrap()
        }

        /// What a client makes of `answer`, and the request that it was the answer to.
        pub fn exchange<I: Input>(
            answer: Answer,
            request: impl FnOnce(&Client) -> Request<I>,
        ) -> (Result<Response<I::Output>, Error>, Received) {
            let server = Server::answering(answer);
            let outcome = block_on(request(&client(&server)).send());
            (outcome, server.only_request())
        }

        /// The decoded answer of a server that answers with 200 and this JSON.
        pub fn decoded<I: Input>(
            json: impl ToString,
            request: impl FnOnce(&Client) -> Request<I>,
        ) -> Response<I::Output> {
            exchange(Answer::json(200, json), request).0.unwrap()
        }

        /// The error that a client makes of `answer`, however often it asks for it.
        pub fn failure<I: Input>(
            answer: Answer,
            request: impl FnOnce(&Client) -> Request<I>,
        ) -> Error {
            let server = Server::answering(answer);
            let error = block_on(request(&client(&server)).send()).unwrap_err();
            assert!(!server.finish().requests.is_empty(), "nothing was sent");
            error
        }

        /// The request as it reached the server, its signature checked.
        pub fn sent<I: Input>(request: impl FnOnce(&Client) -> Request<I>) -> Received {
            let (outcome, received) = exchange(Answer::json(200, "{}"), request);
            outcome.unwrap();
            assert_signed(&received);
            received
        }

        /// The request as it reached the server, its signature checked. It must set every parameter of the operation.
        pub fn sent_whole<I: Input>(request: impl FnOnce(&Client) -> Request<I>) -> Received {
            sent(|client| {
                let request = request(client);
                assert_whole(&[&request]);
                request
            })
        }

        /// Fails unless `requests` together set every parameter of the operation.
        pub fn assert_whole<I: Input>(requests: &[&Request<I>]) {
            let given: Vec<_> = requests
                .iter()
                .map(|request| request.input().to_json())
                .collect();
            let names = I::OPERATION
                .parameters
                .iter()
                .map(|parameter| parameter.name);
            crate::assert_all_given(names, &given);
        }

        /// The error of a request that must not leave: the server sees no connection.
        pub fn refused<I: Input>(request: impl FnOnce(&Client) -> Request<I>) -> Error {
            let server = Server::answering(Answer::json(200, "{}"));
            let error = block_on(request(&client(&server)).send()).unwrap_err();
            server.assert_unused();
            error
        }

        /// Path and rule of everything that is wrong with a request, which must not leave.
        pub fn broken<I: Input>(
            request: impl FnOnce(&Client) -> Request<I>,
        ) -> Vec<(String, String)> {
            let error = refused(request);
            let violations = error.violations().expect("another kind of error").iter();
            violations
                .map(|violation| (violation.path.clone(), violation.rule.clone()))
                .collect()
        }

        /// A client that can build requests, for tests that send none: nothing listens where it would send them.
        pub fn offline() -> Client {
            let builder = configured(Client::builder());
            builder.endpoint("http://127.0.0.1:9").build().unwrap()
        }

        /// Path and rule of everything that is wrong with a request of these parameters, which stay where they are.
        ///
        /// # Errors
        /// The parameters are not those of the operation, or not of their types.
        pub fn broken_rules<I: Input>(client: &Client, parameters: &Value) -> Verdict {
            let input = I::from_json(parameters, &At::root(Mode::Strict))
                .map_err(|error| error.to_string())?;
            let Err(error) = Request::new(client, input).build_request() else {
                return Ok(Vec::new());
            };
            let violations = error.violations().expect("another kind of error").iter();
            Ok(violations
                .map(|violation| (violation.path.clone(), violation.rule.clone()))
                .collect())
        }

        /// An operation on `client`, with the parameters of a request that it accepts.
        pub fn operation<I: Input>(client: &Client, accepted: Value) -> Operation {
            let client = client.clone();
            Operation::new(I::OPERATION.name, accepted, move |parameters| {
                broken_rules::<I>(&client, parameters)
            })
        }
    };
}

pub mod alibaba;
pub mod baidu;
pub mod huawei;

/// The id of the access key of all clients.
pub const ACCESS_KEY_ID: &str = "testid";

/// The secret of the access key of all clients.
pub const SECRET: &str = "test+secret/4711";
