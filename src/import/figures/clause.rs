//! The quantities of a text that the words before them name.

use std::ops::Range;

use super::subject::Subjects;
use crate::model::Quantity;
use crate::model::day::Day;
use crate::model::quantity::scan;

/// A quantity with its name.
#[derive(Clone, Debug)]
pub struct Mention {
    /// Where it stands in the text.
    pub range: Range<usize>,
    /// Where its sentence starts.
    pub sentence: usize,
    pub group: String,
    pub name: String,
    pub quantity: Quantity,
}

impl Mention {
    /// Its full name.
    pub fn key(&self) -> (String, String) {
        (self.group.clone(), self.name.clone())
    }
}

/// Marks that end a clause.
const ENDS: &str = "，、：（）,:()";
/// Marks that end a sentence.
const STOPS: &str = "。；！？;!?\n";

/// Words at the start of a phrase that say of which year or place it is, where that is the report's own.
const OPENINGS: [&str; 22] = [
    "全年",
    "本年度",
    "本年",
    "今年",
    "年内",
    "一年来",
    "其中",
    "全县",
    "全市",
    "全区",
    "全省",
    "全镇",
    "我县",
    "我市",
    "我区",
    "我省",
    "我局",
    "我镇",
    "共计",
    "共",
    "一共",
    "已",
];

/// Words between a phrase and its quantity.
const LINKS: [&str; 6] = ["共计", "共", "达到", "达", "为", "了"];

/// Words of a sentence that does not tell of the whole year.
const OTHER_TIMES: [&str; 9] = ["上半年", "下半年", "季度", "近年", "五年", "三年", "年来", "月份", "历年"];

/// Finds the quantities that are certainly named, in the order of the text.
pub fn mentions(text: &str, year: Option<i16>, subjects: &Subjects) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut start = 0;
    for sentence in text.split_inclusive(|c| STOPS.contains(c)) {
        // Cells, links and notes are left alone.
        let is_plain = !sentence.contains(['|', '[', ']', '\\', '$', '￥']);
        if is_plain && tells_of_year(sentence, year) {
            of_sentence(sentence, start, year, subjects, &mut found);
        }
        start += sentence.len();
    }
    found
}

/// Whether a sentence tells of no other time than the report's year.
fn tells_of_year(sentence: &str, year: Option<i16>) -> bool {
    let compares = |at: usize| sentence[..at].ends_with(['比', '较', '与', '同']);
    let earlier = ["去年", "上年"];
    let other_year = sentence.match_indices('年').any(|(at, _)| {
        let told = Day::ending(sentence, at + '年'.len_utf8()).and_then(|day| day.year);
        told.is_some() && told != year
    });
    !other_year
        && !OTHER_TIMES.iter().any(|word| sentence.contains(word))
        && !earlier.iter().flat_map(|word| sentence.match_indices(word)).any(|(at, _)| !compares(at))
}

fn of_sentence(sentence: &str, start: usize, year: Option<i16>, subjects: &Subjects, found: &mut Vec<Mention>) {
    let quantities = scan(sentence);
    let mut subject: Option<String> = None;
    let mut last_end = 0;
    for (index, (range, quantity)) in quantities.iter().enumerate() {
        let next = quantities.get(index + 1).map(|(range, _)| range.start);
        let between = &sentence[last_end..range.start];
        last_end = range.end;
        let Some(phrase) = phrase(between, index == 0) else {
            subject = None;
            continue;
        };
        let bare = bare(phrase, year);
        let is_closed = sentence[range.end..].chars().next().is_none_or(|c| ENDS.contains(c) || STOPS.contains(c));
        // 受理、审结41件、37件: what follows right behind has its name somewhere else.
        let is_series = next.is_some_and(|next| bare_series(&sentence[range.end..next]));
        let is_readable = Quantity::parse(&quantity.written).as_ref() == Ok(quantity) && !quantity.unit.is_empty();
        let name = (is_closed && !is_series && is_readable).then(|| {
            let outcome = |group: &String| Some((group.clone(), subjects.outcome(group, bare, &quantity.unit)?));
            subjects.name(bare, &quantity.unit).or_else(|| subject.as_ref().and_then(outcome))
        });
        match name.flatten() {
            Some((group, name)) => {
                subject = Some(group.clone());
                let range = start + range.start..start + range.end;
                found.push(Mention { range, sentence: start, group, name, quantity: quantity.clone() });
            }
            None if ["同比", "上年", "去年"].iter().any(|word| bare.contains(word)) => {}
            None => subject = None,
        }
    }
}

/// The words of the last clause; `None` where it is not certain that they speak of what follows alone.
fn phrase(between: &str, is_first: bool) -> Option<&str> {
    let Some((at, end)) = between.char_indices().rev().find(|(_, c)| ENDS.contains(*c)) else {
        return is_first.then_some(between);
    };
    // 立案、办结41件: both words speak of it, unless a quantity stands right before the mark.
    let is_joined = end == '、' && (is_first || at > 0);
    (!is_joined).then(|| &between[at + end.len_utf8()..])
}

/// Whether nothing but a mark stands between two quantities.
fn bare_series(between: &str) -> bool {
    between.chars().all(|c| ENDS.contains(c) || matches!(c, '和' | '及'))
}

/// The phrase without what says when and where.
fn bare(phrase: &str, year: Option<i16>) -> &str {
    let own = year.map(|year| format!("{year}年"));
    let blank = |c: char| c.is_whitespace() || c == '　';
    let mut bare = phrase.trim_matches(blank);
    loop {
        let openings = own.as_deref().into_iter().flat_map(|own| [own]).chain(OPENINGS);
        let Some(rest) = openings.filter_map(|word| bare.strip_prefix(word)).next() else { break };
        bare = rest.strip_prefix('度').unwrap_or(rest).trim_start_matches(blank);
    }
    LINKS.iter().find_map(|link| bare.strip_suffix(link)).unwrap_or(bare)
}
