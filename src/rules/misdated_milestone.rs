use std::ops::Range;

use super::questions::around::before;
use super::questions::timely::{grade, is_text};
use super::{Authority, Context, Rule};
use crate::diagnostic::{Finding, Findings, Severity};
use crate::document::Passage;
use crate::model::day::Day;
use crate::model::year;
use crate::wording::{Entry, Topic, topics};

/// The first or the last year of a plan told of another year, 2023年是“八五”普法开局之年, or years behind it that are not
/// its own.
pub const RULE: Rule = Rule {
    code: "FZ329",
    name: "misdated-milestone",
    severity: Severity::Warning,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(measure: "2023年是“十四五”规划开局之年，组织案卷评查。"),
    good: sample!(measure: "2021年是“十四五”规划开局之年，2023年组织案卷评查。"),
    check,
};

/// What the first year of a plan is called, and the last.
const OPENING: [&str; 4] = ["开局之年", "开局年", "起步之年", "开局起步之年"];
const CLOSING: [&str; 4] = ["收官之年", "收官年", "最后一年", "决胜收官之年"];

/// What stands between a plan and its year: 规划的, 普法工作.
const BETWEEN: [&str; 12] =
    ["”", "》", "）", "规划", "时期", "普法", "工作", "实施", "全面", "的", "法治宣传教育", "发展"];

/// How the last clause before the plan begins, where the year is said to be it.
const IS: [&str; 9] = ["是", "也是", "又是", "既是", "更是", "还是", "正是", "正值", "恰逢"];

fn check(context: &Context, findings: &mut Findings) {
    let dated = |entry| match entry {
        Entry::Topic(index) => topics()[index].span.map(|span| (index, span)),
        _ => None,
    };
    for (passage, sightings) in context.each_sighted().filter(|(passage, _)| is_text(passage)) {
        let text = &passage.plain.text;
        for (range, (index, (first, last))) in sightings.longest(dated) {
            let topic = &topics()[index];
            let plan = name(topic, topic.words.first().copied().unwrap_or_default());
            if let Some(finding) = check_years(passage, &range, (first, last)) {
                findings.push(finding.with("plan", plan).graded(grade(RULE.severity, topic.sure)));
                continue;
            }
            let Some((word, end)) = milestone(text, range.end) else { continue };
            let due = if OPENING.contains(&word) { first } else { last };
            let Some((told, start)) = year_before(text, &range).filter(|(told, _)| *told != due) else { continue };
            // A plan that is passed late in its first year begins in the next for some.
            let is_late_start = due == first && told == first.saturating_add(1);
            let severity = if is_late_start { Severity::Hint } else { grade(RULE.severity, topic.sure) };
            let finding = RULE.finding(passage.plain.locate(start..end)).graded(severity);
            let plan = topic.words.first().copied().unwrap_or_default();
            findings
                .push(finding.with("told", told).with("plan", name(topic, plan)).with("due", due).with("what", word));
        }
    }
}

/// “八五”普法规划（2021—2026年）: years behind a plan that reach beyond its own. A place may plan for some of them.
fn check_years(passage: &Passage, plan: &Range<usize>, (first, last): (i16, i16)) -> Option<Finding> {
    let text = &passage.plain.text;
    let start = skip_between(text, plan.end);
    let inside = text[start..].strip_prefix(['（', '('])?;
    let years = &inside[..inside.find(['）', ')']).filter(|end| *end < LONGEST_SPAN)?];
    let (from, to) = years.trim_end_matches('年').split_once(['—', '-', '－', '–', '～', '至'])?;
    let year = |words: &str| words.trim_matches(|c: char| !c.is_ascii_digit()).parse::<i16>().ok();
    let (from, to) = (year(from)?, year(to)?);
    if first <= from && to <= last {
        return None;
    }
    let range = plan.start..text.len() - inside.len() + years.len() + '）'.len_utf8();
    let range = range.start..text.floor_char_boundary(range.end.min(text.len()));
    let finding = RULE.finding(passage.plain.locate(range)).saying("years");
    Some(finding.with("told", years).with("first", first).with("last", last))
}

/// Bytes of the years in brackets at most: 2021年—2025年.
const LONGEST_SPAN: usize = 30;

/// A plan as the message calls it.
fn name(topic: &Topic, plan: &str) -> String {
    if topic.words.iter().any(|word| word.contains("纲要")) { format!("《{plan}》") } else { plan.to_owned() }
}

/// Where what stands between a plan and its year ends.
fn skip_between(text: &str, mut at: usize) -> usize {
    while let Some(word) = BETWEEN.iter().find(|word| text[at..].starts_with(**word)) {
        at += word.len();
    }
    at
}

/// What a plan's year is called right behind it, and where that ends.
fn milestone(text: &str, at: usize) -> Option<(&'static str, usize)> {
    let at = skip_between(text, at);
    let word = OPENING.iter().chain(&CLOSING).find(|word| text[at..].starts_with(**word))?;
    Some((word, at + word.len()))
}

/// The year that is said to be it: named last in the sentence before the plan, and said to be something, while no other
/// plan is spoken of since.
fn year_before(text: &str, plan: &Range<usize>) -> Option<(i16, usize)> {
    let near = before(text, plan.start);
    let sentence = near.rsplit(['。', '；', '！', '\n']).next()?;
    // 周年 and 三年 are no years.
    let (told, range) = sentence.rmatch_indices('年').find_map(|(at, _)| {
        let day = Day::ending(sentence, at + '年'.len_utf8())?;
        Some((day.year?, day.range))
    })?;
    let said = sentence[range.end..].trim_end_matches(['“', '《', '的']);
    let clause = said.trim_start_matches('度').rsplit(['，', '、', ',']).next().unwrap_or_default();
    let is_said = IS.iter().any(|word| clause.starts_with(word)) || ["为", "作为"].contains(&clause);
    let is_of_other = ["五”", "五规划", "规划", "纲要"].iter().any(|word| said.contains(word));
    let is_own = is_said && !is_of_other && !year::ends_span(sentence, range.start);
    is_own.then_some((told, plan.start - (sentence.len() - range.start)))
}
