use fazhi::figures::{Expected, Fault, FaultKind, Needs};
use fazhi::message::Lang;
use fazhi::model::quantity::QuantityFault;
use fazhi::place::{Place, Where};

fn every_kind() -> Vec<FaultKind> {
    let name = || "办接".to_owned();
    let mut kinds = vec![
        FaultKind::UnknownFigure { name: name(), nearest: None },
        FaultKind::UnknownFigure { name: name(), nearest: Some("办结".to_owned()) },
        FaultKind::BadName { name: name() },
        FaultKind::IsGroup { name: name() },
        FaultKind::ValueAndFormula,
        FaultKind::Cycle { names: vec![name(), name()] },
        FaultKind::DivisionByZero { expression: name() },
        FaultKind::UnlikeUnits { left: "件".to_owned(), right: String::new() },
        FaultKind::Overflow,
        FaultKind::UnknownFilter { name: name(), nearest: None },
        FaultKind::Unclosed,
    ];
    let reasons =
        [QuantityFault::NoNumber, QuantityFault::Extra(name()), QuantityFault::Separator, QuantityFault::TooLong];
    kinds.extend(reasons.map(|why| FaultKind::NotAQuantity { text: name(), why }));
    {
        use Expected::{Closing, Operand, Operator, Path, Shallower, Sign};
        let expected = [Operand, Operator, Path, Closing, Shallower, Sign];
        kinds.extend(expected.map(|expected| FaultKind::Syntax { expected, found: String::new() }));
    }
    {
        use Needs::{Decimals, Figure, LastYear, Path, Place, Quantity, Verb};
        let needs = [LastYear, Figure, Quantity, Verb, Path, Place, Decimals];
        kinds.extend(needs.map(|needs| FaultKind::FilterNeeds { filter: name(), needs }));
    }
    kinds
}

#[test]
fn every_fault_is_put_into_words_in_both_languages() {
    for kind in every_kind() {
        let fault = Fault { kind, place: Place(1), range: 0..3 };
        for lang in [Lang::Zh, Lang::En] {
            for message in [fault.message(), fault.help()] {
                let sentence = message.text(lang);
                assert!(!sentence.contains("figures.") && !sentence.contains("%{"), "{fault:?}: {sentence}");
            }
        }
    }
}

#[test]
fn the_sentences_have_the_values_in_them() {
    let say = |kind, lang| {
        let fault = Fault { kind, place: Place(1), range: 0..3 };
        format!("{} | {}", fault.message().text(lang), fault.help().text(lang))
    };
    let unknown = FaultKind::UnknownFigure { name: "办接".to_owned(), nearest: Some("办结".to_owned()) };
    assert_eq!(say(unknown.clone(), Lang::Zh), "没有名为“办接”的数据 | 是不是“办结”？");
    assert_eq!(say(unknown, Lang::En), "no figure is called \"办接\" | did you mean \"办结\"?");
    let units = FaultKind::UnlikeUnits { left: "件".to_owned(), right: String::new() };
    assert_eq!(say(units, Lang::Zh), "单位不同，不能合算：件与没有单位 | 核对两个数的单位");
    let product = FaultKind::UnnamedUnit { left: "元".to_owned(), right: "元".to_owned() };
    assert_eq!(say(product, Lang::Zh), "元与元相乘或相除，没有写明结果的单位 | 在这项数据里用“计量单位”写明结果的单位");
    let rate = FaultKind::UnnamedUnit { left: String::new(), right: "人".to_owned() };
    assert_eq!(
        say(rate, Lang::Zh),
        "相除的两个数，一个的单位是人，另一个没有写单位 | \
         给没有写单位的数补上单位，如83件；确实没有单位的，在这项数据里用“计量单位”写明结果的单位"
    );
    let syntax = FaultKind::Syntax { expected: Expected::Closing, found: String::new() };
    assert!(say(syntax, Lang::En).starts_with("expected `)` here, found the end | "));
    assert!(say(FaultKind::Unclosed, Lang::Zh).starts_with("“${”没有配对的“}” | "));
}

#[test]
fn a_fault_stands_at_a_key_a_value_or_a_range() {
    let at = |kind, range| Fault { kind, place: Place(4), range }.at();
    assert_eq!(at(FaultKind::BadName { name: String::new() }, 0..0), Where::Key(Place(4)));
    assert_eq!(at(FaultKind::Overflow, 0..0), Where::Value(Place(4)));
    assert_eq!(at(FaultKind::Overflow, 1..3), Where::Range(Place(4), 1..3));
}
