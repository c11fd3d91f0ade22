//! Published texts as reports: every value stands where its place says.

mod contents;
mod hostile;
mod places;
#[cfg(feature = "docx")]
mod word;
