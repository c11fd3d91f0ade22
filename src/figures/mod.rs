//! From names to quantities: the table of figures, formulas, placeholders.

mod amount;
mod change;
mod evaluate;
pub mod fault;
mod filter;
mod formula;
mod input;
pub mod name;
mod order;
pub mod placeholder;
pub mod relation;
mod resolve;
pub mod table;
pub mod total;

pub use fault::{Expected, Fault, FaultKind, Needs};
pub use placeholder::{Expansion, Piece};
pub use relation::{Relation, Sign};
pub use table::{Resolved, Table, Value};
pub use total::{OtherUnit, Total};
