//! Texts from anywhere: nothing reaches out of its text, nothing stops the whole.

use fazhi::compose::{compose, compose_all};
use fazhi::document::{Block, Inline};
use fazhi::figures::Table;
use fazhi::model::{Edition, Head, Measure, OneOrMany, Report, Section, Text};
use fazhi::outline::Outline;
use fazhi::picture::Album;
use fazhi::place::Placed;
use proptest::prelude::*;

use super::{body, composed};

#[test]
fn nothing_reaches_into_the_next_text() {
    for open in [
        "<!--",
        "```",
        "~~~",
        "<script>",
        "**",
        "[甲]: https://x.cn",
        "- 一\n- 二",
        "| a |\n|---|",
        "> 引",
        "[^1]: 注",
        "<div>",
        "$$",
    ] {
        let typed = open.replace('\n', "\\n").replace('"', "\\\"");
        let body = body(&format!(
            "sections:\n  - heading: \"{typed}\"\n    text: \"{typed}\"\n    measures: [\"{typed}\", '[甲] 乙[^1]']\n    after: \"**丙** ``` -->\"\n"
        ));
        assert!(body.ends_with("p 二是[甲] 乙[^1]。\np B[丙] ``` -->\n"), "{open}: {body}");
    }
}

#[test]
fn one_label_in_two_texts_is_two_notes() {
    let document =
        composed("sections:\n  - text: \"甲[^1]\\n\\n[^1]: 一\"\n    measures: [\"乙[^1]\\n\\n[^1]: 二\", 丙]\n")
            .swap_remove(0)
            .document;
    let mut marks = Vec::new();
    crate::document::each_inline(&document.body, &mut |inline| {
        if let Inline::Note { index } = inline {
            marks.push(*index);
        }
    });
    let notes: Vec<_> = document.notes.iter().map(|note| crate::document::dump(&note.body)).collect();
    assert_eq!((marks, notes), (vec![0, 1], vec!["p 一\n".to_owned(), "p 二\n".to_owned()]));
}

fn text() -> impl Strategy<Value = Text> {
    "([-*#_>`<&|:!\\[\\]()\\\\ \n1.甲《：。　${}a]|\\*\\*|\\$\\{年度\\}|\\$\\{发文机关\\}|\\$\\{|\\[\\^1\\]:? ?|\n\n|- |待填){0,12}"
        .prop_map(|value| Placed { value, ..Placed::default() })
}

fn texts() -> impl Strategy<Value = OneOrMany> {
    prop::collection::vec(text(), 0..3).prop_map(OneOrMany)
}

fn section() -> impl Strategy<Value = Section> {
    let leaf = (texts(), prop::option::of(text()), prop::option::of(text()), prop::collection::vec(text(), 0..4))
        .prop_map(|(part, heading, text, measures)| Section {
            part,
            heading,
            text,
            measures: measures.into_iter().map(|text| Measure { text, ..Measure::default() }).collect(),
            ..Section::default()
        });
    leaf.prop_recursive(6, 24, 3, |inner| {
        (prop::option::of(text()), prop::collection::vec(inner, 0..3)).prop_map(|(heading, sections)| Section {
            heading,
            sections,
            ..Section::default()
        })
    })
}

proptest! {
    #[test]
    fn any_report_composes(
        sections in prop::collection::vec(section(), 0..4),
        preamble in prop::option::of(text()),
        title in prop::option::of(texts()),
        issuer in texts(),
        date in prop::option::of(text()),
        addressee in prop::option::of(text()),
        edition in prop::option::of(text()),
    ) {
        let editions = edition.into_iter().map(|id| Edition { id, ..Edition::default() }).collect();
        let head = Head { title, issuer, date, addressee, editions, ..Head::default() };
        let report = Report { report: head, preamble, sections, ..Report::default() };
        let table = Table::new(&report, None);
        let first = compose(&report, &Outline::default(), &table, &Album::default(), None);
        prop_assert_eq!(&first.document, &compose(&report, &Outline::default(), &table, &Album::default(), Some("无")).document);
        let mut ids: Vec<_> = first.document.headings().map(|heading| heading.id.clone()).collect();
        let count = ids.len();
        ids.sort();
        ids.dedup();
        prop_assert_eq!(ids.len(), count);
        for block in &first.document.body {
            if let Block::Paragraph(paragraph) = block {
                prop_assert!(!paragraph.content.is_empty());
            }
        }
    }

    #[test]
    fn editions_composed_together_are_those_composed_alone(
        sections in prop::collection::vec(section(), 0..4),
        preamble in prop::option::of(text()),
        issuer in texts(),
        own_issuers in prop::collection::vec(prop::option::of(texts()), 2..4),
    ) {
        let edition = |(id, issuer): (&str, Option<OneOrMany>)| {
            Edition { id: Placed { value: id.to_owned(), ..Placed::default() }, issuer, ..Edition::default() }
        };
        let editions = ["public", "npc", "内部"].into_iter().zip(own_issuers).map(edition).collect();
        let head = Head { issuer, editions, ..Head::default() };
        let report = Report { report: head, preamble, sections, ..Report::default() };
        let table = Table::new(&report, None);
        let together = compose_all(&report, &Outline::default(), &table, &Album::default());
        prop_assert_eq!(together.len(), report.report.editions.len());
        for (edition, composed) in report.report.editions.iter().zip(together) {
            let alone = compose(&report, &Outline::default(), &table, &Album::default(), Some(&edition.id));
            prop_assert_eq!(composed.document, alone.document);
            prop_assert_eq!(composed.faults, alone.faults);
        }
    }
}
