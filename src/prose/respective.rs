//! Rows of quantities told side by side: A、B分别为132件、96件，同比分别增长10%、20%，上年分别为120件、80件.

use rust_decimal::Decimal;

use super::change::{ends_with_verb, judge};
use super::closing::{CLOSINGS, is_joined_closing};
use super::known::{Known, is_last};
use super::rate::relation;
use super::relation::{Relation, is_cut};
use super::{Mention, Prose, is_counted, only};
use crate::model::quantity::Approximation;
use crate::model::{Verdict, unit};

/// What a row tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Counts of now.
    Now,
    /// Counts of last year.
    Last,
    /// Counts by which others changed.
    Step,
    /// Rates by which others changed.
    Change,
    /// Shares, of what the counts come to or of a count that is told.
    Share(Option<usize>),
    /// Anything else.
    Other,
}

/// Quantities one after another with nothing between them but 、 and 和, or the verb of a change.
struct Row {
    kind: Kind,
    members: Vec<usize>,
    /// Of changes: whether each is a rise.
    rises: Vec<bool>,
}

/// Finds the changes and shares that are told in rows.
pub(super) fn respective(prose: &Prose) -> Vec<Relation> {
    if prose.mentions.len() < 4 || !prose.text.contains("分别") {
        return Vec::new();
    }
    let mut found = Vec::new();
    for sentence in prose.sentences.iter().filter(|sentence| sentence.mentions.len() >= 4) {
        if !prose.text[sentence.range.clone()].contains("分别") {
            continue;
        }
        let rows = rows(prose, sentence.mentions.clone());
        for (at, row) in rows.iter().enumerate() {
            found.extend(match row.kind {
                Kind::Change | Kind::Step => changes(prose, &rows, at),
                Kind::Share(base) => shares(prose, &rows[..at], row, base),
                _ => Vec::new(),
            });
        }
        found.extend(pairs_changed(prose, sentence.mentions.clone(), &rows));
    }
    found
}

/// The rows of more than one quantity among some that follow one another.
fn rows(prose: &Prose, mentions: std::ops::Range<usize>) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut at = mentions.start;
    while at < mentions.end {
        let more = (at + 1..mentions.end).take_while(|next| is_in_row(prose, *next));
        let members: Vec<usize> = std::iter::once(at).chain(more).collect();
        at += members.len();
        if members.len() > 1 {
            rows.push(row(prose, members));
        }
    }
    rows
}

/// Whether a quantity goes on with the row of the one before it.
fn is_in_row(prose: &Prose, index: usize) -> bool {
    let (one, other) = (&prose.mentions[index - 1], &prose.mentions[index]);
    let kind = |mention: &Mention| (mention.quantity.is_rate(), mention.quantity.unit == unit::POINTS);
    let words = prose.text[one.range.end..other.range.start.max(one.range.end)].trim();
    let words = ["、", "和", "及", "与"].iter().find_map(|join| words.strip_prefix(join));
    let is_bare = |words: &str| words.is_empty() || ends_with_verb(words).is_some_and(|(_, rest)| rest.is_empty());
    one.clause == other.clause
        && kind(one) == kind(other)
        && (prose.is_like(one, other) || one.quantity.unit == other.quantity.unit)
        && words.is_some_and(is_bare)
}

