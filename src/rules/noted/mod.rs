//! What the stages before the rules noted, as findings: the rules only name it.

pub mod claims;
pub mod faults;
pub mod language;
pub mod leftovers;
pub mod relations;
pub mod shape;
