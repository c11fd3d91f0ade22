//! Numbers that are approximate twice: 近300余人, 约30人左右.

use super::fault::{Fault, Kind};
use super::number::Number;
use super::range::UNITS;

/// What a mark of approximation says.
#[derive(Clone, Copy, PartialEq)]
enum Bound {
    /// 近: a little less.
    Below,
    /// 约: about.
    About,
    /// 超过: more.
    Above,
}

/// Words before a number that make it approximate; longer ones first.
const BEFORE: [(&str, Bound); 15] = [
    ("将近", Bound::Below),
    ("接近", Bound::Below),
    ("近", Bound::Below),
    ("大约为", Bound::About),
    ("大约有", Bound::About),
    ("大约", Bound::About),
    ("约为", Bound::About),
    ("约有", Bound::About),
    ("约占", Bound::About),
    ("约达", Bound::About),
    ("约", Bound::About),
    ("超过了", Bound::Above),
    ("超过", Bound::Above),
    ("超", Bound::Above),
    ("逾", Bound::Above),
];

/// Characters that make 近, 约, 超 and 逾 a part of another word: 附近, 预约, 赶超.
const OTHER_WORDS: [(&str, &str); 4] = [
    ("近", "最附靠邻临亲贴走拉就远逼抵相凑新切毗挨"),
    ("约", "节预签履合违解续邀公条契制特集简爽毁守相赴租婚盟纪商协践失立口背要"),
    ("超", "赶反高出班入"),
    ("逾", "年"),
];

/// The mark of approximation before a number, and where it starts.
fn bound_before(before: &str) -> Option<(usize, Bound)> {
    let (word, bound) = *BEFORE.iter().find(|(word, _)| before.ends_with(word))?;
    let start = before.len() - word.len();
    let earlier = before[..start].chars().next_back();
    let is_other =
        |(single, parts): &(&str, &str)| word.starts_with(single) && earlier.is_some_and(|c| parts.contains(c));
    (!OTHER_WORDS.iter().any(is_other)).then_some((start, bound))
}

/// Units of time: 近10余年 is the last ten-odd years, not nearly so many.
const TIMES: [&str; 14] =
    ["年", "个月", "月", "天", "日", "周", "载", "小时", "个小时", "分钟", "季度", "个季度", "届", "个工作日"];

/// Whether 余 or 多 after a number is that word: 余额 and 多元化 are not.
fn is_surplus(after: &str) -> bool {
    let other = |first: char, seconds: &str| {
        let mut chars = after.chars();
        chars.next() == Some(first) && chars.next().is_some_and(|second| seconds.contains(second))
    };
    after.starts_with(['余', '多'])
        && !other('余', "额款粮热下波党孽生量杭姚庆干")
        && !other('多', "部方样边层式跨角媒渠措领类功维语党民")
        && !["多元化", "多元解", "多元纠", "多元矛"].iter().any(|word| after.starts_with(word))
}

/// 近300余人, 约30人左右, 超过50%以上: approximate twice.
pub(super) fn approximation(text: &str, number: &Number) -> Option<Fault> {
    let after = text[number.range.end..].trim_start_matches(['十', '百', '千', '万', '亿']);
    let end = text.len() - after.len();
    let Some((start, bound)) = bound_before(&text[..number.range.start]) else {
        return surplus_and_about(text, number.range.start, end);
    };
    surplus(text, start, end, bound).or_else(|| doubled_by_word(text, start, end, bound))
}

/// 300余人左右: the words of both stand behind the number.
fn surplus_and_about(text: &str, start: usize, end: usize) -> Option<Fault> {
    let after = &text[end..];
    let rest = after.strip_prefix(['余', '多']).filter(|_| is_surplus(after))?;
    let at = |rest: &str| ["左右", "上下"].iter().find(|word| rest.starts_with(**word)).map(|word| word.len());
    let (unit, about) = std::iter::once(0).chain(units(rest)).find_map(|unit| Some((unit, at(&rest[unit..])?)))?;
    let end = text.len() - rest.len() + unit + about;
    (!is_place(&text[end..])).then(|| Fault::new(Kind::DoubledApproximation, start..end))
}

/// The lengths of the units a text may start with.
fn units(text: &str) -> impl Iterator<Item = usize> {
    let units = UNITS.iter().chain(&[
        "%",
        "％",
        "个百分点",
        "平方米",
        "人次",
        "件次",
        "册",
        "本",
        "场次",
        "户次",
        "批次",
        "公斤",
        "年",
    ]);
    units.filter(|unit| text.starts_with(**unit)).map(|unit| unit.len())
}

/// Whether 左右 before these words is a place: 左右两岸.
fn is_place(after: &str) -> bool {
    after.starts_with(['岸', '江', '手', '侧', '两', '各'])
}

/// 余 or 多 at `end`, after an approximate number that starts at `start`.
fn surplus(text: &str, start: usize, end: usize, bound: Bound) -> Option<Fault> {
    let after = &text[end..];
    if !is_surplus(after) {
        return None;
    }
    let rest = &after['余'.len_utf8()..];
    if bound == Bound::Below && TIMES.iter().any(|time| rest.starts_with(time)) {
        return None;
    }
    let fault = Fault::new(Kind::DoubledApproximation, start..end + '余'.len_utf8());
    Some(if bound == Bound::Above { fault.mended(&text[start..end]) } else { fault })
}

/// 约30人左右, 超过50%以上: nothing but a unit stands between. 超过100家规模以上企业 counts the larger ones.
fn doubled_by_word(text: &str, start: usize, end: usize, bound: Bound) -> Option<Fault> {
    let after = &text[end..];
    if bound == Bound::Below && TIMES.iter().any(|time| after.starts_with(time)) {
        return None;
    }
    let lengths = std::iter::once(0).chain(units(after));
    let word = match bound {
        Bound::Above => "以上",
        Bound::Below | Bound::About => "左右",
    };
    let at = lengths.map(|length| end + length).find(|at| text[*at..].starts_with(word))?;
    if is_place(&text[at + word.len()..]) {
        return None;
    }
    let fault = Fault::new(Kind::DoubledApproximation, start..at + word.len());
    // 近30人左右 says two things; 约 and 左右 say one.
    Some(if bound == Bound::Below { fault } else { fault.mended(&text[start..at]) })
}

/// 近百余人: the number in Han.
pub(super) fn check_han_approximation(text: &str, at: usize, faults: &mut Vec<Fault>) {
    let after = at + '近'.len_utf8();
    let numerals = text[after..].chars().take(4).take_while(|c| "一二两三四五六七八九十百千万".contains(*c));
    let end = after + numerals.map(char::len_utf8).sum::<usize>();
    if end > after
        && text[..end].ends_with(['十', '百', '千', '万'])
        && text[end..].starts_with('余')
        && let Some((start, bound)) = bound_before(&text[..after])
    {
        faults.extend(surplus(text, start, end, bound));
    }
}
