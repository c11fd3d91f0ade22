//! Numbers: ranges, approximations, percentages.

use std::ops::Range;

use super::fault::{Fault, Kind};
use crate::model::numeral;

/// Where the ASCII digits that start at `at` end.
pub(super) fn digits_after(text: &str, at: usize) -> usize {
    at + text[at..].bytes().take_while(u8::is_ascii_digit).count()
}

/// Where the ASCII digits that end at `at` start.
pub(super) fn digits_before(text: &str, at: usize) -> usize {
    at - text[..at].bytes().rev().take_while(u8::is_ascii_digit).count()
}

fn is_digit(c: char) -> bool {
    numeral::digit(c).is_some()
}

/// A number as it stands in a text: 1,234.5 or ２０２１.
#[derive(Clone, Debug)]
struct Number<'t> {
    range: Range<usize>,
    written: &'t str,
    value: f64,
}

impl<'t> Number<'t> {
    /// The number that starts at `at`.
    fn read(text: &'t str, at: usize) -> Self {
        let (mut end, mut value, mut unit) = (at, 0.0, None);
        while let Some(c) = text[end..].chars().next() {
            let after = &text[end + c.len_utf8()..];
            match (numeral::digit(c), unit) {
                (Some(digit), None) => value = value * 10.0 + f64::from(digit),
                (Some(digit), Some(place)) => {
                    value += f64::from(digit) * place;
                    unit = Some(place / 10.0);
                }
                (None, None) if matches!(c, '.' | '．') && after.starts_with(is_digit) => unit = Some(0.1),
                (None, None) if c == ',' && is_group(after) => {}
                _ => break,
            }
            end += c.len_utf8();
        }
        Self { range: at..end, written: &text[at..end], value }
    }

    fn is_year(&self) -> bool {
        self.written.len() == 4 && self.is_whole() && (1900.0..2100.0).contains(&self.value)
    }

    /// Plain ASCII digits without point or comma.
    fn is_whole(&self) -> bool {
        self.written.bytes().all(|byte| byte.is_ascii_digit())
    }
}

/// Whether three digits follow, and no fourth: 1,234.
fn is_group(after: &str) -> bool {
    let digits = after.bytes().take(4).take_while(u8::is_ascii_digit).count();
    digits == 3
}

/// Looks at the number that starts at `at`; returns where it ends.
pub(super) fn check(text: &str, at: usize, faults: &mut Vec<Fault>) -> usize {
    let number = Number::read(text, at);
    let end = number.range.end;
    check_width(&number, faults);
    let before = &text[..at];
    let after = &text[end..];
    // A code, a version, a time, a part of a longer number.
    let is_part = before.ends_with(|c: char| c.is_ascii_alphanumeric() || "-－–/.．·×+_#".contains(c))
        || before.ends_with([':', '：']) && before.trim_end_matches([':', '：']).ends_with(is_digit);
    if before.ends_with(['.', '．']) {
        check_point(text, at, end, faults);
    }
    if is_part {
        return end;
    }
    if let Some(fault) = range(text, &number) {
        let end = fault.range.end;
        faults.push(fault);
        return end;
    }
    if let Some(fault) = approximation(text, &number) {
        faults.push(fault);
    }
    if after.starts_with(['%', '％']) {
        check_rate(text, &number, faults);
    }
    check_multiple(text, &number, faults);
    end
}

/// ２０２１: the digits of running text are half-width.
fn check_width(number: &Number, faults: &mut Vec<Fault>) {
    if number.written.is_ascii() {
        return;
    }
    let half: String = number
        .written
        .chars()
        .map(|c| match numeral::digit(c) {
            Some(digit) => char::from_digit(digit, 10).unwrap_or(c),
            None if c == '．' => '.',
            None => c,
        })
        .collect();
    faults.push(Fault::new(Kind::FullWidthDigits, number.range.clone()).mended(half));
}

/// 率为.5%: a decimal without its zero. A half-width stop before a number looks the same, so only before %.
fn check_point(text: &str, at: usize, end: usize, faults: &mut Vec<Fault>) {
    let point = text[..at].trim_end_matches(['.', '．']);
    let is_single = text[point.len()..at].chars().count() == 1;
    let follows_word = point.ends_with(['率', '为', '达', '到', '占', '约']);
    if is_single && follows_word && text[end..].starts_with(['%', '％']) {
        let better = format!("0.{}", &text[at..end]);
        faults.push(Fault::new(Kind::BareDecimal, point.len()..end).better(better));
    }
}

