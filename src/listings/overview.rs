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

/// The blanks between columns.
const GAP: &str = "  ";

/// The least a name of a unit is cut to, in columns.
const NARROWEST: usize = 12;

/// The table of several reports as text, as far as it can be no wider than the terminal; nothing for one.
pub fn table(rows: &[(Overview, Counts)], look: Look) -> String {
    let lines = lines(rows, look.lang);
    let lines = match look.width {
        Some(width) => fitted(lines, width, look.lang),
        None => lines,
    };
    let widths = widths(&lines);
    let mut table = String::new();
    for cells in &lines {
        let padded =
            cells.iter().zip(&widths).map(|(cell, width)| format!("{cell}{}", " ".repeat(width - cell.width())));
        table.push_str(padded.collect::<Vec<_>>().join(GAP).trim_end());
        table.push('\n');
    }
    if !lines.is_empty() {
        table.push('\n');
    }
    table
}

/// How wide each column is.
fn widths(lines: &[Vec<String>]) -> Vec<usize> {
    let columns = lines.first().map_or(0, Vec::len);
    (0..columns).map(|column| lines.iter().map(|cells| cells[column].width()).max().unwrap_or_default()).collect()
}

/// By how much the table is wider than a terminal.
fn excess(lines: &[Vec<String>], width: usize) -> usize {
    let widths = widths(lines);
    (widths.iter().sum::<usize>() + GAP.len() * widths.len().saturating_sub(1)).saturating_sub(width)
}

/// The table made narrower where the terminal is: without the contents that none of the reports owes, then with
/// shorter names of units.
fn fitted(mut lines: Vec<Vec<String>>, width: usize, lang: Lang) -> Vec<Vec<String>> {
    if excess(&lines, width) > 0 {
        let not_owed = State::NotOwed.message().text(lang);
        let columns = lines.first().map_or(0, Vec::len);
        let is_idle = |column: usize| lines.iter().skip(1).all(|cells| cells[column] == not_owed);
        let idle: Vec<bool> = (0..columns).map(is_idle).collect();
        for cells in &mut lines {
            let mut idle = idle.iter();
            cells.retain(|_| idle.next() == Some(&false));
        }
    }
    let over = excess(&lines, width);
    if let Some(&first) = widths(&lines).first().filter(|_| over > 0) {
        let room = first.saturating_sub(over).max(NARROWEST);
        lines.iter_mut().for_each(|cells| cells[0] = without_middle(&cells[0], room));
    }
    lines
}

/// A name cut in its middle: behind it stands the file.
fn without_middle(name: &str, room: usize) -> String {
    if name.width() <= room {
        return name.to_owned();
    }
    let fitting = |characters: &mut dyn Iterator<Item = char>, room: usize| {
        let mut width = 0;
        let fits = |c: &char| {
            width += c.width().unwrap_or_default();
            width <= room
        };
        characters.take_while(fits).collect::<String>()
    };
    let tail: String = fitting(&mut name.chars().rev(), room / 2).chars().rev().collect();
    fitting(&mut name.chars(), room.saturating_sub(tail.width() + 1)) + "…" + &tail
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
    without_middle(&name, WIDEST)
}
