//! The sentences of a drawn finding on as many lines as a terminal needs; excerpts and carets stay as they are.

use textwrap::core::display_width;

use crate::writers::text::wrap::broken;

/// On fewer columns nothing is broken: there would be more edges than words.
const NARROWEST: usize = 40;

/// How far further lines are indented where what stands before the sentence takes more than half of the width.
const INDENT: usize = 4;

/// The least columns in which a sentence begins behind what stands before it; else it begins on the next line.
const LEAST: usize = 16;

/// A finding drawn for a terminal of `width` columns, its first line `lead` columns from the edge. Further lines of a
/// sentence stand under its first word. Colours take no columns.
pub(super) fn hang(drawn: &str, lead: usize, width: usize) -> String {
    if width < NARROWEST {
        return drawn.to_owned();
    }
    let lines = drawn.lines().enumerate().map(|(index, line)| {
        let lead = if index == 0 { lead } else { 0 };
        match sentence(line, index == 0) {
            Some(start) if lead + display_width(line) > width => folded(line.split_at(start), lead, width),
            _ => line.to_owned(),
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Where the sentence of a line starts: behind `错误[FZ205 total-mismatch]: ` and `= 依据: `. The lines of an excerpt
/// have none.
fn sentence(line: &str, is_title: bool) -> Option<usize> {
    let name = &line[..line.find(": ")?];
    let is_note = name.contains(['=', '╰', '├']) && !name.contains(['|', '│']);
    (is_title || is_note).then_some(name.len() + ": ".len())
}

fn folded((name, sentence): (&str, &str), lead: usize, width: usize) -> String {
    let start = lead + display_width(name);
    let indent = if start * 2 <= width { start } else { INDENT };
    let (others, edge) = (width - indent, format!("\n{}", " ".repeat(indent)));
    match width.checked_sub(start).filter(|first| *first >= LEAST) {
        Some(first) => format!("{name}{}", broken(sentence, [first, others], others).join(&edge)),
        None => format!("{}{edge}{}", name.trim_end(), broken(sentence, [others; 2], others).join(&edge)),
    }
}
