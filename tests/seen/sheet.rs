//! The review sheet for Word: the page lies, the table stays on it, its head row stands on every page.

use std::path::Path;

use crate::harness::Fazhi;
use fazhi::rules;

use super::{is_ci, run};

const COLUMNS: [&str; 6] = ["序号", "位置", "原文", "问题", "依据", "建议"];

/// A file with findings enough for several pages.
fn faulty() -> String {
    let keys: String = (1..=40).map(|number| format!("  第{number}个没有的键: 某个值\n")).collect();
    format!("报告:\n{keys}")
}

/// The sheet on two files, in a folder of its own.
fn sheet() -> crate::harness::Ran {
    let total_mismatch = rules::find("total-mismatch").expect("the rule is there");
    Fazhi::new()
        .write("云溪县/甲.yaml", faulty())
        .write("云溪县/乙.yaml", total_mismatch.bad)
        .args([
            "check",
            "云溪县/甲.yaml",
            "云溪县/乙.yaml",
            "-o",
            "sheet.docx",
            "--lang",
            "zh",
            "--today",
            "2024-02-01",
        ])
        .run()
        .code(1)
}

#[test]
fn python_docx_reads_the_review_sheet() {
    if !run("python3", &["-c", "import docx"]).is_some_and(|output| output.status.success()) {
        assert!(!is_ci(), "python-docx is not installed");
        eprintln!("skipped: python-docx is not installed");
        return;
    }
    let folder = sheet().again();
    let path = folder.path("sheet.docx");
    let script = "import docx, sys\nd = docx.Document(sys.argv[1])\ns = d.sections[0]\n\
                  print(s.orientation, s.page_width > s.page_height, [len(t.rows) for t in d.tables])\n\
                  print([c.text for c in d.tables[2].rows[0].cells])\n\
                  print([c.text for c in d.tables[2].rows[1].cells][2:4])\n\
                  print([p.text for p in d.paragraphs if p.text])";
    let output = run("python3", &["-c", script, path.to_str().expect("UTF-8")]).expect("python3 is there");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let lines: Vec<&str> = said.lines().collect();
    assert!(lines.len() == 4 && lines[0].starts_with("LANDSCAPE (1) True [3, 4"), "{output:?}");
    assert_eq!(lines[1], format!("{COLUMNS:?}").replace('"', "'"));
    assert!(lines[2].contains("合计: 51件") && lines[2].contains("错误："), "{said}");
    assert!(lines[3].contains("审核意见表") && lines[3].contains("云溪县/甲.yaml"), "{said}");
}

#[test]
fn libreoffice_lays_out_the_review_sheet() {
    let folder = sheet().again();
    let path = folder.path("sheet.docx");
    let out = path.parent().and_then(Path::to_str).expect("UTF-8");
    let profile = format!("-env:UserInstallation=file://{out}/profile");
    let path = path.to_str().expect("UTF-8");
    if run("soffice", &[&profile, "--headless", "--convert-to", "pdf", "--outdir", out, path]).is_none() {
        return;
    }
    let pdf = folder.path("sheet.pdf");
    let pdf = pdf.to_str().expect("UTF-8");
    let Some(info) = run("pdfinfo", &[pdf]) else { return };
    let info = String::from_utf8_lossy(&info.stdout).into_owned();
    assert!(info.contains("841.8") && info.contains("(A4)"), "{info}");
    let boxes = run("pdftotext", &["-bbox", pdf, "-"]).expect("poppler is there");
    let boxes = String::from_utf8_lossy(&boxes.stdout).into_owned();
    let pages: Vec<&str> = boxes.split("<page ").skip(1).collect();
    assert!(pages.len() >= 3, "{} pages", pages.len());
    for page in &pages[..pages.len() - 1] {
        for column in COLUMNS {
            assert!(page.contains(&format!(">{column}</word>")), "no {column}: {page}");
        }
        let rights = page.split("xMax=\"").skip(1).filter_map(|rest| rest.split('"').next()?.parse::<f64>().ok());
        let right = rights.fold(0.0, f64::max);
        assert!((500.0..=800.0).contains(&right), "{right}");
    }
}
