//! Where the delimiters of a line may stand so that every renderer reads them: bold and italics give way.

use super::line::{Line, Style};

impl Line<'_> {
    /// Moves and drops what no delimiter could be read around.
    pub(super) fn settle(&mut self) {
        self.settle_stretches(|style| &mut style.strong, |a, b| a.link == b.link);
        self.settle_stretches(|style| &mut style.emphasis, |a, b| a.link == b.link && a.strong == b.strong);
        self.part_from_bold();
        self.part_emphasis();
    }

    /// Moves blanks and punctuation at the edge of a stretch out of it where its delimiter would not be read: CommonMark
    /// wants `**` before 《 to follow a blank or punctuation, and Chinese has none there (`实施《**行政复议法**》的`).
    fn settle_stretches(&mut self, flag: fn(&mut Style) -> &mut bool, joined: fn(Style, Style) -> bool) {
        let is_set = |characters: &mut [(char, Style)], index: usize| *flag(&mut characters[index].1);
        let mut start = 0;
        while start < self.characters.len() {
            if !is_set(&mut self.characters, start) {
                start += 1;
                continue;
            }
            let mut end = start + 1;
            while end < self.characters.len()
                && is_set(&mut self.characters, end)
                && joined(self.characters[end - 1].1, self.characters[end].1)
            {
                end += 1;
            }
            let stretch = end;
            while start < end && !opens(self.neighbour(start, start.checked_sub(1)), self.characters[start].0) {
                *flag(&mut self.characters[start].1) = false;
                start += 1;
            }
            while start < end && !opens(self.neighbour(end - 1, Some(end)), self.characters[end - 1].0) {
                end -= 1;
                *flag(&mut self.characters[end].1) = false;
            }
            start = stretch;
        }
    }

    /// What a delimiter at `index` has on its other side: a blank at the end of the line, the bracket of a link where one
    /// begins or ends.
    fn neighbour(&self, index: usize, other: Option<usize>) -> char {
        match other.and_then(|other| self.characters.get(other)) {
            None => ' ',
            Some((_, style)) if style.link != self.characters[index].1.link => '[',
            Some((c, _)) => *c,
        }
    }

    /// Drops italics that begin or end with a bold stretch without covering it: `***甲*乙*丙***` is not read by all.
    fn part_from_bold(&mut self) {
        let bold = |a: &(char, Style), b: &(char, Style)| a.1.strong == b.1.strong && a.1.link == b.1.link;
        for stretch in self.characters.chunk_by_mut(bold).filter(|stretch| stretch[0].1.strong) {
            if stretch.iter().all(|(_, style)| style.emphasis) {
                continue;
            }
            stretch.iter_mut().take_while(|(_, style)| style.emphasis).for_each(|(_, style)| style.emphasis = false);
            stretch
                .iter_mut()
                .rev()
                .take_while(|(_, style)| style.emphasis)
                .for_each(|(_, style)| style.emphasis = false);
        }
    }

    /// Drops italics where one stretch would begin on the very place another ends: `**甲****乙***` is not read.
    fn part_emphasis(&mut self) {
        for index in 1..self.characters.len() {
            let (before, after) = (self.characters[index - 1].1, self.characters[index].1);
            let same_link = before.link == after.link;
            let ends = (before.strong && !after.strong) || (before.emphasis && before.strong != after.strong);
            let begins = (after.strong && !before.strong) || (after.emphasis && before.strong != after.strong);
            let ends = ends || (before.emphasis && !after.emphasis);
            let begins = begins || (after.emphasis && !before.emphasis);
            if !(same_link && ends && begins) {
                continue;
            }
            if after.emphasis {
                self.drop_emphasis(index..self.characters.len(), after);
            } else {
                for at in (0..index).rev() {
                    if self.characters[at].1 != before {
                        break;
                    }
                    self.characters[at].1.emphasis = false;
                }
            }
        }
    }

    fn drop_emphasis(&mut self, range: std::ops::Range<usize>, style: Style) {
        for (_, own) in &mut self.characters[range] {
            if *own != style {
                break;
            }
            own.emphasis = false;
        }
    }
}

/// Whether a delimiter with `outer` on its outer side and `inner` on its inner side is read, from either end.
fn opens(outer: char, inner: char) -> bool {
    let blank = |c: char| c.is_whitespace();
    // Renderers differ in whether symbols are punctuation: inside, what may be is; outside, only what surely is.
    let may_be_punctuation = !inner.is_alphanumeric();
    let surely_punctuation = outer.is_ascii_punctuation() || is_chinese_punctuation(outer);
    !blank(inner) && (!may_be_punctuation || blank(outer) || surely_punctuation)
}

fn is_chinese_punctuation(c: char) -> bool {
    "，。；：！？、（）《》〈〉【】〔〕［］「」『』“”‘’—…·".contains(c)
}
