use fazhi::figures::{FaultKind, Needs, Table};

use super::{print, report};

/// What `${x|filter}` prints for a figure and last year's: `83件 << 60件`.
fn show(value: &str, filter: &str) -> String {
    let table = Table::new(&report(&[("x", value), ("全部", "90件"), ("零", "0件"), ("款", "5元")]), None);
    let (printed, faults) = print(&table, &format!("${{x|{filter}}}"));
    match faults.as_slice() {
        [] => printed,
        faults => format!("{faults:?}"),
    }
}

#[test]
fn change_says_what_the_desk_says() {
    for (value, filter, expected) in [
        ("31件 << 24件", "change", "同比增长29.17%"),
        ("31件 << 24件", "同比", "同比增长29.17%"),
        ("31件 << 24件", "change(上升)", "同比上升29.17%"),
        ("24件 << 31件", "change", "同比下降22.58%"),
        ("24件 << 31件", "change(上升)", "同比下降22.58%"),
        ("24件 << 31件", "change(增加)", "同比减少22.58%"),
        ("24件 << 31件", "change(减少)", "同比减少22.58%"),
        ("30件 << 20件", "change", "同比增长50%"),
        ("31件 << 31件", "change", "与上年持平"),
        ("0件 << 20件", "change", "同比下降100%"),
        ("1件 << 20000件", "change", "同比下降99.99%"),
        ("3件 << 0件", "change", "同比增加3件"),
        ("12件 << 9件", "change", "同比增加3件"),
        ("6件 << 9件", "change", "同比减少3件"),
        ("6件 << 9件", "change(上升)", "同比减少3件"),
        ("44件 << 20件", "change", "同比增长1.2倍"),
        ("40件 << 20件", "change", "同比增长1倍"),
        ("3.2万人次 << 8000人次", "change", "同比增长3倍"),
        ("20件 << 44件", "change", "同比下降54.55%"),
        ("98.60% << 95.7%", "change", "同比提高2.9个百分点"),
        ("95.7% << 98.60%", "change", "同比下降2.9个百分点"),
        ("95.7% << 98.60%", "change(上升)", "同比下降2.9个百分点"),
        ("98.60% << 95.7%", "change(上升)", "同比上升2.9个百分点"),
        ("95.7% << 95.70%", "change", "与上年持平"),
        ("3200余人次 << 2900人次", "change", "同比增长约10.34%"),
    ] {
        assert_eq!(show(value, filter), expected, "{value} {filter}");
    }
}

#[test]
fn difference_last_and_number_reshape_the_figure() {
    for (value, filter, expected) in [
        ("83件 << 59件", "difference", "增加24件"),
        ("59件 << 83件", "增减", "减少24件"),
        ("59件 << 83件", "增减(上升)", "下降24件"),
        ("83件 << 83件", "difference", "与上年持平"),
        ("3.2万人次 << 2900人次", "difference", "增加2.91万人次"),
        ("98% << 95.5%", "difference", "提高2.5个百分点"),
        ("83件 << 59件", "last", "59件"),
        ("83件 << 59件", "上年", "59件"),
        ("待填 << 59件", "上年", "59件"),
        ("83件 << 59件", "上年|数值", "59"),
        ("83件 << 待填", "last", "【待填：x（上年）】"),
        ("83件 << 待填", "change", "【待填：x（上年）】"),
        ("待填 << 59件", "change", "【待填：x】"),
        ("不涉及 << 59件", "change", "不涉及"),
        ("83件 << 不涉及", "change", "不涉及"),
        ("3.2万人次", "number", "3.2万"),
        ("98.60%", "数值", "98.60"),
    ] {
        assert_eq!(show(value, filter), expected, "{value} {filter}");
    }
}

#[test]
fn share_round_and_wan_compute() {
    for (value, filter, expected) in [
        ("83件", "share(全部)", "92.22%"),
        ("83起", "占比（全部）", "92.22%"),
        ("90件", "share(全部)", "100%"),
        ("83件", "share(全部)|round(1)", "92.2%"),
        ("待填", "share(全部)", "【待填：x】"),
        ("3245人次", "round", "3200余人次"),
        ("3245人次", "约数(千)", "3000余人次"),
        ("3245人次", "round(1000)", "3000余人次"),
        ("3200人次", "round", "3200人次"),
        ("83件", "round", "80余件"),
        ("8件", "round", "8件"),
        ("32456人次", "round(万)", "30000余人次"),
        ("32456人次", "万|约数", "3万余人次"),
        ("98.603%", "round(1)", "98.6%"),
        ("99.7%", "round", "99%"),
        ("32456人次", "wan", "3.25万人次"),
        ("32456人次", "万(1)", "3.2万人次"),
        ("30000元", "wan", "3万元"),
        ("1.2亿元", "wan", "12000万元"),
    ] {
        assert_eq!(show(value, filter), expected, "{value} {filter}");
    }
}

#[test]
fn a_filter_says_what_it_needs() {
    let needs = |filter: &str, needs| format!("{:?}", [FaultKind::FilterNeeds { filter: filter.to_owned(), needs }]);
    assert_eq!(show("83件", "change"), needs("change", Needs::LastYear));
    assert_eq!(show("83件", "上年"), needs("上年", Needs::LastYear));
    assert_eq!(show("83件", "share"), needs("share", Needs::Path));
    assert_eq!(show("83件 << 60件", "change(飞升)"), needs("change", Needs::Verb));
    assert_eq!(show("83件", "round(x)"), needs("round", Needs::Place));
    assert_eq!(show("83件", "wan(千)"), needs("wan", Needs::Decimals));
    assert_eq!(show("83件", "number|wan"), needs("wan", Needs::Quantity));
    let division = FaultKind::DivisionByZero { expression: "83件/0件".to_owned() };
    assert_eq!(show("83件", "share(零)"), format!("{:?}", [division]));
    let units = FaultKind::UnlikeUnits { left: "件".to_owned(), right: "元".to_owned() };
    assert_eq!(show("83件", "share(款)"), format!("{:?}", [&units]));
    assert_eq!(show("83件 << 5元", "change"), format!("{:?}", [units]));
    let unknown = FaultKind::UnknownFigure { name: "全布".to_owned(), nearest: Some("全部".to_owned()) };
    assert_eq!(show("83件", "share(全布)"), format!("{:?}", [unknown]));
}
