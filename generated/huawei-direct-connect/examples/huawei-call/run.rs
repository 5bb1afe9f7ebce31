//! One call: from JSON to a request, and from the response to JSON.

use std::io::Write;
use std::process::ExitCode;

use tokio::runtime::Runtime;

use crate::arguments::Arguments;
use crate::operations::sdk::runtime::client::ClientValues;
use crate::operations::sdk::runtime::json::{At, Mode, ToJson, Value};
use crate::operations::sdk::runtime::paging::Paginated;
use crate::operations::sdk::runtime::request::Input;
use crate::operations::sdk::runtime::scrub::{Scrubber, redact};
use crate::operations::sdk::runtime::transport::{TransportError, TransportErrorKind};
use crate::operations::sdk::runtime::validate::Validator;
use crate::operations::sdk::{Client, Credentials, Error, ErrorKind, Request, Response};
use crate::operations::{PROGRAM, with_project_id};

/// How a call ended.
#[derive(Clone, Copy, Debug)]
pub enum Outcome {
    /// It succeeded.
    Done,
    /// It failed.
    Failed,
    /// The request or the command line is invalid.
    Invalid,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Done => 0,
            Outcome::Failed => 1,
            Outcome::Invalid => 2,
        })
    }
}

/// A call that waits for the type of its operation.
pub struct Call<'a> {
    /// What the command line says.
    pub arguments: &'a Arguments,
}

impl Call<'_> {
    /// Makes the call of an operation that answers at once.
    #[allow(dead_code, reason = "a crate may be built without any resource group")]
    pub fn run<I: Input>(&self) -> Outcome {
        if self.arguments.all {
            return report(Outcome::Invalid, &format!("{}: --all is for lists that come in pages", I::OPERATION.name));
        }
        self.make(|input: I| self.call(input))
    }

    fn make<I: Input>(&self, call: impl FnOnce(I) -> Result<(), Error>) -> Outcome {
        let input = match self.input::<I>() {
            Ok(input) => input,
            Err(message) => return report(Outcome::Invalid, &format!("{}: {message}", I::OPERATION.name)),
        };
        match call(input) {
            Ok(()) => Outcome::Done,
            Err(error) if error.kind() == ErrorKind::Validation => report(Outcome::Invalid, &error.to_string()),
            Err(error) => {
                self.print_unread::<I>(&error);
                report(Outcome::Failed, &error.to_string())
            }
        }
    }

    /// With `--raw`, the body that could not be decoded, unless it may hold secrets that cannot be told from the rest.
    fn print_unread<I: Input>(&self, error: &Error) {
        let may_show = self.arguments.show_secrets || I::OPERATION.response_secrets.is_empty();
        if let Some(body) = error.body().filter(|_| self.arguments.raw && may_show) {
            print(&String::from_utf8_lossy(body));
        }
    }

    /// The parameters, read strictly: a wrong type or an unknown name is an error that nothing skips.
    fn input<I: Input>(&self) -> Result<I, String> {
        let json: Value = serde_json::from_str(&self.arguments.json)
            .map_err(|error| format!("the parameters are not JSON: {error}"))?;
        I::from_json(&json, &At::root(Mode::Strict)).map_err(|error| error.to_string())
    }

    /// Prints the answer.
    fn call<I: Input>(&self, input: I) -> Result<(), Error> {
        let request = self.request(input)?;
        let text = if self.arguments.dry_run {
            request.build_request()?.render(self.arguments.show_secrets)
        } else {
            self.render::<I>(&runtime::<I>()?.block_on(request.send())?)
        };
        print(&text);
        Ok(())
    }

    fn request<I: Input>(&self, input: I) -> Result<Request<I>, Error> {
        let credentials = Credentials::from_env();
        if !self.arguments.skip_validation {
            // Before anything else, so that an invalid request is told from missing credentials or a missing endpoint.
            self.validate(&input, credentials.as_ref().ok())?;
        }
        let client = self.client(credentials?)?;
        let mut request = Request::new(&client, input);
        if self.arguments.skip_validation {
            request = request.skip_validation();
        }
        if let Some(timeout) = self.arguments.timeout {
            request = request.with_timeout(timeout);
        }
        Ok(request)
    }

    fn validate<I: Input>(&self, input: &I, credentials: Option<&Credentials>) -> Result<(), Error> {
        let project_id = credentials.and_then(Credentials::project_id);
        let values = ClientValues {
            region: self.arguments.region.clone(),
            project_id: self.arguments.project_id.clone().or_else(|| project_id.map(str::to_owned)),
        };
        let mut validator = Validator::new(I::OPERATION, &values);
        input.validate(&mut validator);
        validator.finish().map_err(|violations| Error::validation(I::OPERATION.name, violations))
    }

    fn client(&self, credentials: Credentials) -> Result<Client, Error> {
        let mut builder = Client::builder().credentials(credentials);
        if let Some(endpoint) = &self.arguments.endpoint {
            builder = builder.endpoint(endpoint);
        }
        if let Some(region) = &self.arguments.region {
            builder = builder.region(region);
        }
        if let Some(project_id) = &self.arguments.project_id {
            builder = with_project_id(builder, project_id.clone());
        }
        if let Some(xml) = self.arguments.xml {
            builder = xml(builder);
        }
        builder.build()
    }

    /// The response as text, without its secrets unless they are asked for.
    fn render<I: Input>(&self, response: &Response<I::Output>) -> String {
        let mut json = response.to_json();
        if self.arguments.raw {
            let body = String::from_utf8_lossy(response.body());
            let mut scrubber = Scrubber::new();
            if let (Value::Object(members), false) = (&json, self.arguments.show_secrets) {
                scrubber.add_members(members, I::OPERATION.response_secrets);
            }
            return scrubber.scrub(&body);
        }
        if !self.arguments.show_secrets {
            redact(&mut json, I::OPERATION.response_secrets);
        }
        serde_json::to_string_pretty(&json).unwrap_or_default()
    }
}

