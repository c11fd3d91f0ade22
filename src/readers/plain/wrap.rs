//! Lines that were broken at a width, and which of them belong together.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::Line;
use crate::outline::numbering::leading_mark;

/// How a text breaks its lines.
pub struct Wrap {
    /// `None` where a line is a paragraph.
    broken: Option<Broken>,
    /// Paragraphs are told by blanks before their first line.
    is_indenting: bool,
    /// They are told by a blank line.
    is_spacing: bool,
    /// Long ones hardly ever end without a mark.
    is_stopping: bool,
}

/// A text that breaks its lines at a width.
struct Broken {
    measure: Measure,
    width: usize,
}

/// What the width of a line is counted in.
#[derive(Clone, Copy)]
enum Measure {
    /// Columns of a terminal: two a Han character, one a quotation mark.
    Columns,
    /// Columns of a Chinese page: two a quotation mark and a dash too.
    Page,
    /// Those of a page whose marks were full-width before its text was copied.
    WideMarks,
    /// Characters, whatever their width; counted twice, to be comparable.
    Characters,
}

impl Measure {
    const ALL: [Self; 4] = [Self::Columns, Self::Page, Self::WideMarks, Self::Characters];

    fn width(self, line: &Line) -> usize {
        // No text is wrapped at such a width: how long the rest is does not matter.
        let text = &line.text[..line.text.floor_char_boundary(LONGEST)];
        let half_width_marks = || text.matches([',', ';', ':', '(', ')', '!', '?']).count();
        line.indent
            + match self {
                Self::Columns => text.width(),
                Self::Page => text.width_cjk(),
                Self::WideMarks => text.width_cjk() + half_width_marks(),
                Self::Characters => 2 * text.chars().count(),
            }
    }
}

/// Bytes of a line that are measured.
const LONGEST: usize = 600;

/// Lines this much shorter than the widest are still full: a mark may not begin a line, a word is not broken.
const SLACK: usize = 5;

/// A first line is not indented by more columns.
const INDENT: usize = 8;

impl Wrap {
    /// What the lengths of the lines tell.
    pub fn of(lines: &[Line]) -> Self {
        let found = Measure::ALL.map(|measure| (measure, width(lines, measure)));
        let found = found.into_iter().filter_map(|(measure, found)| Some((measure, found?)));
        // The measure that fills the most lines; of equals, the first.
        let best = found.reduce(|best, other| if other.1.1 > best.1.1 { other } else { best });
        let broken = best.map(|(measure, (width, _))| Broken { measure, width });
        let is_indenting = lines.iter().filter(|line| line.indent > 0).count() >= 3;
        Self {
            is_spacing: broken.as_ref().is_some_and(|broken| broken.is_spacing(lines)),
            broken,
            is_indenting,
            is_stopping: are_stopping(lines),
        }
    }

    /// Whether a line that is a paragraph was cut in the middle of a sentence, which the next one ends.
    fn is_cut(&self, before: &Line, line: &Line) -> bool {
        let is_open = before.text.ends_with(|c: char| c.is_alphanumeric());
        let is_end =
            !line.is_apart && line.indent == 0 && leading_mark(&line.text).is_none() && ends_sentence(&line.text);
        self.is_stopping && is_open && is_end && Measure::Columns.width(before) >= LONG
    }

    /// Whether a line goes on with the one before it.
    pub fn joins(&self, before: &Line, line: &Line) -> bool {
        let Some(broken) = &self.broken else { return continues(before, line) || self.is_cut(before, line) };
        let has_stopped = ends_sentence(&before.text);
        // Where paragraphs are indented, a long line that stops nowhere goes on in one that is not; a centred one is none.
        let goes_on =
            self.is_indenting && !has_stopped && !line.is_apart && line.indent == 0 && before.indent <= INDENT;
        let is_full = broken.fills(before, line) || goes_on && broken.measure.width(before) * 3 > broken.width * 2;
        match () {
            () if line.is_apart => is_full && !has_stopped && line.indent == 0 && leading_mark(&line.text).is_none(),
            () if line.indent > 0 && self.is_indenting && before.indent == 0 => false,
            () if line.indent > before.indent => false,
            () if !is_full => continues(before, line),
            () if self.is_indenting => line.indent == 0,
            () if self.is_spacing => true,
            () => !(has_stopped && (leading_mark(&line.text).is_some() || opens_part(&line.text))),
        }
    }
}

