//! The web page.

use scraper::{Html, Selector};

use super::{sample, text};

/// The text of the page's article, a line a block.
pub fn shown(page: &str) -> String {
    let page = Html::parse_document(page);
    let blocks = Selector::parse("h1, h2, h3, h4, h5, h6, article p, li, th, td").expect("a selector");
    page.select(&blocks).map(|block| block.text().collect::<String>() + "\n").collect()
}

#[test]
fn a_page_has_one_h1_landmarks_and_unique_ids() {
    let source = text("html", &sample::report());
    let page = Html::parse_document(&source);
    let count = |selector: &str| page.select(&Selector::parse(selector).expect("a selector")).count();
    assert_eq!(count("html[lang=zh-CN]"), 1);
    for one in ["h1", "main", "article", "title", "a.skip[href='#page-text']", "h2#s-1-主要举措和成效", "body > footer"]
    {
        assert_eq!(count(one), 1, "{one}");
    }
    for none in ["script", "link", "img", "iframe", "nav", "[onclick]"] {
        assert_eq!(count(none), 0, "{none}");
    }
    assert_eq!(count("table caption"), 1);
    assert_eq!(count("th[scope=col]"), 2);
    assert_eq!(count("mark"), 1);
    assert_eq!(count("meta[name=ArticleTitle][content='报告<一>']"), 1);
    let ids: Vec<_> = page.tree.nodes().filter_map(|node| node.value().as_element()?.id()).collect();
    let unique: std::collections::BTreeSet<_> = ids.iter().collect();
    assert_eq!(ids.len(), unique.len(), "{ids:?}");
    for link in page.select(&Selector::parse("a[href^='#']").expect("a selector")) {
        let target = link.attr("href").expect("selected by it").trim_start_matches('#');
        assert!(ids.contains(&target), "#{target} leads nowhere");
    }
}

#[test]
fn a_page_asks_nothing_of_the_net() {
    let source = text("html", &sample::report());
    assert!(!source.contains("url("));
    assert!(!source.contains("@import"));
    assert!(!source.contains(" src="));
}

#[test]
fn a_note_referred_to_twice_has_one_id() {
    let mut document = sample::report();
    let again = vec![sample::run("又见"), fazhi::document::Inline::Note { index: 0 }];
    document.body.push(sample::paragraph(again));
    let source = text("html", &document);
    assert_eq!(source.matches(" id=\"note-1-mark\"").count(), 1);
    assert_eq!(source.matches("href=\"#note-1\"").count(), 2);
}

#[test]
fn a_long_report_has_a_table_of_contents() {
    let mut document = sample::report();
    assert!(!text("html", &document).contains("<nav"));
    document.body.push(sample::paragraph(vec![sample::run(&"法".repeat(8_000))]));
    let page = Html::parse_document(&text("html", &document));
    let entries: Vec<String> =
        page.select(&Selector::parse("nav a").expect("a selector")).map(|entry| entry.text().collect()).collect();
    assert_eq!(entries, ["一、主要举措和成效", "（一）贯彻《行政复议法》"]);
}
