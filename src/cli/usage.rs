//! What is said about wrong arguments, in the user's language.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::Outcome;
use crate::message;
use crate::message::{Lang, Message};

/// Prints help and version where they were asked for, else what is wrong with the arguments of `command`.
pub fn answer(error: &clap::Error, command: Option<&str>, lang: Lang) -> Outcome {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // Nothing to do when the reader has gone away.
            let _ = error.print();
            Outcome::Done
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = error.print();
            Outcome::Failed
        }
        _ => {
            eprintln!("{}", explain(error).text(lang));
            if let Some(tip) = suggestion(error) {
                eprintln!("{}", tip.text(lang));
            }
            let called = command.map_or("fazhi".to_owned(), |command| format!("fazhi {command}"));
            eprintln!("{}", message!("cli.usage.more", called = called).text(lang));
            Outcome::Failed
        }
    }
}

fn explain(error: &clap::Error) -> Message {
    let value = |kind| context(error, kind);
    let argument = value(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::UnknownArgument => message!("cli.usage.unknown-argument", argument = argument),
        ErrorKind::InvalidSubcommand => {
            message!("cli.usage.unknown-command", command = value(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingSubcommand => message!("cli.usage.missing-command"),
        ErrorKind::MissingRequiredArgument => message!("cli.usage.missing-argument", argument = argument),
        ErrorKind::ArgumentConflict if value(ContextKind::PriorArg) == argument => {
            message!("cli.usage.given-twice", argument = argument)
        }
        ErrorKind::ArgumentConflict => {
            message!("cli.usage.conflict", argument = argument, other = value(ContextKind::PriorArg))
        }
        ErrorKind::InvalidValue if value(ContextKind::InvalidValue).is_empty() => {
            message!("cli.usage.missing-value", argument = argument)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let valid = contexts(error, ContextKind::ValidValue);
            let key = match () {
                () if argument.starts_with("--today") => "cli.usage.bad-day",
                () if valid.is_empty() => "cli.usage.bad-value",
                () => "cli.usage.bad-value-of",
            };
            message!(key, value = value(ContextKind::InvalidValue), argument = argument, valid = valid)
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            message!("cli.usage.wrong-count", argument = argument)
        }
        ErrorKind::NoEquals => message!("cli.usage.missing-value", argument = argument),
        ErrorKind::InvalidUtf8 => message!("cli.usage.not-utf8"),
        _ => message!("cli.usage.other"),
    }
}

/// What was probably meant. clap sorts by likeness, the nearest last.
fn suggestion(error: &clap::Error) -> Option<Message> {
    [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
        .into_iter()
        .find_map(|kind| contexts(error, kind).pop())
        .map(|suggested| message!("cli.usage.suggestion", suggested = suggested))
}

/// A piece of clap's context as text; several values joined by a blank.
fn context(error: &clap::Error, kind: ContextKind) -> String {
    contexts(error, kind).join(" ")
}

/// A piece of clap's context, value by value.
fn contexts(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::StyledStr(text)) => vec![text.to_string()],
        Some(ContextValue::StyledStrs(texts)) => texts.iter().map(ToString::to_string).collect(),
        Some(ContextValue::Number(number)) => vec![number.to_string()],
        _ => Vec::new(),
    }
}
