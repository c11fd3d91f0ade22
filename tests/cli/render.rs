use super::check::GOOD;
use crate::harness::{Fazhi, examples, golden};

/// Every example in every text format, whole.
#[test]
fn the_examples_are_rendered_as_they_were() {
    for path in examples() {
        let stem = path.file_stem().and_then(|stem| stem.to_str()).expect("the examples have plain names").to_owned();
        let name = path.to_str().expect("the examples have plain names").to_owned();
        let ran = Fazhi::new().args(["render", &name, "--final", "--today", "2024-01-15"]).run().code(0);
        for format in ["md", "html", "txt"] {
            golden(&format!("{stem}/report.{format}"), ran.file(&format!("out/{stem}.{format}")));
        }
    }
}

#[test]
fn only_what_was_asked_for_goes_to_standard_output() {
    let ran = Fazhi::new().write("a.yaml", GOOD).args(["render", "a.yaml", "--to", "txt", "-o", "-"]).run().code(0);
    assert!(ran.out().starts_with("郏县人民政府关于2021年法治政府建设情况的报告\n"), "{}", ran.out());
    assert_eq!(ran.files(), ["a.yaml"]);
}

#[test]
fn an_output_is_a_file_only_where_that_is_plain() {
    let files = |arguments: &[&str]| {
        let arguments = [&["render", "a.yaml"], arguments].concat();
        let ran = Fazhi::new().write("a.yaml", GOOD).args(arguments).run().code(0);
        ran.files().into_iter().filter(|name| name != "a.yaml").collect::<Vec<_>>()
    };
    assert_eq!(files(&[]), ["out/a.html", "out/a.md", "out/a.txt"]);
    assert_eq!(files(&["-o", "b.html"]), ["b.html"]);
    assert_eq!(files(&["--to", "txt", "-o", "b.txt"]), ["b.txt"]);
    assert_eq!(files(&["--to", "txt", "-o", "b"]), ["b/a.txt"]);
    assert_eq!(files(&["--to", "txt,md", "-o", "b.txt"]), ["b.txt/a.md", "b.txt/a.txt"]);
    assert_eq!(files(&["--to", "txt", "--name", "title"]), ["out/郏县人民政府关于2021年法治政府建设情况的报告.txt"]);
}

#[test]
fn standard_output_takes_one_format() {
    let ran = Fazhi::new().write("a.yaml", GOOD).args(["render", "a.yaml", "-o", "-"]).run().code(2).stdout("");
    assert_eq!(ran.err(), "not done: -o - takes one report in one format; name it with --to\n");
}

#[test]
fn an_unknown_format_is_told_what_there_is() {
    let ran = Fazhi::new().write("a.yaml", GOOD).args(["render", "a.yaml", "--to", "odt"]).run().code(2);
    assert!(ran.err().starts_with("not done: there is no format \"odt\"; there are: md, html, txt"), "{}", ran.err());
}

#[test]
fn an_edition_other_than_the_first_is_named() {
    let report = GOOD.replace(
        "  成文日期: 2022-01-10\n",
        "  成文日期: 2022-01-10\n  版本:\n    - {代号: 公开版}\n    - {代号: 报上级, 主送: 市人民政府}\n",
    );
    let ran = Fazhi::new()
        .write("a.yaml", &report)
        .args(["render", "a.yaml", "--to", "txt", "--edition", "报上级"])
        .run()
        .code(0);
    assert_eq!(ran.files(), ["a.yaml", "out/a.报上级.txt"]);
    assert!(ran.file("out/a.报上级.txt").contains("市人民政府：\n"));
    assert!(ran.file("out/a.报上级.txt").contains("特此报告。"));
    let public = ran.again().args(["render", "a.yaml", "--to", "txt", "-o", "-"]).run().code(0);
    assert!(!public.out().contains("市人民政府："), "{}", public.out());
    let unknown = public.again().args(["render", "a.yaml", "--edition", "npc"]).run().code(2);
    assert_eq!(unknown.err(), "not done: there is no edition \"npc\"; there are: 公开版, 报上级\n");
    let none = unknown.again().write("b.yaml", GOOD).args(["render", "b.yaml", "--edition", "公开版"]).run().code(2);
    let said = "the report has no editions; leave --edition out, or give `editions` under `report`";
    assert_eq!(none.err(), format!("not done: {said}\n"));
}

#[test]
fn a_file_of_wrong_shape_is_not_rendered() {
    let bad = GOOD.replace("年度: 2021", "年度: 2021\n  年龄: 5");
    let ran = Fazhi::new().write("a.yaml", bad).args(["render", "a.yaml"]).run().code(2);
    assert_eq!(ran.files(), ["a.yaml"]);
    assert!(ran.err().contains("FZ001"), "{}", ran.err());
}

