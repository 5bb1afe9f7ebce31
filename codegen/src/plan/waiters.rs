use super::{Docs, Kind, Operation, Scope};
use crate::model::{self, WirePath};
use crate::spec;

/// A method of the client that waits until something has reached a state.
#[derive(Debug)]
pub struct Waiter<'m> {
    /// The method.
    pub method: String,
    /// The static of its facts.
    pub facts: String,
    /// Name of the resource in the specs.
    pub resource: &'m str,
    /// Name of the waiter in the specs.
    pub name: &'m str,
    /// Its documentation.
    pub docs: Docs,
    /// How the state is read.
    pub poll: &'m spec::Poll,
    /// What it waits for.
    pub spec: &'m spec::Waiter,
    /// Parameters of the poll with a fixed value, by wire path.
    pub fixed: Vec<(String, String)>,
    /// Parameters that the poll needs besides the id: name of the argument, and name on the wire.
    pub further: Vec<(String, String)>,
    /// Position of the polling operation among those of the crate.
    pub operation: usize,
}

/// Stands for the argument `id` itself. It sorts before every name, so that no parameter gets its name first.
const ID: &str = "\0id";

/// The waiters of a service.
pub(super) fn waiters<'m>(
    service: &'m model::Service,
    operations: &[Operation<'m>],
) -> Vec<Waiter<'m>> {
    let all = service.resources.iter().flat_map(|(resource, facts)| {
        let waiters = facts.waiters.iter();
        waiters.map(move |(name, waiter)| (resource.as_str(), facts, name.as_str(), waiter))
    });
    let words: Vec<String> = all
        .clone()
        .map(|(resource, _, name, _)| format!("WaitUntil {resource} {name}"))
        .collect();
    let methods = Scope::new(Kind::Method, words.iter().map(String::as_str));
    let statics = Scope::new(Kind::Static, words.iter().map(String::as_str));
    all.zip(&words)
        .filter_map(|((resource, facts, name, spec), word)| {
            let poll = facts.poll.as_ref()?;
            let operation = operations
                .iter()
                .position(|operation| operation.model.name == poll.operation)?;
            let model = operations.get(operation)?.model;
            Some(Waiter {
                method: methods.get(word),
                facts: statics.get(word),
                resource,
                name,
                docs: docs(resource, facts, name, spec),
                poll,
                spec,
                fixed: filter_key(service, model, poll).into_iter().collect(),
                further: further(model, &poll.id),
                operation,
            })
        })
        .collect()
}

fn docs(key: &str, resource: &spec::Resource, name: &str, waiter: &spec::Waiter) -> Docs {
    let mut docs = Docs::new(&format!("Waits until `{key}` is `{name}`.")).paragraph(&resource.doc);
    let states = |states: &[String]| format!("`{}`", states.join("`, `"));
    if !waiter.success.is_empty() {
        docs = docs.item(&format!("Succeeds in state {}.", states(&waiter.success)));
    }
    if waiter.gone_is_success {
        docs = docs.item("Succeeds once it is gone.");
    }
    if !waiter.failure.is_empty() {
        docs = docs.item(&format!("Fails in state {}.", states(&waiter.failure)));
    }
    docs.item(&format!(
        "Polls every {} seconds for {} seconds at most.",
        waiter.interval_seconds, waiter.deadline_seconds
    ))
}

/// A poll whose id is the value of a filter needs the key of the filter, which is the name of the id in the answer.
fn filter_key(
    service: &model::Service,
    operation: &model::Operation,
    poll: &spec::Poll,
) -> Option<(String, String)> {
    let (filter, _) = poll.id.rsplit_once('.')?;
    let key = format!("{filter}.Key");
    WirePath::parse(&key)?.find(&service.shapes, &operation.parameters)?;
    let name = poll.match_id.as_deref()?.rsplit('.').next()?;
    Some((key, name.to_owned()))
}

/// Required parameters that neither the id nor the client fills.
fn further(operation: &model::Operation, id: &str) -> Vec<(String, String)> {
    let top = id.split(['.', '[']).next().unwrap_or_default();
    let wanted = || {
        let parameters = operation.parameters.values().filter(|parameter| {
            parameter.required && parameter.client_value.is_none() && parameter.name != top
        });
        parameters.map(|parameter| parameter.name.as_str())
    };
    let arguments = Scope::new(Kind::Field, std::iter::once(ID).chain(wanted()));
    wanted()
        .map(|name| (arguments.get(name), name.to_owned()))
        .collect()
}
