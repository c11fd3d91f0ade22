//! Bounds of a page, told before it is parsed: over pages beyond them a parser takes quadratic time.

/// The deepest nesting that is read: pages of real sites stay below 60.
const DEEPEST: usize = 1_000;
/// The most attributes of one tag: a parser compares each with all before it.
const MOST_ATTRIBUTES: usize = 2_000;

/// Elements that have no end.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];
/// Elements whose end tag is often left out: a start tag ends the one before.
const OPEN_ENDED: &[&str] = &["p", "li", "td", "th", "tr", "dt", "dd", "option", "tbody", "thead", "tfoot"];

/// Whether a page is within what real ones are.
pub(super) fn are_kept(text: &str) -> bool {
    nesting(text) <= DEEPEST && attributes(text) <= MOST_ATTRIBUTES
}

/// How deep the tags of a page nest at most.
fn nesting(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for (at, _) in text.match_indices('<') {
        let rest = &text[at + 1..];
        let (is_end, rest) = rest.strip_prefix('/').map_or((false, rest), |rest| (true, rest));
        let length = rest.bytes().take(16).take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let name = rest[..length].to_ascii_lowercase();
        if length == 0 || VOID.contains(&name.as_str()) || OPEN_ENDED.contains(&name.as_str()) {
            continue;
        }
        depth = if is_end { depth.saturating_sub(1) } else { depth + 1 };
        deepest = deepest.max(depth);
    }
    deepest
}

/// How many attributes a tag has at most, in one pass: what stands in quotes is none, nor is what a script says.
fn attributes(text: &str) -> usize {
    let (mut most, mut at) = (0, 0);
    while let Some(start) = text[at..].find('<').map(|start| at + start + 1) {
        let rest = &text[start..];
        let is_script = ["script", "style"]
            .iter()
            .find(|name| rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)));
        if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            at = start;
            continue;
        }
        let (count, length) = tag(rest);
        most = most.max(count);
        at = start + length;
        if let Some(name) = is_script {
            at += text[at..].find(&format!("</{name}")).unwrap_or_default();
        }
    }
    most
}

/// The words of a tag behind its name that stand outside of quotes, and where it ends.
fn tag(text: &str) -> (usize, usize) {
    let (mut count, mut quote, mut before) = (0, None, b'a');
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), byte) if open == byte => quote = None,
            (Some(_), _) => {}
            (None, b'>') => return (count, at),
            (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
            (None, _) => count += usize::from(before.is_ascii_whitespace() && !byte.is_ascii_whitespace()),
        }
        if !byte.is_ascii_whitespace() || before != b'=' {
            before = byte;
        }
    }
    (count, text.len())
}
