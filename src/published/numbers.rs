//! Numbers of headings that do not count on, each at the mark as it stands in the source.

use crate::import::Misnumbered;
use crate::model::{Report, Section};
use crate::outline::numbering::{heading_mark, leading_mark};
use crate::place::Places;
use crate::source::{SourceFile, Span};

/// The number of a heading that comes twice or leaves one out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadingNumber {
    /// As it is written, else as such marks are: （三）.
    pub mark: String,
    /// The mark that should come after the heading before it.
    pub due: String,
    /// The mark, else the heading where its number is none of its characters.
    pub at: Span,
    /// It is the mark of the heading before it; otherwise one is left out.
    pub is_repeated: bool,
}

/// Finds the marks before the headings.
pub fn locate(found: &[Misnumbered], report: &Report, places: &Places, source: &SourceFile) -> Vec<HeadingNumber> {
    let locate = |found: &Misnumbered| {
        let heading = section(&report.sections, &found.path)?.heading.as_ref()?;
        let span = places.span(heading.place);
        let mark = mark_before(source.text(), span.start);
        let at = mark.filter(|mark| leading_mark(source.slice(*mark)).is_some_and(|mark| mark.number == found.number));
        let typed = || at.map(|at| source.slice(at).trim().to_owned());
        Some(HeadingNumber {
            mark: typed().unwrap_or_else(|| heading_mark(found.level, found.number)),
            due: heading_mark(found.level, found.last + 1),
            at: at.unwrap_or(span),
            is_repeated: found.number == found.last,
        })
    };
    found.iter().filter_map(locate).collect()
}

fn section<'a>(sections: &'a [Section], path: &[usize]) -> Option<&'a Section> {
    let (first, rest) = path.split_first()?;
    let own = sections.get(*first)?;
    if rest.is_empty() { Some(own) } else { section(&own.sections, rest) }
}

/// The most characters of a mark or an entity.
const LONGEST: usize = 8;

/// The mark that ends before a heading, blanks, tags and entities between.
fn mark_before(text: &str, heading: usize) -> Option<Span> {
    let mut end = heading;
    loop {
        let before = text[..end].trim_end();
        let tag = || before.strip_suffix('>').and_then(|tag| tag.rfind('<'));
        let entity = || before.strip_suffix(';')?.rfind('&').filter(|start| before.len() - start <= LONGEST);
        match tag().or_else(entity) {
            Some(start) => end = start,
            None => {
                end = before.len();
                break;
            }
        }
    }
    let starts = text[..end].char_indices().rev().take(LONGEST).map(|(at, _)| at);
    let is_mark = |at: &usize| leading_mark(&text[*at..end]).is_some_and(|mark| mark.length == end - at);
    let start = starts.take_while(|at| !text[*at..].starts_with(['\n', '>'])).filter(is_mark).last()?;
    Some(Span::new(end - text[start..end].trim_start().len(), end))
}
