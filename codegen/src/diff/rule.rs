//! The kinds of change, in one table.

use std::fmt;

use super::severity::Reliance::{Full, None as Nobody, Some as Somebody};
use super::severity::{Effect, Effect::*};

/// Declares [`Rule`] from one table, so that a kind of change cannot lack its id, its way back or its effect.
macro_rules! rules {
    ($( $variant:ident = $id:literal, $title:literal, back $back:ident, $effect:expr, $api:ident; )+) => {
        /// A kind of change. Its id stays: approvals and `explain` name it.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[allow(missing_docs, reason = "the titles say it")]
        pub enum Rule { $( $variant, )+ }

        impl Rule {
            /// All kinds of change, in the order of the table.
            pub const ALL: &'static [Self] = &[$( Self::$variant, )+];

            /// The id, as in `maximum-lowered`.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $( Self::$variant => $id, )+ }
            }

            /// What happened, in a few words.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $( Self::$variant => $title, )+ }
            }

            /// The kind of the change that undoes it.
            #[must_use]
            pub const fn back(self) -> Self {
                match self { $( Self::$variant => Self::$back, )+ }
            }

            /// What it does to messages.
            #[must_use]
            pub const fn effect(self) -> Effect {
                match self { $( Self::$variant => $effect, )+ }
            }

            /// Whether it may show in the generated Rust.
            #[must_use]
    pub const fn shows_in_rust(self) -> bool {
                match self { $( Self::$variant => rules!(@ $api), )+ }
            }
        }
    };
    (@ rust) => { true };
    (@ wire) => { false };
}

