//! Characters of a text: which of them are Han or forbidden, and how those looked for are found without reading all.

pub mod forbidden;
pub mod han;
pub(crate) mod han_set;
pub mod leads;
pub mod lines;
pub mod pairs;
