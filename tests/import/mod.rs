mod round_trip;
mod seeds;
