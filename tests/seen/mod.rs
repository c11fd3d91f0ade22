//! What people will see: pages as Chromium shows and prints them, Word files as LibreOffice lays them out.

#[cfg(feature = "docx")]
mod imprint;
mod paper;
#[cfg(feature = "docx")]
mod schema;
mod screen;
#[cfg(feature = "docx")]
mod sheet;

use std::path::Path;
use std::process::{Command, Output};

use fazhi::compose::{with_charts, with_data_annex};
use fazhi::document::{Block, Document};
use fazhi::picture::Image;
use fazhi::project::{Project, Surroundings};
use fazhi::source::SourceFile;

use crate::picture::WIDE;
use crate::writers::sample;

/// Whether what a test needs must be there.
pub fn is_ci() -> bool {
    std::env::var_os("CI").is_some_and(|ci| ci == "true")
}

/// Runs a program; where it is not installed the test says so and passes, in CI it fails.
pub fn run(program: &str, arguments: &[&str]) -> Option<Output> {
    match Command::new(program).args(arguments).output() {
        Ok(output) => Some(output),
        Err(error) => {
            assert!(!is_ci(), "{program}: {error}");
            eprintln!("{program} is not installed: not looked at");
            None
        }
    }
}

/// Opens a page in a Chromium of its own, which asks nothing of the net; its profile is in `folder`.
pub fn chromium(folder: &Path, page: &Path, arguments: &[&str]) -> Option<Output> {
    let profile = format!("--user-data-dir={}", folder.join("profile").display());
    let address = format!("file://{}", page.display());
    let quiet = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
    let more = ["--disable-component-update", "--disable-sync", "--disable-quic", profile.as_str()];
    run("chromium", &[&quiet, &more[..], arguments, &[address.as_str()]].concat())
}

/// A report with all a report may have, its headings one level after the other.
fn whole() -> Document {
    let mut document = sample::charted();
    let illustrated = sample::illustrated();
    document.body.extend(illustrated.body.into_iter().filter(|block| matches!(block, Block::Picture(_))));
    let wide = Image::read(WIDE).expect("a PNG");
    document.body.push(sample::picture("比手机的屏幕宽", "wide.png", &wide));
    document.annexes[0].body.extend(illustrated.annexes[0].body.last().cloned());
    for block in &mut document.body {
        if let Block::Heading(heading) = block {
            heading.level = heading.level.min(2);
        }
    }
    document
}

/// Every edition of every example, its first edition with 数据附表 and charts, and a report with all a report may have.
fn reports() -> Vec<(String, Document)> {
    let mut reports = vec![("sample".to_owned(), whole())];
    for path in crate::harness::examples() {
        let text = std::fs::read_to_string(&path).expect("an example is text");
        let name = path.file_stem().and_then(|name| name.to_str()).expect("a plain name").to_owned();
        let project = Project::open(SourceFile::new(name.as_str(), text), &Surroundings::default()).expect("a report");
        let first = &project.edition(None).expect("there is always one").document;
        let with_more = with_charts(&with_data_annex(first, &project.table), &project.table);
        reports.push((format!("{name}-annex"), with_more));
        let editions = project.editions.into_iter().enumerate();
        reports.extend(editions.map(|(index, edition)| (format!("{name}-{index}"), edition.document)));
    }
    reports
}
