//! Filters of placeholders: number, last, difference, change, share, round, wan.
