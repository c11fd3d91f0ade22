mod encoding;
mod hostile;
mod inputs;
mod keys;
mod read;
mod schema;
