use fazhi::model::Quantity;
use fazhi::model::quantity::{QuantityFault, scan};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// `number × scale unit mark`
fn read(text: &str) -> String {
    match Quantity::parse(text) {
        Ok(quantity) => {
            let Quantity { number, scale, unit, approximation, .. } = quantity;
            format!("{number} × {scale} {unit} {approximation:?}")
        }
        Err(fault) => format!("{fault:?}"),
    }
}

#[test]
fn quantities_are_read_as_they_are_written() {
    for (text, expected) in [
        ("83件", "83 × 1 件 Exact"),
        ("83", "83 × 1  Exact"),
        ("1,234件", "1234 × 1 件 Exact"),
        ("1,234.50元", "1234.50 × 1 元 Exact"),
        ("1，234，567件", "1234567 × 1 件 Exact"),
        ("８３件", "83 × 1 件 Exact"),
        ("98.50%", "98.50 × 1 % Exact"),
        ("９８．５０％", "98.50 × 1 % Exact"),
        ("2.1个百分点", "2.1 × 1 个百分点 Exact"),
        ("2.1百分点", "2.1 × 1 个百分点 Exact"),
        ("百分之30", "30 × 1 % Exact"),
        ("百分之三十", "30 × 1 % Exact"),
        ("3.2万人次", "3.2 × 10000 人次 Exact"),
        ("3.20亿元", "3.20 × 100000000 元 Exact"),
        ("75955万元", "75955 × 10000 元 Exact"),
        ("1.5万亿元", "1.5 × 1000000000000 元 Exact"),
        ("3千余人", "3 × 1000 人 Over"),
        ("5千米", "5 × 1 千米 Exact"),
        ("1亿2000万元", "12000 × 10000 元 Exact"),
        ("3200余人次", "3200 × 1 人次 Over"),
        ("2.2万余次", "2.2 × 10000 次 Over"),
        ("20余万元", "20 × 10000 元 Over"),
        ("30多个", "30 × 1 个 Over"),
        ("近400家", "400 × 1 家 Nearly"),
        ("约 400 家", "400 × 1 家 About"),
        ("大约400家", "400 × 1 家 About"),
        ("超过400家", "400 × 1 家 Over"),
        ("超400家", "400 × 1 家 Over"),
        ("逾400家", "400 × 1 家 Over"),
        ("400家左右", "400 × 1 家 About"),
        ("400家以上", "400 × 1 家 Over"),
        ("近2.2万余次", "2.2 × 10000 次 About"),
        ("三件", "3 × 1 件 Exact"),
        ("十二次", "12 × 1 次 Exact"),
        ("十余件", "10 × 1 件 Over"),
        ("十几件", "10 × 1 件 Over"),
        ("无", "0 × 1  Exact"),
        ("八十多件左右", "80 × 1 件 About"),
        ("197个村居", "197 × 1 个村居 Exact"),
    ] {
        assert_eq!(read(text), expected, "{text}");
        assert_eq!(Quantity::parse(text).map(|quantity| quantity.written), Ok(text.to_owned()));
    }
}

#[test]
fn what_is_no_quantity_says_why() {
    for (text, expected) in [
        ("", QuantityFault::NoNumber),
        ("很多", QuantityFault::NoNumber),
        ("一般", QuantityFault::NoNumber),
        ("1,23件", QuantityFault::Separator),
        ("1234,567件", QuantityFault::Separator),
        ("1,2345件", QuantityFault::Separator),
        ("共83件", QuantityFault::Extra("共".to_owned())),
        ("-5件", QuantityFault::Extra("-".to_owned())),
        ("83件 立案：41件", QuantityFault::Extra("立案：41件".to_owned())),
        ("83件，立案41件", QuantityFault::Extra("，立案41件".to_owned())),
        ("八十多件左右吧", QuantityFault::Extra("吧".to_owned())),
        ("83件了", QuantityFault::Extra("了".to_owned())),
        ("83件（含线上）", QuantityFault::Extra("（含线上）".to_owned())),
        ("3-5件", QuantityFault::Extra("-5件".to_owned())),
        ("83.", QuantityFault::Extra(".".to_owned())),
        ("999999999999999999999件", QuantityFault::TooLong),
        ("0.99999999999999999999%", QuantityFault::TooLong),
    ] {
        assert_eq!(Quantity::parse(text), Err(expected), "{text}");
    }
}

#[test]
fn the_unit_comes_off() {
    for (text, expected) in [
        ("83件", "83"),
        ("1,234 件", "1,234"),
        ("3.2万人次", "3.2万"),
        ("98.50%", "98.50"),
        ("近400家", "近400"),
        ("3200余人次", "3200余"),
        ("83", "83"),
    ] {
        assert_eq!(Quantity::parse(text).expect("a quantity").without_unit(), expected);
    }
}

