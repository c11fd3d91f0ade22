//! The known name that an unknown one is nearest to.

/// The known name that looks most like `typed`, if any looks like it at all.
pub fn nearest<'a>(typed: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    // A long name is no slip of a short one, and costs time to compare.
    let length = typed.chars().take(65).count();
    if length > 64 {
        return None;
    }
    let typed = typed.to_lowercase();
    let distance = |name: &&str| strsim::damerau_levenshtein(&typed, name);
    let (distance, name) = known.map(|name| (distance(&name), name)).min_by_key(|&(distance, _)| distance)?;
    // One wrong, missing or swapped character in three; of two Chinese characters one.
    (distance <= (length / 3).max(1) && distance < length).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_found_and_far_ones_are_not() {
        let known = ["标题", "成文日期", "measures", "sections"];
        let find = |typed| nearest(typed, known.into_iter());
        assert_eq!(find("小标题"), Some("标题"));
        assert_eq!(find("成文日起"), Some("成文日期"));
        assert_eq!(find("Measure"), Some("measures"));
        assert_eq!(find("secitons"), Some("sections"));
        assert_eq!(find("预算"), None);
        assert_eq!(find("题"), None);
        assert_eq!(find(&"长".repeat(100_000)), None);
    }
}
