use fazhi::diagnostic::Severity;
use fazhi::message::Lang;
use fazhi::model::{Kind, Level, Report};
use fazhi::project::{Project, Surroundings};
use fazhi::rules::Selection;
use fazhi::scaffold::{Request, write};
use fazhi::source::SourceFile;
use fazhi::writers::{self, Options, Output};
use fazhi::yaml;
use proptest::prelude::*;

const KINDS: [Kind; 4] = [Kind::Government, Kind::Department, Kind::Township, Kind::Zone];
const LEVELS: [Level; 5] = [Level::Nation, Level::Province, Level::City, Level::County, Level::Township];

fn request() -> Request {
    Request {
        joint: false,
        kind: Kind::Government,
        level: Level::County,
        place: Some("郏县".to_owned()),
        year: 2025,
        outline: None,
        keys: Lang::Zh,
        outlines: Vec::new(),
        templates: Vec::new(),
    }
}

/// Reads a new file, which must have no slip.
fn read(text: &str) -> Report {
    let reading = yaml::read(&SourceFile::new("new.yaml", text.to_owned()));
    assert_eq!(reading.slips, [], "{text}");
    reading.report
}

/// Every line that stands commented out, brought back: what is left of a comment has no `：` or blank in its key.
fn all_in(text: &str) -> String {
    let line = |line: &str| {
        let (margin, rest) = line.split_at(line.len() - line.trim_start().len());
        let code = rest.strip_prefix("# ").unwrap_or(rest);
        let is_code = code.split_once(':').is_some_and(|(key, rest)| {
            !key.starts_with("yaml")
                && key.chars().all(|c| c.is_alphanumeric() || "-{_ ".contains(c))
                && (rest.is_empty() || rest.starts_with(' '))
                && !key.trim_start_matches(['-', '{', ' ']).contains(' ')
        });
        if is_code || code.trim() == "- 待填" || code.trim() == "- ~" {
            format!("{margin}{code}\n")
        } else {
            format!("{line}\n")
        }
    };
    text.lines().map(line).collect()
}

#[test]
fn new_files_have_no_fault_of_shape() {
    for kind in KINDS {
        for level in LEVELS {
            for year in [2015, 2018, 2019, 2020, 2021, 2025, 2030] {
                for keys in [Lang::Zh, Lang::En] {
                    let text = write(&Request { kind, level, year, keys, ..request() }).expect("an outline");
                    let report = read(&text);
                    let kinds = report.report.kind.map(|kind| kind.value);
                    assert_eq!((kinds, report.report.level.map(|level| level.value)), (Some(kind), Some(level)));
                    assert_eq!(report.report.year.map(|year| year.value), Some(year));
                    read(&all_in(&text));
                }
            }
        }
    }
}

#[test]
fn a_new_file_as_a_whole() {
    insta::assert_snapshot!("government", write(&request()).expect("an outline"));
    let township = Request { kind: Kind::Township, level: Level::Township, keys: Lang::En, year: 2018, ..request() };
    let township = Request { place: Some("六郎镇".to_owned()), ..township };
    insta::assert_snapshot!("township", write(&township).expect("an outline"));
}

#[test]
fn the_issuer_is_guessed_from_the_place() {
    let cases = [
        (Kind::Government, Some("郏县"), "郏县 郏县人民政府"),
        (Kind::Government, Some("内蒙古自治区"), "内蒙古自治区 内蒙古自治区人民政府"),
        (Kind::Government, Some("锡林郭勒盟"), "锡林郭勒盟 锡林郭勒盟行政公署"),
        (Kind::Government, Some("北京"), "北京 待填"),
        (Kind::Government, Some("  "), "待填 待填"),
        (Kind::Government, None, "待填 待填"),
        (Kind::Department, Some("郏县"), "郏县 待填"),
        (Kind::Department, Some("金华市司法局"), "待填 金华市司法局"),
        (Kind::Township, Some("三都镇"), "三都镇 三都镇人民政府"),
        (Kind::Township, Some("长延堡街道"), "长延堡街道 长延堡街道办事处"),
        (Kind::Zone, Some("高新技术产业开发区"), "高新技术产业开发区 高新技术产业开发区管理委员会"),
    ];
    for (kind, place, expected) in cases {
        let place = place.map(str::to_owned);
        let report = read(&write(&Request { kind, place, ..request() }).expect("an outline")).report;
        let place = report.place.map(|place| place.value).unwrap_or_default();
        assert_eq!(format!("{place} {}", report.issuer[0].value), expected);
    }
}

