//! What a reader sees of the source of a page: its tags skipped, its entities decoded, each character with its place.

use std::collections::HashMap;

use scraper::Html;

use crate::readers::Visible;

/// Elements whose text is none of the page's and may hold `<`.
const RAW: [&str; 9] = ["script", "style", "title", "textarea", "noscript", "iframe", "xmp", "noembed", "noframes"];

/// The longest entity that is decoded, and how many different ones of a page: HTML knows two thousand, pages use ten.
const LONGEST_ENTITY: usize = 33;
const MOST_ENTITIES: usize = 256;

/// What is seen of a page.
pub fn visible(source: &str) -> Visible {
    let mut visible = Visible::default();
    let mut entities = Entities::default();
    let mut at = 0;
    while let Some(c) = source[at..].chars().next() {
        let rest = &source[at..];
        let length = match c {
            '<' => markup(rest),
            '&' => entity(rest),
            _ => None,
        };
        match length {
            None => visible.push(c, at..at + c.len_utf8()),
            Some(length) if c == '&' => {
                let mut range = at..at + length;
                for decoded in entities.decode(&rest[..length]) {
                    visible.push(*decoded, range.clone());
                    range.start = range.end;
                }
            }
            Some(_) => {}
        }
        at += length.unwrap_or(c.len_utf8());
    }
    visible
}

/// The length of the tag or comment at the start of a text, with what it hides; `None` where a `<` is only that.
fn markup(rest: &str) -> Option<usize> {
    let to = |mark: &str| rest.find(mark).map_or(rest.len(), |at| at + mark.len());
    match rest.as_bytes().get(1)? {
        b'!' if rest.starts_with("<!--") => Some(to("-->")),
        b'!' | b'?' => Some(to(">")),
        b'/' => Some(tag(rest)),
        byte if byte.is_ascii_alphabetic() => {
            let end = tag(rest);
            let name =
                rest[1..].split(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).next().unwrap_or_default();
            let is_raw = RAW.iter().any(|raw| raw.eq_ignore_ascii_case(name));
            Some(if is_raw { end + raw_text(&rest[end..], name) } else { end })
        }
        _ => None,
    }
}

/// The length of a tag: up to the `>` that stands in no value.
fn tag(rest: &str) -> usize {
    let mut quote = None;
    let mut before = b' ';
    for (at, &byte) in rest.as_bytes().iter().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
    }
    rest.len()
}

/// The length of text that is no markup, up to the end tag of its element.
fn raw_text(rest: &str, name: &str) -> usize {
    let is_end = |at: &usize| {
        let tag = rest.as_bytes().get(at + 2..at + 2 + name.len());
        tag.is_some_and(|tag| tag.eq_ignore_ascii_case(name.as_bytes()))
    };
    rest.match_indices("</").map(|(at, _)| at).find(is_end).unwrap_or(rest.len())
}

/// The length of the entity at the start of a text.
fn entity(rest: &str) -> Option<usize> {
    let end = rest.bytes().take(LONGEST_ENTITY).position(|byte| byte == b';')?;
    let is_name = end > 1 && rest[1..end].bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#');
    is_name.then_some(end + 1)
}

/// The entities of a page, each decoded once.
#[derive(Default)]
struct Entities<'a> {
    known: HashMap<&'a str, Vec<char>>,
}

impl<'a> Entities<'a> {
    fn decode(&mut self, entity: &'a str) -> &[char] {
        if !self.known.contains_key(entity) && self.known.len() >= MOST_ENTITIES {
            return &[];
        }
        let decode = || Html::parse_fragment(entity).root_element().text().flat_map(str::chars).collect();
        self.known.entry(entity).or_insert_with(decode)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_entities() {
        let page = "<!DOCTYPE html><title>甲</title><!-- 乙 --><script>if (a<b) '</p>'</script><p class='>' id=x>办结<b>37</b>\
                    件&ldquo;好&rdquo;&#x3000;&nbsp;3<5</p><style>p{}</STYLE>完&bogus;&amp";
        let seen = visible(page);
        assert_eq!(seen.text(), "办结37件“好”35完&bogus;&amp");
        let stretches: Vec<&str> = seen.stretches(0..seen.text().len()).map(|range| &page[range]).collect();
        assert_eq!(stretches[5..8], ["&ldquo;", "好", "&rdquo;"]);
    }
}
