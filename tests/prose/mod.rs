//! Running prose read for its numbers.

mod label;
mod product;
mod read;
mod subset;
