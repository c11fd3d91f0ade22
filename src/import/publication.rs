//! `publication:` from the site's metadata block and the `<meta>` of the page.

use indexmap::IndexMap;

use super::field::{self, Entry, Label};
use super::names::{Names, first_date};
use crate::document::Field;
use crate::readers::is_blank;

/// `<meta>` names of 《政府网站发展指引》 and the keys they go to.
const META: [(&str, &str); 11] = [
    ("sitename", "site_name"),
    ("sitedomain", "site_domain"),
    ("siteidcode", "site_id"),
    ("columnname", "column_name"),
    ("columntype", "column_type"),
    ("columndescription", "column_description"),
    ("columnkeywords", "column_keywords"),
    ("pubdate", "published"),
    ("contentsource", "origin"),
    ("keywords", "keywords"),
    ("url", "url"),
];

/// The keys of `publication:` in the order they are written.
const ORDER: [&str; 22] = [
    "index",
    "organ",
    "published",
    "topic",
    "genre",
    "group",
    "validity",
    "disclosure",
    "summary",
    "keywords",
    "audience",
    "registration",
    "origin",
    "editor",
    "url",
    "site_name",
    "site_domain",
    "site_id",
    "column_name",
    "column_type",
    "column_description",
    "column_keywords",
];

const PUBLISHED: Label = Label::Publication("published");

/// What is written, and the labels and values that found no place.
#[derive(Default)]
pub struct Publication {
    values: IndexMap<&'static str, String>,
    pub unused: Vec<Entry>,
}

impl Publication {
    /// Sorts the values of a page; of several for one key the first is taken.
    pub fn new(fields: &[Entry], meta: &[Field], names: &Names, title: &str) -> Self {
        let mut publication = Self::default();
        // 发文日期 is the day of publication only where no 发布日期 is.
        let (issued, named): (Vec<&Entry>, Vec<&Entry>) =
            fields.iter().partition(|entry| entry.name.starts_with("发文") && entry.label == PUBLISHED);
        for entry in named.into_iter().chain(issued) {
            let is_used = match entry.label {
                // 发文字号： is a field nobody filled, 分享到： a tool of the page.
                label if entry.value.is_empty() => label != Label::Other,
                Label::Publication("published") => publication.take_date(&entry.value),
                Label::Publication(key) => publication.take(key, entry.value.clone()),
                Label::Date => day(&entry.value).is_some_and(|date| names.date.as_ref() == Some(&date)),
                Label::Number => names.number.as_ref() == Some(&entry.value),
                Label::Title => without_blanks(&entry.value) == without_blanks(title),
                Label::Other => false,
            };
            if !is_used {
                publication.unused.push(entry.clone());
            }
        }
        for field in meta {
            match META.iter().find(|(name, _)| *name == field.key) {
                Some((_, "published")) => drop(publication.take_date(&field.value)),
                Some((_, key)) => drop(publication.take(key, field.value.clone())),
                None => {}
            }
        }
        publication
    }

    /// The values in the order they are written.
    pub fn values(&self) -> impl Iterator<Item = (&'static str, &str)> {
        ORDER.iter().filter_map(|key| Some((*key, self.values.get(key)?.as_str())))
    }

    /// Whether a value stands under a key now.
    fn take(&mut self, key: &'static str, value: String) -> bool {
        *self.values.entry(key).or_insert_with(|| value.clone()) == value
    }

    /// 发布日期: a date is written without the time of day; what else stands there is not lost.
    fn take_date(&mut self, value: &str) -> bool {
        match day(value) {
            Some(date) => self.take("published", date),
            None => self.take("published", value.to_owned()),
        }
    }
}

/// The date that a value is, its time of day aside.
fn day(value: &str) -> Option<String> {
    first_date(value).filter(|_| field::is_moment(value)).map(|date| date.to_string())
}

fn without_blanks(text: &str) -> String {
    text.chars().filter(|&c| !is_blank(c)).collect()
}
