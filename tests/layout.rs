//! The walls of the house: who may name what, and that every folder has its tests.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A name, and the files or folders of `src` that may use it.
const WALLS: &[(&str, &[&str])] = &[
    ("tera::", &["writers/template.rs", "writers/template/"]),
    ("pulldown_cmark", &["document/text.rs", "document/text/"]),
    ("saphyr_parser", &["yaml/"]),
    ("serde_yaml", &["yaml/"]),
    ("clap::", &["cli/"]),
    ("clap_complete", &["cli/"]),
    ("std::fs", &["cli/", "writers/pdf/fonts.rs"]),
    ("std::env", &["cli/", "main.rs"]),
    ("std::io", &["cli/", "writers/", "readers/"]),
    ("Timestamp::now", &["cli/"]),
    ("quick_xml", &["writers/docx/", "readers/"]),
    ("typst", &["writers/pdf/"]),
    ("fontdb", &["writers/pdf/fonts.rs"]),
    ("zip::", &["writers/docx/", "readers/"]),
    ("scraper", &["readers/"]),
];

/// The modules of `src`, what others rest on first. Each may name those of earlier rows only, so that nothing goes round
/// in circles: a change of one can be felt in later rows alone.
const ROWS: &[&[&str]] = &[
    &["characters", "map", "message", "picture"],
    &["encoding"],
    &["source"],
    &["place"],
    &["diagnostic", "model"],
    &["yaml"],
    &["figures", "outline"],
    &["document", "wording"],
    &["compose", "language", "prose", "readers", "writers"],
    &["import", "scaffold"],
    &["published"],
    &["rules"],
    &["listings", "project"],
    &["compare", "next", "onto"],
    &["cli"],
];

/// Words that must not stay in the code.
const FORBIDDEN: &[&str] = &["todo!(", "unimplemented!(", "dbg!(", "#[ignore"];