impl Broken {
    /// Whether hardly a line that is not full is followed by another without a blank line.
    fn is_spacing(&self, lines: &[Line]) -> bool {
        let ends = lines.windows(2).filter(|pair| !self.fills(&pair[0], &pair[1]));
        let (apart, close): (Vec<_>, Vec<_>) = ends.partition(|pair| pair[1].is_apart);
        apart.len() > 3 && close.len() * 10 <= apart.len()
    }

    /// Whether a line is as long as lines get, given what the next begins with: a number or a word goes there whole.
    fn fills(&self, line: &Line, next: &Line) -> bool {
        let is_unbroken = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | '%');
        let word: usize = next.text.chars().take_while(is_unbroken).take(12).filter_map(UnicodeWidthChar::width).sum();
        self.measure.width(line) + SLACK + 1 + word > self.width
    }
}

/// The width the text was wrapped at, and how many lines are as long.
///
/// A wrapped text has most of its lines in a band of a few columns, hardly one longer, and most of those stop in the
/// middle of a sentence.
fn width(lines: &[Line], measure: Measure) -> Option<(usize, usize)> {
    const WIDEST: usize = 160;
    let widths: Vec<usize> = lines.iter().map(|line| measure.width(line)).collect();
    let mut counts = [0_usize; WIDEST + 1];
    for width in &widths {
        counts[(*width).min(WIDEST)] += 1;
    }
    let band = |width: usize| counts[width.saturating_sub(SLACK - 1)..=width].iter().sum::<usize>();
    let widest = (24..WIDEST).max_by_key(|&width| (band(width), width))?;
    let is_full = |width: usize| width <= widest && width + SLACK > widest;
    let full: Vec<&Line> =
        lines.iter().zip(&widths).filter(|(_, width)| is_full(**width)).map(|(line, _)| line).collect();
    // Marks may hang over the end of a line.
    let longer = widths.iter().filter(|width| **width > widest + SLACK).count();
    let cut = full.iter().filter(|line| !ends_sentence(&line.text)).count();
    let is_wrapped = lines.len() >= 8 && full.len() * 3 >= lines.len() && longer * 25 <= lines.len();
    (is_wrapped && cut * 2 >= full.len()).then_some((widest, full.len()))
}

/// Whether a line goes on with the one before it, in a text with a paragraph a line: only where that is certain.
fn continues(before: &Line, line: &Line) -> bool {
    if line.is_apart || leading_mark(&line.text).is_some() {
        return false;
    }
    let width = Measure::Columns.width(before);
    let is_cut = before.text.ends_with(['，', '、', '（', '《', '“', '(', ',']);
    let is_rest = line.text.starts_with(['，', '。', '、', '；', '）', '》', '”', ',']);
    let is_long = width >= 120 && before.indent > 0 && line.indent == 0 && !ends_sentence(&before.text);
    is_cut || is_rest && width > 30 || is_long
}

/// 第一部分
fn opens_part(text: &str) -> bool {
    let is_numeral = |c| "一二三四五六七八九十".contains(c);
    text.strip_prefix('第').is_some_and(|rest| {
        let after = rest.trim_start_matches(is_numeral);
        after.len() < rest.len() && after.starts_with("部分")
    })
}

/// A line of so many columns is no heading.
const LONG: usize = 120;

/// Whether nearly all long lines end as paragraphs do.
fn are_stopping(lines: &[Line]) -> bool {
    let long = lines.iter().filter(|line| Measure::Columns.width(line) >= LONG);
    let (stopping, open): (Vec<_>, Vec<_>) = long.partition(|line| ends_sentence(&line.text));
    stopping.len() > 2 && open.len() * 3 <= stopping.len()
}

/// Whether a line ends as a paragraph may.
fn ends_sentence(text: &str) -> bool {
    text.ends_with(['。', '！', '？', '：', '；', ':', ';', '!', '?', '”', '）', ')', '.'])
}
