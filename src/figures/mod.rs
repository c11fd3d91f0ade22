//! From names to quantities: the table of figures, formulas, placeholders.

pub mod fault;
pub mod filter;
pub mod formula;
pub mod placeholder;
pub mod table;

pub use fault::{Fault, FaultKind};
pub use placeholder::{Expansion, Piece};
pub use table::{Resolved, Table, Value};
