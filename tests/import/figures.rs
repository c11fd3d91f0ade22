//! Figures taken out of texts: only what is certain, and the text stays the same to the character.

use fazhi::import::{Options, import};
use fazhi::message::Lang;
use fazhi::project::{Project, Surroundings};
use fazhi::readers;
use fazhi::source::SourceFile;
use fazhi::writers::{Output, WRITERS};
use proptest::prelude::*;

use super::seeds;

/// A report with a paragraph in a section of achievements and one in a section of plans.
fn report(done: &str, planned: &str) -> String {
    let prose = "甲县推进法治政府建设，落实依法行政，完善法治建设。".repeat(6);
    format!(
        "甲县人民政府关于2021年法治政府建设情况的报告\n　　{prose}\n一、主要举措和成效\n　　{done}\n二、2022年工作安排\n　　{planned}\n　　{prose}\n甲县人民政府\n2022年1月10日\n"
    )
}

fn imported(name: &str, bytes: &[u8], figures: bool) -> Result<String, String> {
    let options = Options { keys: Lang::Zh, figures };
    let imported = readers::read(name, bytes).and_then(|text| import(&text, options));
    imported.map(|imported| imported.yaml).map_err(|message| message.text(Lang::En))
}

fn project(yaml: &str) -> Project {
    let project = Project::open(SourceFile::new("imported.yaml", yaml), &Surroundings::default());
    let project = project.unwrap_or_else(|message| panic!("{}\n{yaml}", message.text(Lang::En)));
    assert!(project.reading.slips.is_empty(), "{:#?}\n{yaml}", project.reading.slips);
    assert_eq!(project.table.faults(), [], "{yaml}");
    project
}

fn printed(yaml: &str) -> String {
    let writer = WRITERS.iter().find(|writer| writer.name == "txt").expect("plain text is written");
    match (writer.write)(&project(yaml).editions[0].document, &Default::default()) {
        Ok(Output::Text(text)) => text,
        other => panic!("{other:?}"),
    }
}

/// The block `数据:` of the file that a paragraph becomes, and the paragraph as it is written there.
fn taken(done: &str) -> (String, String) {
    let yaml = imported("a.txt", report(done, "收到行政复议申请900件。").as_bytes(), true).expect("it is a report");
    let block = |start: &str| {
        let lines = yaml.lines().skip_while(|line| line.trim() != start).skip(1);
        lines.take_while(|line| !line.is_empty()).map(str::trim).collect::<Vec<_>>()
    };
    let text = yaml.split("正文: |\n").nth(1).and_then(|rest| rest.lines().next()).expect("the section has a text");
    (block("数据:").join("\n"), text.trim().to_owned())
}

#[test]
fn quantities_are_named_from_the_words_before_them() {
    let (figures, text) = taken("全县共收到行政复议申请83件，立案41件，办结37件，办结率为90.24%，同比增长12%。");
    assert_eq!(figures, "行政复议:\n收到: 83件\n立案: 41件\n办结: 37件\n办结率: =办结/立案");
    assert_eq!(
        text,
        "全县共收到行政复议申请${行政复议.收到}，立案${行政复议.立案}，办结${行政复议.办结}，办结率为${行政复议.办结率}，同比增长12%。"
    );
}

#[test]
fn a_total_whose_parts_add_up_is_called_so() {
    let (figures, text) = taken("清理规范性文件51件，其中保留34件、废止16件、修订1件。");
    assert_eq!(figures, "规范性文件清理:\n合计: 51件\n保留: 34件\n废止: 16件\n修订: 1件");
    assert!(text.starts_with("清理规范性文件${规范性文件清理.合计}，"), "{text}");
    let (figures, _) = taken("清理规范性文件52件，其中保留34件、废止16件、修订1件。");
    assert_eq!(figures, "规范性文件清理:\n清理: 52件\n保留: 34件\n废止: 16件\n修订: 1件");
}

