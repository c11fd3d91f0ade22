//! Who reports on which place and year: from the title, the signature, and what the text speaks of.

use indexmap::IndexMap;
use jiff::civil::Date;

use super::field::Label;
use super::frame::Frame;
use super::organ::{self, Organ};
use super::piece::Piece;
use crate::model::{Kind, Level, date};
use crate::readers::is_blank;

/// The names of a report.
#[derive(Clone, Debug, Default)]
pub struct Names {
    pub issuers: Vec<String>,
    /// The issuer was composed of a place: the text names none.
    pub is_guessed: bool,
    /// The issuer is the organ that published the page: the text names none.
    pub is_of_page: bool,
    pub place: Option<String>,
    pub kind: Option<Kind>,
    pub level: Option<Level>,
    pub year: Option<i16>,
    /// As it will be typed.
    pub date: Option<String>,
    pub number: Option<String>,
}

/// What a title without 关于 speaks of after the name of the place or organ.
const MATTERS: [&str; 10] = ["二〇", "二零", "二○", "二Ｏ", "二O", "依法行政", "上半年", "年度", "本级", "上一年度"];
/// Words that may stand between the two.
const VERBS: [&str; 10] = ["推进", "全面", "深入", "加强", "落实", "贯彻", "开展", "建设", "持续", "工作"];

impl Names {
    /// Finds the names.
    pub fn find(frame: &Frame, pieces: &[Piece]) -> Self {
        let body = || frame.body.iter().map(|&index| pieces[index].text());
        let mut names = Self::default();
        let lines: Vec<&str> = frame.title.iter().map(String::as_str).collect();
        let named = title_organs(&lines);
        names.issuers.clone_from(&named);
        if let [name] = named.as_slice()
            && !organ::is_organ(name)
        {
            names.issuers = frame.signature.iter().filter(|signed| signed.contains(name.as_str())).cloned().collect();
            if names.issuers.is_empty() {
                names.issuers.extend(government_of(name));
                names.is_guessed = !names.issuers.is_empty();
            }
        }
        if names.issuers.is_empty() {
            names.issuers.clone_from(&frame.signature);
        }
        if names.issuers.is_empty() {
            names.issuers.extend(body().take(6).find_map(|text| organ_announced(announced(text)?)));
        }
        if names.issuers.is_empty()
            && of_itself(body()).kind == Some(Kind::Department)
            && let Some(organ) = field(frame, Label::Publication("organ")).filter(|name| is_department_of_place(name))
        {
            names.issuers.push(organ);
            names.is_of_page = true;
        }
        let Organ { mut place, kind, level } = names.issuers.last().map(|name| organ::organ(name)).unwrap_or_default();
        if place.is_none() {
            let occasion = frame.occasion.as_ref().and_then(|occasion| occasion.split_once('在'));
            let assembly = occasion.and_then(|(_, assembly)| organ::organ(assembly).place);
            place = assembly.or_else(|| place_spoken_of(body())).or_else(|| place_that_acts(body()));
        }
        let of_place = place.as_deref().map(organ::organ).unwrap_or_default();
        let of_itself = || of_itself(body());
        names.kind = kind.or(of_place.kind).or_else(|| of_itself().kind);
        names.level = level.or(of_place.level).or_else(|| of_itself().level);
        names.place = place;
        let published = || field(frame, Label::Date).and_then(|value| first_date(&value));
        names.date = frame.date.clone().or_else(|| published().map(|date| date.to_string()));
        names.number =
            frame.number.clone().or_else(|| field(frame, Label::Number).filter(|number| number.contains('号')));
        let signed = || names.date.as_deref().and_then(year_before);
        let title = lines.concat();
        names.year = year(&title)
            .or_else(|| year(&title.replace("法治", "年法治")))
            .or_else(|| body().take(6).find_map(|text| year(announced(text)?)))
            .or_else(|| body().take(6).find_map(|text| year(&outside_names(text))))
            .or_else(|| body().take(3).find_map(year))
            .or_else(signed);
        names
    }
}

/// The first value of a label.
fn field(frame: &Frame, label: Label) -> Option<String> {
    let mut entries = frame.fields.iter().filter(|entry| entry.label == label && !entry.value.is_empty());
    entries.next().map(|entry| entry.value.clone())
}

