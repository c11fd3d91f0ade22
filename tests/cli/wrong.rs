//! `check` used wrongly: each time it says what is wrong and what to do, and fails.

use super::check::GOOD;
use crate::harness::Fazhi;

/// Arguments, and what is said.
const WRONG: [(&[&str], &str); 24] = [
    (&["none.yaml"], "not done: there is no file none.yaml"),
    (&["none/"], "not done: there is no file none/"),
    (&["*.none"], "not done: no file matches *.none"),
    (&["https://example.gov.cn/a.html"], "not done: addresses are not read; save the page as a .html file"),
    (&["empty"], "not done: there is neither a report file (*.yaml) nor a published text"),
    (&["zero.yaml"], "not done: zero.yaml: the file is empty"),
    (&["zero.txt"], "not done: zero.txt: the file is empty"),
    (&["blank.txt"], "not done: blank.txt: the file is empty"),
    (
        &["bytes.yaml"],
        "not done: bytes.yaml: this is no text file. A report file is YAML text (.yaml); a published text is",
    ),
    (&["a.pdf"], "not done: a.pdf: this is a PDF, whose text has no paragraphs"),
    (&["a.doc"], "not done: a.doc: this is DOC/WPS; open it in WPS or Word and save it as .docx"),
    (&["a.yaml", "--select", "FZ999"], "not done: there is no rule \"FZ999\""),
    (&["a.yaml", "--select", "fz"], "not done: there is no rule \"fz\"; write a code (FZ411) or a name"),
    (
        &["a.yaml", "--select", "misspelt_name"],
        "not done: there is no rule \"misspelt_name\", did you mean \"misspelt-name\"?",
    ),
    (
        &["a.yaml", "--ignore", "合计不符"],
        "not done: there is no rule \"合计不符\", did you mean FZ204 (total-mismatch)?",
    ),
    (&["a.yaml", "--ignore", ""], "not done: no rule is named"),
    (&["a.yaml", "--select", "FZ411", "--ignore", "FZ4"], "not done: --ignore leaves out every rule"),
    (&["a.yaml", "--today", "明天"], "\"明天\" is no value for --today <DATE>; a day is written 2022-02-10"),
    (&["a.yaml", "--format", "xml"], "\"xml\" is no value for --format <FORMAT>; there are: human, json"),
    (&["a.yaml", "--baseline", "none.json"], "not done: there is no file none.json"),
    (&["a.yaml", "--baseline", "other.json"], "not done: other.json is no baseline"),
    (&["a.yaml", "--write-baseline", "a.yaml"], "not done: a.yaml is "),
    (
        &["a.yaml", "-o", "found.pdf"],
        "not done: findings are not written as .pdf; a review sheet is .docx, .csv or .md",
    ),
    (&["a.yaml", "-o", "empty"], "not done: empty is a folder"),
];

#[test]
fn what_is_wrong_and_what_to_do_is_said() {
    for (arguments, said) in WRONG {
        let folder = Fazhi::new()
            .write("a.yaml", GOOD)
            .write("zero.yaml", "")
            .write("zero.txt", "")
            .write("blank.txt", "\n \n")
            .write("bytes.yaml", [0, 1, 2, 255, 254, 0, 7])
            .write("a.pdf", "%PDF-1.7\n")
            .write("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more")
            .write("empty/note.log", "")
            .write("other.json", "{\"version\": 2}");
        let before = folder.path("a.yaml");
        let ran = folder.args(["check"].into_iter().chain(arguments.iter().copied())).run().code(2).stdout("");
        assert!(ran.err().starts_with(said), "{arguments:?}: {}", ran.err());
        assert_eq!(std::fs::read_to_string(before).expect("it is there"), GOOD, "{arguments:?}");
    }
}

#[test]
fn what_can_only_be_meant_one_way_is_taken() {
    let text = GOOD.replace("依法行政。", "依法,行政，，落实。");
    let check = |arguments: &[&str]| {
        let arguments = ["check", "a.yaml", "--today", "2022-01-15"].into_iter().chain(arguments.iter().copied());
        Fazhi::new().write("a.yaml", &text).args(arguments).run().code(0).out()
    };
    let found = |arguments: &[&str]| {
        let out = check(arguments);
        ["FZ402", "FZ432"].map(|code| out.contains(code))
    };
    assert_eq!(found(&[]), [true, true]);
    // Commas of the Chinese keyboard, several options, beginnings of codes, small letters.
    for both in [
        &["--select", "FZ402，FZ432"][..],
        &["--select", "FZ402、doubled-mark,"],
        &["--select", "FZ402 fz432"],
        &["--select", "FZ402", "--select", "FZ432"],
        &["--select", "FZ4"],
    ] {
        assert_eq!(found(both), [true, true], "{both:?}");
    }
    assert_eq!(found(&["--select", "FZ43"]), [false, true]);
    assert_eq!(found(&["--select", "fz4", "--ignore", "FZ43"]), [true, false]);
}

#[test]
fn an_option_given_twice_is_told_as_that() {
    let ran = Fazhi::new().args(["render", "a.yaml", "--edition", "public", "--edition", "npc"]).run().code(2);
    assert!(ran.err().starts_with("--edition <ID> may be given once only"), "{}", ran.err());
}

#[test]
fn a_year_may_have_its_mark() {
    let ran = Fazhi::new().args(["new", "--year", "2024年", "--keys", "zh"]).run().code(0);
    assert!(ran.out().contains("年度: 2024 "), "{}", ran.out());
}