rules! {
    ServiceAdded = "service-added", "service added", back ServiceRemoved, Widens(Nobody), rust;
    ServiceRemoved = "service-removed", "service removed", back ServiceAdded, Narrows, rust;
    OperationAdded = "operation-added", "operation added", back OperationRemoved, Widens(Nobody), rust;
    OperationRemoved = "operation-removed", "operation removed", back OperationAdded, Narrows, rust;
    OperationRenamed = "operation-renamed", "operation probably renamed", back OperationRenamed, Replaces, rust;
    GroupChanged = "group-changed", "operation moved to another group", back GroupChanged, Names, rust;
    BecameWrite = "became-write", "operation changes something now", back BecameRead, Behaves, wire;
    BecameRead = "became-read", "operation only reads now", back BecameWrite, Hints, wire;
    MethodChanged = "method-changed", "HTTP method changed", back MethodChanged, Replaces, wire;
    PathChanged = "path-changed", "path changed", back PathChanged, Replaces, wire;
    FlagChanged = "flag-changed", "action flag changed", back FlagChanged, Replaces, wire;
    SuccessChanged = "success-changed", "status of success changed", back SuccessChanged, Replaces, wire;

    OptionalMemberAdded = "optional-member-added", "optional member added", back OptionalMemberRemoved, Grants, rust;
    OptionalMemberRemoved = "optional-member-removed", "optional member removed", back OptionalMemberAdded, Withdraws(Somebody), rust;
    RequiredMemberAdded = "required-member-added", "required member added", back RequiredMemberRemoved, Demands, rust;
    RequiredMemberRemoved = "required-member-removed", "required member removed", back RequiredMemberAdded, Withdraws(Full), rust;
    MemberRenamed = "member-renamed", "member probably renamed", back MemberRenamed, Replaces, rust;
    PathParameterRenamed = "path-parameter-renamed", "path parameter probably renamed", back PathParameterRenamed, Names, rust;
    BecameRequired = "became-required", "optional member is required now", back BecameOptional, Demands, wire;
    BecameOptional = "became-optional", "required member is optional now", back BecameRequired, Releases, wire;
    TypeChanged = "type-changed", "type changed", back TypeChanged, Replaces, rust;
    TypeWidened = "type-widened", "type holds more values", back TypeNarrowed, Widens(Full), rust;
    TypeNarrowed = "type-narrowed", "type holds fewer values", back TypeWidened, Narrows, rust;
    BecameEnum = "became-enum", "values are listed now", back BecamePlain, Narrows, rust;
    BecamePlain = "became-plain", "values are no longer listed", back BecameEnum, Widens(Somebody), rust;
    TakenTypeChanged = "taken-type-changed", "type that the client takes changed", back TakenTypeChanged, Names, rust;
    LocationChanged = "location-changed", "place in the request changed", back LocationChanged, Replaces, wire;
    SecondPlaceChanged = "second-place-changed", "second place in the request changed", back SecondPlaceChanged, Replaces, wire;
    ElementChanged = "element-changed", "wrapper of the list changed", back ElementChanged, Replaces, wire;
    FlatteningChanged = "flattening-changed", "wrapper object shown or hidden", back FlatteningChanged, Names, rust;
    UnitChanged = "unit-changed", "unit changed", back UnitChanged, Replaces, wire;
    UnitStated = "unit-stated", "unit stated", back UnitDropped, Tells, wire;
    UnitDropped = "unit-dropped", "unit no longer stated", back UnitStated, Tells, wire;
    SecretAdded = "secret-added", "member is secret now", back SecretRemoved, Hints, rust;
    SecretRemoved = "secret-removed", "member is no longer secret", back SecretAdded, Behaves, rust;
    SupportEnded = "support-ended", "member is no longer supported", back SupportBegan, Hints, wire;
    SupportBegan = "support-began", "member is supported now", back SupportEnded, Hints, wire;
    DefaultAdded = "default-added", "server default added", back DefaultRemoved, Falls, wire;
    DefaultRemoved = "default-removed", "server default removed", back DefaultAdded, Falls, wire;
    DefaultChanged = "default-changed", "server default changed", back DefaultChanged, Falls, wire;
    ClientDefaultAdded = "client-default-added", "client sends a default now", back ClientDefaultRemoved, Replaces, wire;
    ClientDefaultRemoved = "client-default-removed", "client no longer sends a default", back ClientDefaultAdded, Replaces, wire;
    ClientDefaultChanged = "client-default-changed", "client sends another default", back ClientDefaultChanged, Replaces, wire;
    ClientValueAdded = "client-value-added", "client fills the parameter now", back ClientValueRemoved, Widens(Nobody), rust;
    ClientValueRemoved = "client-value-removed", "client no longer fills the parameter", back ClientValueAdded, Narrows, rust;
    ClientValueChanged = "client-value-changed", "client fills the parameter with something else", back ClientValueChanged, Replaces, rust;
    TokenAdded = "idempotency-token-added", "idempotency token added", back TokenRemoved, Widens(Nobody), wire;
    TokenRemoved = "idempotency-token-removed", "idempotency token removed", back TokenAdded, Narrows, wire;

    MaximumLowered = "maximum-lowered", "maximum lowered", back MaximumRaised, Narrows, wire;
    MaximumRaised = "maximum-raised", "maximum raised", back MaximumLowered, Widens(Somebody), wire;
    MaximumSet = "maximum-set", "maximum set", back MaximumUnset, Narrows, wire;
    MaximumUnset = "maximum-unset", "maximum removed", back MaximumSet, Widens(Somebody), wire;
    MinimumRaised = "minimum-raised", "minimum raised", back MinimumLowered, Narrows, wire;
    MinimumLowered = "minimum-lowered", "minimum lowered", back MinimumRaised, Widens(Somebody), wire;
    MinimumSet = "minimum-set", "minimum set", back MinimumUnset, Narrows, wire;
    MinimumUnset = "minimum-unset", "minimum removed", back MinimumSet, Widens(Somebody), wire;
    MaximumLengthLowered = "maximum-length-lowered", "maximum length lowered", back MaximumLengthRaised, Narrows, wire;
    MaximumLengthRaised = "maximum-length-raised", "maximum length raised", back MaximumLengthLowered, Widens(Somebody), wire;
    MaximumLengthSet = "maximum-length-set", "maximum length set", back MaximumLengthUnset, Narrows, wire;
    MaximumLengthUnset = "maximum-length-unset", "maximum length removed", back MaximumLengthSet, Widens(Somebody), wire;
    MinimumLengthRaised = "minimum-length-raised", "minimum length raised", back MinimumLengthLowered, Narrows, wire;
    MinimumLengthLowered = "minimum-length-lowered", "minimum length lowered", back MinimumLengthRaised, Widens(Somebody), wire;
    MinimumLengthSet = "minimum-length-set", "minimum length set", back MinimumLengthUnset, Narrows, wire;
    MinimumLengthUnset = "minimum-length-unset", "minimum length removed", back MinimumLengthSet, Widens(Somebody), wire;
    LengthUnitChanged = "length-unit-changed", "length counts something else", back LengthUnitChanged, Undecided, wire;
    MaximumItemsLowered = "maximum-items-lowered", "most items lowered", back MaximumItemsRaised, Narrows, wire;
    MaximumItemsRaised = "maximum-items-raised", "most items raised", back MaximumItemsLowered, Widens(Somebody), wire;
    MaximumItemsSet = "maximum-items-set", "most items set", back MaximumItemsUnset, Narrows, wire;
    MaximumItemsUnset = "maximum-items-unset", "most items removed", back MaximumItemsSet, Widens(Somebody), wire;
    MinimumItemsRaised = "minimum-items-raised", "fewest items raised", back MinimumItemsLowered, Narrows, wire;
    MinimumItemsLowered = "minimum-items-lowered", "fewest items lowered", back MinimumItemsRaised, Widens(Somebody), wire;
    MinimumItemsSet = "minimum-items-set", "fewest items set", back MinimumItemsUnset, Narrows, wire;
    MinimumItemsUnset = "minimum-items-unset", "fewest items removed", back MinimumItemsSet, Widens(Somebody), wire;
    ExceptionAdded = "exception-added", "number refused", back ExceptionRemoved, Narrows, wire;
    ExceptionRemoved = "exception-removed", "number no longer refused", back ExceptionAdded, Widens(Somebody), wire;
    AllowedValuesSet = "allowed-values-set", "values limited to a set", back AllowedValuesUnset, Narrows, wire;
    AllowedValuesUnset = "allowed-values-unset", "values no longer limited to a set", back AllowedValuesSet, Widens(Somebody), wire;
    AllowedValueAdded = "allowed-value-added", "allowed value added", back AllowedValueRemoved, Widens(Somebody), wire;
    AllowedValueRemoved = "allowed-value-removed", "allowed value removed", back AllowedValueAdded, Narrows, wire;
    ConstantSet = "constant-set", "only one value allowed now", back ConstantUnset, Narrows, wire;
    ConstantUnset = "constant-unset", "no longer one value only", back ConstantSet, Widens(Full), wire;
    ConstantChanged = "constant-changed", "the only allowed value changed", back ConstantChanged, Replaces, wire;
    CharactersSet = "characters-set", "characters limited", back CharactersUnset, Narrows, wire;
    CharactersUnset = "characters-unset", "characters no longer limited", back CharactersSet, Widens(Somebody), wire;
    CharactersNarrowed = "characters-narrowed", "fewer characters allowed", back CharactersWidened, Narrows, wire;
    CharactersWidened = "characters-widened", "more characters allowed", back CharactersNarrowed, Widens(Somebody), wire;
    CharactersChanged = "characters-changed", "other characters allowed", back CharactersChanged, Undecided, wire;
    FormatSet = "format-set", "format set", back FormatUnset, Narrows, wire;
    FormatUnset = "format-unset", "format removed", back FormatSet, Widens(Somebody), wire;
    FormatNarrowed = "format-narrowed", "format accepts less", back FormatWidened, Narrows, wire;
    FormatWidened = "format-widened", "format accepts more", back FormatNarrowed, Widens(Somebody), wire;
    FormatChanged = "format-changed", "format changed", back FormatChanged, Replaces, wire;

    EnumValueAdded = "enum-value-added", "enum value added", back EnumValueRemoved, Widens(Nobody), rust;
    EnumValueRemoved = "enum-value-removed", "enum value removed", back EnumValueAdded, Narrows, rust;
    EnumValueRenamed = "enum-value-renamed", "enum value probably renamed", back EnumValueRenamed, Replaces, rust;
    AliasAdded = "enum-alias-added", "other spelling added", back AliasRemoved, Widens(Nobody), wire;
    AliasRemoved = "enum-alias-removed", "other spelling removed", back AliasAdded, Narrows, wire;
    CaseIgnored = "case-ignored", "case no longer matters", back CaseMinded, Widens(Somebody), wire;
    CaseMinded = "case-minded", "case matters now", back CaseIgnored, Narrows, wire;
    TypeAdded = "type-added", "shared type added", back TypeRemoved, Names, rust;
    TypeRemoved = "type-removed", "shared type removed", back TypeAdded, Names, rust;
    TypeRenamed = "type-renamed", "shared type renamed", back TypeRenamed, Names, rust;
    RustNameChanged = "rust-name-changed", "name or type in Rust changed", back RustNameChanged, Names, rust;

    RuleAdded = "rule-added", "rule added", back RuleRemoved, Narrows, wire;
    RuleRemoved = "rule-removed", "rule removed", back RuleAdded, Widens(Nobody), wire;
    RuleTightened = "rule-tightened", "rule refuses more", back RuleRelaxed, Narrows, wire;
    RuleRelaxed = "rule-relaxed", "rule refuses less", back RuleTightened, Widens(Nobody), wire;
    RuleChanged = "rule-changed", "rule changed", back RuleChanged, Replaces, wire;
    RuleRenamed = "rule-renamed", "rule got another id", back RuleRenamed, Names, wire;
    RuleChecked = "rule-checked", "rule is checked before sending now", back RuleUnchecked, Hints, wire;
    RuleUnchecked = "rule-unchecked", "rule is no longer checked before sending", back RuleChecked, Behaves, wire;
    ServerRuleAdded = "server-rule-added", "rule of the server added", back ServerRuleRemoved, Undecided, wire;
    ServerRuleRemoved = "server-rule-removed", "rule of the server removed", back ServerRuleAdded, Undecided, wire;
    ServerRuleChanged = "server-rule-changed", "rule of the server changed", back ServerRuleChanged, Undecided, wire;

    PaginationAdded = "pagination-added", "list is paged now", back PaginationRemoved, Behaves, rust;
    PaginationRemoved = "pagination-removed", "list is no longer paged", back PaginationAdded, Behaves, rust;
    PaginationChanged = "pagination-changed", "way to page changed", back PaginationChanged, Replaces, rust;
    ErrorAdded = "error-added", "error code added", back ErrorRemoved, Widens(Nobody), rust;
    ErrorRemoved = "error-removed", "error code removed", back ErrorAdded, Narrows, rust;
    ErrorRenamed = "error-renamed", "error code probably renamed", back ErrorRenamed, Behaves, rust;
    ErrorStatusChanged = "error-status-changed", "status of an error changed", back ErrorStatusChanged, Behaves, wire;
    RetryAdviceChanged = "retry-advice-changed", "advice to try again changed", back RetryAdviceChanged, Behaves, wire;

    StatesNarrowed = "states-narrowed", "allowed in fewer states", back StatesWidened, Narrows, wire;
    StatesWidened = "states-widened", "allowed in more states", back StatesNarrowed, Widens(Nobody), wire;
    OutcomeChanged = "outcome-changed", "state that follows changed", back OutcomeChanged, Behaves, wire;
    LifecycleAdded = "lifecycle-added", "states of a resource stated", back LifecycleRemoved, Behaves, wire;
    LifecycleRemoved = "lifecycle-removed", "states of a resource no longer stated", back LifecycleAdded, Behaves, wire;
    ResourceAdded = "resource-added", "resource with states added", back ResourceRemoved, Hints, wire;
    ResourceRemoved = "resource-removed", "resource with states removed", back ResourceAdded, Behaves, wire;
    PollChanged = "poll-changed", "way to read the state changed", back PollChanged, Behaves, wire;
    WaiterAdded = "waiter-added", "waiter added", back WaiterRemoved, Hints, rust;
    WaiterRemoved = "waiter-removed", "waiter removed", back WaiterAdded, Behaves, rust;
    WaiterStatesChanged = "waiter-states-changed", "states that end waiting changed", back WaiterStatesChanged, Behaves, wire;
    PacingChanged = "pacing-changed", "pace of waiting or trying again changed", back PacingChanged, Hints, wire;

    CrateRenamed = "crate-renamed", "crate renamed", back CrateRenamed, Names, rust;
    ProviderRenamed = "provider-renamed", "provider renamed", back ProviderRenamed, Names, wire;
    ApiVersionChanged = "api-version-changed", "version of the API changed", back ApiVersionChanged, Replaces, wire;
    ProtocolChanged = "protocol-changed", "protocol changed", back ProtocolChanged, Replaces, wire;
    ListEncodingChanged = "list-encoding-changed", "encoding of lists changed", back ListEncodingChanged, Replaces, wire;
    MethodOffered = "method-offered", "further method accepted", back MethodWithdrawn, Widens(Nobody), rust;
    MethodWithdrawn = "method-withdrawn", "further method no longer accepted", back MethodOffered, Narrows, rust;
    AuthenticationAdded = "authentication-added", "way to authenticate added", back AuthenticationRemoved, Widens(Nobody), rust;
    AuthenticationRemoved = "authentication-removed", "way to authenticate removed", back AuthenticationAdded, Narrows, rust;
    AuthenticationChanged = "authentication-changed", "way to authenticate changed", back AuthenticationChanged, Replaces, wire;
    SignatureLifeChanged = "signature-life-changed", "life of a signature changed", back SignatureLifeChanged, Hints, wire;
    CredentialVariableChanged = "credential-variable-changed", "environment variable of a credential changed", back CredentialVariableChanged, Behaves, wire;
    SchemeChanged = "scheme-changed", "scheme changed", back SchemeChanged, Replaces, wire;
    SchemeAdded = "scheme-added", "further scheme accepted", back SchemeRemoved, Widens(Nobody), wire;
    SchemeRemoved = "scheme-removed", "further scheme no longer accepted", back SchemeAdded, Narrows, wire;
    HostChanged = "host-changed", "host changed", back HostChanged, Replaces, wire;
    RegionAdded = "region-added", "region added", back RegionRemoved, Widens(Nobody), wire;
    RegionRemoved = "region-removed", "region removed", back RegionAdded, Narrows, wire;
    RegionListed = "region-listed", "region listed under the host that it had", back RegionUnlisted, Hints, wire;
    RegionUnlisted = "region-unlisted", "region no longer listed, its host stays", back RegionListed, Hints, wire;
    ClientHeaderAdded = "client-header-added", "header with a value of the client added", back ClientHeaderRemoved, Replaces, rust;
    ClientHeaderRemoved = "client-header-removed", "header with a value of the client removed", back ClientHeaderAdded, Replaces, rust;
    ClientHeaderChanged = "client-header-changed", "header carries another value of the client", back ClientHeaderChanged, Replaces, rust;
    CommonParameterAdded = "common-parameter-added", "parameter of every request added", back CommonParameterRemoved, Demands, wire;
    CommonParameterRemoved = "common-parameter-removed", "parameter of every request removed", back CommonParameterAdded, Releases, wire;
    CommonParameterChanged = "common-parameter-changed", "parameter of every request changed", back CommonParameterChanged, Replaces, wire;
    RequestIdChanged = "request-id-changed", "place of the request id changed", back RequestIdChanged, Replaces, wire;
    WrapperChanged = "wrapper-changed", "wrapper object of answers changed", back WrapperChanged, Replaces, wire;
    EnvelopeChanged = "error-envelope-changed", "names in the body of a failure changed", back EnvelopeChanged, Replaces, wire;
    RetryAdded = "retryable-added", "status or code that may be tried again added", back RetryRemoved, Hints, wire;
    RetryRemoved = "retryable-removed", "status or code that may be tried again removed", back RetryAdded, Behaves, wire;
    ThrottleHeaderChanged = "throttle-header-changed", "header of throttled answers changed", back ThrottleHeaderChanged, Behaves, wire;
    TimeoutChanged = "timeout-changed", "timeout changed", back TimeoutChanged, Hints, wire;

    WordsChanged = "words-changed", "words changed", back WordsChanged, Tells, wire;
    ExampleChanged = "example-changed", "example changed", back ExampleChanged, Tells, wire;
    SourceChanged = "source-changed", "source of a fact changed", back SourceChanged, Tells, wire;
}

impl Rule {
    /// The kind with this id.
    #[must_use]
    pub fn find(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.id() == id)
    }

    /// Whether it changes words for people only.
    #[must_use]
    pub fn is_words(self) -> bool {
        self.effect() == Effect::Tells
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}
