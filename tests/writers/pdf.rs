//! The PDF, and what other programs read out of it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output as Ran};

use fazhi::document::style::{Margins, Style};
use fazhi::document::{Annex, Block, Document, Inline, Letterhead, Table};
use fazhi::writers::{Options, Output, pdf, write};

use super::sample::{self, heading, line, paragraph, run};

/// The PDF; where the system has no Chinese font the test says so and passes, in CI it fails.
fn bytes(document: &Document) -> Option<Vec<u8>> {
    match write("pdf", document, &Options::default()) {
        Ok(Output::Bytes(bytes)) => Some(bytes),
        Err(message) if message.key == "writers.pdf_no_font" => {
            assert!(std::env::var_os("CI").is_none_or(|ci| ci != "true"), "CI has fonts");
            eprintln!("skipped: no Chinese font is installed");
            None
        }
        other => panic!("{other:?}"),
    }
}

/// Runs a program; where it is not installed the test says so and passes, in CI it fails.
fn run_or_skip(program: &str, arguments: &[&str]) -> Option<Ran> {
    match Command::new(program).args(arguments).output() {
        Ok(output) => Some(output),
        Err(error) => {
            assert!(std::env::var_os("CI").is_none_or(|ci| ci != "true"), "{program}: {error}");
            eprintln!("skipped: {program} is not installed");
            None
        }
    }
}

/// What a program says of the PDF; `{}` among the arguments is the file.
fn said(document: &Document, program: &str, arguments: &[&str]) -> Option<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let path: PathBuf = folder.path().join("report.pdf");
    std::fs::write(&path, bytes(document)?).expect("the folder is ours");
    let path = path.to_str().expect("UTF-8");
    let arguments: Vec<&str> =
        arguments.iter().map(|&argument| if argument == "{}" { path } else { argument }).collect();
    let output = run_or_skip(program, &arguments)?;
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The lines of each page without blanks around them; the last is the page number.
fn pages(document: &Document) -> Option<Vec<Vec<String>>> {
    let text = said(document, "pdftotext", &["-layout", "{}", "-"])?;
    let lines = |page: &str| page.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
    Some(text.trim_end_matches('\u{c}').split('\u{c}').map(lines).collect())
}

/// All text, without breaks and blanks.
fn text(document: &Document) -> Option<String> {
    Some(said(document, "pdftotext", &["-raw", "{}", "-"])?.split_whitespace().collect())
}

/// A report of several pages, each paragraph three lines long.
fn long_report() -> Document {
    let mut document = sample::report();
    for number in ["二、", "三、", "四、"] {
        document.body.push(Block::Heading(heading(1, number, "推进依法行政")));
        document.body.push(Block::Heading(heading(2, "（一）", "规范执法")));
        document.body.extend((0..12).map(|_| paragraph(vec![run(&"依法行政，".repeat(16))])));
    }
    document
}

#[test]
fn a_page_holds_22_lines_of_28_characters_and_its_number() {
    let mut document = long_report();
    document.body.push(paragraph(vec![run(&"法".repeat(28 * 30))]));
    let Some(pages) = pages(&document) else { return };
    assert!(pages.len() >= 5, "{} pages", pages.len());
    assert_eq!(pages[0][0], "中共某县委员会");
    for (index, page) in pages.iter().enumerate() {
        assert_eq!(page.last().expect("a number").replace(' ', ""), format!("—{}—", index + 1));
    }
    assert_eq!(pages[2].len(), 23, "{:?}", pages[2]);
    let full = "法".repeat(28);
    let widest = pages.iter().flatten().filter(|line| line.contains("法法")).max_by_key(|line| line.len());
    assert_eq!(widest, Some(&full));
}

#[test]
fn a_line_that_ends_its_paragraph_holds_28_characters_too() {
    let heading = Block::Heading(heading(1, "二、", &"法".repeat(24)));
    let document = Document { body: vec![heading, paragraph(vec![run(&"治".repeat(26 + 28))])], ..signed() };
    let Some(pages) = pages(&document) else { return };
    let lines: Vec<usize> = pages[0].iter().take(3).map(|line| line.chars().count()).collect();
    assert_eq!(lines, [26, 26, 28], "{:?}", pages[0]);
}

