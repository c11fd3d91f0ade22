//! How many findings of each severity there are.

use serde::Serialize;

use super::{Finding, Severity};
use crate::message::Message;

/// The summary of a check.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    pub error: usize,
    pub warning: usize,
    pub hint: usize,
}

impl Counts {
    /// Counts the findings of one file.
    pub fn of(findings: &[Finding]) -> Self {
        let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
        Self { error: count(Severity::Error), warning: count(Severity::Warning), hint: count(Severity::Hint) }
    }

    /// Adds those of another file.
    pub fn add(&mut self, other: Self) {
        self.error += other.error;
        self.warning += other.warning;
        self.hint += other.hint;
    }

    /// Whether there is none at all.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// `3处错误，2处存疑，5条建议`
    pub fn message(&self) -> Message {
        if self.is_empty() {
            return crate::message!("diagnostic.clean");
        }
        crate::message!("diagnostic.summary", error = self.error, warning = self.warning, hint = self.hint)
    }
}