/// Marks between the ends of a range, as they are typed.
const CONNECTORS: [&str; 12] = ["——", "—", "--", "-", "－", "–", "−", "―", "～～", "～", "~", "〜"];

/// Marks that are none: neither 一字线 nor 浪纹线.
fn is_makeshift(connector: &str) -> bool {
    matches!(connector, "——" | "--" | "-" | "－" | "–" | "−" | "～～")
}

/// What stands between two numbers of a range, and the second number.
struct Other<'t> {
    /// 年, 月 or 日 after the first number.
    unit: Option<char>,
    connector: &'t str,
    number: Number<'t>,
}

fn other<'t>(text: &'t str, first: &Number) -> Option<Other<'t>> {
    let rest = &text[first.range.end..];
    let unit = rest.chars().next().filter(|c| matches!(c, '年' | '月' | '日'));
    let rest = &rest[unit.map_or(0, char::len_utf8)..];
    let connector = CONNECTORS.iter().find(|connector| rest.starts_with(**connector))?;
    let at = text.len() - rest.len() + connector.len();
    text[at..].starts_with(is_digit).then_some(())?;
    let number = Number::read(text, at);
    // Three numbers in a row are a date or a code.
    let after = &text[number.range.end..];
    let goes_on = after.starts_with(|c: char| c.is_ascii_alphabetic() || "-－–—―~～/".contains(c));
    (!goes_on).then_some(Other { unit, connector, number })
}

/// Units of quantities that a range is certainly counted in; what also numbers things (条, 项, 级, 期) is left out.
const UNITS: [&str; 30] = [
    "个",
    "天",
    "人",
    "名",
    "家",
    "件",
    "次",
    "元",
    "公里",
    "千米",
    "米",
    "岁",
    "分钟",
    "小时",
    "倍",
    "户",
    "起",
    "吨",
    "亩",
    "平方",
    "周",
    "位",
    "份",
    "台",
    "辆",
    "种",
    "工作日",
    "只",
    "所",
    "处",
];

