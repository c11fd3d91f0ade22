//! The JSON Schema of a report file, from the model's types and the table of keys: editors complete and check by it.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::keys::{self, Domain};
use crate::model::{Entry, Figure, Group, OneOrMany, Report};
use crate::place::Placed;

/// The schema, as JSON text that ends with a line end.
pub fn schema() -> String {
    let generator = SchemaSettings::draft07().into_generator();
    let mut schema = generator.into_root_schema_for::<Report>().to_value();
    schema["title"] = json!("法治政府建设年度报告");
    // What YAML reads as a number, a truth or nothing is a text of ours all the same.
    if let Some(definitions) = schema.get_mut("definitions").and_then(Value::as_object_mut) {
        definitions.iter_mut().for_each(|(name, definition)| define(name, definition));
    }
    define("Report", &mut schema);
    let mut text = serde_json::to_string_pretty(&schema).expect("a JSON value is JSON");
    text.push('\n');
    text
}

/// Completes one definition: both languages, and the short forms that the reader takes.
fn define(name: &str, definition: &mut Value) {
    if let Some(domain) = fixed_values(name) {
        let description = definition.get("description").cloned();
        *definition = json!({ "enum": names(domain, definition) });
        describe(definition, description);
        return;
    }
    if let Some(properties) = definition.get_mut("properties").and_then(Value::as_object_mut) {
        let typed = std::mem::take(properties);
        properties.extend(typed.into_iter().flat_map(|(key, value)| both_languages(&key, value)));
    }
    loosen(definition);
    match name {
        "Measure" | "Edition" | "Allow" | "Style" => {
            let object = definition.take();
            *definition = json!({ "anyOf": [text(), object] });
        }
        _ => {}
    }
}

/// The domain of an enum of the model.
fn fixed_values(definition: &str) -> Option<Domain> {
    match definition {
        "Kind" => Some(Domain::Kind),
        "Level" => Some(Domain::Level),
        "MeasureLayout" | "Numbering" => Some(Domain::Layout),
        _ => None,
    }
}

/// Every name of the values that a derived enum lists.
fn names(domain: Domain, definition: &Value) -> Vec<&'static str> {
    let listed = definition.to_string();
    let is_listed = |word: &&keys::Word| listed.contains(&format!("\"{}\"", word.en)) || word.en == "joint";
    keys::words(domain).filter(is_listed).flat_map(keys::Word::names).collect()
}

/// A property under every name of its key.
fn both_languages(key: &str, value: Value) -> Vec<(String, Value)> {
    let value = match key {
        "part" => suggest(Domain::Part, value),
        "id" | "only" | "except" => suggest(Domain::Edition, value),
        "todo" | "checks" => json!({ "anyOf": [text(), value] }),
        _ => value,
    };
    match keys::word(Domain::Key, key) {
        Some(word) => word.names().map(|name| (name.to_owned(), value.clone())).collect(),
        None => vec![(key.to_owned(), value)],
    }
}

/// A value that is free, with known words to complete from.
fn suggest(domain: Domain, mut value: Value) -> Value {
    let known: Vec<_> = keys::words(domain).flat_map(|word| [word.zh, word.en]).collect();
    let description = value.as_object_mut().and_then(|value| value.remove("description"));
    let word = json!({ "enum": known });
    let list = json!({ "type": "array", "items": { "anyOf": [word, text()] } });
    let mut suggested = json!({ "anyOf": [word, list, value] });
    describe(&mut suggested, description);
    suggested
}

/// Gives a schema its description, if there is one.
fn describe(schema: &mut Value, description: Option<Value>) {
    if let Some(description) = description {
        schema["description"] = description;
    }
}

/// What a text of ours may be for YAML.
fn text() -> Value {
    json!({ "type": ["string", "number", "boolean", "null"] })
}

/// Lets every text be any scalar, every truth 是 or 否, and every list blank.
fn loosen(value: &mut Value) {
    match value {
        Value::Object(map) => {
            loosen_type(map);
            map.values_mut().for_each(loosen);
        }
        Value::Array(items) => items.iter_mut().for_each(loosen),
        _ => {}
    }
}

fn loosen_type(map: &mut Map<String, Value>) {
    let named = map.get("type").map(Value::to_string).unwrap_or_default();
    match () {
        () if map.contains_key("enum") => {}
        () if named.contains("string") => {
            map.insert("type".into(), json!(["string", "number", "boolean", "null"]));
        }
        () if named.contains("boolean") && !named.contains("number") => {
            map.remove("type");
            let names = keys::words(Domain::Boolean).flat_map(keys::Word::names).map(Value::from);
            let known: Vec<Value> = [json!(true), json!(false), Value::Null].into_iter().chain(names).collect();
            map.insert("enum".into(), known.into());
        }
        () if named == "\"array\"" || named == "\"object\"" => {
            let name = named.trim_matches('"').to_owned();
            map.insert("type".into(), json!([name, "null"]));
        }
        () => {}
    }
    map.remove("default");
    map.remove("format");
}

impl<T: JsonSchema> JsonSchema for Placed<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

impl JsonSchema for OneOrMany {
    fn schema_name() -> Cow<'static, str> {
        "OneOrMany".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }] })
    }
}

impl JsonSchema for Group {
    fn schema_name() -> Cow<'static, str> {
        "Group".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (entry, apart) = (generator.subschema_for::<Entry>(), generator.subschema_for::<OneOrMany>());
        json_schema!({ "type": "object", "properties": { "apart": apart }, "additionalProperties": entry })
    }
}

impl JsonSchema for Entry {
    fn schema_name() -> Cow<'static, str> {
        "Entry".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (figure, group) = (generator.subschema_for::<Figure>(), generator.subschema_for::<Group>());
        let long_form: Vec<Value> = ["value", "formula"]
            .into_iter()
            .filter_map(|key| keys::word(Domain::Key, key))
            .flat_map(|word| word.names().map(|name| json!({ "required": [name] })))
            .collect();
        let map = json!({ "if": { "anyOf": long_form }, "then": figure, "else": group });
        json_schema!({ "anyOf": [{ "type": "string" }, { "allOf": [{ "type": "object" }, map] }] })
    }
}
