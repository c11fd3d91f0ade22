//! Any bytes as a published text of each format: read and checked, every place one of the source.
#![no_main]

use fazhi::project::{Project, Surroundings};
use fazhi::published;
use fazhi::rules::Selection;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for name in ["a.txt", "a.md", "a.html"] {
        let Ok(published) = published::read(name, bytes) else { continue };
        let Ok(project) = Project::of_published(published, &Surroundings::default()) else { continue };
        for finding in project.check(&Selection::default(), None) {
            let span = finding.at.span(&project.reading.places);
            assert!(project.source.text().get(span.range()).is_some());
        }
    }
});
