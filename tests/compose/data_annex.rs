//! 数据附表 and the figures worth a chart.

use fazhi::compose::{with_charts, with_data_annex};
use fazhi::document::Document;
use fazhi::project::{Project, Surroundings};
use fazhi::source::SourceFile;

use super::show;

const FIGURES: &str = "figures:
  行政复议:
    收到: {value: 93件, last_year: 72件}
    办结: {value: 37件, last_year: 37件}
    新收: {value: 8件, last_year: 5件}
    办结率: =办结/收到
    内部: {value: 3件, last_year: 2件, publishable: false}
    限上级: {value: 4件, only: [upper]}
    未报: ~
  规范性文件:
    合计: 51件
    保留: 34件
    废止: 17件
  仲裁: 不涉及
";

fn project(figures: &str, annexes: &str) -> Project {
    let head = "report: {kind: government, level: county, issuer: 甲县人民政府, year: 2021, editions: [{id: public}, {id: upper}]}\n";
    let source = SourceFile::new("report.yaml", format!("{head}{figures}{annexes}"));
    Project::open(source, &Surroundings::default()).expect("the outline is built in")
}

fn annex(project: &Project, edition: &str) -> String {
    let document = &project.edition(Some(edition)).expect("there is such an edition").document;
    let shown = show(&with_data_annex(document, &project.table));
    shown[shown.find("annex").unwrap_or(shown.len())..].to_owned()
}

#[test]
fn figures_stand_by_group_with_last_year_and_the_change() {
    insta::assert_snapshot!(annex(&project(FIGURES, ""), "public"));
}

#[test]
fn what_is_not_for_the_public_stands_in_other_editions_only() {
    let project = project(FIGURES, "");
    let (public, upper) = (annex(&project, "public"), annex(&project, "upper"));
    for name in ["内部", "限上级"] {
        assert!(!public.contains(name) && upper.contains(name), "{name}\n{public}\n{upper}");
    }
    assert!(!upper.contains("未报"), "{upper}");
}

#[test]
fn it_comes_last_and_annexes_are_numbered_anew() {
    let project = project(FIGURES, "annexes: [{title: 清单, text: 略。}]\n");
    let shown = annex(&project, "public");
    assert!(shown.starts_with("annex 附件1: 清单\n") && shown.contains("\nannex 附件2: 数据附表\n"), "{shown}");
}

#[test]
fn without_figures_there_is_no_annex() {
    let project = project("figures: {甲: ~, 乙: {value: 3件, publishable: false}}\n", "");
    assert_eq!(annex(&project, "public"), "");
}

/// The charts as lines.
fn charts(project: &Project, edition: &str) -> String {
    let document: &Document = &project.edition(Some(edition)).expect("there is such an edition").document;
    let mut out = String::new();
    for chart in with_charts(document, &project.table).charts {
        out.push_str(&format!("{} [{}]\n", chart.title, chart.series.join(" ")));
        for row in chart.rows {
            let bars: Vec<String> = row.bars.iter().map(|bar| format!("{} {}‰", bar.written, bar.length)).collect();
            out.push_str(&format!("  {}: {}\n", row.name, bars.join(", ")));
        }
    }
    out
}

#[test]
fn both_years_and_parts_of_totals_are_drawn() {
    let expected = "\
行政复议（件）：2021年与2020年 [2021年 2020年]
  收到: 93件 1000‰, 72件 774‰
  办结: 37件 398‰, 37件 398‰
  新收: 8件 86‰, 5件 54‰
规范性文件合计51件的构成 [数量]
  保留: 34件（66.67%） 1000‰
  废止: 17件（33.33%） 500‰
";
    let project = project(FIGURES, "");
    assert_eq!(charts(&project, "public"), expected);
    assert!(charts(&project, "upper").contains("内部: 3件"));
}

#[test]
fn a_total_that_does_not_add_up_or_shows_not_all_is_not_drawn() {
    assert_eq!(charts(&project("figures: {甲: {合计: 9件, 乙: 4件, 丙: 4件}}\n", ""), "public"), "");
    let hidden = "figures: {甲: {合计: 9件, 乙: 4件, 丙: {value: 5件, publishable: false}}}\n";
    assert_eq!(charts(&project(hidden, ""), "public"), "", "the rest would tell it");
    assert_ne!(charts(&project(hidden, ""), "upper"), "");
}

#[test]
fn nothing_is_drawn_of_nothing_or_of_unlike_units() {
    for figures in [
        "figures: {甲: {乙: {value: 0件, last_year: 0件}, 丙: {value: 0件, last_year: 0件}}}\n",
        "figures: {甲: {乙: {value: 1件, last_year: 2件}, 丙: {value: 1人, last_year: 2人}}}\n",
        "figures: {甲: {乙: {value: 1%, last_year: 2%}, 丙: {value: 1%, last_year: 2%}}}\n",
        "figures: {甲: {乙: 1件, 丙: 2件}}\n",
    ] {
        assert_eq!(charts(&project(figures, ""), "public"), "", "{figures}");
    }
}
