//! What may be asked for beside the report: the annex of figures, charts, the fragment.

use super::check::GOOD;
use crate::harness::Fazhi;

const FORMATS: [&str; 3] = ["md", "html", "txt"];

/// With last year's figures, one of them not for the public.
pub fn report() -> String {
    let figures = "    收到: {数值: 83件, 上年: 67件}\n    办结: {数值: 37件, 上年: 30件}\n    内部: {数值: 9527件, 可公开: 否}\n";
    let text = GOOD.replace("    收到: 83件\n    办结: 37件\n", figures);
    assert_ne!(text, GOOD, "the sample has these figures");
    text
}

#[test]
fn figures_are_an_annex_in_every_text_format_on_request_only() {
    let plain = Fazhi::new().write("a.yaml", report()).args(["render", "a.yaml"]).run().code(0);
    assert!(FORMATS.iter().all(|format| !plain.file(&format!("out/a.{format}")).contains("数据附表")));
    let ran = plain.again().args(["render", "a.yaml", "--annex"]).run().code(0);
    for format in FORMATS {
        let text = ran.file(&format!("out/a.{format}"));
        for word in ["数据附表", "与上年相比", "83件", "67件", "增长23.88%"] {
            assert!(text.contains(word), "{format}: {word}\n{text}");
        }
        assert!(!text.contains("9527件"), "{format}\n{text}");
    }
    let page = ran.file("out/a.html");
    assert!(page.contains("<caption>行政复议</caption>"));
    assert!(page.contains("<th scope=\"row\" style=\"text-align:left\">收到</th>"), "{page}");
}

/// What of the figures stands on the page, and what does not.
#[cfg(any(feature = "docx", feature = "pdf"))]
fn assert_annex(format: &str, text: &str) {
    for word in ["附件：数据附表", "指标2021年2020年与上年相比收到83件67件增长23.88%"] {
        assert!(text.contains(word), "{format}: {word}\n{text}");
    }
    assert!(!text.contains("9527件"), "{format}\n{text}");
}

#[cfg(feature = "docx")]
#[test]
fn figures_are_an_annex_in_word() {
    let ran =
        Fazhi::new().write("a.yaml", report()).args(["render", "a.yaml", "--annex", "--to", "docx"]).run().code(0);
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(ran.bytes("out/a.docx"))).expect("a zip");
    let mut xml = String::new();
    let mut part = archive.by_name("word/document.xml").expect("the text");
    std::io::Read::read_to_string(&mut part, &mut xml).expect("UTF-8");
    let text: String = xml.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text).collect();
    assert_annex("docx", &text);
    assert!(xml.contains("<w:tblHeader/>") && xml.contains("w:firstRow=\"1\"") && xml.contains("w:firstColumn=\"1\""));
}

#[cfg(feature = "pdf")]
#[test]
fn figures_are_an_annex_in_pdf() {
    let ran = Fazhi::new().write("a.yaml", report()).args(["render", "a.yaml", "--annex", "--to", "pdf"]).run();
    if ran.status() == 2 && ran.err().contains("fonts-noto-cjk") && !crate::seen::is_ci() {
        eprintln!("skipped: no Chinese font is installed");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.pdf");
    std::fs::write(&path, ran.code(0).bytes("out/a.pdf")).expect("the folder is ours");
    let Some(said) = crate::seen::run("pdftotext", &["-raw", path.to_str().expect("UTF-8"), "-"]) else { return };
    assert_annex("pdf", &String::from_utf8_lossy(&said.stdout).split_whitespace().collect::<String>());
}

#[test]
fn charts_stand_in_the_page_with_words_for_those_who_cannot_see_them() {
    let ran = Fazhi::new().write("a.yaml", report()).args(["render", "a.yaml", "--charts"]).run().code(0);
    let page = ran.file("out/a.html");
    assert_eq!(page.matches("<svg").count(), 1);
    assert!(page.contains("role=\"img\" aria-labelledby=\"chart-1-title chart-1-text\""), "{page}");
    assert!(
        page.contains("<desc id=\"chart-1-text\">收到：2021年83件，2020年67件；办结：2021年37件，2020年30件。</desc>")
    );
    assert!(!page.contains("<script") && !page.contains("9527件"), "{page}");
    let plain = ran.again().args(["render", "a.yaml"]).run().code(0);
    assert!(!plain.file("out/a.html").contains("<svg"));
}

#[test]
fn that_nothing_is_drawn_is_said() {
    let fazhi = || Fazhi::new().write("a.yaml", report()).write("b.yaml", GOOD);
    for arguments in [&["--to", "txt,md"][..], &["--to", "html", "--fragment"]] {
        let ran = fazhi().args([&["render", "a.yaml", "b.yaml", "--charts"], arguments].concat()).run().code(0);
        assert_eq!(ran.err().matches("charts are drawn in HTML, Word and PDF only").count(), 1, "{}", ran.err());
    }
    let ran = fazhi().args(["render", "a.yaml", "b.yaml", "--charts"]).run().code(0);
    assert!(ran.err().contains("b.yaml: nothing to draw a chart of"), "{}", ran.err());
    assert!(!ran.err().contains("a.yaml: nothing"), "{}", ran.err());
    let ran = fazhi().args(["render", "b.yaml"]).run().code(0);
    assert!(!ran.err().contains("chart"), "{}", ran.err());
}

#[test]
fn names_of_figures_are_text_in_a_chart() {
    let hostile = report().replace("行政复议:", "行政_复议·甲:");
    let hostile = hostile.replace("行政复议.", "行政_复议·甲.");
    let ran = Fazhi::new().write("a.yaml", hostile).args(["render", "a.yaml", "--charts"]).run().code(0);
    assert!(ran.file("out/a.html").contains("<figcaption>行政_复议·甲（件）：2021年与2020年</figcaption>"));
}

#[test]
fn a_fragment_says_apart_what_goes_into_fields_of_their_own() {
    let arguments = ["render", "a.yaml", "--fragment", "--to", "html", "-o", "-"];
    let ran = Fazhi::new().write("a.yaml", GOOD).args(arguments).run().code(0);
    for markup in ["<h1", "<meta", "<nav", "<style", "class=", "<script"] {
        assert!(!ran.out().contains(markup), "{markup}\n{}", ran.out());
    }
    assert!(ran.out().contains("style=\""));
    let title = "郏县人民政府关于2021年法治政府建设情况的报告";
    let apart = format!("title: {title}\ndate: 2022年1月10日\norigin: 郏县人民政府\n");
    assert!(ran.err().contains(&apart), "{}", ran.err());
    let ran = ran.again().env("FAZHI_LANG", "zh").args(arguments).run().code(0);
    assert!(ran.err().contains(&format!("标题：{title}\n日期：2022年1月10日\n来源：郏县人民政府\n")), "{}", ran.err());
    let published = format!("{GOOD}\npublication:\n  published: 2022-01-12\n");
    let ran = Fazhi::new().write("a.yaml", published).args(arguments).run().code(0);
    assert!(ran.err().contains("\ndate: 2022-01-12\n"), "{}", ran.err());
}

#[test]
fn a_fragment_is_a_web_page_alone() {
    let ran = Fazhi::new().write("a.yaml", include_str!("good.yaml")).args(["render", "a.yaml", "--fragment"]).run();
    let ran = ran.code(0);
    assert!(ran.err().ends_with("written out/a.html\n"), "{}", ran.err());
    assert!(!ran.err().contains("a.txt"), "{}", ran.err());
}
