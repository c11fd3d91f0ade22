use fazhi::figures::{FaultKind, Table};
use fazhi::model::quantity::{Approximation, QuantityFault};
use fazhi::place::Placed;
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::{figure, pointed, report, text, written};

const FIGURES: &[(&str, &str)] = &[
    ("收到", "83件"),
    ("立案", "41起"),
    ("办结", "37件"),
    ("村", "377个"),
    ("罚没", "3.20万元"),
    ("减免", "5000元"),
    ("受众", "3200余人次"),
    ("线上", "200人次"),
    ("败诉率", "1.40%"),
    ("人口", "2000人"),
    ("应考", "17896"),
    ("待定", "待填"),
    ("标的", "不涉及"),
];

/// What a formula over [`FIGURES`] prints, else its faults with what they point at.
fn compute(formula: &str) -> String {
    let figures: Vec<_> = FIGURES.iter().copied().chain([("结果", formula)]).collect();
    shown(&Table::new(&report(&figures), None), formula)
}

fn shown(table: &Table, formula: &str) -> String {
    if table.faults().is_empty() {
        return written(table, "结果").to_owned();
    }
    table
        .faults()
        .iter()
        .map(|fault| format!("{:?} at `{}`", fault.kind, pointed(fault, formula)))
        .collect::<Vec<_>>()
        .join("; ")
}

#[test]
fn formulas_are_computed_exactly() {
    for (formula, expected) in [
        ("=收到-立案", "42件"),
        ("=收到", "83件"),
        ("= 收到 + 5件", "88件"),
        ("=收到+5", "88件"),
        ("＝收到－立案", "42件"),
        ("=（收到＋立案）×2", "248件"),
        ("=办结/立案", "90.24%"),
        ("=办结÷立案", "90.24%"),
        ("=收到/收到", "100%"),
        ("=1-败诉率", "98.60%"),
        ("=100%-败诉率", "98.60%"),
        ("=(收到-立案)/收到", "50.60%"),
        ("=1/3+2/3", "100%"),
        ("=收到*10%", "8.3件"),
        ("=罚没+减免", "3.7万元"),
        ("=减免+罚没", "37000元"),
        ("=罚没+1.30万元", "4.50万元"),
        ("=收到/12", "6.92件"),
        ("=收到/1", "83件"),
        ("=村*3", "1131个"),
        ("=sum(收到, 立案,办结)", "161件"),
        ("=合计(收到，立案、办结)", "161件"),
        ("=2+3*4", "14"),
        ("=(2+3)*4", "20"),
        ("=10-2-3", "5"),
        ("=24/2/3*1件", "4件"),
        ("=17658/应考", "98.67%"),
        ("=受众+线上", "约3400人次"),
        ("=线上/受众", "约6.25%"),
        ("=2.5件+１２件", "14.5件"),
        ("=收到-待定", "?"),
        ("=收到+标的", "83件"),
        ("=收到*标的", "?"),
    ] {
        assert_eq!(compute(formula), expected, "{formula}");
    }
}

