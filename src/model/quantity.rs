//! Quantities: exact decimal, 万 or 亿, unit, and 余/多/近/约/超, printed as written.

use std::ops::Range;

use rust_decimal::{Decimal, RoundingStrategy};

use super::interval::Interval;
use super::{numeral, unit};

/// How exact a quantity claims to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Approximation {
    #[default]
    Exact,
    /// 约, 左右, 大约
    About,
    /// 近: a little below
    Nearly,
    /// 余, 多, 超: a little above
    Over,
}

impl Approximation {
    /// What two marks on one number mean together: 近2.2万余 says both, so neither.
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Exact, mark) | (mark, Self::Exact) => mark,
            (one, other) if one == other => one,
            _ => Self::About,
        }
    }
}

/// A quantity as written: 83件, 1,234件, 3.2万人次, 98.50%, 近400家, 3200余人次.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The number in units of `scale`, with the decimals it was written with.
    pub number: Decimal,
    /// 1, 10^4 for 万, 10^8 for 亿.
    pub scale: Decimal,
    /// 件, 人次, 万元 is 元 with scale 万; `%` and 个百分点 are units; empty when there is none.
    pub unit: String,
    pub approximation: Approximation,
    /// As typed, to be printed.
    pub written: String,
}

/// Why a text is no quantity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuantityFault {
    /// There is no digit in it.
    NoNumber,
    /// Text besides one number and its unit.
    Extra(String),
    /// A separator that does not stand between groups of three: 1,23.
    Separator,
    /// More digits than an exact decimal holds.
    TooLong,
}

/// Marks before a number, longer before shorter.
const BEFORE: [(&str, Approximation); 10] = [
    ("大约", Approximation::About),
    ("约", Approximation::About),
    ("将近", Approximation::Nearly),
    ("接近", Approximation::Nearly),
    ("近", Approximation::Nearly),
    ("不足", Approximation::Nearly),
    ("超过", Approximation::Over),
    ("超", Approximation::Over),
    ("逾", Approximation::Over),
    ("多于", Approximation::Over),
];

/// Marks between a number, its scale and its unit.
const BETWEEN: [(&str, Approximation); 2] = [("余", Approximation::Over), ("多", Approximation::Over)];

/// Marks after the unit.
const AFTER: [(&str, Approximation); 3] =
    [("左右", Approximation::About), ("上下", Approximation::About), ("以上", Approximation::Over)];

/// The longest unit in characters: 个百分点 has four, and 统一社会信用代码 is not a unit.
const LONGEST_UNIT: usize = 8;

/// How a number stands: alone in a value, or in running prose.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Setting {
    Value,
    Prose,
}

/// What was read from the beginning of a text, ranges in bytes.
struct Head {
    number: Decimal,
    scale: Decimal,
    approximation: Approximation,
    unit: String,
    unit_range: Range<usize>,
    end: usize,
}

impl Quantity {
    /// Reads a whole text as one quantity. 无 is none of them: 0.
    ///
    /// ```
    /// use fazhi::model::Quantity;
    /// let quantity = Quantity::parse("3.2万余人次").unwrap();
    /// assert_eq!(quantity.value(), 32_000.into());
    /// assert_eq!(quantity.unit, "人次");
    /// assert_eq!(quantity.written, "3.2万余人次");
    /// assert!(Quantity::parse("1,23件").is_err());
    /// ```
    ///
    /// # Errors
    /// Says what in it is no part of a quantity.
    pub fn parse(text: &str) -> Result<Self, QuantityFault> {
        let text = text.trim();
        if text == "无" {
            return Ok(Self::of(Decimal::ZERO, Decimal::ONE, "", Approximation::Exact, text));
        }
        let head = head(text, Setting::Value)?;
        match text[head.end..].trim_start() {
            "" => Ok(Self::from_head(text, &head)),
            rest => Err(QuantityFault::Extra(rest.to_owned())),
        }
    }

