//! The frame of the new report: its year, its title, its dates, and what was last year's page.

use super::draft::Draft;
use crate::model::{Edition, Head, OneOrMany, Publication, Report, Text, year};
use crate::yaml::quoted;

/// Moves year, titles and dates on; `previous` is the path of the old file.
pub(super) fn turn(draft: &mut Draft, report: &Report, old_year: i16, previous: &str) {
    let head = &report.report;
    if let Some(year) = &head.year {
        draft.set(year.place, &old_year.saturating_add(1).to_string());
        point_back(draft, head, previous);
    }
    head.title.iter().for_each(|title| move_title(draft, title, old_year));
    [&head.number, &head.date].into_iter().flatten().for_each(|text| draft.empty(text));
    head.stage.iter().filter(|stage| !stage.is_unfilled()).for_each(|stage| draft.set(stage.place, "初稿"));
    head.editions.iter().for_each(|edition| turn_edition(draft, edition, old_year));
    report.publication.iter().for_each(|page| turn_page(draft, page, old_year));
    for letterhead in report.letterhead.iter().chain(head.editions.iter().filter_map(|e| e.letterhead.as_ref())) {
        let printed = letterhead.imprint.as_ref().and_then(|imprint| imprint.printed.as_ref());
        printed.into_iter().chain(&letterhead.copy_number).for_each(|text| draft.empty(text));
    }
}

fn point_back(draft: &mut Draft, head: &Head, path: &str) {
    // A text from standard input has no path.
    if path.is_empty() {
        return;
    }
    let path = path_scalar(path);
    match (&head.previous, &head.year) {
        (Some(previous), _) => draft.set(previous.place, &path),
        (None, Some(year)) => draft.add(year.place, "previous", &path),
        (None, None) => {}
    }
}

/// A path such as reports/jiaxian-2021.yaml as it is; any other in quotes.
fn path_scalar(path: &str) -> String {
    let is_simple = |c: char| c.is_alphanumeric() || matches!(c, '.' | '/' | '-' | '_');
    let is_name = path.starts_with(|c: char| c.is_alphanumeric() || c == '.');
    if is_name && path.chars().all(is_simple) { path.to_owned() } else { quoted(path) }
}

fn turn_edition(draft: &mut Draft, edition: &Edition, old_year: i16) {
    edition.title.iter().for_each(|title| move_title(draft, title, old_year));
    let of_last_year = [&edition.number, &edition.date, &edition.occasion];
    of_last_year.into_iter().flatten().for_each(|text| draft.empty(text));
    edition.stage.iter().filter(|stage| !stage.is_unfilled()).for_each(|stage| draft.set(stage.place, "初稿"));
    edition.publication.iter().for_each(|page| turn_page(draft, page, old_year));
}

/// What the site gave last year's page is emptied; a summary that is no more than a title moves on like one.
fn turn_page(draft: &mut Draft, page: &Publication, old_year: i16) {
    page.keywords.iter().for_each(|words| move_title(draft, words, old_year));
    if let Some(summary) = &page.summary {
        let is_title = !summary.contains(['，', ',', '。', '；']);
        if is_title { move_years(draft, summary, old_year) } else { draft.empty(summary) }
    }
    let of_last_year = [&page.index, &page.published, &page.registration, &page.url];
    of_last_year.into_iter().flatten().for_each(|text| draft.empty(text));
    page.downloads.iter().flat_map(|files| files.iter()).for_each(|file| draft.empty(file));
}

fn move_title(draft: &mut Draft, title: &OneOrMany, old_year: i16) {
    title.iter().for_each(|line| move_years(draft, line, old_year));
}

/// The year reported on and the year of the plan, a year later; years that lie back or are part of a name stay.
pub(super) fn move_years(draft: &mut Draft, text: &Text, old_year: i16) {
    let looks_back = ["以来", "以前"].iter().any(|word| text.contains(word));
    for (named, range) in year::named(text) {
        if (named == old_year && !looks_back) || named == old_year.saturating_add(1) {
            draft.set_range(text.place, range, &named.saturating_add(1).to_string());
        }
    }
}
