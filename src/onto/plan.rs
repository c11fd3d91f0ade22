//! What is to be done in the file so that it prints what Word says, and what is left to the drafter.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::place::Place;

/// Something to be done in the file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Act {
    /// Another text at a range of the value.
    Change { place: Place, range: (usize, usize), text: String },
    /// The measure goes.
    RemoveMeasure(Place),
    /// The key goes with its value.
    RemoveText(Place),
    /// A measure more, behind the one whose text is at the place.
    AddMeasure { after: Place, text: String },
}

impl Act {
    /// The value it is about.
    pub fn place(&self) -> Place {
        match self {
            Self::Change { place, .. } | Self::RemoveMeasure(place) | Self::RemoveText(place) => *place,
            Self::AddMeasure { after, .. } => *after,
        }
    }
}

/// Something the drafter has to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Remark {
    /// What a placeholder prints was changed.
    Number { place: Place, range: Range<usize>, printed: String, now: String },
    /// A line reads otherwise in Word.
    Changed { was: String, now: String },
    /// A text stands in Word only.
    Added(String),
    /// A text no longer stands in Word.
    Removed(String),
}

/// An act, where it comes from, and what is said if it cannot be done.
#[derive(Clone, Debug)]
pub(super) struct Planned {
    pub act: Act,
    /// The line of the page it changes.
    pub old: Option<usize>,
    pub remark: Remark,
}

/// What is to be done and said.
#[derive(Default)]
pub(super) struct Plan {
    pub acts: Vec<Planned>,
    pub remarks: Vec<Remark>,
    /// Lines of the page and of Word about which something is said.
    pub told_old: BTreeSet<usize>,
    pub told_new: BTreeSet<usize>,
}
