//! Running prose read for its numbers.

mod read;
mod subset;
