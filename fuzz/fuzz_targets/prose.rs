//! Any text as running prose: read for its quantities, and these related.
#![no_main]

use fazhi::prose::Prose;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let prose = Prose::read(text);
    for relation in prose.relations() {
        let terms = relation.terms.iter().chain([&relation.stated]);
        assert!(terms.into_iter().all(|index| *index < prose.mentions.len()));
    }
});
