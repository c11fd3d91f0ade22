//! The tables of wording, and how texts are read by them.

use std::path::Path;

use fazhi::wording::table::{Value, rows};
use fazhi::wording::{
    Entry, Form, Lexicon, Sightings, Timeliness, citations, laws, longest, meetings, misspelt, numbered,
    official_names, old_names, slips, topics, usual,
};
use jiff::civil::date;

/// What a YAML reader makes of a value, as text.
fn told(value: &serde_yaml::Value) -> String {
    match value {
        serde_yaml::Value::Bool(is) => is.to_string(),
        serde_yaml::Value::Number(number) => number.to_string(),
        serde_yaml::Value::String(text) => text.clone(),
        other => panic!("{other:?} is no scalar"),
    }
}

#[test]
fn every_table_reads_as_a_yaml_reader_reads_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/wording");
    let mut tables = 0;
    for entry in std::fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("the entry can be read").path();
        let text = std::fs::read_to_string(&path).expect("the table is text");
        let items: Vec<serde_yaml::Mapping> = serde_yaml::from_str(&text).expect("the table is YAML");
        let read: Vec<_> = rows(&text).collect();
        assert_eq!(items.len(), read.len(), "{}", path.display());
        for (item, row) in items.iter().zip(&read) {
            assert!(item.contains_key("sure"), "{row:?} does not say how sure it is");
            let keys: Vec<String> = item.keys().map(told).collect();
            assert_eq!(keys, row.0.iter().map(|(key, _)| *key).collect::<Vec<_>>());
            for (value, (_, mine)) in item.values().zip(&row.0) {
                match (value, mine) {
                    (serde_yaml::Value::Sequence(items), Value::Many(mine)) => {
                        assert_eq!(items.iter().map(told).collect::<Vec<_>>(), *mine, "{row:?}");
                    }
                    (value, Value::One(mine)) => assert_eq!(told(value), *mine, "{row:?}"),
                    _ => panic!("{value:?} is not {mine:?}"),
                }
            }
        }
        tables += 1;
    }
    assert!(tables >= 4);
}

#[test]
fn a_lexicon_finds_the_longest_word_at_a_place_and_goes_on_behind_it() {
    let lexicon = Lexicon::new([("法制办", 0), ("法制办公室", 1), ("办公", 2), ("", 3), ("\u{20bb7}野", 4), ("办", 5)]);
    let found =
        |text| longest(lexicon.all(text).into_iter()).map(|(range, number)| (range.start, number)).collect::<Vec<_>>();
    assert_eq!(found("县法制办公室、法制办和办公楼"), [(3, 1), (21, 0), (33, 2)]);
    assert_eq!(found("\u{20bb7}野，法"), [(0, 4)]);
    assert_eq!(found(""), []);
}

#[test]
fn a_lexicon_meets_every_word_at_every_place() {
    let words = ["网", "网办", "行政", "行政复议", "复议机关", "“八五”", "5G", "12345", "政", "复"];
    let lexicon = Lexicon::new(words.iter().enumerate().map(|(index, word)| (*word, index)));
    for text in ["行政复议机关网办率，12345热线5G网", "“八五”普法，上网", "网", "行", "é\u{20bb7}行政"]
    {
        let mut expected = Vec::new();
        for (at, _) in text.char_indices() {
            let mut here: Vec<_> =
                words.iter().enumerate().filter(|(_, word)| text[at..].starts_with(**word)).collect();
            here.sort_by_key(|(_, word)| word.len());
            expected.extend(here.into_iter().map(|(index, word)| (at..at + word.len(), index)));
        }
        assert_eq!(lexicon.all(text), expected, "{text}");
    }
}

#[test]
fn one_pass_sees_the_words_of_every_table() {
    let text = "学习二十大精神，新修订的行政复议法由县法制办公室宣传。";
    let sightings = Sightings::of(text);
    assert!(sightings.has(|entry| entry == Entry::Congress));
    let laws =
        sightings.all(|entry| if let Entry::RevisedLaw(index) = entry { Some(laws()[index].name) } else { None });
    assert_eq!(laws.map(|(range, name)| (&text[range], name)).collect::<Vec<_>>(), [("行政复议法", "行政复议法")]);
    let old = |entry| matches!(entry, Entry::OldName(_)).then_some(());
    assert_eq!(sightings.all(old).map(|(range, ())| &text[range]).collect::<Vec<_>>(), ["县法制办", "县法制办公室"]);
    assert_eq!(sightings.longest(old).map(|(range, ())| &text[range]).collect::<Vec<_>>(), ["县法制办公室"]);
}

