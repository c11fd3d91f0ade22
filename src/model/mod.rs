//! The report file's nouns, one a file: what a drafter types, with the place of every value.
//!
//! Keys are named in English here; the Chinese names stand in [`crate::yaml::keys`].

pub mod allow;
pub mod annex;
pub mod date;
pub mod day;
pub mod edition;
pub mod figure;
pub mod head;
pub mod interval;
pub mod layout;
pub mod letterhead;
pub mod numeral;
pub mod prose;
pub mod publication;
pub mod quantity;
pub mod report;
pub mod section;
pub mod style;
pub mod text;
pub mod unit;
pub mod year;

pub use allow::Allow;
pub use annex::Annex;
pub use edition::Edition;
pub use figure::{Entry, Figure, Group};
pub use head::{Head, Kind, Level};
pub use interval::{Interval, Verdict};
pub use layout::Layout;
pub use letterhead::Letterhead;
pub use publication::Publication;
pub use quantity::Quantity;
pub use report::Report;
pub use section::{Measure, Section};
pub use style::Style;
pub use text::{OneOrMany, Text};
