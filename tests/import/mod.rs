mod figures;
mod hostile;
mod names;
mod properties;
mod round_trip;
pub mod seeds;
mod strangers;
