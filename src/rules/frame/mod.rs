//! What a rule is, what it looks at, and what becomes of what it finds.

#[macro_use]
mod sample;

pub mod context;
mod explain;
pub mod finality;
pub mod published;
pub mod rule;
pub mod selection;
