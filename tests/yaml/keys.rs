use std::collections::BTreeMap;

use fazhi::yaml::keys::{Domain, WORDS, chinese, english, words};

#[test]
fn a_name_stands_for_one_thing_in_its_domain() {
    let mut seen = BTreeMap::new();
    for word in WORDS {
        for name in word.names() {
            assert_eq!(seen.insert((word.domain, name), word.en), None, "{name} stands for two things");
        }
    }
    assert!(seen.len() > 200);
}

#[test]
fn either_language_finds_both_names() {
    assert_eq!(english(Domain::Part, "矛盾化解"), Some("disputes"));
    assert_eq!(english(Domain::Part, "矛盾纠纷"), Some("disputes"));
    assert_eq!(english(Domain::Part, "disputes"), Some("disputes"));
    assert_eq!(chinese(Domain::Key, "measures"), Some("条目"));
    assert_eq!(chinese(Domain::Key, "举措"), Some("条目"));
    assert_eq!(english(Domain::BuiltIn, "年度"), Some("year"));
    assert_eq!(english(Domain::Filter, "上年"), Some("last"));
    assert_eq!(english(Domain::Key, "上年"), Some("last_year"));
    assert_eq!(english(Domain::Key, "标 题"), None);
}

#[test]
fn domains_are_listed_in_the_order_of_the_table() {
    let kinds: Vec<_> = words(Domain::Kind).map(|word| word.zh).collect();
    assert_eq!(kinds, ["政府", "部门", "乡镇街道", "开发区", "党委政府"]);
}
