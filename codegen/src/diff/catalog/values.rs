//! Sets of allowed values, characters and forms of text.

use super::entries;

entries! {
    AllowedValuesSet as in "allowed-values-set" {
        why: "Any value was allowed. Callers who send one that is not in the set are refused from now on.",
        compatible: "Put every value in the set that callers have sent so far.",
    }
    AllowedValuesUnset as in "allowed-values-set" reversed {
        why: "Nobody has to send other values. Readers who tell the listed ones apart may meet others.",
        compatible: "For a parameter nothing needs doing. In answers, let readers know what to do with a value that they \
            do not know.",
    }
    AllowedValueAdded as in "allowed-value-added" {
        why: "Nobody has to send the new value. Readers who tell values apart may meet one that they do not know.",
        compatible: "For a parameter nothing needs doing. In answers, send the new value only to those who asked for \
            something new.",
    }
    AllowedValueRemoved as in "allowed-value-added" reversed {
        why: "Callers who send the value are refused from now on.",
        compatible: "Go on accepting the value, and treat it as the one that takes its place.",
    }
    ConstantSet as in "constant-set" {
        why: "Callers who send anything but the one value are refused from now on.",
        compatible: "Go on accepting the other values, even if all of them mean the same.",
    }
    ConstantUnset as in "constant-set" reversed {
        why: "Callers who send the value go on as before. Readers have never looked at a field that could only say \
            one thing.",
        compatible: "For a parameter nothing needs doing. In answers, say the new thing in a new field.",
    }
    ConstantChanged as in "constant-changed" {
        why: "The value that everybody sends is refused, and the one that everybody expects does not come.",
        compatible: "Accept both values as long as older clients call.",
    }
    CharactersSet as in "characters-set" {
        why: "Any character was allowed. Callers who send others are refused from now on, also when they send back \
            what they once stored.",
        compatible: "Limit only what is new, and let what exists keep its characters.",
    }
    CharactersUnset as in "characters-set" reversed {
        why: "Nobody has to send other characters. Readers may meet some that they cannot show, or must escape.",
        compatible: "For a parameter nothing needs doing.",
    }
    CharactersNarrowed as in "characters-narrowed" {
        why: "Callers who send the characters that are no longer allowed are refused from now on.",
        compatible: "Limit only what is new, and let what exists keep its characters.",
    }
    CharactersWidened as in "characters-narrowed" reversed {
        why: "Nobody has to send the new characters. Readers may meet some that they cannot show, or must escape.",
        compatible: "For a parameter nothing needs doing.",
    }
    CharactersChanged as in "characters-changed" {
        why: "Some characters are allowed now, others no longer are; or it cannot be seen from the specs which is \
            which.",
        compatible: "Allow the old characters as well as the new ones.",
    }
    FormatSet as in "format-set" {
        why: "Any text was allowed. Callers who send text of another form are refused from now on.",
        compatible: "Make sure that no caller has sent text of another form, or accept both.",
    }
    FormatUnset as in "format-set" reversed {
        why: "Nobody has to send text of another form. Readers who take the text apart may fail.",
        compatible: "For a parameter nothing needs doing. In answers, keep to the form.",
    }
    FormatNarrowed as in "format-narrowed" {
        why: "Callers who send text of the wider form are refused from now on: the other address family, for \
            example.",
        compatible: "Go on accepting the wider form.",
    }
    FormatWidened as in "format-narrowed" reversed {
        why: "Nobody has to send text of the wider form. Readers who take the text apart may meet what they cannot \
            read.",
        compatible: "For a parameter nothing needs doing. In answers, send the wider form in a new field.",
    }
    FormatChanged as in "format-changed" {
        why: "Text that was right is refused, and readers cannot take the new text apart.",
        compatible: "Add a member with the new form under a new name, and keep the old one beside it.",
    }
}
