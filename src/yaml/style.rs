//! A unit's style in a file of its own: what else stands under `style:` of a report.

use super::describe::describe;
use super::{SlipKind, read};
use crate::message;
use crate::message::Message;
use crate::model::Style;
use crate::source::SourceFile;

/// Reads the file of a unit's style.
///
/// # Errors
/// Says the first key or value in it that cannot be read.
pub fn read_style(source: &SourceFile) -> Result<Style, Message> {
    let lines = source.text().lines().map(|line| format!("  {line}\n"));
    let text: String = std::iter::once("style:\n".to_owned()).chain(lines).collect();
    let framed = SourceFile::new(source.name(), text);
    let reading = read(&framed);
    if let Some(slip) = reading.slips.iter().find(|slip| !is_harmless(&slip.kind)) {
        let line = framed.position(slip.span.start).line.saturating_sub(1).max(1);
        let what = describe(&slip.kind).message;
        return Err(message!("project.style", path = source.name(), line = line, what = what));
    }
    Ok(reading.report.style.unwrap_or_default())
}

/// Whether a slip leaves the style as it was meant; that the frame is no whole report says nothing of it.
const fn is_harmless(kind: &SlipKind) -> bool {
    matches!(
        kind,
        SlipKind::MissingKey { .. }
            | SlipKind::Keyboard { .. }
            | SlipKind::OtherName { .. }
            | SlipKind::Forbidden { .. }
    )
}
