//! YAML -> Report with places: the only place that names `saphyr_parser`.
//!
//! A file is read once: events become a tree of nodes with spans (`parse`), and the nodes become the model's types
//! (`deserialize`). Scalars stay text, so 98.60 stays 98.60, and every value knows where it was typed.

mod characters;
pub mod data;
pub mod describe;
mod deserialize;
pub mod edit;
mod keyboard;
pub mod keys;
mod line;
mod meant;
mod misread;
pub mod nearest;
mod node;
mod parse;
pub mod plain;
mod positions;
mod quote;
pub mod rewrite;
pub mod schema;
pub mod slip;
mod style;
mod syntax;

pub use quote::quoted;
pub use slip::{Slip, SlipKind};
pub use style::read_style;

use meant::Change;
use node::Tree;
use slip::Stroke;

use crate::characters::forbidden::{forbidden, is_forbidden, may_hold_forbidden};
use crate::model::Report;
use crate::place::{Place, Places};
use crate::source::{Edit, MAX_BYTES, SourceFile, Span};

/// What reading a report file yields. The report holds all that could be read; faults are among the slips.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    pub report: Report,
    pub places: Places,
    pub slips: Vec<Slip>,
    /// Whether the keys are Chinese: most of those we know are.
    pub chinese_keys: bool,
    /// Whether it was read from a published text: nobody typed its keys, and its places are in the text.
    pub is_published: bool,
}

/// Reads a report file. Never fails: a file that is no YAML yields an empty report and the slip that says so.
pub fn read(source: &SourceFile) -> Reading {
    read_tree(source, |_| ()).0
}

/// [`read`], with the text of every value that has one, by its place.
pub fn read_with_values(source: &SourceFile) -> (Reading, Vec<(Place, String)>) {
    read_tree(source, |tree| {
        let numbered = (0..).map(Place).zip(&tree.nodes);
        numbered.filter_map(|(place, node)| Some((place, node.scalar()?.to_owned()))).collect()
    })
}

/// Reads a report file, and takes something from its tree.
fn read_tree<T: Default>(source: &SourceFile, take: impl FnOnce(&Tree) -> T) -> (Reading, T) {
    let typed = source.text();
    if typed.len() > MAX_BYTES {
        let kind = SlipKind::TooLarge { megabytes: MAX_BYTES / (1024 * 1024) };
        let slips = vec![Slip { kind, span: Span::default(), place: Place::default(), fix: Vec::new() }];
        let reading = Reading { slips, places: Places::new(Span::new(0, typed.len())), ..Reading::default() };
        return (reading, T::default());
    }
    let meant = keyboard::meant(typed);
    let mut parsed = parse::parse(&meant.text);
    let misread = misread::mend(&meant.text, &mut parsed.tree);
    let places = positions::places(&meant, typed.len(), &parsed.tree);
    let mut slips = strokes(&meant.changes);
    slips.extend(parsed.faults.drain(..).map(|fault| Slip {
        kind: fault.kind,
        span: meant.span(fault.span),
        place: Place(fault.node),
        fix: Vec::new(),
    }));
    let typed_fix = |fix: Vec<Edit>| fix.into_iter().map(|edit| Edit { span: meant.span(edit.span), ..edit }).collect();
    slips.extend(misread.into_iter().map(|misread| Slip {
        kind: misread.kind,
        span: meant.span(misread.span),
        place: Place(misread.node),
        fix: typed_fix(misread.fix),
    }));
    let syntax = parsed.syntax.as_ref().map(|(at, said)| {
        let diagnosis = syntax::diagnose(&meant.text, *at, said);
        let span = meant.span(diagnosis.span);
        Slip { kind: diagnosis.kind, span, place: Place::default(), fix: typed_fix(diagnosis.fix) }
    });
    for node in &mut parsed.tree.nodes {
        node.span = meant.span(node.span);
        if let Some(key) = &mut node.key {
            key.span = meant.span(key.span);
        }
    }
    let shape = deserialize::report(source, &parsed.tree, places, !parsed.cut_short);
    slips.extend(shape.slips);
    slips.extend(forbidden_characters(typed));
    if let Some(syntax) = syntax {
        // The line that cannot be read says nothing else for certain.
        let line = typed[..syntax.span.start].rfind('\n').map_or(0, |at| at + 1);
        slips.retain(|slip| matches!(slip.kind, SlipKind::Keyboard { .. }) || slip.span.start < line);
        slips.push(syntax);
    }
    slips.sort_by_key(|slip| slip.span);
    let (report, places, chinese_keys) = (shape.report, shape.places, shape.chinese_keys);
    (Reading { report, places, slips, chinese_keys, is_published: false }, take(&parsed.tree))
}

/// Characters that no format can hold: one slip, with the fix of them all.
fn forbidden_characters(typed: &str) -> Option<Slip> {
    if !may_hold_forbidden(typed) {
        return None;
    }
    let removed =
        |(at, found): (usize, &str)| Edit { span: Span::new(at, at + found.len()), replacement: String::new() };
    let fix: Vec<Edit> = typed.match_indices(is_forbidden).map(removed).collect();
    let kind = SlipKind::Forbidden { characters: forbidden(typed) };
    fix.first().map(|first| first.span).map(|span| Slip { kind, span, place: Place::default(), fix })
}

/// One slip for each kind of stroke, at the first, with the fix of them all.
fn strokes(changes: &[Change]) -> Vec<Slip> {
    let mut slips: Vec<(Stroke, Slip)> = Vec::new();
    for change in changes {
        let edit = Edit { span: change.typed, replacement: change.replacement.clone() };
        match slips.iter_mut().find(|(stroke, _)| *stroke == change.stroke) {
            Some((_, slip)) => slip.fix.push(edit),
            None => {
                let kind = SlipKind::Keyboard { stroke: change.stroke, count: 1 };
                slips
                    .push((change.stroke, Slip { kind, span: change.typed, place: Place::default(), fix: vec![edit] }));
            }
        }
    }
    let counted = |(stroke, slip): (Stroke, Slip)| {
        let kind = SlipKind::Keyboard { stroke, count: slip.fix.len() };
        Slip { kind, ..slip }
    };
    slips.into_iter().map(counted).collect()
}
