//! Limits of numbers.

use super::entries;

entries! {
    MaximumLowered as in "maximum-lowered" {
        why: "Callers who send more than the new maximum are refused from now on, by the generated validator and \
            by the server.",
        compatible: "Keep the maximum. If the server cannot, let it take the new maximum in place of larger values, and \
            say so.",
    }
    MaximumRaised as in "maximum-lowered" reversed {
        why: "Nobody has to send larger numbers. Readers who rely on the old maximum, for a column or a smaller \
            type, may meet a larger one.",
        compatible: "For a parameter nothing needs doing. In answers, show larger numbers only to those who asked for \
            something new.",
    }
    MaximumSet as in "maximum-set" {
        why: "Any number was allowed. Callers who send more than the new maximum are refused from now on.",
        compatible: "Choose a maximum that no caller has passed so far.",
    }
    MaximumUnset as in "maximum-set" reversed {
        why: "Nobody has to send larger numbers. Readers who rely on the maximum may meet a larger one.",
        compatible: "For a parameter nothing needs doing. In answers, keep to the old maximum where you can.",
    }
    MinimumRaised as in "minimum-raised" {
        why: "Callers who send less than the new minimum are refused from now on.",
        compatible: "Keep the minimum. If the server cannot, let it take the new minimum in place of smaller values, and \
            say so.",
    }
    MinimumLowered as in "minimum-raised" reversed {
        why: "Nobody has to send smaller numbers. Readers who rely on the old minimum may meet a smaller one: a \
            zero to divide by, for example.",
        compatible: "For a parameter nothing needs doing. In answers, show smaller numbers only to those who asked for \
            something new.",
    }
    MinimumSet as in "minimum-set" {
        why: "Any number was allowed. Callers who send less than the new minimum are refused from now on.",
        compatible: "Choose a minimum that no caller has gone below so far.",
    }
    MinimumUnset as in "minimum-set" reversed {
        why: "Nobody has to send smaller numbers. Readers who rely on the minimum may meet a smaller one.",
        compatible: "For a parameter nothing needs doing. In answers, keep to the old minimum where you can.",
    }
    ExceptionAdded as in "exception-added" {
        why: "Callers who send this number are refused from now on. Everything around it is still allowed.",
        compatible: "Refuse the number only for what is new, and let it work where it is in use.",
    }
    ExceptionRemoved as in "exception-added" reversed {
        why: "Nobody has to send the number. Readers who took it for impossible may meet it.",
        compatible: "For a parameter nothing needs doing.",
    }
}
