//! Findings for a person: the sentence, the source frame, why and what to do.

use std::collections::BTreeMap;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Group, Level, Renderer, Snippet, normalize_untrusted_str};
use textwrap::core::display_width;

use super::hang::hang;
use super::{Look, overview};
use crate::diagnostic::excerpt::Excerpt;
use crate::diagnostic::{Checked, Counts, Finding, Overview, Severity, Unread};
use crate::message;
use crate::message::{Lang, Message};
use crate::source::Span;

/// Lines around a finding in which other places of it are drawn; farther ones are only named.
const NEAR: usize = 200;

/// The findings of one file, each followed by an empty line; empty when there is none.
pub fn write(checked: &Checked, look: Look) -> String {
    let renderer = renderer(look);
    checked.findings.iter().map(|finding| draw(checked, finding, &renderer, look)).collect()
}

/// The findings of several files.
pub fn write_files(files: &[Checked], look: Look) -> String {
    files.iter().map(|checked| write(checked, look)).collect()
}

/// The table of several files, the line that counts their findings, and one on files that could not be read. Of files
/// none of which could be read there is nothing to say: not that they are without findings.
pub fn end(files: &[(Overview, Counts)], unread: &[Unread], look: Look) -> String {
    if files.is_empty() {
        return String::new();
    }
    let mut counts = Counts::default();
    files.iter().for_each(|(_, own)| counts.add(*own));
    let mut end = overview::table(files, look) + &counts.message().text(look.lang) + "\n";
    if !unread.is_empty() {
        let names: Vec<&str> = unread.iter().map(|one| one.file.as_str()).collect();
        end.push_str(&message!("diagnostic.unread.all", count = unread.len(), names = names).text(look.lang));
        end.push('\n');
    }
    end
}

fn renderer(look: Look) -> Renderer {
    let renderer = if look.color { Renderer::styled() } else { Renderer::plain() };
    let decor = if look.unicode { DecorStyle::Unicode } else { DecorStyle::Ascii };
    // Excerpts are cut by us, at clauses; the renderer would cut them anywhere.
    renderer.decor_style(decor).term_width(1000)
}

/// `FILE:LINE:COLUMN: ` and then the frame, the place first as compilers and editors agree on.
fn draw(checked: &Checked, finding: &Finding, renderer: &Renderer, look: Look) -> String {
    let lang = look.lang;
    let span = finding.at.span(checked.places);
    let title = level(finding.severity)
        .with_name(finding.severity.message().text(lang))
        .primary_title(one_line(&finding.message, lang))
        .id(format!("{} {}", finding.code, finding.name));
    let note = |level: Level<'static>, name: &str, words: String| {
        Element::from(level.with_name(message!(name).text(lang)).message(words))
    };
    let (near, far) = split_related(checked, finding, span);
    let group = Group::with_title(title)
        .element(frame(checked, span, &near, lang))
        .elements(far.iter().map(|(at, words)| {
            note(Level::NOTE, "diagnostic.see", format!("{} {}", place(checked, *at), one_line(words, lang)))
        }))
        .element(note(Level::NOTE, "diagnostic.why", one_line(&finding.why, lang)))
        .element(note(Level::HELP, "diagnostic.help", one_line(&finding.help, lang)));
    let (place, drawn) = (place(checked, span) + ": ", renderer.render(&[group]));
    let drawn = match look.width {
        Some(width) => hang(drawn.trim_end(), display_width(&place), width),
        None => drawn.trim_end().to_owned(),
    };
    format!("{place}{drawn}\n\n")
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::INFO,
    }
}

/// `FILE:LINE:COLUMN`
fn place(checked: &Checked, span: Span) -> String {
    let position = checked.source.position(span.start);
    format!("{}:{}:{}", checked.source.name(), position.line, position.column)
}

type Related<'a> = Vec<(Span, &'a Message)>;

/// The other places of a finding: those near enough to be drawn, and the rest.
fn split_related<'a>(checked: &Checked, finding: &'a Finding, span: Span) -> (Related<'a>, Related<'a>) {
    let line = |span: Span| checked.source.position(span.start).line;
    let related = finding.related.iter().map(|(at, words)| (at.span(checked.places), words));
    related.partition(|(at, _)| line(*at).abs_diff(line(span)) <= NEAR)
}

/// A sentence without line ends and control characters: values in it come from the file.
fn one_line(message: &Message, lang: Lang) -> String {
    normalize_untrusted_str(&message.text(lang).split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The lines marked, each cut around its marks; the lines between them stay empty and are folded away.
fn frame(checked: &Checked, span: Span, near: &Related, lang: Lang) -> Element<'static> {
    let mut marks = vec![(span, None)];
    marks.extend(near.iter().map(|(at, words)| (*at, Some(one_line(words, lang)))));
    let mut excerpts: BTreeMap<usize, Excerpt> = BTreeMap::new();
    for (at, _) in &marks {
        let excerpt = Excerpt::new(checked.source, *at);
        excerpts.entry(excerpt.line).or_insert(excerpt);
    }
    let first = excerpts.keys().next().copied().unwrap_or(1);
    let (mut text, mut starts) = (String::new(), BTreeMap::new());
    for (line, excerpt) in &excerpts {
        let reached = first + text.matches('\n').count();
        text.push_str(&"\n".repeat(line - reached));
        starts.insert(line, text.len());
        text.push_str(&excerpt.text);
    }
    let annotations = marks.iter().enumerate().filter_map(|(index, (at, label))| {
        let excerpt = &excerpts[&checked.source.position(at.start).line];
        let (start, range) = (starts[&excerpt.line], excerpt.mark(*at)?);
        let kind = if index == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        Some(kind.span(start + range.start..start + range.end).label(label.clone()))
    });
    let annotations: Vec<_> = annotations.collect();
    Snippet::source(text).line_start(first).annotations(annotations).into()
}
