use super::questions::personal::{self, Datum};
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity};
use crate::document::Passage;
use crate::document::passage::Kind;

/// Numbers that lead to a person: of identity cards, mobile phones, bank cards, vehicles. Hotlines, telephones of
/// offices, the line of contact under a text, codes of organs and papers are none.
pub const RULE: Rule = Rule {
    code: "FZ601",
    name: "personal-data",
    severity: Severity::Warning,
    authority: Authority::Law,
    opt_in: false,
    bad: sample!(measure: "为当事人（身份证号532301198509170016）办理法律援助。"),
    good: sample!(measure: "为当事人（身份证号5323**********0016）办理法律援助。"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for passage in context.each_passage().filter(|passage| !is_contact(passage)) {
        let text = &passage.plain.text;
        for (range, datum) in personal::find(text, context.year()) {
            let words = masked(&text[range.clone()]);
            findings.push(RULE.finding(passage.plain.locate(range)).saying(variant(datum)).with("words", words));
        }
    }
}

const fn variant(datum: Datum) -> &'static str {
    match datum {
        Datum::IdentityCard => "message",
        Datum::Mobile => "mobile",
        Datum::BankCard => "bank-card",
        Datum::Plate => "plate",
    }
}

/// Characters of a line of contact at most: a longer one is running text.
const LONGEST_CONTACT: usize = 60;

/// Whether a passage only says whom to ask: 附注, or a line under the text.
fn is_contact(passage: &Passage) -> bool {
    let words = passage.plain.text.trim_start_matches(|c: char| c.is_whitespace() || "（(".contains(c));
    let opens =
        || ["联系", "电话", "咨询", "办公电话", "承办", "经办", "责任编辑"].iter().any(|word| words.starts_with(word));
    passage.kind == Kind::Postscript || words.chars().count() <= LONGEST_CONTACT && opens()
}

/// The number as it may be repeated: what a finding prints is passed on.
fn masked(words: &str) -> String {
    let characters: Vec<char> = words.chars().collect();
    let last = characters.len().saturating_sub(2);
    let mask = |(index, &c): (usize, &char)| if (3..last).contains(&index) { '*' } else { c };
    characters.iter().enumerate().map(mask).collect()
}