/// A range whose mark, % or 万 is not as it should be.
fn range(text: &str, first: &Number) -> Option<Fault> {
    let before = &text[..first.range.start];
    if before.ends_with(['第', '—', '―', '～', '~', '〔', '[', '图', '表', '号', '№', '至', '条']) {
        return None;
    }
    let Other { unit, connector, number: second } = other(text, first)?;
    let after = &text[second.range.end..];
    let start = first.range.start;
    let (from, to) = (first.written, second.written);
    if let Some(unit) = unit {
        let next = after.chars().next().filter(|c| matches!(c, '年' | '月' | '日'))?;
        let is_date = is_makeshift(connector) && first.is_whole() && second.is_whole() && to.len() <= 4;
        let end = second.range.end + next.len_utf8();
        let fault = Fault::new(Kind::RangeMark, start..end).mended(format!("{from}{unit}—{to}{next}"));
        return is_date.then_some(fault);
    }
    if first.value >= second.value {
        return None;
    }
    if first.is_year() && second.is_year() {
        let is_span = is_makeshift(connector) && after.starts_with('年');
        let fault = Fault::new(Kind::RangeMark, start..second.range.end);
        return is_span.then(|| fault.mended(format!("{from}—{to}")));
    }
    if let Some(sign) = after.chars().next().filter(|c| matches!(c, '%' | '％')) {
        let fault = Fault::new(Kind::BarePercent, start..second.range.end + sign.len_utf8());
        return (second.value <= 1000.0).then(|| fault.mended(format!("{from}{sign}～{to}{sign}")));
    }
    let magnitude = ["万亿", "万", "亿"].into_iter().find(|magnitude| after.starts_with(magnitude));
    if let Some(magnitude) = magnitude {
        let fault = Fault::new(Kind::BareMagnitude, start..second.range.end + magnitude.len());
        let better = format!("{from}{magnitude}～{to}{magnitude}");
        // 1～100万 may begin at one.
        let is_close = second.value <= first.value * 20.0;
        return Some(if is_close { fault.mended(better) } else { fault.better(better) }).filter(|_| is_close);
    }
    if !is_makeshift(connector) || from.len() > 6 || from.starts_with('0') && from.len() > 1 && first.is_whole() {
        return None;
    }
    let fault = Fault::new(Kind::RangeMark, start..second.range.end);
    let whole = first.is_whole() && second.is_whole();
    let is_months = whole && second.value <= 12.0 && after.starts_with('月');
    let is_days = whole && second.value <= 31.0 && after.starts_with('日') && before.ends_with('月');
    if is_months || is_days {
        return Some(fault.mended(format!("{from}—{to}")));
    }
    let is_quantity =
        UNITS.iter().any(|unit| after.starts_with(unit)) || after.starts_with('年') && second.value <= 20.0 && whole;
    let is_number = !after.starts_with("个一") && !after.starts_with("年级") && !after.starts_with("人民");
    (is_quantity && is_number).then(|| fault.mended(format!("{from}～{to}")))
}

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
fn approximation(text: &str, number: &Number) -> Option<Fault> {
    let (start, bound) = bound_before(&text[..number.range.start])?;
    let after = text[number.range.end..].trim_start_matches(['十', '百', '千', '万', '亿']);
    let end = text.len() - after.len();
    surplus(text, start, end, bound).or_else(|| doubled_by_word(text, start, end, bound))
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
    let units = UNITS.iter().chain(&["%", "％", "个百分点", "平方米", "人次", "件次", "公斤", "年"]);
    let lengths = std::iter::once(0).chain(units.filter(|unit| after.starts_with(**unit)).map(|unit| unit.len()));
    let word = match bound {
        Bound::Above => "以上",
        Bound::Below | Bound::About => "左右",
    };
    let at = lengths.map(|length| end + length).find(|at| text[*at..].starts_with(word))?;
    if text[at + word.len()..].starts_with(['岸', '江', '手', '侧', '两', '各']) {
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

/// Verbs of a fall.
const FALLS: [&str; 9] = ["下降", "减少", "降低", "缩减", "缩短", "下滑", "压缩", "回落", "缩小"];

/// 下降2倍: by more than all there was.
fn check_multiple(text: &str, number: &Number, faults: &mut Vec<Fault>) {
    let after = text[number.range.end..].trim_start_matches(['余', '多']);
    if !after.starts_with('倍') || after.starts_with("倍率") {
        return;
    }
    let before = text[..number.range.start].trim_end_matches(['了', '约', '近']);
    if let Some(verb) = FALLS.iter().find(|verb| before.ends_with(**verb)) {
        let end = text.len() - after.len() + '倍'.len_utf8();
        faults.push(Fault::new(Kind::FallInMultiples, before.len() - verb.len()..end));
    }
}

/// Verbs of a change.
const CHANGES: [&str; 10] = ["提高", "上升", "提升", "下降", "降低", "增长", "增加", "减少", "下滑", "回升"];

/// Bytes before a change in which its rate is looked for.
const REACH: usize = 90;

/// 办结率98%，同比提高2%: the change of a rate is told in 个百分点.
fn check_rate(text: &str, number: &Number, faults: &mut Vec<Fault>) {
    let before = text[..number.range.start].trim_end_matches('了');
    let Some(verb) = CHANGES.iter().find(|verb| before.ends_with(**verb)) else { return };
    let before = &before[..before.len() - verb.len()];
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(REACH))..];
    let Some((head, between)) = near.rsplit_once(['%', '％']) else { return };
    let compared = between.trim_start_matches(['，', ',', '（', '(', '、']);
    let compares = ["同比", "较", "比", "环比"].iter().any(|word| compared.starts_with(word));
    let is_plain = compared.chars().count() <= 12 && !compared.contains(|c: char| "，。；：、,;:()（）".contains(c));
    if !(compared.is_empty() || compares && is_plain) {
        return;
    }
    let subject = head.trim_end_matches(|c: char| is_digit(c) || matches!(c, '.' | '．'));
    if subject.len() == head.len() {
        return;
    }
    let verbs = ["达到了", "达到", "达", "为", "是", "约", "约为", "保持在"];
    let name = verbs.iter().find_map(|verb| subject.strip_suffix(verb)).unwrap_or(subject);
    if name.ends_with('率') {
        let end = number.range.end + text[number.range.end..].chars().next().map_or(0, char::len_utf8);
        let start = before.len();
        faults.push(Fault::new(Kind::RateChange, start..end).better(format!("{verb}{}个百分点", number.written)));
    }
}
