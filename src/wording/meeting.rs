//! Party congresses, plenary sessions and central conferences, and how texts cite them.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;

use super::table;
use crate::model::numeral;
use crate::outline::Sure;

/// A Party congress, a plenary session or a central work conference.
#[derive(Clone, Debug, PartialEq)]
pub struct Meeting {
    /// How texts call it, the first as it is shown.
    pub names: Vec<&'static str>,
    pub first: Date,
    /// What it decided is public from this day on.
    pub last: Date,
    /// Of a congress or a plenary session: which congress, and which session, 0 for the congress itself.
    pub number: Option<(u8, u8)>,
    /// Only its dates are known, not that it was held.
    pub announced: bool,
    pub sure: Sure,
}

static MEETINGS: LazyLock<Vec<Meeting>> = LazyLock::new(|| {
    let rows = table::rows(include_str!("../../templates/wording/meetings.yaml"));
    let meetings = rows.map(|row| {
        let names = row.list("names");
        Meeting {
            number: names.iter().find_map(|name| citations(name).first().map(|cited| (cited.congress, cited.session))),
            names,
            first: row.day("first").expect("a test reads every table"),
            last: row.day("last").expect("a test reads every table"),
            announced: row.is("announced"),
            sure: row.sure(),
        }
    });
    meetings.collect()
});

/// Every meeting, in the order they were held.
pub fn meetings() -> &'static [Meeting] {
    &MEETINGS
}

impl Meeting {
    /// Whether a text of this day can speak of its outcome.
    pub fn is_over(&self, day: Date) -> bool {
        self.last <= day
    }
}

/// A congress or a plenary session as a text cites it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// 20 of 二十届三中全会.
    pub congress: u8,
    /// 3 of 二十届三中全会; 0 of 二十大.
    pub session: u8,
    /// The words that cite it: in a list, the member of the list.
    pub range: Range<usize>,
    /// The words of the whole: 二十届二中、三中全会.
    pub whole: Range<usize>,
}

/// The congresses and plenary sessions that a text cites: 党的二十大, 二十届三中全会, 十九届二中、三中、四中全会,
/// 党的第二十届中央委员会第三次全体会议. 历次全会 cites no session of its own. Linear in the length.
pub fn citations(text: &str) -> Vec<Citation> {
    let mut found = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '届' => found.extend(sessions(text, at)),
            '大' => found.extend(congress(text, at, at + c.len_utf8())),
            '次' if text[at..].starts_with("次全国代表大会") => {
                found.extend(congress(text, at, at + "次全国代表大会".len()));
            }
            _ => {}
        }
    }
    found
}

/// The Han numeral that ends at `end`, with its first byte: 二十.
fn numeral_before(text: &str, end: usize) -> Option<(u8, usize)> {
    let is_numeral = |c: char| "一二三四五六七八九十".contains(c);
    let length: usize = text[..end].chars().rev().take(4).take_while(|c| is_numeral(*c)).map(char::len_utf8).sum();
    let number = numeral::han(&text[end - length..end])?;
    // The Eighth Congress was in 1956, and the Thirtieth is far.
    u8::try_from(number).ok().filter(|number| (8..30).contains(number)).map(|number| (number, end - length))
}

/// Organisations that count congresses and sessions of their own: 团的十九大, 民盟十三届二中全会.
const OTHERS: [&str; 16] = [
    "团", "团的", "工会", "妇联", "妇女", "侨联", "科协", "文联", "作协", "残联", "民革", "民盟", "民建", "民进", "党",
    "学社",
];

/// Whether what stands before a number says that it is not the Party's.
fn is_of_others(text: &str, start: usize) -> bool {
    let before = text[..start].trim_end_matches(['第', '“']);
    let own = ["共产党", "我们党", "我党", "中共", "全党"];
    !own.iter().any(|own| before.ends_with(own)) && OTHERS.iter().any(|other| before.ends_with(other))
}

/// 党的二十大, 第二十次全国代表大会; without 党的 only what certainly is the congress: there are 二十大重点任务.
fn congress(text: &str, numeral_end: usize, end: usize) -> Option<Citation> {
    const AFTER: [&str; 9] = ["精神", "报告", "以来", "召开", "胜利", "闭幕", "和二十届", "和十九届", "、十九届"];
    let (congress, start) = numeral_before(text, numeral_end)?;
    let before = text[..start].trim_end_matches(['“', '第']);
    let is_partys = ["党的", "中共", "共产党"].iter().any(|party| before.ends_with(party));
    let is_short = &text[numeral_end..end] == "大";
    let goes_on = is_short && congress >= 18 && AFTER.iter().any(|word| text[end..].starts_with(word));
    let is_it = is_partys || goes_on && !is_of_others(text, start);
    is_it.then_some(Citation { congress, session: 0, range: start..end, whole: start..end })
}

/// What may stand between the members of a list of sessions.
const BETWEEN: [&str; 6] = ["、", "，", ",", "和", "及", "以及"];

/// 二十届二中、三中全会 and 二十届中央委员会第三次全体会议, from their 届.
fn sessions(text: &str, ju: usize) -> Vec<Citation> {
    let Some((congress, start)) = numeral_before(text, ju).filter(|(_, start)| !is_of_others(text, *start)) else {
        return Vec::new();
    };
    let mut at = ju + '届'.len_utf8();
    let one = |session, end| Citation { congress, session, range: start..end, whole: start..end };
    if let Some(rest) = text[at..].strip_prefix("中央委员会第") {
        let session = rest.chars().next().and_then(ordinal);
        let ends = rest.char_indices().nth(1).and_then(|(at, _)| rest[at..].strip_prefix("次全体会议"));
        return session.zip(ends).map(|(session, after)| one(session, text.len() - after.len())).into_iter().collect();
    }
    let mut found: Vec<Citation> = Vec::new();
    while let Some(session) = text[at..].chars().next().and_then(ordinal) {
        let Some(after) = text[at..].char_indices().nth(1).and_then(|(next, _)| text[at + next..].strip_prefix('中'))
        else {
            break;
        };
        let end = text.len() - after.len();
        found.push(Citation { congress, session, range: at..end, whole: start..end });
        let gap = BETWEEN.iter().rev().find(|gap| after.starts_with(*gap)).map_or(0, |gap| gap.len());
        at = end + gap;
        if found.len() > 9 {
            break;
        }
    }
    let Some(last) = found.last().map(|last| last.range.end) else { return found };
    let Some(closing) = ["全会", "全体会议"].iter().find(|closing| text[last..].starts_with(*closing)) else {
        return Vec::new();
    };
    let end = last + closing.len();
    if let [only] = &mut found[..] {
        only.range = start..end;
    }
    found.iter_mut().for_each(|citation| citation.whole = start..end);
    found
}

/// 一 to 九.
fn ordinal(c: char) -> Option<u8> {
    "一二三四五六七八九".chars().zip(1..).find(|(digit, _)| *digit == c).map(|(_, number)| number)
}
