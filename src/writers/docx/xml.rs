//! XML written straight through, element by element: no tree is built.

use quick_xml::Writer;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};

/// The XML of one part of the package. Texts and attributes are escaped; that they hold only characters XML knows is
/// up to the caller.
pub(super) struct Xml {
    writer: Writer<Vec<u8>>,
}

/// Names and values of an element's attributes.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Xml {
    /// A part that opens with `head`.
    pub fn new(head: &'static str) -> Self {
        Self { writer: Writer::new(head.as_bytes().to_vec()) }
    }

    /// Opens an element.
    pub fn open(&mut self, name: &str, attributes: Attributes) {
        self.event(Event::Start(element(name, attributes)));
    }

    /// An element without content.
    pub fn empty(&mut self, name: &str, attributes: Attributes) {
        self.event(Event::Empty(element(name, attributes)));
    }

    /// Closes an element.
    pub fn close(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// `<name>text</name>`.
    pub fn leaf(&mut self, name: &str, attributes: Attributes, text: &str) {
        self.open(name, attributes);
        self.event(Event::Text(BytesText::new(text)));
        self.close(name);
    }

    /// XML of ours, as it stands.
    pub fn raw(&mut self, xml: &'static str) {
        self.writer.get_mut().extend_from_slice(xml.as_bytes());
    }

    /// How long the part is so far.
    pub fn len(&self) -> usize {
        self.writer.get_ref().len()
    }

    /// Puts XML into what is written already.
    pub fn insert(&mut self, at: usize, xml: &[u8]) {
        self.writer.get_mut().splice(at..at, xml.iter().copied());
    }

    /// The bytes of the part.
    pub fn finish(self) -> Vec<u8> {
        self.writer.into_inner()
    }

    fn event(&mut self, event: Event) {
        self.writer.write_event(event).expect("a vector takes every byte");
    }
}

fn element<'a>(name: &'a str, attributes: Attributes) -> BytesStart<'a> {
    let mut element = BytesStart::new(name);
    for (name, value) in attributes {
        element.push_attribute((*name, *value));
    }
    element
}
