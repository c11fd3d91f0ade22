//! What several rules ask of a report and its texts.

pub mod around;
pub mod contents;
pub mod last_year;
pub mod organs;
pub mod personal;
pub mod printed;
pub mod timely;
pub mod told;
