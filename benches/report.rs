//! What each stage of a report costs, on an example and on one a hundred times as large.
//!
//! `cargo bench` prints the median of every stage; `compare.sh` times the whole program beside its peers.

use divan::{Bencher, black_box};
use fazhi::compose::compose;
use fazhi::figures::Table;
use fazhi::import;
use fazhi::outline::load;
use fazhi::project::{Project, Surroundings};
use fazhi::readers;
use fazhi::rules::Selection;
use fazhi::source::SourceFile;
use fazhi::writers::{Options, Output, WRITERS};
use fazhi::yaml;

const EXAMPLE: &str = include_str!("../examples/jiaxian-2021.yaml");

/// How often the example's sections and figures stand in the text.
const SIZES: [usize; 3] = [1, 10, 100];

fn main() {
    divan::main();
}

/// The example with its sections `size` times, and as many groups of figures, under other names.
fn source(size: usize) -> SourceFile {
    let (head, rest) = EXAMPLE.split_once("\n数据:\n").expect("the example has figures");
    let (figures, rest) = rest.split_once("\n导语:").expect("the example has a preamble");
    let (preamble, sections) = rest.split_once("\n章节:\n").expect("the example has sections");
    let mut text = format!("{head}\n数据:\n");
    for index in 0..size {
        text.push_str(&rename(figures, index));
        text.push('\n');
    }
    text.push_str(&format!("\n导语:{preamble}\n章节:\n"));
    for index in 0..size {
        text.push_str(&refer(sections, index));
        text.push('\n');
    }
    SourceFile::new("bench.yaml", text)
}

/// The groups of figures under other names: `行政复议:` becomes `行政复议7:`.
fn rename(figures: &str, index: usize) -> String {
    figures
        .lines()
        .map(|line| match line.strip_prefix("  ").and_then(|rest| rest.strip_suffix(':')) {
            Some(name) if !name.starts_with([' ', '#']) => format!("  {name}{}:\n", suffix(index)),
            _ => format!("{line}\n"),
        })
        .collect()
}

/// The placeholders under the names [`rename`] gave.
fn refer(sections: &str, index: usize) -> String {
    let mut pieces = sections.split("${");
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        text.push_str("${");
        match piece.split_once(['.', '}']) {
            Some((group, rest)) if piece[group.len()..].starts_with('.') => {
                text.push_str(&format!("{group}{}.{rest}", suffix(index)));
            }
            _ => text.push_str(piece),
        }
    }
    text
}

fn suffix(index: usize) -> String {
    if index == 0 { String::new() } else { index.to_string() }
}

fn project(size: usize) -> Project {
    Project::open(source(size), &Surroundings::default()).unwrap_or_else(|message| panic!("{message:?}"))
}

#[divan::bench(args = SIZES)]
fn read(bencher: Bencher, size: usize) {
    let source = source(size);
    bencher.bench(|| yaml::read(black_box(&source)));
}

#[divan::bench]
fn outline() -> bool {
    load::choose(None, black_box(2021), &[]).is_ok()
}

#[divan::bench(args = SIZES)]
fn figures(bencher: Bencher, size: usize) {
    let reading = yaml::read(&source(size));
    bencher.bench(|| Table::new(black_box(&reading.report), None));
}

#[divan::bench(args = SIZES)]
fn composing(bencher: Bencher, size: usize) {
    let project = project(size);
    bencher
        .bench(|| compose(black_box(&project.reading.report), &project.outline, &project.table, &project.album, None));
}

#[divan::bench(args = SIZES)]
fn rules(bencher: Bencher, size: usize) {
    let project = project(size);
    bencher.bench(|| project.check(black_box(&Selection::default()), None));
}

#[divan::bench(args = SIZES, consts = [0, 1, 2])]
fn write<const FORMAT: usize>(bencher: Bencher, size: usize) {
    let project = project(size);
    let document = &project.editions[0].document;
    let options = Options::default();
    bencher.bench(|| (WRITERS[FORMAT].write)(black_box(document), &options).is_ok());
}

/// The example with its sections `size` times, published as plain text.
fn published(size: usize) -> Vec<u8> {
    let writer = WRITERS.iter().find(|writer| writer.name == "txt").expect("plain text is written");
    match (writer.write)(&project(size).editions[0].document, &Options::default()) {
        Ok(Output::Text(text)) => text.into_bytes(),
        other => panic!("{other:?}"),
    }
}

#[divan::bench(args = SIZES, consts = [false, true])]
fn importing<const FIGURES: bool>(bencher: Bencher, size: usize) {
    let bytes = published(size);
    let options = import::Options { figures: FIGURES, ..import::Options::default() };
    bencher.bench(|| {
        let manuscript = readers::read("report.txt", black_box(&bytes)).ok()?;
        import::import(&manuscript, options).ok()
    });
}

#[divan::bench(args = SIZES)]
fn whole(bencher: Bencher, size: usize) {
    let source = source(size);
    let options = Options::default();
    bencher.bench(|| {
        let project = Project::open(black_box(source.clone()), &Surroundings::default()).ok()?;
        let findings = project.check(&Selection::default(), None);
        let outputs: Vec<_> =
            WRITERS[..3].iter().map(|writer| (writer.write)(&project.editions[0].document, &options)).collect();
        Some((findings, outputs))
    });
}
