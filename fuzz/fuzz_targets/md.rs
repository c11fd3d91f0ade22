//! Any bytes as Markdown: read, and imported where it is a report.
#![no_main]

use fazhi::import::{Options, import};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(text) = fazhi::readers::read("a.md", bytes) {
        let _ = import(&text, Options::default());
    }
});
