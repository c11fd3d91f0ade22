//! Ids of headings: the fragments of the page. They come from what a section is, not from where it stands, so that a
//! link keeps its target while the text around is edited.

use crate::map::Map;

/// How many characters of a heading go into its id.
const LENGTH: usize = 24;

/// The ids already given.
#[derive(Default)]
pub(super) struct HeadingIds {
    given: Map<String, usize>,
}

impl HeadingIds {
    /// An id for a section that fulfils `parts` under a heading; a second one alike gets a number.
    pub fn give(&mut self, parts: &[String], heading: &str) -> String {
        let base = match parts.first() {
            Some(part) => slug(part),
            None => slug(heading),
        };
        loop {
            let count = self.given.entry(base.clone()).or_insert(0);
            *count += 1;
            let id = if *count == 1 { base.clone() } else { format!("{base}-{count}") };
            if *count == 1 || !self.given.contains_key(&id) {
                self.given.entry(id.clone()).or_insert(1);
                return id;
            }
        }
    }
}

/// `s-` and the letters and digits of a text, so that no id of a page's own is met.
fn slug(text: &str) -> String {
    let letters: String = text.chars().filter(|c| c.is_alphanumeric()).take(LENGTH).collect();
    format!("s-{}", if letters.is_empty() { "section" } else { &letters })
}
