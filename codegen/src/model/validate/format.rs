use super::network::{Network, mask_length};
use crate::spec::Format;

/// Whether a text has a form.
pub(super) fn has_form(format: Format, text: &str) -> bool {
    match format {
        Format::Ip => is_address(text, None),
        Format::Ipv4 => is_address(text, Some(32)),
        Format::Ipv6 => is_address(text, Some(128)),
        Format::Cidr => Network::parse(text).is_some(),
        Format::Ipv4Cidr => Network::parse(text).is_some_and(|network| network.width == 32),
        Format::Ipv6Cidr => Network::parse(text).is_some_and(|network| network.width == 128),
        Format::Netmask => {
            !text.contains('/') && mask_length(text).is_some_and(|length| length <= 32)
        }
        Format::Email => is_email(text),
        Format::Uuid => is_uuid(text),
        Format::UtcTime => is_utc_time(text),
    }
}

fn is_address(text: &str, width: Option<u32>) -> bool {
    let network = Network::parse(text).filter(|_| !text.contains('/'));
    network.is_some_and(|network| width.is_none_or(|width| network.width == width))
}

fn is_email(text: &str) -> bool {
    let parts: Vec<&str> = text.split('@').collect();
    let clean = text
        .chars()
        .all(|character| !character.is_whitespace() && !character.is_control());
    clean && parts.len() == 2 && parts.iter().all(|part| !part.is_empty())
}

fn is_uuid(text: &str) -> bool {
    let form = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    text.len() == form.len()
        && text
            .chars()
            .zip(form.chars())
            .all(|(given, form)| match form {
                'x' => given.is_ascii_hexdigit(),
                other => given == other,
            })
}

/// `YYYY-MM-DDThh:mm:ssZ`, of a day that exists.
fn is_utc_time(text: &str) -> bool {
    let form = "dddd-dd-ddTdd:dd:ddZ";
    let fits = text.len() == form.len()
        && text
            .chars()
            .zip(form.chars())
            .all(|(given, form)| match form {
                'd' => given.is_ascii_digit(),
                other => given == other,
            });
    let part = |from: usize, to: usize| -> Option<u32> { text.get(from..to)?.parse().ok() };
    let exists = || {
        let (year, month, day) = (part(0, 4)?, part(5, 7)?, part(8, 10)?);
        let (hour, minute, second) = (part(11, 13)?, part(14, 16)?, part(17, 19)?);
        let leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => 0,
        };
        // A leap second is written as 60.
        Some((1..=days).contains(&day) && hour < 24 && minute < 60 && second <= 60)
    };
    fits && exists().unwrap_or(false)
}
