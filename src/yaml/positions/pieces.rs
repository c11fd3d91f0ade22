//! How the characters of a scalar lie in the text, line by line: escapes, folds, indents.

/// How characters are escaped.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Escape {
    None,
    /// `''`
    Quote,
    /// `\n`, `\u4e2d`
    Backslash,
}

/// Pairs of (offset in the value, offset in the text); the last pair is the end of both.
pub type Pieces = Vec<(usize, usize)>;

/// The text between quotation marks.
pub fn inside_quotes(typed: &str) -> &str {
    typed.get(1..typed.len().saturating_sub(1)).unwrap_or("")
}

/// Aligns a block scalar: the value's lines are the text's lines without their indent, joined by line ends or blanks.
///
/// `typed` starts at the first line's own text. `None` when the two do not agree after all.
pub fn block(value: &str, typed: &str) -> Option<Pieces> {
    let mut pieces = Pieces::new();
    let mut at = 0;
    let mut lines = lines(typed);
    let (_, first) = lines.next()?;
    // What the first line has, value and text both start with; blank lines before it are in the value only.
    let lead = value.len() - value.trim_start_matches('\n').len();
    if lead > 0 {
        pieces.push((0, 0));
        at = lead;
    }
    value.get(at..)?.strip_prefix(first)?;
    pieces.push((at, 0));
    at += first.len();
    for (start, line) in lines {
        let body = line.trim_start_matches(' ');
        if body.is_empty() {
            continue;
        }
        let rest = value.get(at..)?;
        let joint = rest.len() - rest.trim_start_matches(['\n', ' ']).len();
        // Blanks that belong to the line itself are at the end of the joint.
        let own = rest[..joint].len() - rest[..joint].trim_end_matches(' ').len();
        let indent = line.len() - body.len();
        let own = if rest[..joint].contains('\n') { own.min(indent) } else { 0 };
        push_joint(&mut pieces, at, joint - own, start + indent - own);
        at += joint - own;
        pieces.push((at, start + indent - own));
        value.get(at + own..)?.strip_prefix(body)?;
        at += own + body.len();
    }
    pieces.push((at, pieces_end(&pieces, at)));
    Some(pieces)
}

/// The text offset of a value offset that the last piece reaches in step.
fn pieces_end(pieces: &Pieces, at: usize) -> usize {
    pieces.last().map_or(0, |&(value, source)| source + (at - value))
}

/// Aligns the `count` line ends or blanks that join two lines: the first has all of the text between the lines.
fn push_joint(pieces: &mut Pieces, at: usize, count: usize, next: usize) {
    if count > 0 {
        pieces.push((at, pieces_end(pieces, at)));
        pieces.extend((1..count).map(|number| (at + number, next)));
    }
}

/// Aligns a plain or quoted scalar: lines are trimmed, and joined by one blank or by the blank lines between them.
pub fn flow(value: &str, typed: &str, escape: Escape) -> Option<Pieces> {
    let mut pieces = Pieces::new();
    let (mut at, mut blank, mut joined) = (0, 0, false);
    let count = lines(typed).count();
    for (number, (start, line)) in lines(typed).enumerate() {
        let is_last = number + 1 == count;
        let body = if number > 0 { line.trim_start_matches([' ', '\t']) } else { line };
        let indent = line.len() - body.len();
        let body = if is_last { body } else { body.trim_end_matches([' ', '\t']) };
        if number > 0 && body.is_empty() && !is_last {
            blank += 1;
            continue;
        }
        if number > 0 {
            // Blank lines are kept as line ends; else a line end is a blank, or nothing after a backslash.
            let joint = if blank > 0 { blank } else { usize::from(!joined) };
            push_joint(&mut pieces, at, joint, start + indent);
            at += joint;
        }
        blank = 0;
        let backslashes = body.len() - body.trim_end_matches('\\').len();
        joined = escape == Escape::Backslash && backslashes % 2 == 1;
        at = run(value, at, body, start + indent, escape, &mut pieces)?;
    }
    Some(pieces)
}

/// Aligns one line's text; a piece of its own for every escape.
fn run(value: &str, mut at: usize, body: &str, start: usize, escape: Escape, pieces: &mut Pieces) -> Option<usize> {
    pieces.push((at, start));
    let mut source = 0;
    while source < body.len() {
        let rest = &body[source..];
        let plain = match escape {
            Escape::None => rest.len(),
            Escape::Quote => rest.find("''").unwrap_or(rest.len()),
            Escape::Backslash => rest.find('\\').unwrap_or(rest.len()),
        };
        value.get(at..)?.strip_prefix(&rest[..plain])?;
        at += plain;
        source += plain;
        if source == body.len() {
            break;
        }
        let (typed, length) = escaped(&body[source..], value.get(at..)?.chars().next())?;
        pieces.push((at, start + source));
        at += length;
        source += typed;
        pieces.push((at, start + source));
    }
    pieces.push((at, start + source));
    Some(at)
}

/// The bytes an escape takes, and the bytes of the character it stands for.
fn escaped(rest: &str, character: Option<char>) -> Option<(usize, usize)> {
    if rest.starts_with("''") {
        return Some((2, 1));
    }
    let kind = rest[1..].chars().next();
    let typed = match kind {
        // A line end after the backslash: nothing in the value.
        None => return Some((1, 0)),
        Some('x') => 4,
        Some('u') => 6,
        Some('U') => 10,
        Some(other) => 1 + other.len_utf8(),
    };
    Some((typed, character?.len_utf8()))
}

/// The lines of a text with their offsets, without line ends; a lone carriage return ends a line too.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next?;
        let rest = &text[start..];
        let length = rest.find(['\r', '\n']).unwrap_or(rest.len());
        next = match &rest.as_bytes()[length..] {
            [] => None,
            [b'\r', b'\n', ..] => Some(start + length + 2),
            _ => Some(start + length + 1),
        };
        Some((start, &rest[..length]))
    })
}
