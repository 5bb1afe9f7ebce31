//! What members mean, and what stands in for them when they are left out.

use super::entries;

entries! {
    UnitChanged as in "unit-changed" {
        why: "The same number means something else, and nobody is told: no request fails, the result is wrong.",
        compatible: "Add a parameter with the new unit in its name, and keep the old one as it is.",
    }
    UnitStated as in "unit-stated" {
        why: "The document says now what the number counts. What it counts is not known to have changed.",
        compatible: "Nothing needs doing. Compare with what callers have sent so far.",
    }
    UnitDropped as in "unit-stated" reversed {
        why: "The document no longer says what the number counts. Readers of the docs miss it.",
        compatible: "Nothing needs doing on the wire. Keep the unit in the spec if it still holds.",
    }
    SecretAdded as in "secret-added" {
        why: "The value no longer prints in logs and errors. Its Rust type is another one, so code that sets or \
            reads it has to change.",
        compatible: "On the wire nothing needs doing. Release it with a major version of the crate, and soon: it protects \
            callers.",
    }
    SecretRemoved as in "secret-added" reversed {
        why: "The value prints in logs and errors from now on, where it was hidden. Its Rust type is another one.",
        compatible: "Leave it secret unless it never was one.",
    }
    SupportEnded as in "support-ended" {
        why: "Callers who send the parameter get nothing for it, whatever the server did before.",
        compatible: "Say in its doc what to use now. Code goes on compiling.",
    }
    SupportBegan as in "support-ended" reversed {
        why: "The parameter does something now. Those who sent it before get what they asked for.",
        compatible: "Nothing needs doing.",
    }
    DefaultAdded as in "default-added" {
        why: "Requests that leave the parameter out may be treated in another way than before, without being \
            changed.",
        compatible: "Take as the default what the server did so far without the parameter.",
    }
    DefaultRemoved as in "default-added" reversed {
        why: "Requests that leave the parameter out no longer get the value that they relied on.",
        compatible: "Keep the default, or let callers who rely on it send the value.",
    }
    DefaultChanged as in "default-changed" {
        why: "The same request does something else. Nothing fails, so nobody notices.",
        compatible: "Keep the old default. Those who want the new value can send it.",
    }
    ClientDefaultAdded as in "client-default-added" {
        why: "Requests of a new client carry a value that those of an older one do not. The server may act on it.",
        compatible: "Take the value that the server assumes anyway.",
    }
    ClientDefaultRemoved as in "client-default-added" reversed {
        why: "Requests of a new client lack a value that the server has always got from it.",
        compatible: "Make the value the default of the server first.",
    }
    ClientDefaultChanged as in "client-default-changed" {
        why: "A new client sends another value for callers who gave none, so the same code does something else.",
        compatible: "Keep the value. Callers who want another one can set it.",
    }
    ClientValueAdded as in "client-value-added" {
        why: "The client fills the parameter from its own settings. Callers who set it themselves still win.",
        compatible: "Nothing needs doing.",
    }
    ClientValueRemoved as in "client-value-added" reversed {
        why: "Callers relied on the client to fill the parameter. Their requests go out without it.",
        compatible: "Keep the value, or make the parameter optional first.",
    }
    ClientValueChanged as in "client-value-changed" {
        why: "The parameter carries something else than before: another setting of the client.",
        compatible: "Add a parameter for the other setting.",
    }
    TokenAdded as in "idempotency-token-added" {
        why: "The client fills in a token, so a call can be repeated without being done twice.",
        compatible: "Nothing needs doing.",
    }
    TokenRemoved as in "idempotency-token-added" reversed {
        why: "A call that is repeated after a failure may be done twice. Clients repeat it less often for that \
            reason.",
        compatible: "Keep the token for as long as the operation changes something.",
    }
}
