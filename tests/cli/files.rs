//! Files that are no reports, and places that cannot be written.

use super::check::GOOD;
use crate::harness::Fazhi;

fn refused(name: &str, content: impl AsRef<[u8]>) -> String {
    Fazhi::new().write(name, content).args(["check", name]).run().code(2).stdout_is_short().err()
}

#[test]
fn a_missing_file_is_named() {
    Fazhi::new()
        .args(["render", "没有 的.yaml"])
        .run()
        .code(2)
        .stdout("")
        .stderr("not done: there is no file 没有 的.yaml; check the name and the folder\n");
}

#[test]
fn a_folder_is_no_published_report() {
    Fazhi::new()
        .write("报告/a.yaml", GOOD)
        .args(["import", "报告"])
        .run()
        .code(2)
        .stderr("not done: 报告 is a folder; name a report file in it\n");
}

#[test]
fn an_empty_file_is_said_to_be_empty() {
    assert!(refused("a.yaml", "").contains("a.yaml"));
}

#[test]
fn a_file_of_fifty_megabytes_is_refused_in_time() {
    let big = "测".repeat(50 * 1024 * 1024 / 3);
    assert_eq!(refused("a.yaml", big), "not done: a.yaml is larger than 16 MiB: no report file\n");
}

#[test]
fn office_files_are_recognised() {
    let zip = b"PK\x03\x04\x14\x00\x00\x00\x08\x00".repeat(10);
    assert!(refused("a.docx", &zip).contains("a.docx"));
    let check = |name: &str| Fazhi::new().write(name, &zip).args(["check", name]).run().code(2).err();
    assert!(check("a.zip").contains("unpack it"), "{}", check("a.zip"));
    // What bears the name of a Word file was one.
    assert!(check("a.docx").contains("Word"), "{}", check("a.docx"));
    assert!(refused("a.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n").contains("PDF"));
}