/// The date a value starts with: 2022-01-25 16:40:41.
pub fn first_date(value: &str) -> Option<Date> {
    date::parse(value).or_else(|| {
        let day = value.split([' ', '\u{3000}', 'T']).next()?;
        date::parse(day).or_else(|| date::parse(&value[..value.find('日')? + '日'.len_utf8()]))
    })
}

/// The organs the title names, or the place it names instead.
fn title_organs(lines: &[&str]) -> Vec<String> {
    // A line above a subtitle names nobody, nor does 【年度报告】.
    let subtitle = lines.iter().rposition(|line| line.starts_with('—')).unwrap_or_default();
    let lines: Vec<&str> = lines[subtitle..].iter().map(|line| without_tag(line.trim_start_matches('—'))).collect();
    let Some(at) = lines.iter().position(|line| line.contains("关于")).or_else(|| lines.len().checked_sub(1)) else {
        return Vec::new();
    };
    // 甲县水利局2023年 / 法治政府建设情况报告
    let mut names: Vec<&str> = lines[..at].iter().map(|line| without_year_at_end(line)).collect();
    let rest = match lines[at].split_once("关于") {
        // 关于郏县2021年……: who reports is named behind 关于 only.
        Some((before, after)) if at == 0 && before.trim().is_empty() => {
            let sent = ["报送", "呈报", "上报", "印发"].iter().find_map(|word| after.strip_prefix(word));
            name_before_matter(without_year(sent.unwrap_or(after)))
        }
        Some((before, _)) => without_year(before),
        None => name_before_matter(without_year(lines[at])),
    };
    let rest = without_year(rest).trim_end_matches(['年', '度']);
    if !rest.is_empty() {
        names.push(rest);
    }
    let names: Vec<String> = names.into_iter().map(|name| name.chars().filter(|&c| !is_blank(c)).collect()).collect();
    let whole = names.concat();
    match () {
        () if names.len() > 1 && names.iter().all(|name| organ::is_organ(name)) => names,
        // 2018年政府依法行政工作报告: a kind of organ, and no name.
        () if organ::is_kind(&whole) => Vec::new(),
        () if organ::is_organ(&whole) => organ::organs(&whole),
        () if organ::is_place(&whole) => vec![whole],
        () => Vec::new(),
    }
}

/// A title without what stands in 【】 before it.
fn without_tag(title: &str) -> &str {
    let tagged = title.strip_prefix('【').and_then(|tag| tag.split_once('】'));
    tagged.map_or(title, |(_, title)| title).trim_start_matches(is_blank)
}

/// The name a title starts with: up to the year or the matter, or to a verb before those. Of several the longest that
/// is a name is taken, for 住房和城乡建设局 has a verb in it; where none is, the shortest.
fn name_before_matter(title: &str) -> &str {
    let starts = |words: &'static [&'static str]| words.iter().filter_map(|word| title.find(word));
    let law = title.match_indices("法治").map(|(at, _)| at).find(|&at| !title[..at].ends_with('依'));
    let digit = title.find(|c: char| c.is_ascii_digit() || c == '〇' || c == '○');
    let matter = starts(&MATTERS).chain(digit).chain(law).min().unwrap_or(title.len());
    let mut ends: Vec<usize> = starts(&VERBS).filter(|&end| end < matter).chain([matter]).collect();
    ends.sort_unstable();
    let is_name = |&&end: &&usize| {
        let name: String = title[..end].chars().filter(|&c| !is_blank(c)).collect();
        organ::is_organ(&name) || organ::is_place(&name)
    };
    let end = ends.iter().rev().find(is_name).unwrap_or(&ends[0]);
    &title[..*end]
}

/// A title without the year it starts with.
fn without_year(title: &str) -> &str {
    let is_digit = |c: char| c.is_ascii_digit() || "〇○零一二三四五六七八九".contains(c);
    let rest = title.trim_start_matches(is_digit);
    match rest.strip_prefix('年') {
        Some(rest) if rest.len() < title.len() => rest.strip_prefix('度').unwrap_or(rest),
        _ => title,
    }
}

