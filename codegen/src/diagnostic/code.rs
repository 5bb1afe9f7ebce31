use std::fmt;

/// Declares [`Code`] from one table, so that a kind of problem cannot lack its number or its words.
macro_rules! codes {
    ($( $(#[doc = $explanation:literal])+ $variant:ident = $id:literal, $title:literal; )+) => {
        /// A kind of problem. Its number stays, so that it can be looked up and searched for.
        ///
        /// `E01` is loading, `E02` references, `E03` constraints, `E04` rules, `E05` protocol, `W06` lints,
        /// `E07` approvals.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        #[non_exhaustive]
        pub enum Code {
            $( $(#[doc = $explanation])+ $variant, )+
        }

        impl Code {
            /// All kinds of problems, in the order of the table.
            pub const ALL: &'static [Self] = &[$( Self::$variant, )+];

            /// The number, as in `E0115`.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $( Self::$variant => $id, )+ }
            }

            /// A few words for the kind.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $( Self::$variant => $title, )+ }
            }

            /// What is wrong and what to do about it, in a paragraph or two of Markdown.
            #[must_use]
            pub fn explanation(self) -> String {
                let lines: &[&str] = match self { $( Self::$variant => &[$( $explanation, )+], )+ };
                lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join("\n")
            }
        }
    };
}

codes! {
    /// There is no `specs` folder below the root, or nothing in it. The generator works on the workspace
    /// that it is run in; `--root` names another one.
    NoSpecs = "E0101", "no specs";
    /// A file or folder exists but cannot be read.
    Unreadable = "E0102", "cannot be read";
    /// Below `specs` stand `<provider>/<product>/service.yaml`, `types.yaml` and
    /// `<group>/<operation>.yaml`, and nothing else but `specs/README.md`, `specs/schema`,
    /// `specs/approved-changes.yaml` and names that begin with a dot. A file that stands elsewhere would be ignored, so it is refused.
    StrayFile = "E0103", "not where a spec stands";
    /// Every product has a `service.yaml`; without one there is nothing to generate.
    MissingService = "E0104", "product without service.yaml";
    /// Specs are UTF-8.
    NotUtf8 = "E0105", "not UTF-8";
    /// A file begins with a byte order mark. UTF-8 has no byte order; remove the mark.
    ByteOrderMark = "E0106", "byte order mark";
    /// A file holds nothing, or nothing but comments.
    EmptyFile = "E0107", "empty file";
    /// The first line of a file tells editors which schema it follows, as in
    /// `# yaml-language-server: $schema=../../../schema/operation.json`.
    SchemaLine = "E0108", "wrong or missing schema line";
    /// A symbolic link leads to a folder that contains it.
    SymlinkLoop = "E0109", "symbolic link in a circle";
    /// The file is not YAML.
    Syntax = "E0110", "not YAML";
    /// Anchors, aliases, merge keys, tags, directives and several documents in one file are YAML, but
    /// not part of the spec language: what a spec says must be seen where it is said. Shared things
    /// stand in `types.yaml` and are referenced by name.
    YamlFeature = "E0111", "not part of the spec language";
    /// Maps and lists are nested more deeply than any spec needs.
    TooDeep = "E0112", "nested too deeply";
    /// A key is given twice in one map.
    DuplicateKey = "E0113", "duplicate key";
    /// A key is a list, a map, or nothing.
    KeyNotText = "E0114", "key is not text";
    /// A key that the spec language does not have here.
    UnknownKey = "E0115", "unknown key";
    /// A key that must be given is not.
    MissingKey = "E0116", "missing key";
    /// A value is of another type than its key wants.
    WrongType = "E0117", "wrong type";
    /// A word that is not one of those allowed here.
    UnknownValue = "E0118", "unknown value";
    /// A choice between several forms is written as a map with exactly one key, which names the form.
    OneKey = "E0119", "not exactly one key";
    /// Prose inside `{ … }` ends at a comma and must not hold a colon followed by a space. Put it in
    /// quotes, or write the map in block style.
    BareProse = "E0120", "text broken by punctuation";
    /// A number does not fit.
    OutOfRange = "E0121", "number out of range";
    /// A list of fixed length has more or fewer members.
    WrongLength = "E0122", "list of the wrong length";
    /// The file has the right shape, but a value in it cannot be read.
    Undecodable = "E0123", "value cannot be read";

    /// A name refers to nothing: a type, a shared parameter, a document, a resource, a state, a
    /// parameter of a rule, or a field of a pagination. Names are compared exactly.
    UnknownReference = "E0201", "unknown reference";
    /// Two things that share a place have one name: two operations of a product, two crates of a
    /// workspace, two spellings of an enum, two idempotency tokens of an operation.
    DuplicateName = "E0202", "name used twice";
    /// A name cannot be used for what it names. The message says which characters can.
    BadName = "E0203", "unusable name";
    /// A key stands where it says nothing: a length on a number, items on text, a place on a response field.
    MisplacedKey = "E0301", "key in the wrong place";
    /// A value or a limit that nothing can meet, or that limits nothing.
    ImpossibleValue = "E0302", "impossible value";
    /// A default, an allowed value, an example or the value of a condition has another type than its parameter.
    WrongValueType = "E0303", "value of the wrong type";
    /// An example cannot be read.
    BadExample = "E0304", "unreadable example";
    /// The request of an example, or the example of a parameter, breaks a documented limit or rule, so that
    /// generated validators would refuse it. Mend the spec: replace masked values by valid ones of the same kind,
    /// and record what the document prints under `discrepancies`.
    RefusedExample = "E0305", "example that is refused";
    /// A rule says nothing, or nothing that can be checked where it says so.
    BadRule = "E0401", "rule without effect";
    /// A rule allows or forbids what the limits of its own parameters make impossible: a value that the parameter
    /// refuses, a range beyond its own, an absence of what must be given. One of the two is wrong.
    Contradiction = "E0402", "rule against its own parameters";
    /// How an operation is called does not fit the protocol of its service, or a path template its parameters.
    Protocol = "E0501", "does not fit the protocol";
    /// A word of a name is key, secret, password or token, and the member does not say whether it is
    /// secret. A secret changes the type, so that it never prints; a forgotten one leaks.
    UndecidedSecret = "W0601", "undecided secret";
    /// A rule that no request can break: what it demands must be given anyway, its limit is the parameter's own, or
    /// its condition never holds. It reads as if something were checked.
    IdleRule = "W0602", "rule that can never fail";

    /// An approval names no change that `diff` could find, gives no reason, or cannot be read: `finding` is the
    /// twelve hexadecimal digits that `diff` shows, `rule` a kind of change, `expires` a day as in `2026-12-31`.
    BadApproval = "E0701", "unusable approval";
    /// One change is approved twice. Remove one of the two.
    DuplicateApproval = "E0702", "change approved twice";
    /// An approval matches nothing that changed. The change has landed, was taken back, or is another one now, which
    /// has other digits. An approval that stays would let the same change pass again unseen, so remove it.
    StaleApproval = "E0703", "approval of nothing";
    /// The day that an approval was good for is over, in UTC. Look at the change once more: give it another day, or
    /// take the change back.
    ExpiredApproval = "E0704", "approval that has expired";
    /// The digits of an approval are those of a change of another kind than it says.
    ApprovalOfAnotherRule = "E0705", "approval of another kind of change";
}

impl Code {
    /// The kind with this number; upper and lower case alike.
    #[must_use]
    pub fn find(id: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|code| code.id().eq_ignore_ascii_case(id))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}
