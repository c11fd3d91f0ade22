//! Pictures beside report files: which are printed, and which files no path leads to.

use crate::harness::{Fazhi, Ran};
use crate::picture::{FLAG, TALL};

/// A report with these paragraphs.
fn report(paragraphs: &[&str]) -> String {
    let text: String = paragraphs.iter().map(|paragraph| format!("      {paragraph}\n\n")).collect();
    let good = include_str!("good.yaml");
    let with = good.replacen("    条目:\n", &format!("    正文: |\n{text}    条目:\n"), 1);
    assert_ne!(with, good);
    with
}

/// What is said of pictures.
fn said(ran: &Ran) -> Vec<String> {
    let out = ran.out();
    let told = out.lines().filter(|line| line.contains("picture]: ") || line.contains("picture-elsewhere]: "));
    told.filter_map(|line| line.split_once("]: ")).map(|(_, sentence)| sentence.to_owned()).collect()
}

#[test]
fn a_picture_is_printed_in_every_format() {
    let formats = if cfg!(feature = "docx") { "md,html,txt,docx" } else { "md,html,txt" };
    let yaml = report(&["![评查现场](图/现场 1.png)", "![](b.JPG)"]);
    let ran = Fazhi::new()
        .write("县/a.yaml", &yaml)
        .write("县/图/现场 1.png", FLAG)
        .write("县/b.JPG", TALL)
        .args(["render", "县/a.yaml", "--to", formats, "-o", "out"])
        .run()
        .code(0);
    assert!(
        ran.file("out/a.md").contains("\n![评查现场](图/现场%201.png)\n\n![](b.JPG)\n"),
        "{}",
        ran.file("out/a.md")
    );
    assert!(ran.file("out/a.txt").contains("　　【图：评查现场】\n　　【图】\n"), "{}", ran.file("out/a.txt"));
    let page = ran.file("out/a.html");
    assert_eq!((page.matches("<img ").count(), page.matches("src=\"data:image/").count()), (2, 2), "{page}");
    assert!(page.contains("<figcaption>评查现场</figcaption>"), "{page}");
    #[cfg(feature = "docx")]
    {
        let package = ran.bytes("out/a.docx");
        for name in ["word/media/image1.png", "word/media/image2.jpg"] {
            assert!(package.windows(name.len()).any(|window| window == name.as_bytes()), "{name}");
        }
    }
    let before: Vec<_> = formats.split(',').map(|format| ran.bytes(&format!("out/a.{format}"))).collect();
    let ran = ran.again().args(["render", "县/a.yaml", "--to", formats, "-o", "out"]).run().code(0);
    for (format, before) in formats.split(',').zip(before) {
        assert_eq!(ran.bytes(&format!("out/a.{format}")), before, "{format}: the same report gives the same bytes");
    }
}

#[test]
fn each_report_has_the_pictures_of_its_own_folder() {
    let yaml = report(&["![图](图.png)"]);
    let ran = Fazhi::new()
        .write("甲/甲.yaml", &yaml)
        .write("甲/图.png", FLAG)
        .write("乙/乙.yaml", &yaml)
        .write("乙/图.png", TALL)
        .write("丙/丙.yaml", &yaml)
        .write("图.png", FLAG)
        .args(["render", "甲", "乙", "丙", "--to", "html", "-o", "out"])
        .run()
        .code(0);
    let has = |name: &str, mime: &str| ran.file(&format!("out/{name}.html")).contains(&format!("data:{mime};base64,"));
    assert!(has("甲", "image/png") && has("乙", "image/jpeg") && !has("丙", "image/"), "{}", ran.err());
    let ran = ran.again().args(["check", "甲", "乙", "丙"]).run().code(1);
    assert_eq!(said(&ran), ["there is no file \"图.png\": the picture is not printed"]);
    let ran = ran.again().args(["check", "-"]).stdin(&yaml).run().code(0);
    assert_eq!(said(&ran), [""; 0], "standard input has those of the current folder");
}

#[test]
fn no_path_leads_out_of_the_folder() {
    let paths = [
        "../图.png",
        "图/../../图.png",
        "%2e%2e/图.png",
        "/etc/hostname",
        "//www.example.gov.cn/图.png",
        "https://www.example.gov.cn/图.png",
        "data:image/png;base64,iVBORw0KGgo=",
        "file:///etc/hostname",
        "C:/图.png",
        "..\\图.png",
    ];
    let pictures: Vec<String> = paths.iter().map(|path| format!("![图]({path})")).collect();
    let pictures: Vec<&str> = pictures.iter().map(String::as_str).collect();
    let ran = Fazhi::new()
        .write("县/a.yaml", report(&pictures))
        .write("县/图/图.png", FLAG)
        .write("图.png", FLAG)
        .args(["check", "县/a.yaml"])
        .run()
        .code(1);
    let outside = |path: &str| format!("\"{path}\" is not in the report's folder: the picture is not printed");
    let address = |path: &str| format!("\"{path}\" is an address or names a drive: the picture is not printed");
    let separator = "\"..\\图.png\" has \"\\\": write \"/\" between folders; the picture is not printed".to_owned();
    let mut expected: Vec<String> = paths[..5].iter().map(|path| outside(path)).collect();
    expected.extend(paths[5..9].iter().map(|path| address(path)));
    expected.push(separator);
    assert_eq!(said(&ran), expected);
    let ran = ran.again().args(["render", "县/a.yaml", "--to", "html,txt", "-o", "out"]).run().code(0);
    let (page, text) = (ran.file("out/a.html"), ran.file("out/a.txt"));
    assert!(!page.contains("<img"), "{page}");
    for picture in &pictures {
        assert!(text.contains(&format!("\n　　{picture}\n")), "{picture} in {text}");
    }
    let refused = ran.again().args(["render", "县/a.yaml", "--to", "txt", "-o", "final", "--final"]).run().code(1);
    assert!(!refused.files().iter().any(|file| file.starts_with("final")), "{:?}", refused.files());
}

