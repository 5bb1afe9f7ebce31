//! Kinds of problems: `E0115`.

use super::page::Page;
use super::wanted::Wanted;
use crate::diagnostic::Code;

pub(super) fn explain(wanted: Wanted<'_>, page: &mut Page) {
    for code in Code::ALL.iter().filter(|code| wanted.is(code.id())) {
        page.heading(&format!("problem {code}: {}", code.title()));
        page.paragraph(&code.explanation());
    }
}
