//! Titles of plans with other years, and of laws and regulations called by another kind of instrument.

/// Kinds of instruments of the nation, as titles end; the longer before those they end with.
const KINDS: [&[char]; 5] = [&['暂', '行', '条', '例'], &['条', '例'], &['规', '定'], &['办', '法'], &LAW];

const LAW: [char; 1] = ['法'];

/// Whether a title is a plan's but for its years, and its years lap over the plan's: （2021—2026年） for
/// （2021—2025年）. Years that do not are those of the plan before or after.
pub(super) fn has_other_years(name: &[char], written: &[char]) -> bool {
    let length = name.iter().zip(written).take_while(|(own, other)| own == other && **own != '(').count();
    let (Some(own), Some(other)) = (years(&name[length..]), years(&written[length..])) else { return false };
    own != other && own.0 < other.1 && other.0 < own.1
}

/// The years in the brackets that a text begins with, the earlier first.
fn years(text: &[char]) -> Option<(u32, u32)> {
    let inside: String = text.strip_prefix(&['('])?.iter().collect();
    let mut years = inside.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    let (first, last) = (years.next()?.parse::<u32>().ok()?, years.next()?.parse::<u32>().ok()?);
    Some((first.min(last), first.max(last)))
}

/// Whether a title is a law's or a regulation's of the nation but for its kind: 优化营商环境法. Places make regulations
/// of any name, but no laws; and of theirs none begins with 中华人民共和国.
pub(super) fn has_other_kind(name: &[char], written: &[char], is_national: bool) -> bool {
    let (Some((stem, kind)), Some((other_stem, other_kind))) = (by_kind(name), by_kind(written)) else { return false };
    stem == other_stem && kind != other_kind && (is_national || other_kind == LAW)
}

/// What a title is about, and its kind.
fn by_kind(title: &[char]) -> Option<(&[char], &'static [char])> {
    KINDS.iter().find_map(|kind| {
        let stem = title.strip_suffix(*kind)?;
        (stem.len() >= SHORTEST).then_some((stem, *kind))
    })
}

/// Fewer characters are a subject that many instruments have.
const SHORTEST: usize = 4;
