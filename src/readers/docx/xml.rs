//! A part of the package as tokens: names without prefix, text with its entities resolved.

use quick_xml::events::{BytesEnd, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// A start or empty element.
pub struct Element<'a> {
    start: BytesStart<'a>,
    pub is_empty: bool,
}

/// What a part is made of.
pub enum Token<'a> {
    Start(Element<'a>),
    End(BytesEnd<'a>),
    Text(String),
}

impl Element<'_> {
    /// The name without prefix.
    pub fn name(&self) -> &str {
        self.start.local_name().into_inner()
    }

    /// The value of an attribute, by its name without prefix.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        let mut own = attributes.with_checks(false).flatten();
        let own = own.find(|attribute| attribute.key.local_name().into_inner() == name)?;
        own.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
    }

    /// The attribute `val`.
    pub fn value(&self) -> Option<String> {
        self.attribute("val")
    }
}

/// The name of an end tag without prefix.
pub fn local<'a>(end: &'a BytesEnd) -> &'a str {
    end.local_name().into_inner()
}

/// The tokens of a part, up to its end or its first fault.
pub fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    std::iter::from_fn(move || {
        loop {
            return Some(match reader.read_event().ok()? {
                Event::Start(start) => Token::Start(Element { start, is_empty: false }),
                Event::Empty(start) => Token::Start(Element { start, is_empty: true }),
                Event::End(end) => Token::End(end),
                Event::Text(text) => Token::Text(text.xml10_content().into_owned()),
                Event::CData(text) => Token::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(reference) => Token::Text(resolve(&reference)),
                Event::Eof => return None,
                _ => continue,
            });
        }
    })
}

/// The character an entity stands for; one that is not of XML is left as it stands.
fn resolve(reference: &quick_xml::events::BytesRef) -> String {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return c.to_string();
    }
    let name: &str = reference.as_ref();
    match name {
        "amp" => "&".to_owned(),
        "lt" => "<".to_owned(),
        "gt" => ">".to_owned(),
        "quot" => "\"".to_owned(),
        "apos" => "'".to_owned(),
        other => format!("&{other};"),
    }
}
