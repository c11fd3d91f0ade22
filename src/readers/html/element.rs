//! What an element says by its name and its attributes.

use scraper::node::Element;

/// Elements whose text is none of the page's.
const SILENT: &[&str] = &[
    "script", "style", "noscript", "template", "select", "option", "textarea", "button", "iframe", "object", "svg",
    "math", "canvas", "audio", "video", "title", "head",
];
/// Elements that stand inside a line.
const INLINE: &[&str] = &[
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "big",
    "cite",
    "code",
    "data",
    "del",
    "dfn",
    "em",
    "font",
    "i",
    "img",
    "ins",
    "kbd",
    "label",
    "mark",
    "o:p",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "script",
    "small",
    "span",
    "st1:chsdate",
    "strike",
    "strong",
    "style",
    "sub",
    "sup",
    "time",
    "tt",
    "u",
    "var",
    "wbr",
];
/// Elements that surround an article.
const SURROUNDING: &[&str] = &["nav", "footer", "aside", "menu", "dialog"];

/// Whether the text of an element is none of the page's.
pub(super) fn is_silent(element: &Element) -> bool {
    SILENT.contains(&element.name())
}

/// Whether an element stands inside a line.
pub(super) fn is_inline(element: &Element) -> bool {
    INLINE.contains(&element.name())
}

/// Whether an element surrounds the article, or is not shown.
pub(super) fn is_surrounding(element: &Element) -> bool {
    let style = || element.attr("style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
    SURROUNDING.contains(&element.name()) || element.attr("hidden").is_some() || style().contains("display:none")
}

/// Whether the style of an element makes its text bold; `None` where it does not say.
pub(super) fn style_is_bold(element: &Element) -> Option<bool> {
    let style = element.attr("style")?.to_ascii_lowercase();
    let weight =
        style.split(';').filter_map(|rule| rule.split_once(':')).find(|(name, _)| name.trim() == "font-weight");
    weight.map(|(_, weight)| {
        matches!(weight.trim().split(' ').next(), Some("bold" | "bolder" | "600" | "700" | "800" | "900"))
    })
}

/// Whether an element centers its text; `None` where it does not say.
pub(super) fn centering(element: &Element) -> Option<bool> {
    let style = element.attr("style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
    let align = element.attr("align").unwrap_or_default().to_ascii_lowercase();
    match () {
        () if element.name() == "center" || align == "center" || style.contains("text-align:center") => Some(true),
        () if !align.is_empty() || style.contains("text-align:") => Some(false),
        () => None,
    }
}

/// Whether an element indents its first line.
pub(super) fn has_indent(element: &Element) -> bool {
    let style = element.attr("style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
    style.split(';').any(|rule| rule.strip_prefix("text-indent:").is_some_and(|indent| !indent.starts_with('0')))
}
