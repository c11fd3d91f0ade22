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
    document.body.push(sample::paragraph(vec![sample::run(&"法".repeat(6_000))]));
    let page = Html::parse_document(&text("html", &document));
    let entries: Vec<String> =
        page.select(&Selector::parse("nav a").expect("a selector")).map(|entry| entry.text().collect()).collect();
    assert_eq!(entries, ["一、主要举措和成效", "（一）贯彻《行政复议法》"]);
}

#[test]
fn a_fragment_is_the_text_alone_with_styles_of_its_own() {
    let options = fazhi::writers::Options { fragment: true, ..Default::default() };
    let source = super::text_with("html", &sample::report(), &options);
    for none in ["<h1", "<nav", "<html", "<head", "<style", "<script", " class=", "索引号", "关于2021年度"] {
        assert!(!source.contains(none), "{none} in\n{source}");
    }
    for one in ["市人民政府：", "<h2 style=", "2022年1月10日", "id=\"note-1\"", "border:1px solid"] {
        assert!(source.contains(one), "{one} not in\n{source}");
    }
}

#[test]
fn a_page_is_dark_only_when_asked() {
    let dark = fazhi::writers::Options { dark: true, ..Default::default() };
    assert!(text("html", &sample::report()).contains("<html lang=\"zh-CN\">"));
    assert!(super::text_with("html", &sample::report(), &dark).contains("<html lang=\"zh-CN\" class=\"dark\">"));
}

/// The relative luminance of `#rrggbb` by WCAG 2.
fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).expect("two hexadecimal digits")) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

#[test]
fn every_colour_of_text_stands_out_from_what_it_stands_on() {
    let styles = include_str!("../../templates/page.css");
    let palettes: Vec<&str> =
        styles.split('}').filter(|rule| rule.contains("--paper: #") && rule.contains("--desk")).collect();
    assert_eq!(palettes.len(), 2, "light and dark");
    for palette in palettes {
        let colour = |name: &str| {
            let at = palette.find(&format!("--{name}: #")).expect(name) + name.len() + 4;
            luminance(&palette[at..at + 7])
        };
        for text in ["ink", "soft", "red", "link"] {
            for ground in ["paper", "desk", "table"] {
                let (a, b) = (colour(text), colour(ground));
                let contrast = (a.max(b) + 0.05) / (a.min(b) + 0.05);
                assert!(contrast >= 4.5, "{text} on {ground}: {contrast:.2}");
            }
        }
        let contrast = (colour("ink").max(colour("mark")) + 0.05) / (colour("ink").min(colour("mark")) + 0.05);
        assert!(contrast >= 4.5, "a mark: {contrast:.2}");
    }
}

#[test]
fn a_letterhead_shows_the_red_head_and_the_imprint() {
    let mut document = sample::report();
    document.letterhead = Some(fazhi::document::Letterhead {
        mark: vec!["某县人民政府".into()],
        suffix: "文件".into(),
        urgency: "特急".into(),
        signers: vec!["张三".into(), "李四".into()],
        cosigners: vec!["王五".into()],
        copies: vec!["县法院".into(), "县检察院".into()],
        printer: "某县人民政府办公室".into(),
        printed: "2022年1月11日".into(),
        ..Default::default()
    });
    let page = Html::parse_document(&text("html", &document));
    let shown = |selector: &str| -> Vec<String> {
        let selector = Selector::parse(selector).expect("a selector");
        page.select(&selector).map(|found| found.text().collect::<String>()).collect()
    };
    assert_eq!(shown(".mark"), ["某县人民政府文件"]);
    assert_eq!(shown(".joint"), [""; 0]);
    assert_eq!(shown(".marks span"), ["特急"]);
    assert_eq!(shown("article .number"), ["某政〔2022〕1号签发人：张三　李四　会签人：王五"]);
    assert_eq!(shown(".imprint p"), ["抄送：县法院，县检察院。", "某县人民政府办公室2022年1月11日印发"]);
}

#[test]
fn a_seal_lies_on_the_organs_name() {
    let mut document = sample::report();
    assert!(text("html", &document).contains("<div class=\"signature\">\n<div class=\"organs\">"));
    document.letterhead = Some(fazhi::document::Letterhead { seal: true, ..Default::default() });
    assert!(text("html", &document).contains("<div class=\"signature sealed\">"));
}

#[test]
fn joint_organs_stand_under_one_another_beside_the_suffix() {
    let mut document = sample::report();
    document.letterhead = Some(fazhi::document::Letterhead {
        mark: vec!["中共某县委员会".into(), "某县人民政府".into()],
        suffix: "文件".into(),
        ..Default::default()
    });
    let page = text("html", &document);
    let joint = "<p class=\"mark joint\"><span>中共某县委员会</span><span>某县人民政府</span><span class=\"suffix\">文件</span></p>";
    assert!(page.contains(joint), "{page}");
}
