use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{Authority, Context, Rule};
use crate::diagnostic::{Finding, Findings, Severity, Where};
use crate::model::style::{millimetres, points};
use crate::model::{OneOrMany, Style, Text};

/// House style that departs from GB/T 9704—2012; each departure with its clause.
pub const RULE: Rule = Rule {
    code: "FZ501",
    name: "nonstandard-style",
    severity: Severity::Hint,
    authority: Authority::Standard,
    opt_in: false,
    bad: sample!(between: "格式:\n  正文字体: 宋体\n", measure: "开展案卷评查。"),
    good: sample!(between: "格式:\n  正文字体: 仿宋\n", measure: "开展案卷评查。"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let Some(style) = &context.report.style else { return };
    check_fonts(style, findings);
    check_pitch(style, findings);
    check_margins(style, findings);
    if let Some(numbered) = style.page_number.as_ref().filter(|numbered| !numbered.value) {
        findings.push(finding(Where::Value(numbered.place), "unnumbered", "7.5"));
    }
}

fn finding(at: Where, variant: &str, clause: &str) -> Finding {
    RULE.finding(at).saying(variant).with("clause", clause)
}

/// Title, text and headings; digits are set like the text.
fn check_fonts(style: &Style, findings: &mut Findings) {
    let mut compare = |typed: &Text, standard: Face, clause: &str| {
        if !typed.is_unfilled() && !standard.is(typed) {
            let finding = finding(Where::Value(typed.place), "message", clause);
            findings.push(finding.with("font", typed.trim()).with("standard", standard.name));
        }
    };
    style.title_font.iter().for_each(|font| compare(font, TITLE, "7.3.1"));
    style.body_font.iter().for_each(|font| compare(font, TEXT, "5.2.2"));
    style.digit_font.iter().for_each(|font| compare(font, TEXT, "5.2.2"));
    for (level, font) in style.heading_fonts.iter().flat_map(|fonts| fonts.iter()).enumerate() {
        compare(font, [FIRST, SECOND].into_iter().nth(level).unwrap_or(TEXT), "7.3.3");
    }
}

/// A face the standard asks for, and words in the names of fonts that are of it.
#[derive(Clone, Copy)]
struct Face {
    name: &'static str,
    fonts: &'static [&'static str],
}

impl Face {
    fn is(self, font: &str) -> bool {
        let font = font.to_lowercase();
        self.fonts.iter().any(|name| font.contains(name))
    }
}

const TITLE: Face = Face { name: "小标宋", fonts: &["小标宋", "xiaobiaosong", "xbs"] };
const TEXT: Face = Face { name: "仿宋", fonts: &["仿宋", "fangsong"] };
const FIRST: Face = Face { name: "黑体", fonts: &["黑体", "simhei", "heiti"] };
const SECOND: Face = Face { name: "楷体", fonts: &["楷", "kaiti"] };

/// 5.2.3: 22 lines a page.
fn check_pitch(style: &Style, findings: &mut Findings) {
    let Some(pitch) = style.line_pitch.as_ref().filter(|pitch| !pitch.is_unfilled()) else { return };
    let Some(points) = points(pitch) else { return findings.push(unreadable(pitch)) };
    // 225 mm are 637.8 points, and 22 lines of 29 points, as offices set them, a fifth of a point more.
    let lines = (Decimal::new(6382, 1) / points).to_u32().unwrap_or_default();
    if lines != 22 {
        let finding = finding(Where::Value(pitch.place), "pitch", "5.2.3");
        findings.push(finding.with("pitch", pitch.trim()).with("lines", i64::from(lines)));
    }
}

/// 5.2.1: the margins around a text of 156 mm by 225 mm, a millimetre more or less.
const MARGINS: [i64; 4] = [37, 26, 35, 28];

fn check_margins(style: &Style, findings: &mut Findings) {
    let Some(margins) = &style.margins else { return };
    if margins.len() != MARGINS.len() {
        return findings.extend(margins.first().map(unreadable_margins(margins)));
    }
    for (typed, standard) in margins.iter().zip(MARGINS).filter(|(typed, _)| !typed.is_unfilled()) {
        match millimetres(typed) {
            None => findings.push(unreadable(typed)),
            Some(margin) if (margin - Decimal::from(standard)).abs() > Decimal::ONE => {
                let finding = finding(Where::Value(typed.place), "margin", "5.2.1");
                findings.push(finding.with("margin", typed.trim()).with("standard", standard));
            }
            Some(_) => {}
        }
    }
}

fn unreadable_margins(margins: &OneOrMany) -> impl Fn(&Text) -> Finding {
    let count = margins.len();
    move |first| {
        let finding = finding(Where::Value(first.place), "margins", "5.2.1");
        finding.graded(Severity::Warning).with("count", count)
    }
}

/// A length that is none: the page is set as the standard has it.
fn unreadable(typed: &Text) -> Finding {
    let finding = finding(Where::Value(typed.place), "unreadable", "5.2");
    finding.graded(Severity::Warning).with("value", typed.trim())
}