    /// A quantity that was computed, written the way the desk writes it: `34件`, `约98.60%`, `2.2万人次`.
    ///
    /// A scale that has no word is multiplied out.
    pub fn computed(number: Decimal, scale: Decimal, unit: &str, approximation: Approximation) -> Self {
        let word = unit::scale_word(scale);
        let (number, scale) = match word {
            "" => (number.saturating_mul(scale), Decimal::ONE),
            _ => (number, scale),
        };
        let written = match approximation {
            Approximation::Exact => format!("{number}{word}{unit}"),
            Approximation::About => format!("约{number}{word}{unit}"),
            Approximation::Nearly => format!("近{number}{word}{unit}"),
            Approximation::Over => format!("{number}{word}余{unit}"),
        };
        Self::of(number, scale, unit, approximation, &written)
    }

    fn of(number: Decimal, scale: Decimal, unit: &str, approximation: Approximation, written: &str) -> Self {
        Self { number, scale, unit: unit::canonical(unit).to_owned(), approximation, written: written.to_owned() }
    }

    fn from_head(written: &str, head: &Head) -> Self {
        Self::of(head.number, head.scale, &head.unit, head.approximation, written)
    }

    /// The value with 万 and 亿 multiplied out.
    pub fn value(&self) -> Decimal {
        self.number.saturating_mul(self.scale)
    }

    /// Whether it is a rate: its unit is `%`.
    pub fn is_rate(&self) -> bool {
        self.unit == unit::PERCENT
    }

    /// As written, without the unit: `3.2万`, `98.50`, `近400`, `1,234`. 万 and 亿 belong to the number.
    pub fn without_unit(&self) -> String {
        match head(&self.written, Setting::Value) {
            Ok(head) if !head.unit_range.is_empty() => {
                let (before, after) = (&self.written[..head.unit_range.start], &self.written[head.unit_range.end..]);
                format!("{}{after}", before.trim_end())
            }
            _ => self.written.clone(),
        }
    }

    /// The values it may stand for: a count is exact, a rounded number is half a last digit wide on both sides, and a
    /// mark of approximation widens it by one step of its last digit that is not 0.
    ///
    /// ```
    /// use fazhi::model::Quantity;
    /// let interval = Quantity::parse("2.2万件").unwrap().interval();
    /// assert_eq!((interval.lower, interval.upper), (21_500.into(), 22_500.into()));
    /// assert!(!interval.contains(22_500.into()));
    /// ```
    pub fn interval(&self) -> Interval {
        let step = self.step();
        let below = if is_power_of_ten(self.number) { step / Decimal::TWO } else { step };
        let (lower, upper, closed) = match self.approximation {
            Approximation::Exact => match self.precision() {
                None => return Interval::exact(self.value()),
                Some(half) => (self.number - half, self.number + half, false),
            },
            Approximation::About => (self.number - below, self.number + step, true),
            Approximation::Nearly => (self.number - below, self.number, true),
            Approximation::Over => (self.number, self.number + step, false),
        };
        Interval { lower: lower.saturating_mul(self.scale), upper: upper.saturating_mul(self.scale), closed }
    }

    /// Half of the last digit, where the number can be a rounded one: it has decimals, a scale, or is a rate.
    fn precision(&self) -> Option<Decimal> {
        let rounded = self.number.scale() > 0
            || self.scale > Decimal::ONE
            || ["%", "‰", unit::POINTS, "倍"].contains(&&*self.unit);
        rounded.then(|| Decimal::new(5, (self.number.scale() + 1).min(28)))
    }

    /// One in the place of the last digit that is not 0: 100 for 3200, 0.1 for 2.2; 1 for 0.
    fn step(&self) -> Decimal {
        let normal = self.number.normalize();
        let mut mantissa = normal.mantissa().unsigned_abs();
        let mut step = Decimal::new(1, normal.scale());
        while mantissa != 0 && mantissa.is_multiple_of(10) {
            mantissa /= 10;
            step = step.saturating_mul(Decimal::TEN);
        }
        step
    }

