//! One operation, ready to be filled in and sent.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;

use super::call::Call;
use super::client::Client;
use super::error::Error;
use super::json::{FromJson, ToJson, Value};
use super::operation::Operation;
use super::options::Options;
use super::paging::{BlockingItems, BlockingPages, Items, Pages, Paginated, Walk};
use super::response::{Answer, Response};
use super::signed::SignedRequest;
use super::validate::{Validation, Validator, Violations};

/// The parameters of an operation.
pub trait Input: FromJson + ToJson + Clone + Default + fmt::Debug + Send + Sync + 'static {
    /// What the operation answers with.
    type Output: FromJson + ToJson + fmt::Debug + Send + Sync + 'static;

    /// The operation.
    const OPERATION: &'static Operation;

    /// Checks the documented limits.
    fn validate(&self, validator: &mut Validator<'_>);
}

/// One operation, ready to be filled in and sent.
///
/// The setters of parameters bear the names of the parameters; what is not a parameter starts with `with_`.
#[must_use = "a request does nothing until it is sent"]
#[derive(Clone)]
pub struct Request<I: Input> {
    client: Client,
    input: I,
    options: Options,
}

/// Filling in.
impl<I: Input> Request<I> {
    /// A request on `client` with the parameters `input`.
    pub fn new(client: &Client, input: I) -> Self {
        Self {
            client: client.clone(),
            input,
            options: Options::default(),
        }
    }

    /// The parameters.
    pub fn input(&self) -> &I {
        &self.input
    }

    pub(super) fn options_mut(&mut self) -> &mut Options {
        &mut self.options
    }

    /// The parameters, to change.
    pub fn input_mut(&mut self) -> &mut I {
        &mut self.input
    }

    /// Leaves documented limits unchecked: documents age. What could redirect the request is still refused.
    pub fn skip_validation(mut self) -> Self {
        self.options.skip_validation = true;
        self
    }

    /// Lets this request break a rule, by its id (`CreateBgpPeer.BfdMultiHop.range`). May be called again.
    pub fn with_allowed_rule(mut self, rule: impl Into<String>) -> Self {
        self.options.allowed_rules.push(rule.into());
        self
    }

    /// How long the whole call may take, all attempts and the pauses between them included.
    pub fn with_timeout(mut self, timeout: Duration) -> Self {
        self.options.timeout = Some(timeout);
        self
    }

    /// How often the request is sent at most, the first time included; 1 turns retries off.
    pub fn with_max_attempts(mut self, attempts: u32) -> Self {
        self.options.max_attempts = Some(attempts);
        self
    }

    /// Adds a query parameter by its wire name, for parameters that the documents do not know.
    ///
    /// It is not validated, and stands in place of a documented one of that name.
    pub fn with_parameter(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.options.parameters.push((name.into(), value.into()));
        self
    }

    /// Adds a member to the JSON body by its wire name, for parameters that the documents do not know.
    ///
    /// It is not validated, and stands in place of a documented one of that name. An operation without a body refuses
    /// it.
    pub fn with_body_parameter(mut self, name: impl Into<String>, value: Value) -> Self {
        self.options.body_parameters.insert(name.into(), value);
        self
    }

    /// Adds a header, in place of one of the same name. Headers that the client sets itself are refused.
    pub fn with_header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        let name = name.into();
        self.options
            .headers
            .retain(|(given, _)| !given.eq_ignore_ascii_case(&name));
        self.options.headers.push((name, value.into()));
        self
    }
}

/// Sending, and the steps of it.
impl<I: Input> Request<I> {
    /// Checks the documented limits.
    ///
    /// # Errors
    /// All the limits that the request breaks.
    pub fn validate(&self) -> Result<(), Violations> {
        let mut validator = Validator::new(I::OPERATION, self.client.values());
        self.input.validate(&mut validator);
        validator.finish()
    }

    /// Validates, builds and signs the request without sending it.
    ///
    /// # Errors
    /// The request is invalid or cannot be built, or there are no credentials to sign it with.
    pub fn build_request(&self) -> Result<SignedRequest, Error> {
        let input = self.checked()?;
        self.call().build(input).map_err(|error| self.named(error))
    }

    /// Sends the request and waits for the answer.
    ///
    /// # Errors
    /// The request cannot be built, no answer comes, or the answer is an error or unintelligible.
    pub async fn send(self) -> Result<Response<I::Output>, Error> {
        let input = self.checked()?;
        let answer = self.call().send(input).await;
        answer
            .and_then(Answer::decode)
            .map_err(|error| self.named(error))
    }

    /// Sends the request and blocks the thread until the answer is there.
    ///
    /// # Errors
    /// The request cannot be built, no answer comes, or the answer is an error or unintelligible.
    pub fn send_blocking(self) -> Result<Response<I::Output>, Error> {
        let input = self.checked()?;
        let answer = self.call().send_blocking(input);
        answer
            .and_then(Answer::decode)
            .map_err(|error| self.named(error))
    }

    /// Reads the answer to this request, where something else than the client has sent it.
    ///
    /// # Errors
    /// The answer is an error or unintelligible.
    pub fn decode_response(
        &self,
        response: http::Response<Bytes>,
    ) -> Result<Response<I::Output>, Error> {
        let answer = self.call().read(self.input.to_json(), response);
        answer
            .and_then(Answer::decode)
            .map_err(|error| self.named(error))
    }

    /// The parameters as JSON, after validation.
    fn checked(&self) -> Result<Value, Error> {
        let policy = &self.client.inner().policy;
        if !self.options.skip_validation && policy.validation != Validation::Off {
            policy
                .judge(
                    I::OPERATION.name,
                    self.validate(),
                    &self.options.allowed_rules,
                )
                .map_err(|violations| Error::validation(I::OPERATION.name, violations))?;
        }
        Ok(self.input.to_json())
    }

    fn named(&self, error: Error) -> Error {
        error.of(self.options.raw.as_ref())
    }

    fn call(&self) -> Call<'_> {
        Call {
            client: self.client.inner(),
            operation: I::OPERATION,
            options: &self.options,
        }
    }
}

/// Following the pages of a list, from the page that the request asks for.
///
/// A timeout holds for each page. The request is validated once, before the first page.
impl<I: Paginated> Request<I> {
    /// The pages, as a stream.
    pub fn pages(self) -> Pages<I> {
        Pages::new(self.walk())
    }

    /// The entries of all pages, as a stream.
    pub fn items(self) -> Items<I> {
        Items::new(self.pages())
    }

    /// The pages, for a thread that waits.
    pub fn pages_blocking(self) -> BlockingPages<I> {
        BlockingPages::new(self.walk())
    }

    /// The entries of all pages, for a thread that waits.
    pub fn items_blocking(self) -> BlockingItems<I> {
        BlockingItems::new(self.pages_blocking())
    }

    fn walk(self) -> Walk {
        let input = self.checked();
        Walk::new(self.client, I::OPERATION, self.options, I::PAGING, input)
    }
}

impl<I: Input> fmt::Debug for Request<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("operation", &I::OPERATION.name)
            .field("input", &self.input)
            .field("options", &self.options)
            .finish_non_exhaustive()
    }
}
