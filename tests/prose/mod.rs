//! Running prose read for its numbers.

mod product;
mod read;
mod subset;
