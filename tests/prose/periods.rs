//! The table of spans of years.

use fazhi::prose::periods::spans;

#[test]
fn every_span_has_words_and_a_first_year() {
    assert!(spans().len() > 3);
    for span in spans() {
        assert!(!span.words.is_empty() && (2000..2100).contains(&span.first), "{:?}", span.words);
        assert!(!span.source.name.is_empty(), "{:?}", span.words);
    }
}
