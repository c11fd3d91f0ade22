//! The examples as they are published: what is right in the report file is right on the page.

use std::collections::BTreeMap;

use crate::harness::{Fazhi, examples};

#[test]
fn the_published_examples_are_accused_of_nothing() {
    let mut told: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for path in examples() {
        let path = path.display().to_string();
        let rendered = Fazhi::new().args(["render", &path, "--to", "txt,md,html", "-o", "."]).run().code(0);
        let files: Vec<String> = rendered
            .files()
            .into_iter()
            .filter(|name| name.ends_with("txt") || name.ends_with("md") || name.ends_with("html"))
            .collect();
        assert_eq!(files.len(), 3, "{files:?}");
        let arguments = ["check", ".", "--format", "json", "--today", "2026-03-01", "--lang", "zh"];
        let checked = rendered.again().args(arguments).run();
        let answer: serde_json::Value = serde_json::from_str(&checked.out()).expect("it is JSON");
        for finding in answer["findings"].as_array().expect("findings") {
            let text = |key: &str| finding[key].as_str().expect("a text").to_owned();
            told.entry(text("file")).or_default().push(format!("{} {}", text("severity"), text("name")));
        }
    }
    let hints = vec!["hint absent-figures".to_owned()];
    let expected: BTreeMap<String, Vec<String>> =
        ["html", "md", "txt"].map(|form| (format!("./jiaxian-2021.{form}"), hints.clone())).into();
    assert_eq!(told, expected);
}
