//! What there was at the end of last year and what is new.

use super::told;

#[test]
fn what_there_was_and_what_is_new_make_what_there_is() {
    let trained = |last: u32| format!("累计培养法律明白人860人，其中本年新增120人，截至上年底为{last}人。");
    assert_eq!(told(&trained(740)), ["860人 holds: 120人 740人"]);
    assert!(told(&trained(710)).contains(&"860人 is asked about: 710人 120人".to_owned()));
    let built = "截至去年底建成法治公园32个，今年新增6个，全县现有法治公园48个。";
    assert!(told(built).contains(&"48个 is asked about: 32个 6个".to_owned()));
}

#[test]
fn what_went_and_what_is_another_thing_is_left_alone() {
    for text in [
        "截至去年底建成法治公园32个，今年新增6个、撤销2个，全县现有法治公园36个。",
        "全县现有律师186人，其中本年新增12人，较上年底的164人增长13.4%。",
        "累计培养法律明白人860人，其中本年新增120人，截至上年底骨干212人。",
    ] {
        assert!(told(text).iter().all(|told| told.contains("holds")), "{text} {:?}", told(text));
    }
}
