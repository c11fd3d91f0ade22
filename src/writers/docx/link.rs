//! Hyperlinks of a part: which are let through, and their relationships.

use std::borrow::Cow;

use indexmap::IndexSet;

use super::xml::Xml;
use crate::document::link::is_allowed;

/// The targets of one part, each once, in the order they are first met: so the ids are stable.
#[derive(Default)]
pub(super) struct Links {
    targets: IndexSet<String>,
}

impl Links {
    /// The relationship id of a link, or nothing where the link must stay text.
    pub fn id(&mut self, href: &str) -> Option<String> {
        let target = target(href)?;
        let (index, _) = self.targets.insert_full(target.into_owned());
        Some(format!("link{}", index + 1))
    }

    /// Whether the document has no link.
    pub fn is_empty(&self) -> bool {
        self.targets.is_empty()
    }

    /// Writes the relationships.
    pub fn write(&self, xml: &mut Xml) {
        for (index, target) in self.targets.iter().enumerate() {
            xml.empty(
                "Relationship",
                &[
                    ("Id", &format!("link{}", index + 1)),
                    ("Type", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"),
                    ("Target", target),
                    ("TargetMode", "External"),
                ],
            );
        }
    }
}

/// The URI of a link Word can follow: an allowed one to a host, an address, or a file below the document's folder.
///
/// A fragment has nothing to point at in Word, a path from the root leads to another place on every machine: they
/// stay text. So does a target no document should hold; it is asked once more because Word follows it out of the page.
fn target(href: &str) -> Option<Cow<'_, str>> {
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