#[test]
fn a_draft_is_rendered_with_its_findings_and_not_final() {
    let draft = GOOD.replace("83件", "待填");
    let ran = Fazhi::new().write("a.yaml", &draft).args(["render", "a.yaml", "--to", "txt"]).run().code(0);
    assert!(ran.file("out/a.txt").contains("收到行政复议申请【待填：行政复议.收到】"), "{}", ran.file("out/a.txt"));
    let refused =
        Fazhi::new().write("a.yaml", &draft).args(["render", "a.yaml", "--to", "txt", "--final"]).run().code(1);
    assert_eq!(refused.files(), ["a.yaml"]);
}

/// Every format as it comes out of a process of its own, with the clock, the place and the language of another machine.
#[test]
fn the_same_input_gives_the_same_bytes_anywhere() {
    let report = format!(
        "{}\n版头: {{发文机关标志: [郏县人民政府], 文件字样: 文件, 签发人: 张三, 印章: true}}\n",
        super::extras::report()
    );
    let run = |format: &str, [zone, locale, language, today]: [&str; 4]| {
        let ran = Fazhi::new()
            .write("a.yaml", &report)
            .env("TZ", zone)
            .env("LANG", locale)
            .env("LC_ALL", locale)
            .env("FAZHI_LANG", language)
            .args(["render", "a.yaml", "--to", format, "--annex", "--charts", "--today", today])
            .run();
        if format == "pdf" && ran.status() == 2 && ran.err().contains("fonts-noto-cjk") {
            assert!(std::env::var_os("CI").is_none_or(|ci| ci != "true"), "CI has fonts");
            eprintln!("skipped: no Chinese font is installed");
            return None;
        }
        Some(ran.code(0).bytes(&format!("out/a.{format}")))
    };
    for writer in fazhi::writers::WRITERS {
        let here = run(writer.name, ["Asia/Shanghai", "zh_CN.UTF-8", "zh", "2022-01-10"]);
        let there = run(writer.name, ["America/New_York", "tr_TR.ISO-8859-9", "en", "2031-12-31"]);
        assert!(here == there, "{} differs", writer.name);
        assert!(here.is_none_or(|bytes| bytes.len() > 500), "{} is empty", writer.name);
    }
}

#[test]
fn what_no_format_can_hold_is_left_out_and_told_once() {
    let typed = GOOD.replace("83件", "83\u{1}件\u{ffff}");
    assert_ne!(typed, GOOD);
    let formats = if cfg!(feature = "docx") { "md,html,txt,docx" } else { "md,html,txt" };
    let ran = Fazhi::new().write("a.yaml", &typed).args(["render", "a.yaml", "--to", formats]).run().code(0);
    assert_eq!(ran.err().matches("FZ502").count(), 1, "{}", ran.err());
    assert!(ran.err().contains("U+0001, U+FFFF"), "{}", ran.err());
    let line = typed.lines().position(|line| line.contains('\u{1}')).expect("a line") + 1;
    assert!(ran.err().contains(&format!("a.yaml:{line}:")), "{}", ran.err());
    for format in ["md", "html", "txt"] {
        let text = ran.file(&format!("out/a.{format}"));
        assert!(text.contains("83件") && !text.contains(['\u{1}', '\u{ffff}']), "{format}: {text}");
    }
    let fixed = ran.again().args(["check", "--fix", "a.yaml"]).run();
    assert_eq!(fixed.file("a.yaml"), GOOD);
}

/// What is no picture in a paragraph of its own, or leads elsewhere, is text, and no file is read for it.
#[test]
fn a_picture_in_the_text_is_text() {
    const PICTURES: [&str; 3] = ["![图](../../秘密.png)", "<img src=\"/etc/passwd\">", "![图][甲]"];
    let measures: String = PICTURES.iter().map(|picture| format!("      - '收到{picture}。'\n")).collect();
    let report = format!("{GOOD}附件:\n  - 标题: 图\n    正文: '{}'\n", PICTURES[0]);
    let report = report.replacen("    条目:\n", &format!("    条目:\n{measures}"), 1);
    assert!(report.contains(&measures), "{report}");
    for writer in fazhi::writers::WRITERS {
        let ran = Fazhi::new().write("a.yaml", &report).args(["render", "a.yaml", "--to", writer.name]).run();
        if writer.name == "pdf" && ran.status() == 2 && !crate::seen::is_ci() {
            eprintln!("skipped: no Chinese font is installed");
            continue;
        }
        let bytes = ran.code(0).bytes(&format!("out/a.{}", writer.extension));
        let has = |part: &str| bytes.windows(part.len()).any(|window| window == part.as_bytes());
        match writer.name {
            "html" => assert!(!has("<img") && has("![图](../../秘密.png)") && has("&lt;img src=")),
            "txt" => assert!(PICTURES.iter().all(|picture| has(picture))),
            "md" => {
                use pulldown_cmark::{Event, Parser, Tag};
                let text = String::from_utf8(bytes).expect("a text");
                let is_picture = |event: &Event| {
                    matches!(event, Event::Start(Tag::Image { .. }) | Event::Html(_) | Event::InlineHtml(_))
                };
                assert!(!Parser::new(&text).any(|event| is_picture(&event)), "{text}");
            }
            "docx" => assert!(!has("word/media/")),
            _ => assert!(!has("/Subtype /Image") && !has("/Subtype/Image")),
        }
    }
}

