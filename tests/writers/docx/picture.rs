//! Pictures as DrawingML, their files beside the text.

use std::io::{Cursor, Read};

use fazhi::document::{Block, Document};
use fazhi::picture::Image;

use super::{by_line, bytes, sample};
use crate::picture::{FLAG, TALL};

fn part(package: &[u8], name: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(package)).expect("a zip");
    let mut bytes = Vec::new();
    archive.by_name(name).unwrap_or_else(|_| panic!("{name}")).read_to_end(&mut bytes).expect("it can be read");
    bytes
}

fn text(package: &[u8], name: &str) -> String {
    String::from_utf8(part(package, name)).expect("a part of text")
}

/// The paragraphs of pictures and of their words.
fn lines(document: &Document) -> Vec<String> {
    let xml = by_line(&text(&bytes(document), "word/document.xml"));
    xml.lines().filter(|line| line.contains("w:val=\"Chart\"")).map(str::to_owned).collect()
}

/// Width and height in English metric units.
fn sizes(document: &Document) -> Vec<(u64, u64)> {
    let lines = lines(document);
    let size = |line: &String| {
        let rest = line.split_once("<wp:extent cx=\"")?.1;
        let (width, rest) = rest.split_once("\" cy=\"")?;
        Some((width.parse().ok()?, rest.split('"').next()?.parse().ok()?))
    };
    lines.iter().filter_map(size).collect()
}

#[test]
fn a_picture_stands_on_a_line_of_its_own_above_its_words() {
    let lines = lines(&sample::illustrated());
    let expected = concat!(
        r#"<w:p><w:pPr><w:pStyle w:val="Chart"/><w:keepNext/><w:spacing w:before="140"/></w:pPr><w:r><w:drawing>"#,
        r#"<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" "#,
        r#"distT="0" distB="0" distL="0" distR="0"><wp:extent cx="1524000" cy="952500"/>"#,
        r#"<wp:docPr id="1" name="图片1" descr="宣誓&lt;一&gt;“现场”"/><wp:cNvGraphicFramePr/>"#,
        r#"<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">"#,
        r#"<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">"#,
        r#"<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>"#,
        r#"<pic:cNvPr id="1" name="图片1" descr="宣誓&lt;一&gt;“现场”"/><pic:cNvPicPr/></pic:nvPicPr>"#,
        r#"<pic:blipFill><a:blip r:embed="image1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"#,
        r#"<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1524000" cy="952500"/></a:xfrm>"#,
        r#"<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"#,
        r#"</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"#,
    );
    assert_eq!(lines[0], expected);
    assert!(lines[1].contains("宣誓&lt;一&gt;") && lines[1].contains("<w:t>1</w:t>"), "{}", lines[1]);
    assert!(lines[2].contains("descr=\"\"") && lines[2].contains("r:embed=\"image2\""), "{}", lines[2]);
    assert!(lines[3].contains("<wp:docPr id=\"3\"") && lines[3].contains("r:embed=\"image1\""), "{}", lines[3]);
    assert_eq!(lines.len(), 5);
    let xml = text(&bytes(&sample::illustrated()), "word/document.xml");
    assert!(xml.contains("<w:t>再看</w:t>"), "{xml}");
}

#[test]
fn each_file_is_in_the_package_once_with_its_type() {
    let package = bytes(&sample::illustrated());
    assert_eq!(part(&package, "word/media/image1.png"), **Image::read(FLAG).expect("a PNG").bytes());
    assert_eq!(part(&package, "word/media/image2.jpg"), TALL);
    let archive = zip::ZipArchive::new(Cursor::new(&package)).expect("a zip");
    assert_eq!(archive.file_names().flatten().filter(|name| name.starts_with("word/media/")).count(), 2);
    let types = text(&package, "[Content_Types].xml");
    assert_eq!(types.matches("<Default Extension=\"png\" ContentType=\"image/png\"/>").count(), 1, "{types}");
    assert_eq!(types.matches("<Default Extension=\"jpg\" ContentType=\"image/jpeg\"/>").count(), 1, "{types}");
    let links = text(&package, "word/_rels/document.xml.rels");
    for target in ["media/image1.png", "media/image2.jpg"] {
        assert_eq!(links.matches(&format!("Target=\"{target}\"")).count(), 1, "{links}");
    }
    let without = bytes(&sample::report());
    assert!(!text(&without, "[Content_Types].xml").contains("image/"));
}

#[test]
fn a_picture_is_no_larger_than_itself_and_the_page() {
    let shape = |width: u32, height: u32| {
        let mut png = FLAG.to_vec();
        png[16..20].copy_from_slice(&width.to_be_bytes());
        png[20..24].copy_from_slice(&height.to_be_bytes());
        sample::picture("图", "a.png", &Image::read(&png).expect("a PNG"))
    };
    let mut document = sample::paragraphs(&[]);
    document.body = vec![shape(96, 48), shape(2000, 1000), shape(1000, 2000), shape(1, 1_000_000), shape(1_000_000, 1)];
    // An inch; 156 mm wide; two thirds of a page high.
    let height = 12_756 * 2 / 3 * 635;
    assert_eq!(
        sizes(&document),
        [(914_400, 457_200), (5_615_940, 2_807_970), (height / 2 / 635 * 635, height), (635, height), (5_615_940, 635)]
    );
}

#[test]
fn charts_and_pictures_are_numbered_together() {
    let document = Document { charts: sample::charted().charts, ..sample::illustrated() };
    let package = bytes(&document);
    let xml = text(&package, "word/document.xml");
    let ids: Vec<&str> = xml.split("<wp:docPr id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(ids, ["1", "2", "3", "4", "5"]);
    assert!(xml.contains("r:id=\"chart1\"") && xml.contains("<wp:docPr id=\"4\" name=\"数据图1\""), "{xml}");
}

#[test]
fn the_last_picture_stands_on_the_page_of_the_signature() {
    let mut document = sample::illustrated();
    document.annexes.clear();
    document.body.retain(|block| !matches!(block, Block::Picture(picture) if picture.caption.is_empty()));
    let lines = lines(&document);
    assert_eq!(lines.len(), 2);
    assert!(lines.iter().all(|line| line.contains("<w:keepNext/>")), "{lines:?}");
}
