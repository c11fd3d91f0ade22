//! The relations of real reports, where `../shared` holds them: each is recognised, each that fails is found, and each
//! that holds is found when one of its digits is another.

use std::path::{Path, PathBuf};

use fazhi::model::Verdict;
use fazhi::prose::{Operation, Prose, Relation};
use rust_decimal::Decimal;
use serde::Deserialize;

#[derive(Deserialize)]
struct Truth {
    relations: Vec<Told>,
    undecidable: Vec<Quoted>,
    decoys: Vec<Quoted>,
}

#[derive(Deserialize)]
struct Told {
    id: String,
    file: String,
    quote: String,
    kind: String,
    stated: String,
    expression: String,
    consistent: bool,
}

#[derive(Deserialize)]
struct Quoted {
    id: String,
    file: String,
    quote: String,
}

fn shared() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared")
}

/// The truth, else a word about its absence, which only a developer's machine may have.
fn truth() -> Option<Truth> {
    let path = shared().join("truth/relations.yaml");
    match std::fs::read_to_string(&path) {
        Ok(text) => Some(serde_yaml::from_str(&text).expect("the truth is read")),
        Err(error) if std::env::var("CI").as_deref() == Ok("true") => panic!("{}: {error}", path.display()),
        Err(_) => {
            eprintln!("skipped: {} is missing", path.display());
            None
        }
    }
}

/// The paragraph a quote stands in, and where in it.
fn paragraph(file: &str, quote: &str) -> (String, usize) {
    let text = std::fs::read_to_string(shared().join(file)).expect("the seed is there");
    let at = text.find(quote).unwrap_or_else(|| panic!("{quote} is in {file}"));
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    (text[start..end].to_owned(), at - start)
}

fn value(number: &str) -> Decimal {
    number.parse().unwrap_or_else(|_| panic!("{number} is a number"))
}

impl Told {
    /// The numbers of the expression, then the stated one.
    fn numbers(&self) -> Vec<String> {
        let expression = self.expression.trim_end_matches("*100");
        let terms = expression.split(['+', '/']).map(str::to_owned);
        // 98.60 is 98.6 in the table.
        let stated = if self.quote.contains(&format!("{}0%", self.stated)) {
            format!("{}0", self.stated)
        } else {
            self.stated.clone()
        };
        terms.chain([stated]).collect()
    }

    fn operation(&self) -> Operation {
        if self.kind == "sum" { Operation::Sum } else { Operation::Share }
    }

    /// Whether numbers in place of its own make the relation hold.
    fn holds(&self, numbers: &[String]) -> bool {
        let values: Vec<Decimal> = numbers.iter().map(|number| value(number)).collect();
        let (stated, terms) = values.split_last().expect("there are numbers");
        match self.operation() {
            Operation::Sum => terms.iter().sum::<Decimal>() == *stated,
            _ => {
                let half = Decimal::new(5, stated.scale() + 1);
                !terms[1].is_zero() && (terms[0] * Decimal::ONE_HUNDRED / terms[1] - stated).abs() <= half
            }
        }
    }
}

/// The relation with these values, in any order of the terms.
fn find<'r>(prose: &Prose, relations: &'r [Relation], told: &Told) -> Option<&'r Relation> {
    let of = |index: usize| prose.mentions[index].quantity.value();
    let numbers: Vec<Decimal> = told.numbers().iter().map(|number| value(number)).collect();
    let (stated, terms) = numbers.split_last()?;
    relations.iter().find(|relation| {
        relation.operation == told.operation()
            && of(relation.stated) == *stated
            && relation.terms.iter().map(|term| of(*term)).eq(terms.iter().copied())
    })
}

#[test]
fn every_relation_is_recognised_and_judged() {
    for told in truth().into_iter().flat_map(|truth| truth.relations) {
        let (text, _) = paragraph(&told.file, &told.quote);
        let prose = Prose::read(&text);
        let relations = prose.relations();
        let found = find(&prose, &relations, &told).unwrap_or_else(|| panic!("{} is not seen", told.id));
        let wanted = if told.consistent { Verdict::Holds } else { Verdict::Fails };
        assert_eq!(found.verdict, wanted, "{}", told.id);
    }
}

#[test]
fn nothing_else_in_the_reports_is_accused() {
    let Some(truth) = truth() else { return };
    let wrong: Vec<&Told> = truth.relations.iter().filter(|told| !told.consistent).collect();
    let mut files: Vec<&str> = truth.relations.iter().map(|told| told.file.as_str()).collect();
    files.extend(truth.decoys.iter().map(|quoted| quoted.file.as_str()));
    files.sort_unstable();
    files.dedup();
    assert!(files.len() > 3);
    let mut fails = 0;
    for file in files {
        let text = std::fs::read_to_string(shared().join(file)).expect("the seed is there");
        for line in text.lines() {
            let prose = Prose::read(line);
            for relation in prose.relations().iter().filter(|relation| relation.verdict == Verdict::Fails) {
                let stated = prose.text_of(&prose.mentions[relation.stated]);
                assert!(wrong.iter().any(|told| line.contains(&told.quote)), "{file}: {stated}");
                fails += 1;
            }
        }
    }
    assert_eq!(fails, wrong.len());
    for quoted in truth.undecidable.iter().chain(&truth.decoys) {
        let (text, at) = paragraph(&quoted.file, &quoted.quote);
        let prose = Prose::read(&text);
        let inside = at..at + quoted.quote.len();
        let told = prose.relations().into_iter().filter(|relation| relation.verdict != Verdict::Holds);
        let accused = told.filter(|relation| inside.contains(&prose.mentions[relation.stated].range.start)).count();
        assert_eq!(accused, 0, "{}", quoted.id);
    }
}

