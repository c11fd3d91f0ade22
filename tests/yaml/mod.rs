mod edit;
mod encoding;
mod hostile;
mod inputs;
mod keyboard;
mod keys;
mod read;
mod schema;
