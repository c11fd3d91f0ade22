//! Every sentence exists in both languages, with the same arguments, and every sentence is said somewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Every sentence of a locale by its full key.
fn sentences(locale: &str) -> BTreeMap<String, String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(format!("{locale}.yml"));
    let text = std::fs::read_to_string(path).expect("the locale is there");
    let value: serde_yaml::Value = serde_yaml::from_str(&text).expect("the locale is YAML, with every key once");
    let mut sentences = BTreeMap::new();
    flatten("", &value, &mut sentences);
    sentences.remove("_version");
    assert!(sentences.len() > 150, "only {} sentences in {locale}", sentences.len());
    sentences
}

fn flatten(path: &str, value: &serde_yaml::Value, sentences: &mut BTreeMap<String, String>) {
    match value {
        serde_yaml::Value::Mapping(map) => {
            for (key, value) in map {
                let key = key.as_str().expect("keys are texts");
                let path = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
                flatten(&path, value, sentences);
            }
        }
        serde_yaml::Value::String(text) => {
            sentences.insert(path.to_owned(), text.clone());
        }
        other => {
            sentences.insert(path.to_owned(), format!("{other:?}"));
        }
    }
}

/// The names in `%{…}`.
fn arguments(sentence: &str) -> BTreeSet<&str> {
    sentence.split("%{").skip(1).filter_map(|rest| rest.split('}').next()).collect()
}

/// Every Rust file below `src`, without its comments.
fn sources() -> Vec<(String, String)> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("the folder is there") {
            let path = entry.expect("the entry can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).expect("source is UTF-8");
                let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
                files.push((path.display().to_string(), code.collect::<Vec<_>>().join("\n")));
            }
        }
    }
    files
}

/// The string literals in `text` that look like a key of one of the areas, up to their first `{` or their end.
fn keys_in<'a>(text: &'a str, areas: &BTreeSet<&str>) -> Vec<(&'a str, bool)> {
    let starts = text.match_indices('"').map(|(at, _)| &text[at + 1..]);
    starts
        .filter_map(|rest| {
            let length = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "._-".contains(c)))?;
            let (area, below) = rest[..length].split_once('.')?;
            let whole = rest[length..].starts_with('"');
            let is_key = areas.contains(area) && !(whole && below.is_empty()) && !below.ends_with(".rs");
            (is_key && (whole || rest[length..].starts_with('{'))).then_some((&rest[..length], whole))
        })
        .collect()
}

#[test]
fn both_languages_have_the_same_sentences() {
    let (chinese, english) = (sentences("zh-CN"), sentences("en"));
    let missing = |of: &BTreeMap<String, String>, other: &BTreeMap<String, String>| {
        other.keys().filter(|key| !of.contains_key(*key)).cloned().collect::<Vec<_>>()
    };
    assert_eq!(missing(&english, &chinese), Vec::<String>::new(), "in zh-CN only");
    assert_eq!(missing(&chinese, &english), Vec::<String>::new(), "in en only");
    for (key, sentence) in &chinese {
        assert_eq!(arguments(sentence), arguments(&english[key]), "arguments of {key}");
    }
}

#[test]
fn a_sentence_written_twice_is_refused() {
    // Git merges the locales by keeping the lines of both sides: nothing else would tell which of the two is said.
    for locale in ["zh-CN", "en"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(format!("{locale}.yml"));
        let text = std::fs::read_to_string(path).expect("the locale is there");
        let line = text.lines().find(|line| line.starts_with("  written:")).expect("a sentence of one line");
        let doubled = text.replace(line, &format!("{line}\n{line}"));
        let refused = serde_yaml::from_str::<serde_yaml::Value>(&doubled).expect_err("a key stands there twice");
        assert!(refused.to_string().contains("written"), "{locale}: {refused}");
    }
}

#[test]
fn every_key_in_the_code_is_a_sentence_and_every_sentence_is_said() {
    let sentences = sentences("zh-CN");
    let areas: BTreeSet<&str> = sentences.keys().filter_map(|key| key.split('.').next()).collect();
    let files = sources();
    let (mut exact, mut prefixes) = (BTreeSet::new(), BTreeSet::new());
    for (file, text) in &files {
        for (key, whole) in keys_in(text, &areas) {
            if whole {
                let is_branch = sentences.keys().any(|sentence| sentence.starts_with(&format!("{key}.")));
                assert!(sentences.contains_key(key) || is_branch, "{file}: no locale has {key}");
                exact.insert(key);
            } else {
                prefixes.insert(key);
            }
        }
    }
    assert!(files.len() > 60, "only {} files scanned", files.len());
    assert!(exact.len() > 30, "only {} keys found", exact.len());
    let unsaid = sentences.keys().filter(|key| {
        let said = exact.contains(key.as_str()) || prefixes.iter().any(|prefix| key.starts_with(prefix));
        !said && !key.starts_with("rules.")
    });
    assert_eq!(unsaid.collect::<Vec<_>>(), Vec::<&String>::new(), "no code says them");
    let variants = sentences.keys().filter(|key| key.starts_with("rules."));
    let unsaid = variants.filter(|key| !is_said_by_its_rule(key, &files, &exact));
    assert_eq!(unsaid.collect::<Vec<_>>(), Vec::<&String>::new(), "no rule says them");
}

#[test]
fn programs_get_messages_in_english() {
    let failed: Box<dyn std::error::Error> = fazhi::message!("cli.file.not-found", path = "甲.yaml").into();
    assert_eq!(failed.to_string(), "there is no file 甲.yaml; check the name and the folder");
}

/// `rules.NAME.VARIANT`: the four usual sentences, or one that the rule's file names.
fn is_said_by_its_rule(key: &str, files: &[(String, String)], exact: &BTreeSet<&str>) -> bool {
    let mut steps = key.split('.').skip(1);
    let (Some(name), Some(variant)) = (steps.next(), steps.next()) else { return false };
    let file = format!("{}.rs", name.replace('-', "_"));
    let source = files.iter().find(|(path, _)| path.ends_with(&file));
    let usual = ["summary", "message", "why", "help"].contains(&variant);
    exact.contains(key) || source.is_some_and(|(_, text)| usual || text.contains(&format!("\"{variant}\"")))
}
