//! Means with what was divided by how many: 12期960人次，平均每期80人次.

use rust_decimal::Decimal;

use super::digits::one_slip_makes;
use super::product::{Product, is_counted};
use super::{Mention, Prose, only};
use crate::model::Quantity;
use crate::model::interval::Interval;
use crate::model::quantity::Approximation;

/// What was divided by how many, told before its mean: 12期960人次，平均每期80人次; 89.6万元，168户，户均0.53万元.
pub(super) fn means<'p>(prose: &'p Prose) -> impl Iterator<Item = Product<'p>> {
    prose.mentions.iter().enumerate().filter_map(|(index, each)| {
        let words = prose.before(each);
        let at = prose.text[each.before.clone()].find('均').map(|at| each.before.start + at)?;
        let sentence = &prose.mentions[prose.sentences[each.sentence].mentions.start..index];
        let of = divided_by(
            &prose.text[prose.clause(each).range.start..each.range.start],
            at - prose.clause(each).range.start,
        )?;
        // 案均 of 152件 cases.
        let is_case = |count: &Mention| {
            let words = &prose.text[count.before.start..count.after.end];
            of == "案" && matches!(prose.unit(count), "件" | "起" | "宗") && words.contains('案')
        };
        let is_of =
            |count: &&Mention| is_counted(prose, count, of) || prose.unit(count).starts_with(of) || is_case(count);
        let count = only(sentence.iter().filter(is_of))?;
        let is_total = |total: &&Mention| {
            let persons = |mention: &Mention| matches!(prose.unit(mention), "人" | "名" | "人次");
            !std::ptr::eq(*total, count) && (prose.is_like(each, total) || persons(each) && persons(total))
        };
        let total = only(sentence.iter().filter(is_total))?;
        let is_near = each.clause - total.clause.min(count.clause) <= 3;
        let is_plain = !words.contains(['约', '近', '超']) && each.quantity.approximation == Approximation::Exact;
        // A mean is rounded.
        let half = Decimal::new(5, (each.quantity.number.scale() + 1).min(28)).saturating_mul(each.quantity.scale);
        let value = each.quantity.value();
        let mean = Interval::exact(value).widened(half);
        let computed = count.quantity.interval().times(&mean)?;
        // Other things are divided by other numbers: what no wrong digit explains is left alone.
        let overlaps = |count: &Quantity, each: &Quantity, total: &Quantity| {
            let mean = Interval::exact(each.value()).widened(half);
            count.interval().times(&mean).is_some_and(|computed| computed.overlaps(&total.interval()))
        };
        let (one, mean, all) = (&count.quantity, &each.quantity, &total.quantity);
        let mends = overlaps(one, mean, all) || one_slip_makes([one, mean, all], overlaps);
        // 14个乡镇、3个街道, 17个机构, 平均每个乡镇（街道）17名: of 17, not of 14.
        let is_of_another = !overlaps(one, mean, all)
            && sentence.iter().any(|other| prose.is_like(other, count) && overlaps(&other.quantity, mean, all));
        (is_near && !is_of_another && is_plain && !each.quantity.is_rate() && mends).then_some(Product {
            count,
            each,
            total,
            computed,
            is_doubtful: false,
        })
    })
}

/// What each is, of a mean whose 均 stands at `at` of its clause: 户 of 户均, 期 of 平均每期.
fn divided_by(clause: &str, at: usize) -> Option<&str> {
    let behind = &clause[at + '均'.len_utf8()..];
    if let Some(each) = behind.strip_prefix('每') {
        return Some(each);
    }
    if let Some(before) = clause[..at].strip_suffix('平') {
        let (_, each) = before.split_once('每')?;
        return Some(each);
    }
    let start = clause[..at].char_indices().next_back().map(|(start, _)| start)?;
    ["户", "期", "村", "场", "次", "案", "件", "镇", "所"].contains(&&clause[start..at]).then_some(&clause[start..at])
}
