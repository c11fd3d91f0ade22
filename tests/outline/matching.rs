use fazhi::outline::load;
use fazhi::outline::matching::{Certainty, Matcher, Position};

/// The parts that a heading is matched to, `?` after those that are likely only.
fn parts(outline: &str, year: i16, level: u8, parents: &[&str], heading: &str) -> String {
    let outline = load::choose(Some(outline), year, &[]).expect("a built-in outline").outline;
    let parents: Vec<String> = parents.iter().map(|&id| id.to_owned()).collect();
    let matches = Matcher::new(&outline, Some(year)).matches(heading, Position { level, parents: &parents });
    let named = matches.iter().map(|found| match found.certainty {
        Certainty::Likely => format!("{}?", found.id),
        Certainty::Certain | Certainty::Official => found.id.clone(),
    });
    named.collect::<Vec<_>>().join(" ")
}

#[test]
fn contents_by_the_headings_of_published_reports() {
    let cases = [
        ("主要措施及成效", "achievements"),
        ("2021年度法治政府建设工作情况", "achievements"),
        ("2021年度推进依法行政工作情况", "achievements"),
        ("2021年推进法治政府建设的举措与成效", "achievements"),
        ("法治政府建设取得的成效", "achievements"),
        ("年度工作亮点", "achievements"),
        ("党对法治政府建设的领导工作情况", "leadership"),
        ("法治政府建设示范创建工作情况", "demonstration"),
        ("优化营商环境举措有力、成效明显", "business"),
        ("存在问题及整改措施", "shortcomings plan"),
        ("不足与改进措施", "shortcomings plan"),
        ("落实党政主要负责人法治建设责任情况", "responsibility"),
        ("一、主要举措及成效", "achievements"),
        ("主要举措和成效", "achievements"),
        ("主要工作及成效", "achievements"),
        ("主要工作举措及成效", "achievements"),
        ("工作完成情况", "achievements"),
        ("工作开展情况", "achievements"),
        ("2021年推进法治政府建设的主要举措和成效", "achievements"),
        ("上一年度推进法治政府建设的主要举措和成效", "achievements"),
        ("二、存在问题", "shortcomings"),
        ("存在的问题", "shortcomings"),
        ("存在的问题和困难", "shortcomings"),
        ("存在的不足和原因", "shortcomings"),
        ("上一年度推进法治政府建设存在的不足和原因", "shortcomings"),
        ("存在问题及下一步工作计划", "shortcomings plan"),
        ("存在的主要问题和下一步打算", "shortcomings plan"),
        ("党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况", "responsibility"),
        ("区政府主要负责同志履行推进法治建设职责情况", "responsibility"),
        ("认真履行法治建设第一责任人职责", "responsibility"),
        ("落实法治政府建设第一责任人职责", "responsibility"),
        ("强化第一责任", "responsibility"),
        ("存在的突出问题", "shortcomings"),
        ("存在的主要问题和整改方向", "shortcomings"),
        ("短板和弱项", "shortcomings"),
        ("面临的困难与挑战", "shortcomings"),
        ("不足之处", "shortcomings"),
        ("需要解决的问题", "shortcomings"),
        ("上年度存在问题的整改情况", ""),
        ("着力解决群众反映的突出问题", ""),
        ("主要领导履行法治建设责任情况", "responsibility"),
        ("党政主要负责人履职情况", "responsibility"),
        ("今后努力方向", "plan"),
        ("下阶段重点任务", "plan"),
        ("来年工作谋划", "plan"),
        ("2022年法治政府建设展望", "plan"),
        ("2022年工作打算", "plan"),
        ("2022年主要工作", "plan"),
        ("下步工作安排", "plan"),
        ("三、下一步工作计划", "plan"),
        ("下一年度推进法治政府建设的主要安排", "plan"),
        ("2022年推进法治政府建设的主要安排", "plan"),
        ("２０２２年主要安排", "plan"),
        ("其他需要报告的情况", "other"),
        ("推进社会治理现代化", ""),
        ("基本情况", ""),
    ];
    for (heading, expected) in cases {
        assert_eq!(parts("2021-2025", 2021, 1, &[], heading), expected, "{heading}");
    }
}

#[test]
fn every_official_heading_is_its_own_part() {
    for outline in load::built_in() {
        let matcher = Matcher::new(&outline, Some(outline.years.1));
        for part in &outline.parts {
            let level = if part.is_content() { 1 } else { 2 };
            let heading = part.heading_in(outline.years.1).replace('，', ",");
            let matches = matcher.matches(&heading, Position { level, parents: &[] });
            assert_eq!(matches.iter().map(|found| found.id.as_str()).collect::<Vec<_>>(), [part.id.as_str()]);
            assert_eq!(matches[0].certainty, Certainty::Official, "{heading}");
        }
    }
}

