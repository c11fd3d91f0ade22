use std::collections::BTreeSet;

use fazhi::figures::Table;
use fazhi::model::{Kind, Level};
use fazhi::outline::catalogue::{FigureGroup, Relation, relations, usual};
use fazhi::outline::load::built_in;
use fazhi::place::{Place, Placed};
use fazhi::source::SourceFile;
use fazhi::yaml;

fn groups() -> impl Iterator<Item = &'static FigureGroup> {
    usual().iter().flat_map(|supply| &supply.groups)
}

#[test]
fn usual_figures_are_whole() {
    let outlines = built_in();
    for group in groups() {
        assert!(outlines.iter().all(|outline| outline.part(&group.part).is_some()), "{} is in no outline", group.part);
        for figure in &group.figures {
            let name = format!("{}.{}", group.name, figure.name);
            assert_eq!(figure.unit.is_empty(), !figure.formula.is_empty(), "{name} has a unit, or a formula");
            assert_eq!(figure.denominator.is_empty(), figure.formula.is_empty(), "{name} says what it is of");
            assert_eq!(figure.note.is_empty(), figure.note_en.is_empty(), "{name} has its note in both languages");
            for operand in figure.formula.split('/').filter(|operand| !operand.is_empty()) {
                assert!(group.figures.iter().any(|other| other.name == operand), "{name}: there is no {operand}");
            }
        }
    }
    assert!(usual().iter().all(|supply| !supply.provider_en.is_empty()));
}

#[test]
fn no_figure_is_named_twice_in_one_report() {
    for kind in [Kind::Government, Kind::Department, Kind::Township, Kind::Zone] {
        let mut names = BTreeSet::new();
        for group in groups().filter(|group| group.suits(kind, Level::County)) {
            assert!(names.insert(&group.name), "{kind:?}: {}", group.name);
            let figures: BTreeSet<_> = group.figures.iter().map(|figure| &figure.name).collect();
            assert_eq!(figures.len(), group.figures.len(), "{}", group.name);
        }
    }
}

#[test]
fn a_new_file_asks_for_about_thirty_figures() {
    let core = |kind, level| {
        let groups = groups().filter(|group| group.suits(kind, level));
        groups.flat_map(|group| &group.figures).filter(|figure| figure.core && figure.suits(kind, level, 2025)).count()
    };
    for (kind, level) in [
        (Kind::Government, Level::City),
        (Kind::Government, Level::County),
        (Kind::Department, Level::County),
        (Kind::Township, Level::Township),
        (Kind::Zone, Level::County),
    ] {
        let count = core(kind, level);
        assert!((25..=36).contains(&count), "{kind:?} {level:?}: {count}");
    }
}

#[test]
fn relations_speak_of_usual_figures() {
    let known: BTreeSet<String> = groups()
        .flat_map(|group| group.figures.iter().map(|figure| format!("{}.{}", group.name, figure.name)))
        .collect();
    for relation in relations() {
        let sides: Vec<&str> = relation.holds.split("==").flat_map(|side| side.split("<=")).map(str::trim).collect();
        assert_eq!(sides.len(), 2, "{}", relation.holds);
        let names: Vec<&str> = sides.iter().flat_map(|side| side.split(['+', '/'])).map(str::trim).collect();
        let others = relation.optional.iter().chain(&relation.bases).map(String::as_str);
        for name in names.iter().copied().chain(others) {
            assert!(known.contains(name), "{name} is no usual figure");
        }
        assert!(relation.optional.iter().all(|name| names.contains(&name.as_str())), "{}", relation.holds);
        assert!(!relation.note.is_empty() && !relation.note_en.is_empty(), "{}", relation.holds);
    }
}

/// A report of this kind with every usual figure filled in.
fn filled(kind: Kind, word: &str) -> String {
    let mut text = format!("report: {{kind: {word}, year: 2025}}\nfigures:\n");
    for group in groups().filter(|group| group.suits(kind, Level::City)) {
        text += &format!("  {}:\n", group.name);
        for figure in &group.figures {
            text += &match figure.formula.as_str() {
                "" => format!("    {}: 1{}\n", figure.name, figure.unit),
                formula => format!("    {}: ={formula}\n", figure.name),
            };
        }
    }
    text
}

#[test]
fn formulas_and_relations_are_understood() {
    let mut compared = BTreeSet::new();
    for (kind, word) in [
        (Kind::Government, "government"),
        (Kind::Department, "department"),
        (Kind::Township, "township"),
        (Kind::Zone, "zone"),
    ] {
        let reading = yaml::read(&SourceFile::new("filled.yaml", filled(kind, word)));
        assert_eq!(reading.slips, []);
        let table = Table::new(&reading.report, None);
        assert_eq!(table.faults(), [], "{kind:?}");
        for relation in relations() {
            let text = Placed::new(relation.holds.clone(), Place::default());
            if let Ok(Some(_)) = table.compare(&text) {
                compared.insert(&relation.holds);
            }
        }
    }
    let never: Vec<_> =
        relations().iter().map(|relation| &relation.holds).filter(|holds| !compared.contains(holds)).collect();
    assert_eq!(never, Vec::<&String>::new());
}

#[test]
fn relations_leave_out_what_a_report_lacks() {
    let has = |names: &'static str| move |name: &str| names.split(' ').any(|known| known == name);
    let relation = Relation {
        holds: "甲.审结 == 甲.维持 + 甲.撤销 + 甲.调解".to_owned(),
        bases: Vec::new(),
        optional: vec!["甲.撤销".to_owned(), "甲.调解".to_owned()],
        since: Some(2020),
        strict: false,
        note: String::new(),
        note_en: String::new(),
        source: None,
    };
    let whole = has("甲.审结 甲.维持 甲.撤销 甲.调解");
    assert_eq!(relation.among(2020, whole), Some("甲.审结 == 甲.维持 + 甲.撤销 + 甲.调解".to_owned()));
    assert_eq!(relation.among(2020, has("甲.审结 甲.维持 甲.调解")), Some("甲.审结 == 甲.维持 + 甲.调解".to_owned()));
    assert_eq!(relation.among(2020, has("甲.审结 甲.调解")), None);
    assert_eq!(relation.among(2020, has("甲.维持")), None);
    assert_eq!(relation.among(2019, whole), None);
}
