use super::super::node::Kind;
use super::super::shape::Shape;
use super::{Check, Spot, scalar};
use crate::diagnostic::{Code, Diagnostic};

impl Check<'_> {
    /// A list of any length.
    pub(super) fn list(&mut self, member: &Shape, spot: Spot<'_>) {
        let Kind::List { items, .. } = &spot.node.kind else {
            return self.not_a_list(member, spot);
        };
        for item in items {
            self.value(member, spot.member(item));
        }
    }

    /// A list of fixed length.
    pub(super) fn tuple(&mut self, members: &[Shape], spot: Spot<'_>) {
        let Kind::List { items, .. } = &spot.node.kind else {
            return self.expected(&format!("a list of {}", members.len()), spot);
        };
        if items.len() != members.len() {
            let (wanted, found) = (members.len(), items.len());
            let message = format!("{} must have {wanted} members, not {found}", spot.name());
            let span = self.span(spot.header());
            let problem = Diagnostic::error(Code::WrongLength, span, message);
            self.problems.push(problem);
        }
        for (member, item) in members.iter().zip(items) {
            self.value(member, spot.member(item));
        }
    }

    /// Suggests brackets around a single member that would do.
    fn not_a_list(&mut self, member: &Shape, spot: Spot<'_>) {
        let written = self.text.get(spot.node.range.clone()).unwrap_or_default();
        let is_member = match (&spot.node.kind, self.shapes.resolve(member)) {
            (Kind::Scalar(_), shape) => scalar::is_scalar(shape),
            (Kind::Map { flow: true, .. }, shape) => {
                matches!(shape, Shape::Record(_) | Shape::Choice(_) | Shape::Map(_))
            }
            _ => false,
        };
        if is_member && !written.is_empty() && !written.contains('\n') {
            let problem = self
                .wrong_type("a list", spot)
                .help("a list of one member stands in brackets")
                .replace(format!("[{written}]"));
            self.problems.push(problem);
        } else {
            self.expected("a list", spot);
        }
    }
}
