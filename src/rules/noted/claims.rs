//! What the prose claims of its own numbers and does not keep, once for all the rules on it.

use rust_decimal::Decimal;

use crate::diagnostic::{Finding, Where};
use crate::document::{Passage, PlainText};
use crate::message::Message;
use crate::model::quantity::Approximation;
use crate::model::{Quantity, Verdict};
use crate::outline::numbering;
use crate::prose::change::Comparison;
use crate::prose::{Mention, Operation, Prose, Relation};
use crate::rules::conflicting_values::{self, Labelled, Told};
use crate::rules::questions::last_year::LastYear;
use crate::rules::questions::printed;
use crate::rules::{Context, product_mismatch, subset_exceeds_set};

/// A quantity of the text.
#[derive(Clone, Debug)]
pub(crate) struct Number {
    pub at: Where,
    /// The words it is named by.
    pub name: String,
    pub quantity: Quantity,
}

/// A relation that fails, or cannot be told and looks wrong.
#[derive(Clone, Debug)]
pub(crate) struct Claim {
    pub operation: Operation,
    pub stated: Number,
    pub terms: Vec<Number>,
    /// What the terms come to, not rounded.
    pub computed: Decimal,
    /// Whether it is proved.
    pub fails: bool,
    /// Of a change: whether it is one upwards.
    pub rises: bool,
    /// Only the last digit was cut off.
    pub truncated: bool,
}

/// A mention as the messages tell it: without the 一是 that an item begins with, and of a long name the end.
fn number(plain: &PlainText, prose: &Prose, mention: &Mention) -> Number {
    let name = prose.name(mention);
    let name = &name[numbering::leading_mark(name).map_or(0, |mark| mark.length)..];
    let name = name.trim_start_matches('共');
    let start = name.char_indices().rev().nth(LONGEST_NAME - 1).map_or(0, |(at, _)| at);
    let quantity = mention.quantity.clone();
    Number { at: plain.locate(mention.range.clone()), name: name[start..].to_owned(), quantity }
}

/// Words of a name that are shown, from its end.
const LONGEST_NAME: usize = 16;

/// What the prose says with its numbers, for all the rules on them: a passage is read once.
#[derive(Default)]
pub(crate) struct Claims {
    pub relations: Vec<Claim>,
    pub excesses: Vec<Finding>,
    pub products: Vec<Finding>,
    /// Of each edition.
    pub labelled: Vec<Labelled>,
}

/// Every claim of every passage.
pub(crate) fn read(context: &Context) -> Claims {
    let mut read = Claims::default();
    let last_year = LastYear::default();
    // Of each edition and passage.
    let mut told: Vec<Vec<Vec<Told>>> = Vec::new();
    for passages in context.passages() {
        let mut here = Vec::with_capacity(passages.len());
        for (index, passage) in passages.iter().enumerate() {
            here.push(match passage.repeats {
                // It is read already.
                Some((edition, earlier)) => {
                    let earlier: &[Told] = told.get(edition).unwrap_or(&here).get(earlier).map_or(&[], Vec::as_slice);
                    earlier.iter().map(|told| told.again(index, passage)).collect()
                }
                None if passage.is_prose() && Prose::has_numbers(&passage.plain.text) => {
                    let prose = Prose::read(&passage.plain.text);
                    read.add(context, &last_year, passage, &prose);
                    conflicting_values::told(context, index, passage, &prose)
                }
                None => Vec::new(),
            });
        }
        told.push(here);
    }
    read.labelled = told.into_iter().map(|told| conflicting_values::by_name(told.into_iter().flatten())).collect();
    read
}

impl Claims {
    /// What is wrong in a passage by itself.
    fn add(&mut self, context: &Context, last_year: &LastYear, passage: &Passage, prose: &Prose) {
        self.excesses.extend(subset_exceeds_set::find(passage, prose));
        self.products.extend(product_mismatch::find(passage, prose));
        let broken = prose.relations().into_iter().filter(|relation| relation.verdict != Verdict::Holds);
        for relation in broken {
            if !is_of_figures(context, &passage.plain, prose, &relation) {
                self.relations.push(claim(&passage.plain, prose, &relation));
            }
        }
        let comparisons = prose.comparisons();
        let changes =
            comparisons.iter().filter_map(|said| of_last_year(context, last_year, &passage.plain, prose, said));
        self.relations.extend(changes);
    }
}

/// A change typed behind a value that is not the one from last year's.
fn of_last_year(
    context: &Context,
    last_year: &LastYear,
    plain: &PlainText,
    prose: &Prose,
    said: &Comparison,
) -> Option<Claim> {
    let (stated, now) = (&prose.mentions[said.stated], &prose.mentions[said.now]);
    if printed::is_printed(plain, stated.range.clone()) {
        return None;
    }
    let known = last_year.of(context, plain, prose, said)?;
    let last = &known.quantity;
    let is_rough = [&stated.quantity, &now.quantity, last].iter().any(|q| q.approximation != Approximation::Exact);
    let is_whole = |quantity: &Quantity| quantity.is_rate() || quantity.interval().is_exact();
    if is_rough || !is_whole(&now.quantity) || !is_whole(last) || last.unit != now.quantity.unit {
        return None;
    }
    let sign = if said.rises { Decimal::ONE } else { Decimal::NEGATIVE_ONE };
    let difference = now.quantity.value().checked_sub(last.value())?.checked_mul(sign)?;
    let is_points = now.quantity.is_rate();
    let computed = match is_points {
        true => difference,
        false => difference.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(last.value())?,
    };
    if stated.quantity.interval().contains(computed) {
        return None;
    }
    let last = Number { at: known.at, name: String::new(), quantity: known.quantity };
    let cut = computed.trunc_with_scale(stated.quantity.number.scale());
    Some(Claim {
        operation: if is_points { Operation::Difference } else { Operation::Growth },
        stated: number(plain, prose, stated),
        terms: vec![number(plain, prose, now), last],
        computed,
        fails: known.is_same,
        rises: said.rises,
        truncated: cut == stated.quantity.number,
    })
}

/// Whether the stated quantity is a figure that the rules on figures compare: a formula, or a total with its parts.
fn is_of_figures(context: &Context, plain: &PlainText, prose: &Prose, relation: &Relation) -> bool {
    let range = |index: usize| prose.mentions[index].range.clone();
    let Some(figure) = printed::figure_at(context, plain, range(relation.stated)) else { return false };
    let all_printed = relation.terms.iter().all(|term| printed::is_printed(plain, range(*term)));
    figure.computed || all_printed && context.table.totals().any(|total| total.total.name == figure.name)
}

fn claim(plain: &PlainText, prose: &Prose, relation: &Relation) -> Claim {
    let number = |index: &usize| number(plain, prose, &prose.mentions[*index]);
    Claim {
        operation: relation.operation,
        stated: number(&relation.stated),
        terms: relation.terms.iter().map(number).collect(),
        computed: relation.computed,
        fails: relation.verdict == Verdict::Fails,
        rises: relation.rises,
        truncated: relation.truncated,
    }
}

impl Claim {
    /// The finding with every number of it.
    pub fn pointing(&self, mut finding: Finding, words: &'static str) -> Finding {
        for term in &self.terms {
            finding = finding.beside(term.at.clone(), Message::new(words));
        }
        finding
    }
}

impl Number {
    /// 拟废止72
    pub fn told(&self) -> String {
        format!("{}{}", self.name, self.quantity.without_unit())
    }

    /// 审核现行有效文件221份
    pub fn whole(&self) -> String {
        format!("{}{}", self.name, self.quantity.written)
    }
}
