//! One sum of money told in two units: 12480万元，折合1.248亿元.

use super::digits::slipped;
use super::relation::Relation;
use super::{Mention, Prose};
use crate::model::quantity::Approximation;
use crate::model::{Verdict, unit};

/// Words in front of what was told already in another unit.
const AGAIN: [&str; 3] = ["折合", "合计折合", "即"];

/// Finds the sums of money that are told again in another unit.
pub(super) fn restated(prose: &Prose) -> Vec<Relation> {
    let money = |(_, mention): &(usize, &Mention)| mention.quantity.unit == unit::MONEY;
    prose.mentions.iter().enumerate().filter(money).filter_map(|(stated, _)| again(prose, stated)).collect()
}

fn again(prose: &Prose, stated: usize) -> Option<Relation> {
    let mention = &prose.mentions[stated];
    let words = prose.text[mention.before.clone()].trim_matches(['，', ' ', '（', '(']);
    if !AGAIN.contains(&words) {
        return None;
    }
    let of = |index: usize| &prose.mentions[index].quantity;
    let is_other = |index: &usize| of(*index).unit == unit::MONEY && of(*index).scale != mention.quantity.scale;
    let others: Vec<usize> =
        (prose.sentences[mention.sentence].mentions.start..stated).rev().filter(is_other).collect();
    let is_rough = |index: usize| of(index).approximation != Approximation::Exact;
    if is_rough(stated) || others.iter().any(|other| is_rough(*other)) {
        return None;
    }
    let own = mention.quantity.interval();
    let holds = |other: &&usize| of(**other).interval().overlaps(&own);
    let mends = |other: &&usize| {
        slipped(of(**other)).any(|slip| slip.interval().overlaps(&own))
            || slipped(&mention.quantity).any(|slip| slip.interval().overlaps(&of(**other).interval()))
    };
    let (other, verdict) = match others.iter().find(holds) {
        Some(other) => (*other, Verdict::Holds),
        None => (*others.iter().find(mends)?, Verdict::Fails),
    };
    Some(Relation::sum(stated, vec![other], of(other).value(), verdict))
}
