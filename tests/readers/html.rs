use std::time::{Duration, Instant};

use fazhi::message::Lang;
use fazhi::readers;

use super::lines;

fn read(page: &str) -> Vec<String> {
    lines(&readers::read("a.html", page.as_bytes()).expect("a page is read"))
}

#[test]
fn the_article_is_told_from_what_surrounds_it() {
    let page = "<html><head><title>报告_网站</title><style>p{}</style></head><body>
        <ul><li><a href='/'>首页</a></li></ul>
        <div><h1>报告</h1><p>　　一年来，县政府坚持依法行政，健全机制，\n        压实责任。</p>
        <p><b>一、</b>主要<span>举措</span><br>&emsp;&emsp;全年审查决策事项12件，提出意见30条。</p>
        <p style='display:none'>看不见的话，不算正文。</p><script>var a = '话，';</script></div>
        <div class=footer>版权所有</div></body></html>";
    let expected = [
        "(outside) - 首页",
        "# 报告",
        "一年来，县政府坚持依法行政，健全机制，压实责任。",
        "一、主要举措",
        "全年审查决策事项12件，提出意见30条。",
        "(outside) 看不见的话，不算正文。",
        "(outside) 版权所有",
    ];
    assert_eq!(read(page), expected);
}

#[test]
fn tables_hold_data_or_lay_the_page_out() {
    let data = "<div><p>一年来，县政府坚持依法行政，健全机制。</p><table><caption>表1</caption>
        <tr><th rowspan=2>类别</th><th>件数</th></tr><tr><td>35</td></tr><tr><td colspan=2>合计，35</td></tr></table></div>";
    assert_eq!(read(data), ["一年来，县政府坚持依法行政，健全机制。", "类别|件数/|35/合计，35|"]);
    let long = "一年来，县政府坚持依法行政，健全机制。".repeat(20);
    let layout =
        format!("<html><table><tr><td>左</td><td>右</td></tr><tr><td><p>{long}</p></td><td>边</td></tr></table>");
    assert_eq!(read(&layout), ["(outside) 左".to_owned(), "(outside) 右".to_owned(), long, "(outside) 边".to_owned()]);
}

#[test]
fn numbers_of_lists_are_part_of_the_text() {
    let page = "<html><div><ol start=3><li>加强领导，压实责任。</li><li>健全机制，规范程序。</li></ol>
        <ul><li>另有一处要点，也要说明。</li></ul></div>";
    assert_eq!(read(page), ["3. 加强领导，压实责任。", "4. 健全机制，规范程序。", "- 另有一处要点，也要说明。"]);
}

#[test]
fn a_script_ends_no_line() {
    let page = "<html><div><p>浏览量：<script>document.write(1)</script>123次</p></div></html>";
    assert_eq!(read(page), ["浏览量：123次"]);
}

#[test]
fn hostile_pages_take_bounded_time() {
    let start = Instant::now();
    for tag in ["<div>", "<b>", "<font color=1>", "<table><tr><td>", "<ul><li>"] {
        let deep = format!("<html>{}", tag.repeat(200_000));
        let message = readers::read("a.html", deep.as_bytes()).map(drop).expect_err("it is too deep").text(Lang::En);
        assert!(message.starts_with("the page is nested deeper"), "{message}");
    }
    // A script may say what looks like a tag, and a value may hold what looks like many attributes.
    let crowded = format!("<html><p{}>话</p></html>", " a=b".repeat(100_000));
    let message = readers::read("a.html", crowded.as_bytes()).map(drop).expect_err("it is crowded").text(Lang::En);
    assert!(message.starts_with("the page is nested deeper"), "{message}");
    let script = format!("<html><script>if (i<n) {{ a = [{}] }}</script><p>话</p></html>", "1, ".repeat(100_000));
    assert!(readers::read("a.html", script.as_bytes()).is_ok());
    let value = format!("<html><p title=\"{}\" style='{}'>话</p></html>", "a b ".repeat(100_000), "c d ".repeat(9_000));
    assert!(readers::read("a.html", value.as_bytes()).is_ok());
    for flat in [
        "<p>一、话，</p>",
        "<br>",
        "<td>",
        "<table><tr><td rowspan=60000 colspan=1000>话</td></tr></table>",
        "&nbsp;",
        "</div>",
    ] {
        let page = format!("<html><div>{}</div>", flat.repeat(20_000));
        assert!(readers::read("a.html", page.as_bytes()).is_ok(), "{flat}");
    }
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
}
