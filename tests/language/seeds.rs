//! Faults of language in real reports, where `../shared` holds them: every finding, judged by a reader.

use std::path::Path;

use super::found;

/// A seed, and what is found in its paragraphs.
const FOUND: [(&str, &[&str]); 5] = [
    ("000", &["截止", "截止", "五是", "截止", "截止", "截止", "截止", "一是"]),
    ("001", &[]),
    ("002", &["政府政府"]),
    ("003", &["近2.2万余"]),
    ("004", &[]),
];

#[test]
fn the_seeds_are_found_to_have_their_faults_and_no_other() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/truth");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "{} is missing", folder.display());
        eprintln!("skipped: {} is missing", folder.display());
        return;
    };
    let paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    for (seed, expected) in FOUND {
        let body = paths.iter().find(|path| {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            name.starts_with(seed) && name.ends_with(".body.txt")
        });
        let text = std::fs::read_to_string(body.expect("the seed is there")).expect("the seed is text");
        let words: Vec<String> = text.lines().flat_map(found).map(|(_, words, _)| words).collect();
        assert_eq!(words, expected, "{seed}");
    }
}
