//! States of resources: where operations are allowed, and what can be waited for.

use super::entries;

entries! {
    StatesNarrowed as in "states-narrowed" {
        why: "Calls in a state that is no longer allowed fail, also in programs that were right so far.",
        compatible: "Go on allowing the call, and do nothing in that state if nothing is to be done.",
    }
    StatesWidened as in "states-narrowed" reversed {
        why: "The call works in more states. Nobody has to make use of it.",
        compatible: "Nothing needs doing.",
    }
    OutcomeChanged as in "outcome-changed" {
        why: "After the call the resource is in another state than before. Programs that wait for the old one wait \
            until their deadline.",
        compatible: "Keep the state in which the call ends, and pass through a new one on the way.",
    }
    LifecycleAdded as in "lifecycle-added" {
        why: "The specs say now what the operation does to the states of a resource, or in which of them it is \
            allowed. Programs may not have known.",
        compatible: "Nothing needs doing if the server has always behaved like this.",
    }
    LifecycleRemoved as in "lifecycle-added" reversed {
        why: "The specs no longer say what the operation does to the states of a resource. Programs that follow \
            them cannot rely on it.",
        compatible: "Keep the entry while it is true.",
    }
    ResourceAdded as in "resource-added" {
        why: "The specs describe the states of one thing more. No message changes.",
        compatible: "Nothing needs doing.",
    }
    ResourceRemoved as in "resource-added" reversed {
        why: "Nobody says any more which states the thing has. Programs that follow them cannot rely on it.",
        compatible: "Keep the resource while it has states.",
    }
    PollChanged as in "poll-changed" {
        why: "The state is read in another way, by another operation or from another field. Waiting may see other \
            states than before.",
        compatible: "Make sure that both ways report the same states at the same time.",
    }
    WaiterAdded as in "waiter-added" {
        why: "The crate has one method more that waits.",
        compatible: "Nothing needs doing.",
    }
    WaiterRemoved as in "waiter-added" reversed {
        why: "Code that calls the method no longer compiles, and programs have to wait in another way.",
        compatible: "Keep the waiter until the next major version of the crate.",
    }
    WaiterStatesChanged as in "waiter-states-changed" {
        why: "Waiting ends in other states than before: sooner, later, or with a failure where there was none.",
        compatible: "Add a waiter with a name of its own for the other states.",
    }
    PacingChanged as in "pacing-changed" {
        why: "Clients wait longer or shorter before they ask or try again. What they ask stays the same.",
        compatible: "Nothing needs doing. A shorter pace means more calls for the server.",
    }
}
