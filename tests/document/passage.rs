use fazhi::document::passage::Kind;
use fazhi::document::{Passage, Role};
use fazhi::project::{Project, Surroundings};
use fazhi::source::SourceFile;

const REPORT: &str = "报告:
  地区: 云溪县
  发文机关: 云溪县人民政府
  年度: 2023
  主送机关: 市人民政府
  成文日期: 2024-01-15
  版本:
    - {id: 上级}
    - {id: 公开, 结束语: 此版公开。}
前言: 现将有关情况报告如下：
章节:
  - 内容项: 举措成效
    小标题: 主要举措
    章节:
      - 内容项: 矛盾纠纷
        小标题: 化解纠纷
        正文: 收到83件。
  - 内容项: 下年安排
    正文: |
      - 甲
      - 乙
结束语: 特此报告。
";

fn project() -> Project {
    Project::open(SourceFile::new("report.yaml", REPORT), &Surroundings::default()).expect("the outline is ours")
}

#[test]
fn every_line_of_the_page_is_a_passage_under_its_parts() {
    let project = project();
    let passages = project.editions[0].document.passages();
    let seen: Vec<_> =
        passages.iter().map(|passage| (passage.kind, &*passage.plain.text, &passage.parts[..])).collect();
    assert_eq!(
        seen,
        [
            (Kind::Title, "云溪县人民政府关于2023年法治政府建设情况的报告", &[][..]),
            (Kind::Addressee, "市人民政府", &[]),
            (Kind::Paragraph(Role::Preamble), "现将有关情况报告如下：", &[]),
            (Kind::Heading, "主要举措", &["achievements"]),
            (Kind::Paragraph(Role::Text), "（一）化解纠纷。收到83件。", &["achievements", "disputes"]),
            (Kind::Heading, "2024年推进法治政府建设的主要安排", &["plan"]),
            (Kind::Item, "甲", &["plan"]),
            (Kind::Item, "乙", &["plan"]),
            (Kind::Paragraph(Role::Closing), "特此报告。", &[]),
            (Kind::Signature, "云溪县人民政府", &[]),
            (Kind::Date, "2024年1月15日", &[]),
        ]
    );
}

#[test]
fn what_an_earlier_edition_says_at_the_same_place_is_marked() {
    let project = project();
    let context = project.context(None);
    let anew: Vec<&str> = context.passages()[1].iter().filter(|passage| !passage.is_repeated()).map(text).collect();
    assert_eq!(anew, ["此版公开。"]);
    assert_eq!(context.each_passage().count(), context.passages()[0].len() + 1);
}

fn text<'p>(passage: &'p Passage) -> &'p str {
    &passage.plain.text
}
