//! 版记 and signature in Word files of every length, as LibreOffice lays them out.

use std::path::Path;

use fazhi::document::{Document, Letterhead};
use fazhi::writers::{Options, Output, write};

use super::run;
use crate::writers::sample::{self, line};

/// Reports that end at every line of two pages: so many paragraphs of one line, and one of `last`.
fn report(lines: usize, last: usize) -> Document {
    let letterhead = Letterhead {
        mark: vec!["某县人民政府".into()],
        printer: "某县人民政府办公室".into(),
        printed: "二〇二二年".into(),
        copies: vec!["县人大常委会".into()],
        ..Letterhead::default()
    };
    let long = "依法行政，".repeat(last * 28 / 5);
    let mut texts = vec!["一行。"; lines];
    texts.push(&long);
    Document {
        letterhead: Some(letterhead),
        signature: vec![line("某县人民政府")],
        date: Some(line("二〇二二年一月")),
        ..sample::paragraphs(&texts)
    }
}

#[test]
fn the_imprint_stands_on_an_even_page_and_a_signature_under_text() {
    let folder = tempfile::tempdir().expect("a folder");
    let reports: Vec<(usize, usize)> = (2..46).map(|lines| (lines, [1, 2, 3, 5, 7][lines % 5])).collect();
    let path = |lines: usize, kind: &str| folder.path().join(format!("{lines}.{kind}"));
    for &(lines, last) in &reports {
        let Ok(Output::Bytes(docx)) = write("docx", &report(lines, last), &Options::default()) else {
            panic!("{lines}")
        };
        std::fs::write(path(lines, "docx"), docx).expect("the folder is ours");
    }
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
    let out = folder.path().to_str().expect("UTF-8");
    let files: Vec<String> = reports.iter().map(|&(lines, _)| path(lines, "docx").display().to_string()).collect();
    let options = [profile.as_str(), "--headless", "--convert-to", "pdf", "--outdir", out];
    let files: Vec<&str> = options.into_iter().chain(files.iter().map(String::as_str)).collect();
    if run("soffice", &files).is_none() {
        return;
    }
    for (lines, last) in reports {
        let Some(pages) = pages(&path(lines, "pdf")) else { return };
        check(&pages, &format!("{lines} lines and {last}"));
    }
}

/// The lines of a page and where they stand, from the top in points.
type Page = Vec<(f64, String)>;

fn check(pages: &[Page], name: &str) {
    let (imprint, text) = pages.split_last().expect("pages");
    let place = imprint.iter().find(|(_, text)| text.contains("印发")).map(|(y, _)| *y);
    assert!(place.is_some_and(|y| (718.0..726.0).contains(&y)), "{name}: 版记 is not at the foot: {imprint:?}");
    // A page of 版记 without a number stands after a blank one, which LibreOffice does not print, or may.
    let number = imprint.iter().find(|(_, text)| text.starts_with('—'));
    let is_alone = !imprint.iter().any(|(_, text)| text.contains("二〇二二年一月"));
    match number {
        Some((_, number)) => {
            assert_eq!(*number, format!("—{}—", pages.len()), "{name}");
            assert_eq!(pages.len() % 2, 0, "{name}: 版记 is on an odd page");
        }
        None => assert!(is_alone, "{name}: no number"),
    }
    let signed = if is_alone { text.last().expect("a page before") } else { imprint };
    let date = signed.iter().position(|(_, text)| text.contains("二〇二二年一月"));
    assert!(date.is_some_and(|date| date >= 2), "{name}: signed alone: {signed:?}");
    // The last paragraph may go to the next page as a whole; no page is left emptier than that.
    for page in &text[..text.len().saturating_sub(usize::from(is_alone))] {
        let last = page.iter().rfind(|(y, _)| *y < 742.0).map_or(0.0, |(y, _)| *y);
        assert!(last > 742.0 - 10.0 * 28.95, "{name}: a page ends at {last}: {page:?}");
    }
}

fn pages(pdf: &Path) -> Option<Vec<Page>> {
    let output = run("pdftotext", &["-bbox", pdf.to_str().expect("UTF-8"), "-"])?;
    let boxes = String::from_utf8_lossy(&output.stdout).into_owned();
    let page = |page: &str| {
        let mut lines: Page = Vec::new();
        for word in page.lines().filter_map(|line| line.trim().strip_prefix("<word ")?.strip_suffix("</word>")) {
            let (attributes, text) = word.split_once('>').expect("a word");
            let y: f64 = attributes.split('"').nth(3).expect("a place").parse().expect("a number");
            match lines.iter_mut().find(|(line, _)| (*line - y).abs() < 8.0) {
                Some((_, line)) => line.push_str(text),
                None => lines.push((y, text.to_owned())),
            }
        }
        lines.sort_by(|(a, _), (b, _)| a.total_cmp(b));
        lines
    };
    Some(boxes.split("<page ").skip(1).map(page).collect())
}
