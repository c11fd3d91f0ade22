//! Pictures of texts: with their images where the album has them, as typed where it has not.

use fazhi::compose::Composed;
use fazhi::document::Block;
use fazhi::picture::{Album, Fault, MOST};
use fazhi::place::Where;
use fazhi::project::{Project, Surroundings};
use fazhi::source::SourceFile;

use super::show;
use crate::document::dump;
use crate::picture::FLAG;

/// The editions of a report beside which every file but 无.png is the flag.
fn composed(yaml: &str) -> Vec<Composed> {
    let album = Album::new(|below| if below == "无.png" { Err(Fault::Missing) } else { Ok(FLAG.to_vec()) });
    let surroundings = Surroundings { album, ..Surroundings::default() };
    Project::open(SourceFile::new("report.yaml", yaml), &surroundings).expect("the outline is built in").editions
}

const HEAD: &str = "report: {kind: government, level: county, issuer: 甲县人民政府, year: 2021}\n";

#[test]
fn a_picture_in_every_text() {
    let yaml = format!(
        "{HEAD}preamble: |
  导语。
  ![导语](导语.png)
sections:
  - heading: 甲
    text: '![正文](正文.png)'
    measures:
      - |
        第一条

        ![第一条](一.png)
      - 第二条
    after: '![后文](后文.png)'
    sections:
      - heading: 乙
        text: |
          正文。

          ![乙](乙.png)
closing: |
  特此报告。

  ![结束](结束.png)
annexes:
  - {{title: 图, text: '![附件](附件.png)'}}
"
    );
    let editions = composed(&yaml);
    assert_eq!(editions[0].refused, []);
    assert_eq!(
        show(&editions[0].document),
        "\
title: 甲县人民政府关于2021年法治政府建设情况的报告
p 导语。
f 导语 <导语.png> image/png 160×100
h1 一、甲
f 正文 <正文.png> image/png 160×100
p 一是第一条；
f 第一条 <一.png> image/png 160×100
p 二是第二条。
f 后文 <后文.png> image/png 160×100
p <h2 （一）乙>正文。
f 乙 <乙.png> image/png 160×100
p 特此报告。
f 结束 <结束.png> image/png 160×100
signature: 甲县人民政府
annex 附件: 图
f 附件 <附件.png> image/png 160×100
"
    );
}

#[test]
fn what_is_refused_stands_as_typed() {
    let yaml = format!("{HEAD}sections:\n  - heading: 甲\n    text: |\n      ![一](无.png)\n      ![二](../二.png)\n");
    let editions = composed(&yaml);
    assert_eq!(dump(&editions[0].document.body), "h1 一、甲\np ![一](无.png)\np ![二](../二.png)\n");
    let refused: Vec<_> = editions[0].refused.iter().map(|refused| (refused.path.as_str(), refused.fault)).collect();
    assert_eq!(refused, [("无.png", Fault::Missing), ("../二.png", Fault::Outside)]);
    let Where::Range(_, range) = &editions[0].refused[1].at else { panic!("{:?}", editions[0].refused) };
    assert_eq!(*range, "![一](无.png)\n".len().."![一](无.png)\n![二](../二.png)".len());
}

#[test]
fn editions_have_the_same_pictures() {
    let yaml = "\
report:
  issuer: 甲县人民政府
  year: 2021
  editions: [{id: upper}, {id: npc}, {id: public}]
sections:
  - heading: 甲
    text: |
      正文。[^1]

      ![图](图.png)

      ![无](无.png)

      [^1]: 注。
";
    let editions = composed(yaml);
    assert_eq!(editions.len(), 3);
    for edition in &editions {
        // Each has a closing of its own.
        assert_eq!(edition.document.body[..4], editions[0].document.body[..4]);
        assert_eq!(edition.refused, editions[0].refused);
    }
    let pictures = editions[0].document.body.iter().filter(|block| matches!(block, Block::Picture(_)));
    assert_eq!(pictures.count(), 1);
}

#[test]
fn one_picture_may_not_be_printed_without_end() {
    let large = [&[0_u8; 8], vec![0; 1 << 20].as_slice()].concat();
    let mut png = FLAG[..FLAG.len() - 12].to_vec();
    png.extend([&(large.len() as u32).to_be_bytes(), b"IDAT".as_slice(), &large, &[0; 4]].concat());
    png.extend(&FLAG[FLAG.len() - 12..]);
    let length = png.len();
    let surroundings = Surroundings { album: Album::new(move |_| Ok(png.clone())), ..Surroundings::default() };
    let text = "      ![图](图.png)\n\n".repeat(60);
    let yaml = format!("{HEAD}sections:\n  - heading: 甲\n    text: |\n{text}");
    let project = Project::open(SourceFile::new("report.yaml", yaml), &surroundings).expect("a report");
    let edition = &project.editions[0];
    let printed = edition.document.body.iter().filter(|block| matches!(block, Block::Picture(_))).count();
    assert_eq!(printed, MOST / length);
    assert_eq!(edition.refused.len(), 60 - printed);
    assert!(edition.refused.iter().all(|refused| refused.fault == Fault::TooMuch));
}
