//! Sums behind parts that tell the same act.

use super::told;

#[test]
fn the_sum_of_one_act_is_asked_about() {
    for (text, said) in [
        ("市本级受理32件，县区受理186件，全市共受理218件。", "218件 holds: 32件 186件"),
        ("市本级受理32件，县区受理186件，全市共受理228件。", "228件 is asked about: 32件 186件"),
        ("市政府制定12件，部门制定23件，全年共制定行政规范性文件38件。", "38件 is asked about: 12件 23件"),
    ] {
        assert!(told(text).contains(&said.to_owned()), "{text} {:?}", told(text));
    }
}

#[test]
fn other_acts_and_others_in_the_sum_are_left_alone() {
    for text in [
        "市本级受理行政复议案件42件，县区受理186件，全市共受理行政诉讼案件218件。",
        "市政府制定12件，部门制定23件，县政府制定8件，全年共制定45件，含乡镇2件。",
        "市本级审查文件32件，县区审查86件，全市备案审查120件。",
        "市局评查案卷60卷，各县区评查320卷，全市共评查案卷360卷。",
        "城区调解320件，乡镇调解860件，另有行业调解150件，全市共调解1230件。",
        "行政处罚立案120件，行政检查立案30件，其中移送12件，全市共立案158件。",
    ] {
        assert!(told(text).iter().all(|told| told.contains("holds")), "{text} {:?}", told(text));
    }
}
