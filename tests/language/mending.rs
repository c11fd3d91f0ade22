//! What `--fix` does to faults of language: written into the examples one at a time, each is mended to the letter,
//! nothing else is touched, and a second run has nothing to do.

use fazhi::diagnostic::{Edit, Findings};
use fazhi::project::{Project, Surroundings};
use fazhi::rules::Selection;
use fazhi::source::SourceFile;
use fazhi::yaml::edit::apply;

use crate::harness::examples;

/// A clause with a fault, and mended.
pub const FAULTS: [(&str, &str); 15] = [
    ("截止2021年底，", "截至2021年底，"),
    ("截止目前，", "截至目前，"),
    ("按2021-2025年规划，", "按2021—2025年规划，"),
    ("1-11月，", "1—11月，"),
    ("3-5天内办结，", "3～5天内办结，"),
    ("增长10～20%，", "增长10%～20%，"),
    ("补助3～5万元，", "补助3万～5万元，"),
    ("2021年01月05日印发，", "2021年1月5日印发，"),
    ("落实云政发[2021]5号，", "落实云政发〔2021〕5号，"),
    ("落实云政发(2021)5号，", "落实云政发〔2021〕5号，"),
    ("约30人左右到会，", "约30人到会，"),
    ("超过300余人到会，", "超过300人到会，"),
    ("公安、交通、等部门配合，", "公安、交通等部门配合，"),
    ("逐件评查，，", "逐件评查，"),
    ("办结２件，", "办结2件，"),
];

fn checked(text: &str) -> Findings {
    let project = Project::open(SourceFile::new("报告.yaml", text), &Surroundings::default());
    project.expect("the built-in outlines are there").check(&Selection::default(), None)
}

fn fixed(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..10 {
        let findings = checked(&text);
        let edits: Vec<&Edit> = findings.iter().flat_map(|finding| &finding.fix).collect();
        if edits.is_empty() {
            return text;
        }
        text = apply(&text, edits).text;
    }
    panic!("fixes do not end");
}

/// Places of an example at which a clause can stand: after a comma of running text.
pub fn places(text: &str) -> Vec<usize> {
    let mut places = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let is_prose = line.contains('。') && !line.contains('#');
        places.extend(line.match_indices('，').filter(|_| is_prose).map(|(at, mark)| start + at + mark.len()));
        start += line.len();
    }
    places
}

#[test]
fn faults_are_mended_to_the_letter_and_once() {
    let mut mended = 0;
    for (example, path) in examples().iter().enumerate() {
        let unix = std::fs::read_to_string(path).expect("the example is there");
        let windows = unix.replace('\n', "\r\n");
        for text in [unix, windows] {
            assert_eq!(fixed(&text), text, "{} needs no fix", path.display());
            let places = places(&text);
            for (index, (fault, right)) in FAULTS.iter().enumerate() {
                let at = places[(index * 7 + example * 3) % places.len()];
                let with = |clause: &str| [&text[..at], clause, &text[at..]].concat();
                assert_eq!(fixed(&with(fault)), with(right), "{} {fault}", path.display());
                mended += 1;
            }
        }
    }
    assert!(mended >= 100, "only {mended}");
}

#[test]
fn what_was_not_typed_in_one_go_is_left_alone() {
    let report = |measure: &str| {
        format!(
            "报告: {{类型: 政府, 层级: 县级, 地区: 甲县, 发文机关: 甲县人民政府, 年度: 2023, 成文日期: 2024-01-15}}\n数据:\n  培训: 300余人\n  办结: 5件\n章节:\n  - 内容项: 举措成效\n    条目:\n      - {measure}\n"
        )
    };
    for measure in [
        // The number is that of a figure.
        "培训近${培训}。",
        "2021-2025年办结${办结}，超过${培训}。",
        "代码`01月05日`和[链接](a/2021-2025年/01月05日)办结${办结}。",
        // The mark and its double are not of one run.
        "开展**评查，**，办结${办结}。",
        // An escape does not read as the mark.
        "\"开展评查\\uff0c，办结${办结}。\"",
    ] {
        let text = report(measure);
        let right = text.replace("2021-2025年办", "2021—2025年办");
        assert_eq!(fixed(&text), right);
    }
}