#[test]
fn a_rate_is_computed_only_where_it_prints_the_same() {
    let (figures, _) = taken("收到行政复议申请83件，立案41件，办结37件，办结率为90.2%。");
    assert!(figures.ends_with("办结率: {算式: 办结/立案, 小数位: 1}"), "{figures}");
    let (figures, _) = taken("收到行政复议申请83件，立案41件，办结37件，办结率为90.25%。");
    assert!(figures.ends_with("办结率: 90.25%"), "{figures}");
    let (figures, _) = taken("收到行政复议申请41件，立案41件，办结37件，办结率为90.24%。");
    assert!(figures.ends_with("办结率: 90.24%"), "two quotients fit: {figures}");
}

#[test]
fn what_is_not_certain_stays_text() {
    let texts = [
        "受理、审结行政复议案件41件、37件。",
        "受理和审结行政复议案件41件。",
        "上半年，收到行政复议申请20件。",
        "2019年收到行政复议申请60件。",
        "收到行政复议申请83件。其中收到行政复议申请9件。",
        "推进行政复议规范化建设3次。",
        "收到行政复议申请83份。",
        "办理群众来信30件，办结20件。",
        "收到行政复议申请83件次，多于去年。",
        "本县有乡镇12个，村居300个。",
    ];
    for text in texts {
        let (figures, kept) = taken(text);
        assert_eq!((figures.as_str(), kept.as_str()), ("", text));
    }
}

#[test]
fn dollars_of_the_source_stay_text() {
    let (figures, text) = taken("收到行政复议申请83件，系统打印“${行政复议.收到}”。受理行政复议案件41件。");
    assert_eq!(figures, "行政复议:\n受理: 41件");
    assert!(text.contains("“$${行政复议.收到}”"), "{text}");
}

#[test]
fn real_reports_print_the_same() {
    let Some(shared) = seeds::shared() else { return };
    let mut figures = 0;
    for name in seeds::seeds(&shared) {
        let bytes = std::fs::read(shared.join("seeds").join(format!("{name}.txt"))).expect("the seed can be read");
        figures += prints_the_same(&name, &bytes);
    }
    assert!(figures >= 10, "only {figures} figures were found");
}

#[test]
fn examples_print_the_same() {
    let mut figures = 0;
    for name in ["jiaxian-2021", "jinhua-justice-2021", "panjin-2023", "sihui-2017", "xingyi-2020"] {
        let path = crate::harness::project(&format!("examples/{name}.yaml"));
        let text = printed(&std::fs::read_to_string(path).expect("an example can be read"));
        figures += prints_the_same(name, text.as_bytes());
    }
    assert!(figures >= 10, "only {figures} figures were found");
}

/// Compares; the number of figures found.
fn prints_the_same(name: &str, bytes: &[u8]) -> usize {
    let [plain, named] = [false, true].map(|figures| imported("report.txt", bytes, figures).expect(name));
    assert_eq!(printed(&named), printed(&plain), "{name}");
    project(&named).table.iter().count()
}

/// What sentences with figures are made of.
const FRAGMENTS: [&str; 40] = [
    "收到",
    "受理",
    "办结",
    "立案",
    "维持",
    "行政复议",
    "行政复议申请",
    "行政诉讼案件",
    "规范性文件",
    "清理",
    "保留",
    "废止",
    "办结率",
    "纠错率",
    "出庭应诉率",
    "其中",
    "全县共",
    "共",
    "为",
    "，",
    "，",
    "、",
    "。",
    "；",
    "（",
    "）",
    "83件",
    "41件",
    "37件",
    "1,234件",
    "３４件",
    "近400件",
    "3.2万余件",
    "90.24%",
    "100％",
    "12 件",
    "$",
    "${",
    "**",
    "\n",
];

proptest! {
    #[test]
    fn texts_print_the_same(parts in prop::collection::vec(prop::sample::select(&FRAGMENTS[..]), 0..60)) {
        let text = report(&parts.concat(), "收到行政复议申请83件。");
        for name in ["a.txt", "a.md"] {
            let [plain, named] = [false, true].map(|figures| imported(name, text.as_bytes(), figures));
            match (plain, named) {
                (Ok(plain), Ok(named)) => prop_assert_eq!(printed(&named), printed(&plain), "{}", named),
                (plain, named) => prop_assert_eq!(plain, named),
            }
        }
    }
}
