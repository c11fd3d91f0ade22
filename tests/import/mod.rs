mod figures;
mod hostile;
mod properties;
mod round_trip;
mod seeds;
mod strangers;
