mod load;
mod matching;
mod numbering;
