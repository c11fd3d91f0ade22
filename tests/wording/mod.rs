use fazhi::wording::{Timeliness, laws, meetings, old_names, topics};
use jiff::civil::date;

#[test]
fn meetings_are_in_order_and_end_after_they_begin() {
    assert!(meetings().iter().all(|meeting| meeting.first <= meeting.last && !meeting.names.is_empty()));
    assert!(meetings().is_sorted_by_key(|meeting| meeting.first));
    let third = meetings().iter().find(|meeting| meeting.names[0] == "二十届三中全会").expect("in the table");
    assert!(!third.is_over(date(2024, 7, 17)) && third.is_over(date(2024, 7, 18)));
    let announced: Vec<_> =
        meetings().iter().filter(|meeting| meeting.announced).map(|meeting| &meeting.names[0]).collect();
    assert_eq!(announced, ["二十届五中全会"]);
}

#[test]
fn laws_are_in_order_of_their_force() {
    assert!(laws().is_sorted_by_key(|law| law.in_force));
    assert!(laws().iter().all(|law| !law.name.contains(['《', '》']) && !law.name.starts_with("中华人民共和国")));
    let revised = laws().iter().find(|law| law.name == "行政复议法").expect("in the table");
    assert_eq!(revised.edition, "2023年修订");
    assert!(!revised.is_in_force(date(2023, 12, 31)) && revised.is_in_force(date(2024, 1, 1)));
}

#[test]
fn names_and_topics_have_their_years() {
    let bureau = old_names().iter().find(|name| name.words.iter().any(|word| word == "工商局")).expect("in the table");
    assert!(!bureau.is_old(2017) && bureau.is_old(2019));
    let timeliness = |words: &str, year| {
        let topic = topics().iter().find(|topic| topic.words.iter().any(|word| word == words));
        topic.expect("in the table").timeliness(year)
    };
    assert_eq!(timeliness("“八五”普法", 2020), Timeliness::Early);
    assert_eq!(timeliness("“八五”普法", 2021), Timeliness::Current);
    assert_eq!(timeliness("“八五”普法", 2026), Timeliness::Past);
    assert_eq!(timeliness("习近平法治思想", 2019), Timeliness::Early);
    assert_eq!(timeliness("习近平法治思想", 2020), Timeliness::Current);
    assert_eq!(timeliness("廉洁高效、守法诚信", 2021), Timeliness::Past);
    assert!(topics().iter().all(|topic| topic.since.is_some() || topic.until.is_some()));
    let words: Vec<_> =
        topics().iter().flat_map(|topic| &topic.words).chain(old_names().iter().flat_map(|name| &name.words)).collect();
    assert!(words.iter().enumerate().all(|(at, word)| !word.trim().is_empty() && !words[..at].contains(word)));
}