#[test]
fn gbk_and_utf16_are_read() {
    let (gbk, _, _) = encoding_rs::GBK.encode(GOOD);
    let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(GOOD.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let bom = format!("\u{feff}{GOOD}").into_bytes();
    let crlf = GOOD.replace('\n', "\r\n").into_bytes();
    let plain =
        Fazhi::new().write("a.yaml", GOOD).args(["render", "a.yaml", "--to", "txt", "-o", "-"]).run().code(0).out();
    for bytes in [gbk.into_owned(), utf16, bom, crlf] {
        let ran =
            Fazhi::new().write("a.yaml", bytes).args(["render", "a.yaml", "--to", "txt", "-o", "-"]).run().code(0);
        assert_eq!(ran.out(), plain);
    }
}

#[test]
fn names_with_blanks_and_han_work() {
    let ran = Fazhi::new()
        .write("年度 报告/郏县 2021.yaml", GOOD)
        .args(["render", "年度 报告/郏县 2021.yaml", "-o", "输出 文件"])
        .run()
        .code(0);
    let expected =
        ["年度 报告/郏县 2021.yaml", "输出 文件/郏县 2021.html", "输出 文件/郏县 2021.md", "输出 文件/郏县 2021.txt"];
    assert_eq!(ran.files(), expected);
}

#[test]
fn nothing_is_written_over_an_input_or_a_template() {
    let ran = Fazhi::new().write("a.md", GOOD).args(["render", "a.md", "--to", "md", "-o", "."]).run().code(2);
    assert_eq!(ran.file("a.md"), GOOD);
    let ran = Fazhi::new()
        .write("page.yaml", GOOD)
        .write("templates/page.html", "{{ document.year }}")
        .args(["render", "page.yaml", "--to", "html", "-o", "templates"])
        .run()
        .code(2);
    assert_eq!(ran.file("templates/page.html"), "{{ document.year }}");
}

#[test]
fn two_inputs_of_one_name_are_refused_before_anything_is_written() {
    let ran = Fazhi::new()
        .write("甲/a.yaml", GOOD)
        .write("乙/A.yaml", GOOD)
        .args(["render", "甲/a.yaml", "乙/A.yaml"])
        .run()
        .code(2);
    assert_eq!(ran.files(), ["乙/A.yaml", "甲/a.yaml"]);
}

#[test]
fn a_name_that_is_taken_by_a_folder_is_said() {
    let ran = Fazhi::new()
        .write("a.yaml", GOOD)
        .write("out/a.txt/x", "")
        .args(["render", "a.yaml", "--to", "txt"])
        .run()
        .code(2);
    assert_eq!(ran.files(), ["a.yaml", "out/a.txt/x"]);
    assert!(
        ran.err().ends_with("out/a.txt is a folder and cannot be written as a file; add the name of the file\n"),
        "{}",
        ran.err()
    );
    for folder in ["out", "out/", "new/"] {
        let ran = Fazhi::new().write("out/a.txt", "").args(["new", "-o", folder]).run().code(2);
        let said =
            format!("not done: {folder} is a folder and cannot be written as a file; add the name of the file\n");
        ran.stderr(&said);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_pipe_or_a_device_is_written_to_and_stays() {
    use std::io::Read;
    use std::os::unix::fs::FileTypeExt;

    let fazhi = Fazhi::new().args(["new", "-o", "pipe"]);
    let path = fazhi.path("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&path).status().expect("mkfifo is there").success());
    // Open at both ends, so that nobody waits: what is written is less than a pipe holds.
    let mut pipe = std::fs::File::options().read(true).write(true).open(&path).expect("a pipe opens");
    let ran = fazhi.run().code(0).stderr("written pipe\n");
    assert!(path.metadata().expect("it is there").file_type().is_fifo());
    drop(ran);
    let mut start = [0; 22];
    pipe.read_exact(&mut start).expect("something was written");
    assert_eq!(&start, b"# yaml-language-server");
}

#[cfg(unix)]
#[test]
fn a_link_stays_and_its_file_is_written() {
    let fazhi = Fazhi::new().write("all/a.yaml", GOOD.replace("依法行政。", "依法,行政。"));
    std::os::unix::fs::symlink("all/a.yaml", fazhi.path("a.yaml")).expect("a link can be made");
    let ran = fazhi.args(["check", "a.yaml", "--fix", "--today", "2022-01-15"]).run().code(0);
    assert!(ran.file("all/a.yaml").contains("依法，行政。"), "{}", ran.err());
    let fazhi = ran.again();
    assert!(fazhi.path("a.yaml").is_symlink());
    // One that leads nowhere is as good as a file.
    std::os::unix::fs::symlink("none/b.yaml", fazhi.path("b.yaml")).expect("a link can be made");
    fazhi.args(["new", "-o", "b.yaml"]).run().code(2);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_no_success() {
    let fazhi = Fazhi::new().write("a.yaml", GOOD).args(["render", "a.yaml", "--to", "txt", "-o", "-"]);
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("Linux has /dev/full");
    let status = fazhi.command().stdout(full).stderr(std::process::Stdio::null()).status().expect("the program starts");
    assert_eq!(status.code(), Some(2));
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let fazhi = Fazhi::new().write("a.yaml", GOOD).args(["render", "a.yaml", "--to", "html", "-o", "-"]);
    let mut child = fazhi
        .command()
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::null())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    assert_eq!(child.wait().expect("the program ends").code(), Some(0));
}

#[test]
fn a_template_at_fault_is_located() {
    let ran = Fazhi::new()
        .write("a.yaml", GOOD)
        .write("templates/report.md", "# 标题\n\n{{ 没有的 | 不存在 }}\n")
        .args(["render", "a.yaml"])
        .run()
        .code(2);
    assert!(ran.err().contains("template report.md, line 3, column 4"), "{}", ran.err());
    assert_eq!(ran.files(), ["a.yaml", "templates/report.md"]);
}
