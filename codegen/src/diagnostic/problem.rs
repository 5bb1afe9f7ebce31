use super::{Code, Span};

/// How bad a problem is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// Nothing is generated.
    Error,
    /// Worth a look.
    Warning,
}

impl Severity {
    /// `error` or `warning`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// Another place that a problem has to do with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Related {
    /// The place.
    pub span: Span,
    /// What stands there.
    pub text: String,
}

/// One problem.
///
/// ```
/// use codegen::diagnostic::{Code, Diagnostic, Diagnostics, Format, Sources, Span};
///
/// let mut sources = Sources::default();
/// let file = sources.add("a.yaml".to_owned(), "nmae: x\n".to_owned());
/// let mut diagnostics = Diagnostics::default();
/// diagnostics.push(
///     Diagnostic::error(Code::UnknownKey, Span { file, start: 0, end: 4 }, "unknown key `nmae`")
///         .help("did you mean `name`?")
///         .replace("name"),
/// );
/// let text = diagnostics.render(&sources, Format::Text { color: false });
/// assert!(text.starts_with("error[E0115]: unknown key `nmae`\n --> a.yaml:1:1\n"));
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    code: Code,
    severity: Severity,
    span: Span,
    message: String,
    label: Option<String>,
    related: Vec<Related>,
    help: Vec<String>,
    replacement: Option<String>,
}

impl Diagnostic {
    /// A problem that keeps anything from being generated.
    #[must_use]
    pub fn error(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, span, message.into())
    }

    /// A problem that is only reported.
    #[must_use]
    pub fn warning(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, span, message.into())
    }

    fn new(severity: Severity, code: Code, span: Span, message: String) -> Self {
        Self {
            code,
            severity,
            span,
            message,
            label: None,
            related: Vec::new(),
            help: Vec::new(),
            replacement: None,
        }
    }

    /// Words beside the underlined place.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Self {
        self.label = Some(text.into());
        self
    }

    /// Another place, in this or another file, and what stands there.
    #[must_use]
    pub fn also(mut self, span: Span, text: impl Into<String>) -> Self {
        self.related.push(Related {
            span,
            text: text.into(),
        });
        self
    }

    /// What to do about it. May be called several times.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(text.into());
        self
    }

    /// Suggests `with` in place of the primary span; the last [`help`](Self::help) stands above it.
    #[must_use]
    pub fn replace(mut self, with: impl Into<String>) -> Self {
        self.replacement = Some(with.into());
        self
    }

    /// The kind of problem.
    #[must_use]
    pub fn code(&self) -> Code {
        self.code
    }

    /// How bad it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// The place.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// What is wrong, in one sentence.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Words beside the underlined place.
    #[must_use]
    pub fn label_text(&self) -> Option<&str> {
        self.label.as_deref()
    }

    /// Other places that it has to do with.
    #[must_use]
    pub fn related(&self) -> &[Related] {
        &self.related
    }

    /// What to do about it.
    #[must_use]
    pub fn help_texts(&self) -> &[String] {
        &self.help
    }

    /// Text that should stand in place of the primary span.
    #[must_use]
    pub fn replacement(&self) -> Option<&str> {
        self.replacement.as_deref()
    }
}
