//! The marks of pictures, as Markdown and HTML have them.

/// The length of a picture of Markdown that a text begins with: a target follows its words at once.
pub fn markdown(text: &str) -> Option<usize> {
    let inside = text.strip_prefix("![")?;
    let words = inside.find(']')?;
    let behind = &inside[words + 1..];
    let target = match behind.chars().next()? {
        '(' => target(&behind[1..])?,
        '[' => behind[1..].find(']')?,
        _ => return None,
    };
    (target > 0).then_some(text.len() - behind.len() + 1 + target + 1)
}

/// How long the target of a link or a picture is that a text begins with: parentheses in it are closed in it, as in the
/// names that copies of files get.
pub fn target(text: &str) -> Option<usize> {
    let mut open = 0_usize;
    let end = text.char_indices().find(|(_, c)| match c {
        '(' => {
            open += 1;
            false
        }
        ')' if open > 0 => {
            open -= 1;
            false
        }
        c => *c == ')',
    });
    end.map(|(at, _)| at).or_else(|| text.find(')'))
}

/// The length of a tag of HTML for a picture that a text begins with.
pub fn html(text: &str) -> Option<usize> {
    let name = text.get(1..4).filter(|name| name.eq_ignore_ascii_case("img"))?;
    let inside = &text[1 + name.len()..];
    let end = inside.find('>')?;
    inside[..end].to_ascii_lowercase().contains("src").then_some(1 + name.len() + end + 1)
}
