//! Slips in words: the rule each belongs to, its message and its help.

use super::slip::{Expected, Found, Refused, SlipKind, Stroke, SyntaxFault};
use crate::message;
use crate::message::{Argument, Message};

/// A slip in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Description {
    /// The name of the rule: `unknown-key`.
    pub rule: &'static str,
    pub message: Message,
    pub help: Message,
}

/// The rule a kind of slip belongs to.
pub fn rule_name(kind: &SlipKind) -> &'static str {
    match kind {
        SlipKind::UnknownKey { .. } => "unknown-key",
        SlipKind::UnknownValue { .. } => "unknown-value",
        SlipKind::DuplicateKey { .. } => "duplicate-key",
        SlipKind::MissingKey { .. } => "missing-key",
        SlipKind::WrongType { .. } => "wrong-type",
        SlipKind::Syntax { .. } => "syntax-error",
        SlipKind::Refused { .. }
        | SlipKind::TooDeep { .. }
        | SlipKind::TooManyValues
        | SlipKind::TooLarge { .. }
        | SlipKind::TooManyFaults { .. } => "refused-yaml",
        SlipKind::Forbidden { .. } => "forbidden-character",
        SlipKind::Keyboard { .. } => "keyboard-slip",
        SlipKind::OtherName { .. } => "other-name",
        SlipKind::SwallowedLine { .. } => "swallowed-line",
        SlipKind::CutComment { .. } => "cut-comment",
        SlipKind::FoldedLine { .. } => "folded-line",
        SlipKind::SplitValue { .. } => "split-value",
        SlipKind::ColonInText { .. } => "colon-in-text",
    }
}

/// Characters nobody can see, by their codes.
pub fn codes(characters: &[char]) -> Vec<String> {
    characters.iter().map(|character| format!("U+{:04X}", u32::from(*character))).collect()
}

/// Puts a kind of slip into words.
pub fn describe(kind: &SlipKind) -> Description {
    let (message, help) = sentences(kind);
    Description { rule: rule_name(kind), message, help }
}

fn sentences(kind: &SlipKind) -> (Message, Message) {
    match kind {
        SlipKind::UnknownKey { key, nearest, known } => (
            match nearest {
                Some(nearest) => message!("yaml.unknown-key.near", key = key, nearest = *nearest),
                None => message!("yaml.unknown-key.far", key = key),
            },
            message!("yaml.unknown-key.help", known = known.clone()),
        ),
        SlipKind::UnknownValue { value, nearest, known } => (
            match nearest {
                Some(nearest) => message!("yaml.unknown-value.near", value = value, nearest = *nearest),
                None => message!("yaml.unknown-value.far", value = value),
            },
            message!("yaml.unknown-value.help", known = known.clone()),
        ),
        SlipKind::DuplicateKey { key, first, line } => (
            if key == first {
                message!("yaml.duplicate-key.same", key = key, line = *line)
            } else {
                message!("yaml.duplicate-key.other", key = key, first = first, line = *line)
            },
            message!("yaml.duplicate-key.help"),
        ),
        SlipKind::MissingKey { key } => {
            (message!("yaml.missing-key.message", key = *key), message!("yaml.missing-key.help", key = *key))
        }
        SlipKind::WrongType { expected, found, key } => wrong_type(*expected, *found, key.as_deref()),
        SlipKind::Syntax { fault, line } => syntax(fault, line.as_deref()),
        SlipKind::Refused { what } => {
            let name = refused_name(*what);
            (Message::new(format!("yaml.refused.{name}")), Message::new(format!("yaml.refused.help.{name}")))
        }
        SlipKind::TooDeep { depth } => {
            (message!("yaml.refused.too-deep", depth = *depth), message!("yaml.refused.help.too-deep"))
        }
        SlipKind::TooManyValues => {
            (message!("yaml.refused.too-many-values"), message!("yaml.refused.help.too-many-values"))
        }
        SlipKind::TooLarge { megabytes } => {
            (message!("yaml.refused.too-large", limit = *megabytes), message!("yaml.refused.help.too-large"))
        }
        SlipKind::TooManyFaults { count } => {
            (message!("yaml.refused.too-many-faults", count = *count), message!("yaml.refused.help.too-many-faults"))
        }
        SlipKind::Forbidden { characters } => (
            message!("rules.forbidden-character.message", characters = codes(characters)),
            message!("rules.forbidden-character.help"),
        ),
        SlipKind::Keyboard { stroke, count } => {
            let places: Argument = match count {
                0 | 1 => "".into(),
                _ => message!("yaml.keyboard.places", count = *count).into(),
            };
            let key = format!("yaml.keyboard.{}", stroke_name(*stroke));
            (Message::new(key).with("count", places), message!("yaml.keyboard.help"))
        }
        SlipKind::OtherName { typed, name } => (
            message!("yaml.other-name.message", typed = typed, name = *name),
            message!("yaml.other-name.help", name = *name),
        ),
        SlipKind::SwallowedLine { key, line } => {
            (message!("yaml.swallowed-line.message", key = key), message!("yaml.swallowed-line.help", line = line))
        }
        SlipKind::CutComment { cut, line } => {
            (message!("yaml.cut-comment.message", cut = cut), message!("yaml.cut-comment.help", line = line))
        }
        SlipKind::FoldedLine { line } => {
            (message!("yaml.folded-line.message"), message!("yaml.folded-line.help", line = line))
        }
        SlipKind::SplitValue { value, line } => {
            (message!("yaml.split-value.message", value = value), message!("yaml.split-value.help", line = line))
        }
        SlipKind::ColonInText { line } => {
            (message!("yaml.colon-in-text.message"), message!("yaml.colon-in-text.help", line = line))
        }
    }
}

