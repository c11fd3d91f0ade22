//! A relation between quantities of a text, and how sure it is.

use rust_decimal::Decimal;

use super::Prose;
use super::digits::one_digit_mends;
use crate::model::{Quantity, Verdict};

/// How the stated quantity follows from its terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Operation {
    /// The stated quantity is the sum of its terms.
    Sum,
    /// The stated quantity is what the last term leaves of all the others together.
    Balance,
    /// The first term is so many percent of the second, or of all the others together.
    Share,
    /// What the first term leaves of the second is so many percent of it.
    Rest,
    /// So many percent by which the first term is above or below the second, last year's.
    Growth,
    /// The first term is so many times the second.
    Multiple,
    /// Twice, four times or eight times its term.
    Doubling,
    /// The difference of the first term and the second.
    Difference,
    /// The first term is above or below what it was without the second, by so many percent.
    GrowthBy,
}

/// What a reader makes of a stated quantity and those it should follow from.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    pub operation: Operation,
    /// The index of the stated quantity among the mentions: the whole, the rate, the change.
    pub stated: usize,
    /// The indices of the quantities it follows from, in the order of the expression.
    pub terms: Vec<usize>,
    /// What they come to, in the unit of the stated quantity, not rounded.
    pub computed: Decimal,
    pub verdict: Verdict,
    /// Of one that cannot be told: whether it looks wrong all the same.
    pub looks_wrong: bool,
    /// Of a change: whether it is told as a rise.
    pub rises: bool,
    /// The stated quantity is the computed one with its last digits cut off.
    pub truncated: bool,
}

impl Relation {
    /// One that tells no rise; one that cannot be told looks wrong.
    pub(super) fn of(
        operation: Operation,
        stated: usize,
        terms: Vec<usize>,
        computed: Decimal,
        verdict: Verdict,
    ) -> Self {
        let looks_wrong = verdict == Verdict::CannotTell;
        Self { operation, stated, terms, computed, verdict, looks_wrong, rises: false, truncated: false }
    }

    /// A whole and its parts.
    pub(super) fn sum(whole: usize, parts: Vec<usize>, computed: Decimal, verdict: Verdict) -> Self {
        Self::of(Operation::Sum, whole, parts, computed, verdict)
    }

    /// A whole beside the sum of what is counted: it holds, or is asked about where one digit explains the difference.
    pub(super) fn counted(prose: &Prose, whole: usize, parts: Vec<usize>) -> Option<Self> {
        let counts: Vec<i64> = parts.iter().map(|part| prose.mentions[*part].exact()).collect::<Option<_>>()?;
        let stated = prose.mentions[whole].exact()?;
        let sum = counts.iter().try_fold(0_i64, |sum, count| sum.checked_add(*count))?;
        let verdict = if sum == stated { Verdict::Holds } else { Verdict::CannotTell };
        let is_told = sum == stated || one_digit_mends(stated, &counts);
        is_told.then(|| Self::sum(whole, parts, Decimal::from(sum), verdict))
    }

    /// The same, told as a question since it may be wrong.
    pub(super) fn doubted(self) -> Self {
        Self { verdict: Verdict::CannotTell, looks_wrong: true, ..self }
    }

    /// The same, told as cut off where it was: that is no mistake in the numbers.
    pub(super) fn cut_if(self, is_cut: bool) -> Self {
        match is_cut {
            true => Self { verdict: Verdict::CannotTell, looks_wrong: false, truncated: true, ..self },
            false => self,
        }
    }
}

/// Whether a quantity is the computed one with its last digits cut off.
pub(super) fn is_cut(computed: Decimal, told: &Quantity) -> bool {
    computed.trunc_with_scale(told.number.scale()) == told.number
}
