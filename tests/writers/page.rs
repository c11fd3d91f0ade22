//! The web page as Chromium shows and prints it.

use std::path::Path;

use super::{sample, text};
use crate::seen::{chromium, run};

#[test]
fn printed_it_is_an_a4_page_with_its_number_between_dashes() {
    let folder = tempfile::tempdir().expect("a folder");
    let pdf = folder.path().join("page.pdf").display().to_string();
    let mut document = sample::report();
    document.body.extend((0..60).map(|_| sample::paragraph(vec![sample::run(&"依法行政，".repeat(20))])));
    let print = format!("--print-to-pdf={pdf}");
    let arguments = ["--no-pdf-header-footer", print.as_str()];
    let page = folder.path().join("page.html");
    std::fs::write(&page, text("html", &document)).expect("the folder is ours");
    let Some(printed) = chromium(folder.path(), &page, &arguments) else { return };
    assert!(Path::new(&pdf).exists(), "{}", String::from_utf8_lossy(&printed.stderr));
    let Some(info) = run("pdfinfo", &[&pdf]) else { return };
    let info = String::from_utf8_lossy(&info.stdout).into_owned();
    assert!(info.lines().any(|line| line.starts_with("Page size:") && line.ends_with("(A4)")), "{info}");
    let Some(words) = run("pdftotext", &["-layout", &pdf, "-"]) else { return };
    let words = String::from_utf8_lossy(&words.stdout).into_owned();
    let pages: Vec<&str> = words.trim_end_matches('\u{c}').split('\u{c}').collect();
    assert!(pages.len() > 5, "{} pages", pages.len());
    for (index, page) in pages.iter().enumerate() {
        let number = page.trim_end().lines().last().unwrap_or_default();
        assert_eq!(number.trim().replace(' ', ""), format!("—{}—", index + 1));
        let is_left = number.len() - number.trim_start().len() < 15;
        assert_eq!(is_left, index % 2 == 1, "an odd page has its number right, an even one left: {number:?}");
    }
    assert!(!words.contains("索引号") && !words.contains("跳到正文") && !words.contains("↩"), "not for paper");
    // 22 lines of 28 characters a page.
    let lines = |page: &str| page.lines().filter(|line| !line.trim().is_empty()).count() - 1;
    assert_eq!(lines(pages[2]), 22, "{}", pages[2]);
    let longest = pages[2].lines().map(|line| line.trim().chars().count()).max();
    assert_eq!(longest, Some(28), "{}", pages[2]);
}
