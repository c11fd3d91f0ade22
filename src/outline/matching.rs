//! Which parts a heading speaks of.
