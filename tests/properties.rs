//! The whole program on files from anywhere: no panic, nothing outside the file, the same answer twice, in bounded time.

use std::time::{Duration, Instant};

use fazhi::diagnostic::Checked;
use fazhi::listings::{FORMATS, Look};
use fazhi::message::Lang;
use fazhi::project::{Project, Surroundings};
use fazhi::rules::Selection;
use fazhi::source::SourceFile;
use fazhi::writers::{Options, Output, WRITERS};
use proptest::prelude::*;

use crate::harness;

/// What report files are made of, and what lies in wait beside it.
const FRAGMENTS: [&str; 62] = [
    "report:",
    "报告：",
    "报告:",
    "  issuer: 甲县人民政府",
    "  发文机关: [甲县人民政府, 中共甲县委]",
    "  year: 2021",
    "  年度： ２０２１年",
    "  date: 2022-02-30",
    "  kind: government",
    "  level: county",
    "  title: ${年度}",
    "  editions: [{id: upper}, {id: npc}]",
    "  - id: 人大",
    "  layout: {measures: inline, run_in: auto}",
    "figures:",
    "数据：",
    "  复议: {申请: 51件, 办结: 34}",
    "  x: {value: 1.5万, last_year: ＝a＋b}",
    "  a: 10%",
    "  b: ${a}",
    "checks:",
    "  - a = b + 合计",
    "preamble: |",
    "前言: >-",
    "sections:",
    "章节：",
    "  - part: achievements",
    "  - 部分：主要成效",
    "    heading: 一、成效",
    "    标题: ${b",
    "    text: |",
    "    正文： 甲[^1]",
    "    measures:",
    "    - 一是乙",
    "      - {part: responsibility, text: 丙}",
    "    sections:",
    "    only: upper",
    "    after: *锚",
    "closing: 特此报告。",
    "annexes:",
    "  - {title: 附件, text: \"| 甲 | 乙 |\\n|---|---|\\n| ${a} | 1 |\"}",
    "publication:",
    "  index: 1234",
    "style: {body: 仿宋}",
    "letterhead: {suffix: 文件, signers: [甲]}",
    "&a [*a, *a]",
    "!!binary x",
    "---",
    "...",
    "- ",
    "? ",
    ": ",
    "# fazhi",
    "\t",
    "\r\n",
    "\u{feff}",
    "\u{2028}",
    "\"",
    "'",
    "{",
    "}",
    "𠮷",
];

fn file() -> impl Strategy<Value = String> {
    let fragment = prop_oneof![
        8 => prop::sample::select(&FRAGMENTS[..]).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
        1 => "[ :\\-\n]{1,4}",
    ];
    let end = prop_oneof![6 => Just("\n"), 1 => Just("")];
    prop::collection::vec((fragment, end), 0..40)
        .prop_map(|parts| parts.into_iter().map(|(part, end)| part + end).collect())
}

