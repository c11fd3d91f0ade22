//! Word files, edited as people edit them, carried back into the file they were printed from.

use std::io::{Cursor, Read, Write};

use fazhi::compose::{with_charts, with_data_annex};
use fazhi::diagnostic::Severity;
use fazhi::document::{Block, plain};
use fazhi::message::Lang;
use fazhi::onto::{Carried, carry};
use fazhi::project::{Project, Surroundings};
use fazhi::readers::{Changes, Manuscript, read_word};
use fazhi::source::SourceFile;
use fazhi::writers::{Options, Output, write};

use crate::harness::{Fazhi, examples};

const REPORT: &str = "\
# 底稿
报告:
  类型: 政府
  层级: 县级
  地区: 白石县
  发文机关: 白石县人民政府
  年度: 2023
  成文日期: 2024-01-10

数据:
  行政复议:
    收到: {数值: 83件, 来源: 县司法局}   # 复议股报
    办结: 37件
  合法性审查: 12件

导语: |
  2023年，白石县人民政府推进法治政府建设。现将有关情况报告如下：

章节:
  - 内容项: 举措成效
    章节:
      - 内容项: 行政决策
        正文: |
          重大决策一律审查，审查${合法性审查}。

          专家全程参与论证。
        条目:
          - 加强学习。举办讲座多次。   # 待补次数
          - \"畅通渠道。收到\\\"复议\\\"申请${行政复议.收到}，办结${行政复议.办结}。\"
          - 正文: '规范执法。评查案卷。'
            不用版本: [报人大]
  - 内容项: 不足原因
    正文: 执法力量不足，主要原因是编制少。
  - 内容项: 下年安排
    正文: 继续开展培训。
结束语: 特此报告。
";

fn project(text: &str) -> Project {
    Project::open(SourceFile::new("a.yaml", text), &Surroundings::default()).expect("a report")
}

fn docx(project: &Project) -> Vec<u8> {
    match write("docx", &project.editions[0].document, &Options::default()) {
        Ok(Output::Bytes(bytes)) => bytes,
        other => panic!("{other:?}"),
    }
}

/// The Word file with its text part, and the parts given, changed.
fn edited(bytes: &[u8], parts: &[(&str, &str)], edit: impl Fn(String) -> String) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).expect("an entry");
        let mut part = Vec::new();
        file.read_to_end(&mut part).expect("it can be read");
        let name = file.name().expect("a name").into_owned();
        if name == "word/document.xml" {
            part = edit(String::from_utf8(part).expect("the text is UTF-8")).into_bytes();
        }
        zip.start_file(name, options).expect("a new part");
        zip.write_all(&part).expect("memory");
    }
    for (name, text) in parts {
        zip.start_file(*name, options).expect("a new part");
        zip.write_all(text.as_bytes()).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}

fn replaced(pairs: &[(&str, &str)]) -> impl Fn(String) -> String {
    move |text| {
        pairs.iter().fold(text, |text, (from, to)| {
            assert!(text.contains(from), "{from} is not in {text}");
            text.replacen(from, to, 1)
        })
    }
}

/// A paragraph of the text part.
fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// The paragraph of the text part that holds `text`.
fn paragraph_with(xml: &str, text: &str) -> std::ops::Range<usize> {
    let at = xml.find(text).unwrap_or_else(|| panic!("{text} is not in {xml}"));
    let start = xml[..at].rfind("<w:p>").expect("it stands in a paragraph");
    let end = at + xml[at..].find("</w:p>").expect("the paragraph ends") + "</w:p>".len();
    start..end
}

fn without(text: &'static str) -> impl Fn(String) -> String {
    move |mut xml| {
        xml.replace_range(paragraph_with(&xml, text), "");
        xml
    }
}

fn with_behind(text: &'static str, added: &'static str) -> impl Fn(String) -> String {
    move |mut xml| {
        let at = paragraph_with(&xml, text).end;
        xml.insert_str(at, &paragraph(added));
        xml
    }
}

fn lines(manuscript: &Manuscript) -> Vec<String> {
    let body = &manuscript.document.body;
    let line = |block: &Block| match block {
        Block::Paragraph(paragraph) => plain(&paragraph.content),
        Block::Heading(heading) => plain(&heading.content),
        other => format!("{other:?}"),
    };
    body.iter().map(line).collect()
}

