//! What other programs make of the files.

use std::path::{Path, PathBuf};

use fazhi::compose::{with_charts, with_data_annex};
use fazhi::document::{Block, Document};
use fazhi::project::{Project, Surroundings};
use fazhi::source::SourceFile;

use super::bytes;
use super::sample::{self, heading, paragraph, run};
use crate::seen::{is_ci, run as run_program};

/// A report of several pages, each paragraph three lines long.
fn long_report() -> Document {
    let mut document = sample::report();
    for number in ["二、", "三、", "四、"] {
        document.body.push(Block::Heading(heading(1, number, "推进依法行政")));
        document.body.push(Block::Heading(heading(2, "（一）", "规范执法")));
        document.body.extend((0..12).map(|_| paragraph(vec![run(&"依法行政".repeat(20))])));
    }
    document
}

fn write(folder: &Path, document: &Document) -> PathBuf {
    let path = folder.join("report.docx");
    std::fs::write(&path, bytes(document)).expect("the folder is ours");
    path
}

#[test]
fn the_page_measures_what_the_standard_asks() {
    let checker = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/tools/gbt_check.py");
    if !checker.exists() {
        assert!(!is_ci(), "CI has {}", checker.display());
        eprintln!("skipped: {} is not there", checker.display());
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let mut paths = vec![write(folder.path(), &long_report())];
    for example in crate::harness::examples() {
        let text = std::fs::read_to_string(&example).expect("an example is text");
        let name = example.file_name().and_then(|name| name.to_str()).expect("a plain name");
        let project = Project::open(SourceFile::new(name, text.as_str()), &Surroundings::default()).expect("a report");
        for (index, edition) in project.editions.iter().enumerate() {
            let with_more = with_charts(&with_data_annex(&edition.document, &project.table), &project.table);
            for (document, extras) in [(&edition.document, ""), (&with_more, ".annex")] {
                let path = folder.path().join(format!("{name}.{index}{extras}.docx"));
                std::fs::write(&path, bytes(document)).expect("the folder is ours");
                paths.push(path);
            }
        }
    }
    assert!(paths.len() > 5, "{paths:?}");
    let arguments: Vec<&str> = [&checker].into_iter().chain(&paths).map(|path| path.to_str().expect("UTF-8")).collect();
    let Some(output) = run_program("python3", &arguments) else { return };
    let said = String::from_utf8_lossy(&output.stdout);
    assert_eq!(said.lines().count(), paths.len(), "{output:?}");
    for line in said.lines() {
        assert!(line.trim_end().ends_with(": 12/12  fails:"), "{line}");
    }
}

#[test]
fn libreoffice_lays_the_pages_out() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = write(folder.path(), &long_report());
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
    let folder_name = folder.path().to_str().expect("UTF-8");
    let arguments =
        [&profile, "--headless", "--convert-to", "pdf", "--outdir", folder_name, path.to_str().expect("UTF-8")];
    if run_program("soffice", &arguments).is_none() {
        return;
    }
    let pdf = path.with_extension("pdf");
    let Some(info) = run_program("pdfinfo", &[pdf.to_str().expect("UTF-8")]) else { return };
    let info = String::from_utf8_lossy(&info.stdout).into_owned();
    assert!(info.contains("(A4)"), "{info}");
    assert!(info.contains("Title:") && info.contains("关于2021年度法治政府建设情况的报告"), "{info}");
    let Some(text) = run_program("pdftotext", &["-layout", pdf.to_str().expect("UTF-8"), "-"]) else { return };
    let text = String::from_utf8_lossy(&text.stdout).into_owned();
    let pages: Vec<&str> = text.split('\u{c}').filter(|page| !page.trim().is_empty()).collect();
    assert!(pages.len() >= 5, "{} pages", pages.len());
    assert_eq!(pages[0].lines().next().map(str::trim), Some("中共某县委员会"));
    for (index, page) in pages.iter().enumerate() {
        let last = page.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or_default();
        assert_eq!(last.replace(' ', ""), format!("—{}—", index + 1));
        let indent = last.len() - last.trim_start().len();
        assert_eq!(indent > 20, index % 2 == 0, "page {}: {last:?}", index + 1);
    }
    // A full page of text holds 22 lines, the page number being one more; a full line 28 characters.
    let lines: Vec<&str> = pages[2].lines().filter(|line| !line.trim().is_empty()).collect();
    assert_eq!(lines.len(), 23, "{}", pages[2]);
    let widest = lines.iter().map(|line| line.trim().chars().count()).max();
    assert_eq!(widest, Some(28), "{lines:?}");
}

#[test]
fn python_docx_reads_the_report() {
    if !run_program("python3", &["-c", "import docx"]).is_some_and(|output| output.status.success()) {
        assert!(!is_ci(), "python-docx is not installed");
        eprintln!("skipped: python-docx is not installed");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let path = write(folder.path(), &sample::report());
    let script = "import docx, sys\nd = docx.Document(sys.argv[1])\n\
                  print(d.core_properties.title, d.core_properties.author, len(d.tables), d.tables[0].cell(2, 0).text)\n\
                  [print(p.style.name, p.text) for p in d.paragraphs if p.style.name.startswith('Heading')]";
    let output = run_program("python3", &["-c", script, path.to_str().expect("UTF-8")]).expect("python3 is there");
    let expected = "中共某县委员会 某县人民政府关于2021年度法治政府建设情况的报告 中共某县委员会、某县人民政府 1 立案（受理）\n\
                    Heading 1 一、主要举措和成效\nHeading 3 1.依法行政\n";
    assert_eq!(String::from_utf8_lossy(&output.stdout), expected, "{output:?}");
}
