//! Real reports that stand beside the project: import, then plain text again, compared with what a reader found.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use fazhi::compose::compose;
use fazhi::document::{Block, Document, Paragraph, Role, plain};
use fazhi::figures::Table;
use fazhi::import::{Imported, Options, import};
use fazhi::message::Lang;
use fazhi::outline::load;
use fazhi::outline::numbering::leading_mark;
use fazhi::picture::Album;
use fazhi::readers;
use fazhi::source::SourceFile;
use fazhi::writers::{Output, WRITERS};
use fazhi::yaml::{self, Reading};
use serde::Deserialize;

/// The folder of the seeds and of the truth about them; `None` where it is missing, which fails on a CI machine.
pub fn shared() -> Option<PathBuf> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    if shared.join("truth").is_dir() {
        return Some(shared);
    }
    assert!(std::env::var_os("CI").is_none(), "{} is missing", shared.display());
    eprintln!("skipped: {} is missing", shared.display());
    None
}

pub fn seeds(shared: &Path) -> Vec<String> {
    let files = std::fs::read_dir(shared.join("seeds")).expect("the folder of the seeds can be read");
    let names = files.filter_map(|file| Some(file.ok()?.path().file_stem()?.to_str()?.to_owned()));
    let mut names: Vec<String> = names.collect();
    names.sort();
    assert!(names.len() >= 5, "{names:?}");
    names
}

fn imported(shared: &Path, name: &str) -> Imported {
    let bytes = std::fs::read(shared.join("seeds").join(format!("{name}.txt"))).expect("the seed can be read");
    let manuscript = readers::read("seed.txt", &bytes).expect("the seed is text");
    import(&manuscript, Options { keys: Lang::En, figures: false })
        .unwrap_or_else(|message| panic!("{name}: {}", message.text(Lang::En)))
}

/// The file as it is read: without any fault.
fn report(imported: &Imported) -> Reading {
    let reading = yaml::read(&SourceFile::new("imported.yaml", imported.yaml.as_str()));
    assert!(reading.slips.is_empty(), "{:#?}\n{}", reading.slips, imported.yaml);
    reading
}

fn document(reading: &Reading) -> Document {
    let year = reading.report.report.year.as_ref().map_or(i16::MAX, |year| year.value);
    let outline = load::choose(None, year, &[]).expect("there is an outline").outline;
    compose(&reading.report, &outline, &Table::new(&reading.report, None), &Album::default(), None).document
}

fn text(document: &Document) -> String {
    let writer = WRITERS.iter().find(|writer| writer.name == "txt").expect("plain text is written");
    match (writer.write)(document, &Default::default()) {
        Ok(Output::Text(text)) => text,
        other => panic!("{other:?}"),
    }
}

/// Half and full width folded, blanks left out.
fn folded(text: &str) -> String {
    let fold = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).expect("the half-width forms are characters"),
        c => c,
    };
    text.chars().filter(|c| !c.is_whitespace()).map(fold).collect()
}

/// How many characters of `body` are there in order in `text`: the longest common subsequence, 64 characters of the
/// body at a time (Hyyrö's bit-parallel way).
fn kept(body: &str, text: &str) -> usize {
    let body: Vec<char> = body.chars().collect();
    let words = body.len().div_ceil(64);
    let mut matches: HashMap<char, Vec<u64>> = HashMap::new();
    for (index, &c) in body.iter().enumerate() {
        matches.entry(c).or_insert_with(|| vec![0; words])[index / 64] |= 1 << (index % 64);
    }
    let mut open = vec![u64::MAX; words];
    for c in text.chars() {
        let Some(matches) = matches.get(&c) else { continue };
        let mut carry = false;
        for (open, matches) in open.iter_mut().zip(matches) {
            let hits = *open & matches;
            let (sum, first) = open.overflowing_add(hits);
            let (sum, second) = sum.overflowing_add(u64::from(carry));
            carry = first || second;
            *open = sum | (*open & !hits);
        }
    }
    body.iter().enumerate().filter(|&(index, _)| open[index / 64] >> (index % 64) & 1 == 0).count()
}

/// The sentences of a body without the marks they start with, in the order they stand.
fn sentences(body: &str) -> Vec<String> {
    let lines = body.lines().flat_map(|line| line.split_inclusive(['。', '！', '？', '；', ';']));
    let bare = lines.map(|sentence| {
        let mark = leading_mark(sentence).map_or(0, |mark| mark.length);
        folded(&sentence[mark..])
    });
    bare.filter(|sentence| !sentence.is_empty()).collect()
}

/// A heading as a reader found it.
#[derive(Deserialize)]
struct Found {
    level: serde_yaml::Value,
    marker: String,
    text: String,
    run_in: bool,
    /// The source lacks the full stop behind the heading.
    #[serde(skip)]
    is_glued: bool,
}

/// What a reader found in a seed.
struct Truth {
    frame: serde_yaml::Value,
    tree: Vec<Found>,
}

