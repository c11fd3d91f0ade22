//! Published texts as reports: every value stands where its place says.

mod contents;
mod hostile;
mod marks;
mod numbers;
mod places;
mod typesetting;
#[cfg(feature = "docx")]
pub mod word;
