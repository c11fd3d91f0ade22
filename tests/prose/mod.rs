//! Running prose read for its numbers.

mod accrued;
mod acts;
mod ahead;
mod balance;
mod change;
mod complement;
mod doubling;
mod hostile;
mod idioms;
mod label;
mod periods;
mod product;
mod proof;
mod read;
mod respective;
mod restated;
mod sentences;
mod series;
mod share;
mod subset;
mod truth;

use fazhi::model::Verdict;
use fazhi::prose::Prose;

/// What is said of each relation: the stated quantity, what becomes of it, and its terms.
fn told(text: &str) -> Vec<String> {
    let prose = Prose::read(text);
    let written = |index: usize| prose.text_of(&prose.mentions[index]);
    let tell = |relation: &fazhi::prose::Relation| {
        let terms: Vec<&str> = relation.terms.iter().map(|term| written(*term)).collect();
        let verdict = match relation.verdict {
            Verdict::Holds => "holds",
            Verdict::Fails => "fails",
            Verdict::CannotTell if relation.looks_wrong => "is asked about",
            Verdict::CannotTell => "cannot be told",
        };
        format!("{} {verdict}: {}", written(relation.stated), terms.join(" "))
    };
    prose.relations().iter().map(tell).collect()
}
