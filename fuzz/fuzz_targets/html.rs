//! Any bytes as the body of a page: read, and imported where it is a report.
#![no_main]

use fazhi::import::{Options, import};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let page = [b"<!DOCTYPE html><html><body>", bytes].concat();
    if let Ok(text) = fazhi::readers::read("a.html", &page) {
        let _ = import(&text, Options::default());
    }
});
