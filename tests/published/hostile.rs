//! Whatever the bytes are, reading them ends, and every place is one of the source.

use std::time::{Duration, Instant};

use fazhi::project::{Project, Surroundings};
use fazhi::published;
use fazhi::rules::Selection;
use proptest::prelude::*;

/// Reads and checks; says whether the bytes were a report.
fn check(name: &str, bytes: &[u8]) -> bool {
    let Ok(published) = published::read(name, bytes) else { return false };
    let project = Project::of_published(published, &Surroundings::default()).expect("the outlines are ours");
    for finding in project.check(&Selection::default(), None) {
        let all = finding.related.iter().map(|(at, _)| at).chain([&finding.at]);
        for span in all.map(|at| at.span(&project.reading.places)) {
            assert!(project.source.text().get(span.range()).is_some(), "{} at {span:?}", finding.name);
        }
    }
    for text in project.reading.report.body() {
        for (at, c) in text.value.char_indices() {
            let span = project.reading.places.range(text.place, at..at + c.len_utf8());
            assert!(project.source.text().get(span.range()).is_some(), "{c:?} at {span:?}");
        }
    }
    true
}

/// Lines of a report, mixed with what breaks readers.
fn lines() -> impl Strategy<Value = String> {
    let line = prop::sample::select(vec![
        "甲县人民政府关于2021年法治政府建设情况的报告",
        "甲县推进法治政府建设，依法行政，完善法治建设各项制度，督促各部门依法办事，取得新成效。",
        "一、主要举措和成效",
        "（一）加强领导。县长带头学法，",
        "一是办结37件；二是办结××件。",
        "存在不足，下一步改进。",
        "| 甲 | 乙 |",
        "| --- | --- |",
        "- 项目一",
        "1. 项目**二**[链接](http://a.cn)",
        "<p>段&nbsp;落&ldquo;引&rdquo;<b>粗</b></p>",
        "<table><tr><td>甲<td>乙<tr><td>1<td>2</table>",
        "<script>if (a < b) '</p>'",
        "</script><!-- 注",
        "-->",
        "&&lt;&bogus;&#x1F600;&#0;",
        "[^1]: 注\u{3000}解",
        "甲[^1]\u{200b}乙",
        "${数} $${ ￥{甲}",
        "\t\u{a0} \r",
        "",
        "2022年1月10日",
    ]);
    prop::collection::vec(line, 0..40).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #[test]
    fn any_lines_are_read(text in lines(), name in prop::sample::select(vec!["a.txt", "a.md", "a.html"])) {
        check(name, text.as_bytes());
        let page = format!("<html><body><div>{text}</div></body></html>");
        check("a.html", page.as_bytes());
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check("a.txt", &bytes);
        check("-", &[b"<html><p>".as_slice(), &bytes].concat());
    }
}

#[test]
fn long_texts_take_bounded_time() {
    let title = "甲县人民政府关于2021年法治政府建设情况的报告\n";
    let lines = "　　甲县推进法治政府建设，依法行政，完善法治建设各项制度，取得新成效。\n".repeat(3_000);
    let short = "办结\n".repeat(20_000);
    let row = "<p>甲县推进<b>法治</b>政府建设&hellip;依法行政，完善各项制度。</p>".repeat(3_000);
    let page = format!("<html><h1>{title}</h1>{row}</html>");
    let unclosed = format!("<html><h1>{title}</h1>{row}{}", "<p title=\"".repeat(20_000));
    let numbers = format!("全年办理{}。", "其中行政许可36件，".repeat(20_000));
    let texts = [
        ("a.txt", format!("{title}{lines}{numbers}")),
        ("a.txt", format!("{title}{lines}")),
        ("a.txt", format!("{title}{lines}{short}")),
        ("a.html", page),
        ("a.html", unclosed),
    ];
    for (name, text) in texts {
        let start = Instant::now();
        check(name, text.as_bytes());
        let took = start.elapsed();
        assert!(took < Duration::from_secs(20), "{name} of {} bytes took {took:?}", text.len());
    }
}