/// The part ids of every section, in the order of the file.
fn parts(report: &Report) -> String {
    report.walk().flat_map(|section| section.part.iter()).map(|part| part.value.as_str()).collect::<Vec<_>>().join(" ")
}

#[test]
fn sections_are_those_of_the_outline() {
    let written = |request| parts(&read(&write(&request).expect("an outline")));
    let english = Request { keys: Lang::En, ..request() };
    assert_eq!(
        written(english.clone()),
        "achievements leadership responsibility functions rulemaking decisions enforcement emergencies disputes \
         oversight digital shortcomings plan"
    );
    assert_eq!(
        written(Request { year: 2017, ..english.clone() }),
        "achievements leadership functions rulemaking decisions enforcement oversight disputes capability \
         organization shortcomings plan"
    );
    let own = "extends: 2021-2025\nparts:\n- {id: decisions}\n\
               - {id: 服务型执法, of: achievements, heading: 推进服务型执法, guidance: '两行\n\n  指引'}\n";
    let outlines = vec![("henan.yaml".to_owned(), own.to_owned())];
    let text = write(&Request { outlines, ..english }).expect("an outline");
    assert!(parts(&read(&text)).contains("decisions 服务型执法 enforcement"), "{text}");
    assert!(text.contains("      # 两行 指引\n      - part: 服务型执法\n"), "{text}");
}

#[test]
fn an_unknown_outline_is_said() {
    let fault = write(&Request { outline: Some("2026-2030".to_owned()), ..request() }).expect_err("no such outline");
    assert_eq!(fault.text(Lang::Zh), "没有“2026-2030”这部纲要；现有：2015-2020、2021-2025。");
}

#[test]
fn a_template_of_the_users_own_takes_the_place_of_ours() {
    let with =
        |text: &str| write(&Request { templates: vec![("scaffold.yaml".to_owned(), text.to_owned())], ..request() });
    assert_eq!(with("{{ key.report }}: {{ unfilled }}"), Ok("报告: 待填".to_owned()));
    let fault = with("{{ key.report }}:\n  {{ nothing }}").expect_err("a fault").text(Lang::En);
    assert!(fault.contains("scaffold.yaml") && fault.contains("line 2"), "{fault}");
}

proptest! {
    #[test]
    fn no_place_makes_a_file_wrong(place in any::<String>()) {
        // What a Chinese keyboard types for ${ is told, rightly, and kept.
        prop_assume!(!["￥", "¥", "＄", "$"].iter().any(|sign| place.contains(&format!("{sign}{{")) || place.contains(&format!("{sign}｛"))));
        let text = write(&Request { place: Some(place.clone()), ..request() }).expect("an outline");
        let report = read(&text).report;
        let read = report.place.map(|place| place.value).unwrap_or_default();
        prop_assert!(read == place.trim() || (read == "待填" && place.trim().is_empty()), "{place:?} became {read:?}");
    }
}

#[test]
fn a_new_file_is_a_draft_with_marks_and_without_errors() {
    for (kind, place) in KINDS.into_iter().zip(["郏县", "郏县司法局", "三都镇", "高新区"]) {
        let text = write(&Request { kind, place: Some(place.to_owned()), ..request() }).expect("an outline");
        let project = Project::open(SourceFile::new("new.yaml", text), &Surroundings::default()).expect("an outline");
        let findings = project.check(&Selection::default(), None);
        let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
        assert_eq!(errors.map(|finding| finding.name).collect::<Vec<_>>(), Vec::<&str>::new(), "{kind:?}");
        let Ok(Output::Text(draft)) = writers::write("txt", &project.editions[0].document, &Options::default()) else {
            panic!("plain text is text")
        };
        assert!(
            draft.contains("【待填：导语】") && draft.contains("二、2025年推进法治政府建设存在的不足和原因"),
            "{draft}"
        );
    }
}