    /// The number rounded half up to `decimals`, an all-zero tail dropped; a rate becomes 100% or 0% only when it is
    /// exactly that (domain: the desk).
    pub fn rounded(number: Decimal, decimals: u32, unit: &str) -> Decimal {
        let decimals = decimals.min(20);
        // What a quotient leaves in the last places is no difference: 1/3 + 2/3 is 1.
        let exact = number.round_dp(20);
        let mut rounded = exact.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
        if unit == unit::PERCENT && rounded != exact && (rounded == Decimal::ONE_HUNDRED || rounded.is_zero()) {
            let last = Decimal::new(1, decimals);
            rounded = if exact < rounded { rounded - last } else { rounded + last };
        }
        if rounded.fract().is_zero() {
            return rounded.trunc();
        }
        rounded.rescale(decimals);
        rounded
    }
}

/// Whether a number is 1, 10, 100, … or 0.1, 0.01, …
fn is_power_of_ten(number: Decimal) -> bool {
    let mut mantissa = number.mantissa();
    while mantissa != 0 && mantissa % 10 == 0 {
        mantissa /= 10;
    }
    mantissa == 1
}

/// Finds the quantities in running prose, in order, each with its range in bytes. Years, dates, document numbers,
/// ordinals, ranges, codes and list numbers are none. Linear in the text.
///
/// ```
/// use fazhi::model::quantity::scan;
/// let text = "2021年收到行政复议申请83件，立案41件，近400家企业";
/// let found: Vec<&str> = scan(text).into_iter().map(|(range, _)| &text[range]).collect();
/// assert_eq!(found, ["83件", "41件", "近400家"]);
/// ```
pub fn scan(text: &str) -> Vec<(Range<usize>, Quantity)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = text[at..].find(|character| numeral::digit(character).is_some()) {
        let start = at + offset;
        let token_end = start + token(&text[start..]);
        let before = &text[at..start];
        at = token_end;
        let mark = mark_before(before);
        let Ok(mut head) = head(&text[start..], Setting::Prose) else { continue };
        let end = start + head.end;
        // A code, a version, a range: more stands in the token than one number.
        if end < token_end || !stands_alone(&text[..start], &text[start..end], &text[end..]) {
            continue;
        }
        at = end;
        let from = start - mark.map_or(0, |(word, _)| word.len());
        head.approximation = mark.map_or(head.approximation, |(_, mark)| mark.and(head.approximation));
        let mut quantity = Quantity::from_head(&text[start..end], &head);
        text[from..end].clone_into(&mut quantity.written);
        found.push((from..end, quantity));
    }
    found
}

/// The length of what hangs together with a digit without a blank or Han character: 2022-01-10, 5G, 7×24, 3.15.
fn token(text: &str) -> usize {
    let inside = |character: char| {
        numeral::digit(character).is_some()
            || character.is_ascii_alphabetic()
            || matches!(
                character,
                '.' | ',' | '．' | '-' | '－' | '–' | '—' | '/' | '~' | '～' | '+' | '＋' | '×' | '·' | ':' | '：'
            )
    };
    let end = text.find(|character| !inside(character)).unwrap_or(text.len());
    // Marks at the end belong to the sentence.
    text[..end].trim_end_matches(|character: char| !character.is_alphanumeric()).len()
}

/// The mark of approximation that a text ends with. 节约, 最近, 赶超 are words of their own.
fn mark_before(text: &str) -> Option<(&'static str, Approximation)> {
    let &(word, mark) = BEFORE.iter().find(|(word, _)| text.ends_with(word))?;
    let earlier = text[..text.len() - word.len()].chars().next_back();
    let other_word = match word {
        "约" => earlier.is_some_and(|character| "节预签履合违解续邀公条契制特".contains(character)),
        "近" => earlier.is_some_and(|character| "最附靠邻临".contains(character)),
        "超" => earlier.is_some_and(|character| "赶反".contains(character)),
        _ => false,
    };
    (!other_word).then_some((word, mark))
}

