//! Rates told ahead of what makes them.

use super::told;

#[test]
fn a_rate_ahead_of_its_counts_is_asked_about() {
    for (text, said) in [
        ("案件办结率97.5%，全年受理400件，办结380件。", "97.5% is asked about: 380件 400件"),
        ("法律援助案件办结率达97.5%，共受理法律援助案件400件，办结380件。", "97.5% is asked about: 380件 400件"),
        ("全市调处矛盾纠纷2400件，成功率98%，调解成功2392件。", "98% is asked about: 2392件 2400件"),
        ("法律援助案件办结率97.5%，受理案件400件，办结案件380件。", "97.5% is asked about: 380件 400件"),
        ("考试合格率96%，参加考试250人，合格220人。", "96% is asked about: 220人 250人"),
        ("负责人出庭应诉率95%，应出庭120件，实际出庭194件。", "95% is asked about: 194件 120件"),
        ("按期办结率99.5%，应办结800件，按期办结786件。", "99.5% is asked about: 786件 800件"),
    ] {
        assert_eq!(told(text), [said.to_owned()], "{text}");
    }
}

#[test]
fn what_should_be_done_is_the_base_of_what_was() {
    let closed = |rate: &str| told(&format!("应办结800件，实际办结796件，办结率{rate}。"));
    assert_eq!(closed("99.5%"), ["99.5% holds: 796件 800件"]);
    assert_eq!(closed("98.5%"), ["98.5% fails: 796件 800件"]);
    assert_eq!(told("应考260人，实考250人，合格225人，合格率95%。"), ["95% fails: 225人 250人"]);
}

#[test]
fn a_rate_of_other_things_is_left_alone() {
    for text in [
        "案件办结率97.5%，全年受理400件，办结390件。",
        // Some of all, another time, what was brought over, an aim, a rough number.
        "调解成功率98.9%，其中村级调委会调解2130件，成功2120件。",
        "调解成功率98.9%，村级调委会调解2130件，成功2020件。",
        "考试合格率96%，参加考试250人，年轻干部合格130人。",
        "案件办结率97.5%，受理400件，上年结转12件，办结380件。",
        "案件审结率92%，受理一审案件240件，审结二审案件210件。",
        "案卷合格率98%，抽查市场监管领域案卷50卷，合格46卷。",
        "考试通过率95%，参加考试860人次，首次通过780人次。",
        "纠纷化解率90%，排查纠纷60件，化解44件，其余16件正在办理。",
        "力争办结率97.5%，已受理400件，办结380件。",
        "案件办结率97.5%以上，受理400件，办结380件。",
        "案件办结率97.5%；受理400件，办结380件。",
        "案件办结率100%，受理400件，办结380件。",
        "行政处罚纠错率2.5%，审结400件，撤销12件。",
        "按期办结率97.5%，受理400件，办结380件。",
    ] {
        assert!(told(text).iter().all(|told| told.contains("holds")), "{text} {:?}", told(text));
    }
}
