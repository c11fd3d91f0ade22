mod date;
mod interval;
mod quantity;
