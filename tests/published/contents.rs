//! Required contents of published texts: an error only where nothing in the text speaks of one.

use fazhi::diagnostic::Severity;
use fazhi::project::{Project, Surroundings};
use fazhi::published;
use fazhi::rules::Selection;

/// A report whose parts on shortcomings, duty and plan are to be filled.
const REPORT: &str = "\
甲县人民政府关于YEAR年法治政府建设情况的报告

YEAR年，甲县落实法治政府建设各项部署，取得新成效。现将有关情况报告如下：

一、主要举措和成效

（一）加强党的领导。县委常委会听取法治政府建设情况汇报，督促各部门依法办事。

（二）规范行政执法。评查案卷37件，逐一通报评查结果，督促执法单位改正，解决群众反映的突出问题。

REST
";

/// What the rules on contents say: `error missing-part`.
fn said(text: &str) -> Vec<String> {
    let published = published::read("a.txt", text.as_bytes()).expect("it is a report");
    let project = Project::of_published(published, &Surroundings::default()).expect("the outlines are ours");
    let findings = project.check(&Selection::default(), None);
    let contents = findings.iter().filter(|finding| finding.name.starts_with("missing-"));
    let severity = |severity| match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "hint",
    };
    contents.map(|finding| format!("{} {}", severity(finding.severity), finding.name)).collect()
}

#[test]
fn contents_are_found_however_they_are_worded() {
    let duty = "二、履行第一责任人职责情况\n\n县长带头学法述法，专题研究法治政府建设，部署年度任务。\n\n";
    let cases: [(&str, &[&str]); 12] = [
        // All there.
        (
            "三、存在的不足和原因\n\n审核力量不足，原因是编制紧张。\n\n四、2022年工作安排\n\n充实审核力量，健全审核机制。",
            &[],
        ),
        ("三、存在问题及下一步工作计划\n\n审核力量不足。下一步，充实审核力量，健全审核机制。", &[]),
        (
            "三、问题与对策\n\n审核力量不足，队伍不稳。\n\n四、努力方向\n\n充实审核力量，健全审核机制。",
            &["warning missing-part"],
        ),
        // Told without a heading of their own.
        (
            "三、其他情况\n\n我县法治政府建设虽然取得一定成效，但与上级要求相比仍有差距。下一步，我县将充实审核力量。",
            &["warning missing-part", "warning missing-part"],
        ),
        (
            "三、其他情况\n\n工作中还存在执法队伍力量薄弱、普法针对性不强等问题。2022年，继续充实执法力量，开展培训。",
            &["warning missing-part", "warning missing-part"],
        ),
        (
            "三、其他情况\n\n一些单位对法治建设重视不够，个别执法人员能力有待提高。今后要加强培训，健全机制。",
            &["warning missing-part", "warning missing-part"],
        ),
        // One of them is nowhere.
        ("三、2022年工作安排\n\n充实审核力量，健全审核机制，开展执法人员培训。", &["error missing-part"]),
        ("三、存在的不足和原因\n\n审核力量不足，原因是编制紧张。", &["error missing-part"]),
        // Neither; problems solved are no shortcomings, a date is no plan.
        (
            "三、其他情况\n\n排查整改执法问题12个，化解矛盾纠纷，帮扶困难群众。2022年1月公布了清单。",
            &["error missing-part", "error missing-part"],
        ),
        ("", &["error missing-part", "error missing-part"]),
        // The text breaks off: its end may be on another page.
        ("三、其他情况\n\n开展执法人员培训，健全", &["warning missing-part", "warning missing-part"]),
        ("三、存在的短板和弱项\n\n审核力量不足。\n\n四、下一年度打算\n\n充实审核力量，健全审核机制。", &[]),
    ];
    for (rest, expected) in cases {
        let text = REPORT.replace("REST", &format!("{duty}{rest}")).replace("YEAR", "2021");
        assert_eq!(said(&text), expected, "{rest}");
    }
}

#[test]
fn what_is_not_owed_is_not_asked_for() {
    let text = |year: &str| REPORT.replace("REST", "").replace("YEAR", year);
    // The regulation is of 2019.
    assert_eq!(said(&text("2018")), [""; 0]);
    assert_eq!(said(&text("2019")).len(), 3);
    // Half a year owes no report, and a speech on duties is another text.
    let half = text("2021").replace("情况的报告", "情况的总结");
    assert!(said(&half).iter().all(|said| said.starts_with("warning")), "{:?}", said(&half));
    // The regulation speaks of governments and departments; the offices of sub-districts report where the city asks.
    let street = text("2021").replace("甲县人民政府关于", "甲街道办事处关于");
    assert!(said(&street).iter().all(|said| said.starts_with("warning")), "{:?}", said(&street));
    // 法治建设 is the report of the Party committee.
    let party = text("2021").replace("法治政府建设情况的报告", "法治建设情况的报告");
    assert!(said(&party).iter().all(|said| said.starts_with("warning")), "{:?}", said(&party));
    // Without a title nothing is sure of the year.
    let bare = text("2021").replace("甲县人民政府关于2021年法治政府建设情况的报告", "").repeat(4);
    assert!(said(&bare).iter().all(|said| said.starts_with("warning")), "{:?}", said(&bare));
}

#[test]
fn the_duty_of_the_first_person_is_an_error_only_where_nobody_is_named() {
    let rest =
        "三、存在的不足和原因\n\n审核力量不足，原因是编制紧张。\n\n四、2022年工作安排\n\n充实审核力量，健全机制。";
    let with = |sentence: &str| REPORT.replace("REST", &format!("{sentence}\n\n{rest}")).replace("YEAR", "2021");
    assert_eq!(said(&with("（三）加强培训。举办培训班2期。")), ["error missing-responsibility"]);
    assert_eq!(said(&with("（三）县长主持召开常务会议研究法治政府建设。")), ["warning missing-responsibility"]);
    assert_eq!(said(&with("（三）加强统筹。县长切实履行第一责任人职责。")), ["hint missing-responsibility"]);
    assert_eq!(said(&with("（三）落实第一责任人职责。县长带头学法述法。")), [""; 0]);
}

#[test]
fn a_text_without_a_date_is_not_late() {
    let text = REPORT.replace("YEAR", "2023").replace("REST", "三、工作安排\n\n充实审核力量，健全审核机制。");
    let published = published::read("a.txt", text.as_bytes()).expect("it is a report");
    let project = Project::of_published(published, &Surroundings::default()).expect("the outlines are ours");
    let findings = project.check(&Selection::default(), Some(jiff::civil::date(2024, 11, 20)));
    assert!(findings.iter().all(|finding| finding.name != "date-out-of-window"), "{findings:#?}");
}

#[test]
fn a_row_of_headings_is_a_list() {
    let empty = |rest: &str| {
        let text = REPORT.replace("YEAR", "2022").replace("REST", rest);
        let published = published::read("a.txt", text.as_bytes()).expect("it is a report");
        let project = Project::of_published(published, &Surroundings::default()).expect("the outlines are ours");
        project.check(&Selection::default(), None).iter().filter(|finding| finding.name == "empty-part").count()
    };
    assert_eq!(empty("二、2023年工作安排\n\n（一）加强学习\n\n（二）规范执法\n"), 0);
    assert_eq!(empty("二、2023年工作安排\n\n（一）加强学习\n\n组织学习四次，参加旁听庭审。\n\n（二）规范执法\n"), 1);
    assert_eq!(empty("二、2023年工作安排\n\n（一）加强学习\n"), 1);
    assert_eq!(empty("二、存在的不足\n\n三、2023年工作安排\n"), 2);
}
