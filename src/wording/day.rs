//! Days in data files: 2024-01-01.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer};

/// Reads a day.
pub(super) fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    let text = String::deserialize(deserializer)?;
    text.parse().map_err(serde::de::Error::custom)
}

/// Reads a day that may be left out.
pub(super) fn read_if_given<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    read(deserializer).map(Some)
}
