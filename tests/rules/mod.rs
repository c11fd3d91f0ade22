//! The table of rules.

use std::collections::BTreeSet;

use fazhi::message::{Lang, Message};
use fazhi::rules::{RULES, find};

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
fn every_rule_file_is_in_the_table() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    let shared = ["mod", "sample", "shape", "wording"];
    let files: BTreeSet<String> = std::fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("the entry can be read").path())
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .filter(|name| !shared.contains(&name.as_str()))
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
