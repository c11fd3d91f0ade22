//! What a government site shows beside the text, and the `<meta>` names of 《政府网站发展指引》 (国办发〔2017〕47号).

use super::view::filled;
use super::{Composer, label};
use crate::document::{Field, Line, title_text};
use crate::model::publication::Publication;
use crate::model::{Text, date};
use crate::place::Place;

/// Where the value of a field stands in `publication`.
type Get = fn(&Publication) -> &[Text];

/// The metadata block in the order sites show it; number and date stand between organ and day of publication.
const SHOWN: &[(&str, Option<Get>)] = &[
    ("index", Some(|typed| typed.index.as_slice())),
    ("topic", Some(|typed| typed.topic.as_slice())),
    ("genre", Some(|typed| typed.genre.as_slice())),
    ("group", Some(|typed| typed.group.as_slice())),
    ("organ", Some(|typed| typed.organ.as_slice())),
    ("number", None),
    ("date", None),
    ("published", Some(|typed| typed.published.as_slice())),
    ("validity", Some(|typed| typed.validity.as_slice())),
    ("summary", Some(|typed| typed.summary.as_slice())),
    ("keywords", Some(|typed| typed.keywords.as_deref().unwrap_or_default())),
    ("audience", Some(|typed| typed.audience.as_slice())),
    ("registration", Some(|typed| typed.registration.as_slice())),
    ("disclosure", Some(|typed| typed.disclosure.as_slice())),
    ("origin", Some(|typed| typed.origin.as_slice())),
    ("editor", Some(|typed| typed.editor.as_slice())),
    ("downloads", Some(|typed| typed.downloads.as_deref().unwrap_or_default())),
];

/// The names of an article page whose values stand in `publication`, in the order of the 指引.
const META: &[(&str, Option<Get>)] = &[
    ("SiteName", Some(|typed| typed.site_name.as_slice())),
    ("SiteDomain", Some(|typed| typed.site_domain.as_slice())),
    ("SiteIDCode", Some(|typed| typed.site_id.as_slice())),
    ("ColumnName", Some(|typed| typed.column_name.as_slice())),
    ("ColumnDescription", Some(|typed| typed.column_description.as_slice())),
    ("ColumnKeywords", Some(|typed| typed.column_keywords.as_deref().unwrap_or_default())),
    ("ColumnType", Some(|typed| typed.column_type.as_slice())),
    ("ArticleTitle", None),
    ("PubDate", None),
    ("ContentSource", None),
    ("Keywords", Some(|typed| typed.keywords.as_deref().unwrap_or_default())),
    ("Author", Some(|typed| typed.editor.as_slice())),
    ("Description", Some(|typed| typed.summary.as_slice())),
    ("Url", Some(|typed| typed.url.as_slice())),
];

impl<'a> Composer<'a> {
    /// The metadata block of an edition that is published.
    pub(super) fn publication(&mut self, number: Option<&Line>, date: Option<&Line>) -> Vec<Field> {
        let layers = self.view.publications();
        if layers.is_empty() {
            return Vec::new();
        }
        let mut fields = Vec::new();
        for &(key, get) in SHOWN {
            let (value, place) = match (key, get) {
                (_, Some(get)) => self.field(key, &layers, get, "；"),
                ("date", _) => line_value(date),
                _ => line_value(number),
            };
            push(key, label(key).to_owned(), value, place, &mut fields);
        }
        fields
    }

    /// The `<meta>` names of an edition that is published.
    pub(super) fn meta(&mut self, title: &[Line]) -> Vec<Field> {
        let layers = self.view.publications();
        if layers.is_empty() {
            return Vec::new();
        }
        let mut fields = Vec::new();
        for &(name, get) in META {
            let (value, place) = match (name, get) {
                (_, Some(get)) => self.field(name, &layers, get, ";"),
                ("ArticleTitle", _) => (title_text(title, &self.issuers()), self.view.place()),
                ("PubDate", _) => published_at(&layers),
                _ => self.content_source(&layers),
            };
            push(name, name.to_owned(), value, place, &mut fields);
        }
        fields
    }

    /// The value of a field, several parted by `joint`; what is not filled is left out.
    fn field(&mut self, name: &str, layers: &[&'a Publication], get: Get, joint: &str) -> (String, Place) {
        let texts = filled(layers, get);
        let values: Vec<_> = texts.iter().map(|text| self.line(text, name).plain()).collect();
        (values.join(joint), texts.first().map(|text| text.place).unwrap_or_default())
    }

    /// Where the text comes from: as given, else the publishing organ, else those that report.
    fn content_source(&mut self, layers: &[&'a Publication]) -> (String, Place) {
        for get in [(|typed| typed.origin.as_slice()) as Get, |typed| typed.organ.as_slice()] {
            let found = self.field("ContentSource", layers, get, ";");
            if !found.0.is_empty() {
                return found;
            }
        }
        let issuers: Vec<_> = self.view.issuers().iter().filter(|issuer| !issuer.is_unfilled()).collect();
        let names: Vec<_> = issuers.iter().map(|issuer| self.line(issuer, "").plain()).collect();
        (names.join("、"), issuers.first().map(|issuer| issuer.place).unwrap_or_default())
    }
}

/// The day of publication as `YYYY-MM-DD HH:MM`, at midnight where only the day is given.
fn published_at(layers: &[&Publication]) -> (String, Place) {
    let Some(published) = filled(layers, |typed| typed.published.as_slice()).first() else {
        return Default::default();
    };
    let value = date::parse(published).map_or(published.trim().to_owned(), |day| format!("{day} 00:00"));
    (value, published.place)
}

fn line_value(line: Option<&Line>) -> (String, Place) {
    line.map(|line| (line.plain(), line.place)).unwrap_or_default()
}

fn push(key: &str, label: String, value: String, place: Place, fields: &mut Vec<Field>) {
    if !value.is_empty() {
        fields.push(Field { key: key.to_owned(), label, value, place });
    }
}
