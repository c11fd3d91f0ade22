//! Any bytes as a report file: read, composed and checked.
#![no_main]

use fazhi::project::{Project, Surroundings};
use fazhi::rules::Selection;
use fazhi::source::SourceFile;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(source) = SourceFile::from_bytes("a.yaml", bytes) else { return };
    if let Ok(project) = Project::open(source, &Surroundings::default()) {
        let _ = project.check(&Selection::default(), None);
    }
});
