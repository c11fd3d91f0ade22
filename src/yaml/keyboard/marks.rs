//! The marks of a Chinese keyboard that YAML or a placeholder would have in ASCII.

use super::Scanner;
use crate::characters::pairs;
use crate::source::Span;
use crate::yaml::slip::Stroke;

impl Scanner<'_> {
    /// Full-width digits of a number.
    pub(super) fn digits(&mut self, at: usize, value: &str) {
        let value = value.split(" #").next().unwrap_or(value);
        let mut rest = 0;
        while let Some(start) = value[rest..].find(is_wide_digit).map(|start| rest + start) {
            let run = &value[start..];
            let end = start + run.find(|each| !is_wide_digit(each) && each != '．').unwrap_or(run.len());
            self.change(Stroke::Digit, Span::new(at + start, at + end), ascii_digits(&value[start..end]));
            rest = end;
        }
    }

    /// `￥{`, `＄｛` and the like in running text, and full-width marks inside.
    pub(super) fn placeholders(&mut self, at: usize, text: &str) {
        if !self.has_wide_marks {
            return;
        }
        let mut rest = 0;
        while let Some(start) = text[rest..].find(['￥', '＄', '¥', '$']).map(|start| rest + start) {
            let sign = text[start..].chars().next().map_or(1, char::len_utf8);
            rest = start + sign;
            // `$${` prints `${`.
            if text[..start].ends_with('$') {
                continue;
            }
            let Some(brace) = text[rest..].chars().next().filter(|brace| matches!(brace, '{' | '｛')) else {
                continue;
            };
            let inside = rest + brace.len_utf8();
            let Some((length, close)) =
                text[inside..].char_indices().take(100).find(|(_, each)| matches!(each, '}' | '｝'))
            else {
                continue;
            };
            let end = inside + length;
            if !is_reference(&text[inside..end]) {
                continue;
            }
            if &text[start..inside] != "${" {
                self.change(Stroke::Placeholder, Span::new(at + start, at + inside), "${");
            }
            for (bar, _) in text[inside..end].match_indices('｜') {
                let bar = at + inside + bar;
                self.change(Stroke::Bar, Span::new(bar, bar + '｜'.len_utf8()), "|");
            }
            rest = end + close.len_utf8();
            if close == '｝' {
                self.change(Stroke::Placeholder, Span::new(at + end, at + rest), "}");
            }
        }
    }
}

/// Blanks that YAML does not know as such.
pub(super) fn is_wide_blank(character: char) -> bool {
    matches!(character, '\u{3000}' | '\u{a0}' | '\u{2002}' | '\u{2003}' | '\u{2007}' | '\u{202f}')
}

pub(super) fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\t') || is_wide_blank(character)
}

pub(super) fn is_colon(character: char) -> bool {
    matches!(character, '：' | '﹕' | '︰')
}

/// The columns a blank takes as indent: an ideographic one looks two wide.
pub(super) fn columns(blanks: &str) -> usize {
    blanks.chars().map(|blank| if blank == '\u{3000}' { 2 } else { 1 }).sum()
}

/// Whether a text may hold one of ￥ ＄ ¥ ｛ ｝ ｜, by its bytes.
pub(super) fn may_hold_wide_marks(text: &str) -> bool {
    // ￥ begins with EF BF, ｛ ｝ ｜ with EF BD, ¥ is C2 A5, and ＄ ends with BC 84, since ， begins as it does.
    let begins = |a: u8, b: u8| ((a == 0xef) & ((b == 0xbf) | (b == 0xbd))) | ((a == 0xc2) & (b == 0xa5));
    pairs::any(text, |a, b| begins(a, b) | ((a == 0xbc) & (b == 0x84)))
}

fn is_wide_digit(character: char) -> bool {
    ('０'..='９').contains(&character)
}

/// Full-width digits and points as ASCII ones.
fn ascii_digits(text: &str) -> String {
    text.chars()
        .map(|each| match each {
            '．' => '.',
            each => char::from_u32(u32::from(each) - u32::from('０') + u32::from('0')).unwrap_or(each),
        })
        .collect()
}

/// What may stand inside a placeholder: a path and filters.
fn is_reference(inside: &str) -> bool {
    !inside.trim().is_empty()
        && inside.chars().all(|each| {
            each.is_alphanumeric()
                || matches!(each, '_' | '·' | '.' | '|' | '｜' | '(' | ')' | '（' | '）' | ',' | '，' | ' ')
        })
}

#[cfg(test)]
mod tests {
    use super::may_hold_wide_marks;

    #[test]
    fn wide_marks_are_seen_in_their_bytes() {
        for mark in ["￥", "＄", "¥", "｛", "｝", "｜"] {
            assert!(may_hold_wide_marks(mark) && may_hold_wide_marks(&format!("共{mark}件")), "{mark}");
        }
        assert!(!may_hold_wide_marks("收到：${行政复议.收到|change}，（同比）增长29.17%；“放管服”改革工作。"));
    }
}