/// How a mutation is told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Seen {
    Proved,
    Doubted,
    Missed,
}

fn seen(text: &str, before: usize) -> Seen {
    let prose = Prose::read(text);
    let relations = prose.relations();
    let count = |verdict: Verdict| relations.iter().filter(|relation| relation.verdict == verdict).count();
    match (count(Verdict::Fails), count(Verdict::CannotTell)) {
        (1.., _) => Seen::Proved,
        (0, doubts) if doubts > before => Seen::Doubted,
        _ => Seen::Missed,
    }
}

/// Where each number of a relation stands in the paragraph: in the quote, else the nearest before it.
fn positions(told: &Told, text: &str, at: usize) -> Vec<Option<usize>> {
    let numbers = told.numbers();
    let quote = at..at + told.quote.len();
    let is_whole = |from: usize, number: &str| {
        let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
        let bytes = text.as_bytes();
        !digit(bytes.get(from + number.len())) && !digit(from.checked_sub(1).and_then(|last| bytes.get(last)))
    };
    let inside = |number: &str, from: usize| {
        let found = text[from..quote.end].match_indices(number).map(|(offset, _)| from + offset);
        found.into_iter().find(|from| is_whole(*from, number))
    };
    let earlier =
        |number: &str| text[..at].rmatch_indices(number).map(|(from, _)| from).find(|from| is_whole(*from, number));
    let mut cursor = at;
    let last = numbers.len() - 1;
    let of = |(index, number): (usize, &String)| {
        let is_part = told.operation() == Operation::Sum && index < last;
        let found = inside(number, if is_part { cursor } else { at });
        if let Some(from) = found.filter(|_| is_part) {
            cursor = from + number.len();
        }
        found.or_else(|| earlier(number))
    };
    numbers.iter().enumerate().map(of).collect()
}

#[test]
fn every_wrong_digit_is_found() {
    let Some(truth) = truth() else { return };
    let (mut proved, mut doubted, mut unseen) = (0, 0, Vec::new());
    for told in truth.relations.iter().filter(|told| told.consistent) {
        let (text, at) = paragraph(&told.file, &told.quote);
        let before = Prose::read(&text).relations().iter().filter(|r| r.verdict == Verdict::CannotTell).count();
        let numbers = told.numbers();
        for (index, from) in positions(told, &text, at).into_iter().enumerate() {
            let number = &numbers[index];
            let from = from.unwrap_or_else(|| panic!("{}: {number} is in the text", told.id));
            for (place, digit) in number.char_indices().filter(|(_, digit)| digit.is_ascii_digit()) {
                let others =
                    ('0'..='9').filter(|other| *other != digit && !(place == 0 && *other == '0' && number.len() > 1));
                for other in others {
                    let mut slip = number.clone();
                    slip.replace_range(place..=place, &other.to_string());
                    let mut slipped = numbers.clone();
                    slipped[index].clone_from(&slip);
                    // 17124 of 17137 is 99.9% as well.
                    if told.holds(&slipped) {
                        continue;
                    }
                    let mut text = text.clone();
                    text.replace_range(from..from + number.len(), &slip);
                    match seen(&text, before) {
                        Seen::Proved => proved += 1,
                        Seen::Doubted => doubted += 1,
                        Seen::Missed => unseen.push((told.id.as_str(), number.clone(), slip)),
                    }
                }
            }
        }
    }
    println!("{proved} proved, {doubted} doubted, {} not seen", unseen.len());
    assert_eq!(unseen, []);
    assert!(proved > 1_960 && doubted < 200, "{proved} {doubted}");
}

#[test]
fn tables_name_what_they_need() {
    for set in fazhi::prose::tables::categories() {
        assert!(set.needs.iter().all(|need| set.categories.iter().any(|words| words[0] == *need)), "{}", set.name);
        assert!(set.categories.len() > 1 && !set.source.name.is_empty(), "{}", set.name);
    }
    for rate in fazhi::prose::tables::rates() {
        assert!(
            rate.counted.is_empty() == rate.of.is_empty() && (rate.unsettled || !rate.of.is_empty()),
            "{:?}",
            rate.names
        );
        assert!(rate.names.iter().all(|name| name.ends_with(['率', '度'])), "{:?}", rate.names);
    }
}
