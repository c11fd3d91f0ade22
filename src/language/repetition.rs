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

/// For each length, how many characters in a row were the same as the one so far before.
#[derive(Default)]
pub(super) struct Runs {
    /// The last characters, the newest first.
    last: [u32; LONGEST],
    same: [u32; LONGEST],
}

impl Runs {
    /// Ends the run of Han characters.
    pub(super) fn end(&mut self) {
        *self = Self::default();
    }

    /// Looks at a Han character.
    pub(super) fn step(&mut self, text: &str, at: usize, c: char, faults: &mut Vec<Fault>) {
        let code = u32::from(c);
        let mut is_repeated = false;
        for ((earlier, same), length) in self.last.iter().zip(&mut self.same).zip(1..) {
            *same = if *earlier == code { *same + 1 } else { 0 };
            is_repeated |= *same == length;
        }
        self.last.copy_within(..LONGEST - 1, 1);
        self.last[0] = code;
        if is_repeated {
            self.judge(text, at + c.len_utf8(), faults);
        }
    }

    /// The shortest word that ends here for the second time. A character repeated (层层层层) is no word.
    fn judge(&self, text: &str, end: usize, faults: &mut Vec<Fault>) {
        let is_repeated = |length: &usize| self.same[length - 1] as usize == *length;
        let Some(length) = (2..=LONGEST).find(is_repeated).filter(|length| (self.same[0] as usize) + 1 < *length)
        else {
            return;
        };
        let Some((start, _)) = text[..end].char_indices().rev().nth(2 * length - 1) else { return };
        let word = &text[start + (end - start) / 2..end];
        if is_slip(word, length, &text[end..]) {
            faults.push(Fault::new(Kind::RepeatedWord, start..end).better(word));
        }
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
