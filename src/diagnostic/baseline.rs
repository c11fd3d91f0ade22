//! 已阅清单: findings that were looked at and dismissed, kept dismissed by their fingerprints.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Checked, Findings, fingerprint};
use crate::message::{Lang, Message};

/// A baseline file: by the file they were found in, fingerprints of dismissed findings, with a few words for whoever
/// reads it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Baseline {
    /// File to fingerprint to what was found.
    pub dismissed: BTreeMap<String, BTreeMap<String, String>>,
}

impl Baseline {
    /// All findings of some files.
    pub fn of(files: &[Checked], lang: Lang) -> Self {
        let mut dismissed: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
        for file in files {
            let of_file = dismissed.entry(name(file)).or_default();
            for (finding, mark) in file.findings.iter().zip(fingerprint::of_all(file)) {
                of_file.insert(mark, format!("{} {}: {}", finding.code, finding.name, finding.message.text(lang)));
            }
        }
        Self { dismissed }
    }

    /// With what another baseline dismisses.
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        for (file, dismissed) in &other.dismissed {
            let of_file = self.dismissed.entry(file.clone()).or_default();
            of_file.extend(dismissed.iter().map(|(mark, words)| (mark.clone(), words.clone())));
        }
        self
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

    /// The findings of a file that are not in the baseline. One that is checked alone is that of a baseline of one file
    /// whatever it is called: drafts are renamed from stage to stage.
    pub fn left(&self, checked: &Checked, is_alone: bool) -> Findings {
        let of_file = self.dismissed.get(&name(checked));
        let only = self.dismissed.values().next().filter(|_| is_alone && self.dismissed.len() == 1);
        let Some(dismissed) = of_file.or(only) else { return checked.findings.to_vec() };
        let marks = fingerprint::of_all(checked);
        let findings = checked.findings.iter().zip(marks);
        findings.filter(|(_, mark)| !dismissed.contains_key(mark)).map(|(finding, _)| finding.clone()).collect()
    }
}

/// A file as a baseline names it: the same on every system, however the path was typed.
fn name(file: &Checked) -> String {
    let name = file.source.name().replace('\\', "/");
    name.strip_prefix("./").unwrap_or(&name).to_owned()
}
