//! Texts of Word as the file writes them: marks of Markdown escaped, placeholders that moved with their sentence kept.

use crate::document::text::escape;

/// What a sentence must have to be known again elsewhere, in characters.
const LEAST: usize = 6;

/// How stretches that were taken away are written.
#[derive(Default)]
pub(super) struct Written {
    /// As printed and as written, the longest first.
    moved: Vec<(String, String)>,
}

impl Written {
    /// Remembers how a stretch is written.
    pub fn remember(&mut self, printed: String, raw: String) {
        if printed.chars().count() >= LEAST {
            let at = self.moved.partition_point(|(other, _)| other.len() >= printed.len());
            self.moved.insert(at, (printed, raw));
        }
    }

    /// A text within a line.
    pub fn text(&self, text: &str, has_markup: bool) -> String {
        self.around(text, &|text| typed(text, has_markup))
    }

    /// A text that is a paragraph of its own.
    pub fn paragraph(&self, text: &str) -> String {
        self.around(text, &|text| escape(text).replace('\n', "\\\n").replace("${", "$${"))
    }

    fn around(&self, text: &str, escaped: &dyn Fn(&str) -> String) -> String {
        for (printed, raw) in &self.moved {
            if let Some((before, after)) = text.split_once(printed.as_str()) {
                let side = |text: &str| if text.is_empty() { String::new() } else { typed(text, true) };
                return format!("{}{raw}{}", side(before), side(after));
            }
        }
        escaped(text)
    }
}

fn typed(text: &str, has_markup: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '*' | '_' | '[' | ']' | '|' if has_markup => out.extend(['\\', c]),
            '\n' if has_markup => out.push_str("\\\n"),
            '\n' => out.push(' '),
            c => out.push(c),
        }
    }
    out.replace("${", "$${")
}
