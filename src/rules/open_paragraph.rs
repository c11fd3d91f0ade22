use super::noted::language;
use super::{Authority, Rule};
use crate::diagnostic::Severity;
use crate::language::{Fault, Kind};

/// A paragraph that ends with a comma, or with no mark at all. Many of them are lines that were broken by hand.
pub const RULE: Rule = Rule {
    code: "FZ434",
    name: "open-paragraph",
    severity: Severity::Hint,
    authority: Authority::Standard,
    opt_in: false,
    bad: sample!(measure: "开展案卷评查。结果通报全县，"),
    good: sample!(measure: "开展案卷评查。结果通报全县。"),
    check: |context, findings| {
        let kinds = [Kind::OpenParagraph, Kind::UnmarkedParagraph];
        let say = |fault: &Fault| if fault.kind == Kind::UnmarkedParagraph { "unmarked" } else { "message" };
        language::report_saying(context, &RULE, &kinds, say, findings);
    },
};