/// Names that say nothing.
const EMPTY_NAMES: &[&str] = &["utils", "util", "helpers", "helper", "common", "manager", "misc"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// Every Rust file below a folder, with its path from there.
fn sources(folder: &str) -> Vec<(String, String)> {
    fn walk(root: &Path, folder: &Path, found: &mut Vec<(String, String)>) {
        for entry in std::fs::read_dir(folder).expect("the folder is there").flatten() {
            let path = entry.path();
            if path.is_dir() {
                walk(root, &path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(root).expect("below the root").to_string_lossy().replace('\\', "/");
                found.push((name, std::fs::read_to_string(&path).expect("sources are text")));
            }
        }
    }
    let root = root().join(folder);
    let mut found = Vec::new();
    walk(&root, &root, &mut found);
    found.sort();
    assert!(found.len() > 20, "{folder}: a guard that scans nothing guards nothing");
    found
}

/// The lines of a file that are code, numbered from 1: comments name what they like.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line))
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
}

#[test]
fn walls_stand() {
    let mut breaches = Vec::new();
    for (name, text) in sources("src") {
        for (word, allowed) in WALLS {
            if allowed.iter().any(|place| name == *place || (place.ends_with('/') && name.starts_with(place))) {
                continue;
            }
            breaches.extend(
                code(&text)
                    .filter(|(_, line)| line.contains(word))
                    .map(|(at, line)| format!("src/{name}:{at}: {line}")),
            );
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn every_wall_has_something_behind_it() {
    let sources = sources("src");
    for (word, _) in WALLS {
        assert!(sources.iter().any(|(_, text)| text.contains(word)), "nothing names {word}: take its wall down");
    }
}

/// The modules of the crate that a line of code names: `crate::yaml::keys`, `crate::{message, onto}`.
fn named(line: &str) -> impl Iterator<Item = &str> {
    let is_part = |c: char| c.is_ascii_lowercase() || c == '_';
    line.split("crate::").skip(1).flat_map(move |rest| {
        let group = rest.strip_prefix('{').and_then(|rest| rest.split('}').next());
        let names = group.map_or_else(|| vec![rest], |group| group.split(", ").collect());
        names.into_iter().map(move |name| name.split(|c| !is_part(c)).next().unwrap_or_default())
    })
}

#[test]
fn modules_name_only_those_they_rest_on() {
    let row = |module: &str| ROWS.iter().position(|row| row.contains(&module));
    let (mut modules, mut met, mut breaches) = (BTreeSet::new(), 0, Vec::new());
    let sources = sources("src");
    for (name, text) in &sources {
        let module = name.split('/').next().unwrap_or_default().trim_end_matches(".rs");
        if matches!(module, "lib" | "main") {
            continue;
        }
        modules.insert(module);
        let own = row(module).unwrap_or_else(|| panic!("{module} stands in no row of ROWS"));
        for (at, line) in code(text) {
            for other in named(line).filter(|other| *other != module) {
                met += 1;
                if row(other).is_some_and(|other| other >= own) {
                    breaches.push(format!("src/{name}:{at}: {line}"));
                }
            }
        }
    }
    assert!(met > 500, "only {met} names found");
    assert_eq!(ROWS.concat().into_iter().collect::<BTreeSet<_>>(), modules, "rows and modules");
    assert!(breaches.is_empty(), "these name what they may not know:\n{}", breaches.join("\n"));
}

#[test]
fn names_of_modules_are_found_in_a_line() {
    let found = |line| named(line).collect::<Vec<_>>();
    assert_eq!(found("use crate::yaml::keys::{self, Domain};"), ["yaml"]);
    assert_eq!(found("use crate::{message, onto};"), ["message", "onto"]);
    assert_eq!(found("f(crate::han(1), crate::message!(\"a\"))"), ["han", "message"]);
    assert_eq!(found("use super::keys;"), [""; 0]);
}

#[test]
fn nothing_is_left_undone() {
    let mut found = Vec::new();
    for folder in ["src", "tests"] {
        for (name, text) in sources(folder).into_iter().filter(|(name, _)| name != "layout.rs") {
            for word in FORBIDDEN {
                found.extend(
                    code(&text).filter(|(_, line)| line.contains(word)).map(|(at, _)| format!("{name}:{at}: {word}")),
                );
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn names_say_something() {
    for (name, _) in sources("src") {
        let bad = name.split('/').map(|part| part.trim_end_matches(".rs")).find(|part| EMPTY_NAMES.contains(part));
        assert_eq!(bad, None, "src/{name}");
    }
}

#[test]
fn every_folder_has_its_tests() {
    let mut folders: Vec<String> = sources("src")
        .into_iter()
        .filter_map(|(name, _)| name.split_once('/').map(|(folder, _)| folder.to_owned()))
        .collect();
    folders.dedup();
    for folder in &folders {
        assert!(root().join("tests").join(folder).is_dir(), "tests/{folder} is missing");
    }
}

#[test]
fn public_items_are_explained() {
    let mut bare = Vec::new();
    for (name, text) in sources("src") {
        let lines: Vec<&str> = text.lines().collect();
        for (index, line) in lines.iter().enumerate() {
            let item = line.trim_start();
            let public =
                ["pub fn ", "pub const fn ", "pub struct ", "pub enum ", "pub trait ", "pub const ", "pub static "]
                    .iter()
                    .any(|start| item.starts_with(start));
            let mut before = lines[..index].iter().rev().map(|line| line.trim_start());
            let documented = before.find(|line| !line.starts_with("#[") && !line.ends_with(")]"));
            if public && !documented.is_some_and(|line| line.starts_with("///")) {
                bare.push(format!("src/{name}:{}: {item}", index + 1));
            }
        }
    }
    assert!(bare.is_empty(), "{}", bare.join("\n"));
}

#[test]
fn modules_are_explained() {
    for (name, text) in sources("src") {
        // A rule's file says what it is at its RULE.
        let is_rule = name.starts_with("rules/") && text.contains("pub const RULE: Rule");
        assert!(is_rule || text.starts_with("//!"), "src/{name} does not say what it is");
    }
}

#[test]
fn the_project_keeps_to_itself() {
    let mut found = Vec::new();
    for folder in ["src", "tests"] {
        for (name, text) in sources(folder) {
            for word in ["/work/", "/root/", "/home/"] {
                if name != "layout.rs" && text.contains(word) {
                    found.push(format!("{folder}/{name}: {word}"));
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
