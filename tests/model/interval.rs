use fazhi::model::{Interval, Quantity, Verdict};
use rust_decimal::Decimal;

/// `[21500, 22500)`
fn interval(text: &str) -> String {
    let Interval { lower, upper, closed } = Quantity::parse(text).expect("a quantity").interval();
    format!("[{}, {}{}", lower.normalize(), upper.normalize(), if closed { ']' } else { ')' })
}

#[test]
fn a_count_is_exact_and_a_rounded_number_half_a_digit_wide() {
    for (text, expected) in [
        ("83件", "[83, 83]"),
        ("1,234件", "[1234, 1234]"),
        ("2.2万件", "[21500, 22500)"),
        ("3万元", "[25000, 35000)"),
        ("95.45%", "[95.445, 95.455)"),
        ("98%", "[97.5, 98.5)"),
        ("98.60%", "[98.595, 98.605)"),
        ("1.2倍", "[1.15, 1.25)"),
        ("0件", "[0, 0]"),
    ] {
        assert_eq!(interval(text), expected, "{text}");
    }
}

#[test]
fn a_mark_of_approximation_widens_by_the_last_digit_that_counts() {
    for (text, expected) in [
        ("近400家", "[300, 400]"),
        ("近1000家", "[500, 1000]"),
        ("3200余人次", "[3200, 3300)"),
        ("2.2万余次", "[22000, 23000)"),
        ("超2万次", "[20000, 30000)"),
        ("20余万元", "[200000, 300000)"),
        ("约350件", "[340, 360]"),
        ("近2.2万余次", "[21000, 23000]"),
    ] {
        assert_eq!(interval(text), expected, "{text}");
    }
}

#[test]
fn intervals_compare_with_three_verdicts() {
    let of = |text: &str| Quantity::parse(text).expect("a quantity").interval();
    assert_eq!(of("51件").verdict(&of("51件")), Verdict::Holds);
    assert_eq!(of("221件").verdict(&of("216件")), Verdict::Fails);
    assert_eq!(of("3200余件").verdict(&of("3245件")), Verdict::Holds);
    assert_eq!(of("3245件").verdict(&of("3200余件")), Verdict::CannotTell);
    assert_eq!(of("3200余件").verdict(&of("3300件")), Verdict::Fails);
    assert!(of("20件").exceeds(&of("19件")));
    assert!(!of("19件").exceeds(&of("19件")));
    assert!(of("3300件").exceeds(&of("3200余件")));
}

#[test]
fn sums_and_quotients_of_intervals_hold_every_outcome() {
    let of = |text: &str| Quantity::parse(text).expect("a quantity").interval();
    let sum = of("1.2万件").plus(&of("300件"));
    assert_eq!((sum.lower, sum.upper, sum.closed), (Decimal::from(11_800), Decimal::from(12_800), false));
    let quotient = of("41件").over(&of("82件")).expect("no zero");
    assert_eq!(quotient, Interval::exact(Decimal::new(5, 1)));
    assert_eq!(of("41件").over(&of("0件")), None);
    let rate = of("2259件").over(&of("2291件")).and_then(|rate| rate.times(&of("100"))).expect("no zero");
    assert_eq!(of("98.60%").verdict(&rate), Verdict::Holds);
    assert_eq!(of("98.61%").verdict(&rate), Verdict::Fails);
    let difference = of("83件").minus(&of("40余件"));
    assert_eq!((difference.lower, difference.upper), (Decimal::from(33), Decimal::from(43)));
}
