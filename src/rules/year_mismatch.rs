use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity, Where};
use crate::model::year::named as years;
use crate::model::{OneOrMany, Section, Text, date};
use crate::yaml::keys::part_id;

/// Title, opening, heading, plan, number or date speak of another year: taken over from last year's file.
pub const RULE: Rule = Rule {
    code: "FZ301",
    name: "year-mismatch",
    severity: Severity::Warning,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: 云溪县人民政府
  年度: 2023
  成文日期: 2024-01-15
  标题: 云溪县人民政府关于2022年法治政府建设情况的报告
"),
    good: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: 云溪县人民政府
  年度: 2023
  成文日期: 2024-01-15
  标题: 云溪县人民政府关于2023年法治政府建设情况的报告
"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let Some(year) = context.year() else { return };
    let head = &context.report.report;
    let titles = head.editions.iter().flat_map(|edition| &edition.title).chain(&head.title);
    titles.for_each(|title| check_title(title, year, findings));
    context.report.preamble.iter().for_each(|preamble| check_opening(preamble, year, findings));
    let numbers = head.editions.iter().flat_map(|edition| &edition.number).chain(&head.number);
    numbers.for_each(|number| check_number(number, year, findings));
    let dates = head.editions.iter().flat_map(|edition| &edition.date).chain(&head.date);
    dates.for_each(|date| check_date(date, year, findings));
    // Where title and opening disagree, the headings may well be right.
    if findings.iter().all(|finding| finding.name != RULE.name) {
        context.report.sections.iter().for_each(|section| check_later(section, year, findings));
    }
    context.report.sections.iter().for_each(|section| check_section(section, Tense::Past, year, findings));
}

fn mismatch(at: Where, variant: &str, found: i16, expected: i16) -> crate::diagnostic::Finding {
    RULE.finding(at).saying(variant).with("found", i64::from(found)).with("expected", i64::from(expected))
}

fn check_title(title: &OneOrMany, year: i16, findings: &mut Findings) {
    let named: Vec<_> =
        title.iter().flat_map(|line| years(&line.value).into_iter().map(move |found| (line, found))).collect();
    if let [(line, (found, range)), ..] = &named[..]
        && named.iter().all(|(_, (found, _))| *found != year)
    {
        findings.push(mismatch(Where::Range(line.place, range.clone()), "message", *found, year));
    }
}

/// 现将……情况报告如下 names the year reported on, if any; and an opening that begins with a year begins with that one.
fn check_opening(preamble: &Text, year: i16, findings: &mut Findings) {
    let text = &preamble.value;
    let all = years(text);
    let start = text.rfind("现将").unwrap_or(text.len());
    let announced: Vec<_> = all.iter().filter(|(_, range)| range.start > start).collect();
    let begins = |range: &std::ops::Range<usize>| {
        let after = text[range.end..].trim_start_matches('年');
        text[..range.start].trim().is_empty() && after.starts_with(['，', ',', '度'])
    };
    let stale = match (&announced[..], &all[..]) {
        ([first, ..], _) => Some(*first).filter(|_| announced.iter().all(|(found, _)| *found != year)),
        ([], [first, ..]) => {
            Some(first).filter(|(_, range)| begins(range) && all.iter().all(|(found, _)| *found != year))
        }
        _ => None,
    };
    if let Some((found, range)) = stale {
        findings.push(mismatch(Where::Range(preamble.place, range.clone()), "opening", *found, year));
    }
}

/// 〔2024〕: a paper is numbered in the year it is signed in.
fn check_number(number: &Text, year: i16, findings: &mut Findings) {
    let Some(start) = number.value.find('〔').map(|at| at + '〔'.len_utf8()) else { return };
    let digits = number.value[start..].find('〕').map(|length| start..start + length);
    if let Some(range) = digits
        && let Ok(found) = number.value[range.clone()].trim().parse::<i16>()
        && ![year, year.saturating_add(1)].contains(&found)
    {
        findings.push(mismatch(Where::Range(number.place, range), "number", found, year.saturating_add(1)));
    }
}

