use fazhi::figures::{Expansion, Expected, FaultKind, Needs, Piece, Table};
use fazhi::model::OneOrMany;
use fazhi::place::{Place, Placed};
use proptest::prelude::*;

use super::{pointed, print, report, text};

fn table() -> Table {
    let mut report = report(&[
        ("行政复议.收到", "83件"),
        ("行政复议.待定", "待填"),
        ("标的", "不涉及"),
        ("备案", "１,234件"),
        ("普法", "多场"),
    ]);
    report.report.year = Some(Placed::new(2021, Place(0)));
    report.report.place = Some(text("郏县", 0));
    report.report.issuer = OneOrMany(vec![text("中共郏县委员会", 0), text("郏县人民政府", 0)]);
    Table::new(&report, None)
}

fn clean(typed: &str) -> String {
    let (printed, faults) = print(&table(), typed);
    assert_eq!(faults, [], "{typed}");
    printed
}

#[test]
fn placeholders_print_figures_as_written() {
    for (typed, expected) in [
        ("收到${行政复议.收到}。", "收到83件。"),
        ("${ 行政复议.收到 }", "83件"),
        ("￥{行政复议。收到}", "83件"),
        ("＄｛行政复议．收到｝", "83件"),
        ("${行政复议.收到｜数值}", "83"),
        ("${备案}", "１,234件"),
        ("${标的}", "不涉及"),
        ("${普法}", "多场"),
        ("${行政复议.待定}", "【待填：行政复议.待定】"),
        ("${year}年 ${年度} ${next_year}年 ${下年}", "2021年 2021 2022年 2022"),
        ("${place}${地区}", "郏县郏县"),
        ("${issuer}", "中共郏县委员会、郏县人民政府"),
        ("$${year} $$ $5 $ ￥100", "${year} $$ $5 $ ￥100"),
        ("", ""),
    ] {
        assert_eq!(clean(typed), expected, "{typed}");
    }
}

#[test]
fn a_total_answers_to_each_of_its_names() {
    let report = report(&[("清理.总计", "51件"), ("案卷.合计", "9卷"), ("案卷.半数", "=total/2")]);
    let table = Table::new(&report, None);
    let (printed, faults) = print(&table, "${清理.总计}${清理.合计}${清理.total}${案卷.总计}${案卷.半数}");
    assert_eq!((printed.as_str(), faults.len()), ("51件51件51件9卷4.50卷", 0));
}

#[test]
fn built_in_names_may_be_missing() {
    let table = Table::new(&report(&[]), None);
    assert_eq!(print(&table, "${年度}${place}").0, "【待填：年度】【待填：place】");
}

#[test]
fn pieces_know_the_ranges_they_stand_for() {
    let typed = "全年${行政复议.收到}，$${x}${无}完";
    let mut faults = Vec::new();
    let Expansion { pieces } = table().expand(&text(typed, 7), &mut faults);
    let typed_piece = |text: &str, range: std::ops::Range<usize>| Piece::Typed { text: text.to_owned(), range };
    assert_eq!(
        pieces,
        [
            typed_piece("全年", 0..6),
            Piece::Value { text: "83件".to_owned(), range: 6..28 },
            typed_piece("，", 28..31),
            typed_piece("${x}${无}完", 32..45),
        ]
    );
    assert_eq!((faults.len(), faults[0].place), (1, Place(7)));
    assert_eq!(pointed(&faults[0], typed), "无");
}

#[test]
fn what_cannot_be_printed_stays_as_typed() {
    for (typed, kind, at) in [
        (
            "见${行政复议.收道}。",
            FaultKind::UnknownFigure {
                name: "行政复议.收道".to_owned(), nearest: Some("行政复议.收到".to_owned())
            },
            "行政复议.收道",
        ),
        (
            "${收到}",
            FaultKind::UnknownFigure { name: "收到".to_owned(), nearest: Some("行政复议.收到".to_owned()) },
            "收到",
        ),
        ("${行政复议}", FaultKind::IsGroup { name: "行政复议".to_owned() }, "行政复议"),
        ("${}", FaultKind::Syntax { expected: Expected::Path, found: String::new() }, ""),
        ("${行政复议.收到", FaultKind::Unclosed, "${"),
        ("${行政复议.收到\n}", FaultKind::Unclosed, "${"),
        (
            "${备案|数直}",
            FaultKind::UnknownFilter { name: "数直".to_owned(), nearest: Some("数值".to_owned()) },
            "数直",
        ),
        ("${备案|round(1}", FaultKind::Syntax { expected: Expected::Closing, found: "1".to_owned() }, "round(1"),
        ("${year|number}", FaultKind::FilterNeeds { filter: "number".to_owned(), needs: Needs::Figure }, "number"),
    ] {
        let mut faults = Vec::new();
        let expansion = table().expand(&text(typed, 7), &mut faults);
        assert_eq!(expansion.pieces, [Piece::Typed { text: typed.to_owned(), range: 0..typed.len() }], "{typed}");
        assert_eq!(faults.len(), 1, "{typed}");
        assert_eq!((&faults[0].kind, pointed(&faults[0], typed)), (&kind, at), "{typed}");
    }
}

#[test]
fn an_open_brace_does_not_swallow_the_next_placeholder() {
    let (printed, faults) = print(&table(), "${行政复议.收到 ${行政复议.收到}");
    assert_eq!((printed.as_str(), faults), ("${行政复议.收到 83件", vec![FaultKind::Unclosed]));
}

proptest! {
    #[test]
    fn any_text_comes_out_whole(typed in "[$￥＄{}｛｝|｜()（）.。行政复议收到同比 a\n]{0,60}") {
        let mut faults = Vec::new();
        let expansion = table().expand(&text(&typed, 7), &mut faults);
        let mut end = 0;
        for piece in &expansion.pieces {
            let (Piece::Typed { range, .. } | Piece::Value { range, .. } | Piece::Unfilled { range, .. }) = piece;
            // Only the first `$` of an escape is left out.
            prop_assert!(range.start == end || &typed[end..range.start] == "$");
            if let Piece::Typed { text, range } = piece {
                prop_assert_eq!(text, &typed[range.clone()]);
            }
            end = range.end;
        }
        prop_assert_eq!(end, typed.len());
        for fault in &faults {
            prop_assert!(typed.get(fault.range.clone()).is_some());
        }
    }
}