/// Whether the number is a quantity by what stands around it.
fn stands_alone(before: &str, number: &str, after: &str) -> bool {
    let previous = before.chars().next_back();
    let next = after.chars().next();
    // 提高到98% and 历时3个月 give a quantity; 3至5件, 2016到2020 and 10时30分 do not.
    let after_number =
        || before.chars().rev().nth(1).is_some_and(|c| numeral::digit(c).is_some() || "%％年月日".contains(c));
    if previous.is_some_and(|c| c.is_ascii_alphanumeric() || "第〔[［【《-－–—/~～+＋×·.．".contains(c))
        || previous.is_some_and(|c| "至到时".contains(c)) && after_number()
    {
        return false;
    }
    if next.is_some_and(|c| c.is_ascii_alphabetic() || "号月日时点届〕]］】》-－–—/~～+＋×·至到".contains(c))
    {
        return false;
    }
    if ["热线", "平台", "专线"].iter().any(|word| after.starts_with(word)) {
        return false;
    }
    let bare = number.chars().all(|character| numeral::digit(character).is_some());
    // “12345”, （3）, and 12348 wherever it stands, name a thing.
    let enclosed = matches!((previous, next), (Some('“' | '"' | '（' | '('), Some('”' | '"' | '）' | ')')));
    if bare && (enclosed || number.len() == 5 && number.starts_with("12")) {
        return false;
    }
    let year = number.strip_suffix('年').is_some_and(|digits| digits.chars().count() == 4);
    // 1. 1． 1、 and 1） at the start of a line number it.
    let starts_line = before.is_empty() || before.ends_with(['\n', '　', ' ']);
    !(year || bare && starts_line && next.is_some_and(|c| ".．、)）".contains(c)))
}

/// Reads the quantity a text begins with.
fn head(text: &str, setting: Setting) -> Result<Head, QuantityFault> {
    let mut at = 0;
    let mut approximation = Approximation::Exact;
    if setting == Setting::Value {
        marked(text, &mut at, &BEFORE, &mut approximation);
        at += blanks(&text[at..]);
        if let Some(rest) = text[at..].strip_prefix(PER_HUNDRED) {
            let (number, length) = number(rest, setting)?;
            let end = at + PER_HUNDRED.len() + length;
            let unit = unit::PERCENT.to_owned();
            return Ok(Head { number, scale: Decimal::ONE, approximation, unit, unit_range: at..at, end });
        }
    }
    let (mut number, length) = number(&text[at..], setting)?;
    at += length;
    let mut scale = Decimal::ONE;
    marked(text, &mut at, &BETWEEN, &mut approximation);
    if let Some((value, length)) = unit::leading_scale(text[at..].trim_start_matches(BLANKS)) {
        at += blanks(&text[at..]) + length;
        scale = value;
        let length;
        (number, scale, length) = compound(number, scale, &text[at..], setting);
        at += length;
        marked(text, &mut at, &BETWEEN, &mut approximation);
    }
    let start = at + blanks(&text[at..]);
    let unit_range = start..start + unit_length(&text[start..], setting);
    if !unit_range.is_empty() {
        at = unit_range.end;
    }
    marked(text, &mut at, &AFTER, &mut approximation);
    number.checked_mul(scale).ok_or(QuantityFault::TooLong)?;
    let unit = unit::canonical(&text[unit_range.clone()]).to_owned();
    Ok(Head { number, scale, approximation, unit, unit_range, end: at })
}

/// Blanks that may stand between a number and its unit.
const BLANKS: [char; 3] = [' ', '\u{3000}', '\u{a0}'];

/// 百分之三十: a percentage whose unit stands first.
const PER_HUNDRED: &str = "百分之";

/// The length of the blanks a text begins with.
fn blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches(BLANKS).len()
}

/// Takes a mark of approximation at `at`, if one stands there.
fn marked(text: &str, at: &mut usize, marks: &[(&str, Approximation)], approximation: &mut Approximation) {
    if let Some(&(word, mark)) = marks.iter().find(|(word, _)| text[*at..].starts_with(word)) {
        *at += word.len();
        *approximation = approximation.and(mark);
    }
}

/// 1亿2000万: a second number of a smaller scale right after the first. Without one, what was given, and 0.
fn compound(number: Decimal, scale: Decimal, text: &str, setting: Setting) -> (Decimal, Decimal, usize) {
    let second = || {
        let (low, length) = self::number(text, setting).ok()?;
        let (low_scale, word) = unit::leading_scale(&text[length..])?;
        let whole = number.checked_mul(scale)?.checked_div(low_scale)?.checked_add(low)?;
        (low_scale < scale && low.checked_mul(low_scale)? < scale).then_some((whole, low_scale, length + word))
    };
    second().unwrap_or((number, scale, 0))
}

