//! Data files of the program and of the user, outlines and wording tables, read straight into their types.

use serde::de::DeserializeOwned;

use super::nearest::nearest;
use crate::message::Message;

/// Why a data file cannot be read, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataFault {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    pub problem: Message,
}

/// Reads a data file.
///
/// # Errors
/// The first thing that is no YAML, or not what `T` has.
pub fn parse<T: DeserializeOwned>(text: &str) -> Result<T, DataFault> {
    serde_yaml::from_str(text).map_err(|error| {
        let (line, column) = error.location().map_or((1, 1), |place| (place.line(), place.column()));
        let said = error.to_string();
        let said = said.rsplit_once(" at line ").map_or(said.as_str(), |(problem, _)| problem);
        DataFault { line, column, problem: problem(said) }
    })
}

/// What serde says, in the user's language where it is a common slip, else as serde says it.
fn problem(said: &str) -> Message {
    let mut names = said.split('`').skip(1).step_by(2);
    let first = names.next().unwrap_or_default();
    let slips = [
        ("unknown field `", "yaml.data_unknown_key"),
        ("unknown variant `", "yaml.data_unknown_value"),
        ("missing field `", "yaml.data_missing"),
        ("duplicate field `", "yaml.data_twice"),
    ];
    let Some((_, key)) = slips.iter().find(|(words, _)| said.contains(words)) else {
        return crate::message!("yaml.data_other", said = said);
    };
    let names: Vec<&str> = names.collect();
    match nearest(first, names.iter().copied()) {
        Some(near) => crate::message!("yaml.data_nearest", problem = crate::message!(*key, name = first), near = near),
        None => crate::message!(*key, name = first),
    }
}
