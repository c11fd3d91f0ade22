//! House style: what a report asks for, as writers get it.

use fazhi::document::style::{Margins, Style};
use fazhi::document::{Block, Inline, plain};

use super::first;

const FRAME: &str = "\
报告:
  发文机关: 云溪县人民政府
  年度: 2023
章节:
  - 小标题: 主要举措和成效
    正文: |
      全部是一句。

      收到83件。“办结率**较高**。”

      **已经加粗**。后面还有。

      他说：“依法办理。”（见附件）其余从略。
    条目: [规范执法。开展评查。, 化解矛盾]
";

#[test]
fn lengths_are_read_in_points_and_millimetres() {
    let typed = "格式: {标题字体: 华文中宋, 各级标题字体: [黑体, ~], 行距: 28.5磅, 页边距: [25.4, 25.4mm, 20毫米, 30], 页码: 否}\n";
    let expected = Style {
        title_font: Some("华文中宋".into()),
        heading_fonts: vec!["黑体".into(), String::new()],
        line_pitch: Some(570),
        margins: Some(Margins { top: 1440, right: 1440, bottom: 1134, left: 1701 }),
        unnumbered: true,
        ..Style::default()
    };
    assert_eq!(first(&format!("{FRAME}{typed}")).style, expected);
}

#[test]
fn what_is_no_length_leaves_the_standard() {
    for typed in ["行距: 宽", "行距: 0", "行距: 1e9", "行距: -28", "页边距: [1, 2]", "页边距: [37, 26, 35, 999]"]
    {
        assert_eq!(first(&format!("{FRAME}格式: {{{typed}}}\n")).style, Style::default(), "{typed}");
    }
}

#[test]
fn the_first_of_several_sentences_is_bold() {
    let leads = |text: &str| -> Vec<String> {
        let lead = |block: &Block| match block {
            Block::Paragraph(paragraph) => match paragraph.content.first() {
                Some(Inline::Strong { content }) => Some(plain(content)),
                _ => None,
            },
            _ => None,
        };
        first(text).body.iter().filter_map(lead).collect()
    };
    assert_eq!(leads(FRAME), ["已经加粗"]);
    let bold = leads(&format!("{FRAME}格式: {{段首加粗: 是}}\n"));
    assert_eq!(bold, ["收到83件。", "已经加粗", "他说：“依法办理。”", "一是规范执法。"]);
}
