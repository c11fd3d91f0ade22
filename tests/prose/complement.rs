//! What is and what is not, side by side.

use super::told;

#[test]
fn what_is_and_what_is_not_make_their_whole() {
    for (text, said) in [
        ("收到申请96件，已受理84件，未受理15件，已办结71件。", "96件 is asked about: 84件 15件"),
        ("受理赔偿申请11件，决定赔偿4件，不予赔偿6件。", "11件 is asked about: 4件 6件"),
        ("核查线索478条，其中查实213条，未查实266条，立案126条。", "478条 is asked about: 213条 266条"),
    ] {
        assert!(told(text).contains(&said.to_owned()), "{text} {:?}", told(text));
    }
}

#[test]
fn other_readings_are_left_alone() {
    for text in [
        "收到申请96件，已受理84件，未受理12件，已办结71件。",
        // A third, another whole, and nothing that one digit explains.
        "提出意见75条，采纳70条，未采纳3条，部分采纳2条。",
        "共有企业96家，检查84家，合格80家，不合格4家。",
        "发现问题286个，已整改72个，未整改5个。",
    ] {
        assert!(told(text).iter().all(|told| told.contains("holds")), "{text} {:?}", told(text));
    }
}
