//! Running prose read for its numbers.

mod hostile;
mod idioms;
mod label;
mod product;
mod read;
mod sentences;
mod subset;
mod truth;
