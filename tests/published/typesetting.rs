//! A text typeset another way is the same text: its headings, its words and what is wrong with it stay.

use fazhi::diagnostic::Severity;
use fazhi::message::Lang;
use fazhi::model::Section;
use fazhi::outline::numbering::leading_mark;
use fazhi::project::{Project, Surroundings};
use fazhi::published;
use fazhi::rules::Selection;
use fazhi::source::SourceFile;
use fazhi::writers::{Output, WRITERS};

use crate::harness::examples;
use crate::import::seeds::{seeds, shared};

/// What of a text does not depend on how it is set.
#[derive(Debug, PartialEq)]
struct Read {
    headings: Vec<(usize, String)>,
    words: String,
    faults: Vec<String>,
}

fn read(name: &str, text: &str) -> Read {
    let published = published::read(name, text.as_bytes()).expect("there is a text");
    let project = Project::of_published(published, &Surroundings::default()).expect("the outlines are ours");
    let report = &project.reading.report;
    let mut headings = Vec::new();
    outline(&report.sections, 0, &mut headings);
    let words: String = report.body().iter().map(|text| folded(&text.value)).collect();
    let findings = project.check(&Selection::default(), None);
    let faults = findings.iter().filter(|finding| finding.severity >= Severity::Warning);
    let mut faults: Vec<String> = faults
        .map(|finding| format!("{:?} {} {}", finding.severity, finding.name, folded(&finding.message.text(Lang::Zh))))
        .collect();
    faults.sort();
    faults.dedup();
    Read { headings, words: words.replace(['*', '\\'], ""), faults }
}

fn outline(sections: &[Section], depth: usize, headings: &mut Vec<(usize, String)>) {
    for section in sections {
        let heading = section.heading.as_ref().map_or(String::new(), |heading| folded(&heading.value));
        headings.push((depth, heading));
        outline(&section.sections, depth + 1, headings);
    }
}

/// Without blanks and quotes, half and full width alike.
fn folded(text: &str) -> String {
    let fold = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        c => c,
    };
    text.chars().filter(|c| !c.is_whitespace() && !"“”\"".contains(*c)).map(fold).collect()
}

/// The published reports beside the project, where they are, and the examples as plain text.
fn texts() -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for path in examples() {
        let name = path.display().to_string();
        let source = SourceFile::new(&name, std::fs::read_to_string(&path).expect("the example can be read"));
        let project = Project::open(source, &Surroundings::default()).expect("the example is a report");
        let document = &project.edition(None).expect("there is an edition").document;
        let writer = WRITERS.iter().find(|writer| writer.name == "txt").expect("plain text is written");
        match (writer.write)(document, &Default::default()) {
            Ok(Output::Text(text)) => texts.push((name, without_tables(&text))),
            other => panic!("{name}: {other:?}"),
        }
    }
    if let Some(shared) = shared() {
        for name in seeds(&shared) {
            let path = shared.join("seeds").join(format!("{name}.txt"));
            texts.push((name, std::fs::read_to_string(path).expect("the seed can be read").replace('\r', "")));
        }
    }
    texts
}

/// Without what is drawn in columns, which only plain text is.
fn without_tables(text: &str) -> String {
    text.split("\n\n").filter(|block| !block.contains("--  --")).collect::<Vec<_>>().join("\n\n")
}

/// The lines that are not empty, without the blanks around them.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// Each line after `before` and before `after`.
fn set(text: &str, before: &str, after: &str) -> String {
    lines(text).map(|line| format!("{before}{line}{after}")).collect()
}

/// Broken at so many columns, first lines after `indent`, paragraphs ended by `end`.
fn broken(text: &str, columns: usize, indent: &str, end: &str) -> String {
    let mut set = String::new();
    for line in lines(text) {
        let mut column = 0;
        for c in indent.chars().chain(line.chars()) {
            let width = if c.is_ascii() { 1 } else { 2 };
            // No mark begins a line.
            if column + width > columns && !"，。、；：）》”,;:)".contains(c) {
                set.push('\n');
                column = 0;
            }
            set.push(c);
            column += width;
        }
        set.push_str(end);
    }
    set
}

/// Broken after so many characters, wide or not, in the middle of numbers too.
fn cut(text: &str, characters: usize, indent: &str) -> String {
    let mut set = String::new();
    for line in lines(text) {
        let line: Vec<char> = indent.chars().chain(line.chars()).collect();
        for part in line.chunks(characters) {
            set.extend(part);
            set.push('\n');
        }
    }
    set
}

/// With the number of a page after every so many lines.
fn paged(text: &str, every: usize, mark: impl Fn(usize) -> String) -> String {
    let mut set = String::new();
    for (index, line) in text.lines().enumerate() {
        set.extend([line, "\n"]);
        if index % every == every - 1 {
            set.push_str(&mark(index / every + 1));
        }
    }
    set
}

/// With a blank after every so many characters, as a scan is read.
fn scattered(text: &str, every: usize) -> String {
    let is_wide = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let mut set = String::new();
    for line in text.lines() {
        let characters: Vec<char> = line.chars().collect();
        for (index, &c) in characters.iter().enumerate() {
            set.push(c);
            let next = characters.get(index + 1).copied().unwrap_or(' ');
            if index % every == every - 1 && is_wide(c) && is_wide(next) {
                set.push(' ');
            }
        }
        set.push('\n');
    }
    set
}

