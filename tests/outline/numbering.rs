use fazhi::outline::numbering::{MarkKind, han, heading_mark, leading_mark, measure_mark};
use proptest::prelude::*;

const KINDS: [MarkKind; 4] = [MarkKind::Han, MarkKind::HanParenthesis, MarkKind::Arabic, MarkKind::ArabicParenthesis];

#[test]
fn numbers_in_numerals() {
    let cases = [
        (0, "〇"),
        (9, "九"),
        (10, "十"),
        (19, "十九"),
        (20, "二十"),
        (99, "九十九"),
        (100, "一百"),
        (101, "一百〇一"),
        (110, "一百一十"),
        (999, "九百九十九"),
        (1_005, "一千〇五"),
        (1_050, "一千〇五十"),
        (10_000, "一万"),
        (10_012, "一万〇一十二"),
        (123_456, "十二万三千四百五十六"),
    ];
    for (number, numerals) in cases {
        assert_eq!(han(number), numerals);
    }
}

#[test]
fn marks_of_the_levels() {
    assert_eq!(
        [1, 2, 3, 4, 5, 0].map(|level| heading_mark(level, 12)),
        ["十二、", "（十二）", "12.", "（12）", "", ""]
    );
    assert_eq!(measure_mark(3), "三是");
}

#[test]
fn marks_as_people_type_them() {
    use MarkKind::*;
    let cases = [
        ("一、总体要求", Han, 1, "总体要求"),
        ("十一 、 其他", Han, 11, "其他"),
        ("一．总体要求", Han, 1, "总体要求"),
        ("　　二、存在问题", Han, 2, "存在问题"),
        ("一、二十大精神", Han, 1, "二十大精神"),
        ("三、四大班子", Han, 3, "四大班子"),
        ("(一)加强党的领导", HanParenthesis, 1, "加强党的领导"),
        ("（ 十 ）加强", HanParenthesis, 10, "加强"),
        ("（一）、加强", HanParenthesis, 1, "加强"),
        ("㈡加强", HanParenthesis, 2, "加强"),
        ("一百零五、附则", Han, 105, "附则"),
        ("一百十、附则", Han, 110, "附则"),
        ("1.深化改革", Arabic, 1, "深化改革"),
        ("１．深化改革", Arabic, 1, "深化改革"),
        ("1、深化改革", Arabic, 1, "深化改革"),
        ("12 . 深化改革", Arabic, 12, "深化改革"),
        ("1.2021年以来", Arabic, 1, "2021年以来"),
        ("⒊深化改革", Arabic, 3, "深化改革"),
        ("(1)审核", ArabicParenthesis, 1, "审核"),
        ("（１２）审核", ArabicParenthesis, 12, "审核"),
        ("2）审核", ArabicParenthesis, 2, "审核"),
        ("二）审核", HanParenthesis, 2, "审核"),
        ("十二)、审核", HanParenthesis, 12, "审核"),
        ("〔一〕审核", HanParenthesis, 1, "审核"),
        ("【三】审核", HanParenthesis, 3, "审核"),
        ("2.、审核", Arabic, 2, "审核"),
        ("⑴审核", ArabicParenthesis, 1, "审核"),
        ("①审核", Circled, 1, "审核"),
        ("㉑审核", Circled, 21, "审核"),
        ("第一，加强", Ordinal, 1, "加强"),
        ("第二、加强", Ordinal, 2, "加强"),
        ("首先，加强", Ordinal, 1, "加强"),
        ("其次,加强", Ordinal, 2, "加强"),
        ("一是加强", Measure, 1, "加强"),
        ("十二是加强", Measure, 12, "加强"),
        ("一是一批项目建成", Measure, 1, "一批项目建成"),
        ("\u{3000}三是 加强", Measure, 3, "加强"),
    ];
    for (text, kind, number, rest) in cases {
        let mark = leading_mark(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!((mark.kind, mark.number, &text[mark.length..]), (kind, number, rest), "{text}");
    }
}

#[test]
fn numbers_in_running_text_are_no_marks() {
    let cases = [
        "",
        "　",
        "2021年以来",
        "〔2021〕5号",
        "【打印】",
        "二十大）精神",
        "二〇二一年",
        "1.5万人次",
        "1．5万",
        "1月",
        "10.5%",
        "1.2.3",
        "12.4宪法日",
        "12·4国家宪法日",
        "1、2月份",
        "1234.加强",
        "1",
        "一",
        "一些单位",
        "一批项目",
        "一方面",
        "一五、二五",
        "十百、加强",
        "一、二审案件",
        "第一、二季度",
        "第一责任人职责",
        "第一批",
        "首先要",
        "首创",
        "一是一，二是二",
        "（试行）",
        "（一审）",
        "（2021—2025年）",
        "(12345)热线",
        "三项制度",
        "一一、",
        "一二三四五六七八九十、",
    ];
    for text in cases {
        assert_eq!(leading_mark(text), None, "{text}");
    }
}

#[test]
fn marks_of_headings_read_back() {
    for level in 1..=4u8 {
        for number in 1..=120 {
            let text = format!("{}加强党的领导", heading_mark(level, number));
            let mark = leading_mark(&text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((mark.kind, mark.number), (KINDS[usize::from(level) - 1], number));
            assert_eq!(mark.kind.level(), Some(level));
            assert_eq!(&text[mark.length..], "加强党的领导");
        }
    }
    for number in 1..=120 {
        let text = format!("{}加强", measure_mark(number));
        assert_eq!(leading_mark(&text).map(|mark| (mark.kind, mark.number)), Some((MarkKind::Measure, number)));
    }
}

proptest! {
    #[test]
    fn any_text_has_a_mark_inside_it_or_none(text in "[一二十百零〇第首先是、.．()（）0-9０-９①⑴ 　，加强a]{0,12}") {
        if let Some(mark) = leading_mark(&text) {
            prop_assert!(mark.number < 1_000);
            prop_assert!(text.is_char_boundary(mark.length) && mark.length > 0);
        }
    }
}
