//! Which links a file that leaves the office may have.

use std::borrow::Cow;

use crate::document::link::is_allowed;

/// The URI of a link that can be followed out of a file: an allowed one to a host, an address, or a file below the document's folder.
///
/// A fragment has nothing to point at on paper, a path from the root leads to another place on every machine: they
/// stay text. So does a target no document should hold; it is asked once more because programs follow it out of the page.
pub(in crate::writers) fn target(href: &str) -> Option<Cow<'_, str>> {
    let lower = href.to_lowercase();
    let host = ["https://", "http://"].iter().find_map(|scheme| lower.strip_prefix(scheme));
    let is_useful = host.map_or(!href.starts_with(['/', '#']), is_host);
    (is_allowed(href) && is_useful).then(|| escaped(href))
}

/// Whether a host's name begins the text; Word takes a file with a link to another for broken.
fn is_host(rest: &str) -> bool {
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (name, port) = host.split_once(':').unwrap_or((host, "0"));
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'));
    is_name && port.parse::<u16>().is_ok()
}

/// The characters a URI forbids as `%XX`; Han characters stay, a relationship's target is an IRI.
fn escaped(href: &str) -> Cow<'_, str> {
    let is_plain = |c: char| {
        c.is_ascii_alphanumeric() || "-._~:/?#@!$&'()*+,;=%".contains(c) || (!c.is_ascii() && c.is_alphanumeric())
    };
    if href.chars().all(is_plain) && !has_stray_percent(href) {
        return Cow::Borrowed(href);
    }
    let percent_is_stray = has_stray_percent(href);
    let mut uri = String::with_capacity(href.len() + 8);
    for character in href.chars() {
        if is_plain(character) && !(percent_is_stray && character == '%') {
            uri.push(character);
        } else {
            let mut bytes = [0; 4];
            for byte in character.encode_utf8(&mut bytes).bytes() {
                uri.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    Cow::Owned(uri)
}

fn has_stray_percent(href: &str) -> bool {
    let is_hex = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_hexdigit);
    let bytes = href.as_bytes();
    bytes
        .iter()
        .enumerate()
        .any(|(at, &byte)| byte == b'%' && !(is_hex(bytes.get(at + 1)) && is_hex(bytes.get(at + 2))))
}
