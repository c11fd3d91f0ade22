//! What a Chinese keyboard types is read as the same text typed on any other, and every place stays right.

use fazhi::source::SourceFile;
use fazhi::yaml::read;

const TYPED: &str = include_str!("inputs/warn_keyboard.yaml");

const MEANT: &str = "\
报告:
  类型: 政府
  年度: 2021
  版本:
    - 代号: 报上级
      主送: 市人民政府
    - 公开版
数据:
  行政复议:
    收到: 83件
    立案: 41件
    办结率: =收到/立案
    说明项: {数值: 3件, 来源: 县司法局}
导语: |
  2021年，认真：履行${行政复议.收到}，${行政复议.立案|数值}。
  第二段：x
章节:
  - 内容项: [举措成效, 矛盾化解]
    条目:
      - 第一条：不动，12:30，http://a.b/c
      - 问题：不动。
      - 正文: 动。
        不用版本: 公开版
    小标题: 标题：副题
结束语: 特此报告。
";

#[test]
fn it_is_read_as_it_was_meant() {
    let typed = read(&SourceFile::new("typed.yaml", TYPED));
    let meant = read(&SourceFile::new("meant.yaml", MEANT));
    assert_eq!(meant.slips, []);
    assert_eq!(typed.report, meant.report);
}

#[test]
fn places_lead_to_what_was_typed() {
    let source = SourceFile::new("typed.yaml", TYPED);
    let reading = read(&source);
    let preamble = reading.report.preamble.as_ref().expect("there is one");
    let typed = |part: &str| {
        let start = preamble.find(part).expect("the preamble has it");
        source.slice(reading.places.range(preamble.place, start..start + part.len()))
    };
    assert_eq!(typed("${行政复议.收到}"), "￥{行政复议.收到}");
    assert_eq!(typed("${行政复议.立案|数值}"), "＄｛行政复议.立案｜数值｝");
    assert_eq!(typed("立案|数"), "立案｜数");
    assert_eq!(typed("认真："), "认真：");
    assert_eq!(typed("第二段"), "第二段");
    assert_eq!(typed("。\n第二"), "。\n　　第二");
    let year = reading.report.report.year.as_ref().expect("there is one");
    assert_eq!(source.slice(reading.places.span(year.place)), "２０２１");
    assert_eq!(source.slice(reading.places.key_span(year.place)), "年度");
}

#[test]
fn a_clean_text_is_not_touched() {
    for text in [MEANT, include_str!("inputs/crlf.yaml")] {
        let reading = read(&SourceFile::new("report.yaml", text));
        assert_eq!(reading.slips, []);
    }
}

#[test]
fn full_width_commas_part_the_figures_of_a_group_but_not_a_note() {
    let typed = "报告: {年度: 2021}\n数据:\n  清理: ｛合计：51件，保留：34件， 废止:１７件｝\n  甲: {数值: 3件，备注: 含线上，其中：线下2件}\n";
    let meant = "报告: {年度: 2021}\n数据:\n  清理: {合计: 51件, 保留: 34件, 废止: 17件}\n  甲: {数值: 3件, 备注: 含线上，其中：线下2件}\n";
    let read = |text| read(&SourceFile::new("report.yaml", text));
    assert_eq!(read(meant).slips, []);
    assert_eq!(read(typed).report, read(meant).report);
}

#[test]
fn a_text_that_goes_on_where_a_key_might_stand_stays_a_text() {
    let typed = "报告: {年度: 2021}\n章节:\n  － 正文: 人手不足，\n     问题：还是文字。\n";
    let meant = "报告: {年度: 2021}\n章节:\n  - 正文: 人手不足，\n     问题：还是文字。\n";
    let read = |text| read(&SourceFile::new("report.yaml", text));
    assert_eq!(read(typed).report, read(meant).report);
}
