mod catalogue;
mod load;
mod matching;
mod numbering;
