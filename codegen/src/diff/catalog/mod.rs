//! What each kind of change means to people: why it matters, how to make it compatible, and the smallest
//! specs that show it. `explain` prints this, and a test holds every example against the comparison.

mod answers;
mod bounds;
mod endpoints;
mod errors_and_pages;
mod meanings;
mod members;
mod operations;
mod rules;
mod service;
mod sizes;
mod states;
mod types;
mod values;
mod words;

use super::Rule;

/// What there is to say about a kind of change.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// Why it matters, and to whom.
    pub why: &'static str,
    /// How to make the change compatible, or why nothing needs doing.
    pub compatible: &'static str,
    pair: &'static str,
    reversed: bool,
}

/// The same fragments of specs before and after a change, each under the name of its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// What the old specs say.
    pub before: &'static str,
    /// What the new specs say.
    pub after: &'static str,
}

impl Entry {
    /// The smallest specs that show the change. A kind and its way back share a pair.
    #[must_use]
    pub fn example(&self) -> Example {
        let (first, second) = self.pair.split_once("---\n").unwrap_or((self.pair, ""));
        let (before, after) = if self.reversed {
            (second, first)
        } else {
            (first, second)
        };
        Example { before, after }
    }
}

/// Declares the entries of a family, each a constant with the name of its kind. `as in "x"` names the pair of
/// fragments in `examples/x.yaml`; `reversed` reads it from the second to the first.
macro_rules! entries {
    ($( $rule:ident as in $pair:literal $($reversed:ident)? {
        why: $why:literal,
        compatible: $compatible:literal,
    } )+) => {
        $(
            #[allow(non_upper_case_globals, reason = "named as the kind is")]
            pub(super) const $rule: $crate::diff::catalog::Entry = $crate::diff::catalog::Entry {
                why: $why,
                compatible: $compatible,
                pair: include_str!(concat!("examples/", $pair, ".yaml")),
                reversed: entries!(@ $($reversed)?),
            };
        )+
    };
    (@ reversed) => { true };
    (@) => { false };
}
use entries;

/// Says in which family the entry of each kind stands. A kind without an entry does not compile, nor does an
/// entry without a kind.
macro_rules! families {
    ($( $family:ident { $($rule:ident)+ } )+) => {
        /// The entry of a kind of change.
        #[must_use]
        pub fn entry(rule: Rule) -> Entry {
            match rule {
                $( $( Rule::$rule => $family::$rule, )+ )+
            }
        }
    };
}

families! {
    operations {
        ServiceAdded ServiceRemoved OperationAdded OperationRemoved OperationRenamed GroupChanged BecameWrite
        BecameRead MethodChanged PathChanged FlagChanged SuccessChanged
    }
    members {
        OptionalMemberAdded OptionalMemberRemoved RequiredMemberAdded RequiredMemberRemoved MemberRenamed
        PathParameterRenamed BecameRequired BecameOptional TypeChanged TypeWidened TypeNarrowed BecameEnum
        BecamePlain TakenTypeChanged LocationChanged SecondPlaceChanged ElementChanged FlatteningChanged
    }
    meanings {
        UnitChanged UnitStated UnitDropped SecretAdded SecretRemoved SupportEnded SupportBegan DefaultAdded
        DefaultRemoved DefaultChanged ClientDefaultAdded ClientDefaultRemoved ClientDefaultChanged
        ClientValueAdded ClientValueRemoved ClientValueChanged TokenAdded TokenRemoved
    }
    bounds {
        MaximumLowered MaximumRaised MaximumSet MaximumUnset MinimumRaised MinimumLowered MinimumSet
        MinimumUnset ExceptionAdded ExceptionRemoved
    }
    sizes {
        MaximumLengthLowered MaximumLengthRaised MaximumLengthSet MaximumLengthUnset MinimumLengthRaised
        MinimumLengthLowered MinimumLengthSet MinimumLengthUnset LengthUnitChanged MaximumItemsLowered
        MaximumItemsRaised MaximumItemsSet MaximumItemsUnset MinimumItemsRaised MinimumItemsLowered
        MinimumItemsSet MinimumItemsUnset
    }
    values {
        AllowedValuesSet AllowedValuesUnset AllowedValueAdded AllowedValueRemoved ConstantSet ConstantUnset
        ConstantChanged CharactersSet CharactersUnset CharactersNarrowed CharactersWidened CharactersChanged
        FormatSet FormatUnset FormatNarrowed FormatWidened FormatChanged
    }
    types {
        EnumValueAdded EnumValueRemoved EnumValueRenamed AliasAdded AliasRemoved CaseIgnored CaseMinded
        TypeAdded TypeRemoved TypeRenamed RustNameChanged
    }
    rules {
        RuleAdded RuleRemoved RuleTightened RuleRelaxed RuleChanged RuleRenamed RuleChecked RuleUnchecked
        ServerRuleAdded ServerRuleRemoved ServerRuleChanged
    }
    errors_and_pages {
        PaginationAdded PaginationRemoved PaginationChanged ErrorAdded ErrorRemoved ErrorRenamed
        ErrorStatusChanged RetryAdviceChanged
    }
    states {
        StatesNarrowed StatesWidened OutcomeChanged LifecycleAdded LifecycleRemoved ResourceAdded
        ResourceRemoved PollChanged WaiterAdded WaiterRemoved WaiterStatesChanged PacingChanged
    }
    service {
        CrateRenamed ProviderRenamed ApiVersionChanged ProtocolChanged ListEncodingChanged MethodOffered
        MethodWithdrawn AuthenticationAdded AuthenticationRemoved AuthenticationChanged SignatureLifeChanged
        CredentialVariableChanged
    }
    endpoints {
        SchemeChanged SchemeAdded SchemeRemoved HostChanged RegionAdded RegionRemoved RegionListed
        RegionUnlisted ClientHeaderAdded ClientHeaderRemoved ClientHeaderChanged CommonParameterAdded
        CommonParameterRemoved CommonParameterChanged
    }
    answers {
        RequestIdChanged WrapperChanged EnvelopeChanged RetryAdded RetryRemoved ThrottleHeaderChanged
        TimeoutChanged
    }
    words {
        WordsChanged ExampleChanged SourceChanged
    }
}