fn carried(text: &str, word: &[u8], changes: Changes) -> Carried {
    let word = read_word("a.docx", word, changes).expect("a Word file");
    let carried = carry(&project(text), None, &word).expect("it is of this report");
    let faults = |text: &str| {
        let findings = project(text).check(&fazhi::rules::Selection::default(), None);
        findings.iter().filter(|finding| finding.code < "FZ1" && finding.severity == Severity::Error).count()
    };
    assert_eq!(faults(&carried.yaml), faults(text), "{}", carried.yaml);
    carried
}

/// What is told, in English.
fn told(carried: &Carried) -> Vec<String> {
    carried.remarks.iter().map(|remark| remark.text(Lang::En)).collect()
}

/// Edits the report's Word file; all must come back, and print as it was edited.
#[track_caller]
fn comes_back(edit: impl Fn(String) -> String, pairs: &[(&str, &str)]) {
    let word = edited(&docx(&project(REPORT)), &[], edit);
    let carried = carried(REPORT, &word, Changes::Accept);
    assert_eq!(told(&carried), [""; 0]);
    assert_eq!(carried.yaml, replaced(pairs)(REPORT.to_owned()));
    let read = |bytes: &[u8]| lines(&read_word("a.docx", bytes, Changes::Accept).expect("a Word file").manuscript);
    assert_eq!(read(&docx(&project(&carried.yaml))), read(&word));
}

#[test]
fn an_untouched_file_changes_nothing() {
    for example in examples() {
        let text = std::fs::read_to_string(&example).expect("an example is text");
        let carried = carried(&text, &docx(&project(&text)), Changes::Accept);
        assert_eq!((carried.yaml, carried.made, carried.remarks), (text, 0, Vec::new()), "{}", example.display());
    }
}

