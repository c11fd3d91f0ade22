use fazhi::message::Lang;
use fazhi::model::{Kind, Level};
use fazhi::outline::load::{BUILT_IN, built_in, choose};
use fazhi::outline::{Outline, Part, Presence};

fn own(text: &str) -> Vec<(String, String)> {
    vec![("henan.yaml".to_owned(), text.to_owned())]
}

/// The outline chosen, or what is said instead, in English.
fn chosen(id: Option<&str>, year: i16, own: &[(String, String)]) -> Result<(String, bool), String> {
    choose(id, year, own)
        .map(|chosen| (chosen.outline.id.clone(), chosen.nearest))
        .map_err(|message| message.text(Lang::En))
}

/// The instrument a part comes from: its own, else the outline's.
fn source_of<'a>(outline: &'a Outline, part: &'a Part) -> &'a str {
    &part.source.as_ref().unwrap_or(&outline.source).name
}

fn ids(outline: &Outline) -> String {
    outline.parts.iter().map(|part| part.id.as_str()).collect::<Vec<_>>().join(" ")
}

#[test]
fn built_in_outlines_are_what_their_table_says() {
    for (built_in, outline) in BUILT_IN.iter().zip(built_in()) {
        assert_eq!((built_in.id, built_in.years), (outline.id.as_str(), outline.years));
        assert_eq!(
            outline.contents().map(|part| part.id.as_str()).collect::<Vec<_>>(),
            ["achievements", "shortcomings", "responsibility", "plan", "other"]
        );
        assert!(outline.parts.iter().filter(|part| part.is_content()).all(|part| part.owed_since == Some(2019)));
        assert_eq!(
            outline.editions.iter().map(|custom| custom.id.as_str()).collect::<Vec<_>>(),
            ["upper", "party", "npc", "line", "public"]
        );
        for part in &outline.parts {
            assert!(outline.content_of(part).is_content(), "{}", part.id);
            assert!(!source_of(&outline, part).is_empty());
            assert!(fazhi::yaml::keys::WORDS.iter().any(|word| word.en == part.id), "{} has no Chinese name", part.id);
        }
        for id in outline.orders.iter().flatten() {
            assert!(outline.part(id).is_some(), "{id} is in an order only");
        }
    }
}

