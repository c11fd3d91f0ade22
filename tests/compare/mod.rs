//! Two reports side by side: whole outputs.

use fazhi::compare::{Comparison, FORMATS, Look, compare};
use fazhi::document::redline::Change;
use fazhi::message::Lang;
use fazhi::project::{Project, Surroundings};
use fazhi::source::SourceFile;

const OLD: &str = "报告:
  地区: 云溪县
  发文机关: 云溪县人民政府
  年度: 2022
数据:
  行政复议:
    收到: 72件
    办结率: 97.1%
    经费: 1.2万元
  旧数: 5个
章节:
  - 内容项: 举措成效
    小标题: 主要举措和成效
    条目:
      - 办理行政复议案件。全年收到申请${行政复议.收到}，办结率${行政复议.办结率}。
      - 落实行政执法三项制度，全县统一执法文书格式。
      - 清理证照。
    章节:
      - 内容项: 普法宣传
        小标题: 法治宣传
        正文: 送法下乡。
";

const NEW: &str = "报告:
  地区: 云溪县
  发文机关: 云溪县人民政府
  年度: 2023
数据:
  行政复议:
    收到: {数值: 90件, 上年: 73件}
    办结率: 98.6%
    经费: 待填
  新数: 8个
章节:
  - 内容项: 举措成效
    小标题: 主要举措和成效
    条目:
      - 办理行政复议案件。全年收到申请${行政复议.收到}，办结率${行政复议.办结率}，无一败诉。
      - 落实行政执法三项制度，全县统一执法文书格式。
    章节:
      - 内容项: 数字法治
        小标题: 数字政府*建设
        正文: 平台上线。
";

fn opened(name: &str, text: &str) -> Project {
    Project::open(SourceFile::new(name, text), &Surroundings::default()).expect("the outlines are there")
}

fn compared(old: &str, new: &str) -> Comparison {
    compare(&opened("old.yaml", old), &opened("new.yaml", new))
}

fn shown(format: &str, look: Look) -> String {
    let format = FORMATS.iter().find(|known| known.name == format).expect("it is known");
    (format.write)(&compared(OLD, NEW), look)
}

#[track_caller]
fn assert_same(found: &str, expected: &str) {
    assert!(found == expected, "--- found\n{found}\n--- expected\n{expected}");
}

#[test]
fn a_person_sees_figures_parts_and_what_is_unchanged() {
    assert_same(
        &shown("human", Look { lang: Lang::Zh, ..Look::default() }),
        "数据                2022   2023          增减     %
行政复议.收到       72件   90件         +18件  +25%
行政复议.办结率    97.1%  98.6%  +1.5个百分点
行政复议.经费    1.2万元   待填
新数                   -    8个
旧数                 5个      -

行政复议.收到：新报告写的上年数是73件，上年报告是72件
新增1项：数字法治（数字政府*建设）
减少1项：普法宣传（法治宣传）
与上年一字不差的有1段，全文3段
  二是落实行政执法三项制度，全县统一执法文书格式。
",
    );
}

#[test]
fn of_two_drafts_of_a_year_only_what_changed_is_shown() {
    let edited = NEW.replace("98.6%", "98.7%").replace("全县统一", "全县基本统一");
    let look = Look { lang: Lang::Zh, text: true, ..Look::default() };
    let format = |name: &str| FORMATS.iter().find(|known| known.name == name).expect("it is known");
    // 上年 is the year before for both of them: it is not held against the other draft.
    assert_same(
        &(format("human").write)(&compared(NEW, &edited), look),
        "数据             old.yaml  new.yaml          增减  %
行政复议.办结率     98.6%     98.7%  +0.1个百分点

没有变化的数据有3项
没有改动的有1段，全文3段

一、主要举措和成效

一是办理行政复议案件。全年收到申请90件，办结率[-98.6%-]{+98.7%+}，无一败诉。

二是落实行政执法三项制度，全县{+基本+}统一执法文书格式。

",
    );
    let markdown = (format("markdown").write)(&compared(NEW, NEW), look);
    assert_same(&markdown, "- 没有变化的数据有4项\n- 没有改动的有3段，全文3段\n\n");
}

#[test]
fn what_is_not_filled_in_yet_is_nothing_unchanged() {
    let measure = "落实行政执法三项制度，全县统一执法文书格式。";
    let draft = |text: &str| NEW.replace(measure, text);
    let unchanged = |text: &str| compared(&draft(text), &draft(text).replace("2023", "2024")).unchanged.len();
    assert_eq!(unchanged(measure), 3);
    assert_eq!(unchanged("待填"), 2);
    // A sentence with a figure to come is one all the same.
    assert_eq!(unchanged("落实行政执法三项制度，全县统一执法文书格式${行政复议.经费}种。"), 3);
}

#[test]
fn the_sentences_that_changed_stand_under_their_headings() {
    let text = shown("human", Look { lang: Lang::En, text: true, ..Look::default() });
    let (_, changes) = text.split_once("格式。\n\n").expect("the changes follow");
    assert_same(
        changes,
        "一、主要举措和成效

一是办理行政复议案件。全年收到申请[-72-]{+90+}件，办结率[-97.1%-]{+98.6%，无一败诉+}。

[-三是清理证照。-]

[-（一）法治宣传。送法下乡。-]

{+（一）数字政府*建设。平台上线。+}

",
    );
}

#[test]
fn markdown_shows_marks_as_they_are() {
    let text = shown("markdown", Look { lang: Lang::Zh, ..Look::default() });
    assert!(text.contains("- 新增1项：数字法治（数字政府\\*建设）\n"), "{text}");
    assert!(text.contains("| 新数 | - | 8个 |  |  |\n"), "{text}");
}

#[test]
fn both_texts_can_be_told_from_the_passages() {
    for (old, new) in [(OLD, NEW), (NEW, OLD), (OLD, ""), ("", NEW), (OLD, OLD)] {
        let comparison = compared(old, new);
        let side = |without| -> Vec<String> {
            comparison.passages.iter().map(|passage| passage.side(without)).filter(|text| !text.is_empty()).collect()
        };
        let texts = |text: &str| -> Vec<String> {
            let same = compared(text, text);
            same.passages.iter().map(|passage| passage.side(Change::Deleted)).collect()
        };
        assert_eq!(side(Change::Inserted), texts(old));
        assert_eq!(side(Change::Deleted), texts(new));
    }
}

#[test]
fn long_texts_take_a_bounded_time() {
    let report = |word: &str| {
        let lines: String = (0..30_000).map(|number| format!("      - {word}{number}。\n")).collect();
        format!("报告:\n  年度: 2022\n章节:\n  - 内容项: 举措成效\n    条目:\n{lines}")
    };
    let comparison = compared(&report("评查案卷"), &report("送法下乡"));
    assert_eq!(comparison.paragraphs, 30_000);
}
