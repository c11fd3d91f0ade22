//! The page printed, and the Word file laid out: A4, inside the margins, every font in the file.

use std::path::Path;

use fazhi::document::{Block, Document, Table};
use fazhi::writers::{Options, Output, write};

use super::{chromium, reports, run};
use crate::writers::sample;

/// Points in a millimetre.
const MM: f64 = 72.0 / 25.4;

/// 版心 of GB/T 9704—2012: from the left, from the top, to the right, to the bottom; in points.
const TEXT: [f64; 4] = [28.0 * MM, 37.0 * MM, (210.0 - 26.0) * MM, (297.0 - 35.0) * MM];

/// What marks may stick out: closing punctuation hangs, and glyphs are taller than their line.
const OUT: f64 = 17.0;

/// The reports that are printed: the whole sample, and the first edition of each example, with 数据附表 and charts too.
fn printed() -> Vec<(String, Document)> {
    let is_printed = |name: &str| name == "sample" || name.ends_with("-0") || name.ends_with("-annex");
    reports().into_iter().filter(|(name, _)| is_printed(name)).collect()
}

/// A4 throughout, numbered pages, the title on the first, no word outside the text, no font left to chance.
fn check(name: &str, pdf: &Path, document: &Document) {
    let pdf = pdf.to_str().expect("UTF-8");
    let read = |program: &str, arguments: &[&str]| {
        run(program, arguments).map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let Some(info) = read("pdfinfo", &[pdf]) else { return };
    assert!(info.lines().any(|line| line.starts_with("Page size:") && line.contains("(A4)")), "{name}: {info}");
    let fonts = read("pdffonts", &[pdf]).expect("poppler is there");
    let fonts: Vec<&str> = fonts.lines().skip(2).collect();
    assert!(!fonts.is_empty(), "{name} has no fonts");
    for font in fonts {
        // emb, sub, uni, object, generation
        let columns: Vec<&str> = font.split_whitespace().rev().collect();
        assert_eq!(columns.get(4), Some(&"yes"), "{name}: not in the file: {font}");
        assert_eq!(columns.get(2), Some(&"yes"), "{name}: its text cannot be copied: {font}");
    }
    let boxes = read("pdftotext", &["-bbox", pdf, "-"]).expect("poppler is there");
    let pages: Vec<&str> = boxes.split("<page ").skip(1).collect();
    assert!(!pages.is_empty(), "{name}: {boxes}");
    for (index, page) in pages.iter().enumerate() {
        let words: Vec<Word> = page.lines().filter_map(Word::of).collect();
        let number = format!("—{}—", index + 1);
        let (below, inside): (Vec<&Word>, Vec<&Word>) = words.iter().partition(|word| word.edges[1] > TEXT[3]);
        let below: String = below.iter().map(|word| word.text.as_str()).collect();
        assert_eq!(below, number, "{name}, page {}", index + 1);
        assert!(!inside.is_empty(), "{name}: page {} is empty", index + 1);
        for word in inside {
            let [left, top, right, bottom] = word.edges;
            let fits =
                left >= TEXT[0] - 1.0 && top >= TEXT[1] - OUT && right <= TEXT[2] + OUT && bottom <= TEXT[3] + OUT;
            assert!(fits, "{name}, page {}: {} at {:?}", index + 1, word.text, word.edges);
        }
        if index == 0 {
            let shown: String = words.iter().map(|word| word.text.as_str()).collect();
            let title = document.title_text().replace(char::is_whitespace, "");
            assert!(shown.contains(&title), "{name}: {title} is not on the first page: {shown}");
        }
    }
}

/// A word of a page and where it stands.
struct Word {
    text: String,
    edges: [f64; 4],
}

impl Word {
    fn of(line: &str) -> Option<Self> {
        let (attributes, text) = line.trim().strip_prefix("<word ")?.strip_suffix("</word>")?.split_once('>')?;
        let mut numbers = attributes.split('"').skip(1).step_by(2).map(|number| number.parse().expect("a number"));
        let edges = std::array::from_fn(|_| numbers.next().expect("four edges"));
        Some(Self { text: text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">"), edges })
    }
}

#[test]
fn chromium_prints_the_page_of_the_standard() {
    for (name, document) in printed() {
        let folder = tempfile::tempdir().expect("a folder");
        let Ok(Output::Text(html)) = write("html", &document, &Options::default()) else { panic!("{name}") };
        let (page, pdf) = (folder.path().join("page.html"), folder.path().join("page.pdf"));
        std::fs::write(&page, html).expect("the folder is ours");
        let print = format!("--print-to-pdf={}", pdf.display());
        if chromium(folder.path(), &page, &["--no-pdf-header-footer", &print]).is_none() {
            return;
        }
        check(&format!("{name}.html"), &pdf, &document);
    }
}

#[test]
fn a_table_does_not_shrink_the_printed_page() {
    let cells = |texts: [&str; 3]| texts.iter().map(|text| vec![sample::run(text)]).collect::<Vec<_>>();
    let rows = vec![cells(["收到", "83", &"长".repeat(60)]), cells(["审结", "80", &"a".repeat(120)])];
    let mut document = sample::paragraphs(&["法治政府"]);
    document.body.push(Block::Table(Table { head: cells(["项目", "件数", "备注"]), rows, ..Table::default() }));
    let folder = tempfile::tempdir().expect("a folder");
    let Ok(Output::Text(html)) = write("html", &document, &Options::default()) else { panic!("{document:?}") };
    let (page, pdf) = (folder.path().join("page.html"), folder.path().join("page.pdf"));
    std::fs::write(&page, html).expect("the folder is ours");
    let print = format!("--print-to-pdf={}", pdf.display());
    if chromium(folder.path(), &page, &["--no-pdf-header-footer", &print]).is_none() {
        return;
    }
    let Some(boxes) = run("pdftotext", &["-bbox", pdf.to_str().expect("UTF-8"), "-"]) else { return };
    let boxes = String::from_utf8_lossy(&boxes.stdout).into_owned();
    let words: Vec<Word> = boxes.lines().filter_map(Word::of).collect();
    let text = words.iter().find(|word| word.text == "法治政府").expect("the text is there");
    let width = text.edges[2] - text.edges[0];
    assert!((62.0..65.0).contains(&width), "four characters of 16 points are {width} wide");
    assert!(words.iter().all(|word| word.edges[2] <= TEXT[2]), "{boxes}");
    let line = |text: &str| words.iter().any(|word| word.text == text);
    assert!(line("项目") && line("收到"), "short cells stay whole: {boxes}");
}

#[cfg(feature = "docx")]
#[test]
fn libreoffice_lays_out_the_page_of_the_standard() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut files: Vec<std::path::PathBuf> = Vec::new();
    let reports = printed();
    for (name, document) in &reports {
        let Ok(Output::Bytes(docx)) = write("docx", document, &Options::default()) else { panic!("{name}") };
        files.push(folder.path().join(format!("{name}.docx")));
        std::fs::write(files.last().expect("one was added"), docx).expect("the folder is ours");
    }
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
    let out = folder.path().to_str().expect("UTF-8");
    let options = [profile.as_str(), "--headless", "--convert-to", "pdf", "--outdir", out];
    let files: Vec<&str> = files.iter().map(|file| file.to_str().expect("UTF-8")).collect();
    if run("soffice", &[&options[..], &files].concat()).is_none() {
        return;
    }
    for ((name, document), file) in reports.iter().zip(files) {
        check(&format!("{name}.docx"), &Path::new(file).with_extension("pdf"), document);
    }
}
