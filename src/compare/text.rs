//! The texts of two reports, paragraph by paragraph, sentence by sentence, and inside a sentence word by word.

use std::collections::HashSet;
use std::hash::Hash;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::document::redline::{Change, Passage, Piece};
use crate::document::{Block, PlainText};
use crate::project::Project;

/// A paragraph of one report, as printed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Paragraph {
    /// As that of a [`Passage`].
    pub level: u8,
    pub text: String,
}

/// The paragraphs of the first edition.
pub(super) fn paragraphs(project: &Project) -> Vec<Paragraph> {
    let mut found = Vec::new();
    if let Some(composed) = project.edition(None) {
        push_blocks(&composed.document.body, &mut found);
        composed.document.annexes.iter().for_each(|annex| push_blocks(&annex.body, &mut found));
    }
    found.retain(|paragraph: &Paragraph| !paragraph.text.trim().is_empty());
    found
}

fn push_blocks(blocks: &[Block], found: &mut Vec<Paragraph>) {
    let text = |text: String| Paragraph { level: 0, text };
    for block in blocks {
        match block {
            Block::Heading(heading) => found.push(Paragraph {
                level: heading.level.max(1),
                text: format!("{}{}", heading.number, PlainText::of(&heading.content).text),
            }),
            Block::Paragraph(paragraph) => found.push(text(PlainText::of_paragraph(paragraph).text)),
            Block::List(list) => list.items.iter().for_each(|item| push_blocks(item, found)),
            Block::Table(table) => {
                let rows = std::iter::once(&table.head).chain(&table.rows);
                found.extend(rows.map(|row| {
                    let cells: Vec<String> = row.iter().map(|cell| PlainText::of(cell).text).collect();
                    text(cells.join("\u{3000}"))
                }));
            }
            Block::Picture(picture) => found.push(text(PlainText::of(&picture.caption).text)),
        }
    }
}

/// Shorter paragraphs are alike by chance or by custom.
const SHORTEST: usize = 16;

/// The paragraphs of the new report that the old one has word for word.
pub(super) fn unchanged(old: &[Paragraph], new: &[Paragraph]) -> Vec<String> {
    let old: HashSet<&str> = old.iter().map(|paragraph| paragraph.text.as_str()).collect();
    let is_same = |paragraph: &&Paragraph| {
        paragraph.level == 0 && said(&paragraph.text) >= SHORTEST && old.contains(paragraph.text.as_str())
    };
    new.iter().filter(is_same).map(|paragraph| paragraph.text.clone()).collect()
}

/// How many characters a paragraph has without what is still to be filled in.
fn said(text: &str) -> usize {
    let mut pieces = text.split(UNFILLED);
    let first = pieces.next().unwrap_or_default();
    let rest = pieces.map(|piece| piece.split_once('】').map_or(piece, |(_, rest)| rest));
    std::iter::once(first).chain(rest).map(|piece| piece.chars().count()).sum()
}

/// What opens 【待填：…】.
const UNFILLED: &str = "【待填：";

/// The paragraphs of both, aligned.
pub(super) fn compare(old: &[Paragraph], new: &[Paragraph]) -> Vec<Passage> {
    let mut passages = Vec::new();
    for (change, old, new) in runs(old, new) {
        match change {
            Change::Same => passages.extend(new.iter().map(|paragraph| whole(paragraph, Change::Same))),
            _ => pair(old, new, &mut passages),
        }
    }
    passages
}

fn whole(paragraph: &Paragraph, change: Change) -> Passage {
    Passage { level: paragraph.level, pieces: vec![Piece { change, text: paragraph.text.clone() }] }
}

/// Runs that are the same in both, and those that are not.
type Run<'a, T> = (Change, &'a [T], &'a [T]);

/// Longer lists are not compared item by item: that would take a time that grows with the square of their length.
const LONGEST: usize = 20_000;

/// The runs of two lists, in their order; of what differs, the change is [`Change::Inserted`].
fn runs<'a, T: Hash + Ord>(old: &'a [T], new: &'a [T]) -> Vec<Run<'a, T>> {
    if old.len() + new.len() > LONGEST {
        let same = old.iter().zip(new).take_while(|(old, new)| old == new).count();
        return vec![(Change::Same, &old[..same], &new[..same]), (Change::Inserted, &old[same..], &new[same..])];
    }
    let run = |op: DiffOp| {
        let (old, new) = (&old[op.old_range()], &new[op.new_range()]);
        match op {
            DiffOp::Equal { .. } => (Change::Same, old, new),
            _ => (Change::Inserted, old, new),
        }
    };
    // Deletions and insertions that touch are one run: the paragraphs in them may be one another's.
    let mut runs: Vec<(Change, &[T], &[T])> = Vec::new();
    let (mut from_old, mut from_new) = (0, 0);
    let (all_old, all_new) = (old, new);
    for op in capture_diff_slices(Algorithm::Myers, old, new) {
        let (end_old, end_new) = (op.old_range().end, op.new_range().end);
        let (change, old, new) = run(op);
        match runs.last_mut() {
            Some(last) if last.0 != Change::Same && change != Change::Same => {
                last.1 = &all_old[from_old..end_old];
                last.2 = &all_new[from_new..end_new];
            }
            _ => {
                (from_old, from_new) = (op.old_range().start, op.new_range().start);
                runs.push((change, old, new));
            }
        }
    }
    runs
}

