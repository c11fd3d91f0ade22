//! Every key, fixed value, part id and filter in English and Chinese: the one table.
