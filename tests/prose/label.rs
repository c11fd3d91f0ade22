//! Clauses that name one quantity of a report and nothing narrower.

use fazhi::prose::Prose;
use fazhi::prose::label::{label, quantities};

/// The labels of the quantities of a text in a report on 2023.
fn labels(text: &str) -> Vec<String> {
    let prose = Prose::read(text);
    prose.mentions.iter().filter_map(|mention| label(&prose, mention, Some(2023))).collect()
}

#[test]
fn the_table_names_no_event() {
    let nouns: Vec<&String> = quantities().nouns.iter().chain(&quantities().with_scope).collect();
    assert!(nouns.len() > 20 && nouns.iter().all(|noun| noun.chars().count() > 3));
    for event in ["活动", "会议", "培训", "检查"] {
        assert!(nouns.iter().all(|noun| !noun.contains(event)), "{event}");
    }
}

#[test]
fn a_clause_that_says_nothing_else_has_its_label() {
    for (text, expected) in [
        ("全县共有行政执法人员1658名。", "全县行政执法人员#"),
        ("全县行政执法人员1625名，执法力量仍显不足。", "全县行政执法人员#"),
        ("2023年，受理行政复议案件31件，同比持平。", "受理行政复议案件#"),
        ("全年共受理行政复议案件31件。", "受理行政复议案件#"),
        ("受理行政复议案件31件，较上年增加5件。", "受理行政复议案件#"),
        ("一是受理行政复议案件31件；", "受理行政复议案件#"),
        ("行政机关负责人出庭应诉率达100%。", "行政机关负责人出庭应诉率#"),
        ("负责人出庭应诉率为95.45%。", "负责人出庭应诉率#"),
        ("全县现有1658名行政执法人员。", "全县#行政执法人员"),
        ("全县办理法律援助案件35件。", "全县办理法律援助案件#"),
        ("目前，全县人民调解委员会共235个。", "全县人民调解委员会#"),
    ] {
        assert_eq!(labels(text), [expected], "{text}");
    }
}

#[test]
fn what_may_be_narrower_has_none() {
    for text in [
        "其中，行政执法人员120名。",
        "县公安局办案规范，行政处罚案件120件。",
        "2022年受理行政复议案件31件。",
        "上年受理行政复议案件31件。",
        "1月至11月受理行政复议案件31件。",
        "截至12月底，全县行政执法人员1658名。",
        "累计受理行政复议案件310件。",
        "新增人民调解员12名。",
        "各乡镇受理行政复议案件31件。",
        "县本级受理行政复议案件31件。",
        "受理涉企行政复议案件3件。",
        "受理行政复议案件、行政诉讼案件31件。",
        "评查优秀案卷：行政处罚案件12件。",
        "（行政复议案件31件）",
        "受理行政复议案件31件（含上年结转2件）。",
        "全市共开展矛盾纠纷排查1223次。",
        "行政诉讼案件已拓展到50个行政管理领域。",
        "开展法治宣传活动20场次。",
        "召开会议12次。",
        "全县有12个部门、1658名行政执法人员。",
        "办理行政处罚案件120件。",
        "办理法律援助案件35件。",
        "办结率100%。",
        "同比增长12%，办结率98%。",
        "“行政复议案件31件”的说法。",
        "计划培养法律明白人300名。",
        "力争2024年培养法律明白人300名。",
        "审结行政复议案件由31件增至35件。",
        "",
    ] {
        assert_eq!(labels(text), [""; 0], "{text}");
    }
}
