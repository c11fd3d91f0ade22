//! The tables of `templates/wording/`: YAML of one plain form, an item a line, read without a YAML reader.
//!
//! `- {name: 行政复议法, unless: [草案, 修订], sure: certain}` is an item; blank lines and lines that start with `#` are
//! none. Values are borrowed from the text, so that a check pays for a look at every byte and little more: a YAML
//! reader takes milliseconds for what is here microseconds. A test reads every table both ways and compares.

use jiff::civil::Date;

use crate::outline::Sure;

/// One item of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row<'t>(pub Vec<(&'t str, Value<'t>)>);

/// What a key of an item holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'t> {
    One(&'t str),
    Many(Vec<&'t str>),
}

/// The items of a table.
pub fn rows(text: &str) -> impl Iterator<Item = Row<'_>> {
    text.lines().filter_map(|line| line.trim_end().strip_prefix("- {")?.strip_suffix('}')).map(Row::of)
}

impl<'t> Row<'t> {
    /// Reads what stands between `{` and `}`.
    fn of(mut rest: &'t str) -> Self {
        let mut fields = Vec::new();
        while let Some((key, after)) = rest.split_once(": ") {
            let (value, after) = match after.strip_prefix('[') {
                Some(list) => {
                    let (items, after) = list.split_once(']').unwrap_or((list, ""));
                    (Value::Many(items.split(", ").filter(|item| !item.is_empty()).collect()), after)
                }
                None => {
                    let (value, after) = after.split_at(after.find(", ").unwrap_or(after.len()));
                    (Value::One(value), after)
                }
            };
            fields.push((key, value));
            rest = after.strip_prefix(", ").unwrap_or_default();
        }
        Self(fields)
    }

    fn value(&self, key: &str) -> Option<&Value<'t>> {
        self.0.iter().find(|(name, _)| *name == key).map(|(_, value)| value)
    }

    /// A text, if the item has it.
    pub(super) fn text(&self, key: &str) -> Option<&'t str> {
        match self.value(key)? {
            Value::One(text) => Some(text),
            Value::Many(_) => None,
        }
    }

    /// A text every item has.
    pub(super) fn owed(&self, key: &str) -> &'t str {
        self.text(key).unwrap_or_else(|| panic!("a test reads every table: {key} in {self:?}"))
    }

    /// A list; empty where the item has none.
    pub(super) fn list(&self, key: &str) -> Vec<&'t str> {
        match self.value(key) {
            Some(Value::Many(items)) => items.clone(),
            _ => Vec::new(),
        }
    }

    pub(super) fn day(&self, key: &str) -> Option<Date> {
        self.text(key).map(|day| day.parse().unwrap_or_else(|_| panic!("a test reads every table: {day} is no day")))
    }

    pub(super) fn year(&self, key: &str) -> Option<i16> {
        self.text(key).map(|year| year.parse().unwrap_or_else(|_| panic!("a test reads every table: {year}")))
    }

    pub(super) fn is(&self, key: &str) -> bool {
        self.text(key) == Some("true")
    }

    /// How sure the item is.
    pub(super) fn sure(&self) -> Sure {
        match self.owed("sure") {
            "certain" => Sure::Certain,
            "reported" => Sure::Reported,
            _ => Sure::Assumed,
        }
    }
}
