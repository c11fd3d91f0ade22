mod encoding;
mod inputs;
mod keys;
mod read;
