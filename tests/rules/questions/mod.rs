//! What several rules ask of a report.

mod last_year;
