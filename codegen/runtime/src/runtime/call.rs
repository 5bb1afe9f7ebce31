//! One call of an operation, without types: this code exists once, however many operations there are.

use std::ops::ControlFlow;

use bytes::Bytes;

use super::attempts::Attempts;
use super::client::Inner;
use super::credentials::{Credentials, CredentialsError, Source};
use super::entropy::uuid_v4;
use super::error::Error;
use super::json::{Map, Value};
use super::operation::{Effect, Operation};
use super::options::Options;
use super::protocol::headers::{custom_name, parse_name, parse_value};
use super::protocol::{BuildContext, UnsignedRequest};
use super::response::Answer;
use super::scrub::{Scrubber, wire_path};
use super::signed::SignedRequest;
use super::signing::AuthenticateContext;
use super::transport::{TransportError, TransportErrorKind};

/// An operation, a client to call it on and what the caller set besides parameters.
#[derive(Clone, Copy)]
pub(super) struct Call<'a> {
    pub(super) client: &'a Inner,
    pub(super) operation: &'static Operation,
    pub(super) options: &'a Options,
}

impl Call<'_> {
    /// The parameters of `input`, completed with what the client knows and, for a write, an idempotency token.
    ///
    /// They are completed once for all attempts, so that a repeated write is recognised as such.
    pub(super) fn parameters(&self, input: Value) -> Result<Map<String, Value>, Error> {
        let mut parameters = self.object(input)?;
        for (name, value) in self.operation.client_values {
            if let Some(text) = self.client.values.get(*value) {
                parameters.entry(*name).or_insert_with(|| Value::from(text));
            }
        }
        if self.operation.effect == Effect::Write
            && let Some(name) = self.operation.idempotency_token
            && !parameters.contains_key(name)
        {
            parameters.insert(name.to_owned(), Value::from(self.uuid()?));
        }
        Ok(parameters)
    }

    /// A request with these parameters that is not going to be sent.
    pub(super) fn build(&self, input: Value) -> Result<SignedRequest, Error> {
        let parameters = self.parameters(input)?;
        let obtained = self
            .source()?
            .get_now(self.client.clock.now(), self.client.limits)
            .map_err(|error| self.no_credentials(&error))?;
        self.sign(&parameters, &obtained.credentials)
    }

    /// A request with these parameters, signed with the current time and a new nonce.
    pub(super) fn sign(
        &self,
        parameters: &Map<String, Value>,
        credentials: &Credentials,
    ) -> Result<SignedRequest, Error> {
        let Inner {
            service, endpoint, ..
        } = self.client;
        let context = BuildContext {
            service,
            operation: self.operation,
            client: &self.client.values,
            options: self.options,
            rpc_method: self.client.rpc_method,
            rpc_format: self.client.rpc_format,
        };
        let mut request = (service.build)(&context, parameters)?;
        request.secrets = self.secrets(parameters, Some(credentials));
        self.add_headers(&mut request, parameters)?;
        let context = AuthenticateContext {
            service,
            operation: self.operation.name,
            host: endpoint.host(),
            credentials,
            time: self.client.clock.now(),
            nonce: self.uuid()?,
        };
        (service.authenticate)(&mut request, &context)?;
        SignedRequest::new(self.operation, request, endpoint, &self.client.user_agent)
    }

    /// Sends a request, again where that is safe and can help, and reads the answer.
    pub(super) async fn send(&self, input: Value) -> Result<Answer, Error> {
        let transport = self.client.transport.as_ref().ok_or_else(|| {
            self.no_transport(
                "no transport: call `transport` on the builder or enable the feature `hyper`",
            )
        })?;
        let source = self.source()?;
        let mut attempts = Attempts::begin(*self, source, input)?;
        loop {
            let (now, limits) = (self.client.clock.now(), attempts.limits());
            let obtained = source.get(now, limits, &**transport).await;
            let (request, limits) = attempts.next(obtained)?;
            let exchange = attempts.span().around(transport.send(request, limits));
            let outcome = exchange.await;
            match attempts.settle(outcome) {
                ControlFlow::Break(end) => return end,
                ControlFlow::Continue(pause) => transport.sleep(pause).await,
            }
        }
    }

    /// The same as [`send`](Self::send), while the calling thread waits.
    pub(super) fn send_blocking(&self, input: Value) -> Result<Answer, Error> {
        let transport = self.client.blocking_transport.as_ref().ok_or_else(|| {
            self.no_transport(
                "no blocking transport: call `blocking_transport` on the builder or enable the feature `blocking`",
            )
        })?;
        let source = self.source()?;
        let mut attempts = Attempts::begin(*self, source, input)?;
        loop {
            let (now, limits) = (self.client.clock.now(), attempts.limits());
            let obtained = source.get_blocking(now, limits, &**transport);
            let (request, limits) = attempts.next(obtained)?;
            let span = attempts.span();
            let outcome = span.within(|| transport.send(request, limits));
            match attempts.settle(outcome) {
                ControlFlow::Break(end) => return end,
                ControlFlow::Continue(pause) => transport.sleep(pause),
            }
        }
    }

    /// Reads an answer to a request with the parameters `input`.
    pub(super) fn read(
        &self,
        input: Value,
        response: http::Response<Bytes>,
    ) -> Result<Answer, Error> {
        let credentials = self.client.credentials.as_ref().and_then(Source::last);
        let secrets = self.secrets(&self.object(input)?, credentials.as_deref());
        self.receive(Ok(response), &secrets)
    }

    /// Reads what a transport brought back.
    pub(super) fn receive(
        &self,
        outcome: Result<http::Response<Bytes>, TransportError>,
        secrets: &Scrubber,
    ) -> Result<Answer, Error> {
        let response = outcome
            .map_err(|error| Error::transport(self.operation.name, error.without(secrets)))?;
        let now = self.client.clock.now();
        let (service, name) = (self.client.service, self.name());
        Answer::read(service, self.operation, name, response, secrets, now)
    }

    /// Everything that must not be printed of a request with `parameters`.
    fn secrets(
        &self,
        parameters: &Map<String, Value>,
        credentials: Option<&Credentials>,
    ) -> Scrubber {
        let mut secrets = Scrubber::new();
        secrets.add_members(parameters, self.operation.secrets);
        secrets.add_members(&self.options.body_parameters, self.operation.secrets);
        for (name, value) in &self.options.parameters {
            if self.operation.secrets.contains(&wire_path(name).as_str()) {
                secrets.add(value);
            }
        }
        for secret in credentials.into_iter().flat_map(Credentials::secrets) {
            secrets.add(secret.expose());
        }
        secrets
    }

    /// Adds the headers that the service and the caller want. They come before the signature, which may cover them.
    fn add_headers(
        &self,
        request: &mut UnsignedRequest,
        parameters: &Map<String, Value>,
    ) -> Result<(), Error> {
        let operation = self.operation.name;
        for (name, value) in self.client.service.headers {
            // What the request says of itself wins over what the client says of all requests.
            let own = self
                .operation
                .client_values
                .iter()
                .find(|(_, filled)| filled == value)
                .and_then(|(parameter, _)| parameters.get(*parameter)?.as_str());
            let name = parse_name(operation, name)?;
            let client = self.client.values.get(*value);
            let Some(text) = own.or(client) else { continue };
            match parse_value(operation, &name, text) {
                Ok(value) => {
                    request.headers.insert(name, value);
                }
                Err(error) if client == Some(text) => return Err(error),
                // A path takes what a header does not; without the header the path still says it.
                Err(_) => {}
            }
        }
        for (name, value) in &self.options.headers {
            let name = custom_name(operation, name)?;
            if request.headers.contains_key(&name) {
                return Err(self.build_error(format!("header `{name}` is set by the client")));
            }
            let value = parse_value(operation, &name, value)?;
            request.headers.insert(name, value);
        }
        Ok(())
    }

    /// The name of the operation on the wire.
    pub(super) fn name(&self) -> &str {
        let raw = self.options.raw.as_ref();
        raw.map_or(self.operation.name, |raw| raw.operation.as_str())
    }

    /// Where the credentials come from.
    fn source(&self) -> Result<&Source, Error> {
        self.client.credentials.as_ref().ok_or_else(|| {
            Error::credentials(
                self.operation.name,
                "none are set; call `credentials` on the builder",
            )
        })
    }

    pub(super) fn no_credentials(&self, error: &CredentialsError) -> Error {
        Error::credentials(self.operation.name, error.to_string())
    }

    fn object(&self, input: Value) -> Result<Map<String, Value>, Error> {
        match input {
            Value::Object(parameters) => Ok(parameters),
            _ => Err(self.build_error("the parameters are not an object")),
        }
    }

    fn uuid(&self) -> Result<String, Error> {
        uuid_v4(&*self.client.entropy).map_err(|error| self.build_error(error.to_string()))
    }

    fn build_error(&self, message: impl Into<String>) -> Error {
        Error::build(self.operation.name, message)
    }

    fn no_transport(&self, message: &str) -> Error {
        let error = TransportError::new(TransportErrorKind::Other, message).not_sent();
        Error::transport(self.operation.name, error)
    }
}
