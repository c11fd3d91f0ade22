//! Where YAML cannot be read: what the person meant, and the line as it must be written.

use super::line::{Line, closing, quoted};
use super::slip::{SlipKind, SyntaxFault};
use crate::source::{Edit, Span};

/// A syntax error in a person's words.
#[derive(Debug, PartialEq)]
pub struct Diagnosis {
    pub kind: SlipKind,
    pub span: Span,
    pub fix: Vec<Edit>,
}

/// Explains the parser's error at an offset of the text.
pub fn diagnose(text: &str, offset: usize, said: &str) -> Diagnosis {
    let line = Line::at(text, offset);
    let is_first = text[line.start..offset.max(line.start).min(text.len())].trim().is_empty();
    if let Some(diagnosis) = by_line(&line, said) {
        return diagnosis;
    }
    if said.contains("tab") {
        let next = Line::at(text, line.start + line.text.len() + 1);
        if let Some(diagnosis) = by_line(&next, said) {
            return diagnosis;
        }
    }
    if let Some(diagnosis) = line.before(text).filter(|_| is_first).and_then(|line| by_line(&line, said)) {
        return diagnosis;
    }
    let (fault, line) = by_words(text, said, line);
    let body = line.text.trim();
    let start = line.start + line.text.len() - line.text.trim_start().len();
    Diagnosis {
        kind: SlipKind::Syntax { fault, line: None },
        span: Span::new(start, start + body.len()),
        fix: Vec::new(),
    }
}

/// What a line looks like.
fn by_line(line: &Line, said: &str) -> Option<Diagnosis> {
    let indent = &line.text[..line.text.len() - line.text.trim_start().len()];
    if indent.contains('\t') || said.contains("tab") && line.text.contains('\t') {
        return Some(whole_line(line, SyntaxFault::Tab, None));
    }
    let value = line.value();
    let first = value.chars().next()?;
    match first {
        '"' | '\'' => match closing(&value[1..], first) {
            Some(end) if goes_on(&value[1 + end..]) => Some(quote_value(line, SyntaxFault::TextAfterQuote)),
            Some(_) => None,
            None => Some(whole_line(line, SyntaxFault::OpenQuote, None)),
        },
        '{' | '[' if value.contains("${") => {
            let meant = quote_references(value);
            Some(rewritten(line, SyntaxFault::PlaceholderInFlow, &meant))
        }
        '{' | '[' => match closing_bracket(value) {
            Some(end) if goes_on(&value[end..]) => Some(quote_value(line, SyntaxFault::LeadingMark(first))),
            Some(_) => None,
            None => Some(whole_line(line, SyntaxFault::OpenBracket, None)),
        },
        '|' | '>' if said.contains("block scalar, did not") => Some(quote_value(line, SyntaxFault::LeadingMark(first))),
        '*' | '&' | '!' | '%' | '@' | '`' | ']' | '}' | ',' => Some(quote_value(line, SyntaxFault::LeadingMark(first))),
        _ if said.contains("flow") && value.contains("${") => {
            Some(whole_line(line, SyntaxFault::PlaceholderInFlow, None))
        }
        _ if said.contains("mapping values") && value.contains(": ") => {
            Some(rewritten(line, SyntaxFault::ColonInText, &value.replace(": ", "：")))
        }
        _ => None,
    }
}

/// Whether text other than a comment or the next entry follows.
fn goes_on(rest: &str) -> bool {
    let text = rest.trim_start();
    !text.is_empty() && !text.starts_with(['#', ':', ',', '}', ']'])
}

/// The offset after the bracket that closes the first one.
fn closing_bracket(value: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (index, character) in value.char_indices() {
        match character {
            '{' | '[' => depth += 1,
            '}' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return Some(index + character.len_utf8());
        }
    }
    None
}

/// A flow collection with every entry that holds a `${…}` in double quotation marks.
fn quote_references(value: &str) -> String {
    let mut meant = String::with_capacity(value.len() + 8);
    let mut entry = String::new();
    let flush = |entry: &mut String, meant: &mut String| {
        let text = entry.trim();
        if text.contains("${") && !text.starts_with(['"', '\'']) {
            let lead = entry.len() - entry.trim_start().len();
            meant.push_str(&entry[..lead]);
            meant.push_str(&format!("\"{text}\""));
        } else {
            meant.push_str(entry);
        }
        entry.clear();
    };
    let mut characters = value.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '$' if characters.peek() == Some(&'{') => {
                entry.push('$');
                for inside in characters.by_ref() {
                    entry.push(inside);
                    if inside == '}' {
                        break;
                    }
                }
            }
            ',' | '{' | '[' | '}' | ']' => {
                flush(&mut entry, &mut meant);
                meant.push(character);
            }
            ':' if characters.peek() == Some(&' ') => {
                flush(&mut entry, &mut meant);
                meant.push(':');
            }
            _ => entry.push(character),
        }
    }
    flush(&mut entry, &mut meant);
    meant
}

fn whole_line(line: &Line, fault: SyntaxFault, meant: Option<String>) -> Diagnosis {
    let body = line.text.trim_end();
    let start = line.text.len() - line.text.trim_start().len();
    let start = if fault == SyntaxFault::Tab { 0 } else { start.min(body.len()) };
    let span = Span::new(line.start + start, line.start + body.len());
    Diagnosis { kind: SlipKind::Syntax { fault, line: meant }, span, fix: Vec::new() }
}

/// The value in single quotation marks.
fn quote_value(line: &Line, fault: SyntaxFault) -> Diagnosis {
    rewritten(line, fault, &quoted(line.value()))
}

/// The line with its value written otherwise.
fn rewritten(line: &Line, fault: SyntaxFault, meant: &str) -> Diagnosis {
    let start = line.start + line.value;
    let span = Span::new(start, start + line.value().len());
    Diagnosis {
        kind: SlipKind::Syntax { fault, line: Some(line.with(meant)) },
        span,
        fix: vec![Edit { span, replacement: meant.to_owned() }],
    }
}

/// What the parser's words mean, and the line they are about.
fn by_words<'a>(text: &'a str, said: &str, line: Line<'a>) -> (SyntaxFault, Line<'a>) {
    let before = || line.before(text).unwrap_or(line);
    let has = |words: &str| said.contains(words);
    match () {
        () if has("comment intercepting") => (SyntaxFault::CommentInText, line),
        () if has("simple key expect") => (SyntaxFault::NoKey, before()),
        () if has("escape") || has("hexadecimal") => (SyntaxFault::Escape, line),
        () if has("unprintable") || has("byte order mark") => (SyntaxFault::Control, line),
        () if has("illegal placement") => (SyntaxFault::OpenBracket, before()),
        () if has("flow") || has("bracket") => (SyntaxFault::OpenBracket, line),
        () if has("quoted scalar") => (SyntaxFault::OpenQuote, line),
        () if has("expected key") || has("'-' indicator") || has("indent") || has("not allowed in this context") => {
            (SyntaxFault::Indent, line)
        }
        () => (SyntaxFault::Other(said.to_owned()), line),
    }
}
