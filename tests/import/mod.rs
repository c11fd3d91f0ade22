mod figures;
mod hostile;
mod properties;
mod round_trip;
pub mod seeds;
mod strangers;