fn row(prose: &Prose, members: Vec<usize>) -> Row {
    let first = &prose.mentions[members[0]];
    let words = prose.text[first.before.clone()].trim();
    let words_of = |index: &usize| &prose.text[prose.mentions[*index].before.clone()];
    let is_of_last = || {
        let words = words.trim_end_matches(['的', '为', '是']);
        is_last(words.strip_suffix("分别").unwrap_or(words))
    };
    let verbs: Vec<Option<bool>> =
        members.iter().map(|index| ends_with_verb(words_of(index)).map(|(rises, _)| rises)).collect();
    // 增长10%、20%: the verb is that of the one before.
    let rises = verbs.iter().scan(verbs[0], |last, verb| {
        *last = verb.or(*last);
        *last
    });
    let rises: Vec<bool> = rises.collect();
    let is_rate = first.quantity.is_rate() || first.quantity.unit == unit::POINTS;
    let kind = match (verbs[0].is_some(), is_rate) {
        (true, true) if words.contains("分别") => Kind::Change,
        (true, false) if words.contains("分别") => Kind::Step,
        (false, true) if words.contains("分别占") => Kind::Share(None),
        (false, true) if words == "的" => {
            told_base(prose, members[0]).map_or(Kind::Other, |base| Kind::Share(Some(base)))
        }
        (false, false) if is_of_last() => Kind::Last,
        (false, false) if is_counted(&first.quantity.unit) => Kind::Now,
        _ => Kind::Other,
    };
    Row { kind, members, rises }
}

/// The count that a row of shares tells: 分别占总数1200件的.
fn told_base(prose: &Prose, first: usize) -> Option<usize> {
    let base = &prose.mentions[first.checked_sub(1)?];
    let is_told = base.clause == prose.mentions[first].clause && is_counted(&base.quantity.unit);
    (is_told && prose.text[base.before.clone()].contains("分别占")).then_some(first - 1)
}

/// The changes of a row between this year's and last year's, or with the steps between them.
fn changes(prose: &Prose, rows: &[Row], at: usize) -> Vec<Relation> {
    let changes = &rows[at];
    let fits = |row: &&Row| row.members.len() == changes.members.len();
    let row = only(rows[..at].iter().filter(fits).filter(|row| row.kind == Kind::Now));
    let named = named_counts(prose, changes);
    let named = named.as_ref().filter(|named| named.sum.is_none()).map(|named| &named.counts);
    let Some(now) = row.map(|row| &row.members).or(named) else { return Vec::new() };
    // Another row of changes may stand between: 分别增加12件、16件，增长10%、20%.
    let last = only(rows.iter().filter(fits).filter(|row| row.kind == Kind::Last));
    let step = rows[..at].iter().filter(fits).rfind(|row| row.kind == Kind::Step && row.rises == changes.rises);
    let known = |order: usize| match (last, step) {
        (Some(last), _) => Some(Known::Both { last: last.members[order], now: now[order] }),
        (None, Some(step)) => Some(Known::Step { now: now[order], step: step.members[order] }),
        _ => None,
    };
    let found = (0..changes.members.len())
        .filter_map(|order| judge(prose, changes.members[order], changes.rises[order], &known(order)?));
    agreed(found.collect())
}

/// The changes of values that each come from another: 收案由75件增至90件，审结由70件增至84件，分别增长20%、20%.
fn pairs_changed(prose: &Prose, mentions: std::ops::Range<usize>, rows: &[Row]) -> Vec<Relation> {
    let is_pair = |last: &usize| {
        let (from, to) = (&prose.mentions[*last], prose.mentions.get(last + 1));
        let words = |mention: &Mention| &prose.text[mention.before.clone()];
        to.is_some_and(|to| {
            from.clause == to.clause
                && prose.is_like(from, to)
                && words(from).contains(['由', '从'])
                && words(to).ends_with(['到', '至'])
        })
    };
    let mut found = Vec::new();
    for changes in rows.iter().filter(|row| row.kind == Kind::Change) {
        let pairs: Vec<usize> = (mentions.start..changes.members[0]).filter(is_pair).collect();
        let stated = changes.members.iter().zip(&changes.rises);
        if pairs.len() == changes.members.len() {
            let each = stated.zip(&pairs);
            let judged = each.filter_map(|((stated, rises), last)| {
                judge(prose, *stated, *rises, &Known::Both { last: *last, now: last + 1 })
            });
            found.extend(agreed(judged.collect()));
        }
    }
    found
}

