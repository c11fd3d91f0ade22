//! House style: what the report asks for, as far as it can be read.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::Composer;
use crate::document::style::{Margins, Style};
use crate::document::{Block, Inline, Role};
use crate::model::Text;
use crate::model::style::{millimetres, points};

impl Composer<'_> {
    /// How the page differs from the standard; what cannot be read is left to the rules.
    pub(super) fn style(&self) -> Style {
        let Some(typed) = &self.report.style else { return Style::default() };
        let margins = typed.margins.as_ref().map(|margins| margins.iter().map(|text| twips(text)).collect::<Vec<_>>());
        Style {
            title_font: font(&typed.title_font),
            body_font: font(&typed.body_font),
            heading_fonts: typed.heading_fonts.iter().flat_map(|fonts| fonts.iter()).map(named).collect(),
            digit_font: font(&typed.digit_font),
            line_pitch: typed.line_pitch.as_ref().and_then(|pitch| in_twips(points(pitch)?)),
            margins: match margins.as_deref() {
                Some(&[Some(top), Some(right), Some(bottom), Some(left)]) => Some(Margins { top, right, bottom, left }),
                _ => None,
            },
            unnumbered: typed.page_number.as_ref().is_some_and(|numbered| !numbered.value),
            landscape: false,
        }
    }

    /// Whether the report asks for 段首加粗.
    fn bolds_leads(&self) -> bool {
        let lead_bold = self.report.style.as_ref().and_then(|style| style.lead_bold.as_ref());
        lead_bold.is_some_and(|lead_bold| lead_bold.value)
    }

    /// Sets the first sentence of a paragraph bold where others follow it, if the report asks for it.
    pub(super) fn bold_leads(&self, body: &mut [Block]) {
        if !self.bolds_leads() {
            return;
        }
        for block in body {
            if let Block::Paragraph(paragraph) = block
                && matches!(paragraph.role, Role::Text | Role::Measure)
                && paragraph.heading.is_none()
                && let Some((lead, rest)) = split_lead(&paragraph.content)
            {
                paragraph.content = vec![Inline::Strong { content: lead }];
                paragraph.content.extend(rest);
            }
        }
    }
}

/// The first sentence and what follows it; none where it is all, or markup stands before its end.
fn split_lead(content: &[Inline]) -> Option<(Vec<Inline>, Vec<Inline>)> {
    for (index, inline) in content.iter().enumerate() {
        let Inline::Text(run) = inline else { return None };
        let Some(stop) = run.text.find('。') else { continue };
        let follows = run.text[stop..].trim_start_matches(['。', '”', '’', '）', '》']);
        let at = run.text.len() - follows.len();
        let (before, after) = run.split_at(at);
        let lead = content[..index].iter().cloned().chain([Inline::Text(before)]).collect();
        let after = Some(after).filter(|after| !after.text.is_empty()).map(Inline::Text);
        let rest: Vec<Inline> = after.into_iter().chain(content[index + 1..].iter().cloned()).collect();
        let is_text = |inline: &Inline| !matches!(inline, Inline::Note { .. } | Inline::Break);
        return rest.iter().any(is_text).then_some((lead, rest));
    }
    None
}

fn font(typed: &Option<Text>) -> Option<String> {
    typed.as_ref().map(named).filter(|name| !name.is_empty())
}

/// The name of a font; empty where nobody has filled it.
fn named(typed: &Text) -> String {
    if typed.is_unfilled() { String::new() } else { typed.trim().to_owned() }
}

/// A margin in twentieths of a point.
fn twips(typed: &str) -> Option<u32> {
    // An inch is 25.4 mm and 72 points.
    in_twips(millimetres(typed)? * Decimal::new(720, 0) / Decimal::new(254, 0))
}

fn in_twips(points: Decimal) -> Option<u32> {
    (points * Decimal::from(20)).round().to_u32()
}