/// A line of a title without the year it ends with.
fn without_year_at_end(line: &str) -> &str {
    let is_digit = |c: char| c.is_ascii_digit() || "〇○零一二三四五六七八九".contains(c);
    let name = line.strip_suffix('度').unwrap_or(line).strip_suffix('年').unwrap_or(line);
    let rest = name.trim_end_matches(is_digit);
    if name.len() < line.len() && rest.len() < name.len() { rest } else { line }
}

/// The government of a place.
fn government_of(place: &str) -> Option<String> {
    let ending = match organ::organ(place).kind? {
        Kind::Township if place.ends_with("街道") => "办事处",
        Kind::Government | Kind::Township => "人民政府",
        Kind::Zone => "管理委员会",
        Kind::Department => return None,
    };
    Some(format!("{place}{ending}"))
}

/// The place whose documents a text names most: 《兴义市…》.
fn place_spoken_of<'a>(body: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut counts: IndexMap<String, usize> = IndexMap::new();
    for text in body {
        for (at, mark) in text.match_indices('《') {
            let name = &text[at + mark.len()..];
            let name = &name[..name.floor_char_boundary(60)];
            if let Some(place) = organ::organ(name).place.filter(|place| place.chars().count() <= 8) {
                *counts.entry(place).or_default() += 1;
            }
        }
    }
    // Of two named as often, the one named first.
    let most = counts.values().copied().max().filter(|&count| count >= 2)?;
    counts.into_iter().find(|&(_, count)| count == most).map(|(place, _)| place)
}

/// The place a text begins with as the one that did things: 松河区坚持……, where no other place does so.
fn place_that_acts<'a>(body: impl Iterator<Item = &'a str>) -> Option<String> {
    /// Paragraphs before the first heading.
    const FIRST: usize = 2;
    /// Where more names act than these, none is known to report.
    const MOST: usize = 8;
    const ACTS: [&str; 19] = [
        "坚持", "全面", "深入", "认真", "始终", "紧紧", "严格", "积极", "扎实", "高度", "牢牢", "持续", "大力", "不断",
        "按照", "围绕", "切实", "以", "在",
    ];
    /// 甲区委、区政府坚持……, 甲镇党委、政府坚持……
    const GOVERNING: [&str; 10] = [
        "委、县政府",
        "委、区政府",
        "委、市政府",
        "委县政府",
        "委区政府",
        "委市政府",
        "党委、政府",
        "党委政府",
        "人民政府",
        "政府",
    ];
    let mut acting: Vec<String> = Vec::new();
    for text in body.take(FIRST) {
        for clause in text.split(['，', '。', '；', ',', ';', '：', ':']) {
            let clause = clause.trim_matches(is_blank);
            let clause = &clause[..clause.floor_char_boundary(60)];
            let place = organ::organ(clause).place.filter(|place| organ::is_place(place));
            let acts = |place: &String| {
                clause.strip_prefix(place.as_str()).is_some_and(|rest| {
                    let rest = GOVERNING.iter().find_map(|organ| rest.strip_prefix(organ)).unwrap_or(rest);
                    ACTS.iter().any(|act| rest.starts_with(act))
                })
            };
            acting.extend(place.filter(|place| place.chars().count() <= 12).filter(acts));
        }
    }
    acting.dedup();
    if acting.len() > MOST {
        return None;
    }
    // 经开区 is the 北京经济技术开发区 named before.
    let is_short = |name: &String| acting.iter().any(|other| other.len() > name.len() && abbreviates(name, other));
    let mut whole: Vec<&String> = acting.iter().filter(|name| !is_short(name)).collect();
    whole.dedup();
    match whole[..] {
        [place] => Some(place.clone()),
        _ => None,
    }
}

/// Whether a name is made of characters of another, in their order, and ends as it does.
fn abbreviates(short: &str, whole: &str) -> bool {
    let mut characters = whole.chars();
    short.chars().all(|c| characters.any(|other| other == c)) && short.chars().next_back() == whole.chars().next_back()
}

