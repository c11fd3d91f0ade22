//! Changes with the values they lie between.

use super::told;

#[test]
fn more_of_an_act_is_a_change() {
    for (text, said) in [
        ("查办案件176件，同比增长10%，较上年多办16件。", "10% holds: 176件 16件"),
        ("查办案件176件，同比增长12%，较上年多办16件。", "12% fails: 176件 16件"),
        ("公职律师148人，比去年新增26人，比去年的122人增长24.3%。", "24.3% fails: 148人 122人"),
        ("公职律师148人，比去年新增29人，比去年的122人增长21.3%。", "29人 fails: 148人 122人"),
        ("执业律师1288人，比上年末净增113人，增长9.9%。", "9.9% fails: 1288人 113人"),
        ("去年全市行政诉讼案件358件，今年301件，同比下降16.9%。", "16.9% fails: 301件 358件"),
        ("办件量由2022年的5.2万件增加到2024年的15.6万件，两年增长5倍。", "5倍 fails: 15.6万件 5.2万件"),
        ("2023年受理案件186件，2024年受理231件，增幅达34.2%。", "34.2% fails: 231件 186件"),
        ("清单由96项扩充至158项，新增72项。", "72项 is asked about: 158项 96项"),
        ("罚没2316.5万元，较2022年下降14.8%（2022年为2626.4万元）。", "14.8% fails: 2316.5万元 2626.4万元"),
        ("行政许可事项由412项精简为309项，精简35%。", "35% fails: 309项 412项"),
        // What stands behind ； is another thing.
        ("立案152件，罚款1368万元；移送11件，同比上升38.5%（去年8件）。", "38.5% fails: 11件 8件"),
    ] {
        assert!(told(text).contains(&said.to_owned()), "{text} {:?}", told(text));
    }
}

#[test]
fn a_new_one_is_no_change() {
    for text in ["建成38个，新增6个，同比增长15%。", "立案152件，多措并举化解12件，增长9%。"]
    {
        assert_eq!(told(text), [""; 0], "{text}");
    }
}

#[test]
fn a_change_may_stand_in_front_of_its_two_values() {
    let fall = |now: &str| told(&format!("行政诉讼败诉率同比下降2.4个百分点，由上年的11.6%降至{now}。"));
    assert_eq!(fall("9.2%"), ["2.4个百分点 holds: 9.2% 11.6%"]);
    assert_eq!(fall("9.7%"), ["2.4个百分点 is asked about: 9.7% 11.6%"]);
    for text in [
        // Another thing, another direction, a start that is not last year's.
        "罚没金额同比增长30%，办案时限由30日压缩至20日。",
        "收案量同比下降20%，复议案件由210件增加到260件。",
        "案件量同比增长20%，由三年前的210件增加到260件。",
    ] {
        assert_eq!(told(text), [""; 0], "{text}");
    }
}

#[test]
fn last_years_value_may_be_told_with_its_act() {
    let more = |last: u32| told(&format!("报送备案文件45件，同比增加9件，上年报送{last}件。"));
    assert!(more(36).contains(&"9件 holds: 45件 36件".to_owned()));
    assert!(more(38).contains(&"9件 fails: 45件 38件".to_owned()));
    assert_eq!(told("制定文件18件，同比增加3件，上年制定的12件文件全部备案。"), [""; 0]);
    // Another act.
    assert_eq!(told("报送备案文件45件，同比增加9件，上年制定38件。"), [""; 0]);
}
