//! Footnotes: real ones of Word, their ids the numbers they print.

use super::block::{self, Opening, Setting};
use super::part::Part;
use super::{style, table};
use crate::document::Note;

/// Writes the notes that are marked in the text; Word repairs a file with others.
pub(super) fn write(notes: &[Note], text: &Part) -> Part {
    let mut part = Part::new(HEAD, text.house.clone(), 0);
    part.xml.raw(SEPARATORS);
    for (index, note) in notes.iter().enumerate() {
        if text.marked.get(index) == Some(&true) {
            part.xml.open("w:footnote", &[("w:id", &(index + 1).to_string())]);
            block::write(&mut part, &note.body, Setting::of(style::FOOTNOTE_TEXT), &Opening::FootnoteNumber);
            if part.ends_with_table {
                table::write_spacer(&mut part);
            }
            part.xml.close("w:footnote");
        }
    }
    part.xml.close("w:footnotes");
    part
}

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">"#;

/// The rule above the notes, which Word wants as notes too.
const SEPARATORS: &str = concat!(
    r#"<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"#,
    r#"<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"#,
);
