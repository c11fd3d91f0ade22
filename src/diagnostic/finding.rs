//! A finding: what is wrong, where, why, and what to do.

use serde::Serialize;

use crate::message;
use crate::message::{Argument, Message};
use crate::place::Where;
use crate::source::Edit;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// 建议: style, custom.
    Hint,
    /// 存疑: probably wrong.
    Warning,
    /// 错误: shape, the law, arithmetic.
    Error,
}

impl Severity {
    /// 错误, 存疑, 建议
    pub fn message(self) -> Message {
        match self {
            Self::Error => message!("diagnostic.error"),
            Self::Warning => message!("diagnostic.warning"),
            Self::Hint => message!("diagnostic.hint"),
        }
    }
}

/// One finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// `FZ201`
    pub code: &'static str,
    /// `total-mismatch`
    pub name: &'static str,
    pub severity: Severity,
    /// One terse sentence with the values in it, as written.
    pub message: Message,
    /// The instrument or the reason.
    pub why: Message,
    /// The next act.
    pub help: Message,
    pub at: Where,
    /// Other places that belong to it, each with a few words: the parts of a sum.
    pub related: Vec<(Where, Message)>,
    /// What `--fix` does.
    pub fix: Vec<Edit>,
}

impl Finding {
    /// With one more argument of its sentences.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Argument>) -> Self {
        let value = value.into();
        self.why = self.why.with(name, value.clone());
        self.help = self.help.with(name, value.clone());
        self.message = self.message.with(name, value);
        self
    }

    /// With another sentence of its rule: `rules.NAME.VARIANT`. Call it before [`with`](Self::with).
    #[must_use]
    pub fn saying(mut self, variant: &str) -> Self {
        self.message = Message::new(format!("rules.{}.{variant}", self.name));
        self
    }

    /// As grave as `severity`.
    #[must_use]
    pub fn graded(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// With another place that belongs to it.
    #[must_use]
    pub fn beside(mut self, at: Where, words: Message) -> Self {
        self.related.push((at, words));
        self
    }
}

/// Collects findings of a run.
pub type Findings = Vec<Finding>;