/// Lines that open with 一、 or （一） and go on for no more than a heading does, written another way.
fn headed(text: &str, write: impl Fn(&str, &str) -> String) -> String {
    let mut set = String::new();
    for line in text.lines() {
        let mark = leading_mark(line.trim()).filter(|_| line.chars().count() < 45 && !line.contains('。'));
        match mark {
            Some(mark) if !line.trim().starts_with(|c: char| c.is_ascii_digit()) => {
                let (number, rest) = line.trim().split_at(mark.length);
                set.push_str(&write(number, rest));
            }
            _ => set.push_str(line.trim_end()),
        }
        set.push('\n');
    }
    set
}

/// A page of a site: each line in `open` and `close`, menus before and behind.
fn page(text: &str, open: &str, close: &str) -> String {
    let body: String = lines(text).map(|line| format!("{open}{}{close}\n", line.replace('<', "&lt;"))).collect();
    format!(
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>政府网</title></head><body>\
         <div><a href=\"/\">首页</a><a href=\"/a\">政务公开</a></div><div id=\"zoom\">{body}</div>\
         <div>上一篇：<a href=\"/b\">没有了</a></div><div>【打印本页】【关闭窗口】</div>\
         <div>主办：政府办公室 网站标识码：4100000000</div></body></html>"
    )
}

/// Every way of setting a text that is tried: its name, the file it would be and the text.
fn settings(text: &str) -> Vec<(&'static str, &'static str, String)> {
    let bold = headed(&set(text, "", "\n\n"), |number, rest| format!("**{number}{rest}**"));
    let hashed = headed(&set(text, "", "\n"), |number, rest| {
        let level = if number.starts_with(['（', '(']) { "###" } else { "##" };
        format!("{level} {number}{rest}")
    });
    vec![
        ("no blank lines", "a.txt", set(text, "", "\n")),
        ("blank lines", "a.txt", set(text, "", "\n\n")),
        ("line ends of Windows", "a.txt", set(text, "", "\r\n")),
        ("ideographic indents", "a.txt", set(text, "　　", "\n")),
        ("tabs", "a.txt", set(text, "\t", "\n")),
        ("no-break blanks", "a.txt", set(text, "\u{a0}\u{a0}\u{a0}\u{a0}", "\n\n")),
        ("broken at 56 columns", "a.txt", broken(text, 56, "　　", "\n")),
        ("broken at 72 columns", "a.txt", broken(text, 72, "", "\n\n")),
        ("cut after 40 characters", "a.txt", cut(text, 40, "　　")),
        ("dashed page numbers", "a.txt", paged(&broken(text, 60, "　　", "\n"), 22, |page| format!("— {page} —\n"))),
        ("said page numbers", "a.txt", paged(&broken(text, 60, "　　", "\n"), 22, |page| format!("\n第{page}页\n\n"))),
        ("bare page numbers", "a.txt", paged(&broken(text, 60, "　　", "\n"), 22, |page| format!("\n{page}\n\n"))),
        ("page numbers between paragraphs", "a.txt", paged(&set(text, "", "\n"), 6, |page| format!("- {page} -\n"))),
        ("some blanks in words", "a.txt", scattered(text, 9)),
        ("blanks after each character", "a.txt", scattered(text, 1)),
        ("blanks in numbers", "a.txt", headed(text, |number, rest| format!("{number} {rest}"))),
        ("full-width digits", "a.txt", text.chars().map(full_width).collect()),
        ("bold headings", "a.md", bold),
        ("headings by #, no blank lines", "a.md", hashed.clone()),
        ("headings by # in plain text", "a.txt", hashed),
        ("Markdown without markup", "a.md", set(text, "", "\n")),
        ("paragraphs of a page", "a.html", page(text, "<p style=\"text-indent:2em\"><span>", "</span></p>")),
        ("boxes of a page", "a.html", page(text, "<div><div><span>&nbsp;&nbsp;</span><span>", "</span></div></div>")),
        ("breaks of a page", "a.html", page(text, "　　", "<br/><br/>")),
    ]
}

fn full_width(c: char) -> char {
    if c.is_ascii_digit() { char::from_u32(c as u32 + 0xfee0).unwrap_or(c) } else { c }
}

/// Where two texts part, with some characters of each.
fn differing(one: &str, other: &str) -> Option<(String, String)> {
    let same = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    let rest = |text: &str| text.chars().skip(same.saturating_sub(20)).take(50).collect::<String>();
    (one != other).then(|| (rest(one), rest(other)))
}

#[test]
fn a_text_is_the_same_however_it_is_set() {
    let mut changed = Vec::new();
    for (name, text) in texts() {
        let expected = read("a.txt", &text);
        assert!(expected.headings.len() > 3, "{name}");
        for (setting, file, text) in settings(&text) {
            let found = read(file, &text);
            if found.headings != expected.headings {
                changed.push(format!("{name}: {setting}: {:?}\nfor {:?}", found.headings, expected.headings));
            }
            if found.faults != expected.faults {
                changed.push(format!("{name}: {setting}: {:#?}\nfor {:#?}", found.faults, expected.faults));
            }
            changed
                .extend(differing(&found.words, &expected.words).map(|words| format!("{name}: {setting}: {words:?}")));
        }
    }
    assert!(changed.is_empty(), "{}", changed.join("\n"));
}
