//! Every run leads back to where it was typed.

use fazhi::document::{Block, Inline, Line, Origin};
use fazhi::project::{Project, Surroundings};
use fazhi::source::SourceFile;

use crate::document::each_inline;

const REPORT: &str = "\
报告:
  发文机关: 甲县人民政府
  年度: 2021
  主送: 市人民政府：
  发文字号: 甲政〔${下年}〕1号
数据: {复议: {收到: 83件}}
导语: |
  　　第一行**加粗**，$${不是}
  第二行[链接](https://x.cn)。

  第二段\\*[^1]。

  [^1]: 注文。
章节:
  - 小标题: ${年度}年工作
    正文: \"引号内\\n一行\"
    条目:
      - 收到${复议.收到}
      - |
        - 甲
        - 乙

        | 丙 |
        |---|
        | 丁 |
附件: [{标题: 表, 正文: '戊''己'}]
";

#[test]
fn typed_runs_are_the_source() {
    let project =
        Project::open(SourceFile::new("a.yaml", REPORT), &Surroundings::default()).expect("the outline is built in");
    let document = &project.editions[0].document;
    let places = &project.reading.places;
    let mut found = Vec::new();
    let mut look = |inline: &Inline| {
        let Inline::Text(run) = inline else { return };
        let (place, range) = match &run.origin {
            Origin::Typed { place, range } | Origin::Value { place, range } => (place, range),
            Origin::Composed { .. } => return,
        };
        let source = project.source.slice(places.range(*place, range.clone()));
        if let Origin::Typed { .. } = run.origin {
            assert_eq!(source.replace("''", "'"), run.text);
        }
        found.push(source.to_owned());
    };
    let lines = document.title.iter().chain(&document.number).chain(&document.addressee).chain(&document.signature);
    lines.for_each(|Line { content, .. }| content.iter().for_each(&mut look));
    each_inline(&document.body, &mut look);
    document.notes.iter().for_each(|note| each_inline(&note.body, &mut look));
    document.annexes.iter().for_each(|annex| {
        annex.title.content.iter().for_each(&mut look);
        each_inline(&annex.body, &mut look);
    });
    assert_eq!(
        found,
        [
            "甲县人民政府",
            "甲政〔",
            "${下年}",
            "〕1号",
            "市人民政府",
            "甲县人民政府",
            "第一行",
            "加粗",
            "，",
            "${不是}",
            "第二行",
            "链接",
            "。",
            "第二段",
            "*",
            "。",
            "${年度}",
            "年工作",
            "引号内",
            "一行",
            "收到",
            "${复议.收到}",
            "甲",
            "乙",
            "丙",
            "丁",
            "注文。",
            "表",
            "戊''己",
        ]
    );
    let measure = project.reading.report.sections[0].measures[1].text.place;
    let Some(Block::Table(table)) = document.body.last() else { panic!("{:?}", document.body) };
    assert_eq!(table.place, measure);
}
