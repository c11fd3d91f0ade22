//! What stands around the body: red head, title, signature, annexes, imprint.

use super::body::blocks;
use super::chart;
use super::inline::Setter;
use super::page::{Annex, Block, Date, Face, Head, Imprint, Page, Run, Signature, Signed, Signers, Under};
use crate::document::{self, Document, Inline, Letterhead, Line};
use crate::model::date::parse;
use crate::writers::paper::{self, Chars, Room};

/// The whole page.
pub(super) fn page(setter: &mut Setter, document: &Document) -> Page {
    let mut page = Page {
        name: setter.text(&document.title_text()),
        authors: document.issuers.iter().map(|issuer| setter.text(issuer)).collect(),
        date: date(document),
        sheet: setter.house.sheet(&document.style, setter.fonts),
        head: document.letterhead.as_ref().map(|letterhead| head(setter, document, letterhead)),
        title: title(setter, &document.title),
        under: under(setter, document),
        addressee: document.addressee.as_ref().map(|line| framed(setter, None, "", line, "：")),
        body: blocks(setter, &document.body),
        signature: signature(setter, document),
        postscript: document.postscript.as_ref().map(|line| framed(setter, None, "（", line, "）")),
        annexes: document.annexes.iter().map(|one| annex(setter, one)).collect(),
        charts: chart::charts(setter, &document.charts),
        imprint: imprint(setter, document),
        notes: Vec::new(),
    };
    setter.close_notes();
    page.notes = document.notes.iter().map(|note| blocks(setter, &note.body)).collect();
    // The template puts the number before what a note begins with.
    page.notes.iter_mut().filter(|note| note.is_empty()).for_each(|note| {
        note.push(Block::Paragraph { depth: 0, runs: Vec::new() });
    });
    page
}

/// 成文日期; before there is one, the first day on which a report on that year may be signed. PDF/A wants a date.
fn date(document: &Document) -> Date {
    let signed = document.date.as_ref().and_then(|line| parse(&line.plain()));
    let date = signed.map(|date| Date { year: date.year(), month: date.month(), day: date.day() });
    date.unwrap_or(Date { year: document.year.clamp(0, 9998) + 1, month: 1, day: 1 })
}

/// A line between two marks.
fn framed(setter: &mut Setter, role: Option<&'static str>, before: &str, line: &Line, after: &str) -> Vec<Run> {
    let face = Face { font: role, ..Face::default() };
    let mut runs = Vec::new();
    setter.push_text(&mut runs, before, &face);
    setter.push(&mut runs, &line.content, &face);
    setter.push_text(&mut runs, after, &face);
    runs
}

/// The lines of a title as given, long ones broken by meaning.
fn title(setter: &mut Setter, lines: &[Line]) -> Vec<Run> {
    let mut runs = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            runs.push(Run::Break);
        }
        push_broken(setter, &mut runs, &line.content, &paper::title_breaks(line));
    }
    runs
}

/// Appends inlines with line breaks at offsets of their plain text, between runs or inside one.
fn push_broken(setter: &mut Setter, runs: &mut Vec<Run>, content: &[Inline], breaks: &[usize]) {
    let face = Face { font: Some(setter.house.title), ..Face::default() };
    let mut start = 0;
    let mut breaks = breaks.iter().copied().peekable();
    for inline in content {
        while breaks.next_if(|&at| at <= start).is_some() {
            runs.push(Run::Break);
        }
        let end = start + document::plain(std::slice::from_ref(inline)).len();
        match inline {
            Inline::Text(run) => {
                let mut from = start;
                while let Some(at) = breaks.next_if(|&at| at < end) {
                    setter.push_text(runs, &run.text[from - start..at - start], &face);
                    runs.push(Run::Break);
                    from = at;
                }
                setter.push_text(runs, &run.text[from - start..], &face);
            }
            other => setter.push(runs, std::slice::from_ref(other), &face),
        }
        start = end;
    }
}

fn under(setter: &mut Setter, document: &Document) -> Vec<Under> {
    let lines = paper::under_title(document);
    let under = lines.iter().map(|line| {
        let font = if line.is_number { setter.house.body } else { "kai" };
        Under { font, runs: framed(setter, Some(font), line.before, line.line, line.after) }
    });
    under.collect()
}

fn head(setter: &mut Setter, document: &Document, letterhead: &Letterhead) -> Head {
    let markings = [&letterhead.copy_number, &letterhead.secrecy, &letterhead.urgency];
    let mark = paper::Mark::of(document, Room::of(&document.style));
    let (lines, beside, size, longest) =
        mark.map(|mark| (mark.lines, mark.beside, mark.size, mark.longest)).unwrap_or_default();
    let rows = paper::signer_rows(letterhead);
    let block = paper::SignerBlock::of(&rows);
    Head {
        markings: markings
            .into_iter()
            .filter(|text| !text.is_empty())
            .map(|text| setter.text_in("hei", text))
            .collect(),
        size,
        longest: characters(longest),
        marks: lines.iter().map(|mark| setter.text_in("title", mark)).collect(),
        suffix: setter.text_in("title", &beside),
        number: document.number.as_ref().map(|line| setter.runs(None, &line.content)).unwrap_or_default(),
        signers: rows
            .iter()
            .map(|row| Signers {
                label: row.label,
                names: row.names.iter().map(|name| setter.text_in("kai", name)).collect(),
            })
            .collect(),
        start: characters(block.start),
        label: characters(paper::LABEL),
        first: characters(block.first + paper::GAP),
    }
}

/// Hundredths of a character as characters.
fn characters(hundredths: Chars) -> f64 {
    f64::from(hundredths) / 100.0
}

fn signature(setter: &mut Setter, document: &Document) -> Signature {
    let edges = paper::edges(document);
    let mut signed = |line: &Line, edge| Signed { runs: setter.runs(None, &line.content), edge: characters(edge) };
    Signature {
        organs: document.signature.iter().zip(&edges.organs).map(|(organ, edge)| signed(organ, *edge)).collect(),
        date: document.date.as_ref().map(|date| signed(date, edges.date)),
        sealed: edges.is_sealed,
    }
}

fn annex(setter: &mut Setter, annex: &document::Annex) -> Annex {
    Annex {
        label: setter.text_in("hei", &annex.label),
        name: setter.runs(None, &annex.title.content),
        title: title(setter, std::slice::from_ref(&annex.title)),
        body: blocks(setter, &annex.body),
    }
}

fn imprint(setter: &mut Setter, document: &Document) -> Option<Imprint> {
    let paper::Imprint { copies, printer, printed } = paper::Imprint::of(document)?;
    Some(Imprint { copies: setter.text(&copies), printer: setter.text(&printer), printed: setter.text(&printed) })
}
