//! Hyperlinks of a part: their relationships.

use indexmap::IndexSet;

use super::xml::Xml;
use crate::writers::paper::target;

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
