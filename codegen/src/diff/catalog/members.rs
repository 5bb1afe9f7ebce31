//! Which members there are, of which types, and where they stand.

use super::entries;

entries! {
    OptionalMemberAdded as in "optional-member-added" {
        why: "Nobody has to send a new optional parameter, and readers pass over a field that they do not know.",
        compatible: "Nothing needs doing. Leaving the parameter out must mean what it has meant so far.",
    }
    OptionalMemberRemoved as in "optional-member-added" reversed {
        why: "Callers who send the parameter, or read the field, relied on it. Code that names it no longer \
            compiles.",
        compatible: "Keep it, and mark a parameter as `unsupported` if it no longer does anything.",
    }
    RequiredMemberAdded as in "required-member-added" {
        why: "Callers cannot know a parameter that is new, so all their requests are refused. A new field of an \
            answer harms nobody.",
        compatible: "Make it optional and give it a default that means what requests without it have meant so far.",
    }
    RequiredMemberRemoved as in "required-member-added" reversed {
        why: "Every answer had the field, so readers take it for granted and fail without it. Requests that still \
            send such a parameter may be refused.",
        compatible: "Go on sending the field, and go on accepting the parameter without looking at it.",
    }
    MemberRenamed as in "member-renamed" {
        why: "On the wire a new name is another member. Requests carry a name that nobody reads, and readers look \
            for a field that is gone. Two members that are alike but for their names are taken for one.",
        compatible: "Accept and send both names for a while.",
    }
    PathParameterRenamed as in "path-parameter-renamed" {
        why: "The path carries the value and not its name, so no request changes. Code that sets the parameter no \
            longer compiles. Two parameters that are alike but for their names are taken for one.",
        compatible: "On the wire nothing needs doing. Keep the name until the next major version of the crate.",
    }
    BecameRequired as in "became-required" {
        why: "Requests that leave the parameter out have worked so far and are refused from now on.",
        compatible: "Keep it optional, with a default for those who leave it out.",
    }
    BecameOptional as in "became-required" reversed {
        why: "Callers who send the parameter go on as before. Readers of an answer may meet an answer without the \
            field and fail.",
        compatible: "Let every answer have the field, if only with an empty value. For a parameter nothing needs doing.",
    }
    TypeChanged as in "type-changed" {
        why: "What one side writes the other cannot read: text is no number. Code that sets or reads the member no \
            longer compiles.",
        compatible: "Add a member of the new type under a new name, and keep the old one beside it.",
    }
    TypeWidened as in "type-widened" {
        why: "A reader that keeps the value in the smaller type loses digits or fails. Rust code has to take the \
            larger type.",
        compatible: "Send small values in the old member and large ones in a new member. A parameter may be widened on \
            the wire without harm.",
    }
    TypeNarrowed as in "type-widened" reversed {
        why: "Values that the smaller type cannot hold are refused from now on. Rust code has to give the smaller \
            type.",
        compatible: "Keep the type and state a range if only the values matter.",
    }
    BecameEnum as in "became-enum" {
        why: "Values that are not listed are refused by the generated validator. Rust code has to give a value of \
            the enum in place of text.",
        compatible: "List the values in the doc first. Make them an enum with the next major version of the crate.",
    }
    BecamePlain as in "became-enum" reversed {
        why: "Readers that tell the listed values apart may meet others. Rust code has to take text where an enum \
            was.",
        compatible: "Add values to the enum: it is open, so values that it does not list can be read anyway.",
    }
    TakenTypeChanged as in "taken-type-changed" {
        why: "The wire stays as it is. Only the type of the Rust field is another one, so code that sets or reads \
            it no longer compiles.",
        compatible: "Leave `as` alone until the next major version of the crate.",
    }
    LocationChanged as in "location-changed" {
        why: "The server looks for the parameter where older clients do not put it, and so takes it for absent.",
        compatible: "Let the server read it in both places. `also_in` sends it in both.",
    }
    SecondPlaceChanged as in "second-place-changed" {
        why: "A server that reads the second place does not find the value, or finds one that it does not expect.",
        compatible: "Let the server go on reading the place that it has read so far.",
    }
    ElementChanged as in "element-changed" {
        why: "The list stands in an object under this key. Under another key older clients find no list.",
        compatible: "Keep the key, or send the list under both keys.",
    }
    FlatteningChanged as in "flattening-changed" {
        why: "The wire stays as it is. In Rust the members of the object become setters of the operation, or go \
            back into a struct.",
        compatible: "Decide it before the first release, or change it with a major version of the crate.",
    }
}
