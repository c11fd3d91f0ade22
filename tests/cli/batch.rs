//! Many reports at once: folders, patterns, names of outputs, and what one bad file changes.

use super::check::GOOD;
use crate::harness::{Fazhi, Ran};

/// Two counties, a file that is no report, and what is none in the folders beside.
fn folder() -> Fazhi {
    Fazhi::new()
        .write("报告/b.yaml", GOOD)
        .write("报告/a.yml", GOOD.replace("郏县", "叶县"))
        .write("报告/市直/c.yaml", GOOD.replace("郏县", "鲁山县"))
        .write("报告/outlines/x.txt", "")
        .write("报告/templates/x.yaml", "非报告: 1")
        .write("报告/.backup/d.yaml", GOOD)
        .write("报告/notes.txt", "")
}

fn outputs(ran: &Ran) -> Vec<String> {
    ran.files().into_iter().filter_map(|name| name.strip_prefix("out/").map(str::to_owned)).collect()
}

#[test]
fn a_folder_stands_for_the_reports_in_it() {
    let ran = folder().args(["render", "报告", "--to", "txt"]).run().code(0).stdout("");
    assert_eq!(outputs(&ran), ["a.txt", "b.txt", "c.txt"]);
    let said: Vec<String> = ran.err().lines().map(|line| line.replace('\\', "/")).collect();
    let expected = ["written out/a.txt", "written out/b.txt", "written out/c.txt", "reports rendered: 3"];
    assert_eq!(
        said.iter().filter(|line| !line.contains("hints")).collect::<Vec<_>>(),
        expected.iter().collect::<Vec<_>>()
    );
    let ran = ran.again().args(["check", "报告", "--fail-on", "error"]).run().code(0);
    assert!(!ran.out().contains("templates") && !ran.out().contains("backup"), "{}", ran.out());
}

#[test]
fn of_many_reports_hints_are_left_to_check() {
    // 截止 for 截至 is a hint, no date a doubt.
    let hinted = GOOD.replace("公布权责清单。", "截止目前，公布权责清单。");
    let few = Fazhi::new().write("报告/a.yaml", hinted.as_str()).args(["render", "报告", "--to", "txt"]).run().code(0);
    assert!(few.err().contains("hints"), "{}", few.err());
    let doubtful = hinted.replace("郏县", "鲁山县").replace("成文日期: ", "# 成文日期: ");
    let many = (0..100).fold(Fazhi::new(), |folder, at| folder.write(&format!("报告/{at:03}.yaml"), hinted.as_str()));
    let ran = many.write("报告/doubtful.yaml", doubtful).args(["render", "报告", "--to", "txt"]).run().code(0);
    assert!(ran.err().contains("warning[FZ304 missing-date]"), "{}", ran.err());
    assert!(ran.err().ends_with("reports rendered: 101\n") && !ran.err().contains("hint"), "{}", ran.err());
}

#[test]
fn a_pattern_is_expanded_where_the_shell_does_not() {
    let ran = folder().args(["render", "报告/*.y*ml", "报告/b.yaml", "--to", "txt"]).run().code(0);
    assert_eq!(outputs(&ran), ["a.txt", "b.txt"], "each file once");
    let ran = ran.again().args(["check", "没有/*.yaml"]).run().code(2);
    assert_eq!(ran.err(), "not done: no file matches 没有/*.yaml; check the pattern and the folder\n");
    let ran = ran.again().args(["check", "a[.yaml"]).run().code(2);
    assert!(ran.err().starts_with("not done: the pattern a[.yaml cannot be read from character"), "{}", ran.err());
}

#[test]
fn a_folder_without_reports_is_told() {
    let ran = Fazhi::new().write("空/a.txt", "").args(["render", "空"]).run().code(2);
    assert_eq!(ran.err(), "not done: there is no report file (*.yaml) in 空; outlines and templates are none\n");
}

