//! The unit's style in a file of its own.

use super::check::GOOD;
use crate::harness::Fazhi;

const HOUSE: &str = "标题字体: 华文中宋\n行距: 30磅   # 每面21行\n页边距: [30, 26, 35, 28]\n";

fn report(style: &str) -> String {
    format!("{GOOD}\n格式: {style}\n")
}

#[test]
fn each_departure_of_the_file_is_listed_where_the_report_names_it() {
    let text = report("版式/本县.yaml");
    let fazhi = || Fazhi::new().write("a.yaml", &text).write("版式/本县.yaml", HOUSE);
    let ran = fazhi().env("FAZHI_LANG", "zh").args(["check", "a.yaml", "--select", "FZ501"]).run().code(0);
    for (said, clause) in [("华文中宋", "7.3.1"), ("30磅", "5.2.3"), ("页边距30", "5.2.1")] {
        assert!(ran.out().contains(said) && ran.out().contains(clause), "{said}: {}", ran.out());
    }
    let line = text.lines().position(|line| line.starts_with("格式")).expect("a line") + 1;
    assert_eq!(ran.out().matches(&format!("a.yaml:{line}:")).count(), 3, "{}", ran.out());
    let page = fazhi().args(["render", "a.yaml", "--to", "html"]).run().code(0).file("out/a.html");
    assert!(page.contains("@page { margin: 85.05pt 73.70pt 99.20pt 79.35pt; }"), "{page}");
    assert!(page.contains("h1, .annex h2, .charts h2 { font-family: \"华文中宋\", var(--song); }"), "{page}");
    let plain = Fazhi::new().write("a.yaml", GOOD).args(["render", "a.yaml", "--to", "html"]).run().code(0);
    assert!(!plain.file("out/a.html").contains("华文中宋\", var"));
}

#[test]
fn what_the_report_says_itself_goes_before_the_file() {
    let text = report("{文件: 本县.yaml, 标题字体: 方正小标宋简体}");
    let fazhi = Fazhi::new().write("a.yaml", text).write("本县.yaml", HOUSE);
    let ran = fazhi.env("FAZHI_LANG", "zh").args(["check", "a.yaml", "--select", "FZ501"]).run().code(0);
    assert!(!ran.out().contains("华文中宋") && ran.out().contains("30磅"), "{}", ran.out());
}

#[test]
fn a_style_elsewhere_missing_or_misspelt_is_not_read() {
    for (style, file, said) in [
        ("../本县.yaml", "本县.yaml", "the style file ../本县.yaml is not in the report's folder"),
        ("/etc/hostname", "本县.yaml", "the style file /etc/hostname is not in the report's folder"),
        ("本州.yaml", "本县.yaml", "本州.yaml"),
    ] {
        let ran = Fazhi::new().write("b/a.yaml", report(style)).write(file, HOUSE).args(["check", "b/a.yaml"]).run();
        assert!(ran.code(2).err().contains(said), "{style}");
    }
    let misspelt = HOUSE.replace("行距", "行巨");
    let ran = Fazhi::new().write("a.yaml", report("本县.yaml")).write("本县.yaml", misspelt);
    let ran = ran.args(["render", "a.yaml"]).run().code(2);
    assert!(ran.err().contains("本县.yaml, line 2: there is no key \"行巨\"; did you mean \"行距\"?"), "{}", ran.err());
    assert_eq!(ran.files(), ["a.yaml", "本县.yaml"]);
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_not_followed() {
    let fazhi = Fazhi::new().write("b/a.yaml", report("本县.yaml")).write("本县.yaml", HOUSE);
    std::os::unix::fs::symlink(fazhi.path("本县.yaml"), fazhi.path("b/本县.yaml")).expect("a link can be made");
    let ran = fazhi.args(["check", "b/a.yaml"]).run().code(2);
    assert!(ran.err().contains("is not in the report's folder"), "{}", ran.err());
}

#[test]
fn no_name_of_a_font_ends_the_styles() {
    let text = report("{标题字体: '</style><script>\"}', 数字字体: 'Times New Roman', 页码: 否}");
    let ran = Fazhi::new().write("a.yaml", text).args(["render", "a.yaml", "--to", "html"]).run().code(0);
    let page = ran.file("out/a.html");
    assert!(!page.contains("<script") && page.matches("</style>").count() == 1, "{page}");
    assert!(page.contains("src: local(\"Times New Roman\"); unicode-range: U+21-7E;"), "{page}");
    assert!(page.contains("@page :left { @bottom-left { content: none; } }"), "{page}");
}
