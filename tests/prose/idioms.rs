//! Passages as reports write them: nothing is said of what is right, and what is said of one wrong digit is pinned.

use std::fmt::Write as _;

use fazhi::model::Verdict;
use fazhi::prose::Prose;
use fazhi::prose::product::products;
use fazhi::prose::subset::excesses;

const PASSAGES: &str = include_str!("idioms.yaml");

/// What is said of a text: proved wrong, and only doubted.
fn said(text: &str) -> (usize, usize) {
    let prose = Prose::read(text);
    let relations = prose.relations();
    let fails = relations.iter().filter(|relation| relation.verdict == Verdict::Fails).count();
    let doubts = relations.iter().filter(|relation| relation.looks_wrong).count();
    let products = products(&prose);
    let is_off = |total: &fazhi::model::Quantity, computed| total.interval().verdict(computed) == Verdict::Fails;
    let off = products.iter().filter(|product| is_off(&product.total.quantity, &product.computed)).count();
    let (carried, sure): (Vec<_>, Vec<_>) = excesses(&prose).into_iter().partition(|excess| excess.pair.carried);
    (fails + sure.len(), doubts + off + carried.len())
}

/// The texts that differ from a passage in one digit of a number in braces.
fn slips(passage: &str) -> Vec<String> {
    let plain = |text: &str| text.replace(['{', '}'], "");
    let mut slips = Vec::new();
    let numbers =
        passage.match_indices('{').map(|(at, _)| (at + 1, at + passage[at..].find('}').expect("it is closed")));
    for (from, to) in numbers {
        let digits = passage[from..to].char_indices().filter(|(_, c)| c.is_ascii_digit());
        for (at, digit) in digits.map(|(at, digit)| (from + at, digit)) {
            let leads = at == from && passage[at + 1..].starts_with(|c: char| c.is_ascii_digit());
            for other in ('0'..='9').filter(|other| *other != digit && !(leads && *other == '0')) {
                slips.push(plain(&format!("{}{other}{}", &passage[..at], &passage[at + 1..])));
            }
        }
    }
    slips
}

#[test]
fn one_wrong_digit_in_many_idioms_is_told() {
    let (mut table, mut all) = (String::new(), [0; 3]);
    for passage in PASSAGES.lines().filter_map(|line| line.strip_prefix("- ")) {
        let right = passage.replace(['{', '}'], "");
        assert_eq!(said(&right), (0, 0), "{right}");
        let mut own = [0; 3];
        for slip in slips(passage) {
            own[match said(&slip) {
                (1.., _) => 0,
                (0, 1..) => 1,
                (0, 0) => 2,
            }] += 1;
        }
        let [proved, doubted, unseen] = own;
        writeln!(table, "{proved:>4} {doubted:>4} {unseen:>4}  {right}").expect("a string takes all");
        all.iter_mut().zip(own).for_each(|(all, own)| *all += own);
    }
    let [proved, doubted, unseen] = all;
    let total = proved + doubted + unseen;
    writeln!(table, "{proved} proved, {doubted} doubted, {unseen} unseen of {total}").expect("a string takes all");
    insta::assert_snapshot!(table);
    assert!(unseen * 4 < total && proved * 2 > total, "{table}");
}
