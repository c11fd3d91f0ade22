//! What several reports have of what they owe, a line each.

use std::collections::HashMap;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::Look;
use crate::diagnostic::overview::State;
use crate::diagnostic::{Counts, Overview};
use crate::message;
use crate::message::{Lang, Message};
use crate::yaml::keys::{self, Domain};

/// The widest name of a unit that is shown whole, in columns.
const WIDEST: usize = 36;

/// The table of several reports as text; nothing for one.
pub fn table(rows: &[(Overview, Counts)], look: Look) -> String {
    let lines = lines(rows, look.lang);
    let columns = lines.first().map_or(0, Vec::len);
    let widths: Vec<usize> =
        (0..columns).map(|column| lines.iter().map(|cells| cells[column].width()).max().unwrap_or_default()).collect();
    let mut table = String::new();
    for cells in &lines {
        let padded =
            cells.iter().zip(&widths).map(|(cell, width)| format!("{cell}{}", " ".repeat(width - cell.width())));
        table.push_str(padded.collect::<Vec<_>>().join("  ").trim_end());
        table.push('\n');
    }
    if !lines.is_empty() {
        table.push('\n');
    }
    table
}

/// The cells of that table, the headings first; nothing for one report.
pub fn lines(rows: &[(Overview, Counts)], lang: Lang) -> Vec<Vec<String>> {
    let longest = rows.iter().max_by_key(|(row, _)| row.contents.len());
    let Some((first, _)) = longest.filter(|_| rows.len() > 1) else { return Vec::new() };
    let say = |message: Message| message.text(lang);
    let content = |id: &String| match lang {
        Lang::Zh => keys::chinese(Domain::Part, id).unwrap_or(id).to_owned(),
        Lang::En => id.clone(),
    };
    let mut alike: HashMap<(&str, Option<i16>), usize> = HashMap::new();
    rows.iter().for_each(|(row, _)| *alike.entry((row.unit.as_str(), row.year)).or_default() += 1);
    let ids: Vec<&String> = first.contents.iter().map(|(id, _)| id).collect();
    let mut head = vec![say(message!("diagnostic.overview.unit")), say(message!("diagnostic.overview.year"))];
    head.extend(ids.iter().map(|id| content(id)));
    head.extend([message!("diagnostic.error"), message!("diagnostic.warning"), message!("diagnostic.hint")].map(&say));
    let line = |(row, counts): &(Overview, Counts)| {
        // Two reports of one unit on one year are told apart by their files.
        let file = || row.file.rsplit(['/', '\\']).next().unwrap_or_default();
        let is_alone = alike.get(&(row.unit.as_str(), row.year)) == Some(&1);
        let name = if is_alone { short(&row.unit) } else { short(&format!("{} {}", row.unit, file())) };
        let mut cells = vec![name, row.year.map_or_else(|| "?".to_owned(), |year| year.to_string())];
        let state = |id: &&String| row.contents.iter().find(|(own, _)| own == *id).map(|(_, state)| *state);
        cells.extend(ids.iter().map(|id| say(state(id).unwrap_or(State::NotOwed).message())));
        cells.extend([counts.error, counts.warning, counts.hint].map(|count| count.to_string()));
        cells
    };
    std::iter::once(head).chain(rows.iter().map(line)).collect()
}

/// A name on one line, cut where it is too wide.
fn short(name: &str) -> String {
    let name: String = name.chars().filter(|c| !c.is_control()).collect();
    if name.width() <= WIDEST {
        return name;
    }
    let mut width = 0;
    let kept = name.chars().take_while(|c| {
        width += c.width().unwrap_or_default();
        width < WIDEST
    });
    kept.collect::<String>() + "…"
}