fn wrong_type(expected: Expected, found: Found, key: Option<&str>) -> (Message, Message) {
    let expected = match expected {
        Expected::Text => "text",
        Expected::TextOrList => "text-or-list",
        Expected::List => "list",
        Expected::Map => "map",
        Expected::Figure => "figure",
        Expected::Integer => "integer",
        Expected::Year => "year",
    };
    let found = match found {
        Found::Text => "text",
        Found::List => "list",
        Found::Map => "map",
    };
    let say = |area: &str, name: &str| Message::new(format!("yaml.{area}.{name}"));
    (
        message!("yaml.wrong-type.message", expected = say("expected", expected), found = say("found", found)),
        say("wrong-type.help", expected).with("key", key.unwrap_or("…")),
    )
}

fn syntax(fault: &SyntaxFault, line: Option<&str>) -> (Message, Message) {
    let name = match fault {
        SyntaxFault::TextAfterQuote => "text-after-quote",
        SyntaxFault::LeadingMark(_) => "leading-mark",
        SyntaxFault::ColonInText => "colon-in-text",
        SyntaxFault::Tab => "tab",
        SyntaxFault::PlaceholderInFlow => "placeholder-in-flow",
        SyntaxFault::OpenQuote => "open-quote",
        SyntaxFault::OpenBracket => "open-bracket",
        SyntaxFault::NoKey => "no-key",
        SyntaxFault::Indent => "indent",
        SyntaxFault::CommentInText => "comment-in-text",
        SyntaxFault::Escape => "escape",
        SyntaxFault::Control => "control",
        SyntaxFault::Other(_) => "other",
    };
    let message = Message::new(format!("yaml.syntax.{name}"));
    let message = match fault {
        SyntaxFault::LeadingMark(mark) => message.with("mark", *mark),
        SyntaxFault::Other(detail) => message.with("detail", detail),
        _ => message,
    };
    let help = match line {
        Some(line) => message!("yaml.syntax.line", line = line),
        None => Message::new(format!("yaml.syntax.help.{name}")),
    };
    (message, help)
}

fn refused_name(what: Refused) -> &'static str {
    match what {
        Refused::Anchor => "anchor",
        Refused::Alias => "alias",
        Refused::Tag => "tag",
        Refused::MergeKey => "merge-key",
        Refused::SecondDocument => "second-document",
        Refused::ComplexKey => "complex-key",
    }
}

fn stroke_name(stroke: Stroke) -> &'static str {
    match stroke {
        Stroke::Colon => "colon",
        Stroke::Brace => "brace",
        Stroke::Comma => "comma",
        Stroke::Placeholder => "placeholder",
        Stroke::Bar => "bar",
        Stroke::Equals => "equals",
        Stroke::Indent => "indent",
        Stroke::ListMark => "list-mark",
        Stroke::ColonWithoutBlank => "colon-without-blank",
        Stroke::MarkWithoutBlank => "mark-without-blank",
        Stroke::Digit => "digit",
        Stroke::YearMark => "year-mark",
    }
}
