//! Enums, shapes, and names in Rust.

use super::entries;

entries! {
    EnumValueAdded as in "enum-value-added" {
        why: "Nobody has to send the new value, and generated enums keep values that they do not know. Matches on \
            them need an arm for the rest anyway.",
        compatible: "Nothing needs doing.",
    }
    EnumValueRemoved as in "enum-value-added" reversed {
        why: "Callers who send the value are refused from now on. Code that names its variant no longer compiles.",
        compatible: "Go on accepting the value, and say in its doc what to use instead.",
    }
    EnumValueRenamed as in "enum-value-renamed" {
        why: "On the wire a new spelling is another value. Callers send one that is no longer known, and readers \
            meet one that they do not know. A value that goes while another with the same doc comes is taken for \
            the same.",
        compatible: "Keep the value, and list the new spelling under its `aliases`.",
    }
    AliasAdded as in "enum-alias-added" {
        why: "Callers may use one spelling more, and readers understand it.",
        compatible: "Nothing needs doing.",
    }
    AliasRemoved as in "enum-alias-added" reversed {
        why: "Callers who use the spelling are refused from now on. A program that looks for it misses it.",
        compatible: "Go on accepting the spelling.",
    }
    CaseIgnored as in "case-ignored" {
        why: "Callers may write values in any case. Readers who compare exactly may meet a spelling that they do \
            not expect.",
        compatible: "For a parameter nothing needs doing. In answers, keep to one spelling.",
    }
    CaseMinded as in "case-ignored" reversed {
        why: "Callers who write a value in another case are refused from now on.",
        compatible: "Go on accepting values in any case.",
    }
    TypeAdded as in "type-added" {
        why: "No parameter and no field uses the type, so it shows in no message. The crate has one type more.",
        compatible: "Nothing needs doing.",
    }
    TypeRemoved as in "type-added" reversed {
        why: "No parameter and no field used the type, so it showed in no message. Code that names it no longer \
            compiles.",
        compatible: "Remove it with a major version of the crate.",
    }
    TypeRenamed as in "type-renamed" {
        why: "The wire does not know names of types. Code that names the type no longer compiles.",
        compatible: "Keep the name until the next major version of the crate.",
    }
    RustNameChanged as in "rust-name-changed" {
        why: "The wire stays as it is. Something has another name or another type in the generated Rust, because \
            the spec asks for it or because a new name has taken the old one's place.",
        compatible: "Give it its old name with `name`, or release it with a major version of the crate.",
    }
}
