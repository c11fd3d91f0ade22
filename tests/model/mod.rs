mod date;
mod day;
mod interval;
mod quantity;
