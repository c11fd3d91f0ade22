//! The program as a user runs it: every output, every error, every exit code.

mod check;
mod compare;
mod files;
mod help;
mod import;
mod new;
mod next;
mod render;
