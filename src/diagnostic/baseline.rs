//! 已阅清单: findings that were looked at and dismissed, kept dismissed by their fingerprints.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Checked, Findings, fingerprint};
use crate::message::{Lang, Message};

/// A baseline file: fingerprints of dismissed findings, with a few words for whoever reads it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Baseline {
    /// Fingerprint to what was found.
    pub dismissed: BTreeMap<String, String>,
}

impl Baseline {
    /// All findings of some files.
    pub fn of(files: &[Checked], lang: Lang) -> Self {
        let words = |file: &Checked, index: usize| {
            let finding = &file.findings[index];
            format!("{} {}: {}", finding.code, finding.name, finding.message.text(lang))
        };
        let dismissed = files
            .iter()
            .flat_map(|file| {
                fingerprint::of_all(file).into_iter().enumerate().map(move |(at, mark)| (mark, words(file, at)))
            })
            .collect();
        Self { dismissed }
    }

    /// Reads a baseline file.
    ///
    /// # Errors
    /// A sentence that names the file and the line.
    pub fn read(name: &str, text: &str) -> Result<Self, Message> {
        serde_json::from_str(text).map_err(|error| {
            crate::message!("diagnostic.bad-baseline", path = name, line = error.line(), column = error.column())
        })
    }

    /// The file, with a line end.
    pub fn text(&self) -> String {
        serde_json::to_string_pretty(self).expect("texts under text keys always serialize") + "\n"
    }

    /// The findings of a file that are not in the baseline.
    pub fn left(&self, checked: &Checked) -> Findings {
        let marks = fingerprint::of_all(checked);
        let findings = checked.findings.iter().zip(marks);
        findings.filter(|(_, mark)| !self.dismissed.contains_key(mark)).map(|(finding, _)| finding.clone()).collect()
    }
}
