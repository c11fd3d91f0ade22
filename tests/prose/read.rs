//! Sentences, clauses and mentions.

use fazhi::prose::{Mention, Prose};

/// The mentions of a text: name, number, depth.
fn told(text: &str) -> Vec<String> {
    let prose = Prose::read(text);
    let tell = |mention: &Mention| {
        format!("{}{} {}", "  ".repeat(prose.clause(mention).depth), prose.name(mention), prose.text_of(mention))
    };
    prose.mentions.iter().map(tell).collect()
}

#[test]
fn a_number_has_the_words_around_it() {
    assert_eq!(
        told(
            "全年共收到申请83件,受理41件（其中涉企12件，占29.27%）；建成20个法治文化广场。及格人数176，及格率98.67%。"
        ),
        [
            "收到申请 83件",
            "受理 41件",
            "  涉企 12件",
            "  占 29.27%",
            "法治文化广场 20个",
            "及格人数 176",
            "及格率 98.67%",
        ]
    );
    assert_eq!(
        told("其中：处罚50件、许可18件和其他8件；调解、和解共3件"),
        ["处罚 50件", "许可 18件", "其他 8件", "调解、和解 3件"]
    );
}

#[test]
fn parentheses_without_a_number_are_words() {
    assert_eq!(told("村（社区）调委会197个，乡镇(街道)（含园区）27个"), ["村（社区）调委会 197个", "乡镇 27个"]);
    assert_eq!(told("受理（含结转5件）31件"), ["  含结转 5件", "受理 31件"]);
}

#[test]
fn numbers_in_names_are_none() {
    assert_eq!(told("出台《优化环境26条措施》和“10件实事”清单2件"), ["出台《优化环境26条措施》和“10件实事”清单 2件"]);
    // What is never closed is no name.
    assert_eq!(told("出台《措施26条"), ["出台《措施 26条"]);
}

#[test]
fn a_percentage_in_words_is_one() {
    assert_eq!(told("办结率达百分之九十五，提高百分之3"), ["办结率 百分之九十五", "提高 百分之3"]);
}

#[test]
fn clauses_know_their_marks() {
    let prose = Prose::read("收到3件；其中（含2件）：甲1件。");
    let marks: Vec<_> = prose.clauses.iter().map(|clause| (clause.opened, clause.closed, clause.depth)).collect();
    assert_eq!(
        marks,
        [(None, Some('；'), 0), (Some('；'), Some('：'), 0), (Some('（'), Some('）'), 1), (Some('：'), Some('。'), 0)]
    );
    assert_eq!(prose.clauses[2].anchor, None);
    assert_eq!(Prose::read("受理3件（含2件）").clauses[1].anchor, Some(0));
}

#[test]
fn a_semicolon_before_an_item_ends_the_sentence() {
    let sentences = |text: &str| Prose::read(text).sentences.len();
    for item in ["二是", "（二）", "(2)", "2.", "2、", "2）", "②", "㈡", "二、", "第二，", "其次，"] {
        assert_eq!(sentences(&format!("办理3件；{item}调解5件。")), 2, "{item}");
        assert_eq!(sentences(&format!("办理3件； {item}调解5件。")), 2, "{item}");
    }
    // What only looks like the mark of an item.
    for words in
        ["2023年", "（2023年）", "2.5万元用于", "二、三季度", "第二季度", "二审", "一些单位", "一是一，二是二，"]
    {
        assert_eq!(sentences(&format!("办理3件；{words}调解5件。")), 1, "{words}");
    }
}

#[test]
fn the_number_of_an_item_is_no_quantity() {
    let quantities = |text: &str| {
        let prose = Prose::read(text);
        prose.mentions.iter().map(|mention| prose.text_of(mention).to_owned()).collect::<Vec<_>>()
    };
    for item in ["2、", "2.", "2）", "２．"] {
        assert_eq!(quantities(&format!("{item}办理案件52件。")), ["52件"], "{item}");
    }
    assert_eq!(quantities("2.5万件案件办结。"), ["2.5万件"]);
}