/// The shares of a row of counts in front of it.
fn shares(prose: &Prose, before: &[Row], shares: &Row, base: Option<usize>) -> Vec<Relation> {
    let fits = |row: &&Row| row.members.len() == shares.members.len() && row.kind == Kind::Now;
    let named = named_counts(prose, shares);
    let row = only(before.iter().filter(fits)).map(|row| &row.members);
    let is_named = row.is_none();
    let Some(counts) = row.or(named.as_ref().map(|named| &named.counts)) else { return Vec::new() };
    let base = base.or(named.as_ref().filter(|_| is_named).and_then(|named| named.sum));
    let value = |index: usize| prose.mentions[index].quantity.value();
    let numbers = counts.iter().chain(&shares.members).chain(&base);
    let is_exact = |index: &usize| prose.mentions[*index].quantity.approximation == Approximation::Exact;
    let whole = base.map_or_else(|| counts.iter().map(|count| value(*count)).sum(), value);
    let is_like = |base: usize| prose.is_like(&prose.mentions[base], &prose.mentions[counts[0]]);
    if !numbers.clone().all(is_exact) || whole <= Decimal::ZERO || !base.is_none_or(is_like) {
        return Vec::new();
    }
    let judged: Vec<Relation> = counts
        .iter()
        .zip(&shares.members)
        .map(|(count, stated)| {
            let computed = value(*count).saturating_mul(Decimal::ONE_HUNDRED) / whole;
            let share = &prose.mentions[*stated].quantity;
            let holds = share.interval().contains(computed);
            let bases = base.map_or_else(|| counts.clone(), |base| vec![base]);
            let terms = std::iter::once(*count).chain(bases).collect();
            let verdict = if holds { Verdict::Holds } else { Verdict::Fails };
            let relation = Relation { terms, computed, ..relation(prose, *stated, *count, *count, verdict) };
            relation.cut_if(!holds && is_cut(computed, share))
        })
        .collect();
    let stated: Decimal = shares.members.iter().map(|share| value(*share)).sum();
    // Those of what they come to are 100% together; else one at least must be right.
    if base.is_none() && !is_named && stated == Decimal::ONE_HUNDRED { judged } else { agreed(judged) }
}

/// Counts with names right in front of a row, and the sum that may stand behind them.
struct Named {
    counts: Vec<usize>,
    sum: Option<usize>,
}

/// As many counts right in front of a row as it has, each with its name: 刑事520件、民事1690件、行政50件，分别占; at times their
/// sum stands between: 共2260件.
fn named_counts(prose: &Prose, row: &Row) -> Option<Named> {
    let first = row.members[0];
    let own = prose.clause(&prose.mentions[first]);
    let is_sum = |index: usize| {
        let words = prose.text[prose.mentions[index].before.clone()].trim_matches(['，', '、', ' ']);
        is_joined_closing(words) || CLOSINGS.iter().any(|word| words.starts_with(word))
    };
    let sum = first.checked_sub(1).filter(|last| is_sum(*last));
    let end = sum.unwrap_or(first);
    let from = end.checked_sub(row.members.len())?;
    let counts: Vec<usize> = (from..end).collect();
    let start = &prose.mentions[from];
    let is_listed = |index: &usize| {
        let mention = &prose.mentions[*index];
        mention.sentence == prose.mentions[first].sentence
            && is_counted(&mention.quantity.unit)
            && prose.is_like(mention, start)
            && prose.clause(mention).depth == own.depth
            && !is_sum(*index)
            && ends_with_verb(&prose.text[mention.before.clone()]).is_none()
    };
    let between = &prose.text[start.range.end..own.range.start.max(start.range.end)];
    let is_like = |sum: &usize| prose.is_like(&prose.mentions[*sum], start);
    let is_whole = counts.iter().all(is_listed) && sum.iter().all(is_like) && !between.contains(['；', ';']);
    is_whole.then_some(Named { counts, sum })
}

/// Relations of one row: where none holds, the rows may be others than those that were meant.
fn agreed(found: Vec<Relation>) -> Vec<Relation> {
    let holding = found.iter().filter(|relation| relation.verdict == Verdict::Holds).count();
    if holding == 0 { Vec::new() } else { found }
}
