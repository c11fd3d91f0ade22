//! The map of the program: the standard one with a hasher that takes a fourth of the time over names and places.
//!
//! Its seed is random, as that of the standard hasher: a file cannot be made for it. It is no defence against one who
//! watches the program run for long, and nobody can.

use foldhash::fast::RandomState;

/// A map; its order is arbitrary and differs from run to run.
pub type Map<K, V> = std::collections::HashMap<K, V, RandomState>;

/// A map in the order of its insertions.
pub type OrderedMap<K, V> = indexmap::IndexMap<K, V, RandomState>;
