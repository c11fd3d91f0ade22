use crate::harness::Fazhi;

const OLD: &str =
    "报告:\n  年度: 2022\n数据:\n  收到: 72件\n章节:\n  - 内容项: 举措成效\n    正文: 收到申请${收到}。\n";

fn both() -> Fazhi {
    Fazhi::new().write("a.yaml", OLD).write("b.yaml", OLD.replace("2022", "2023").replace("72件", "90件"))
}

#[test]
fn two_years_stand_side_by_side() {
    both().args(["compare", "a.yaml", "b.yaml"]).run().code(0).stderr("").stdout(
        "figure  2022  2023  change     %
收到    72件  90件   +18件  +25%

paragraphs word for word as before: 0 of 1
",
    );
    both().args(["对照", "a.yaml", "b.yaml", "--lang", "zh", "--format", "markdown", "--text"]).run().code(0).stdout(
        "| 数据 | 2022 | 2023 | 增减 | % |
|---|--:|--:|--:|--:|
| 收到 | 72件 | 90件 | +18件 | +25% |

- 与上年一字不差的有0段，全文1段

一、<del>2022</del><ins>2023</ins>年推进法治政府建设的主要举措和成效

收到申请<del>72</del><ins>90</ins>件。

",
    );
}

#[test]
fn programs_get_json() {
    let ran = both().args(["compare", "a.yaml", "b.yaml", "--format", "json", "--text"]).run().code(0);
    let found: serde_json::Value = serde_json::from_str(&ran.out()).expect("it is JSON");
    let expected = serde_json::json!({
        "tool": "fazhi", "version": env!("CARGO_PKG_VERSION"), "last": "2022", "this": "2023",
        "figures": [{
            "name": "收到", "last": "72件", "this": "90件", "change": "+18件", "percent": "+25%", "stated_last": null,
        }],
        "added": [], "gone": [], "paragraphs": 1, "unchanged": [],
        "changes": [
            {"heading": true, "pieces": [
                {"change": "same", "text": "一、"},
                {"change": "deleted", "text": "2022"},
                {"change": "inserted", "text": "2023"},
                {"change": "same", "text": "年推进法治政府建设的主要举措和成效"},
            ]},
            {"heading": false, "pieces": [
                {"change": "same", "text": "收到申请"},
                {"change": "deleted", "text": "72"},
                {"change": "inserted", "text": "90"},
                {"change": "same", "text": "件。"},
            ]},
        ],
    });
    assert_eq!(found, expected);
}

#[test]
fn a_terminal_gets_colours_and_a_file_does_not() {
    let arguments = ["compare", "a.yaml", "b.yaml", "--text", "--color", "always"];
    let ran = both().args(arguments).run().code(0);
    assert!(ran.out().ends_with("收到申请\u{1b}[31;9m72\u{1b}[0m\u{1b}[32;4m90\u{1b}[0m件。\n\n"), "{}", ran.out());
    let ran = ran.again().args([&arguments[..], &["-o", "c.txt"]].concat()).run().code(0).stdout("");
    assert!(ran.file("c.txt").ends_with("收到申请[-72-]{+90+}件。\n\n"), "{}", ran.file("c.txt"));
    let ran = ran.again().args([&arguments[..], &["-o", "c.txt"]].concat()).run();
    ran.code(2).stderr("not done: c.txt exists and was kept; choose another name, or overwrite it with --force\n");
}

#[cfg(feature = "docx")]
#[test]
fn the_changes_come_in_word_too() {
    let ran = both().args(["compare", "a.yaml", "b.yaml", "--format", "docx", "-o", "c.docx"]).run();
    let ran = ran.code(0).stderr("written c.docx\n");
    assert!(ran.bytes("c.docx").starts_with(b"PK"));
}

#[test]
fn a_published_text_is_compared_with_its_report_file() {
    let example = crate::harness::project("examples/jinhua-justice-2021.yaml");
    let example = example.to_str().expect("the examples have plain names").to_owned();
    let ran = Fazhi::new().args(["render", &example, "--to", "txt", "-o", "a.txt"]).run().code(0);
    let ran = ran.again().args(["compare", "a.txt", &example]).run().code(0).stderr("");
    let last = "paragraphs that did not change: ";
    let counts = ran.out().lines().find_map(|line| line.strip_prefix(last).map(str::to_owned)).expect("they are told");
    let (same, all) = counts.split_once(" of ").expect("two numbers");
    let [same, all] = [same, all].map(|number| number.parse::<usize>().expect("a number"));
    assert!(all > 10 && same + 3 >= all, "{}", ran.out());
}

#[test]
fn what_cannot_be_read_is_refused() {
    Fazhi::new()
        .write("a.yaml", OLD)
        .write("b.yaml", "报告:\n  年龄: 5\n")
        .args(["compare", "a.yaml", "b.yaml"])
        .run()
        .code(2)
        .stdout("")
        .stderr(
            "not done: b.yaml: line 2 has to be mended first: there is no key \"年龄\"; did you mean \"年度\"?; fazhi \
             check shows everything\n",
        );
    Fazhi::new()
        .write("a.yaml", OLD)
        .args(["compare", "a.yaml", "b.yaml"])
        .run()
        .code(2)
        .stderr("not done: there is no file b.yaml; check the name and the folder\n");
}

#[test]
fn the_extension_says_the_format() {
    let file = |name: &str| {
        let ran = both().args(["compare", "a.yaml", "b.yaml", "-o", name]).run().code(0);
        ran.file(name)
    };
    assert!(file("c.md").starts_with("| figure | 2022 | 2023 |"));
    assert!(file("c.json").starts_with("{\n"));
    assert!(file("c.txt").starts_with("figure  2022  2023"));
    for name in ["c.pdf", "c.xlsx", "c.yaml"] {
        let ran = both().args(["compare", "a.yaml", "b.yaml", "-o", name]).run().code(2);
        assert!(ran.err().starts_with("not done: a comparison is not written as ."), "{}", ran.err());
        assert_eq!(ran.files(), ["a.yaml", "b.yaml"]);
    }
}