/// How many old paragraphs a new one is compared with, and how alike two versions of one are.
const REACH: usize = 8;
const ALIKE: f64 = 0.4;

/// Paragraphs that differ: those that are versions of one another are compared, the others gone or new.
fn pair(old: &[Paragraph], new: &[Paragraph], passages: &mut Vec<Passage>) {
    let mut rest = old;
    // What is new comes after what is gone in its place.
    let mut added = Vec::new();
    for paragraph in new {
        let version = rest.iter().take(REACH).position(|before| {
            (before.level == 0) == (paragraph.level == 0) && likeness(&before.text, &paragraph.text) >= ALIKE
        });
        match version {
            Some(at) => {
                passages.extend(rest[..at].iter().map(|gone| whole(gone, Change::Deleted)));
                passages.append(&mut added);
                let pieces = inside(&rest[at].text, &paragraph.text);
                passages.push(Passage { level: paragraph.level, pieces });
                rest = &rest[at + 1..];
            }
            None => added.push(whole(paragraph, Change::Inserted)),
        }
    }
    passages.extend(rest.iter().map(|gone| whole(gone, Change::Deleted)));
    passages.append(&mut added);
}

/// How much two texts have in common, from 0 to 1.
///
/// Sørensen and Dice over pairs of characters; strsim's own divides by the number of bytes, three a Chinese character.
fn likeness(one: &str, other: &str) -> f64 {
    let (one, other) = (pairs(one), pairs(other));
    let all = one.len() + other.len();
    let (mut left, mut right, mut common) = (one.iter().peekable(), other.iter().peekable(), 0);
    while let (Some(&a), Some(&b)) = (left.peek(), right.peek()) {
        match a.cmp(b) {
            std::cmp::Ordering::Less => drop(left.next()),
            std::cmp::Ordering::Greater => drop(right.next()),
            std::cmp::Ordering::Equal => {
                common += 2;
                left.next();
                right.next();
            }
        }
    }
    if all == 0 { 0.0 } else { f64::from(common) / all as f64 }
}

/// The pairs of neighbouring characters, sorted.
fn pairs(text: &str) -> Vec<(char, char)> {
    let mut pairs: Vec<(char, char)> = text.chars().zip(text.chars().skip(1)).collect();
    pairs.sort_unstable();
    pairs
}

/// The pieces of two versions of a paragraph.
fn inside(old: &str, new: &str) -> Vec<Piece> {
    let (old, new) = (sentences(old), sentences(new));
    let mut pieces = Pieces::default();
    for (change, old, new) in runs(&old, &new) {
        match change {
            Change::Same => pieces.push(Change::Same, &new.concat()),
            _ if old.len() == new.len() => old.iter().zip(new).for_each(|(old, new)| words_of(old, new, &mut pieces)),
            _ => words_of(&old.concat(), &new.concat(), &mut pieces),
        }
    }
    pieces.0
}

/// The words of two versions of a sentence; where they have little in common, the whole of both.
fn words_of(old: &str, new: &str, pieces: &mut Pieces) {
    if likeness(old, new) < ALIKE {
        pieces.push(Change::Deleted, old);
        pieces.push(Change::Inserted, new);
        return;
    }
    let (old, new) = (words(old), words(new));
    for (change, old, new) in runs(&old, &new) {
        match change {
            Change::Same => pieces.push(Change::Same, &new.concat()),
            _ => {
                pieces.push(Change::Deleted, &old.concat());
                pieces.push(Change::Inserted, &new.concat());
            }
        }
    }
}

#[derive(Default)]
struct Pieces(Vec<Piece>);

impl Pieces {
    fn push(&mut self, change: Change, text: &str) {
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.change == change => last.text.push_str(text),
            _ => self.0.push(Piece { change, text: text.to_owned() }),
        }
    }
}

/// The sentences of a paragraph, clauses that end with ； too.
fn sentences(text: &str) -> Vec<&str> {
    text.split_inclusive(['。', '；', '！', '？', '\n']).collect()
}

/// Numbers, Latin words and 【待填：…】 as one, every other character for itself.
fn words(text: &str) -> Vec<&str> {
    let is_joined = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '%');
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '【' => rest.find('】').map_or(rest.len(), |end| end + '】'.len_utf8()),
            _ if is_joined(first) => rest.find(|c| !is_joined(c)).unwrap_or(rest.len()),
            _ => first.len_utf8(),
        };
        let (word, after) = rest.split_at(length);
        words.push(word);
        rest = after;
    }
    words
}
