use std::collections::BTreeSet;

use fazhi::model::{Kind, Level};
use fazhi::outline::catalogue::{FigureGroup, relations, usual};
use fazhi::outline::load::built_in;

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
        let names: Vec<&str> = sides.iter().flat_map(|side| side.split('+')).map(str::trim).collect();
        for name in names.iter().copied().chain(relation.optional.iter().map(String::as_str)) {
            assert!(known.contains(name), "{name} is no usual figure");
        }
        assert!(relation.optional.iter().all(|name| names.contains(&name.as_str())), "{}", relation.holds);
        assert!(!relation.note.is_empty(), "{}", relation.holds);
    }
}
