//! Services and operations as a whole.

use super::entries;

entries! {
    ServiceAdded as in "service-added" {
        why: "Nobody relied on a service that was not there. It comes with a crate of its own.",
        compatible: "Nothing needs doing.",
    }
    ServiceRemoved as in "service-added" reversed {
        why: "Everybody who calls the service fails, and its crate is gone from the next release.",
        compatible: "Keep the service until its callers have moved, and say in its summary that it will go.",
    }
    OperationAdded as in "operation-added" {
        why: "Nobody called an operation that was not there. Callers get one method more.",
        compatible: "Nothing needs doing.",
    }
    OperationRemoved as in "operation-added" reversed {
        why: "Calls of the operation fail, and code that names it no longer compiles.",
        compatible: "Keep the operation and let it answer as before. Say in its doc what takes its place.",
    }
    OperationRenamed as in "operation-renamed" {
        why: "Callers ask for a name that the service no longer knows. Two operations that are alike but for their \
            names are taken for one.",
        compatible: "Offer the new name beside the old one, and remove the old one when nobody calls it.",
    }
    GroupChanged as in "group-changed" {
        why: "A group is a Cargo feature of the crate. Builds that ask for the old feature alone lose the operation.",
        compatible: "Leave the operation where it is. If it must move, announce a new major version of the crate.",
    }
    BecameWrite as in "became-write" {
        why: "Clients repeat a call that only reads whenever it fails. A call that changes something must not be \
            repeated without thought.",
        compatible: "Make a new operation for the change, and let this one go on reading only. An idempotency token makes \
            a repetition safe.",
    }
    BecameRead as in "became-write" reversed {
        why: "Clients may repeat the call more freely than before. What worked goes on working.",
        compatible: "Nothing needs doing.",
    }
    MethodChanged as in "method-changed" {
        why: "A server that listens for one method refuses the other, so every call of an older client fails.",
        compatible: "Accept both methods for a while, or put the new method under a new path.",
    }
    PathChanged as in "path-changed" {
        why: "Older clients ask for a path where nothing is.",
        compatible: "Serve both paths, or give the new path to a new operation.",
    }
    FlagChanged as in "flag-changed" {
        why: "The flag tells the server which action is meant. Older clients ask for another action or for none.",
        compatible: "Accept both flags as long as older clients call.",
    }
    SuccessChanged as in "success-changed" {
        why: "Clients compare the status with the one that they know. They take the new one for a failure although \
            the call worked.",
        compatible: "Keep the status. A new meaning deserves a new operation.",
    }
}
