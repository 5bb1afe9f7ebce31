//! What the command line says.

use std::ffi::OsString;
use std::time::Duration;

use crate::operations::sdk::ClientBuilder;
use crate::operations::{PROGRAM, XML};

/// A call as the command line describes it.
#[derive(Debug, Default)]
pub struct Arguments {
    /// Name of the operation.
    pub operation: String,
    /// Parameters as JSON with wire names.
    pub json: String,
    /// Endpoint instead of the region's.
    pub endpoint: Option<String>,
    /// Region.
    pub region: Option<String>,
    /// Project id.
    pub project_id: Option<String>,
    /// Print the signed request instead of sending it.
    pub dry_run: bool,
    /// Send what the validator refuses.
    pub skip_validation: bool,
    /// Follow the pages of a list.
    pub all: bool,
    /// Total deadline.
    pub timeout: Option<Duration>,
    /// Makes the client ask for answers in XML.
    pub xml: Option<fn(ClientBuilder) -> ClientBuilder>,
    /// Print the body as it came.
    pub raw: bool,
    /// Redact nothing.
    pub show_secrets: bool,
}

/// What a command line asks for.
#[derive(Debug)]
pub enum Parsed {
    /// A call.
    Call(Arguments),
    /// An explanation.
    Help,
}

impl Arguments {
    /// Reads a command line, without the name of the program.
    pub fn parse(words: impl Iterator<Item = OsString>) -> Result<Parsed, String> {
        // A word that is not Unicode is not shown: it may be the one that holds a secret.
        let words: Result<Vec<String>, String> = words
            .enumerate()
            .map(|(index, word)| word.into_string().map_err(|_| format!("argument {} is not Unicode", index + 1)))
            .collect();
        let mut words = words?.into_iter();
        let mut arguments = Self::default();
        let mut positional = Vec::new();
        while let Some(word) = words.next() {
            let (option, inline) = match word.split_once('=') {
                Some((option, value)) if option.starts_with("--") => (option.to_owned(), Some(value.to_owned())),
                _ => (word.clone(), None),
            };
            let mut value = || match inline.clone().or_else(|| words.next()) {
                Some(value) => Ok(value),
                None => Err(format!("{option} needs a value")),
            };
            match option.as_str() {
                "-h" | "--help" => return Ok(Parsed::Help),
                "--endpoint" => arguments.endpoint = Some(value()?),
                "--region" => arguments.region = Some(value()?),
                "--project-id" => arguments.project_id = Some(value()?),
                "--timeout" => arguments.timeout = Some(seconds(&value()?)?),
                _ if inline.is_some() => return Err(format!("{option} takes no value, or does not exist")),
                "--dry-run" => arguments.dry_run = true,
                "--skip-validation" => arguments.skip_validation = true,
                "--all" => arguments.all = true,
                "--xml" => arguments.xml = Some(XML.map_err(|reason| format!("--xml: {reason}"))?),
                "--raw" => arguments.raw = true,
                "--show-secrets" => arguments.show_secrets = true,
                _ if word.starts_with("--") => return Err(format!("unknown option {word}")),
                _ => positional.push(word),
            }
        }
        let mut positional = positional.into_iter();
        arguments.operation = positional.next().ok_or("an operation is missing")?;
        arguments.json = positional.next().unwrap_or_else(|| "{}".to_owned());
        if arguments.all && arguments.raw {
            return Err("--all prints items and --raw bodies: choose one".to_owned());
        }
        match positional.next() {
            Some(surplus) => Err(format!("unexpected argument {surplus:?}")),
            None => Ok(Parsed::Call(arguments)),
        }
    }

    /// How the program is called.
    pub fn usage() -> String {
        format!(
            "Usage: {PROGRAM} OPERATION ['JSON'] [OPTIONS]\n\n\
             JSON holds the parameters with wire names. Credentials come from the environment.\n\n\
             Options:\n  \
             --endpoint URL      call this endpoint instead of the region's\n  \
             --region R          region\n  \
             --project-id ID     project id, where the service knows projects\n  \
             --dry-run           print the signed request, send nothing\n  \
             --skip-validation   send what the validator refuses\n  \
             --all               follow the pages of a list, print one item per line\n  \
             --timeout SECONDS   total deadline\n  \
             --xml               ask for the answer in XML, where the service has it (feature `xml`)\n  \
             --raw               print the body as it came\n  \
             --show-secrets      redact nothing\n\n\
             Exit status: 0 fine, 1 the call failed, 2 the request or the command line is invalid"
        )
    }
}

fn seconds(text: &str) -> Result<Duration, String> {
    text.parse()
        .ok()
        .and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())
        .filter(|duration| !duration.is_zero())
        .ok_or_else(|| format!("--timeout takes a number of seconds above 0, not {text:?}"))
}