#[test]
fn one_bad_file_is_told_and_the_others_are_rendered() {
    let ran = folder()
        .write("报告/aa.yaml", "报告: [")
        .write("报告/ab.yaml", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n")
        .args(["render", "报告", "--to", "txt"])
        .run()
        .code(2);
    assert_eq!(outputs(&ran), ["a.txt", "b.txt", "c.txt"]);
    let err = ran.err().replace('\\', "/");
    let places = ["written out/a.txt", "报告/aa.yaml", "报告/ab.yaml", "written out/b.txt"].map(|text| err.find(text));
    assert!(places.is_sorted() && places[0].is_some(), "in the order of the files:\n{err}");
    assert!(err.ends_with("reports rendered: 3; left out, see above: 2\n"), "{err}");
    let draft = GOOD.replace("83件", "待填");
    let ran = ran.again().write("稿/a.yaml", draft).write("稿/b.yaml", GOOD).args(["render", "稿", "--final"]).run();
    let ran = ran.code(1);
    assert!(ran.files().iter().any(|name| name == "out/b.md") && !ran.files().iter().any(|name| name == "out/a.md"));
}

#[test]
fn outputs_are_named_by_a_pattern() {
    let names = |pattern: &str| {
        let ran = folder().args(["render", "报告", "--to", "txt", "--name", pattern]).run().code(0);
        outputs(&ran)
    };
    assert_eq!(names("{year}-{place}"), ["2021-叶县.txt", "2021-郏县.txt", "2021-鲁山县.txt"]);
    assert_eq!(names("{stem}稿"), ["a稿.txt", "b稿.txt", "c稿.txt"]);
    assert_eq!(names("{title}")[0], "叶县人民政府关于2021年法治政府建设情况的报告.txt");
}

#[test]
fn an_edition_may_stand_in_the_name() {
    let report = GOOD.replace(
        "  成文日期: 2022-01-10\n",
        "  成文日期: 2022-01-10\n  版本:\n    - {代号: 公开版}\n    - {代号: 报上级, 主送: 市人民政府}\n",
    );
    let names = |pattern: &str, edition: &str| {
        let arguments = ["render", "a.yaml", "--to", "txt", "--name", pattern, "--edition", edition];
        let ran = Fazhi::new().write("a.yaml", &report).args(arguments).run().code(0);
        outputs(&ran)
    };
    // As the report names it, however it was asked for.
    assert_eq!(names("{place}-{edition}", "upper"), ["郏县-报上级.txt"]);
    assert_eq!(names("{place}-{edition}", "public"), ["郏县-公开版.txt"]);
    assert_eq!(names("{place}", "报上级"), ["郏县.报上级.txt"]);
}

#[test]
fn a_name_that_names_nothing_is_refused() {
    for bad in ["报告", "{stem", "{author}", "../{stem}", "a/{stem}", "a\\{stem}", "{stem}}", ""] {
        let ran = Fazhi::new().write("a.yaml", GOOD).args(["render", "a.yaml", "--name", bad]).run().code(2);
        assert_eq!(ran.files(), ["a.yaml"], "{bad}");
        assert!(ran.err().contains("{stem}, {place}, {year}, {edition}, {title}"), "{bad}: {}", ran.err());
    }
}

#[test]
fn two_reports_of_one_name_are_refused_before_anything_is_written() {
    for pattern in ["{place}", "title", "{year}"] {
        let ran = Fazhi::new()
            .write("a.yaml", GOOD)
            .write("b.yaml", GOOD)
            .args(["render", ".", "--name", pattern])
            .run()
            .code(2);
        assert_eq!(ran.files(), ["a.yaml", "b.yaml"], "{pattern}");
        assert!(ran.err().contains("would be written to one name"), "{}", ran.err());
    }
}

#[test]
fn names_never_leave_the_folder_of_outputs() {
    let report = |place: &str| GOOD.replace("  地区: 郏县\n", &format!("  地区: '{place}'\n"));
    for place in ["../../外", "/etc/外", "..\\外", "..", "C:外", ".外"] {
        let text = report(place);
        assert_ne!(text, GOOD, "the sample names its place");
        let ran =
            Fazhi::new().write("in/a.yaml", text).args(["render", "in", "--to", "txt", "--name", "{place}"]).run();
        let files = ran.code(0).files();
        assert!(files.len() == 2 && files.iter().any(|name| name.starts_with("out/")), "{place}: {files:?}");
    }
    let device =
        Fazhi::new().write("a.yaml", report("con")).args(["render", "a.yaml", "--to", "txt", "--name", "{place}"]);
    assert_eq!(outputs(&device.run().code(0)), ["_con.txt"]);
}

#[test]
fn of_very_many_files_only_the_number_is_told() {
    let fazhi = (0..120).fold(Fazhi::new(), |fazhi, index| fazhi.write(&format!("in/{index}.yaml"), GOOD));
    let ran = fazhi.args(["render", "in", "--to", "txt"]).run().code(0);
    assert!(ran.err().ends_with("reports rendered: 120\n") && !ran.err().contains("written"), "{}", ran.err());
}
