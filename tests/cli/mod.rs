//! The program as a user runs it: every output, every error, every exit code.

mod batch;
mod check;
mod compare;
mod extras;
mod files;
mod fix;
mod help;
mod import;
mod new;
mod next;
mod pictures;
mod render;
mod style;
mod unread;
mod wrong;