impl Truth {
    fn of(shared: &Path, name: &str) -> Self {
        let path = shared.join("truth").join(format!("{name}.yaml"));
        let text = std::fs::read_to_string(path).expect("the truth can be read");
        let found = |line: &str| {
            let entry = line.trim_start().strip_prefix("- ")?.split_inclusive('}').next()?;
            let found: Found = serde_yaml::from_str(entry).ok()?;
            Some(Found { is_glued: line.contains("# glued"), ..found })
        };
        let tree: Vec<Found> = text.lines().filter_map(found).collect();
        assert!(tree.len() >= 9, "{name}");
        Self { frame: serde_yaml::from_str(&text).expect("the truth is YAML"), tree }
    }

    /// The values of a key, one or many.
    fn values(&self, key: &str) -> Vec<String> {
        match &self.frame[key] {
            serde_yaml::Value::Null => Vec::new(),
            serde_yaml::Value::Sequence(values) => values.iter().map(scalar).collect(),
            value => vec![scalar(value)],
        }
    }
}

fn scalar(value: &serde_yaml::Value) -> String {
    match value {
        serde_yaml::Value::String(text) => text.clone(),
        value => serde_yaml::to_string(value).expect("a scalar can be written").trim().to_owned(),
    }
}

fn values(texts: &[fazhi::model::Text]) -> Vec<String> {
    texts.iter().map(|text| text.value.clone()).collect()
}

#[test]
fn seeds_come_back_whole() {
    let Some(shared) = shared() else { return };
    for name in seeds(&shared) {
        let document = document(&report(&imported(&shared, &name)));
        let path = shared.join("truth").join(format!("{name}.body.txt"));
        let body = std::fs::read_to_string(path).expect("the truth can be read");
        let text = folded(&text(&document));
        let missing: Vec<String> =
            sentences(&body).into_iter().filter(|sentence| !text.contains(sentence.as_str())).collect();
        assert_eq!(missing, [""; 0], "{name}");
        let body = folded(&body);
        let share = kept(&body, &text) as f64 / body.chars().count() as f64;
        assert!(share >= 0.995, "{name}: {share}");
    }
}

#[test]
fn frames_of_seeds() {
    let Some(shared) = shared() else { return };
    for name in seeds(&shared) {
        let truth = Truth::of(&shared, &name);
        let report = report(&imported(&shared, &name)).report;
        let head = &report.report;
        let optional = |texts: Option<&fazhi::model::Text>| texts.into_iter().map(|text| text.value.clone()).collect();
        let title: String = head.title.iter().flat_map(|title| values(title)).collect();
        let title = if title.is_empty() { Vec::new() } else { vec![title] };
        let signature: Vec<String> = head.signature.iter().flat_map(|signature| values(signature)).collect();
        let found: [(&str, Vec<String>); 9] = [
            ("title", title),
            ("issuer", values(&head.issuer)),
            ("place", optional(head.place.as_ref())),
            ("kind", head.kind.iter().map(|kind| format!("{:?}", kind.value).to_lowercase()).collect()),
            ("level", head.level.iter().map(|level| format!("{:?}", level.value).to_lowercase()).collect()),
            ("year", head.year.iter().map(|year| year.value.to_string()).collect()),
            ("addressee", optional(head.addressee.as_ref())),
            ("signature", signature),
            ("date", optional(head.date.as_ref())),
        ];
        for (key, values) in found {
            assert_eq!(values, truth.values(key), "{name}: {key}");
        }
    }
}

#[test]
fn trees_of_seeds() {
    let Some(shared) = shared() else { return };
    for name in seeds(&shared) {
        let truth = Truth::of(&shared, &name);
        let document = document(&report(&imported(&shared, &name)));
        let mut headings = document.body.iter().filter_map(|block| match block {
            Block::Heading(heading) => Some((heading.level, plain(&heading.content), false)),
            Block::Paragraph(Paragraph { heading: Some(heading), .. }) => {
                Some((heading.level, plain(&heading.content), true))
            }
            // Measures that share a paragraph are no headings.
            Block::Paragraph(paragraph) if paragraph.role == Role::Measure => {
                Some((0, plain(&paragraph.content), true))
                    .filter(|(_, text, _)| text.matches("二是").count() < 1 || !text.starts_with("一是"))
            }
            _ => None,
        });
        for found in &truth.tree {
            let (level, text, is_run_in) = headings.next().unwrap_or_else(|| panic!("{name}: {}", found.text));
            assert_eq!(u64::from(level), found.level.as_u64().unwrap_or_default(), "{name}: {text}");
            match level {
                0 => assert!(text.starts_with(&(found.marker.clone() + &found.text + "。")), "{name}: {text}"),
                _ if found.is_glued => assert!(text.starts_with(&found.text), "{name}: {text}"),
                _ => assert_eq!((text, is_run_in), (found.text.clone(), found.run_in), "{name}"),
            }
        }
        assert_eq!(headings.next(), None, "{name}");
    }
}
