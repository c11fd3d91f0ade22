use fazhi::figures::{FaultKind, Resolved, Table, Value};
use fazhi::model::OneOrMany;
use fazhi::model::quantity::QuantityFault;
use fazhi::place::{Place, Placed};

use super::{figure, pointed, report, text, written};

fn last<'t>(table: &'t Table, name: &str) -> &'t str {
    let quantity = |figure: &'t Resolved| figure.last_year.as_ref()?.quantity();
    table.get(name).and_then(quantity).map_or("?", |quantity| &quantity.written)
}

#[test]
fn figures_keep_the_order_of_the_file_and_their_full_names() {
    let table = Table::new(&report(&[("复议.收到", "83件"), ("备案", "9件"), ("复议.率", "=收到/90件")]), None);
    let listed: Vec<_> = table.iter().map(|figure| (figure.name.as_str(), figure.computed, figure.place)).collect();
    let expected = [("复议.收到", false, Place(1)), ("复议.率", true, Place(3)), ("备案", false, Place(2))];
    assert_eq!(listed, expected);
    assert_eq!(table.get("复议"), None);
    assert_eq!(table.get("没有"), None);
}

#[test]
fn what_is_not_known_is_told_apart() {
    let mut report =
        report(&[("甲", "待填"), ("乙", "~"), ("丙", " "), ("丁", "不涉及"), ("戊", "无"), ("己", "=甲+1")]);
    figure(&mut report, "丙").value = None;
    let table = Table::new(&report, None);
    let values: Vec<_> = table.iter().map(|figure| figure.value.clone()).collect();
    assert_eq!(values[..4], [Value::Unfilled, Value::Unfilled, Value::Unfilled, Value::NotApplicable]);
    assert_eq!(values[4].quantity().map(|quantity| quantity.value()), Some(0.into()));
    assert_eq!(values[5], Value::Unknown);
    assert_eq!(table.faults(), []);
}

#[test]
fn last_year_is_the_key_then_the_file_then_the_formula() {
    let now = report(&[
        ("收到", "83件 << 60件"),
        ("办结", "37件"),
        ("率", "=办结/收到"),
        ("新", "1件"),
        ("甲率", "=新/收到"),
    ]);
    let before = report(&[("收到", "59件"), ("办结", "30件 << 1件"), ("旧", "2件")]);
    let table = Table::new(&now, Some(&before));
    assert_eq!([last(&table, "收到"), last(&table, "办结"), last(&table, "率")], ["60件", "30件", "50%"]);
    assert_eq!(table.get("新").and_then(|figure| figure.last_year.clone()), None);
    assert_eq!(table.get("甲率").and_then(|figure| figure.last_year.clone()), None);
    assert_eq!(last(&Table::new(&now, None), "办结"), "?");
}

#[test]
fn a_unit_of_its_own_completes_the_value() {
    let mut report = report(&[("甲", "83"), ("乙", "83件"), ("丙", "83件"), ("丁", "75955")]);
    for (name, unit) in [("甲", "件"), ("乙", "起"), ("丙", "万元"), ("丁", "万元")] {
        figure(&mut report, name).unit = Some(text(unit, 50));
    }
    let table = Table::new(&report, None);
    let printed = ["甲", "乙", "丙", "丁"].map(|name| written(&table, name));
    assert_eq!(printed, ["83件", "83件", "83件", "75955万元"]);
    let kinds: Vec<_> = table.faults().iter().map(|fault| (&fault.kind, fault.place)).collect();
    assert_eq!(kinds, [(&FaultKind::UnlikeUnits { left: "件".to_owned(), right: "元".to_owned() }, Place(50))]);
}

#[test]
fn faults_of_values_and_names_stand_in_the_order_of_the_file() {
    let mut report =
        report(&[("甲（本级）", "1件"), ("乙", "83件，立案41件"), ("2021", "1件"), ("丙", "=丁"), ("戊", "1件")]);
    figure(&mut report, "戊").formula = Some(text("乙", 5));
    let table = Table::new(&report, None);
    let kinds: Vec<_> = table.faults().iter().map(|fault| (fault.place.0, fault.kind.clone())).collect();
    let extra = QuantityFault::Extra("，立案41件".to_owned());
    assert_eq!(
        kinds,
        [
            (1, FaultKind::BadName { name: "甲（本级）".to_owned() }),
            (2, FaultKind::NotAQuantity { text: "83件，立案41件".to_owned(), why: extra }),
            (3, FaultKind::BadName { name: "2021".to_owned() }),
            (4, FaultKind::UnknownFigure { name: "丁".to_owned(), nearest: None }),
            (5, FaultKind::ValueAndFormula),
        ]
    );
    assert_eq!(pointed(&table.faults()[1], "83件，立案41件"), "，立案41件");
}

#[test]
fn a_figure_knows_its_editions_and_its_source() {
    let mut report = report(&[("甲", "83件"), ("乙", "1件")]);
    let first = figure(&mut report, "甲");
    first.only = OneOrMany(vec![text("upper", 1), text("party", 1)]);
    first.except = OneOrMany(vec![text("party", 1)]);
    first.source = Some(text("县法院", 1));
    first.publishable = Some(Placed::new(false, Place(1)));
    let table = Table::new(&report, None);
    let (first, second) = (table.get("甲").expect("甲"), table.get("乙").expect("乙"));
    assert_eq!(["upper", "party", "public"].map(|id| first.is_in(id)), [true, false, false]);
    assert_eq!(["upper", ""].map(|id| second.is_in(id)), [true, true]);
    assert_eq!((first.source.as_deref(), first.publishable), (Some("县法院"), false));
    assert_eq!((second.source.as_deref(), second.publishable), (None, true));
}

#[test]
fn use_reaches_through_formulas_and_groups() {
    let table = Table::new(
        &report(&[
            ("收到", "83件"),
            ("办结", "37件"),
            ("率", "=办结/收到"),
            ("清理.保留", "34件"),
            ("清理.废止", "16件"),
            ("总", "=sum(清理)"),
            ("闲", "1件"),
        ]),
        None,
    );
    let unused = |texts: &[&str]| {
        let texts: Vec<_> = texts.iter().map(|typed| text(typed, 9)).collect();
        table.unused(&texts).iter().map(|figure| figure.name.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(unused(&["率${率|change}。"]), ["清理.保留", "清理.废止", "总", "闲"]);
    assert_eq!(unused(&["${办结|share(收到)}${没有}"]), ["率", "清理.保留", "清理.废止", "总", "闲"]);
    assert_eq!(unused(&["${总}"]), ["收到", "办结", "率", "闲"]);
    assert_eq!(unused(&["${率}", "${总}"]), ["闲"]);
}

#[test]
fn the_relations_of_real_reports_come_out() {
    for (base, part, rate) in [
        (3165, 3030, "95.73%"),
        (66, 63, "95.45%"),
        (2291, 2291, "100%"),
        (2291, 2259, "98.60%"),
        (17_896, 17_658, "98.67%"),
        (17_137, 17_123, "99.92%"),
        (510, 440, "86.27%"),
        (510, 480, "94.12%"),
        (510, 70, "13.73%"),
        (10_306, 10_276, "99.71%"),
    ] {
        let (base, part) = (format!("{base}件"), format!("{part}件"));
        let table = Table::new(&report(&[("基数", &base), ("部分", &part), ("率", "=部分/基数")]), None);
        assert_eq!(written(&table, "率"), rate);
    }
}
