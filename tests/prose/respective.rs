//! Rows of quantities told side by side.

use super::told;

#[test]
fn shares_in_a_row_are_of_counts_with_names() {
    let shares = |share: &str| format!("刑事案件3180件、民事案件1986件、行政案件64件，分别占{share}、38.0%和1.2%。");
    let holds = ["38.0% holds: 1986件 3180件 1986件 64件", "1.2% holds: 64件 3180件 1986件 64件"];
    let with = |first: &str| [first, holds[0], holds[1]].map(str::to_owned);
    assert_eq!(told(&shares("60.8%")), with("60.8% holds: 3180件 3180件 1986件 64件"));
    assert_eq!(told(&shares("60.3%")), with("60.3% fails: 3180件 3180件 1986件 64件"));
}

#[test]
fn a_sum_behind_the_counts_is_their_whole_and_none_of_them() {
    let shares =
        |share: &str| format!("自行纠错13件，复议纠错21件，判决纠错8件，共纠错42件，分别占{share}、50.0%、19.0%。");
    let fails = |text: &str| told(text).into_iter().filter(|told| !told.contains("holds")).collect::<Vec<_>>();
    assert_eq!(fails(&shares("31.0%")), [""; 0]);
    assert_eq!(fails(&shares("37.0%")), ["37.0% fails: 13件 42件"]);
}

#[test]
fn changes_in_a_row_are_of_counts_with_names() {
    let rows = |change: &str| {
        format!("上半年受理132件，下半年受理157件，同比分别增长{change}和12.1%，去年同期分别为120件和140件。")
    };
    assert_eq!(told(&rows("10.0%")), ["10.0% holds: 132件 120件", "12.1% holds: 157件 140件"]);
    assert_eq!(told(&rows("16.0%")), ["16.0% fails: 132件 120件", "12.1% holds: 157件 140件"]);
}
