//! Which line of the edited text is which line of the page.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A line of the page, a line of the edited text, or both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Pair {
    Same(usize, usize),
    Changed(usize, usize),
    Removed(usize),
    Added(usize),
}

/// The most comparisons of lines in one stretch; beyond it lines are paired as they come.
const MOST_COMPARISONS: usize = 40_000;

/// Lines less alike than this, of 100, are not the same line changed.
const LEAST_ALIKE: usize = 30;

/// Up to this length two lines that stand alone in one place are taken for the same line changed.
const SHORT: usize = 30;

/// Pairs the lines, in order: every line stands in exactly one pair.
pub(super) fn align(old: &[&str], new: &[&str]) -> Vec<Pair> {
    let mut pairs = Vec::with_capacity(old.len().max(new.len()));
    for op in capture_diff_slices(Algorithm::Myers, old, new) {
        match op {
            DiffOp::Equal { old_index, new_index, len } => {
                pairs.extend((0..len).map(|step| Pair::Same(old_index + step, new_index + step)));
            }
            DiffOp::Delete { old_index, old_len, .. } => {
                pairs.extend((old_index..old_index + old_len).map(Pair::Removed))
            }
            DiffOp::Insert { new_index, new_len, .. } => {
                pairs.extend((new_index..new_index + new_len).map(Pair::Added))
            }
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                let old = &old[old_index..old_index + old_len];
                let new = &new[new_index..new_index + new_len];
                pairs.extend(stretch(old, new).into_iter().map(|pair| match pair {
                    Pair::Same(a, b) | Pair::Changed(a, b) => Pair::Changed(old_index + a, new_index + b),
                    Pair::Removed(a) => Pair::Removed(old_index + a),
                    Pair::Added(b) => Pair::Added(new_index + b),
                }));
            }
        }
    }
    pairs
}

/// How much of both texts is in lines that stayed, of 100: a changed line counts by how alike it is.
pub(super) fn kept(old: &[&str], new: &[&str], pairs: &[Pair]) -> usize {
    let length = |text: &str| text.chars().count();
    let stayed = pairs.iter().map(|pair| match *pair {
        Pair::Same(a, _) => 100 * length(old[a]),
        Pair::Changed(a, b) => likeness(&pairs_of(old[a]), &pairs_of(new[b])) * length(old[a]).min(length(new[b])),
        Pair::Removed(_) | Pair::Added(_) => 0,
    });
    let whole = |texts: &[&str]| texts.iter().map(|text| length(text)).sum::<usize>();
    stayed.sum::<usize>() / whole(old).min(whole(new)).max(1)
}

/// Pairs lines none of which stayed as it was, so that as much as can be is alike.
fn stretch(old: &[&str], new: &[&str]) -> Vec<Pair> {
    if let ([a], [b]) = (old, new)
        && a.chars().count().max(b.chars().count()) <= SHORT
    {
        return vec![Pair::Changed(0, 0)];
    }
    if old.len().saturating_mul(new.len()) > MOST_COMPARISONS {
        let paired = old.len().min(new.len());
        let rest = (paired..old.len()).map(Pair::Removed).chain((paired..new.len()).map(Pair::Added));
        return (0..paired).map(|index| Pair::Changed(index, index)).chain(rest).collect();
    }
    let shapes: Vec<_> = old.iter().map(|text| pairs_of(text)).collect();
    let others: Vec<_> = new.iter().map(|text| pairs_of(text)).collect();
    let width = new.len() + 1;
    // best[i][j]: how alike the lines from i and from j on can be made.
    let mut best = vec![0_usize; (old.len() + 1) * width];
    let mut alike = vec![0_usize; old.len() * new.len()];
    for a in (0..old.len()).rev() {
        for b in (0..new.len()).rev() {
            let score = likeness(&shapes[a], &others[b]);
            alike[a * new.len() + b] = score;
            let both = if score >= LEAST_ALIKE { score + best[(a + 1) * width + b + 1] } else { 0 };
            best[a * width + b] = both.max(best[(a + 1) * width + b]).max(best[a * width + b + 1]);
        }
    }
    let (mut a, mut b) = (0, 0);
    let mut pairs = Vec::new();
    while a < old.len() && b < new.len() {
        let here = best[a * width + b];
        let score = alike[a * new.len() + b];
        if score >= LEAST_ALIKE && here == score + best[(a + 1) * width + b + 1] {
            pairs.push(Pair::Changed(a, b));
            (a, b) = (a + 1, b + 1);
        } else if here == best[(a + 1) * width + b] {
            pairs.push(Pair::Removed(a));
            a += 1;
        } else {
            pairs.push(Pair::Added(b));
            b += 1;
        }
    }
    pairs.extend((a..old.len()).map(Pair::Removed));
    pairs.extend((b..new.len()).map(Pair::Added));
    rewritten(&pairs)
}

/// Pairs once more: as many lines added as taken away in one place are lines written anew.
fn rewritten(pairs: &[Pair]) -> Vec<Pair> {
    let mut paired = Vec::with_capacity(pairs.len());
    for run in pairs.chunk_by(|a, b| matches!(a, Pair::Changed(..)) == matches!(b, Pair::Changed(..))) {
        let removed: Vec<usize> =
            run.iter().filter_map(|pair| if let Pair::Removed(a) = pair { Some(*a) } else { None }).collect();
        let added: Vec<usize> =
            run.iter().filter_map(|pair| if let Pair::Added(b) = pair { Some(*b) } else { None }).collect();
        if !removed.is_empty() && removed.len() == added.len() {
            paired.extend(removed.into_iter().zip(added).map(|(a, b)| Pair::Changed(a, b)));
        } else {
            paired.extend_from_slice(run);
        }
    }
    paired
}

/// The pairs of characters that stand side by side, sorted.
fn pairs_of(text: &str) -> Vec<(char, char)> {
    let mut pairs: Vec<_> = text.chars().zip(text.chars().skip(1)).collect();
    pairs.sort_unstable();
    pairs
}

/// How alike two lines are, of 100 (Dice's coefficient over pairs of characters); of a line and one that goes on behind
/// it, how much of the shorter one stayed counts for half.
fn likeness(a: &[(char, char)], b: &[(char, char)]) -> usize {
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, shared) = (i + 1, j + 1, shared + 1),
        }
    }
    let shorter = a.len().min(b.len()).max(1);
    let dice = 200 * shared / (a.len() + b.len()).max(1);
    dice.max(if shorter >= 12 { 50 * shared / shorter } else { 0 })
}