/// Signed before the year's last quarter. The end of the year itself is early, but it happens.
fn check_date(typed: &Text, year: i16, findings: &mut Findings) {
    let early = date::parse(&typed.value).filter(|date| (date.year(), date.month()) < (year, 10));
    if let Some(date) = early {
        findings.push(mismatch(Where::Value(typed.place), "date", date.year(), year.saturating_add(1)));
    }
}

/// Which years a section may speak of.
#[derive(Clone, Copy, PartialEq)]
enum Tense {
    /// The year reported on.
    Past,
    /// The year after it: the plan.
    Future,
    /// Shortcomings and plan in one section.
    Both,
}

fn check_section(section: &Section, outer: Tense, year: i16, findings: &mut Findings) {
    let ids: Vec<&str> = section.part.iter().map(|name| part_id(name)).collect();
    let tense = match (ids.contains(&"plan"), ids.len()) {
        (true, 1) => Tense::Future,
        (true, _) => Tense::Both,
        (false, _) => outer,
    };
    section.heading.iter().for_each(|heading| check_heading(heading, tense, year, findings));
    if ids == ["plan"] {
        check_plan(section, year, findings);
    }
    section.sections.iter().for_each(|below| check_section(below, tense, year, findings));
}

/// Words that look back on purpose.
const BACKGROUND: [&str; 4] = ["以来", "以前", "自", "截至"];

fn check_heading(heading: &Text, tense: Tense, year: i16, findings: &mut Findings) {
    let named = years(&heading.value);
    let Some(&(latest, ref range)) = named.iter().max_by_key(|(found, _)| *found) else { return };
    let expected = if tense == Tense::Future { year.saturating_add(1) } else { year };
    if latest < expected && !BACKGROUND.iter().any(|word| heading.value.contains(word)) {
        findings.push(mismatch(Where::Range(heading.place, range.clone()), "heading", latest, expected));
    }
}

/// 2025年工作安排 over the plan for 2024: a heading that begins with a year later than its own.
fn check_later(section: &Section, year: i16, findings: &mut Findings) {
    let ids: Vec<&str> = section.part.iter().map(|name| part_id(name)).collect();
    let expected = match ids[..] {
        ["plan"] => year.saturating_add(1),
        ["achievements"] => year,
        _ => return,
    };
    let Some(heading) = &section.heading else { return };
    if let [(found, range)] = &years(&heading.value)[..]
        && *found > expected
        && heading.value[..range.start].trim().is_empty()
        && LATER.iter().any(|word| heading.value[range.end..].trim_start_matches('年').starts_with(word))
    {
        findings.push(mismatch(Where::Range(heading.place, range.clone()), "heading", *found, expected));
    }
}

/// What follows a year that a heading is about; 2025年前完成 is another matter.
const LATER: [&str; 9] = ["度", "推进", "法治", "工作", "主要", "重点", "下", "我", "依法"];

/// Words that speak of what is to come.
const INTENT: [&str; 6] = ["将", "计划", "打算", "拟", "重点做好", "继续"];

/// Bytes of a sentence in which its verb is looked for.
const SENTENCE: usize = 300;

/// A plan none of whose years lies ahead, with a sentence that opens with a year and tells what is to be done in it.
fn check_plan(section: &Section, year: i16, findings: &mut Findings) {
    let heading = section.heading.as_ref().map(|heading| heading.place);
    let texts: Vec<&Text> = section.prose().into_iter().filter(|text| Some(text.place) != heading).collect();
    if texts.iter().any(|text| years(&text.value).iter().any(|(found, _)| *found > year)) {
        return;
    }
    for text in texts {
        let stale = years(&text.value).into_iter().find(|(_, range)| {
            let opens = range.start == 0 || text.value[..range.start].ends_with(['。', '\n']);
            let near = text.value.floor_char_boundary((range.end + SENTENCE).min(text.value.len()));
            let sentence = text.value[range.end..near].split(['。', '\n']).next().unwrap_or_default();
            opens && INTENT.iter().any(|word| sentence.contains(word))
        });
        if let Some((found, range)) = stale {
            findings.push(mismatch(Where::Range(text.place, range), "plan", found, year.saturating_add(1)));
            return;
        }
    }
}