#[test]
fn many_files_come_out_like_one() {
    let fazhi = (0..40).fold(Fazhi::new(), |fazhi, index| fazhi.write(&format!("{index}.yaml"), GOOD));
    let names: Vec<String> = (0..40).map(|index| format!("{index}.yaml")).collect();
    let arguments = ["render", "--to", "txt"].into_iter().chain(names.iter().map(String::as_str));
    let ran = fazhi.args(arguments).run().code(0);
    let first = ran.file("out/0.txt");
    assert!((1..40).all(|index| ran.file(&format!("out/{index}.txt")) == first));
    let written: Vec<String> = (0..40).map(|index| format!("written out/{index}.txt")).collect();
    let said: Vec<String> = ran.err().lines().filter(|line| line.starts_with("written")).map(str::to_owned).collect();
    assert_eq!(said, written, "in the order asked for");
}

#[test]
fn own_templates_and_outlines_are_named() {
    let ran = Fazhi::new()
        .write("a.yaml", GOOD)
        .write("templates/report.md", "年度：{{ year }}\n")
        .args(["render", "a.yaml", "--to", "md", "-o", "-"])
        .run()
        .code(0);
    assert_eq!(ran.out(), "年度：2021\n");
    assert!(ran.err().contains("using ./templates/report.md in place of the built-in one"), "{}", ran.err());
}

#[cfg(feature = "docx")]
#[test]
fn a_word_file_of_ones_own_lends_its_styles() {
    let make = ["render", "a.yaml", "--to", "docx", "-o", "a.docx"];
    let made = Fazhi::new().write("a.yaml", GOOD).args(make).run().code(0).bytes("a.docx");
    let arguments = ["render", "a.yaml", "--to", "docx", "--reference-docx", "a.docx"];
    let ran = Fazhi::new().write("a.yaml", GOOD).write("a.docx", &made).args(arguments).run().code(0);
    assert_eq!(ran.files(), ["a.docx", "a.yaml", "out/a.docx"]);
    let over = [&arguments[..], &["-o", "a.docx"]].concat();
    let ran = Fazhi::new().write("a.yaml", GOOD).write("a.docx", &made).args(over).run().code(2);
    assert!(ran.err().contains("a.docx is an input, an outline or a template and is not overwritten"), "{}", ran.err());
    assert_eq!(ran.bytes("a.docx"), made);
    let ran = Fazhi::new().write("a.yaml", GOOD).write("a.docx", "无").args(arguments).run().code(2);
    assert!(
        ran.err().starts_with("not done: a.docx: the styles of the reference document cannot be read: "),
        "{}",
        ran.err()
    );
}

#[test]
fn two_reports_of_one_title_are_refused_before_anything_is_written() {
    let arguments = ["render", "a.yaml", "b.yaml", "--name", "title", "--to", "md"];
    let both = || Fazhi::new().write("a.yaml", GOOD);
    let ran = both().write("b.yaml", GOOD).args(arguments).run().code(2);
    assert_eq!(ran.files(), ["a.yaml", "b.yaml"]);
    assert!(ran.err().starts_with("not done: a.yaml and b.yaml would be written to one name"), "{}", ran.err());
    let other = GOOD.replace("2021", "2020");
    let ran = both().write("b.yaml", other).args(arguments).run().code(0);
    assert_eq!(ran.files().len(), 4, "{:?}", ran.files());
}

#[test]
fn a_file_in_place_of_the_folder_is_named() {
    let ran = Fazhi::new().write("a.yaml", GOOD).args(["render", "a.yaml", "-o", "a.yaml/out"]).run().code(2);
    assert!(
        ran.err().ends_with("cannot be written: a.yaml is a file, no folder; choose another folder with -o\n"),
        "{}",
        ran.err()
    );
}