/// What happens to a file on its way.
#[derive(Clone, Debug)]
enum Damage {
    Byte(prop::sample::Index, u8),
    Cut(prop::sample::Index),
    Delete(prop::sample::Index),
    Double(prop::sample::Index),
    Swap(prop::sample::Index, prop::sample::Index),
    Put(prop::sample::Index, &'static str),
}

fn damage() -> impl Strategy<Value = Damage> {
    use prop::sample::{Index, select};
    prop_oneof![
        3 => (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Damage::Byte(at, byte)),
        1 => any::<Index>().prop_map(Damage::Cut),
        3 => any::<Index>().prop_map(Damage::Delete),
        3 => any::<Index>().prop_map(Damage::Double),
        2 => any::<(Index, Index)>().prop_map(|(a, b)| Damage::Swap(a, b)),
        3 => (any::<Index>(), select(&FRAGMENTS[..])).prop_map(|(at, fragment)| Damage::Put(at, fragment)),
    ]
}

/// An example to which all that happened. Damage is to lines, so that the rest still is a report.
fn damaged() -> impl Strategy<Value = Vec<u8>> {
    let examples: Vec<Vec<u8>> =
        harness::examples().iter().map(|path| std::fs::read(path).expect("examples can be read")).collect();
    (prop::sample::select(examples), prop::collection::vec(damage(), 1..8)).prop_map(|(example, damages)| {
        let mut lines: Vec<Vec<u8>> = example.split_inclusive(|&byte| byte == b'\n').map(<[u8]>::to_vec).collect();
        for damage in damages {
            suffer(&mut lines, &damage);
        }
        lines.concat()
    })
}

fn suffer(lines: &mut Vec<Vec<u8>>, damage: &Damage) {
    if lines.is_empty() {
        return;
    }
    let count = lines.len();
    match damage {
        Damage::Byte(at, byte) => {
            let line = &mut lines[at.index(count)];
            let at = at.index(line.len());
            line[at] = *byte;
        }
        // Seldom much: most of what follows is to be a report.
        Damage::Cut(at) => lines.truncate(count - at.index(count) / 4),
        Damage::Delete(at) => drop(lines.remove(at.index(count))),
        Damage::Double(at) => lines.insert(at.index(count), lines[at.index(count)].clone()),
        Damage::Swap(a, b) => lines.swap(a.index(count), b.index(count)),
        Damage::Put(at, fragment) => lines.insert(at.index(count), format!("{fragment}\n").into_bytes()),
    }
    lines.retain(|line| !line.is_empty());
}

/// Everything the program makes of a file: findings in every output and language, every format of every edition.
/// `None` for a file it refuses.
fn everything(bytes: &[u8]) -> Option<Vec<Output>> {
    let source = SourceFile::from_bytes("报告.yaml", bytes).ok()?;
    let project = match Project::open(source, &Surroundings::default()) {
        Ok(project) => project,
        Err(message) => return Some(vec![Output::Text(message.text(Lang::Zh) + &message.text(Lang::En))]),
    };
    let findings = project.check(&Selection::default(), None);
    for finding in &findings {
        let places = &project.reading.places;
        let beside = finding.related.iter().map(|(at, _)| at.span(places));
        let mended = finding.fix.iter().map(|edit| edit.span);
        for span in std::iter::once(finding.at.span(places)).chain(beside).chain(mended) {
            let inside = project.source.text().get(span.range());
            assert!(inside.is_some(), "{span:?} is outside the file: {finding:?}");
        }
    }
    let checked =
        [Checked { source: &project.source, places: &project.reading.places, findings: &findings, overview: None }];
    let mut made = Vec::new();
    for lang in [Lang::Zh, Lang::En] {
        let look = Look { lang, unicode: true, ..Look::default() };
        made.extend(
            FORMATS.iter().map(|format| (format.write)(&checked, &[], look).expect("every output can be made")),
        );
    }
    for edition in &project.editions {
        for writer in WRITERS {
            let written = (writer.write)(&edition.document, &Options::default());
            made.push(written.unwrap_or_else(|message| Output::Text(message.text(Lang::En))));
        }
    }
    Some(made)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_fragments_are_answered(file in file()) {
        prop_assert!(everything(file.as_bytes()) == everything(file.as_bytes()), "two answers");
    }

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(everything(&bytes) == everything(&bytes), "two answers");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_example_is_answered(bytes in damaged()) {
        prop_assert!(everything(&bytes) == everything(&bytes), "two answers");
    }
}

#[test]
fn a_hundred_reports_in_one_with_five_editions_take_seconds() {
    let example = std::fs::read_to_string(harness::project("examples/panjin-2023.yaml")).expect("examples can be read");
    let (head, sections) = example.split_once("\n章节:\n").expect("the sections are the last of the example");
    let head = head.replacen("报告:\n", "报告:\n  版本: [公开版, 报上级, 报人大, 报党委, 内部]\n", 1);
    let long = format!("{head}\n章节:\n{}", format!("{sections}\n").repeat(100));
    let start = Instant::now();
    let project =
        Project::open(SourceFile::new("长.yaml", long), &Surroundings::default()).expect("the outline is there");
    assert_eq!(project.editions.len(), 5);
    let findings = project.check(&Selection::default(), None);
    assert!(findings.len() < 10_000 && project.editions.iter().all(|edition| edition.document.body.len() > 2000));
    for edition in &project.editions {
        for writer in WRITERS {
            (writer.write)(&edition.document, &Options::default()).expect("the report can be written");
        }
    }
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
}
