//! A word that immediately follows itself: 政府政府.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::fault::{Fault, Kind};
use crate::yaml::plain;

/// What may be repeated, as data; read when a repetition is met.
static RIGHT: LazyLock<HashSet<&str>> = LazyLock::new(|| words(include_str!("../../templates/language/repeated.yaml")));

/// What nobody says twice running, whatever follows it; read when a repetition is met.
static WRONG: LazyLock<HashSet<&str>> =
    LazyLock::new(|| words(include_str!("../../templates/language/unrepeated.yaml")));

/// The words of a table, which has them in groups.
fn words(table: &'static str) -> HashSet<&'static str> {
    let groups: Vec<Vec<&str>> = plain::parse(table).expect("a test reads the tables");
    groups.into_iter().flatten().collect()
}

/// The longest word that is looked for, in characters.
const LONGEST: usize = 8;

/// From this length on a repetition is none by chance, whatever follows it.
const CERTAIN: usize = 4;

/// The last characters that are kept: two words and the one before them.
const KEPT: usize = 32;
const _: () = assert!(KEPT > 2 * LONGEST && KEPT.is_power_of_two());

/// A run of Han characters, and which of them were met shortly before.
pub(super) struct Runs {
    /// Characters so far, and before the run began.
    count: u32,
    before: u32,
    /// When each was met last, counted from 1, by its lowest bits: some characters share theirs.
    met: [u32; 256],
    /// The last of them, each by its count.
    last: [char; KEPT],
}

impl Default for Runs {
    fn default() -> Self {
        Self { count: 0, before: 0, met: [0; 256], last: ['\0'; KEPT] }
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
        self.last[self.count as usize % KEPT] = c;
        let met = std::mem::replace(&mut self.met[c as usize & 0xff], self.count);
        if met > self.before
            && self.count - met <= LONGEST as u32
            && let Some(length) = self.repeated()
        {
            judge(text, at + c.len_utf8(), length, faults);
        }
        let is_same = self.count > self.before + 1 && self.last[(self.count as usize - 1) % KEPT] == c;
        if matches!(c, '的' | '了') && is_same {
            judge_particle(text, at, c, faults);
        }
    }

    /// The characters of the shortest word that ends here for the second time. A character repeated (层层层层) is no
    /// word.
    fn repeated(&self) -> Option<usize> {
        let run = (self.count - self.before) as usize;
        let newest = |back: usize| self.last[(self.count as usize).wrapping_sub(back) % KEPT];
        let is_same = |back: usize, length: usize| newest(back) == newest(back + length);
        let is_twice = |&length: &usize| (0..length).all(|back| is_same(back, length));
        // What goes on before the two is longer than they are: 好法治好法治 ends with no repeated 治好法.
        let goes_on = |length: usize| 2 * length < run && is_same(length, length);
        let mut lengths = (2..=LONGEST).take_while(|length| 2 * length <= run);
        let length = lengths.find(|length| is_twice(length) && !goes_on(*length))?;
        let is_one = (1..length).all(|back| is_same(0, back));
        (!is_one).then_some(length)
    }
}

/// Tells a word of so many characters that ends here for the second time.
fn judge(text: &str, end: usize, length: usize, faults: &mut Vec<Fault>) {
    let bytes = |characters: usize| text[..end].chars().rev().take(characters).map(char::len_utf8).sum::<usize>();
    let start = end - bytes(2 * length);
    let word = &text[end - bytes(length)..end];
    if is_slip(word, length, &text[end..]) {
        faults.push(Fault::new(Kind::RepeatedWord, start..end).better(word));
    }
}

/// Tells 的的 and 了了 where no word ends or begins with one of the two: 目的的, 标的的, 为了了解, 不了了之.
fn judge_particle(text: &str, at: usize, c: char, faults: &mut Vec<Fault>) {
    let start = at - c.len_utf8();
    let (before, after) = (&text[..start], &text[at + c.len_utf8()..]);
    let (ends, begins) = match c {
        '的' => ("目标鹄靶众有端打", "确士话"),
        _ => ("不为除罢", "解结却断然之无当如悟"),
    };
    if !before.is_empty() && !before.ends_with(|c| ends.contains(c)) && !after.starts_with(|c| begins.contains(c)) {
        faults.push(Fault::new(Kind::RepeatedWord, start..at + c.len_utf8()).better(c));
    }
}

/// Words that begin or fill a repetition on purpose: 一件一件, 每村每村, 各级各类.
const DISTRIBUTIVE: &str = "一二三四五六七八九十百千万两几半每逐各挨层步条件项年月日天";

/// What names of organs end with: 最高人民法院人民法院司法鉴定规定 is two of them.
const ORGAN: &str = "院府局委厅部会办处所队站心";

fn is_slip(word: &str, length: usize, after: &str) -> bool {
    // 推进推进会部署的任务 is two words.
    if WRONG.contains(word) && !after.starts_with('会') {
        return true;
    }
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
        Some(c) => !c.is_alphanumeric() || c.is_ascii_digit() || "的和与及等在是并".contains(c),
    };
    let certain = length >= CERTAIN && !word.ends_with(|c| ORGAN.contains(c));
    (certain || ends) && !RIGHT.contains(word)
}
