use std::collections::BTreeSet;

use fazhi::yaml::keys::{Domain, words};
use fazhi::yaml::schema::schema;
use serde_json::Value;

fn parsed() -> Value {
    serde_json::from_str(&schema()).expect("the schema is JSON")
}

/// The names of all properties, of the whole file and of its parts.
fn properties(value: &Value) -> BTreeSet<&str> {
    match value {
        Value::Object(map) => {
            let own = map.get("properties").and_then(Value::as_object);
            own.into_iter()
                .flat_map(|own| own.keys().map(String::as_str))
                .chain(map.values().flat_map(properties))
                .collect()
        }
        Value::Array(items) => items.iter().flat_map(properties).collect(),
        _ => BTreeSet::new(),
    }
}

#[test]
fn every_property_has_every_name_of_its_key() {
    let schema = parsed();
    let properties = properties(&schema);
    // 合计 is a name among the user's own, not a property.
    let words: Vec<_> = words(Domain::Key).filter(|word| properties.contains(word.en)).collect();
    let expected: BTreeSet<_> = words.iter().flat_map(|word| word.names()).collect();
    assert_eq!(properties, expected);
    assert!(words.len() > 80);
}

#[test]
fn the_top_level_is_the_reports() {
    let schema = parsed();
    assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
    assert_eq!(schema["additionalProperties"], false);
    let top = schema["properties"].as_object().expect("a report has keys");
    for name in ["report", "报告", "figures", "数据", "sections", "章节", "allow", "免检"] {
        assert!(top.contains_key(name), "{name}");
    }
    assert!(!schema.to_string().contains("$place"));
}

#[test]
fn fixed_values_are_listed_in_both_languages() {
    let schema = parsed();
    let values = |name: &str| schema["definitions"][name]["enum"].clone();
    assert_eq!(values("MeasureLayout"), serde_json::json!(["paragraph", "分段", "inline", "连写"]));
    assert_eq!(values("Numbering"), serde_json::json!(["restart", "重编", "continuous", "连编"]));
    assert_eq!(values("Kind").as_array().map(Vec::len), Some(13));
    let seal = &schema["definitions"]["Letterhead"]["properties"]["印章"]["enum"];
    assert_eq!(*seal, serde_json::json!([true, false, null, "true", "是", "yes", "false", "否", "no"]));
}

#[test]
fn a_scalar_stands_for_a_measure_and_a_figure() {
    let schema = parsed();
    let scalar = serde_json::json!({ "type": ["string", "number", "boolean", "null"] });
    for name in ["Measure", "Edition", "Allow", "Entry", "OneOrMany"] {
        assert_eq!(schema["definitions"][name]["anyOf"][0], scalar, "{name}");
    }
}
