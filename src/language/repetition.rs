//! A word that immediately follows itself: 政府政府.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::fault::{Fault, Kind};
use crate::yaml::data;

/// What may be repeated, as data; read when a repetition is met.
static RIGHT: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let words: Vec<String> =
        data::parse(include_str!("../../templates/language/repeated.yaml")).expect("a test reads the table");
    words.into_iter().collect()
});

/// The longest word that is looked for, in characters.
const LONGEST: usize = 8;

/// From this length on a repetition is none by chance, whatever follows it.
const CERTAIN: usize = 4;

/// A run of Han characters, and which of them were met shortly before.
pub(super) struct Runs {
    /// Characters so far, and before the run began.
    count: u32,
    before: u32,
    /// When each was met last, counted from 1, by its lowest bits: some characters share theirs.
    met: [u32; 256],
}

impl Default for Runs {
    fn default() -> Self {
        Self { count: 0, before: 0, met: [0; 256] }
    }
}

impl Runs {
    /// Ends the run of Han characters.
    pub(super) fn end(&mut self) {
        self.before = self.count;
    }

    /// Looks at a Han character: only one that was met shortly before can end a repetition.
    pub(super) fn step(&mut self, text: &str, at: usize, c: char, faults: &mut Vec<Fault>) {
        self.count += 1;
        let met = std::mem::replace(&mut self.met[c as usize & 0xff], self.count);
        if met > self.before && self.count - met <= LONGEST as u32 {
            judge(text, at + c.len_utf8(), (self.count - self.before) as usize, faults);
        }
    }
}

/// The shortest word that ends here for the second time, in a run of so many characters. A character repeated (层层层层)
/// is no word.
fn judge(text: &str, end: usize, run: usize, faults: &mut Vec<Fault>) {
    // The newest first.
    let mut last = ['\0'; 2 * LONGEST + 1];
    let length = run.min(last.len());
    text[..end].chars().rev().zip(&mut last[..length]).for_each(|(c, last)| *last = c);
    let last = &last[..length];
    // How many characters in a row are the same as the one so far before.
    let same = |far: usize| last.iter().zip(last.iter().skip(far)).take_while(|(c, earlier)| c == earlier).count();
    let Some(length) = (2..=LONGEST).find(|length| same(*length) == *length).filter(|length| same(1) + 1 < *length)
    else {
        return;
    };
    let start = end - 2 * last[..length].iter().map(|c| c.len_utf8()).sum::<usize>();
    let word = &text[start + (end - start) / 2..end];
    if is_slip(word, length, &text[end..]) {
        faults.push(Fault::new(Kind::RepeatedWord, start..end).better(word));
    }
}

/// Words that begin or fill a repetition on purpose: 一件一件, 每村每村, 各级各类.
const DISTRIBUTIVE: &str = "一二三四五六七八九十百千万两几半每逐各挨层步条件项年月日天";

/// What names of organs end with: 最高人民法院人民法院司法鉴定规定 is two of them.
const ORGAN: &str = "院府局委厅部会办处所队站心";

fn is_slip(word: &str, length: usize, after: &str) -> bool {
    // 针对企业对企业: the words begin and end elsewhere.
    let joins = |c: char| "对到与和向从为在以由于之的地得是及或被把让给等".contains(c);
    if word.starts_with(joins) || word.ends_with(joins) {
        return false;
    }
    if word.starts_with(|c| DISTRIBUTIVE.contains(c)) || word.contains(|c| "一二三四五六七八九十".contains(c))
    {
        return false;
    }
    // 县人民政府政府信息公开: the second may open a word of its own, unless what follows cannot belong to one.
    let ends = match after.chars().next() {
        None => true,
        Some(c) => !c.is_alphanumeric() || "的和与及等在是并".contains(c),
    };
    let certain = length >= CERTAIN && !word.ends_with(|c| ORGAN.contains(c));
    (certain || ends) && !RIGHT.contains(word)
}
