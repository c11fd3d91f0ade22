//! Whatever the file holds, reading it ends, and says where.

use fazhi::message::Lang;
use fazhi::place::{Place, Places};
use fazhi::source::{Edit, SourceFile, Span};
use fazhi::yaml::describe::describe;
use fazhi::yaml::{Reading, edit, read};
use proptest::prelude::*;

/// Reads a text, and checks that all it says lies in the text.
fn checked(text: &str) -> Reading {
    let source = SourceFile::new("report.yaml", text);
    let reading = read(&source);
    let inside = |span: Span| assert!(text.get(span.range()).is_some(), "{span:?} is no span of {text:?}");
    for slip in &reading.slips {
        inside(slip.span);
        slip.fix.iter().for_each(|edit: &Edit| inside(edit.span));
        assert!(!describe(&slip.kind).message.text(Lang::Zh).starts_with("yaml."));
    }
    places_are_inside(&reading.places, text);
    let fixed = edit::apply(text, reading.slips.iter().flat_map(|slip| &slip.fix));
    read(&SourceFile::new("report.yaml", fixed.text));
    reading
}

/// Every place lies inside the text, and so does every range in the text there.
fn places_are_inside(places: &Places, text: &str) {
    let mut number = 0;
    while number == 0 || places.entry(Place(number)).is_some_and(|entry| entry.step.is_some()) {
        let place = Place(number);
        for span in [places.span(place), places.key_span(place), places.range(place, 0..1_000)] {
            assert!(text.get(span.start..).is_some() && span.end <= text.len(), "{span:?} is no span of {text:?}");
        }
        number += 1;
    }
}

const FRAGMENTS: &[&str] = &[
    "报告",
    "数据",
    "章节",
    "条目",
    "正文",
    "年度",
    "收到",
    "标题",
    "内容项",
    "排版",
    "合计",
    "不计入",
    "免检",
    "figures",
    "sections",
    "：",
    ":",
    ": ",
    " ",
    "  ",
    "    ",
    "\n",
    "\n",
    "\n  ",
    "\n    ",
    "\r\n",
    "\t",
    "- ",
    "-",
    "－",
    "—",
    "——",
    "{",
    "}",
    "[",
    "]",
    "｛",
    "｝",
    "，",
    ",",
    ", ",
    "|",
    "｜",
    ">",
    "|\n",
    "\"",
    "'",
    "“",
    "”",
    "#",
    " #",
    "￥{",
    "${",
    "}",
    "＄｛",
    "$",
    "=",
    "＝",
    "~",
    "null",
    "&",
    "*",
    "!",
    "%",
    "@",
    "`",
    "\\",
    "?",
    "? ",
    "---\n",
    "...",
    "<<",
    "８３",
    "83件",
    "1,234件",
    "2021",
    "二〇二一",
    "\u{3000}",
    "\u{a0}",
    "\u{feff}",
    "\u{0}",
    "\u{85}",
    "\u{2028}",
    "😀",
    "政府工作。",
    "；",
    "12:30",
    "http://a.b",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn random_fragments_are_read(fragments in prop::collection::vec(prop::sample::select(FRAGMENTS), 0..60)) {
        checked(&fragments.concat());
    }

    #[test]
    fn a_damaged_report_is_read(
        at in 0..800_usize,
        removed in 0..12_usize,
        fragment in prop::sample::select(FRAGMENTS),
    ) {
        let text = include_str!("inputs/warn_keyboard.yaml");
        let (start, end) = (text.floor_char_boundary(at), text.floor_char_boundary(at + removed));
        checked(&format!("{}{fragment}{}", &text[..start], &text[end..]));
    }

    #[test]
    fn random_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(source) = SourceFile::from_bytes("report.yaml", &bytes) {
            checked(source.text());
        }
    }

    #[test]
    fn random_text_is_read(text in "\\PC{0,80}") {
        checked(&text);
    }
}

#[test]
fn the_cost_grows_with_the_size_only() {
    let texts = [
        "- ".repeat(200_000),
        "[".repeat(200_000),
        "{".repeat(200_000),
        "a: ".repeat(100_000),
        "a:".repeat(100_000),
        "：".repeat(100_000),
        "\u{3000}".repeat(100_000),
        "a\u{3000}".repeat(100_000),
        "#".repeat(200_000),
        "\"".repeat(200_000),
        "'".repeat(200_000),
        "${a".repeat(70_000),
        "￥{甲}".repeat(40_000),
        "\t".repeat(200_000),
        "\n".repeat(200_000),
        "，".repeat(100_000),
        format!("报告: [{}]", "{a},".repeat(50_000)),
        format!("报告: {{a: {}}}", "1,".repeat(50_000)),
        format!("报告: {{{}}}", "数值：1，".repeat(20_000)),
        format!("数据: {{{}}}", "甲:1，".repeat(20_000)),
        format!("导语: {}", "甲\n  ".repeat(50_000)),
        format!("导语: |\n{}", "  甲\n\n".repeat(50_000)),
        format!("导语: |\n  甲{}  乙\n", "\n".repeat(200_000)),
        format!("导语: \"甲{}  乙\"\n", "\n".repeat(200_000)),
        format!("导语: 甲{}  乙\n", "\n  \t".repeat(50_000)),
        format!("章节:\n{}", "  - 甲: 乙\n".repeat(30_000)),
        format!("章节:\n- 条目:\n{}", "  - 甲: 乙\n".repeat(30_000)),
        format!("数据:\n{}", "  甲：乙\n".repeat(30_000)),
        format!("数据: \"{}\"", "\\n".repeat(100_000)),
        "? ".repeat(100_000),
        "&a ".repeat(70_000),
        "!".repeat(200_000),
        "甲: &a\n".repeat(30_000),
        "---\n".repeat(50_000),
    ];
    for text in texts {
        let before = std::time::Instant::now();
        checked(&text);
        let taken = before.elapsed();
        // A text of 200 KB takes well below a second; the square of its length would take minutes.
        assert!(taken.as_secs() < 20, "{taken:?} for {}…", text.chars().take(20).collect::<String>());
    }
}
