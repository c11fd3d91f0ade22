use std::collections::HashSet;
use std::ops::Range;

use jiff::ToSpan;

use super::questions::around::{before, clause, has_any, sentence};
use super::questions::timely::{Days, grade, is_text};
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity};
use crate::wording::{self, Entry, Law, titles};

/// A law, or a revision, is cited before it was passed, or applied before it was in force.
///
/// Of a law that is passed and not yet in force it is right to learn, to teach and to prepare.
pub const RULE: Rule = Rule {
    code: "FZ325",
    name: "law-before-force",
    severity: Severity::Warning,
    authority: Authority::Law,
    opt_in: false,
    bad: sample!(measure: "严格按照新修订的《中华人民共和国行政复议法》办理案件。"),
    good: sample!(measure: "举办新修订的《中华人民共和国行政复议法》专题培训。"),
    check,
};

/// Words of a sentence that speaks of a law to come.
const DRAFT: [&str; 7] = ["草案", "征求意见", "立法", "起草", "即将", "修改意见", "修订意见"];
/// Words of a sentence that prepares for a law.
const PREPARING: [&str; 12] =
    ["学习", "宣传", "贯彻", "准备", "培训", "宣贯", "即将", "将于", "起施行", "解读", "普法", "衔接"];
/// What stands right before a law that is applied.
const APPLIED: [&str; 7] = ["严格执行", "严格按照", "按照", "依照", "依据", "根据", "依"];
/// What stands right after it.
const SINCE: [&str; 5] = ["施行以来", "实施以来", "施行后", "实施后", "正式实施"];
/// What stands before a revised law.
const REVISED: [&str; 8] = ["新修订的", "新修订", "新修正的", "新修改的", "修订后的", "修正后的", "修改后的", "新"];

fn check(context: &Context, findings: &mut Findings) {
    let Some(days) = Days::of(context) else { return };
    let mut told = HashSet::new();
    for (passage, sightings) in context.each_sighted().filter(|(passage, _)| is_text(passage)) {
        let text = &passage.plain.text;
        let revised = sightings.longest(|entry| matches!(entry, Entry::RevisedLaw(_)).then_some(()));
        let bare = revised.map(|(range, ())| range).filter(|range| is_bare(text, range));
        for range in titles(text, LONGEST).chain(bare) {
            let Some((index, law)) = find(text, &range, days.year) else { continue };
            let Some((variant, severity)) = judge(law, text, &range, days.limit(passage)) else { continue };
            if told.insert(index) {
                let edition = if law.edition.is_empty() { String::new() } else { format!("（{}）", law.edition) };
                let finding = RULE.finding(passage.plain.locate(range.clone())).saying(variant).graded(severity);
                let finding = finding.with("law", law.name).with("edition", edition);
                let passed = law.passed.unwrap_or(law.in_force);
                findings.push(finding.with("passed", passed).with("in_force", law.in_force).with("year", days.year));
            }
        }
    }
}

/// Longer ones are no titles of laws.
const LONGEST: usize = 200;

/// 新修订的行政复议法: a law said to be revised, without its marks.
fn is_bare(text: &str, range: &Range<usize>) -> bool {
    let lead = before(text, range.start).trim_end_matches("中华人民共和国");
    let goes_on = ["实施", "》", "典", "律"].iter().any(|word| text[range.end..].starts_with(word));
    !goes_on && REVISED.iter().any(|word| lead.ends_with(word))
}

/// The law a title names, where it is a first version or is said to be the revision.
fn find(text: &str, title: &Range<usize>, year: i16) -> Option<(usize, &'static Law)> {
    let words = &text[title.clone()];
    let name = words.strip_prefix("中华人民共和国").unwrap_or(words);
    let (name, edition) = name.split_once(['（', '(']).unwrap_or((name, ""));
    let (index, law) = wording::law(name)?;
    if law.edition.is_empty() {
        return edition.is_empty().then_some((index, law));
    }
    // An earlier revision was new once, too.
    let is_new =
        REVISED.iter().any(|word| lead(text, title).ends_with(word)) && year >= law.in_force.year().saturating_sub(2);
    // 《突发事件应对法》（2024年修订）
    let behind = text[title.end..].trim_start_matches('》').trim_start_matches(['（', '(']);
    let ahead = lead(text, title).trim_end_matches('的');
    let is_named = edition.starts_with(law.edition) || behind.starts_with(law.edition) || ahead.ends_with(law.edition);
    (is_new || is_named).then_some((index, law))
}

/// What stands before a title and its mark.
fn lead<'t>(text: &'t str, title: &Range<usize>) -> &'t str {
    before(text, title.start).trim_end_matches("中华人民共和国").trim_end_matches('《')
}

fn judge(law: &Law, text: &str, title: &Range<usize>, limit: jiff::civil::Date) -> Option<(&'static str, Severity)> {
    let sentence = sentence(text, title);
    if law.is_in_force(limit) {
        return None;
    }
    // Laws take a year at most from the vote to their force: what is further off was certainly not passed.
    let is_far = limit.checked_add(1.year()).is_ok_and(|later| law.in_force > later);
    if is_far || law.passed.is_some_and(|passed| passed > limit) {
        // Towns and provinces have rules of the same name; only the nation has laws.
        let is_national = law.name.ends_with('法') || law.name.ends_with("法典");
        let severity = if is_far && is_national { grade(RULE.severity, law.sure) } else { Severity::Hint };
        let variant = if law.passed.is_some() { "unknown" } else { "message" };
        // 出台惠企措施 in another clause is not the law's.
        let is_draft = has_any(sentence, &DRAFT) || clause(text, title).contains("出台");
        return (!is_draft).then_some((variant, severity));
    }
    let lead = lead(text, title);
    let lead = REVISED.iter().find_map(|word| lead.strip_suffix(word)).unwrap_or(lead);
    let rest = text[title.end..].trim_start_matches('》');
    let is_applied = APPLIED.iter().any(|word| lead.ends_with(word)) || SINCE.iter().any(|word| rest.starts_with(word));
    (is_applied && !has_any(sentence, &PREPARING)).then_some(("message", grade(RULE.severity, law.sure)))
}
