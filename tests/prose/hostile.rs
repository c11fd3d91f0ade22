//! Texts nobody wrote: no panic, and time that grows with the text.

use std::time::{Duration, Instant};

use fazhi::prose::Prose;
use proptest::prelude::*;

/// Pieces that sentences with numbers are made of.
const PIECES: [&str; 41] = [
    "其中",
    "包括",
    "分为",
    "共",
    "合计",
    "共计",
    "其他",
    "件",
    "人",
    "个",
    "%",
    "个百分点",
    "倍",
    "，",
    "、",
    "；",
    "：",
    "。",
    "(",
    ")",
    "（",
    "）",
    "《",
    "》",
    "“",
    "”",
    "12",
    "9223372036854775807件",
    "345",
    "6.7",
    "1,234",
    "98.60%",
    "百分之",
    "九十五",
    "办结率",
    "占",
    "由",
    "增加到",
    "增长",
    "维持",
    "保留",
];

proptest! {
    #[test]
    fn any_text_is_read(text in any::<String>()) {
        Prose::read(&text).relations();
    }

    #[test]
    fn any_pieces_are_read(pieces in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..80)) {
        let text = pieces.concat();
        let prose = Prose::read(&text);
        prose.comparisons();
        for relation in prose.relations() {
            prop_assert!(relation.stated < prose.mentions.len());
            prop_assert!(relation.terms.iter().all(|term| *term < prose.mentions.len()));
        }
        for mention in &prose.mentions {
            let words = [mention.range.clone(), mention.before.clone(), mention.after.clone()];
            prop_assert!(words.into_iter().all(|range| text.get(range).is_some()));
            prop_assert!(text.get(prose.clause(mention).range.clone()).is_some());
        }
    }
}

#[test]
fn long_texts_take_time_by_their_length() {
    let unit = [
        "1",
        "其中",
        "（",
        "（1件",
        "1件、",
        "1件，",
        "其中1件，",
        "1件，占1%，",
        "（1件）",
        "“1件",
        "《",
        "由1件增加到2件，增长",
        "百分之",
        "12:",
        "其他1件；",
    ];
    for piece in unit {
        let text = piece.repeat(60_000 / piece.len());
        let start = Instant::now();
        Prose::read(&text).relations();
        assert!(start.elapsed() < Duration::from_secs(8), "{piece}: {:?}", start.elapsed());
    }
    // As many quantities as a sentence may have, in each of many sentences.
    let sentence = "受理1234件，其中".to_owned() + &"甲12件，占1.1%，".repeat(35) + "其他99件。";
    let text = sentence.repeat(60_000 / sentence.len());
    let start = Instant::now();
    Prose::read(&text).relations();
    assert!(start.elapsed() < Duration::from_secs(8), "{:?}", start.elapsed());
}
