use std::io::{Cursor, Write};
use std::time::{Duration, Instant};

use fazhi::document::{Block, plain};
use fazhi::message::Lang;
use fazhi::readers;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::lines;

const NAMESPACES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006""#;

/// A package of these parts.
fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part can be started");
        zip.write_all(text.as_bytes()).expect("a part can be written");
    }
    zip.finish().expect("a package can be finished").into_inner()
}

/// A document with this body, and other parts.
fn docx(body: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let document = format!("<?xml version=\"1.0\"?><w:document {NAMESPACES}><w:body>{body}</w:body></w:document>");
    let mut parts = vec![("word/document.xml", document.as_str())];
    parts.extend(others);
    package(&parts)
}

fn paragraph(properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn read(bytes: &[u8]) -> Vec<String> {
    lines(&readers::read("a.docx", bytes).unwrap_or_else(|message| panic!("{}", message.text(Lang::En))))
}

const NUMBERING: &str = r#"<w:numbering>
<w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
<w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimalEnclosedCircle"/><w:lvlText w:val="%4"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="2"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
</w:numbering>"#;

fn numbered(list: usize, level: usize, text: &str) -> String {
    paragraph(&format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>"#), text)
}

#[test]
fn automatic_numbers_are_those_word_prints() {
    let body = [
        numbered(1, 0, "举措"),
        numbered(1, 1, "领导"),
        numbered(1, 1, "决策"),
        numbered(1, 2, "机制"),
        numbered(1, 2, "程序"),
        numbered(1, 3, "审查"),
        numbered(2, 0, "要点"),
        numbered(1, 0, "问题"),
        numbered(1, 1, "力量"),
        numbered(3, 2, "另起"),
        numbered(3, 2, "再起"),
        paragraph(r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>"#, "无号"),
    ];
    let bytes = docx(&body.concat(), &[("word/numbering.xml", NUMBERING)]);
    let expected = [
        "一、举措",
        "（一）领导",
        "（二）决策",
        "1.机制",
        "2.程序",
        "①审查",
        "- 要点",
        "二、问题",
        "（一）力量",
        "5.另起",
        "6.再起",
        "无号",
    ];
    assert_eq!(read(&bytes), expected);
}

#[test]
fn styles_give_levels_and_numbers() {
    let styles = r#"<w:styles><w:style w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
        <w:style w:styleId="a"><w:name w:val="own"/><w:basedOn w:val="1"/></w:style>
        <w:style w:styleId="b"><w:name w:val="circle"/><w:basedOn w:val="c"/></w:style><w:style w:styleId="c"><w:basedOn w:val="b"/></w:style>
        <w:style w:styleId="t"><w:name w:val="toc 1"/></w:style></w:styles>"#;
    let body = [
        paragraph(r#"<w:pStyle w:val="t"/>"#, "一、举措……1"),
        paragraph(r#"<w:pStyle w:val="1"/>"#, "举措"),
        paragraph(r#"<w:pStyle w:val="a"/>"#, "问题"),
        paragraph(r#"<w:pStyle w:val="b"/>"#, "正文"),
        paragraph(r#"<w:outlineLvl w:val="2"/>"#, "三级"),
    ];
    let bytes = docx(&body.concat(), &[("word/numbering.xml", NUMBERING), ("word/styles.xml", styles)]);
    assert_eq!(read(&bytes), ["(outside) 一、举措……1", "# 一、举措", "# 二、问题", "正文", "### 三级"]);
}

#[test]
fn changes_are_read_as_accepted_and_nothing_twice() {
    let body = r#"<w:p><w:r><w:t xml:space="preserve">全年 </w:t></w:r><w:del><w:r><w:delText>审查</w:delText></w:r></w:del><w:ins><w:r><w:t>审核</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:t>3&amp;4件&#12290;</w:t></w:r></w:p>
        <w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>框内</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>框外</w:t><w:br/><w:t>下行</w:t><w:instrText>PAGE</w:instrText></w:r></w:p>"#;
    assert_eq!(read(&docx(body, &[])), ["全年 审核3&4件。", "框内", "框外\n下行"]);
}

#[test]
fn tables_hold_data_or_lay_the_page_out() {
    let cell = |text: &str| format!("<w:tc><w:tcPr/>{}</w:tc>", paragraph("", text));
    let table = |rows: &[String]| {
        format!("<w:tbl>{}</w:tbl>", rows.iter().map(|row| format!("<w:tr>{row}</w:tr>")).collect::<String>())
    };
    let data = table(&[cell("类别") + &cell("件数"), cell("复议") + &cell("35")]);
    assert_eq!(read(&docx(&data, &[])), ["类别|件数/复议|35"]);
    let layout =
        table(&[cell("只有一行") + &data.replace("<w:tbl>", "<w:tc><w:tbl>").replace("</w:tbl>", "</w:tbl></w:tc>")]);
    assert_eq!(read(&docx(&layout, &[])), ["只有一行", "类别", "件数", "复议", "35"]);
    let signature = table(&[cell("") + &cell("甲县人民政府"), cell(" ") + &cell("2023年1月4日")]);
    assert_eq!(read(&docx(&signature, &[])), ["甲县人民政府", "2023年1月4日"]);
}

#[test]
fn notes_and_links_are_kept() {
    let body = r#"<w:p><w:r><w:t>见</w:t></w:r><w:hyperlink r:id="r1"><w:r><w:t>网站</w:t></w:r></w:hyperlink><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>。</w:t></w:r></w:p>"#;
    let relations = r#"<Relationships><Relationship Id="r1" Type="http://x/hyperlink" Target="https://www.example.cn/" TargetMode="External"/></Relationships>"#;
    let notes = r#"<w:footnotes><w:footnote w:id="0"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>注文</w:t></w:r></w:p></w:footnote></w:footnotes>"#;
    let bytes = docx(body, &[("word/_rels/document.xml.rels", relations), ("word/footnotes.xml", notes)]);
    let read = readers::read("a.docx", &bytes).expect("it is read");
    let Block::Paragraph(paragraph) = &read.document.body[0] else { panic!("{:?}", read.document.body) };
    assert_eq!(format!("{:?}", paragraph.content).matches("https://www.example.cn/").count(), 1);
    assert!(format!("{:?}", paragraph.content).contains("Note { index: 0 }"));
    let Block::Paragraph(note) = &read.document.notes[0].body[0] else { panic!("{:?}", read.document.notes) };
    assert_eq!(plain(&note.content), "注文");
}

#[test]
fn the_main_part_is_where_the_package_says() {
    let relations = r#"<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="/word/document2.xml"/></Relationships>"#;
    let body = format!("<w:document><w:body>{}</w:body></w:document>", paragraph("", "正文"));
    assert_eq!(read(&package(&[("_rels/.rels", relations), ("word/document2.xml", &body)])), ["正文"]);
}

#[test]
fn bad_packages_are_refused() {
    let refused = |bytes: &[u8]| readers::read("a.docx", bytes).map(drop).expect_err("it is refused").text(Lang::En);
    let whole = docx(&paragraph("", "正文"), &[]);
    assert!(refused(&whole[..whole.len() / 2]).starts_with("the Word file is damaged"));
    let bomb = docx(&" ".repeat(80 << 20), &[]);
    assert!(bomb.len() < 1 << 20);
    assert!(refused(&bomb).starts_with("unpacked, the file is larger"));
}

#[test]
fn hostile_packages_take_bounded_time() {
    let start = Instant::now();
    let deep = ["<w:tbl><w:tr><w:tc>", "<w:p>", "<w:del>", "<w:r><w:rPr>", "<a>"];
    for tags in deep {
        assert!(readers::read("a.docx", &docx(&tags.repeat(100_000), &[])).is_ok(), "{tags}");
    }
    let wide = format!(
        "<w:tbl><w:tr>{}</w:tr>{}</w:tbl>",
        "<w:tc><w:p/></w:tc>".repeat(50_000),
        "<w:tr><w:tc/></w:tr>".repeat(50_000)
    );
    assert!(readers::read("a.docx", &docx(&wide, &[])).is_ok());
    let runs =
        paragraph("", &"</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>（一）话。</w:t></w:r><w:r><w:t>".repeat(50_000));
    assert!(readers::read("a.docx", &docx(&runs, &[])).is_ok());
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
}
