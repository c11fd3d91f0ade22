//! What may stand at a place of a report file: keys of ours, measures, figures, texts.

use crate::yaml::keys::{self, Domain};

/// What may stand at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Context {
    /// A map with keys of ours, or a list of such maps.
    Ours,
    /// A list of measures: texts, or maps with few keys.
    Measures,
    /// Names and groups of the user's.
    Figures,
    /// A text, or a list of texts.
    Text,
    /// A text that is never a list.
    TextOnly,
}

impl Context {
    /// What stands under a key in this context.
    pub(super) fn under(self, key: &str) -> Self {
        let english = keys::english(Domain::Key, key);
        match (self, english) {
            (Self::Figures, Some(key)) if is_note(key) => Self::TextOnly,
            (Self::Figures, _) | (_, Some("figures")) => Self::Figures,
            (_, Some("measures")) => Self::Measures,
            (_, Some("heading" | "text" | "after" | "preamble" | "closing")) => Self::TextOnly,
            (_, None) => Self::Ours,
            (_, Some(key)) if OURS.contains(&key) => Self::Ours,
            _ => Self::Text,
        }
    }

    /// Whether a name before a colon that YAML does not know as one is a key here.
    pub(super) fn is_key(self, name: &str) -> bool {
        let word = || keys::word(Domain::Key, name);
        match self {
            Self::Ours => word().is_some(),
            // 内容： and 问题： open sentences too; only the first names can be keys.
            Self::Measures => word().is_some_and(|word| MEASURE.contains(&word.en) && !word.also.contains(&name)),
            Self::Figures => is_name(name),
            Self::Text | Self::TextOnly => false,
        }
    }

    /// Whether a name before a colon is a key here for certain, though the line might go on with a text: 问题： and 内容：
    /// open sentences too.
    pub(super) fn opens_key(self, name: &str) -> bool {
        let known = keys::word(Domain::Key, name).is_some_and(|word| !word.also.contains(&name));
        known && self.is_key(name)
    }
}

/// Keys with maps, or lists of maps, under them.
const OURS: [&str; 10] =
    ["report", "publication", "letterhead", "imprint", "layout", "style", "sections", "editions", "annexes", "allow"];

/// Keys of a measure.
pub const MEASURE: [&str; 6] = ["text", "part", "todo", "provider", "only", "except"];

/// Keys of a figure whose value is words.
fn is_note(key: &str) -> bool {
    matches!(key, "source" | "scope" | "checked_by" | "note" | "unit" | "denominator" | "apart" | "only" | "except")
}

/// A name of a figure or of a key: letters of any script, digits, `_`, `·`, not digits only, and short.
pub fn is_name(name: &str) -> bool {
    name.chars().all(|each| each.is_alphanumeric() || matches!(each, '_' | '·'))
        && name.chars().any(char::is_alphabetic)
        && name.chars().nth(32).is_none()
}

/// Whether the value of a key is a number or a date, so that full-width digits are slips.
pub(super) fn has_digits(context: Context, name: &str) -> bool {
    let english = keys::english(Domain::Key, name);
    match context {
        Context::Figures => !english.is_some_and(is_note),
        _ => matches!(english, Some("year" | "date" | "decimals" | "published" | "printed")),
    }
}