/// How far to the right the words of a PDF go, in points.
fn right_edge(document: &Document) -> Option<f64> {
    let boxes = said(document, "pdftotext", &["-bbox", "{}", "-"])?;
    let edges = boxes.split("xMax=\"").skip(1).filter_map(|rest| rest.split('"').next()?.parse::<f64>().ok());
    edges.reduce(f64::max)
}

#[test]
fn a_word_longer_than_its_line_is_torn() {
    let code = "https://www.example.gov.cn/".to_owned() + &"91410425MA3X9WWWWW".repeat(6);
    let cells = |text: &str| (0..8).map(|_| vec![run(text)]).collect::<Vec<_>>();
    let narrow = Table { head: cells("代码"), rows: vec![cells("91410425MA3X9K1W2M")], ..Table::default() };
    let wide = Table { head: vec![vec![run("网址")]], rows: vec![vec![vec![run(&code)]]], ..Table::default() };
    let body = vec![paragraph(vec![run(&code)]), Block::Table(narrow), Block::Table(wide)];
    let document = Document { body, ..signed() };
    let Some(right) = right_edge(&document) else { return };
    assert!(right < 524.0, "{right}");
    let text = text(&document).expect("as before");
    assert_eq!(text.matches(&code).count(), 2, "what is copied is the same: {text}");
}

#[test]
fn page_numbers_stand_right_on_odd_pages_and_left_on_even_ones() {
    let Some(text) = said(&long_report(), "pdftotext", &["-layout", "{}", "-"]) else { return };
    for (index, page) in text.trim_end_matches('\u{c}').split('\u{c}').enumerate() {
        let number = page.trim_end().lines().last().expect("a number");
        let indent = number.len() - number.trim_start().len();
        assert_eq!(indent > 15, index % 2 == 0, "page {}: {number:?}", index + 1);
    }
}

#[test]
fn the_file_is_archivable_and_knows_title_author_and_date() {
    let Some(info) = said(&sample::report(), "pdfinfo", &["{}"]) else { return };
    for expected in
        ["中共某县委员会 某县人民政府关于2021年度法治政府建设情况的报告", "(A4)", "Tagged:          yes", "Jan 10"]
    {
        assert!(info.contains(expected), "{expected} in {info}");
    }
    let Some(metadata) = said(&sample::report(), "pdfinfo", &["-meta", "{}"]) else { return };
    assert!(metadata.contains("<pdfaid:part>2<") && metadata.contains("<pdfaid:conformance>A<"), "{metadata}");
    assert!(metadata.contains("zh"), "{metadata}");
}

#[test]
fn every_font_is_embedded() {
    let Some(fonts) = said(&sample::report(), "pdffonts", &["{}"]) else { return };
    let rows: Vec<&str> = fonts.lines().skip(2).collect();
    assert!(!rows.is_empty(), "{fonts}");
    for row in rows {
        assert!(row.contains(" yes yes yes "), "{row}");
    }
}

#[test]
fn qpdf_finds_no_fault() {
    said(&long_report(), "qpdf", &["--check", "{}"]);
}

#[test]
fn headings_on_a_line_of_their_own_are_bookmarks() {
    let Some(bytes) = bytes(&long_report()) else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("report.pdf");
    std::fs::write(&path, bytes).expect("the folder is ours");
    let Some(json) = run_or_skip("qpdf", &["--json", "--json-key=outlines", path.to_str().expect("UTF-8")]) else {
        return;
    };
    let json = String::from_utf8_lossy(&json.stdout).into_owned();
    for title in ["一、主要举措和成效", "四、推进依法行政", "（一）规范执法", "数据附表"] {
        assert!(json.contains(&format!("\"{title}\"")), "{title} in {json}");
    }
    assert!(!json.contains("行政复议法"), "a run-in heading is no bookmark: {json}");
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let Some(first) = bytes(&long_report()) else { return };
    assert!(bytes(&sample::report()).is_some());
    assert!(first == bytes(&long_report()).expect("as before"), "bytes differ");
}

#[test]
fn a_signature_is_never_alone_on_a_page() {
    for lines in 12..40 {
        let mut document = sample::paragraphs(&vec!["一行。"; lines]);
        document.body.push(paragraph(vec![run(&"依法行政，".repeat(16))]));
        document.signature = vec![line("某县人民政府")];
        document.date = Some(line("2022年1月10日"));
        let Some(pages) = pages(&document) else { return };
        let last = pages.last().expect("a page");
        let organ = last.iter().position(|line| line == "某县人民政府").expect("signed on the last page");
        assert!(organ >= 2, "{lines} lines: {last:?}");
        assert!(last.contains(&"2022年1月10日".to_owned()), "{last:?}");
    }
}

