//! Slips of the pen: what makes a name and a text differ by a character or two.

/// A difference between a name and a text.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Edit {
    Other(char, char),
    Lost(char),
    Extra(char),
}

impl Edit {
    /// Whether it leaves the name what it is: 和 for 与, 的 more or less, another year, an adverb between the words.
    pub fn is_slight(self) -> bool {
        const PARTICLES: &str = "的和与及之地";
        const ADVERBS: &str = "要应须将已都均更也并再能会可还又在对为了着好先各";
        match self {
            // 依法治疆 for 依法治国: places put their own name there.
            Self::Other('国', _) => true,
            Self::Other(name, text) => PARTICLES.contains(name) || name.is_ascii_digit() && text.is_ascii_digit(),
            Self::Lost(name) => PARTICLES.contains(name),
            Self::Extra(text) => PARTICLES.contains(text) || ADVERBS.contains(text),
        }
    }
}

/// Whether a character can be a slip of the pen at all: not the end of a sentence, not a Latin letter.
fn is_slip(c: char) -> bool {
    c.is_alphanumeric() && !c.is_ascii_alphabetic() || c == '-' || c == '(' || c == ')'
}

/// How much of a text is the name with one to `edits` slips, each with `beyond` characters of the name behind it, and
/// the first slip.
pub(super) fn near(name: &[char], text: &[char], edits: u8, beyond: usize) -> Option<(usize, Edit)> {
    let same = name.iter().zip(text).take_while(|(a, b)| a == b).count();
    let (name, text) = (&name[same..], &text[same..]);
    let (&due, rest) = name.split_first()?;
    let other = text.first().copied();
    let tries = [
        other.map(|other| (rest, &text[1..], 1, Edit::Other(due, other))),
        Some((rest, text, 0, Edit::Lost(due))),
        other.map(|other| (name, &text[1..], 1, Edit::Extra(other))),
    ];
    tries.into_iter().flatten().find_map(|(name, text, taken, edit)| {
        let is_readable = match edit {
            Edit::Other(_, c) | Edit::Extra(c) => is_slip(c),
            Edit::Lost(_) => true,
        };
        if name.len() < beyond || !is_readable {
            return None;
        }
        if text.starts_with(name) {
            return Some((same + taken + name.len(), edit));
        }
        let (more, _) = (edits > 1).then(|| near(name, text, edits - 1, beyond)).flatten()?;
        Some((same + taken + more, edit))
    })
}