#[test]
fn congresses_and_sessions_are_read_in_every_form() {
    let cited = |text| citations(text).iter().map(|cited| (cited.congress, cited.session)).collect::<Vec<_>>();
    assert_eq!(cited("党的二十大和二十届二中、三中全会精神"), [(20, 0), (20, 2), (20, 3)]);
    assert_eq!(cited("党的十九大和十九届三中、四中、五中全会精神"), [(19, 0), (19, 3), (19, 4), (19, 5)]);
    assert_eq!(cited("党的二十届中央委员会第四次全体会议"), [(20, 4)]);
    assert_eq!(cited("学习二十大精神，中国共产党第十九次全国代表大会"), [(20, 0), (19, 0)]);
    assert_eq!(cited("二十大和二十届历次全会精神"), [(20, 0)]);
    for text in [
        "二十大重点任务",
        "民盟十三届二中全会",
        "共青团十九大精神",
        "省委十三届七次全会",
        "第十四届人大一次会议",
        "第九届文化节",
        "工会十八大召开",
        "届中",
        "二十届三中学校",
    ] {
        assert_eq!(cited(text), [], "{text}");
    }
    let text = "十九届二中、三中全会";
    let last = citations(text).pop().expect("a citation");
    assert_eq!((&text[last.range], &text[last.whole]), ("三中", text));
}

#[test]
fn meetings_are_in_order_and_end_after_they_begin() {
    assert!(meetings().iter().all(|meeting| meeting.first <= meeting.last && !meeting.names.is_empty()));
    assert!(meetings().is_sorted_by_key(|meeting| meeting.first));
    let third = meetings().iter().find(|meeting| meeting.names[0] == "二十届三中全会").expect("in the table");
    assert!(!third.is_over(date(2024, 7, 17)) && third.is_over(date(2024, 7, 18)));
    let announced: Vec<_> =
        meetings().iter().filter(|meeting| meeting.announced).map(|meeting| meeting.names[0]).collect();
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
    let bureau = old_names().iter().find(|name| name.words.contains(&"工商局")).expect("in the table");
    assert!(!bureau.is_old(2017) && bureau.is_old(2019));
    let timeliness = |words: &'static str, year| {
        let topic = topics().iter().find(|topic| topic.words.contains(&words));
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

#[test]
fn official_names_are_long_enough_and_right_themselves() {
    assert!(official_names().len() > 100 && slips().len() > 5 && usual().len() > 20);
    for name in official_names() {
        let shortest = if name.form == Form::Title { 5 } else { 7 };
        assert!(name.name.chars().count() >= shortest, "{} is too short to be told by one character", name.name);
        let written = if name.form == Form::Title { format!("《{}》", name.name) } else { name.name.to_owned() };
        for right in name.right.iter().filter(|right| !right.contains('？')) {
            assert_eq!(misspelt(right), [], "{right} is right");
            assert_eq!(misspelt(&format!("《{right}》")), [], "{right} is right");
        }
        assert_eq!(misspelt(&written), [], "{written} is right");
    }
    assert!(slips().iter().all(|slip| slip.wrong != slip.right));
    for formula in numbered() {
        assert_eq!(misnumbered(formula.name), Vec::<&str>::new(), "{} is right", formula.name);
        let wrong = format!("{}{}", if formula.number() == "三" { "四" } else { "三" }, &formula.name[3..]);
        assert_eq!(misnumbered(&wrong), [formula.name]);
        assert!(!formula.beside.is_empty(), "{} alone may be a slogan of the place", formula.name);
    }
}

/// The formulas that stand in a text with another number.
fn misnumbered(text: &str) -> Vec<&'static str> {
    let formula = |entry| match entry {
        Entry::Numbered(index) => Some(&numbered()[index]),
        _ => None,
    };
    let sightings = Sightings::of(text);
    let found = sightings.all(formula).filter(|(noun, formula)| formula.other_number(text, noun).is_some());
    found.map(|(_, formula)| formula.name).collect()
}

/// A name without one of its inner characters is told, whichever it is, unless nothing but a particle is lost.
#[test]
fn every_character_lost_is_told() {
    for name in official_names() {
        // Quotation marks do not count.
        let chars: Vec<char> = name.name.chars().filter(|c| !"“”".contains(*c)).collect();
        for lost in 2..chars.len() - 2 {
            if "的和与及之地、，（）—".contains(chars[lost]) || chars[lost] == chars[lost - 1] {
                continue;
            }
            let rest: String = chars.iter().enumerate().filter(|(at, _)| *at != lost).map(|(_, c)| c).collect();
            let text =
                if name.form == Form::Title { format!("落实《{rest}》。") } else { format!("落实{rest}。") };
            let is_right = name.right.iter().any(|right| right.contains('？') || *right == rest)
                || official_names().iter().any(|other| other.right.contains(&rest.as_str()));
            assert!(is_right || !misspelt(&text).is_empty(), "{text}");
        }
    }
}

#[test]
fn halves_of_names_without_end_take_linear_time() {
    let text = "职能科学、权责法定、执法严明、公开公正、《行政处罚".repeat(4000);
    let start = std::time::Instant::now();
    assert_eq!(misspelt(&text), []);
    assert!(start.elapsed().as_secs() < 10, "{:?}", start.elapsed());
}