#[test]
fn a_fault_points_at_what_is_wrong() {
    for (formula, expected) in [
        ("=办接/立案", r#"UnknownFigure { name: "办接", nearest: Some("办结") } at `办接`"#),
        (
            "=办接/力案",
            r#"UnknownFigure { name: "办接", nearest: Some("办结") } at `办接`; UnknownFigure { name: "力案", nearest: Some("立案") } at `力案`"#,
        ),
        ("=收到+罚没", r#"UnlikeUnits { left: "件", right: "元" } at `罚没`"#),
        ("=罚没+5", r#"UnlikeUnits { left: "元", right: "" } at `5`"#),
        ("=收到×人口", r#"UnnamedUnit { left: "件", right: "人" } at `收到×人口`"#),
        ("=罚没/人口", r#"UnnamedUnit { left: "元", right: "人" } at `罚没/人口`"#),
        ("=办结/(立案-41件)", r#"DivisionByZero { expression: "办结/(立案-41件)" } at `(立案-41件)`"#),
        ("=收到 + ", r#"Syntax { expected: Operand, found: "" } at ` `"#),
        ("=", r#"Syntax { expected: Operand, found: "" } at `=`"#),
        ("=(收到+立案", r#"Syntax { expected: Closing, found: "" } at `案`"#),
        ("=收到 立案", r#"Syntax { expected: Operator, found: "立" } at `立`"#),
        ("=收到+，立案", r#"Syntax { expected: Operand, found: "，" } at `，`"#),
        ("=1,234件+5件", r#"Syntax { expected: Operator, found: "," } at `,`"#),
        (
            "=sum(1,234件)",
            r#"UnknownFigure { name: "1", nearest: None } at `1`; UnknownFigure { name: "234件", nearest: None } at `234件`"#,
        ),
        ("=5件立案2件", r#"NotAQuantity { text: "5件立案2件", why: Extra("2件") } at `5件立案2件`"#),
        (
            "=收到*99999999999999999999*99999999999999999999",
            "Overflow at `收到*99999999999999999999*99999999999999999999`",
        ),
        ("=结果+1", r#"Cycle { names: ["结果", "结果"] } at `结果`"#),
    ] {
        assert_eq!(compute(formula), expected, "{formula}");
    }
}

#[test]
fn parentheses_nest_to_a_bound_and_sums_have_none() {
    let nested = |depth| format!("={}1{}", "(".repeat(depth), ")".repeat(depth));
    assert_eq!(compute(&nested(32)), "1");
    assert_eq!(compute(&nested(33)), r#"Syntax { expected: Shallower, found: "(" } at `(`"#);
    assert_eq!(compute(&format!("=0{}", "+1".repeat(100_000))), "100000");
}

#[test]
fn the_unit_and_the_decimals_are_those_asked_for() {
    let compute = |formula: &str, unit: Option<&str>, decimals: Option<u32>| {
        let figures: Vec<_> = FIGURES.iter().copied().chain([("结果", formula)]).collect();
        let mut report = report(&figures);
        let result = figure(&mut report, "结果");
        result.unit = unit.map(|unit| text(unit, 50));
        result.decimals = decimals.map(|decimals| Placed::new(decimals, result.at));
        shown(&Table::new(&report, None), formula)
    };
    assert_eq!(compute("=村*3", Some("名"), None), "1131名");
    assert_eq!(compute("=村*人口", Some("人次"), None), "754000人次");
    assert_eq!(compute("=罚没/人口", Some("元"), None), "16元");
    assert_eq!(compute("=罚没+减免", Some("元"), None), "37000元");
    assert_eq!(compute("=减免*3", Some("万元"), None), "1.5万元");
    assert_eq!(compute("=办结/立案", None, Some(1)), "90.2%");
    assert_eq!(compute("=办结/立案", None, Some(0)), "90%");
    assert_eq!(compute("=办结/立案", None, Some(u32::MAX)), "90.24390243902439024390%");
    assert_eq!(compute("=办结/立案", Some("‰"), None), "902.44‰");
    assert_eq!(compute("=收到/立案", Some("倍"), Some(1)), "2倍");
    assert_eq!(compute("=败诉率-1%", Some("个百分点"), None), "0.40个百分点");
    assert_eq!(compute("=收到+立案", Some("万元"), None), r#"UnlikeUnits { left: "件", right: "元" } at `收到+立案`"#);
}

#[test]
fn an_approximate_input_makes_the_result_approximate() {
    let table = Table::new(&report(&[("受众", "3200余人次"), ("结果", "=受众*2")]), None);
    let result = table.get("结果").and_then(|figure| figure.value.quantity()).expect("known");
    assert_eq!(result.approximation, Approximation::About);
    assert_eq!(result.written, "约6400人次");
}

#[test]
fn names_are_found_from_the_innermost_group_outwards() {
    let table = Table::new(
        &report(&[
            ("收到", "1件"),
            ("复议.收到", "83件"),
            ("复议.本级.收到", "60件"),
            ("复议.本级.结果", "=收到+复议.收到"),
            ("复议.结果", "=收到+本级.收到"),
            ("复议.本级.全部", "=复议。收到"),
            ("结果", "=收到+复议.本级.收到"),
            ("2021年收到", "10件"),
            ("增加", "=收到-2021年收到"),
        ]),
        None,
    );
    assert_eq!(table.faults(), []);
    for (name, expected) in [
        ("复议.本级.结果", "143件"),
        ("复议.结果", "143件"),
        ("复议.本级.全部", "83件"),
        ("结果", "61件"),
        ("增加", "-9件"),
    ] {
        assert_eq!(written(&table, name), expected, "{name}");
    }
}

#[test]
fn a_group_is_summed_but_is_no_figure() {
    let table = Table::new(
        &report(&[
            ("清理.合计", "51件"),
            ("清理.保留", "34件"),
            ("清理.废止", "16件"),
            ("清理.备案", "9件"),
            ("清理.不计入", "备案"),
            ("清理.合算", "=sum()"),
            ("甲", "=sum(清理)"),
            ("乙", "=清理+1"),
        ]),
        None,
    );
    assert_eq!(written(&table, "清理.合算"), "50件");
    assert_eq!(written(&table, "甲"), "50件");
    let kinds: Vec<_> = table.faults().iter().map(|fault| &fault.kind).collect();
    assert_eq!(kinds, [&FaultKind::IsGroup { name: "清理".to_owned() }]);
}

#[test]
fn circles_are_named_once() {
    let table = Table::new(&report(&[("甲", "=乙+1"), ("乙", "=丙+1"), ("丙", "=甲+1"), ("丁", "=甲+1")]), None);
    let cycle = FaultKind::Cycle { names: ["甲", "乙", "丙", "甲"].map(str::to_owned).to_vec() };
    assert_eq!(table.faults().iter().map(|fault| &fault.kind).collect::<Vec<_>>(), [&cycle]);
    assert_eq!((written(&table, "甲"), written(&table, "丁")), ("?", "?"));
}

#[test]
fn a_chain_may_be_as_long_as_the_file() {
    let names: Vec<String> = (0..20_000).map(|index| format!("数{index}")).collect();
    let formulas: Vec<String> = (1..=20_000).map(|index| format!("=数{index}+1件")).collect();
    let mut figures: Vec<(&str, &str)> = names.iter().map(|name| &**name).zip(formulas.iter().map(|f| &**f)).collect();
    figures.push(("数20000", "1件"));
    let table = Table::new(&report(&figures), None);
    assert_eq!(table.faults(), []);
    assert_eq!(written(&table, "数0"), "20001件");
}

#[test]
fn a_formula_over_a_bad_value_is_not_faulted_again() {
    let table = Table::new(&report(&[("收到", "1,23件"), ("率", "=收到/83件")]), None);
    let kinds: Vec<_> = table.faults().iter().map(|fault| fault.kind.clone()).collect();
    assert_eq!(kinds, [FaultKind::NotAQuantity { text: "1,23件".to_owned(), why: QuantityFault::Separator }]);
}

proptest! {
    #[test]
    fn sums_and_rates_agree_with_decimals(parts in prop::collection::vec(1u32..1_000_000, 1..8)) {
        let names: Vec<String> = (0..parts.len()).map(|index| format!("项{index}")).collect();
        let values: Vec<String> = parts.iter().map(|part| format!("{part}件")).collect();
        let sum = format!("={}", names.join("+"));
        let rate = format!("=项0/({})", names.join("＋"));
        let mut figures: Vec<(&str, &str)> = names.iter().map(|n| &**n).zip(values.iter().map(|v| &**v)).collect();
        figures.extend([("和", &*sum), ("率", &*rate)]);
        let table = Table::new(&report(&figures), None);
        prop_assert_eq!(table.faults(), []);
        let total: u64 = parts.iter().map(|&part| u64::from(part)).sum();
        prop_assert_eq!(written(&table, "和"), format!("{total}件"));
        let printed = table.get("率").and_then(|figure| figure.value.quantity()).expect("known");
        let exact = Decimal::from(parts[0]) * Decimal::ONE_HUNDRED / Decimal::from(total);
        prop_assert!((printed.number - exact).abs() < Decimal::new(1, 2));
        prop_assert!(parts.len() == 1 || printed.number < Decimal::ONE_HUNDRED);
        prop_assert!(printed.number > Decimal::ZERO);
    }

    #[test]
    fn no_formula_makes_it_panic(formula in "[=＝收到立案0-9.%+＋*×/÷()（）,，sum合计 待填件万亿-]{0,60}") {
        let formula = format!("={formula}");
        let table = Table::new(&report(&[("收到", "83件"), ("立案", "0"), ("结果", &formula)]), None);
        for fault in table.faults() {
            prop_assert!(formula.get(fault.range.clone()).is_some());
        }
    }
}