#[test]
fn rates_are_rounded_half_up_but_never_up_to_100() {
    let rounded =
        |number: &str, decimals| Quantity::rounded(number.parse().expect("a decimal"), decimals, "%").to_string();
    assert_eq!(rounded("98.603", 2), "98.60");
    assert_eq!(rounded("95.4545", 2), "95.45");
    assert_eq!(rounded("0.125", 2), "0.13");
    assert_eq!(rounded("50.000", 2), "50");
    assert_eq!(rounded("100", 2), "100");
    assert_eq!(rounded("99.9999", 2), "99.99");
    assert_eq!(rounded("99.7", 0), "99");
    assert_eq!(rounded("0.0001", 2), "0.01");
    assert_eq!(rounded("0", 2), "0");
    assert_eq!(rounded("100.0001", 2), "100.01");
}

fn found(text: &str) -> Vec<&str> {
    scan(text).into_iter().map(|(range, _)| &text[range]).collect()
}

#[test]
fn prose_is_scanned_for_quantities() {
    for (text, expected) in [
        ("收到申请83件,立案41件，办结率97.26%。", vec!["83件", "41件", "97.26%"]),
        ("全年1,234件、近2.2万余次，3200余人次，20余万元", vec!["1,234件", "近2.2万余次", "3200余人次", "20余万元"]),
        ("同比提高2.1个百分点，增长1.2倍", vec!["2.1个百分点", "1.2倍"]),
        ("由83件下降至75件，提高到98.6%", vec!["83件", "75件", "98.6%"]),
        ("节约300万元，最近3年", vec!["300万元", "3年"]),
        ("历时3个月，共24小时", vec!["3个月", "24小时"]),
        ("及格人数17658,及格率98.67%", vec!["17658", "98.67%"]),
        ("约400家、超过5000人次", vec!["约400家", "超过5000人次"]),
        ("（98.6%）", vec!["98.6%"]),
        ("建党100周年", vec!["100周年"]),
        ("及格人数12658，", vec!["12658"]),
        ("及格人数12345，", vec!["12345"]),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn years_dates_numbers_of_documents_and_codes_are_no_quantities() {
    for text in [
        "2021年度",
        "2021-2025年",
        "2016—2020年",
        "2021年11月30日",
        "2022-01-10",
        "10月底",
        "8时30分",
        "8:30",
        "郏政〔2022〕1号",
        "第3次会议",
        "12345热线",
        "“12348”",
        "标识码:4104250001",
        "拨打12345",
        "接到12345转办的投诉",
        "12110短号",
        "7×24",
        "4A级",
        "GB/T 9704—2012",
        "5·15",
        "1. 加强领导",
        "1、加强领导",
        "（3）",
        "3-5件",
        "3～5件",
        "1+3+N",
        "v1.2.3",
        "〔2022〕",
    ] {
        assert_eq!(found(text), Vec::<&str>::new(), "{text}");
    }
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in ".{0,40}", digits in "[0-9０-９.,，．万亿千百余多近约超%件人元至—年月 ]{0,40}") {
        for text in [text, digits] {
            if let Ok(quantity) = Quantity::parse(&text) {
                let _ = (quantity.value(), quantity.interval(), quantity.without_unit());
                prop_assert_eq!(quantity.written, text.trim());
            }
            let mut end = 0;
            for (range, quantity) in scan(&text) {
                prop_assert!(range.start >= end && range.end > range.start);
                prop_assert_eq!(&text[range.clone()], &quantity.written);
                end = range.end;
            }
        }
    }

    #[test]
    fn a_number_keeps_its_value_and_its_look(
        whole in 0u64..10_000_000_000, decimals in prop::option::of("[0-9]{1,4}"),
        scale in prop::sample::select(vec!["", "万", "亿"]), unit in prop::sample::select(vec!["件", "元", "人次", "%"]),
    ) {
        let digits = decimals.map_or(whole.to_string(), |decimals| format!("{whole}.{decimals}"));
        let text = format!("{digits}{scale}{unit}");
        let quantity = Quantity::parse(&text).expect("a quantity");
        prop_assert_eq!(quantity.number, digits.parse::<Decimal>().expect("a decimal"));
        prop_assert_eq!(&quantity.unit, unit);
        prop_assert!(quantity.interval().contains(quantity.value()));
        prop_assert_eq!(&Quantity::computed(quantity.number, quantity.scale, unit, quantity.approximation).written, &text);
        prop_assert_eq!(quantity.written, text);
    }
}

#[test]
fn the_largest_numbers_are_rounded_too() {
    for digits in ["99999999999999999999", "0.999999999999999999"] {
        for text in ["约{}件", "近{}%", "{}余亿件", "{}万人次", "{}‰"].map(|text| text.replace("{}", digits))
        {
            let interval = Quantity::parse(&text).expect(&text).interval();
            assert!(interval.lower <= interval.upper && interval.plus(&interval).upper >= interval.upper, "{text}");
        }
    }
}
