//! From the red head to the imprint.

use fazhi::document::{Annex, Document, Letterhead, Line};

use super::sample::{self, line, paragraph, run};
use super::{document_xml, line_of, shown};

fn signed(organs: &[&str], date: &str) -> Document {
    Document {
        signature: organs.iter().map(|organ| line(organ)).collect(),
        date: Some(line(date)),
        ..sample::paragraphs(&["特此报告。"])
    }
}

fn sealed(organs: &[&str], date: &str) -> Document {
    Document { letterhead: Some(Letterhead { seal: true, ..Letterhead::default() }), ..signed(organs, date) }
}

/// Right indents in hundredths of a character, of the lines that have one.
fn right_indents(document: &Document) -> Vec<u32> {
    let xml = document_xml(document);
    xml.split("w:rightChars=\"").skip(1).map(|rest| rest.split('"').next().unwrap().parse().unwrap()).collect()
}

#[test]
fn without_a_letterhead_nothing_stands_before_the_title() {
    let document = Document { number: Some(line("某政〔2022〕1号")), ..sample::report() };
    let xml = document_xml(&document);
    let expected =
        ["中共某县委员会", "某县人民政府", "关于2021年度法治政府建设情况的报告", "（送审稿）", "某政〔2022〕1号"];
    assert_eq!(shown(&xml)[..5], expected);
    assert!(!xml.contains("FF0000"));
}

#[test]
fn the_red_head_and_the_imprint() {
    let letterhead = Letterhead {
        mark: vec!["某县人民政府".into()],
        suffix: "文件".into(),
        copy_number: "000001".into(),
        secrecy: "秘密★1年".into(),
        urgency: "特急".into(),
        signers: vec!["张三".into(), "欧阳某某".into(), "王五".into()],
        cosigners: vec!["赵六".into()],
        copies: vec!["县人大常委会".into(), "县政协".into()],
        printer: "某县人民政府办公室".into(),
        printed: "2022年1月12日".into(),
        seal: true,
    };
    let document = Document {
        letterhead: Some(letterhead),
        number: Some(line("某政〔2022〕1号")),
        ..signed(&["某县人民政府"], "2022年1月10日")
    };
    insta::assert_snapshot!("letterhead", document_xml(&document));
}

#[test]
fn joint_organs_stand_under_one_another_beside_the_suffix() {
    let letterhead = Letterhead {
        mark: vec!["中共某县委员会".into(), "某县人民政府".into()],
        suffix: "文件".into(),
        ..Letterhead::default()
    };
    let document = Document {
        letterhead: Some(letterhead),
        number: Some(line("某发〔2022〕1号")),
        ..sample::paragraphs(&["正文。"])
    };
    insta::assert_snapshot!("joint_letterhead", document_xml(&document));
}

#[test]
fn many_joint_organs_leave_room_for_text_on_the_first_page() {
    let size = |organs: usize| {
        let letterhead =
            Letterhead {
                mark: vec!["中共某县委员会".into(); organs], suffix: "文件".into(), ..Letterhead::default()
            };
        let document = Document { letterhead: Some(letterhead), ..sample::paragraphs(&["正文。"]) };
        let mark = line_of(&document, "中共某县委员会");
        let size = mark.split("<w:sz w:val=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a size");
        size.parse::<u32>().expect("a number") / 2
    };
    // Past nine not even the size of the title would leave room.
    assert_eq!([2, 4, 5, 6, 9, 10].map(size), [44, 44, 39, 33, 22, 44]);
}

#[test]
fn the_date_begins_two_characters_right_of_the_organ() {
    // 13 characters and a date of 6.5: the organ ends 2 in.
    assert_eq!(right_indents(&signed(&["某某自治州人民政府司法局办"], "2022年1月10日")), [200, 650]);
    // 6 characters: the date ends 2 in, the organ moves left.
    assert_eq!(right_indents(&signed(&["某县人民政府"], "2022年1月10日")), [450, 200]);
    assert_eq!(right_indents(&signed(&["中共某县委员会", "某县人民政府"], "2022年12月10日")), [400, 400, 200]);
    assert_eq!(right_indents(&signed(&[], "2022年1月10日")), [200]);
}

