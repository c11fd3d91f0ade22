//! 一是, 二是, 三是.

use super::body;

/// The body of a section with this layout and these keys.
fn section(layout: &str, keys: &str) -> String {
    body(&format!("sections:\n  - heading: 甲\n    layout: {{measures: {layout}}}\n{keys}"))
}

#[test]
fn a_paragraph_each() {
    assert_eq!(
        section(
            "paragraph",
            "    text: 文。\n    measures:\n      - 无标点\n      - 有句号。\n      - 两句。无标点\n      - （括号。）\n      - '**加粗**'\n    after: 后文。\n"
        ),
        "\
h1 一、甲
p 文。
p 一是无标点；
p 二是有句号。
p 三是两句。无标点。
p 四是（括号。）
p 五是B[加粗]。
p 后文。
"
    );
}

#[test]
fn joined_to_the_text() {
    assert_eq!(
        section(
            "inline",
            "    text: |\n      第一段。\n\n      主要做法：\n    measures: [甲, 乙；, 丙]\n    after: 后文。\n"
        ),
        "h1 一、甲\np 第一段。\np 主要做法：一是甲；二是乙；三是丙。\np 后文。\n"
    );
    assert_eq!(section("inline", "    measures: [甲, 乙]\n"), "h1 一、甲\np 一是甲；二是乙。\n");
}

#[test]
fn a_single_measure_is_no_enumeration() {
    assert_eq!(section("paragraph", "    measures: [甲]\n"), "h1 一、甲\np 甲。\n");
    assert_eq!(
        section("inline", "    text: 文：\n    measures: [甲, {text: 乙, except: [public]}]\n"),
        "h1 一、甲\np 文：甲。\n"
    );
}

#[test]
fn what_holds_more_than_a_paragraph_stands_apart() {
    assert_eq!(
        section(
            "inline",
            "    text: 文。\n    measures:\n      - 甲\n      - |\n        乙\n\n        又乙\n      - \"- 丙\\n- 丁\"\n"
        ),
        "h1 一、甲\np 文。\np 一是甲；\np 二是乙\np 又乙；\np 三是\n-\n  p 丙\n-\n  p 丁\n"
    );
}