/// Prints a text, and says whether anybody reads: one who has seen enough closes the pipe, which is no failure.
pub fn print(text: &str) -> bool {
    writeln!(std::io::stdout(), "{text}").is_ok()
}

#[allow(dead_code, reason = "a crate may be built without any list that comes in pages")]
impl Call<'_> {
    /// Makes the call of an operation that answers with a page of a list.
    pub fn run_paged<I: Paginated>(&self) -> Outcome {
        self.make(|input: I| if self.arguments.all { self.follow(input) } else { self.call(input) })
    }

    /// Prints the items of all pages.
    fn follow<I: Paginated>(&self, input: I) -> Result<(), Error> {
        let request = self.request(input)?;
        if self.arguments.dry_run {
            print(&request.build_request()?.render(self.arguments.show_secrets));
            return Ok(());
        }
        let all = async {
            let mut items = request.items();
            while let Some(item) = items.next().await {
                if !print(&self.render_item::<I>(&item?)) {
                    break;
                }
            }
            Ok(())
        };
        runtime::<I>()?.block_on(async {
            match self.arguments.timeout {
                // The deadline is that of the whole call, not of each page.
                Some(timeout) => tokio::time::timeout(timeout, all).await.unwrap_or_else(|_| Err(too_late::<I>())),
                None => all.await,
            }
        })
    }

    /// An item as one line. It is put back into its list, because that is where the secrets are known by their paths.
    fn render_item<I: Paginated>(&self, item: &I::Item) -> String {
        let mut json = serde_json::json!({ I::PAGING.items: [item.to_json()] });
        if !self.arguments.show_secrets {
            redact(&mut json, I::OPERATION.response_secrets);
        }
        json[I::PAGING.items][0].to_string()
    }
}

fn too_late<I: Input>() -> Error {
    let error = TransportError::new(TransportErrorKind::Timeout, "the pages did not come in time");
    Error::transport(I::OPERATION.name, error)
}

fn runtime<I: Input>() -> Result<Runtime, Error> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Error::build(I::OPERATION.name, error.to_string()))
}

fn report(outcome: Outcome, message: &str) -> Outcome {
    eprintln!("{PROGRAM}: {message}");
    outcome
}
