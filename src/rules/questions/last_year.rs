//! What last year's report says a quantity was: its figures by name, its sentences by what they call the quantity.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::printed;
use crate::compose::compose;
use crate::diagnostic::Where;
use crate::document::PlainText;
use crate::figures::Table;
use crate::model::{Quantity, Report};
use crate::picture::Album;
use crate::prose::change::Comparison;
use crate::prose::label::label;
use crate::prose::{Mention, Prose};
use crate::rules::Context;

/// Last year's value of a quantity.
pub(crate) struct Known {
    pub quantity: Quantity,
    /// Where this report says so: the figure, else the name of last year's file.
    pub at: Where,
    /// It is the same figure. A quantity that is only called the same may count something else.
    pub is_same: bool,
}

/// The quantities last year's report tells by a name of their own; `None` where it tells two values.
#[derive(Default)]
pub(crate) struct LastYear(OnceCell<BTreeMap<String, Option<Quantity>>>);

impl LastYear {
    /// Last year's value of what a change is told behind.
    pub fn of(&self, context: &Context, plain: &PlainText, prose: &Prose, said: &Comparison) -> Option<Known> {
        let now = &prose.mentions[said.now];
        match printed::figure_at(context, plain, now.range.clone()) {
            Some(figure) => {
                let quantity = figure.last_year.as_ref()?.quantity()?.clone();
                let is_printed_whole = now.quantity.value() == figure.value.quantity()?.value();
                is_printed_whole.then_some(Known { quantity, at: Where::Value(figure.place), is_same: true })
            }
            None => self.called_so(context, prose, now),
        }
    }

    fn called_so(&self, context: &Context, prose: &Prose, now: &Mention) -> Option<Known> {
        let (previous, file) = (context.previous?, context.report.report.previous.as_ref()?);
        let name = label(prose, now, context.year())?;
        let told = self.0.get_or_init(|| told(previous, context));
        let quantity = told.get(&name)?.clone()?;
        Some(Known { quantity, at: Where::Value(file.place), is_same: false })
    }
}

fn told(report: &Report, context: &Context) -> BTreeMap<String, Option<Quantity>> {
    let composed = compose(report, context.outline, &Table::new(report, None), &Album::default(), None);
    let year = report.report.year.as_ref().map(|year| year.value);
    let mut told: BTreeMap<String, Option<Quantity>> = BTreeMap::new();
    for passage in composed.document.passages().iter().filter(|passage| passage.is_prose()) {
        let prose = Prose::read(&passage.plain.text);
        for mention in &prose.mentions {
            let Some(name) = label(&prose, mention, year) else { continue };
            let quantity = &mention.quantity;
            let known = told.entry(name).or_insert_with(|| Some(quantity.clone()));
            if known.as_ref().is_some_and(|known| known.value() != quantity.value()) {
                *known = None;
            }
        }
    }
    told
}
