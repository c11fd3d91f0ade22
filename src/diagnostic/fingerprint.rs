//! What a finding is recognised by when lines have moved: a baseline of dismissed findings rests on it.

use std::collections::BTreeMap;

use super::Checked;
use super::excerpt::Excerpt;

/// The fingerprint of every finding of a file, in their order.
///
/// It is made of the code, the path of keys without the positions in lists, and the words marked; of equal ones the
/// second and later are counted, so that two equal faults are two.
pub fn of_all(checked: &Checked) -> Vec<String> {
    let mut seen: BTreeMap<u64, u64> = BTreeMap::new();
    let mut fingerprint = |finding: &super::Finding| {
        let path = finding.at.place().map(|place| checked.places.path(place)).unwrap_or_default();
        let span = finding.at.span(checked.places);
        let excerpt = Excerpt::new(checked.source, span);
        let words = match excerpt.mark(span).map(|range| &excerpt.text[range]) {
            None | Some("") => excerpt.text.trim(),
            Some(words) => words,
        };
        let path: String = path.split(['[', ']']).step_by(2).collect();
        let hash = fnv1a([finding.code, &path, words]);
        let count = seen.entry(hash).or_default();
        *count += 1;
        format!("{:016x}", hash.wrapping_add(*count - 1))
    };
    checked.findings.iter().map(&mut fingerprint).collect()
}

/// FNV-1a, 64 bits: the same on every machine and in every release, which the standard library's hasher does not promise.
fn fnv1a<const N: usize>(texts: [&str; N]) -> u64 {
    let bytes = texts.iter().flat_map(|text| text.bytes().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
