//! Doubts that agree: a sum and a rate that are both right if one digit of the same number were another.

use rust_decimal::Decimal;

use super::digits::{differ_in_one, integer, is_share};
use super::relation::{Operation, Relation};
use super::{Mention, Prose};
use crate::model::Verdict;

/// Makes faults of the doubts that ask for the same other value of one number.
pub(super) fn prove(prose: &Prose, relations: &mut [Relation]) {
    let broken = |relation: &Relation, operation: Operation| {
        relation.operation == operation && (relation.verdict == Verdict::Fails || relation.looks_wrong)
    };
    let sums: Vec<usize> = (0..relations.len()).filter(|at| broken(&relations[*at], Operation::Sum)).collect();
    for sum in sums {
        for (number, value) in mended(prose, &relations[sum]) {
            let agrees = |rate: &Relation| broken(rate, Operation::Share) && holds_with(prose, rate, number, value);
            let rates: Vec<usize> = (0..relations.len()).filter(|at| agrees(&relations[*at])).collect();
            if !rates.is_empty() {
                for at in rates.into_iter().chain([sum]) {
                    (relations[at].verdict, relations[at].looks_wrong) = (Verdict::Fails, false);
                }
            }
        }
    }
}

/// The numbers of a sum with the values, one digit off, that would make it right.
fn mended(prose: &Prose, sum: &Relation) -> Vec<(usize, i64)> {
    let count = |mention: &Mention| integer(mention.quantity.value());
    let difference = prose.mentions[sum.stated].quantity.value().checked_sub(sum.computed).and_then(integer);
    let Some(short) = difference else { return Vec::new() };
    let numbers = sum.terms.iter().map(|term| (*term, short)).chain([(sum.stated, -short)]);
    let slipped = numbers.filter_map(|(index, short)| {
        let written = count(&prose.mentions[index])?;
        let value = written.checked_add(short)?;
        differ_in_one(written, value).then_some((index, value))
    });
    slipped.collect()
}

/// Whether a rate is right if one of its counts were another.
fn holds_with(prose: &Prose, rate: &Relation, number: usize, value: i64) -> bool {
    let of = |index: usize| match index == number {
        true => Some(value),
        false => integer(prose.mentions[index].quantity.value()),
    };
    let [counted, base] = rate.terms[..] else { return false };
    let is_of = number == counted || number == base;
    let (Some(counted), Some(base)) = (of(counted), of(base)) else { return false };
    let stated = &prose.mentions[rate.stated].quantity;
    is_of && stated.number != Decimal::ONE_HUNDRED && is_share(&stated.interval(), counted, base)
}
