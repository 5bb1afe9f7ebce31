//! What all answers have in common, and when clients try again.

use super::entries;

entries! {
    RequestIdChanged as in "request-id-changed" {
        why: "Older clients do not find the request id, so their errors lack what the provider's support asks for.",
        compatible: "Send the id in both places.",
    }
    WrapperChanged as in "wrapper-changed" {
        why: "Older clients look for the fields of an answer one level too high or too low, and find none.",
        compatible: "Keep the form of answers. A client that knows the wrapper also reads answers without it.",
    }
    EnvelopeChanged as in "error-envelope-changed" {
        why: "Older clients find no code and no message in a failure, so they cannot tell failures apart.",
        compatible: "Send both names in the body of a failure.",
    }
    RetryAdded as in "retryable-added" {
        why: "Clients try again where they gave up so far. Only calls that may be repeated are.",
        compatible: "Nothing needs doing. Make sure that the failure can pass.",
    }
    RetryRemoved as in "retryable-added" reversed {
        why: "Clients give up where they went on so far, so failures that pass by themselves reach callers.",
        compatible: "Leave the status or code in the list if it can pass.",
    }
    ThrottleHeaderChanged as in "throttle-header-changed" {
        why: "Clients that look for another header do not see that they are to wait, and go on calling.",
        compatible: "Send both headers.",
    }
    TimeoutChanged as in "timeout-changed" {
        why: "Clients give up sooner or later. Callers can set their own time.",
        compatible: "Nothing needs doing. A shorter time may end calls that were slow but worked.",
    }
}