#[test]
fn parts_inside_the_achievements() {
    let cases = [
        ("健全行政决策制定体系，不断提升行政决策公信力和执行力", "decisions"),
        ("强化行政执法监督，推进严格规范公正文明执法", "enforcement"),
        ("推进依法决策，依法行政制度体系不断健全", "decisions rulemaking"),
        ("实行权责清单动态管理，深入推进政务公开", "functions openness"),
        ("健全政府机构职能体系，持续优化营商环境", "functions business"),
        ("着力优化全市营商环境", "business"),
        ("大力推进行政执法规范化建设", "enforcement"),
        ("做好行政复议与政务公开工作", "disputes openness"),
        ("推进行政执法信息化建设", "enforcement? digital?"),
        ("加强党的领导，压实第一责任人职责", "leadership responsibility"),
        ("强化督察整改", ""),
        ("存在问题整改情况", ""),
        ("存在的问题", "shortcomings"),
        ("完善工作机制，筑牢工作基础", ""),
        ("", ""),
        ("（一）", ""),
    ];
    for (heading, expected) in cases {
        assert_eq!(parts("2021-2025", 2021, 2, &["achievements"], heading), expected, "{heading}");
    }
}

#[test]
fn nothing_below_shortcomings_and_plan_is_a_part() {
    for above in ["shortcomings", "plan", "other"] {
        assert_eq!(parts("2021-2025", 2021, 2, &[above], "行政执法的规范化水平有待继续提高"), "");
    }
    assert_eq!(parts("2021-2025", 2021, 3, &["achievements", "enforcement"], "加强行政执法队伍建设"), "");
}

#[test]
fn without_a_year_only_words_decide() {
    let outline = load::choose(Some("2021-2025"), 2021, &[]).expect("a built-in outline").outline;
    let matcher = Matcher::new(&outline, None);
    let level_one = Position { level: 1, parents: &[] };
    assert_eq!(matcher.matches("2022年工作打算", level_one)[0].id, "plan");
    assert_eq!(matcher.matches("0年重点工作", level_one), []);
    assert_eq!(matcher.matches(&"行政执法".repeat(200), level_one), []);
}

/// What a reader found in a published report, as far as headings go.
#[derive(serde::Deserialize)]
struct Truth {
    year: i16,
    headings: Vec<Heading>,
}

#[derive(serde::Deserialize)]
struct Heading {
    /// 1 to 4, or `measure`.
    level: String,
    text: String,
}

/// Reads the published reports beside the project; without them there is nothing to compare, but never so in CI.
fn published(name: &str) -> Option<Truth> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/truth").join(name);
    match std::fs::read_to_string(path) {
        Ok(text) => Some(serde_yaml::from_str(&text).expect("the truth is YAML")),
        Err(_) if std::env::var_os("CI").is_some_and(|ci| ci == "true") => panic!("CI has the published reports"),
        Err(_) => None,
    }
}

/// The parts of every heading of a published report, one heading after the other: `-` for none.
fn headings(truth: &Truth) -> String {
    let chosen = load::choose(None, truth.year, &[]).expect("an outline");
    let matcher = Matcher::new(&chosen.outline, Some(truth.year));
    let mut above: Vec<(u8, Vec<String>)> = Vec::new();
    let mut lines = Vec::new();
    for heading in &truth.headings {
        let level = heading.level.parse().unwrap_or_else(|_| {
            above.iter().map(|(level, _)| *level).filter(|&level| level < 9).max().unwrap_or(0) + 1
        });
        above.retain(|(other, _)| *other < level);
        let parents: Vec<String> = above.iter().flat_map(|(_, ids)| ids.clone()).collect();
        let matches = matcher.matches(&heading.text, Position { level, parents: &parents });
        let ids: Vec<String> =
            matches.into_iter().filter(|found| found.certainty > Certainty::Likely).map(|found| found.id).collect();
        lines.push(if ids.is_empty() { "-".to_owned() } else { ids.join("+") });
        if heading.level != "measure" {
            above.push((level, ids));
        }
    }
    lines.join(" ")
}

#[test]
fn headings_of_published_reports() {
    let expected = [
        (
            "000_8ae5335c4ea12cc5.yaml",
            "achievements leadership functions business emergencies - decisions - - rulemaking - enforcement \
             - - - - oversight disputes - - - - capability responsibility publicity - - shortcomings - - - \
             plan - - - - -",
        ),
        (
            "001_b345c0cab4c5945d.yaml",
            "achievements functions - - - rulemaking decisions - - - enforcement - - - - - disputes - - \
             oversight publicity shortcomings+plan - - - - - -",
        ),
        (
            "002_3d49a8bf47d9caa8.yaml",
            "achievements responsibility business disputes enforcement shortcomings+plan - - -",
        ),
        (
            "003_2f2f5373e678f812.yaml",
            "achievements leadership responsibility - - functions - - business rulemaking - - decisions - - \
             - enforcement - - emergencies - - disputes - - services publicity oversight - - openness \
             digital services - shortcomings - - - plan - - -",
        ),
        (
            "004_4a1aa1e4e1059d3a.yaml",
            "- responsibility leadership leadership decisions+rulemaking - - - functions openness - - \
             enforcement - - - - disputes enforcement - disputes publicity",
        ),
    ];
    for (name, ids) in expected {
        if let Some(truth) = published(name) {
            assert_eq!(headings(&truth), ids, "{name}");
        }
    }
}
