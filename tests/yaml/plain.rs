//! The data files of the program, read without a YAML reader.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::path::Path;

use fazhi::outline::Outline;
use fazhi::outline::catalogue::{Relation, Supply};
use fazhi::prose::label::Quantities;
use fazhi::prose::periods::Span;
use fazhi::prose::subset::Pair;
use fazhi::prose::tables::{CategorySet, RateName};
use fazhi::yaml::{data, plain};
use serde::de::DeserializeOwned;

/// A file of `templates/` reads as a YAML reader reads it.
fn agrees<T: DeserializeOwned + Debug + PartialEq>(file: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates").join(file);
    let text = std::fs::read_to_string(path).expect("the file is text");
    let read: T = plain::parse(&text).unwrap_or_else(|fault| panic!("{file}: {fault}"));
    assert_eq!(read, data::parse(&text).expect("the file is YAML"), "{file}");
}

#[test]
fn every_file_reads_as_a_yaml_reader_reads_it() {
    agrees::<Outline>("outlines/2015-2020.yaml");
    agrees::<Outline>("outlines/2021-2025.yaml");
    agrees::<Vec<Supply>>("figures/usual.yaml");
    agrees::<Vec<Relation>>("figures/relations.yaml");
    agrees::<Vec<CategorySet>>("prose/categories.yaml");
    agrees::<Vec<RateName>>("prose/rates.yaml");
    agrees::<Vec<Pair>>("prose/subsets.yaml");
    agrees::<Quantities>("prose/quantities.yaml");
    agrees::<Vec<Span>>("prose/periods.yaml");
    agrees::<Vec<Vec<String>>>("language/repeated.yaml");
    agrees::<Vec<Vec<String>>>("language/unrepeated.yaml");
}

#[test]
fn the_forms_it_knows_read_as_in_yaml() {
    let text = r#"
# a remark
first:
  - [a, 'b, c', "", d e]
  -   [f]
second:
- 'it''s'
- "x: y"
- plain, with [signs]
third: {k: v}
fourth:
  fifth: '{sixth}: #'
"#;
    type Values = BTreeMap<String, serde_yaml::Value>;
    let read: Values = plain::parse(text).expect("it knows all of them");
    assert_eq!(read, data::parse(text).expect("it is YAML"));
    assert_eq!(plain::parse::<Vec<Option<u8>>>("- 1\n- 20\n").ok(), Some(vec![Some(1), Some(20)]));
}

#[test]
fn what_it_does_not_know_it_does_not_read() {
    type Scalars = BTreeMap<String, String>;
    for text in [
        "a: b # remark",
        "a: |\n  b",
        "a: >\n  b",
        "a: b\n  c",
        "a: [b",
        "a: {b: c",
        "a: \"b\\n\"",
        "a: 'b",
        "a: b\n c: d",
        "a",
        "a: {b}",
        "a: [b] c",
    ] {
        assert!(plain::parse::<Scalars>(text).is_err(), "{text}");
    }
}
