//! The rules: one fault a file, the table of them all, and the run.

use jiff::civil::Date;

use crate::compose::Composed;
use crate::diagnostic::{Finding, Findings, Severity, Where};
use crate::figures::Table;
use crate::message::Message;
use crate::model::Report;
use crate::outline::Outline;
use crate::place::Places;
use crate::source::SourceFile;
use crate::yaml::Slip;

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

/// What the rules look at.
pub struct Context<'a> {
    pub source: &'a SourceFile,
    pub places: &'a Places,
    pub report: &'a Report,
    /// Slips of shape and keyboard, met while reading.
    pub slips: &'a [Slip],
    pub outline: &'a Outline,
    /// No outline is in force in that year; the nearest was taken.
    pub outline_is_nearest: bool,
    pub table: &'a Table,
    /// Every edition composed, the first first.
    pub editions: &'a [Composed],
    /// Last year's report.
    pub previous: Option<&'a Report>,
    /// The day of the check; no rule asks the clock.
    pub today: Option<Date>,
}

/// Every rule, in code order.
pub const RULES: &[&Rule] = &[];

/// Which rules a run has.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Codes or names; every rule that is not opt-in when empty.
    pub select: Vec<String>,
    /// Codes or names left out.
    pub ignore: Vec<String>,
}

/// Runs the rules of a selection. Findings come in the order of the file; those the report allows are left out.
pub fn run(context: &Context, _selection: &Selection) -> Findings {
    let mut findings = Findings::new();
    for rule in RULES {
        (rule.check)(context, &mut findings);
    }
    findings
}
