//! Forms of text, and which of them accepts what another does.

use super::Comparer;
use crate::diff::Rule;
use crate::diff::cursor::Cursor;
use crate::model::Member;
use crate::spec::Format;

impl Comparer<'_, '_> {
    pub(super) fn format(
        &mut self,
        cursor: &Cursor,
        (old, new): (&Member, &Member),
        before: Option<Format>,
        after: Option<Format>,
    ) {
        let rule = match (before, after) {
            (None, None) => return,
            (None, Some(_)) => Rule::FormatSet,
            (Some(_), None) => Rule::FormatUnset,
            (Some(before), Some(after)) if before == after => return,
            (Some(before), Some(after)) if accepted_by(before).contains(&after) => {
                Rule::FormatNarrowed
            }
            (Some(before), Some(after)) if accepted_by(after).contains(&before) => {
                Rule::FormatWidened
            }
            (Some(_), Some(_)) => Rule::FormatChanged,
        };
        let cursor = self.changes.of_member(cursor, old, new, &["format"]);
        let text = |format: Option<Format>| format.map(|format| word(format).to_owned());
        self.changes
            .push(rule, &cursor, &[], text(before), text(after));
    }
}

/// The other forms whose every text has this form too.
fn accepted_by(format: Format) -> &'static [Format] {
    match format {
        Format::Ip => &[Format::Ipv4, Format::Ipv6],
        // A bare address counts as one host.
        Format::Cidr => &[
            Format::Ipv4Cidr,
            Format::Ipv6Cidr,
            Format::Ip,
            Format::Ipv4,
            Format::Ipv6,
        ],
        Format::Ipv4Cidr => &[Format::Ipv4],
        Format::Ipv6Cidr => &[Format::Ipv6],
        Format::Ipv4
        | Format::Ipv6
        | Format::Netmask
        | Format::Email
        | Format::Uuid
        | Format::UtcTime => &[],
    }
}

/// The word of the specs.
fn word(format: Format) -> &'static str {
    match format {
        Format::Ip => "ip",
        Format::Ipv4 => "ipv4",
        Format::Ipv6 => "ipv6",
        Format::Cidr => "cidr",
        Format::Ipv4Cidr => "ipv4-cidr",
        Format::Ipv6Cidr => "ipv6-cidr",
        Format::Netmask => "netmask",
        Format::Email => "email",
        Format::Uuid => "uuid",
        Format::UtcTime => "utc-time",
    }
}
