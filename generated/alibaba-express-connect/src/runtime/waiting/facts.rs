use crate::runtime::paging::Paging;

/// What a waiter asks for, and what the answers mean to it. Paths are wire paths, such as `Filter[].Value[]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaiterFacts {
    /// What is waited for, such as `BgpPeer`.
    pub resource: &'static str,
    /// What it is to become, such as `available`.
    pub waiter: &'static str,
    /// The parameter that takes the id.
    pub id: &'static str,
    /// Parameters with a fixed value, such as the key of the filter that takes the id.
    pub fixed: &'static [(&'static str, &'static str)],
    /// The state in the answer.
    pub state: &'static str,
    /// The id in the answer, where it is a list: a member of the same element as the state.
    pub match_id: Option<&'static str>,
    /// How the answer is paged, where it is: the id may stand on a later page.
    pub paging: Option<&'static Paging>,
    /// States in which the wait has succeeded.
    pub success: &'static [&'static str],
    /// States in which it never will.
    pub failure: &'static [&'static str],
    /// Whether the wait has succeeded when there is no such thing any more.
    pub gone_is_success: bool,
    /// Seconds between two polls.
    pub interval_seconds: u64,
    /// Seconds after which waiting ends.
    pub deadline_seconds: u64,
}
