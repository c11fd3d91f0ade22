//! The table of rules.

mod cases;
mod hostile;
mod questions;

use std::collections::BTreeSet;

use fazhi::diagnostic::Findings;
use fazhi::message::{Lang, Message};
use fazhi::project::{Project, Surroundings};
use fazhi::rules::{RULES, Rule, Selection, find};
use fazhi::source::SourceFile;

#[test]
fn codes_and_names_are_unique_lawful_and_in_order() {
    assert!(RULES.len() > 30);
    assert!(RULES.is_sorted_by(|a, b| a.code < b.code), "codes ascend");
    for rule in RULES {
        let digits = rule.code.strip_prefix("FZ").unwrap_or_default();
        assert!(digits.len() == 3 && digits.bytes().all(|byte| byte.is_ascii_digit()), "{}", rule.code);
        let lawful = rule.name.split('-').all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase()));
        assert!(lawful, "{}", rule.name);
        // A name is read after "allow": it names the fault, not the check and not the remedy.
        let remedy = ["check", "no", "use", "must", "should", "require", "valid", "ensure", "avoid", "fix"];
        assert!(!remedy.contains(&rule.name.split('-').next().unwrap_or_default()), "{}", rule.name);
        assert_eq!(find(rule.code).map(|found| found.name), Some(rule.name));
        assert_eq!(find(rule.name).map(|found| found.code), Some(rule.code));
    }
    let names: BTreeSet<_> = RULES.iter().map(|rule| rule.name).collect();
    assert_eq!(names.len(), RULES.len());
}

#[test]
fn every_file_is_a_rule_of_the_table() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    // What is no rule stands in a folder of its own, but for the table itself.
    let files: BTreeSet<String> = std::fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("the entry can be read").path())
        .filter(|path| path.is_file() && !path.ends_with("mod.rs"))
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect();
    let rules: BTreeSet<String> = RULES.iter().map(|rule| rule.name.replace('-', "_")).collect();
    assert_eq!(files, rules);
}

#[test]
fn every_rule_says_what_it_is_why_and_what_to_do_in_both_languages() {
    for rule in RULES {
        for what in ["summary", "why", "help"] {
            let key = format!("rules.{}.{what}", rule.name);
            let (chinese, english) = (Message::new(&key).text(Lang::Zh), Message::new(&key).text(Lang::En));
            assert!(chinese.chars().any(|c| c >= '\u{4e00}'), "{key}: {chinese}");
            assert!(english != key && english != chinese, "{key}: {english}");
        }
    }
}

#[test]
fn a_rule_of_an_instrument_names_it() {
    use fazhi::rules::Authority::{Custom, Format};
    for rule in RULES.iter().filter(|rule| !matches!(rule.authority, Custom | Format)) {
        let why = Message::new(format!("rules.{}.why", rule.name)).text(Lang::Zh);
        // Where the finding names it, the sentence leaves it open.
        let named = ["《", "GB/T", "%{"].iter().any(|mark| why.contains(mark));
        assert!(named, "{}: {why}", rule.name);
    }
}

/// A report file and what the rules say of it.
fn checked(text: &str, selection: &Selection) -> (Project, Findings) {
    checked_beside(None, text, selection)
}

/// The same with last year's report beside it.
fn checked_beside(last_year: Option<&str>, text: &str, selection: &Selection) -> (Project, Findings) {
    let previous = last_year.map(|text| SourceFile::new("上年.yaml", text));
    let surroundings = Surroundings { previous, ..Surroundings::default() };
    let project = Project::open(SourceFile::new("报告.yaml", text), &surroundings);
    let project = project.expect("the built-in outlines are there");
    let findings = project.check(selection, None);
    (project, findings)
}

/// The usual run, and what is only told when asked for.
fn selection_for(rule: &Rule) -> Selection {
    match rule.opt_in {
        true => Selection { select: vec![rule.code.to_owned()], ..Selection::default() },
        false => Selection::default(),
    }
}

#[test]
fn rules_that_tell_only_hints_tell_only_hints() {
    assert!(RULES.iter().filter(|rule| rule.tells_only_hints()).count() > 20);
    for rule in RULES {
        let selection = Selection { without_hints: true, ..selection_for(rule) };
        let (_, findings) = checked_beside(rule.last_year(), rule.bad, &selection);
        let is_told = findings.iter().any(|finding| finding.code == rule.code);
        assert!(rule.is_of_word() || is_told != rule.tells_only_hints(), "{}", rule.name);
    }
}

#[test]
fn every_bad_example_yields_exactly_its_rule_at_a_place() {
    // Those of Word files are tested with the published texts.
    for rule in RULES.iter().filter(|rule| !rule.is_of_word()) {
        let (project, findings) = checked_beside(rule.last_year(), rule.bad, &selection_for(rule));
        let found: Vec<_> = findings.iter().map(|finding| (finding.name, finding.message.text(Lang::Zh))).collect();
        let [finding] = &findings[..] else { panic!("{} yields {found:?}", rule.name) };
        assert_eq!(finding.name, rule.name, "{found:?}");
        let span = finding.at.span(&project.reading.places);
        let words = rule.bad.get(span.range()).unwrap_or_else(|| panic!("{} has no place", rule.name));
        assert!(!words.trim().is_empty(), "{} is at an empty place", rule.name);
        let related = finding.related.iter().map(|(_, words)| words);
        for message in [&finding.message, &finding.why, &finding.help].into_iter().chain(related) {
            for sentence in [Lang::Zh, Lang::En].map(|lang| message.text(lang)) {
                let is_whole = !sentence.contains("%{") && sentence != message.key && !sentence.is_empty();
                assert!(is_whole, "{}: {sentence}", rule.name);
            }
        }
    }
}

#[test]
fn every_good_example_yields_nothing() {
    for rule in RULES.iter().filter(|rule| !rule.is_of_word()) {
        let (_, findings) = checked_beside(rule.last_year(), rule.good, &selection_for(rule));
        let found: Vec<_> = findings.iter().map(|finding| (finding.name, finding.message.text(Lang::Zh))).collect();
        assert_eq!(found, [], "{}", rule.name);
    }
}

#[test]
fn a_report_not_signed_in_the_year_it_is_owed_is_late_once_the_day_is_past() {
    let found = |date: &str, today: &str| {
        let head = "类型: 政府, 层级: 县级, 地区: 甲县, 发文机关: 甲县人民政府, 年度: 2023, 主送: 市人民政府";
        let text = format!("报告: {{{head}{date}}}\n");
        let project = Project::open(SourceFile::new("报告.yaml", &text), &Surroundings::default()).expect("it opens");
        let findings = project.check(&Selection::default(), today.parse().ok());
        let late = findings.into_iter().filter(|finding| finding.name == "date-out-of-window");
        late.map(|finding| finding.message.text(Lang::Zh)).collect::<Vec<_>>()
    };
    let late = ["报送期限2024-03-01已过（今天2024-03-02），还没有成文日期"];
    assert_eq!(found("", "2024-03-02"), late);
    assert_eq!(found(", 成文日期: 待填", "2024-03-02"), late);
    assert_eq!(found("", "2024-03-01"), [""; 0]);
    // Typed into a file years later.
    assert_eq!(found("", "2026-11-22"), [""; 0]);
    assert_eq!(found(", 成文日期: 2024-02-20", "2024-03-02"), [""; 0]);
}