/// The length of the unit a text begins with: in a value whatever letters stand there, in prose a known unit.
fn unit_length(text: &str, setting: Setting) -> usize {
    if setting == Setting::Prose {
        return unit::leading_unit(text).unwrap_or(0);
    }
    let signs = ["%", "％", "﹪", "‰", "℃"];
    if let Some(sign) = signs.iter().find(|sign| text.starts_with(*sign)) {
        return sign.len();
    }
    let letters = text.find(|character: char| !character.is_alphabetic() && character != '/').unwrap_or(text.len());
    let word = &text[..letters];
    let word = AFTER.iter().find_map(|(mark, _)| word.strip_suffix(mark)).unwrap_or(word);
    if word.chars().count() > LONGEST_UNIT { 0 } else { word.len() }
}

/// The number a text begins with and its length in bytes.
fn number(text: &str, setting: Setting) -> Result<(Decimal, usize), QuantityFault> {
    let digits = Digits::read(text, setting);
    if digits.end == 0 {
        return match setting {
            Setting::Value => han_number(text),
            Setting::Prose => Err(QuantityFault::NoNumber),
        };
    }
    if digits.bad_groups {
        return Err(QuantityFault::Separator);
    }
    if digits.text.len() > LONGEST_NUMBER {
        return Err(QuantityFault::TooLong);
    }
    let number = Decimal::from_str_exact(&digits.text).map_err(|_| QuantityFault::TooLong)?;
    Ok((number, digits.end))
}

/// Digits and a point that an exact decimal always holds: 28 of them.
const LONGEST_NUMBER: usize = 29;

/// A number in Han numerals: 三件, 十二次.
fn han_number(text: &str) -> Result<(Decimal, usize), QuantityFault> {
    let is_numeral = |character: char| numeral::han_digit(character).is_some() || "十百千".contains(character);
    let end = text.find(|character| !is_numeral(character)).unwrap_or(text.len());
    match numeral::han(&text[..end]) {
        Some(number) => Ok((Decimal::from(number), end)),
        None => match text.find(|character| numeral::digit(character).is_some()) {
            Some(digit) => Err(QuantityFault::Extra(text[..digit].trim().to_owned())),
            None => Err(QuantityFault::NoNumber),
        },
    }
}

/// The digits of a number as ASCII, separators dropped.
struct Digits {
    text: String,
    end: usize,
    /// Whether separators stand between other groups than of three.
    bad_groups: bool,
}

impl Digits {
    fn read(text: &str, setting: Setting) -> Self {
        let mut digits = Self { text: String::new(), end: 0, bad_groups: false };
        let (mut group, mut grouped, mut point) = (0, false, false);
        for (at, character) in text.char_indices() {
            if let Some(digit) = numeral::digit(character) {
                // One more than fits is enough to know that it is too long.
                if digits.text.len() <= LONGEST_NUMBER {
                    digits.text.extend(char::from_digit(digit, 10));
                }
                group += 1;
                digits.end = at + character.len_utf8();
                continue;
            }
            let rest = &text[at + character.len_utf8()..];
            let followed = digits.end == at && at > 0 && rest.starts_with(|next| numeral::digit(next).is_some());
            match character {
                '.' | '．' if followed && !point => {
                    digits.bad_groups |= grouped && group != 3;
                    (point, grouped) = (true, false);
                    digits.text.push('.');
                }
                ',' | '，' if followed && !point && is_separator(character, group, rest, setting) => {
                    digits.bad_groups |= if grouped { group != 3 } else { group > 3 };
                    (grouped, group) = (true, 0);
                }
                _ => break,
            }
        }
        digits.bad_groups |= grouped && group != 3;
        digits
    }
}

/// Whether a comma after a group of digits separates thousands. In prose it may as well end a clause, so there it must
/// be half-width and what follows exactly three digits.
fn is_separator(comma: char, group: usize, rest: &str, setting: Setting) -> bool {
    let following = || rest.chars().take(4).take_while(|&character| numeral::digit(character).is_some()).count();
    setting == Setting::Value || (comma == ',' && group <= 3 && following() == 3)
}