/// What a text without the name of an organ says of itself: 我镇, 我局. A department speaks of its place too.
fn of_itself<'a>(body: impl Iterator<Item = &'a str>) -> Organ {
    const OFFICES: [&str; 5] = ["我局", "我委", "我厅", "我办", "我中心"];
    let (mut office, mut township, mut provincial) = (0, 0, 0);
    for text in body {
        office += OFFICES.iter().map(|name| text.matches(name).count()).sum::<usize>();
        township += ["我镇", "我乡", "我街道"].iter().map(|name| text.matches(name).count()).sum::<usize>();
        provincial += text.matches("我厅").count();
    }
    match () {
        () if office.max(township) == 0 || office == township => Organ::default(),
        () if office > township => {
            let level = (provincial == office).then_some(Level::Province);
            Organ { kind: Some(Kind::Department), level, place: None }
        }
        () => Organ { kind: Some(Kind::Township), level: Some(Level::Township), place: None },
    }
}

/// What a text announces to report on: 现将2021年度法治政府建设情况报告如下.
fn announced(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once("现将").or_else(|| text.split_once("现就"))?;
    let clause = rest.split(['。', '，', ',', '；', '《']).next()?;
    ["报告", "汇报", "总结"].iter().any(|noun| clause.contains(noun)).then_some(clause)
}

/// The organ an announcement names with its place: 现将甲市农业农村局2024年法治政府建设情况报告如下.
fn organ_announced(clause: &str) -> Option<String> {
    let name = name_before_matter(without_year(clause)).trim_end_matches("关于");
    let name: String = name.chars().filter(|&c| !is_blank(c)).collect();
    (organ::is_organ(&name) && organ::organ(&name).place.is_some()).then_some(name)
}

/// Whether a name is that of a department with its place.
fn is_department_of_place(name: &str) -> bool {
    let organ::Organ { place, kind, .. } = organ::organ(name);
    organ::is_organ(name) && kind == Some(Kind::Department) && place.is_some()
}

/// The year a report signed on a day is about: the one before, or the one that is about to end.
fn year_before(date: &str) -> Option<i16> {
    let year: i16 = date.get(..4)?.parse().ok()?;
    let month = date[4..].trim_start_matches(|c: char| !c.is_ascii_digit());
    let is_ending = ["11", "12"].iter().any(|last| month.starts_with(last));
    Some(if is_ending { year } else { year - 1 })
}

/// The first year a text names that is no day's: 2021年, 二〇二一年, 2021-2022.
pub fn year(text: &str) -> Option<i16> {
    let text: String = text.chars().filter(|&c| !is_blank(c)).map(arabic).collect();
    text.match_indices("20").map(|(at, _)| &text[at..]).find_map(|rest| {
        let year = rest.get(..4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()))?;
        let after = rest[4..].trim_start_matches(['年', '度']);
        let is_day =
            after.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with('月') && !after.starts_with('月');
        (after.len() < rest.len() - 4 && !is_day).then(|| year.parse().ok()).flatten()
    })
}

/// A text without the names in it and without spans: neither 《……2022年工作要点》 nor 2021—2025年 is the year of a report.
fn outside_names(text: &str) -> String {
    let mut depth = 0_usize;
    let outside = text.chars().filter(|c| {
        depth = match c {
            '《' => depth + 1,
            '》' => depth.saturating_sub(1),
            _ => depth,
        };
        depth == 0
    });
    let outside: String = outside.collect();
    let spans: Vec<&str> = outside.split(['—', '–', '-', '－', '～', '~', '至']).collect();
    let rest = |span: &&str| span.trim_start_matches(|c: char| c.is_ascii_digit()).to_owned();
    let (first, others) = spans.split_first().expect("a text has one part at least");
    std::iter::once((*first).to_owned()).chain(others.iter().map(rest)).collect()
}

/// A numeral of a year as a digit.
fn arabic(c: char) -> char {
    let numerals = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let digit = match c {
        '○' | '零' | 'Ｏ' => Some(0),
        '０'..='９' => Some(c as u32 - '０' as u32),
        c => numerals.iter().position(|&numeral| numeral == c).map(|digit| digit as u32),
    };
    digit.and_then(|digit| char::from_digit(digit, 10)).unwrap_or(c)
}
