//! Data files of the program and of the user, outlines and wording tables, read straight into their types.

use serde::de::DeserializeOwned;

/// Why a data file cannot be read, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataFault {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// What the parser says, in its own English.
    pub problem: String,
}

/// Reads a data file.
///
/// # Errors
/// The first thing that is no YAML, or not what `T` has.
pub fn parse<T: DeserializeOwned>(text: &str) -> Result<T, DataFault> {
    serde_yaml::from_str(text).map_err(|error| {
        let (line, column) = error.location().map_or((1, 1), |place| (place.line(), place.column()));
        let said = error.to_string();
        let problem = said.rsplit_once(" at line ").map_or(said.as_str(), |(problem, _)| problem);
        DataFault { line, column, problem: problem.to_owned() }
    })
}
