//! The numbers of headings, at the mark as it stands in the source.

use fazhi::message::Lang;
use fazhi::project::{Project, Surroundings};
use fazhi::published;
use fazhi::rules::Selection;

/// What is said of the numbers of a text: the words marked and the sentence.
fn told(name: &str, text: &str) -> Vec<String> {
    let read = published::read(name, text.as_bytes()).expect("it is a report");
    let project = Project::of_published(read, &Surroundings::default()).expect("the outlines are ours");
    let only = Selection { select: vec!["number-out-of-order".to_owned()], ..Selection::default() };
    let findings = project.check(&only, None);
    let say = |finding: &fazhi::diagnostic::Finding| {
        let span = finding.at.span(&project.reading.places);
        let line = project.source.position(span.start).line;
        format!("{line} {} {}", project.source.slice(span), finding.message.text(Lang::Zh))
    };
    findings.iter().map(say).collect()
}

/// A report with the numbers of its headings filled in.
fn report(numbers: [&str; 7]) -> String {
    let text = "\
云溪县人民政府关于2023年法治政府建设情况的报告
2023年，云溪县深入推进法治政府建设，各项工作取得新进展。现将有关情况报告如下：
#主要举措和成效
#加强组织领导
县委常委会听取法治政府建设情况汇报，督促各部门依法办事，逐一研究重点任务。
#规范行政执法
开展案卷评查，逐一通报评查结果，督促限期改正，完善执法程序。
#推进依法决策
严格执行重大行政决策程序，决策事项目录向社会公布，未经审查的不上会。
#第一责任人履职情况
县长带头学法、述法，专题研究法治政府建设，部署年度任务。
#存在的不足和原因
审核力量不足，主要原因是编制紧张，专业人员少。
#2024年工作安排
2024年充实审核力量，健全审核机制。
云溪县人民政府
2024年1月15日
";
    numbers.iter().fold(text.to_owned(), |text, number| text.replacen('#', number, 1))
}

#[test]
fn numbers_that_count_on_are_right() {
    for numbers in [
        ["一、", "（一）", "（二）", "（三）", "二、", "三、", "四、"],
        ["一、", "(一)", "(二)", "(三)", "二、", "三、", "四、"],
        ["一、", "1.", "2.", "3.", "二、", "三、", "四、"],
        ["", "", "", "", "", "", ""],
    ] {
        assert_eq!(told("a.txt", &report(numbers)), Vec::<String>::new(), "{numbers:?}");
    }
}

#[test]
fn a_number_twice_or_left_out_is_told_at_its_mark() {
    let numbers = ["一、", "（一）", "（一）", "（二）", "三、", "四、", "五、"];
    let expected = ["6 （一） 序号“（一）”与前一个重复", "10 三、 序号“三、”之前缺“二、”"];
    assert_eq!(told("a.txt", &report(numbers)), expected);
    let numbers = ["一、", "1.", "3.", "3.", "二、", "二、", "三、"];
    let expected = ["6 3. 序号“3.”之前缺“2.”", "12 二、 序号“二、”与前一个重复"];
    assert_eq!(told("a.txt", &report(numbers)), expected);
}

#[test]
fn tags_may_stand_between_mark_and_heading() {
    let numbers = ["一、", "（一）", "（三）", "（四）", "二、", "三、", "四、"].map(|mark| match mark {
        "（三）" => "<strong> （三）</strong>&nbsp;<b>",
        mark => mark,
    });
    let page: String = report(numbers).lines().map(|line| format!("<p>{line}</p>\n")).collect();
    assert_eq!(told("a.html", &page), ["6 （三） 序号“（三）”之前缺“（二）”"]);
}

#[test]
fn a_number_in_the_text_between_is_none_that_is_missing() {
    let text = report(["一、", "（一）", "（三）", "（四）", "二、", "三、", "四、"]);
    let text = text.replace("逐一研究重点任务。", "逐一研究重点任务。（二）健全机制，落实责任。");
    assert_eq!(told("a.txt", &text), Vec::<String>::new());
}
