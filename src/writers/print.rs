//! House style on the printed web page: what its styles say beside `page.css`; on screen the page looks the same.

use std::fmt::Write;

use super::printable;
use crate::document::Style;
use crate::document::style::Margins;

/// The styles of a house; empty where it prints by the standard.
pub fn styles(house: &Style) -> String {
    let mut css = String::new();
    let mut add = |rule: String| css.push_str(&format!("{rule}\n"));
    if let Some(Margins { top, right, bottom, left }) = house.margins {
        let sides = [top, right, bottom, left].map(points).join(" ");
        add(format!("@page {{ margin: {sides}; }}"));
    }
    if house.unnumbered {
        add("@page :right { @bottom-right { content: none; } }\n@page :left { @bottom-left { content: none; } }".into());
    }
    let digits = house.digit_font.as_deref().map(clean).filter(|font| !font.is_empty());
    if let Some(font) = &digits {
        // A face of the reader's system, asked for by name, for the characters before U+007F only.
        let source = format!("local(\"{font}\")");
        add(format!("@font-face {{ font-family: house-digits; src: {source}; unicode-range: U+21-7E; }}"));
    }
    let mut printed = String::new();
    let heading = |level: usize| house.heading_fonts.get(level).map(String::as_str);
    for (elements, font, standard) in [
        ("body", house.body_font.as_deref(), "--fang"),
        ("h1, .annex h2, .charts h2", house.title_font.as_deref(), "--song"),
        ("article > h2, .run-in.level-1", heading(0), "--hei"),
        ("h3, .run-in.level-2", heading(1), "--kai"),
        ("h4, h5, h6", heading(2).or(house.body_font.as_deref()), "--fang"),
    ] {
        let font = font.map(clean).filter(|font| !font.is_empty());
        if font.is_some() || digits.is_some() {
            let first = digits.as_ref().map_or("", |_| "house-digits, ");
            let own = font.map_or_else(String::new, |font| format!("\"{font}\", "));
            writeln!(printed, "  {elements} {{ font-family: {first}{own}var({standard}); }}")
                .expect("a text takes all");
        }
    }
    if let Some(pitch) = house.line_pitch {
        let pitch = points(pitch);
        writeln!(printed, "  body, article > h2, h3, h4, h5, h6 {{ line-height: {pitch}; }}")
            .expect("a text takes all");
    }
    if !printed.is_empty() {
        add(format!("@media print {{\n{printed}}}"));
    }
    css
}

/// Twentieths of a point.
fn points(twips: u32) -> String {
    format!("{}.{:02}pt", twips / 20, twips % 20 * 5)
}

/// A name as a text of CSS may hold it.
fn clean(font: &str) -> String {
    let kept = font.chars().filter_map(printable).filter(|c| !matches!(c, '<' | '>' | '&' | '"' | '\'' | '\\'));
    kept.collect()
}
