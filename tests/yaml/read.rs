use fazhi::model::{Entry, Kind, Level};
use fazhi::source::SourceFile;
use fazhi::yaml::{Reading, read};

pub fn reading(text: &str) -> Reading {
    read(&SourceFile::new("report.yaml", text))
}

const CHINESE: &str = "\
报告:
  类型: 政府
  层级: 县级
  地区: 郏县
  发文机关: 郏县人民政府
  年度: 2021
  成文日期: ~
  版本:
    - 公开版
    - {代号: 报上级, 主送: 市人民政府}
数据:
  办结率: =行政复议.办结/行政复议.立案
  行政复议:
    立案: 41件
    办结: {数值: 37件, 来源: 县司法局, 可公开: 否}
    合计: 98.60
    不计入: 办结
章节:
  - 内容项: [举措成效, disputes]
    条目:
      - 第一条。
      - {正文: 第二条。, 不用版本: 公开版}
      -
";

#[test]
fn a_report_is_read_as_typed() {
    let reading = reading(CHINESE);
    assert_eq!(reading.slips, []);
    assert!(reading.chinese_keys);
    let report = &reading.report;
    assert_eq!(report.report.kind.as_ref().map(|kind| kind.value), Some(Kind::Government));
    assert_eq!(report.report.level.as_ref().map(|level| level.value), Some(Level::County));
    assert_eq!(report.report.year.as_ref().map(|year| year.value), Some(2021));
    assert_eq!(report.report.issuer.iter().map(|issuer| issuer.as_str()).collect::<Vec<_>>(), ["郏县人民政府"]);
    assert!(report.report.date.as_ref().is_some_and(|date| date.is_unfilled()));
    assert_eq!(report.report.number, None);
    let ids: Vec<_> = report.report.editions.iter().map(|edition| edition.id.as_str()).collect();
    assert_eq!(ids, ["公开版", "报上级"]);
    let names: Vec<_> = report.figures.entries.keys().collect();
    assert_eq!(names, ["办结率", "行政复议"]);
    let Entry::Group(group) = &report.figures.entries["行政复议"] else { panic!("a group") };
    assert_eq!(group.apart.iter().map(|name| name.as_str()).collect::<Vec<_>>(), ["办结"]);
    let Entry::Figure(closed) = &group.entries["办结"] else { panic!("a figure") };
    assert_eq!(closed.publishable.as_ref().map(|flag| flag.value), Some(false));
    let Entry::Figure(total) = &group.entries["合计"] else { panic!("a figure") };
    assert_eq!(total.value.as_ref().map(|value| value.as_str()), Some("98.60"));
    let section = &report.sections[0];
    assert_eq!(section.part.iter().map(|part| part.as_str()).collect::<Vec<_>>(), ["举措成效", "disputes"]);
    let texts: Vec<_> = section.measures.iter().map(|measure| measure.text.as_str()).collect();
    assert_eq!(texts, ["第一条。", "第二条。", ""]);
}

#[test]
fn every_value_knows_its_place() {
    let reading = reading(CHINESE);
    let places = &reading.places;
    let source = SourceFile::new("report.yaml", CHINESE);
    let measure = &reading.report.sections[0].measures[1];
    assert_eq!(places.path(measure.text.place), "sections[0].measures[1].text");
    assert_eq!(source.slice(places.span(measure.text.place)), "第二条。");
    assert_eq!(source.slice(places.range(measure.text.place, 3..9)), "二条");
    assert_eq!(source.slice(places.key_span(measure.text.place)), "正文");
    assert_eq!(places.path(measure.at), "sections[0].measures[1]");
    let Entry::Figure(rate) = &reading.report.figures.entries["办结率"] else { panic!("a figure") };
    assert_eq!(places.path(rate.at), "figures.办结率");
}

#[test]
fn every_fault_of_shape_is_found_in_one_run() {
    let reading = reading(
        "report: {year: 多年, kind: governmnt, dat: 2022-01-10}\nfigures: [1]\nsections:\n  - text: [a]\n    measure: b\n  - x\n    y\nyears: 2\nfigures: {}\n",
    );
    insta::assert_debug_snapshot!(reading.slips.iter().map(|slip| &slip.kind).collect::<Vec<_>>());
    assert_eq!(reading.report.sections.len(), 1);
    assert_eq!(reading.report.report.kind, None);
}