/// The Word file with 数据附表 and charts.
fn docx_with_extras(project: &Project) -> Vec<u8> {
    let document = &project.editions[0].document;
    let document = with_charts(&with_data_annex(document, &project.table), &project.table);
    match write("docx", &document, &Options::default()) {
        Ok(Output::Bytes(bytes)) => bytes,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_annex_of_figures_and_the_charts_are_no_new_text() {
    for example in examples() {
        let text = std::fs::read_to_string(&example).expect("an example is text");
        let carried = carried(&text, &docx_with_extras(&project(&text)), Changes::Accept);
        assert_eq!((carried.yaml, carried.made, carried.remarks), (text, 0, Vec::new()), "{}", example.display());
    }
    let word = edited(&docx_with_extras(&project(REPORT)), &[], replaced(&[("编制少", "编制偏少")]));
    let changed = carried(REPORT, &word, Changes::Accept);
    assert_eq!(told(&changed), [""; 0]);
    assert_eq!(changed.yaml, replaced(&[("编制少", "编制偏少")])(REPORT.to_owned()));
}

#[test]
fn a_figure_changed_in_the_annex_only_is_told() {
    let word = edited(&docx_with_extras(&project(REPORT)), &[], |xml| {
        let annex = xml.rfind("数据附表").expect("an annex");
        let (before, after) = xml.split_at(annex);
        before.to_owned() + &replaced(&[("83件", "84件")])(after.to_owned())
    });
    let carried = carried(REPORT, &word, Changes::Accept);
    assert_eq!(carried.yaml, REPORT);
    assert!(
        matches!(told(&carried).as_slice(), [told] if told.contains("83件") && told.contains("84件")),
        "{:?}",
        told(&carried)
    );
}

#[test]
fn words_change_where_they_were_typed() {
    let pairs = [
        ("重大决策一律审查", "重大决策全部审查"),
        ("举办讲座多次。", "举办讲座多场。"),
        ("评查案卷。", "评查案卷。整改到位。"),
        ("推进法治政府建设。现将", "扎实推进法治政府建设。现将"),
        ("编制少", "编制偏少"),
        ("特此报告。", "以上报告。"),
    ];
    comes_back(replaced(&pairs), &pairs);
}

#[test]
fn a_placeholder_stays_while_the_words_around_it_change() {
    let pairs = [("申请83件，办结37件。", "申请共83件，已办结37件。")];
    comes_back(
        replaced(&pairs),
        &[("申请${行政复议.收到}，办结${行政复议.办结}。", "申请共${行政复议.收到}，已办结${行政复议.办结}。")],
    );
}

#[test]
fn a_new_text_is_written_as_the_style_of_its_value_asks() {
    comes_back(
        replaced(&[
            ("复议&quot;申请", "复议&quot;\\申请"),
            ("规范执法。", "规范'执法'。"),
            ("编制少", "编制: 少 #1*"),
            ("专家全程", "专家${年度}[全程]"),
        ]),
        &[
            ("收到\\\"复议\\\"申请", "收到\\\"复议\\\"\\\\\\\\申请"),
            ("规范执法。", "规范''执法''。"),
            ("执法力量不足，主要原因是编制少。", "\"执法力量不足，主要原因是编制: 少 #1\\\\*。\""),
            ("专家全程", "专家$${年度}\\[全程\\]"),
        ],
    );
}

#[test]
fn a_sentence_goes_with_its_placeholder() {
    comes_back(
        replaced(&[("收到&quot;复议&quot;申请83件，办结37件。", "")]),
        &[("收到\\\"复议\\\"申请${行政复议.收到}，办结${行政复议.办结}。", "")],
    );
}

#[test]
fn a_paragraph_goes_and_comes() {
    comes_back(without("专家全程"), &[("\n\n          专家全程参与论证。", "")]);
    comes_back(without("重大决策"), &[("重大决策一律审查，审查${合法性审查}。\n\n          专家", "专家")]);
    comes_back(
        with_behind("专家全程", "结果全部公开。"),
        &[("参与论证。\n", "参与论证。\n\n          结果全部公开。\n")],
    );
    comes_back(with_behind("继续开展", "加强督察。"), &[("继续开展培训。", "\"继续开展培训。\\n\\n加强督察。\"")]);
}

#[test]
fn a_measure_goes_with_its_line() {
    comes_back(
        |xml| replaced(&[("三是规范", "二是规范")])(without("二是畅通")(xml)),
        &[("          - \"畅通渠道。收到\\\"复议\\\"申请${行政复议.收到}，办结${行政复议.办结}。\"\n", "")],
    );
}

#[test]
fn a_measure_comes_between_others() {
    comes_back(
        |xml| replaced(&[("三是规范", "四是规范")])(with_behind("二是畅通", "三是公开结果。")(xml)),
        &[("办结${行政复议.办结}。\"\n", "办结${行政复议.办结}。\"\n          - 公开结果。\n")],
    );
}

#[test]
fn a_sentence_moves_with_its_placeholder() {
    comes_back(
        replaced(&[("，审查12件。", "。"), ("全程参与论证。", "全程参与论证，审查12件。")]),
        &[("，审查${合法性审查}。", "。"), ("参与论证。", "参与论证，审查${合法性审查}。")],
    );
}

#[test]
fn a_changed_number_is_asked_about() {
    let word = edited(&docx(&project(REPORT)), &[], replaced(&[("申请83件，办结", "申请共85件，全部办结")]));
    let carried = carried(REPORT, &word, Changes::Accept);
    let pairs = [("申请${行政复议.收到}，办结", "申请共${行政复议.收到}，全部办结")];
    assert_eq!(carried.yaml, replaced(&pairs)(REPORT.to_owned()));
    let asked = "line 29: ${行政复议.收到} printed 83件 and reads 85件 in Word; the figure was kept: is it to change?";
    assert_eq!(told(&carried), [asked]);
}

#[test]
fn what_cannot_be_placed_is_told() {
    let edit = |xml| {
        let xml = with_behind("继续开展", "四、其他事项")(xml);
        with_behind("四、其他事项", "没有其他事项。")(replaced(&[("2024年1月10日", "2024年1月12日")])(xml))
    };
    let word = edited(&docx(&project(REPORT)), &[], edit);
    let carried = carried(REPORT, &word, Changes::Accept);
    assert_eq!((carried.yaml.as_str(), carried.made), (REPORT, 0));
    let lines = [
        "not carried over, new in Word: 四、其他事项",
        "not carried over, new in Word: 没有其他事项。",
        "not carried over; reads: 2024年1月10日 / in Word: 2024年1月12日",
    ];
    assert_eq!(told(&carried), lines);
}

#[test]
fn tracked_changes_are_accepted_or_rejected() {
    let change = "一律</w:t></w:r><w:del w:id=\"1\"><w:r><w:delText>审查</w:delText></w:r></w:del>\
                  <w:ins w:id=\"2\"><w:r><w:t>把关</w:t></w:r></w:ins><w:r><w:t>，";
    let word = edited(&docx(&project(REPORT)), &[], replaced(&[("一律审查，", change)]));
    let accepted = carried(REPORT, &word, Changes::Accept);
    assert_eq!(accepted.yaml, replaced(&[("一律审查，", "一律把关，")])(REPORT.to_owned()));
    assert_eq!(told(&accepted), [""; 0]);
    let rejected = carried(REPORT, &word, Changes::Reject);
    assert_eq!((rejected.yaml.as_str(), rejected.made, told(&rejected)), (REPORT, 0, Vec::new()));
}

#[test]
fn a_paragraph_taken_away_with_its_end_is_gone() {
    let edit = |mut xml: String| {
        let range = paragraph_with(&xml, "专家全程");
        let gone = "<w:p><w:pPr><w:rPr><w:del w:id=\"3\"/></w:rPr></w:pPr><w:del w:id=\"4\"><w:r><w:delText>\
                    专家全程参与论证。</w:delText></w:r></w:del></w:p>";
        xml.replace_range(range, gone);
        xml
    };
    comes_back(edit, &[("\n\n          专家全程参与论证。", "")]);
    let word = edited(&docx(&project(REPORT)), &[], edit);
    assert_eq!(carried(REPORT, &word, Changes::Reject).yaml, REPORT);
}

#[test]
fn every_text_of_the_examples_takes_a_word_more() {
    for example in examples() {
        let text = std::fs::read_to_string(&example).expect("an example is text");
        let edit = |xml: String| {
            // Behind the last comma of each paragraph; the first may stand in a heading of the outline.
            let paragraphs = xml.split_inclusive("</w:p>").map(|paragraph| match paragraph.rsplit_once('，') {
                Some((before, after)) if after.contains("。</w:t>") => format!("{before}，切实{after}"),
                _ => paragraph.to_owned(),
            });
            paragraphs.collect::<String>()
        };
        let word = edited(&docx(&project(&text)), &[], edit);
        let carried = carried(&text, &word, Changes::Accept);
        assert_eq!(told(&carried), [""; 0], "{}", example.display());
        assert!(carried.made > 10, "{}", example.display());
        let read = |bytes: &[u8]| lines(&read_word("a.docx", bytes, Changes::Accept).expect("a Word file").manuscript);
        assert_eq!(read(&docx(&project(&carried.yaml))), read(&word), "{}", example.display());
        let signs = |text: &str| text.matches("${").count();
        assert_eq!(signs(&carried.yaml), signs(&text));
    }
}

#[test]
fn another_report_is_not_taken_for_an_edited_one() {
    let carry = |text: &str, word: &[u8]| {
        let word = read_word("b.docx", word, Changes::Accept).expect("a Word file");
        carry(&project(text), None, &word)
    };
    let reports: Vec<String> =
        examples().iter().map(|path| std::fs::read_to_string(path).expect("an example")).collect();
    for (report, other) in reports.iter().zip(reports.iter().cycle().skip(1)) {
        let refused = carry(report, &docx(&project(other))).expect_err("it is another report");
        assert!(refused.text(Lang::En).starts_with("most of the Word file is not in this report"), "{refused:?}");
    }
    // A part of the report, edited, is one.
    let part = edited(&docx(&project(REPORT)), &[], |text| {
        let (start, rest) = text.split_once("<w:body>").expect("a body");
        let end = rest.rfind("<w:sectPr").expect("a section");
        let kept: String =
            rest[..end].split_inclusive("</w:p>").filter(|p| p.contains("专家") || p.contains("审查")).collect();
        format!("{start}<w:body>{}{}", kept.replace("专家", "律师"), &rest[end..])
    });
    assert!(carry(REPORT, &part).expect("a part of it").yaml.contains("律师全程参与论证。"));
}

#[test]
fn the_command_writes_the_file_and_lists_comments() {
    let comments = "<w:comments xmlns:w=\"w\"><w:comment w:id=\"0\" w:author=\"王某\"><w:p><w:r><w:t>再核一遍</w:t></w:r>\
                    </w:p></w:comment></w:comments>";
    let pairs = [("举办讲座多次。", "举办讲座多场。")];
    let word = edited(&docx(&project(REPORT)), &[("word/comments.xml", comments)], replaced(&pairs));
    let run = || Fazhi::new().write("a.yaml", REPORT).write("b.docx", &word);
    let told = "places changed: 1\ncomment by 王某: 再核一遍\n";
    let changed = replaced(&pairs)(REPORT.to_owned());
    run().args(["import", "b.docx", "--onto", "a.yaml", "--lang", "en"]).run().code(0).stdout(&changed).stderr(told);
    let kept = "not done: a.yaml exists and was kept; choose another name, or overwrite it with --force\n";
    let args = ["import", "b.docx", "--onto", "a.yaml", "-o", "a.yaml", "--lang", "en"];
    run().args(args).run().code(2).stderr(kept);
    let ran = run().args(args.into_iter().chain(["--force"])).run().code(0);
    assert_eq!(ran.file("a.yaml"), changed);
    let refused = run().args(["import", "a.yaml", "--onto", "a.yaml", "--lang", "en"]).run().code(2);
    assert!(refused.err().contains("--onto carries over what was changed in a Word file"), "{}", refused.err());
    let none = run().args(["import", "b.docx", "--onto", "a.yaml", "--edition", "npc", "--lang", "en"]).run().code(2);
    assert!(none.err().contains("the report has no edition"), "{}", none.err());
}

#[test]
fn the_words_of_a_picture_are_carried_and_the_picture_stays() {
    let text = REPORT
        .replace("          专家全程参与论证。\n", "          专家全程参与论证。\n\n          ![论证现场](图/a.png)\n");
    assert_ne!(text, REPORT);
    let album = fazhi::picture::Album::new(|_| Ok(crate::picture::FLAG.to_vec()));
    let surroundings = Surroundings { album, ..Surroundings::default() };
    let project = Project::open(SourceFile::new("a.yaml", text.as_str()), &surroundings).expect("a report");
    let printed = docx(&project);
    let carried = |word: &[u8]| {
        let word = read_word("a.docx", word, Changes::Accept).expect("a Word file");
        carry(&project, None, &word).expect("it is of this report")
    };
    let unchanged = carried(&printed);
    assert_eq!((unchanged.yaml.as_str(), unchanged.made, told(&unchanged)), (text.as_str(), 0, Vec::new()));
    let changed = carried(&edited(&printed, &[], replaced(&[("<w:t>论证现场", "<w:t>专家论证现场")])));
    assert_eq!(changed.yaml, text.replace("论证现场", "专家论证现场"));
    assert_eq!((changed.made, told(&changed)), (1, Vec::new()));
}

#[test]
fn the_edition_is_the_one_the_word_file_is_nearest_to() {
    let report = REPORT.replace(
        "  成文日期: 2024-01-10\n",
        "  成文日期: 2024-01-10\n  版本: [{代号: 公开版}, {代号: 报人大, 主送: 县人大常委会}]\n",
    );
    let project = project(&report);
    let Ok(Output::Bytes(bytes)) = write("docx", &project.editions[1].document, &Options::default()) else {
        panic!("a Word file")
    };
    let word = edited(&bytes, &[], replaced(&[("举办讲座多次。", "举办讲座多场。")]));
    let word = read_word("a.docx", &word, Changes::Accept).expect("a Word file");
    let said = "taken for the edition \"报人大\", which the Word file is nearest to; name another with --edition";
    let carried = carry(&project, None, &word).expect("it is of this report");
    assert_eq!(carried.yaml, replaced(&[("举办讲座多次。", "举办讲座多场。")])(report));
    assert_eq!(told(&carried), [said]);
    let named = carry(&project, Some("报人大"), &word).expect("it is of this report");
    assert_eq!(told(&named), [""; 0]);
    assert_eq!(named.yaml, carried.yaml);
}
