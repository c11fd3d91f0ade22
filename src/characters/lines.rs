//! Lines of a text, many bytes looked at at once.

/// The lines of a text, each with its `\n`, as [`str::split_inclusive`] parts them.
pub fn inclusive(text: &str) -> impl Iterator<Item = &str> {
    let mut start = 0;
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1);
    let last = (!text.ends_with('\n')).then_some(text.len());
    ends.chain(last).filter_map(move |end| {
        let line = &text[std::mem::replace(&mut start, end)..end];
        (!line.is_empty()).then_some(line)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn lines_are_those_of_the_standard_library(text in "[\n\r法a]{0,24}") {
            prop_assert!(inclusive(&text).eq(text.split_inclusive('\n')), "{text:?}");
        }
    }
}
