use std::ops::Range;

use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity};
use crate::document::passage::Kind;
use crate::document::{Passage, Role};

/// A report asks for approval or for means: that takes a 请示 of its own.
pub const RULE: Rule = Rule {
    code: "FZ313",
    name: "request-in-report",
    severity: Severity::Warning,
    authority: Authority::PartyRegulation,
    opt_in: false,
    bad: concat!(sample!(measure: "逐案评查行政处罚案卷。"), "结束语: 以上报告当否，请批示。\n"),
    good: concat!(sample!(measure: "逐案评查行政处罚案卷。"), "结束语: 以上报告，请审议。\n"),
    check,
};

/// Paragraphs at the end of the text in which a report speaks to whom it goes.
const LAST: usize = 2;

fn check(context: &Context, findings: &mut Findings) {
    for passages in context.passages() {
        let is_body = |passage: &Passage| matches!(passage.kind, Kind::Paragraph(_) | Kind::Item);
        let mut left = passages.iter().filter(|passage| is_body(passage)).count();
        for passage in passages.iter().filter(|passage| is_body(passage)) {
            let speaks = passage.kind == Kind::Paragraph(Role::Closing)
                || passage.parts.iter().any(|part| matches!(*part, "plan" | "shortcomings" | "other"))
                || left <= LAST;
            left -= 1;
            if speaks && !passage.is_repeated() {
                for range in requests(&passage.plain.text) {
                    let words = passage.plain.text[range.clone()].to_owned();
                    findings.push(RULE.finding(passage.plain.locate(range)).with("words", words));
                }
            }
        }
    }
}

/// What a clause begins with that asks for approval. 请审议, 请审阅 and 请批评指正 ask for none.
const APPROVAL: [&str; 16] = [
    "请予批准",
    "请予以批准",
    "请批准",
    "请予审批",
    "请予以审批",
    "请审批",
    "请批示",
    "请予批示",
    "请指示",
    "请予指示",
    "请批复",
    "请予批复",
    "请予以批复",
    "请予批转",
    "请批转",
    "请核准",
];
/// Words before them that belong to them.
const POLITE: [&str; 7] = ["恳", "敬", "谨", "特", "现", "并", "望"];
/// What a clause begins with that speaks of the report itself.
const SELF: [&str; 7] = ["以上", "妥否", "当否", "可否", "是否妥当", "如无不妥", "特此报告"];
/// What a clause begins with that asks for something named after it.
const ASK: [&str; 6] = ["恳请", "请求", "敬请", "特请", "恳求", "望请"];
/// What is then asked for.
const MEANS: [&str; 13] =
    ["批准", "审批", "批复", "批示", "解决", "资金", "经费", "编制", "拨付", "拨款", "追加", "给予支持", "予以支持"];

/// Clauses that ask for approval or for means, in the voice of the report: none in quotes.
fn requests(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if !text.contains(['请', '恳']) {
        return found;
    }
    let (mut start, mut quotes) = (0, 0_usize);
    for part in text.split_inclusive(['，', '。', '；', '！', '：', '\n', ',', ';']) {
        let range = start..start + part.len();
        start = range.end;
        let is_quoted = quotes > 0 || part.contains(['“', '”', '《', '》', '"']);
        quotes = (quotes + part.matches('“').count()).saturating_sub(part.matches('”').count());
        let clause = part.trim_matches(|c: char| c.is_whitespace() || "，。；！：,;".contains(c));
        if !is_quoted && asks(clause) {
            let from = range.start + part.find(clause).unwrap_or(0);
            found.push(from..from + clause.len());
        }
    }
    found
}

fn asks(clause: &str) -> bool {
    let plain = POLITE.iter().find_map(|word| clause.strip_prefix(word)).unwrap_or(clause);
    // 请批准后实施, 请审批部门…: what follows makes it a sentence about others.
    let is_whole = |word: &str| plain.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest == "为盼");
    let speaks_of_itself = SELF.iter().any(|word| clause.starts_with(word));
    APPROVAL.iter().any(|word| is_whole(word) || speaks_of_itself && clause.ends_with(word))
        || ASK.iter().any(|word| clause.starts_with(word)) && MEANS.iter().any(|word| clause.contains(word))
}