#[test]
fn parts_of_the_outlines() {
    let [old, new] = built_in().try_into().expect("two outlines");
    let usual = |outline: &Outline| {
        let parts = outline.parts.iter().filter(|part| !part.is_content() && part.presence == Presence::Usual);
        parts.map(|part| part.id.clone()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(usual(&old), "functions rulemaking decisions enforcement oversight disputes capability organization");
    assert_eq!(
        usual(&new),
        "leadership functions rulemaking decisions enforcement emergencies disputes oversight digital"
    );
    let plan = new.part("plan").expect("a content");
    assert_eq!(plan.heading_in(2021), "2022年推进法治政府建设的主要安排");
    assert!(plan.is_owed(2019) && !plan.is_owed(2018));
    let emergencies = new.part("emergencies").expect("a part");
    assert!(emergencies.is_usual(Kind::Government, Level::County, 2021));
    assert!(!emergencies.is_usual(Kind::Department, Level::County, 2021));
}

#[test]
fn deadlines_of_the_editions() {
    let [old, new] = built_in().try_into().expect("two outlines");
    let before = |outline: &Outline, edition: &str, level, year| {
        outline.custom(edition).expect("a built-in edition").owed_before(level, year)
    };
    assert_eq!(before(&new, "upper", Level::County, 2021), Some((3, 1)));
    assert_eq!(before(&new, "upper", Level::Province, 2021), Some((4, 1)));
    assert_eq!(before(&new, "public", Level::County, 2021), Some((4, 1)));
    assert_eq!(before(&new, "npc", Level::County, 2021), None);
    assert_eq!(before(&old, "party", Level::County, 2017), Some((4, 1)));
    assert_eq!(before(&old, "party", Level::County, 2019), Some((3, 1)));
    assert_eq!(before(&old, "public", Level::County, 2017), None);
}

#[test]
fn the_outline_in_force() {
    let year = |year| chosen(None, year, &[]).expect("a year has an outline");
    assert_eq!(year(2015), ("2015-2020".into(), false));
    assert_eq!(year(2020), ("2015-2020".into(), false));
    assert_eq!(year(2021), ("2021-2025".into(), false));
    assert_eq!(year(2026), ("2021-2025".into(), true));
    assert_eq!(year(i16::MAX), ("2021-2025".into(), true));
    assert_eq!(year(2014), ("2015-2020".into(), true));
    assert_eq!(year(i16::MIN), ("2015-2020".into(), true));
    assert_eq!(chosen(Some("2021-2025"), 2020, &[]), Ok(("2021-2025".into(), false)));
    assert_eq!(chosen(Some("2021—2025年"), 2020, &[]), Ok(("2021-2025".into(), false)));
    assert_eq!(
        chosen(Some("2026-2030"), 2026, &[]),
        Err("there is no outline \"2026-2030\"; there are: 2015-2020, 2021-2025".into())
    );
}

#[test]
fn an_own_outline_changes_a_built_in_one() {
    let henan = own("extends: 2021-2025\n\
         name: 河南省法治政府建设年度报告\n\
         source: {name: 河南省指引, sure: certain}\n\
         parts:\n\
         - {id: start, of: achievements, heading: 开篇}\n\
         - {id: enforcement, heading: 规范行政执法, synonyms: [服务型执法]}\n\
         - {id: services-to-firms, of: achievements, heading: 服务型行政执法, levels: [county]}\n\
         - {id: later, of: achievements, heading: 其后}\n\
         orders: [[achievements, plan]]\n\
         editions: [{id: public, public: true, closing: 完。}]\n");
    let chosen = choose(None, 2022, &henan).expect("the outline is right");
    let outline = chosen.outline;
    assert!(!chosen.nearest);
    assert_eq!((outline.id.as_str(), outline.years), ("henan", (2021, 2025)));
    assert_eq!(outline.extends.as_deref(), Some("2021-2025"));
    assert!(
        ids(&outline).contains("decisions start enforcement services-to-firms later emergencies"),
        "{}",
        ids(&outline)
    );
    let part = outline.part("enforcement").expect("changed");
    assert_eq!(part.heading, "规范行政执法");
    assert!(part.synonyms.contains(&"行政执法".to_owned()) && part.synonyms.contains(&"服务型执法".to_owned()));
    assert_eq!(source_of(&outline, outline.part("later").expect("new")), "河南省指引");
    assert!(source_of(&outline, part).starts_with("《法治政府建设实施纲要"));
    assert_eq!(outline.orders[0], ["achievements", "plan"]);
    assert_eq!(outline.custom("public").and_then(|custom| custom.closing.as_deref()), Some("完。"));
    assert!(outline.custom("npc").is_some_and(|custom| custom.oral));
}

#[test]
fn own_outlines_go_first() {
    let extended = own("extends: 2021-2025\nyears: [2026, 2030]\n");
    assert_eq!(chosen(None, 2027, &extended), Ok(("henan".into(), false)));
    assert_eq!(chosen(None, 2021, &extended), Ok(("2021-2025".into(), false)));
    assert_eq!(chosen(Some("henan"), 2021, &extended), Ok(("henan".into(), false)));
    let named = own("extends: 2021-2025\nid: 豫\n");
    assert_eq!(chosen(Some("豫"), 2021, &named), Ok(("豫".into(), false)));
    let mut copied = BUILT_IN.map(|outline| (format!("{}.yaml", outline.id), outline.text.to_owned())).to_vec();
    copied[1].1.insert_str(0, "# mine\n");
    assert_eq!(chosen(None, 2026, &copied), Ok(("2021-2025".into(), true)));
}

#[test]
fn faults_of_own_outlines_say_where() {
    let said = |text: &str| chosen(Some("henan"), 2021, &own(text)).expect_err("a fault");
    let cases = [
        (
            "extends: 2021\n",
            "the outline file henan.yaml extends \"2021\", which does not exist; there are: 2015-2020, 2021-2025",
        ),
        (
            "extends: 2021-2025\nparts:\n- {id: a, of: achievements, titel: 甲}\n",
            "the outline file henan.yaml cannot be read at line 3, column 29: there is no key \"titel\"",
        ),
        (
            "extends: [",
            "the outline file henan.yaml cannot be read at line 1, column 10: extends: invalid type: sequence, expected a string",
        ),
        (
            "extends: 2021-2025\nparts: [{id: a, of: b, heading: 甲}]\n",
            "the outline file henan.yaml is at fault at line 2: the part \"a\" is of \"b\", which does not exist",
        ),
        (
            "extends: 2021-2025\nparts: [{id: a, of: plan}]\n",
            "the outline file henan.yaml is at fault at line 2: the part \"a\" has no heading",
        ),
        (
            "extends: 2021-2025\nparts: [{id: a, of: b, heading: 甲}, {id: b, of: a, heading: 乙}]\n",
            "the outline file henan.yaml is at fault at line 2: the part \"a\" is of itself, or too deep",
        ),
        (
            "extends: 2021-2025\nyears: [2025, 2021]\n",
            "the outline file henan.yaml is at fault at line 1: its first year 2025 is after its last year 2021",
        ),
        (
            "id: x\nyears: [2021, 2025]\n",
            "the outline file henan.yaml cannot be read at line 1, column 1: \"name\" is missing",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(said(text), expected);
    }
    let chinese = |text: &str| choose(Some("henan"), 2021, &own(text)).expect_err("a fault").text(Lang::Zh);
    assert_eq!(
        chinese("extends: 2021-2025\nparts:\n- {id: a, headin: 甲, of: plan}\n"),
        "纲要文件 henan.yaml 第3行第11字读不懂：没有“headin”这一项，最接近的是“heading”。"
    );
    assert_eq!(
        chinese("extends: 2021-2025\nparts:\n- {id: a, kinds: [governments]}\n"),
        "纲要文件 henan.yaml 第3行第19字读不懂：没有“governments”这个值，最接近的是“government”。"
    );
    assert_eq!(
        chinese("extends: 2021-2025\nparts:\n- {id: decisions}\n- {id: a, of: none, heading: 甲}\n"),
        "纲要文件 henan.yaml 第4行有误：内容项“a”所属的“none”不存在。"
    );
}