#[test]
fn files_that_are_no_pictures_are_told_apart() {
    let ran = Fazhi::new()
        .write(
            "a.yaml",
            report(&["![a](无.png)", "![b](图)", "![c](a.svg)", "![d](字.png)", "![e](断.png)", "![f](假.gif)"]),
        )
        .write("图/b.png", FLAG)
        .write("a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")
        .write("字.png", "一段文字")
        .write("断.png", &FLAG[..FLAG.len() - 12])
        .write("假.gif", TALL)
        .args(["check", "a.yaml"])
        .run()
        .code(1);
    assert_eq!(
        said(&ran),
        [
            "there is no file \"无.png\": the picture is not printed",
            "\"图\" is no regular file: the picture is not printed",
            "\"a.svg\" is SVG, only PNG and JPEG are printed: the picture is not",
            "\"字.png\" is neither PNG nor JPEG: the picture is not printed",
            "\"断.png\" is cut off or damaged: the picture is not printed",
        ],
        "a JPEG is one whatever it is called"
    );
}

#[test]
fn large_files_are_not_read() {
    let mut huge = FLAG.to_vec();
    huge[16..24].copy_from_slice(&[0xff; 8]);
    let ran = Fazhi::new().write("a.yaml", report(&["![a](大.png)", "![b](广.png)"])).write("广.png", &huge);
    let file = std::fs::File::create(ran.path("大.png")).expect("the folder is ours");
    file.set_len(1 << 40).expect("a file may have holes");
    let ran = ran.args(["check", "a.yaml"]).run().code(1);
    assert_eq!(
        said(&ran),
        [
            "\"大.png\" has more than 10 MB: the picture is not printed",
            "\"广.png\" has 4294967295×4294967295 pixels, more than 5000 times 10,000: the picture is not printed",
        ]
    );
}

#[cfg(unix)]
#[test]
fn links_are_followed_inside_the_folder_only() {
    use std::os::unix::fs::symlink;
    let fazhi = Fazhi::new()
        .write(
            "县/a.yaml",
            report(&["![a](出.png)", "![b](外/图.png)", "![c](内.png)", "![d](圈.png)", "![e](管.png)"]),
        )
        .write("县/图.png", FLAG)
        .write("图.png", FLAG);
    let at = |name: &str| fazhi.path(name);
    symlink("../图.png", at("县/出.png")).expect("a link");
    symlink("..", at("县/外")).expect("a link");
    symlink("图.png", at("县/内.png")).expect("a link");
    symlink("圈.png", at("县/圈.png")).expect("a link");
    let piped = std::process::Command::new("mkfifo").arg(at("县/管.png")).status();
    assert!(piped.is_ok_and(|status| status.success()), "a pipe");
    symlink("县", at("别名")).expect("a link");
    let expected = [
        "\"出.png\" is not in the report's folder: the picture is not printed",
        "\"外/图.png\" is not in the report's folder: the picture is not printed",
        "\"圈.png\" cannot be opened: the picture is not printed",
        "\"管.png\" is no regular file: the picture is not printed",
    ];
    let ran = fazhi.args(["check", "县/a.yaml"]).run().code(1);
    assert_eq!(said(&ran), expected);
    let ran = ran.again().args(["check", "别名/a.yaml"]).run().code(1);
    assert_eq!(said(&ran), expected, "the folder itself may be reached by a link");
}

#[test]
fn a_published_page_is_checked_without_its_pictures() {
    let page = format!("# 某县2023年法治政府建设年度报告\n\n{}\n\n![图](../秘密.png)\n", "依法行政。".repeat(80));
    let ran = Fazhi::new().write("a.md", page).args(["check", "a.md"]).run();
    assert_eq!(said(&ran), [""; 0], "{}", ran.out());
}

#[test]
fn a_fix_leaves_the_names_of_files_alone() {
    let picture = "![评查(现场),2019年](图/评查(1),已定.png)";
    let ran = Fazhi::new()
        .write("a.yaml", report(&[picture]))
        .write("图/评查(1),已定.png", FLAG)
        .args(["check", "--fix", "a.yaml"])
        .run()
        .code(0);
    let fixed = ran.file("a.yaml");
    assert!(fixed.contains("![评查（现场），2019年](图/评查(1),已定.png)"), "{fixed}");
    assert_eq!(said(&ran), [""; 0]);
}