#[test]
fn a_sealed_organ_is_centred_over_a_date_four_characters_in() {
    assert_eq!(right_indents(&sealed(&["某县人民政府"], "2022年1月10日")), [425, 400]);
    assert_eq!(right_indents(&sealed(&["某某自治州人民政府司法局办"], "2022年1月10日")), [75, 400]);
    let endless = "某".repeat(100);
    assert_eq!(right_indents(&sealed(&[&endless], "2022年1月10日")), [0, 400]);
}

#[test]
fn a_signature_is_never_alone_on_a_page() {
    let document = Document {
        annexes: vec![Annex { label: "附件".into(), title: line("清单"), ..Annex::default() }],
        ..signed(&["某县人民政府"], "2022年1月10日")
    };
    for kept in ["特此报告。", "某县人民政府"] {
        assert!(line_of(&document, kept).contains("<w:keepNext/>"), "{kept}");
    }
    assert!(line_of(&document, "特此报告。").contains("<w:widowControl/>"));
    assert!(line_of(&document, "附件：").contains(r#"<w:pStyle w:val="AnnexList"/>"#));
    assert!(!line_of(&document, "2022年").contains("keepNext"));
    let unsigned = sample::paragraphs(&["完。"]);
    assert!(!line_of(&unsigned, "完。").contains("keepNext"));
}

#[test]
fn annexes_are_listed_under_the_text_and_begin_a_page() {
    let annex = |label: &str, title: &str| Annex {
        label: label.into(),
        title: line(title),
        body: vec![paragraph(vec![run("无。")])],
        ..Annex::default()
    };
    let mut document = signed(&["某县人民政府"], "2022年1月10日");
    document.annexes = vec![annex("附件1", "立法清单"), annex("附件2", "案件清单")];
    let shown = shown(&document_xml(&document));
    let expected = [
        "报告",
        "特此报告。",
        "附件：1.立法清单",
        "2.案件清单",
        "某县人民政府",
        "2022年1月10日",
        "附件1",
        "立法清单",
        "无。",
        "附件2",
        "案件清单",
        "无。",
    ];
    assert_eq!(shown.iter().filter(|line| !line.is_empty()).collect::<Vec<_>>(), expected.iter().collect::<Vec<_>>());
    assert!(line_of(&document, "附件1").contains(r#"<w:pStyle w:val="AnnexLabel"/>"#));
}

#[test]
fn a_long_title_is_broken_inside_its_runs() {
    let title = Line {
        content: vec![run("某县人民政府关于"), run("2021年度法治政府建设情况的报告")],
        ..Line::default()
    };
    let document = Document { title: vec![title], ..sample::paragraphs(&["正文。"]) };
    assert_eq!(shown(&document_xml(&document))[..2], ["某县人民政府", "关于2021年度法治政府建设情况的报告"]);
}

#[test]
fn what_stands_under_the_title_is_in_brackets_or_after_a_dash_once() {
    let mut document = sample::paragraphs(&["正文。"]);
    document.stage = Some(line("送审稿"));
    document.occasion = Some(line("2022年4月20日在县第十五届人大常委会第三次会议上"));
    document.speaker = Some(line("县司法局局长"));
    document.addressee = Some(line("主任、各位副主任、各位委员"));
    let expected = [
        "报告",
        "（送审稿）",
        "——2022年4月20日在县第十五届人大常委会第三次会议上",
        "县司法局局长",
        "主任、各位副主任、各位委员：",
        "正文。",
    ];
    assert_eq!(shown(&document_xml(&document))[..6], expected);
    document.stage = Some(line("（送审稿）"));
    assert_eq!(shown(&document_xml(&document))[1], "（送审稿）");
}
