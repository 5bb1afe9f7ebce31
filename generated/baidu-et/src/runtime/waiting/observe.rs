use std::borrow::Cow;

use super::{WaitFaultReason, WaiterFacts};
use crate::runtime::json::Value;
use crate::runtime::protocol::value::scalar_text;

/// Polls in a row that may find nothing before it counts as gone: what was just made may not be listed yet.
const BLIND_POLLS: u32 = 3;

/// What a poll has found out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Observation {
    /// It is in this state.
    State(String),
    /// There is no such thing.
    Gone,
    /// Nothing could be found out this time.
    Unclear,
}

/// What a poll means for the wait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The wait has succeeded.
    Reached,
    /// It goes on.
    Wait,
    /// It never will succeed.
    Never(WaitFaultReason),
}

/// What an answer says of the thing with this id. Lists in the answer are bare.
pub fn observe(facts: &WaiterFacts, answer: &Value, id: &str) -> Observation {
    let (place, state) = match facts.match_id {
        Some(match_id) => {
            let (list, name) = split(match_id);
            let elements = find(answer, list).and_then(Value::as_array);
            let has_id = |element: &&Value| text(element, name).as_deref() == Some(id);
            let Some(element) = elements.into_iter().flatten().find(has_id) else {
                return Observation::Gone;
            };
            (element, split(facts.state).1)
        }
        None => (answer, facts.state),
    };
    text(place, state).map_or(Observation::Unclear, Observation::State)
}

/// What an observation means. `blind` counts the polls in a row that found nothing, this one included.
pub fn judge(facts: &WaiterFacts, observation: &Observation, blind: u32) -> Verdict {
    match observation {
        Observation::State(state) if facts.success.contains(&state.as_str()) => Verdict::Reached,
        Observation::State(state) if facts.failure.contains(&state.as_str()) => {
            Verdict::Never(WaitFaultReason::State(state.clone()))
        }
        Observation::Gone if facts.gone_is_success => Verdict::Reached,
        Observation::Gone if blind >= BLIND_POLLS => Verdict::Never(WaitFaultReason::Gone),
        Observation::State(_) | Observation::Gone | Observation::Unclear => Verdict::Wait,
    }
}

/// The list that a path leads into, and the path from there.
fn split(path: &str) -> (&str, &str) {
    path.rsplit_once("[].").unwrap_or(("", path))
}

fn find<'v>(value: &'v Value, path: &str) -> Option<&'v Value> {
    path.split('.')
        .try_fold(value, |value, name| value.get(name))
}

fn text(value: &Value, path: &str) -> Option<String> {
    scalar_text(find(value, path)?).map(Cow::into_owned)
}
