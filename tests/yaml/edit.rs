use fazhi::source::{Edit, Span};
use fazhi::yaml::edit::apply;

fn edit(start: usize, end: usize, replacement: &str) -> Edit {
    Edit { span: Span::new(start, end), replacement: replacement.to_owned() }
}

fn applied(text: &str, edits: &[Edit]) -> (String, usize) {
    let edited = apply(text, edits);
    (edited.text, edited.made)
}

#[test]
fn edits_are_made_in_the_order_of_the_text() {
    assert_eq!(applied("abcdef", &[edit(4, 5, "E"), edit(0, 1, "A"), edit(2, 2, "-")]), ("Ab-cdEf".to_owned(), 3));
}

#[test]
fn of_two_that_overlap_the_first_is_made() {
    assert_eq!(applied("abcdef", &[edit(1, 4, "X"), edit(3, 5, "Y"), edit(4, 5, "Z")]), ("aXZf".to_owned(), 2));
    assert_eq!(applied("ab", &[edit(1, 1, "-"), edit(1, 1, "-")]), ("a-b".to_owned(), 1));
}

#[test]
fn an_edit_outside_the_text_is_not_made() {
    assert_eq!(applied("法治", &[edit(1, 3, "x"), edit(6, 9, "x"), edit(6, 6, "。")]), ("法治。".to_owned(), 1));
}

#[test]
fn changes_are_told_line_by_line_with_a_few_characters_around() {
    let text = "甲:一\r\n乙乙乙乙乙,丙丙丙丙丙丙丙丙丙丙丙丙丙丙,丁,戊\n";
    let edits: Vec<Edit> = text.match_indices([',', ':']).map(|(at, _)| edit(at, at + 1, "，")).collect();
    let told: Vec<_> = apply(text, &edits)
        .changes(text)
        .into_iter()
        .map(|change| (change.line, change.before, change.after))
        .collect();
    let expected = [
        (1, "甲:一", "甲，一"),
        (2, "乙乙乙乙,丙丙丙丙", "乙乙乙乙，丙丙丙丙"),
        (2, "丙丙丙丙,丁,戊", "丙丙丙丙，丁，戊"),
    ];
    assert_eq!(told, expected.map(|(line, before, after)| (line, before.to_owned(), after.to_owned())));
}
