//! Changes typed in sentences, held against what last year's file says of a quantity of the same name.

use fazhi::message::Lang;
use fazhi::rules::Selection;

use crate::rules::checked_beside;

/// A report on a year with a sentence in it.
fn report(year: i16, previous: &str, sentence: &str) -> String {
    let signed = year + 1;
    format!(
        "报告:\n  类型: 政府\n  层级: 县级\n  地区: 云溪县\n  发文机关: 云溪县人民政府\n  年度: {year}\n{previous}  成文日期: {signed}-01-15\n\
         章节:\n  - 内容项: 举措成效\n    正文: {sentence}\n"
    )
}

/// What is said of a change, with last year's sentence in last year's file.
fn said(last_year: &str, sentence: &str) -> Vec<String> {
    let (last_year, text) = (report(2022, "", last_year), report(2023, "  上年报告: 上年.yaml\n", sentence));
    let only = Selection { select: vec!["prose-change-mismatch".to_owned()], ..Selection::default() };
    let (_, findings) = checked_beside(Some(&last_year), &text, &only);
    findings.iter().map(|finding| format!("{:?} {}", finding.severity, finding.message.text(Lang::Zh))).collect()
}

#[test]
fn a_change_is_held_against_the_sentence_of_last_year() {
    assert_eq!(
        said("全县共有行政执法人员1600名。", "全县共有行政执法人员1680名，同比增长8%。"),
        ["Hint 同比增长8%：（1680－1600）÷1600＝5%，与8%相差3个百分点，请核对比较的是哪个数"]
    );
    assert_eq!(
        said("2022年，收到行政复议申请70件。", "2023年，收到行政复议申请84件，同比下降20%。"),
        ["Hint 同比下降20%：（70－84）÷70＝－20%，与20%相差40个百分点，请核对比较的是哪个数"]
    );
}

#[test]
fn what_holds_or_cannot_be_known_is_left_alone() {
    let nothing: [&str; 0] = [];
    for (last_year, sentence) in [
        ("2022年，收到行政复议申请70件。", "2023年，收到行政复议申请84件，同比增长20%。"),
        // Two values last year: which is meant cannot be known.
        (
            "收到行政复议申请70件。县政府收到行政复议申请62件。收到行政复议申请66件。",
            "收到行政复议申请84件，同比增长9%。",
        ),
        // Another name, another unit, a rounded value.
        ("全县共有行政执法部门16个。", "全县共有行政执法人员1680名，同比增长8%。"),
        ("收到行政复议申请近70件。", "收到行政复议申请84件，同比增长9%。"),
        ("开展案卷评查。", "收到行政复议申请84件，同比增长9%。"),
    ] {
        assert_eq!(said(last_year, sentence), nothing, "{last_year} {sentence}");
    }
}
