use std::fmt;

/// What went wrong, roughly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request breaks a documented limit. Nothing was sent.
    Validation,
    /// No request can be made, or the client is misconfigured. Nothing was sent.
    Build,
    /// There are no credentials, or not the right ones. Nothing was sent.
    Credentials,
    /// The exchange with the server broke off or never began.
    Transport,
    /// No answer came in time.
    Timeout,
    /// The service answered with an error.
    Service,
    /// The answer is not what the operation answers with.
    Decode,
    /// The pages of a list lead nowhere.
    Paging,
    /// What was waited for can no longer come.
    State,
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Validation => "invalid request",
            Self::Build => "cannot build the request",
            Self::Credentials => "credentials error",
            Self::Transport => "transport error",
            Self::Timeout => "timeout",
            Self::Service => "service error",
            Self::Decode => "decode error",
            Self::Paging => "paging error",
            Self::State => "state error",
        })
    }
}
