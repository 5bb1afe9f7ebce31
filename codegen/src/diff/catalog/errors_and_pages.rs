//! Error tables, and lists in pages.

use super::entries;

entries! {
    PaginationAdded as in "pagination-added" {
        why: "Callers who read the list once get its first page and take it for the whole. The crate has pages to \
            go through.",
        compatible: "Answer requests without a page as before, with the whole list.",
    }
    PaginationRemoved as in "pagination-added" reversed {
        why: "Callers who ask for pages may get the whole list each time. Code that goes through pages no longer \
            compiles.",
        compatible: "Go on accepting the parameters of a page.",
    }
    PaginationChanged as in "pagination-changed" {
        why: "Older clients ask for a page in a way that the server no longer understands, and so get the wrong \
            page or always the same.",
        compatible: "Accept both ways to page, and describe the new one in a new operation.",
    }
    ErrorAdded as in "error-added" {
        why: "Clients have to cope with codes that they do not know, so one more does no harm. The crate has one \
            variant more.",
        compatible: "Nothing needs doing. Use the new code only for failures that had no code of their own.",
    }
    ErrorRemoved as in "error-added" reversed {
        why: "The code does not come any more, so what callers did about it is never done. Code that names its \
            variant no longer compiles.",
        compatible: "Keep the row while any server may still send the code.",
    }
    ErrorRenamed as in "error-renamed" {
        why: "Callers who react to the old code miss the new one. A row that has the same meaning under another \
            code is taken for the same.",
        compatible: "Keep the old code. If the server sends both, list the new one under its `aliases`.",
    }
    ErrorStatusChanged as in "error-status-changed" {
        why: "Callers and proxies that look at the status, and not at the code, do something else.",
        compatible: "Keep the status. Codes can tell failures of one status apart.",
    }
    RetryAdviceChanged as in "retry-advice-changed" {
        why: "Clients follow the advice, so they try again where they did not, or give up where they went on.",
        compatible: "Make sure that a repetition is harmless before the advice allows it.",
    }
}
