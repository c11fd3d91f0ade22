//! What the documents list is what the program has: commands, keys and rules. `UPDATE=1` writes it.

use fazhi::message::Lang;
use fazhi::yaml::{keys, schema};
use serde_json::Value;

use crate::harness::{Fazhi, project};

mod diff;
mod rules_page;

const READMES: [(&str, Lang); 2] = [("README.md", Lang::En), ("README.zh-CN.md", Lang::Zh)];

#[test]
fn readmes_list_what_there_is() {
    for (name, lang) in READMES {
        let path = project(name);
        let found = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        let blocks = [("commands", commands(lang)), ("keys", key_list(lang))];
        let expected = blocks.iter().fold(found.clone(), |text, (block, content)| replaced(&text, block, content));
        keep(name, &expected);
    }
}

/// A document is what the code says, and with `UPDATE=1` it is made so.
pub fn keep(name: &str, expected: &str) {
    let path = project(name);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, expected).expect("documents can be written");
    } else {
        let found = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(found == expected, "{name} is not what the code says: UPDATE=1 cargo test generated");
    }
}

/// The text with the content of one generated block replaced.
fn replaced(text: &str, block: &str, content: &str) -> String {
    let (start, end) = (format!("<!-- generated: {block} -->\n"), "<!-- /generated -->");
    let (before, rest) = text.split_once(&start).unwrap_or_else(|| panic!("there is no block {block}"));
    let (_, after) = rest.split_once(end).expect("a block ends");
    format!("{before}{start}{content}{end}{after}")
}

/// The commands as the help lists them.
fn commands(lang: Lang) -> String {
    let help = Fazhi::new().env("FAZHI_LANG", lang.locale()).args(["--help"]).run().code(0).out();
    let heading = if lang == Lang::Zh { "命令：" } else { "Commands:" };
    let list: Vec<&str> =
        help.lines().skip_while(|line| *line != heading).skip(1).take_while(|line| !line.is_empty()).collect();
    assert!(list.len() > 8, "{help}");
    format!("```text\n{}\n```\n", list.join("\n"))
}

/// The keys, a row for each place they stand in.
fn key_list(lang: Lang) -> String {
    let schema: Value = serde_json::from_str(&schema::schema()).expect("the schema is JSON");
    let mut rows = vec![("", &schema)];
    let definitions = schema["definitions"].as_object().expect("the schema has definitions");
    rows.extend(definitions.iter().map(|(name, definition)| (name.as_str(), definition)));
    let mut text = match lang {
        Lang::Zh => "| 位置 | 键名 |\n|---|---|\n".to_owned(),
        Lang::En => "| in | keys |\n|---|---|\n".to_owned(),
    };
    let mut listed = 0;
    for (name, definition) in rows {
        let Some(properties) = properties(definition) else { continue };
        let place = match (name, lang) {
            ("", Lang::Zh) => "顶层".to_owned(),
            ("", Lang::En) => "top level".to_owned(),
            (name, Lang::En) => place_of(name).0.to_owned(),
            (name, Lang::Zh) => place_of(name).1.to_owned(),
        };
        // The schema has every name of a key; each is listed once, by its first.
        let words =
            properties.keys().filter_map(|key| keys::word(keys::Domain::Key, key).filter(|word| word.en == *key));
        let list: Vec<String> = words
            .map(|word| match lang {
                Lang::Zh => format!("{} `{}`", word.zh, word.en),
                Lang::En => format!("`{}` {}", word.en, word.zh),
            })
            .collect();
        listed += list.len();
        text.push_str(&format!("| {place} | {} |\n", list.join(" · ")));
    }
    assert!(listed > 80, "only {listed} keys");
    text
}

/// The properties of a definition, be it a map or one of several shapes.
fn properties(definition: &Value) -> Option<&serde_json::Map<String, Value>> {
    let shapes = definition["anyOf"].as_array().into_iter().flatten();
    std::iter::once(definition).chain(shapes).find_map(|shape| shape["properties"].as_object())
}

/// Where the keys of a type stand.
fn place_of(definition: &str) -> (&'static str, &'static str) {
    match definition {
        "Allow" => ("`allow`", "免检"),
        "Annex" => ("`annexes`", "附件"),
        "Edition" => ("`editions`", "版本"),
        "Figure" => ("a figure", "数据的详细写法"),
        "Group" => ("a group of figures", "数据分组"),
        "Head" => ("`report`", "报告"),
        "Imprint" => ("`imprint`", "版记"),
        "Layout" => ("`layout`", "排版"),
        "Letterhead" => ("`letterhead`", "版头"),
        "Measure" => ("`measures`", "条目"),
        "Publication" => ("`publication`", "发布信息"),
        "Section" => ("`sections`", "章节"),
        "Style" => ("`style`", "格式"),
        other => panic!("{other} has keys and no place in the READMEs"),
    }
}
