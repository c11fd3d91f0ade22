//! What a rule is.

use crate::diagnostic::{Finding, Findings, Severity, Where};
use crate::message::Message;
use crate::rules::{Context, comment_left, hidden_text, nonstandard_style, stale_text, tracked_changes};

/// Where a rule comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authority {
    /// 法律法规
    Law,
    /// 党内法规
    PartyRegulation,
    /// 国家标准
    Standard,
    /// 地方指引
    Guide,
    /// 惯例
    Custom,
    /// The file format of this program.
    Format,
}

/// A rule: what it is called, how grave, where it comes from, how it is seen, and how it is checked.
///
/// Its sentences stand in `locales/` under `rules.NAME`: `summary`, `message`, `why`, `help`.
pub struct Rule {
    /// `FZ201`; never reused.
    pub code: &'static str,
    /// Reads well after "allow", names the fault: `total-mismatch`.
    pub name: &'static str,
    pub severity: Severity,
    pub authority: Authority,
    /// Not part of a run unless selected.
    pub opt_in: bool,
    /// A small report file that yields exactly this finding.
    pub bad: &'static str,
    /// The same, mended: it yields nothing.
    pub good: &'static str,
    pub check: fn(&Context, &mut Findings),
}

impl Rule {
    /// Whether it speaks of the file itself, its keys and its YAML; a file with such an error is not rendered.
    pub fn is_shape(&self) -> bool {
        self.code.starts_with("FZ0")
    }

    /// Whether its findings are hints, all of them: that a style cannot be read is a warning of a rule that hints.
    pub fn tells_only_hints(&self) -> bool {
        self.severity == Severity::Hint && self.code != nonstandard_style::RULE.code
    }

    /// Whether it looks at what a Word file holds beside its text; its examples show that in braces: {批注：…}.
    pub fn is_of_word(&self) -> bool {
        [&hidden_text::RULE, &tracked_changes::RULE, &comment_left::RULE].iter().any(|rule| rule.code == self.code)
    }

    /// Whether it asks for what a whole report has: contents, and a frame with year and dates.
    pub(crate) fn is_on_whole_reports(&self) -> bool {
        self.code.starts_with("FZ1") || self.code.starts_with("FZ30")
    }

    /// Last year's report that stands beside the examples of a rule that looks back.
    pub fn last_year(&self) -> Option<&'static str> {
        (self.code == stale_text::RULE.code).then_some(stale_text::LAST_YEAR)
    }

    /// A finding of this rule with the message `rules.NAME.message`.
    pub fn finding(&self, at: Where) -> Finding {
        let say = |what: &str| Message::new(format!("rules.{}.{what}", self.name));
        Finding {
            code: self.code,
            name: self.name,
            severity: self.severity,
            message: say("message"),
            why: say("why"),
            help: say("help"),
            at,
            related: Vec::new(),
            fix: Vec::new(),
        }
    }
}