#[test]
fn a_blank_line_stands_above_what_is_signed() {
    let document = Document { body: vec![paragraph(vec![run("特此报告。")])], ..signed() };
    let Some(boxes) = said(&document, "pdftotext", &["-bbox", "{}", "-"]) else { return };
    let top = |text: &str| -> f64 {
        let word = boxes.lines().find(|word| word.contains(text)).expect("a word");
        word.split("yMin=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .expect("a place")
            .parse()
            .expect("a number")
    };
    let lines = (top(">某县人民政府<") - top(">特此报告。<")) / 28.95;
    assert!((lines - 2.0).abs() < 0.02, "{lines} lines");
}

#[test]
fn the_page_shows_what_the_report_holds() {
    let Some(text) = text(&sample::report()) else { return };
    for shown in [
        "（送审稿）",
        "某政〔2022〕1号",
        "市人民政府：",
        "一、主要举措和成效",
        "（一）贯彻《行政复议法》。全年收到申请83件，办结率90.24%。",
        "行政复议情况",
        "立案（受理）",
        "2.乙",
        "•丙",
        "【待填：件数】",
        "附件：数据附表",
        "（此件公开发布）",
        "1含上年结转。",
        "抄送：县人大常委会，县政协。",
    ] {
        assert!(text.contains(shown), "{shown} in {text}");
    }
}

#[test]
fn a_red_head_stands_above_the_title_and_an_annex_begins_a_page() {
    let letterhead = Letterhead {
        mark: vec!["中共某县委员会".into(), "某县人民政府".into()],
        suffix: "文件".into(),
        signers: vec!["张三".into(), "李四".into(), "王五".into()],
        printer: "某县人民政府办公室".into(),
        printed: "2022年1月12日".into(),
        seal: true,
        ..Letterhead::default()
    };
    let document = Document { letterhead: Some(letterhead), ..sample::report() };
    let Some(pages) = pages(&document) else { return };
    let first: String = pages[0].concat().split_whitespace().collect();
    for shown in ["文件", "签发人：张三李四", "某政〔2022〕1号", "王五"] {
        assert!(first.contains(shown), "{shown} in {first}");
    }
    let last = pages.last().expect("a page");
    assert_eq!(last[0], "附件");
    assert!(last.iter().any(|line| line.starts_with("某县人民政府办公室") && line.ends_with("印发")), "{last:?}");
}

#[test]
fn the_page_is_that_of_the_house() {
    let margins = Margins { top: 1701, right: 1701, bottom: 1417, left: 1701 };
    let mut document = sample::paragraphs(&[&"法".repeat(28 * 30)]);
    document.style = Style { line_pitch: Some(600), margins: Some(margins), unnumbered: true, ..Style::default() };
    let Some(pages) = pages(&document) else { return };
    let full = pages[1].iter().map(|line| line.chars().count()).max();
    // 210 mm less 60 mm of margins hold 26 characters; 297 mm less 55 mm hold 22 lines of 30 points, one of them empty.
    assert_eq!((full, pages[0].len() + 1), (Some(26), 22), "{:?}", pages[0]);
    assert!(!pages.concat().concat().contains('—'), "no page number: {pages:?}");
}

#[test]
fn fonts_are_those_of_the_house() {
    let mut document = sample::paragraphs(&["全年办件83件。"]);
    document.body.insert(0, Block::Heading(heading(1, "一、", "推进依法行政")));
    document.title = vec![line("报告")];
    document.date = None;
    let count = |document: &Document| Some(said(document, "pdffonts", &["{}"])?.lines().skip(2).count());
    let Some(standard) = count(&document) else { return };
    // Every part of the page in 宋体, which every system has or something for it.
    let song = || Some("宋体".to_owned());
    let fonts = vec!["宋体".to_owned(), String::new(), "宋体".to_owned()];
    document.style = Style { title_font: song(), body_font: song(), heading_fonts: fonts, ..Style::default() };
    assert_eq!((standard, count(&document)), (3, Some(1)));
    assert!(pdf::notes(&document).iter().all(|note| note.key != "writers.pdf_house_font_missing"));
    document.style.digit_font = Some("没有的字体".to_owned());
    let said = pdf::notes(&document);
    assert_eq!(said.iter().filter(|note| note.key == "writers.pdf_house_font_missing").count(), 1, "{said:?}");
}

/// What would be code, markup or a file somewhere.
const HOSTILE: &[&str] = &[
    "#eval(\"1+1\")",
    "#read(\"/etc/passwd\")",
    "\"\\",
    "\\\"); panic()",
    "$x^2$",
    "*a*_b_`c`",
    "= 不是标题",
    "<label>",
    "@引用",
    "// 不是注释",
    "${数据}",
    "#import\"@preview/x:1.0.0\"",
];

#[test]
fn typed_text_is_never_code() {
    for typed in HOSTILE {
        let mut document = sample::paragraphs(&[typed]);
        document.title = vec![line(typed)];
        document.issuers = vec![(*typed).to_owned()];
        document.annexes = vec![Annex { label: (*typed).to_owned(), title: line(typed), ..Annex::default() }];
        let cells = vec![vec![run(typed)]];
        document.body.push(Block::Table(Table { head: cells.clone(), rows: vec![cells], ..Table::default() }));
        let Some(text) = text(&document) else { return };
        let shown: String = typed.split_whitespace().collect();
        assert!(text.matches(&shown).count() >= 5, "{typed} in {text}");
    }
}

#[test]
fn what_no_page_holds_is_left_out_or_said() {
    let document = sample::paragraphs(&["甲\u{0}乙\u{e000}丙\u{fffe}丁\u{202e}戊\u{200b}己"]);
    let Some(text) = text(&document) else { return };
    assert!(text.contains("甲乙〓丙丁"), "{text}");
    let notes = pdf::notes(&document);
    assert!(notes.iter().any(|note| note.key == "writers.pdf_unknown_characters"), "{notes:?}");
    let harmless = pdf::notes(&sample::paragraphs(&["法治"]));
    assert!(!harmless.iter().any(|note| note.key == "writers.pdf_unknown_characters"), "{harmless:?}");
}

#[test]
fn odd_documents_are_set_too() {
    let many = vec![vec![run("字")]; 200];
    let wide = Table { head: many.clone(), rows: vec![many], ..Table::default() };
    let tall =
        Table { head: vec![vec![run("一")]], rows: vec![vec![vec![run(&"长".repeat(9000))]]], ..Table::default() };
    let mut endless = sample::paragraphs(&["完。"]);
    endless.signature = vec![line("某某"); 100];
    let odd = [
        Document::default(),
        sample::paragraphs(&["", " ", "a".repeat(5000).as_str()]),
        Document { body: vec![Block::Table(wide)], ..signed() },
        Document { body: vec![Block::Table(tall)], ..signed() },
        Document { body: vec![Block::Heading(heading(9, "", ""))], ..signed() },
        Document {
            notes: vec![fazhi::document::Note::default()],
            body: vec![paragraph(vec![Inline::Note { index: 0 }])],
            ..signed()
        },
        Document { body: vec![paragraph(vec![Inline::Note { index: 7 }, Inline::Break])], ..signed() },
        endless,
    ];
    for document in &odd {
        let Some(bytes) = bytes(document) else { return };
        assert!(bytes.starts_with(b"%PDF-1.7"), "{document:?}");
    }
}

fn signed() -> Document {
    Document {
        signature: vec![line("某县人民政府")], date: Some(line("2022年1月10日")), ..Document::default()
    }
}

#[test]
fn many_threads_write_at_once() {
    use rayon::prelude::*;
    let Some(expected) = bytes(&sample::report()) else { return };
    let all = (0..24).into_par_iter().all(|_| bytes(&sample::report()).as_ref() == Some(&expected));
    assert!(all, "bytes differ between threads");
}

#[test]
fn the_template_has_no_text_of_a_report() {
    let template = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/pdf/page.typ");
    let template = std::fs::read_to_string(template).expect("the template is there");
    assert!(!template.contains("eval("), "data is never code");
}

#[test]
fn cells_that_name_their_row_are_tagged() {
    let Some(tags) = said(&sample::charted(), "pdfinfo", &["-struct-text", "{}"]) else { return };
    let named = tags.split("TH:").find(|tag| tag.contains("收到")).expect("a cell that is a head");
    assert!(named.contains("/Scope /Row"), "{named}");
    assert!(!said(&sample::report(), "pdfinfo", &["-struct-text", "{}"]).expect("as before").contains("/Scope /Row"));
}

#[test]
fn charts_are_drawn_and_told_in_words() {
    let Some(shown) = text(&sample::charted()) else { return };
    let expected = "收到的“行政复议”申请<一>约93件72件办结0件1.2万件";
    assert!(shown.contains(expected), "{shown}");
    let Some(bytes) = bytes(&sample::charted()) else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("report.pdf");
    std::fs::write(&path, bytes).expect("the folder is ours");
    let Some(json) = run_or_skip("qpdf", &["--json", "--json-key=qpdf", path.to_str().expect("UTF-8")]) else { return };
    let json = String::from_utf8_lossy(&json.stdout).into_owned();
    assert!(json.contains("u:保留：34件（66.67%）；废止：17件（33.33%）。"), "no alternative text");
    assert_eq!(json.matches("\"/S\": \"/Figure\"").count(), 2);
}

#[test]
fn the_imprint_stands_at_the_foot_of_the_last_page_an_even_one() {
    let letterhead = Letterhead {
        mark: vec!["某县人民政府".into()],
        printer: "某县人民政府办公室".into(),
        printed: "2022年1月12日".into(),
        ..Letterhead::default()
    };
    let mut ways = std::collections::BTreeSet::new();
    for lines in 1..=36 {
        let mut document = sample::paragraphs(&vec!["法"; lines]);
        document.letterhead = Some(letterhead.clone());
        let Some(boxes) = said(&document, "pdftotext", &["-bbox", "{}", "-"]) else { return };
        let pages: Vec<&str> = boxes.split("<page ").skip(1).collect();
        assert_eq!(pages.len() % 2, 0, "{lines}: {} pages", pages.len());
        let (last, before) = pages.split_last().expect("pages");
        let foot = last.lines().rfind(|line| line.contains("印发</word>")).expect("an imprint");
        let bottom = foot.split("yMax=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a place");
        let bottom: f64 = bottom.parse().expect("a number");
        assert!((730.0..745.0).contains(&bottom), "{lines}: {bottom}");
        // The blank page and the one of 版记 behind it bear no number; all others do.
        let is_numbered = |page: &&str| page.contains(">—</word>");
        let is_after_blank = !before.last().expect("two at least").contains("<word");
        let unnumbered = pages.iter().filter(|page| !is_numbered(page)).count();
        assert_eq!(unnumbered, if is_after_blank { 2 } else { 0 }, "{lines}");
        ways.insert((is_after_blank, last.contains(">法</word>")));
    }
    assert_eq!(ways.len(), 3, "on the page of the text, on the next one, after a blank one: {ways:?}");
}

#[test]
fn pictures_are_in_the_file_with_their_words() {
    let document = sample::illustrated();
    let Some(list) = said(&document, "pdfimages", &["-list", "{}"]) else { return };
    let sizes: Vec<(&str, &str)> = list
        .lines()
        .skip(2)
        .map(|line| line.split_whitespace().collect::<Vec<_>>())
        .filter(|row| row.get(2) == Some(&"image"))
        .map(|row| (row[3], row[4]))
        .collect();
    assert_eq!(sizes, [("160", "100"), ("120", "400"), ("160", "100")], "{list}");
    let text = text(&document).expect("it was written");
    assert!(text.contains("宣誓<一>“现场”") && text.contains("再看"), "{text}");
    said(&document, "qpdf", &["--check", "{}"]);
    let json = said(&document, "qpdf", &["--json", "--json-key=qpdf", "{}"]).expect("it was written");
    for expected in ["u:宣誓<一>“现场”", "u:图片", "u:再看"] {
        assert!(json.contains(&format!("\"/Alt\": \"{expected}\"")), "{expected}");
    }
    assert_eq!(json.matches("\"/S\": \"/Figure\"").count(), 3);
}

#[test]
fn a_picture_is_as_large_as_in_word() {
    let document = sample::illustrated();
    let Some(list) = said(&document, "pdfimages", &["-list", "{}"]) else { return };
    // 96 pixels are an inch; 120 by 400 of them are 106 mm high, which two thirds of a page hold.
    for row in list.lines().skip(2).filter(|line| line.contains(" image ")) {
        assert!(row.split_whitespace().any(|cell| cell == "96"), "{row}");
    }
}
