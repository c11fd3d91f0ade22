//! The figures of real reports, where `../shared` holds them: what is said of them in `truth/relations.yaml` is found
//! in their sentences and computed by our formulas.

use std::path::Path;

use fazhi::figures::Table;
use fazhi::model::quantity::scan;
use rust_decimal::Decimal;
use serde::Deserialize;

use super::{report, written};

#[derive(Deserialize)]
struct Truth {
    relations: Vec<Relation>,
}

#[derive(Deserialize)]
struct Relation {
    quote: String,
    kind: String,
    stated: String,
    expression: String,
    unit: String,
    consistent: bool,
}

/// The truth, else a word about its absence, which only a developer's machine may have.
fn relations() -> Vec<Relation> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/truth/relations.yaml");
    match std::fs::read_to_string(&path) {
        Ok(text) => serde_yaml::from_str::<Truth>(&text).expect("the truth is read").relations,
        Err(error) if std::env::var("CI").as_deref() == Ok("true") => panic!("{}: {error}", path.display()),
        Err(_) => {
            eprintln!("skipped: {} is missing", path.display());
            Vec::new()
        }
    }
}

#[test]
fn every_number_of_a_relation_is_found_in_its_sentence() {
    for relation in relations() {
        let found: Vec<Decimal> = scan(&relation.quote).into_iter().map(|(_, quantity)| quantity.value()).collect();
        let expression = relation.expression.trim_end_matches("*100");
        let mut wanted: Vec<Decimal> = expression.split(['+', '/']).map(|n| n.parse().expect("a number")).collect();
        wanted.push(relation.stated.parse().expect("a number"));
        // The base of a rate, and the whole of a sum, may stand in the sentence before.
        let missing: Vec<_> = wanted.iter().filter(|number| !found.contains(number)).collect();
        assert!(missing.len() <= 1, "{}: {missing:?} not in {found:?}", relation.quote);
    }
}

#[test]
fn every_relation_comes_out_as_a_reader_computed_it() {
    for relation in relations() {
        let Relation { kind, stated, expression, unit, consistent, quote } = relation;
        let formula = format!("={}", expression.trim_end_matches("*100"));
        let value = format!("{stated}{unit}");
        let table = Table::new(&report(&[("文中", &value), ("算得", &formula)]), None);
        assert_eq!(table.faults(), [], "{quote}");
        let of = |name: &str| table.get(name).and_then(|figure| figure.value.quantity()).expect("known").clone();
        let (typed, computed) = (of("文中"), of("算得"));
        let agrees = match kind.as_str() {
            // Our own rates have two decimals: one more than a stated 95.7% shows.
            "rate" => typed.interval().overlaps(&computed.interval()),
            _ => typed.value() == computed.value(),
        };
        assert_eq!(agrees, consistent, "{quote}: {} and {}", typed.written, written(&table, "算得"));
    }
}
