//! Relations between figures as findings: both sides, the difference, and the figures they are made of.

use crate::diagnostic::{Finding, Where};
use crate::figures::Relation;
use crate::message;

/// A finding with what a relation compares.
pub fn finding(finding: Finding, relation: &Relation) -> Finding {
    let finding = finding
        .with("left", &relation.left.value.written)
        .with("right", &relation.right.value.written)
        .with("difference", &relation.difference.written);
    relation.figures.iter().fold(finding, |finding, figure| {
        finding.beside(Where::Value(figure.place), message!("rules.failed-check.figure"))
    })
}
