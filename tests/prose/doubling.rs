//! Values told as twice, four or eight times another.

use super::told;

#[test]
fn a_value_that_is_not_doubled_is_told() {
    for (text, said) in [
        ("受理诉求86.4万件，较2022年的23.2万件翻一番。", "86.4万件 fails: 23.2万件"),
        ("法律顾问由42名增至184名，翻了一番。", "184名 fails: 42名"),
        ("受理1420件，比上年翻两番（上年155件）。", "1420件 fails: 155件"),
        ("公职律师76人、法律顾问58人，合计134人，较2023年的97人翻了一番。", "134人 fails: 97人"),
    ] {
        assert!(told(text).contains(&said.to_owned()), "{text} {:?}", told(text));
    }
}

#[test]
fn what_comes_near_or_is_rough_is_left_alone() {
    for text in [
        "受理诉求86.4万件，较2022年的43.2万件翻一番。",
        "法律顾问由42名增至88名，翻了一番。",
        "法律顾问由42名增至65名，将近翻了一番。",
        "受理286件，较2020年的102件翻一番多。",
        "受理1420件，比上年翻两番（上年355件）。",
        "调解案件连续三年翻番增长，2023年调解5260件，2022年调解3180件。",
        "受理286件；办案经费翻一番。",
    ] {
        assert_eq!(told(text), [""; 0], "{text}");
    }
}
