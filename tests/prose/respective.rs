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
