mod encoding;
mod keys;
mod read;
