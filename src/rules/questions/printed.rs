//! The figures that editions print, each where its placeholder stands.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::compose::Composed;
use crate::diagnostic::{Finding, Where};
use crate::document::{Inline, Origin, PlainText};
use crate::figures::Resolved;
use crate::place::Place;
use crate::rules::Context;

/// Tells of every figure that an edition prints: the edition, the text and the placeholder in it, the figure.
pub fn figures<'a>(context: &Context<'a>, each: &mut dyn FnMut(&'a Composed, Place, Range<usize>, &'a Resolved)) {
    let texts = context.report.body().into_iter().chain(context.report.frame());
    let texts: BTreeMap<Place, &str> = texts.map(|text| (text.place, text.value.as_str())).collect();
    for composed in context.editions {
        composed.document.visit(&mut |inline| {
            let Some((place, range)) = placeholder(inline) else { return };
            let typed = texts.get(&place).and_then(|text| text.get(range.clone()));
            if let Some(figure) = typed.and_then(|typed| context.table.get(named(typed))) {
                each(composed, place, range, figure);
            }
        });
    }
}

/// Whether a rule on the data has already told of the figure that is printed at a place of a text.
pub fn is_told(context: &Context, printed: &Where, findings: &[Finding]) -> bool {
    let Where::Range(place, range) = printed else { return false };
    let typed = context.source.slice(context.places.range(*place, range.clone()));
    let Some(figure) = typed.starts_with(['$', '￥', '＄']).then(|| context.table.get(named(typed))).flatten() else {
        return false;
    };
    let tells = |at: &Where| *at == Where::Value(figure.place);
    findings.iter().any(|finding| tells(&finding.at) || finding.related.iter().any(|(at, _)| tells(at)))
}

/// The figure whose value is printed at a range of a passage.
pub fn figure_at<'a>(context: &Context<'a>, plain: &PlainText, range: Range<usize>) -> Option<&'a Resolved> {
    let (place, typed) = plain.pieces.iter().find_map(|(piece, origin)| match origin {
        Origin::Value { place, range: typed } if piece.start < range.end && range.start < piece.end => {
            Some((*place, typed.clone()))
        }
        _ => None,
    })?;
    let texts = context.report.body().into_iter().chain(context.report.frame());
    let text = texts.into_iter().find(|text| text.place == place)?;
    context.table.get(named(text.value.get(typed)?))
}

/// Whether a range of a passage is the value of a placeholder.
pub fn is_printed(plain: &PlainText, range: Range<usize>) -> bool {
    let touches = |piece: &Range<usize>| piece.start < range.end && range.start < piece.end;
    plain.pieces.iter().any(|(piece, origin)| touches(piece) && matches!(origin, Origin::Value { .. }))
}

/// The placeholder a printed value stands for.
fn placeholder(inline: &Inline) -> Option<(Place, Range<usize>)> {
    match inline {
        Inline::Text(run) => match &run.origin {
            Origin::Value { place, range } => Some((*place, range.clone())),
            _ => None,
        },
        _ => None,
    }
}

/// The name in `${name|filter}`.
fn named(placeholder: &str) -> &str {
    let inside = placeholder.trim_start_matches(['$', '￥', '＄', '{', '｛']).trim_end_matches(['}', '｝']);
    inside.split(['|', '｜']).next().unwrap_or_default().trim()
}
