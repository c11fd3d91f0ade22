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
