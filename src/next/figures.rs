//! Figures of the new year: emptied, with the value of the old one as last year's.

use super::draft::{Draft, scalar};
use crate::figures::table::NOT_APPLICABLE;
use crate::figures::{Table, Value};
use crate::model::{Entry, Figure, Group, Text};

/// Empties the figures of a group and of the groups in it; returns how many were emptied.
pub(super) fn turn(draft: &mut Draft, group: &Group, table: &Table, prefix: &str) -> usize {
    let mut emptied = 0;
    for (short, entry) in &group.entries {
        let name = if prefix.is_empty() { short.clone() } else { format!("{prefix}.{short}") };
        match entry {
            Entry::Group(inner) => emptied += turn(draft, inner, table, &name),
            Entry::Figure(figure) => emptied += usize::from(empty(draft, figure, table, &name)),
        }
    }
    emptied
}

/// Empties one figure: a typed value moves to last year's, a formula stays. Whether there was a value to move.
fn empty(draft: &mut Draft, figure: &Figure, table: &Table, name: &str) -> bool {
    let resolved = table.get(name);
    figure.as_of.iter().for_each(|day| move_day(draft, day));
    figure.checked_by.iter().for_each(|person| draft.empty(person));
    if resolved.is_some_and(|figure| figure.computed) {
        // Last year's is computed too; where it was typed, it becomes what was computed this year.
        if let Some(last) = &figure.last_year {
            let computed = resolved.and_then(|figure| figure.value.quantity());
            draft.set(last.place, &computed.map_or("~".to_owned(), |quantity| scalar(&quantity.written)));
        }
        return false;
    }
    let value = figure.value.as_ref().filter(|value| !value.is_unfilled());
    let Some(value) = value else {
        figure.last_year.iter().for_each(|last| draft.empty(last));
        return false;
    };
    if resolved.is_some_and(|figure| figure.value == Value::NotApplicable) || value.trim() == NOT_APPLICABLE {
        return false;
    }
    let old = scalar(value.trim());
    match &figure.last_year {
        // A plain value: it becomes a map.
        None if value.place == figure.at => {
            let map = format!("{{{}: ~, {}: {old}}}", draft.key("value"), draft.key("last_year"));
            draft.set(value.place, &map);
        }
        None => {
            draft.set(value.place, "~");
            draft.add(value.place, "last_year", &old);
        }
        Some(last) => {
            draft.set(value.place, "~");
            draft.set(last.place, &old);
        }
    }
    true
}

/// 2023-12-31 is 2024-12-31 in the next report.
fn move_day(draft: &mut Draft, day: &Text) {
    let digits: Vec<(usize, &str)> = day.match_indices(|c: char| c.is_ascii_digit()).collect();
    let first = digits.first().map_or(0, |&(at, _)| at);
    let Some(year) = day.get(first..first + 4).and_then(|year| year.parse::<i16>().ok()) else { return };
    let is_longer = day[first + 4..].starts_with(|c: char| c.is_ascii_digit());
    if (1900..2100).contains(&year) && !is_longer {
        draft.set_range(day.place, first..first + 4, &(year + 1).to_string());
    }
}
