//! What the schema of WordprocessingML (ISO/IEC 29500-1) asks for: the order of elements, ids that lead somewhere.
//!
//! The whole schema is asked in `tests/seen/schema.rs`, where the program that knows it is installed; this is asked
//! everywhere.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::parts;
use super::sample::full;

/// The children of an element, in the order of its sequence in the schema; those we use.
const ORDERS: &[(&str, &[&str])] = &[
    (
        "w:pPr",
        &[
            "w:pStyle",
            "w:keepNext",
            "w:keepLines",
            "w:pageBreakBefore",
            "w:widowControl",
            "w:pBdr",
            "w:tabs",
            "w:autoSpaceDE",
            "w:autoSpaceDN",
            "w:snapToGrid",
            "w:spacing",
            "w:ind",
            "w:jc",
            "w:outlineLvl",
            "w:sectPr",
        ],
    ),
    (
        "w:rPr",
        &[
            "w:rStyle",
            "w:rFonts",
            "w:b",
            "w:strike",
            "w:color",
            "w:snapToGrid",
            "w:spacing",
            "w:sz",
            "w:szCs",
            "w:highlight",
            "w:u",
            "w:vertAlign",
            "w:lang",
        ],
    ),
    ("w:tbl", &["w:tblPr", "w:tblGrid", "w:tr"]),
    (
        "w:tblPr",
        &[
            "w:tblStyle",
            "w:tblpPr",
            "w:tblOverlap",
            "w:tblW",
            "w:jc",
            "w:tblInd",
            "w:tblBorders",
            "w:tblLayout",
            "w:tblCellMar",
            "w:tblLook",
        ],
    ),
    ("w:tblBorders", &["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"]),
    ("w:tblCellMar", &["w:top", "w:left", "w:bottom", "w:right"]),
    ("w:tr", &["w:trPr", "w:tc"]),
    ("w:tc", &["w:tcPr", "w:p"]),
    ("w:tcPr", &["w:tcW", "w:vMerge", "w:vAlign"]),
    ("w:sectPr", &["w:footerReference", "w:type", "w:pgSz", "w:pgMar", "w:cols", "w:titlePg", "w:docGrid"]),
    (
        "w:style",
        &[
            "w:name",
            "w:basedOn",
            "w:next",
            "w:uiPriority",
            "w:semiHidden",
            "w:unhideWhenUsed",
            "w:qFormat",
            "w:pPr",
            "w:rPr",
            "w:tblPr",
        ],
    ),
    (
        "w:settings",
        &[
            "w:zoom",
            "w:defaultTabStop",
            "w:evenAndOddHeaders",
            "w:characterSpacingControl",
            "w:footnotePr",
            "w:compat",
            "w:themeFontLang",
            "w:decimalSymbol",
            "w:listSeparator",
        ],
    ),
    ("w:font", &["w:altName", "w:charset", "w:family", "w:pitch"]),
];

/// Checks that children come in the order of [`ORDERS`]; returns how many were looked at.
pub fn check_order(name: &str, xml: &str) -> usize {
    let mut reader = Reader::from_str(xml);
    let mut open: Vec<(String, usize)> = Vec::new();
    let mut looked_at = 0;
    let mut visit = |open: &mut Vec<(String, usize)>, element: &BytesStart| {
        let child = element.name().as_ref().to_owned();
        if let Some((parent, last)) = open.last_mut()
            && let Some((_, order)) = ORDERS.iter().find(|(name, _)| name == parent)
        {
            let at = order.iter().position(|name| *name == child);
            let at = at.unwrap_or_else(|| panic!("{name}: {child} in {parent}"));
            assert!(at >= *last, "{name}: {child} in {parent} stands after {}", order[*last]);
            *last = at;
            looked_at += 1;
        }
        child
    };
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(element) => {
                let child = visit(&mut open, &element);
                open.push((child, 0));
            }
            Event::Empty(element) => {
                visit(&mut open, &element);
            }
            Event::End(_) => {
                open.pop();
            }
            Event::Eof => return looked_at,
            _ => {}
        }
    }
}

/// The values of an attribute of an element.
fn values<'a>(xml: &'a str, element: &str, attribute: &str) -> BTreeSet<&'a str> {
    let attribute = format!(" {attribute}=\"");
    xml.split(&format!("<{element} "))
        .skip(1)
        .filter_map(|rest| {
            let tag = rest.split('>').next()?;
            let at = tag.find(attribute.trim_start())?;
            tag[at + attribute.len() - 1..].split('"').next()
        })
        .collect()
}

#[test]
fn children_come_in_the_order_of_the_schema() {
    let parts = parts(&full());
    let mut looked_at = 0;
    for (name, xml) in &parts {
        looked_at += check_order(name, xml);
    }
    assert!(looked_at > 500, "{looked_at}");
}

/// Checks that the styles a package names are in it.
pub fn check_styles(parts: &BTreeMap<String, String>) {
    let known = values(&parts["word/styles.xml"], "w:style", "w:styleId");
    assert!(known.len() > 30);
    for (name, xml) in parts {
        for element in ["w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next", "w:link"] {
            let used = values(xml, element, "w:val");
            assert!(used.is_subset(&known), "{name}: {:?}", used.difference(&known));
        }
    }
}

#[test]
fn every_style_that_is_used_exists() {
    let parts = parts(&full());
    check_styles(&parts);
    for used in ["Title", "Subtitle", "Heading1", "Heading3", "RunIn2", "Mark", "Imprint", "FootnoteText"] {
        assert!(
            parts.values().any(|xml| xml.contains(&format!("<w:pStyle w:val=\"{used}\"/>"))
                || xml.contains(&format!("<w:rStyle w:val=\"{used}\"/>"))),
            "{used}"
        );
    }
}

#[test]
fn every_part_has_a_type_and_every_relationship_a_target() {
    let parts = parts(&full());
    let types = values(&parts["[Content_Types].xml"], "Override", "PartName");
    for name in parts.keys().filter(|name| !name.ends_with(".rels") && *name != "[Content_Types].xml") {
        assert!(types.contains(format!("/{name}").as_str()), "{name} has no type");
    }
    for part in types {
        assert!(parts.contains_key(&part[1..]), "{part} is not there");
    }
    let relationships = &parts["word/_rels/document.xml.rels"];
    let ids = values(relationships, "Relationship", "Id");
    assert_eq!(ids.len(), relationships.matches("<Relationship ").count());
    for element in ["w:hyperlink", "w:footerReference"] {
        let used = values(&parts["word/document.xml"], element, "r:id");
        assert!(!used.is_empty() && used.is_subset(&ids), "{element}: {used:?}");
    }
    for target in values(relationships, "Relationship", "Target").iter().filter(|target| target.ends_with(".xml")) {
        assert!(parts.contains_key(&format!("word/{target}")), "{target}");
    }
}

#[test]
fn the_measures_of_the_page() {
    let parts = parts(&full());
    let styles = &parts["word/styles.xml"];
    assert!(parts["word/document.xml"].contains(r#"<w:docGrid w:type="linesAndChars" w:linePitch="579""#));
    assert!(styles.contains(r#"<w:spacing w:line="579" w:lineRule="exact"/>"#));
    assert!(!styles.contains("Theme"));
    assert!(parts["word/settings.xml"].contains("<w:evenAndOddHeaders/>"));
    for (footer, side) in [("word/footer1.xml", "right"), ("word/footer2.xml", "left")] {
        assert!(parts[footer].contains(&format!(r#"<w:ind w:{side}Chars="100""#)), "{footer}");
    }
}
