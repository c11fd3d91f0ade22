//! What a name says of an organ: its place, its level, what kind of organ it is.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::characters::han::is_ideograph;
use crate::model::{Kind, Level};
use crate::readers::is_blank;

/// Cities that are no county-level ones: the prefectures of the land. What else is called 市 is a county-level city.
static PREFECTURES: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("prefectures.txt").split_whitespace().collect());
/// Cities of provincial level.
const MUNICIPALITIES: [&str; 4] = ["北京", "天津", "上海", "重庆"];

/// What organs are called at the end of their names, longer before shorter.
const ENDINGS: &[&str] = &[
    "街道办事处",
    "地区行政公署",
    "行政公署",
    "人民政府办公室",
    "人民政府办公厅",
    "人民政府",
    "管理委员会",
    "管委会",
    "委员会",
    "办事处",
    "办公室",
    "办公厅",
    "党工委",
    "党组",
    "党委",
    "市委",
    "县委",
    "区委",
    "旗委",
    "州委",
    "盟委",
    "镇委",
    "乡委",
    "省委",
    "工委",
    "政府",
    "分局",
    "总局",
    "局",
    "厅",
    "部",
    "委",
    "办",
    "院",
    "署",
    "处",
    "所",
    "站",
    "中心",
    "总队",
    "支队",
    "大队",
    "总社",
    "联合会",
    "公司",
    "集团",
    "协会",
    "总工会",
    "学校",
    "大学",
    "学院",
    "医院",
    "兵团",
];

/// Endings of places, and the level of each; of 市 the name decides.
const PLACES: &[(&str, Level)] = &[
    ("特别行政区", Level::Province),
    ("自治区", Level::Province),
    ("省", Level::Province),
    ("自治州", Level::City),
    ("地区", Level::City),
    ("州", Level::City),
    ("盟", Level::City),
    ("市", Level::City),
    ("自治县", Level::County),
    ("自治旗", Level::County),
    ("林区", Level::County),
    ("特区", Level::County),
    ("县", Level::County),
    ("旗", Level::County),
    ("开发区", Level::County),
    ("高新区", Level::County),
    ("新区", Level::County),
    ("园区", Level::County),
    ("示范区", Level::County),
    ("管理区", Level::County),
    ("风景区", Level::County),
    ("度假区", Level::County),
    ("保税区", Level::County),
    ("产业区", Level::County),
    ("试验区", Level::County),
    ("实验区", Level::County),
    ("合作区", Level::County),
    ("区", Level::County),
    ("街道", Level::Township),
    ("镇", Level::Township),
    ("乡", Level::Township),
    ("苏木", Level::Township),
];

/// Endings of places that are no administrative divisions.
const ZONES: &[&str] = &[
    "开发区",
    "高新区",
    "园区",
    "示范区",
    "管理区",
    "风景区",
    "度假区",
    "保税区",
    "产业区",
    "合作区",
    "试验区",
    "实验区",
];

/// Words between the name of a place and the next name in a sentence; no place starts with them.
const JOINING: [char; 10] = ['委', '、', '在', '与', '和', '及', '对', '向', '被', '将'];

/// What a name says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Organ {
    pub place: Option<String>,
    pub kind: Option<Kind>,
    pub level: Option<Level>,
}

/// Whether a text is the name of an organ: Han characters only, ending as one does.
pub fn is_organ(text: &str) -> bool {
    const LONGEST: usize = 40;
    let text: String = text.chars().filter(|&c| !is_blank(c)).take(LONGEST + 1).collect();
    let length = text.chars().count();
    let is_plain = text.chars().all(|c| is_chinese(c) || matches!(c, '（' | '）' | '(' | ')' | '、' | '·'));
    // 文化和旅游局（文物局）: another name of it.
    let name = text.strip_suffix(['）', ')']).and_then(|text| text.rsplit_once(['（', '(']));
    let name = name.map_or(text.as_str(), |(name, _)| name);
    (2..=LONGEST).contains(&length) && is_plain && ENDINGS.iter().any(|ending| name.ends_with(ending))
}

/// Whether a text is what organs are called at the end of their names, and no more: 政府, 办公室.
pub fn is_kind(text: &str) -> bool {
    ENDINGS.contains(&text)
}

/// Whether a text is the name of a place: Han characters only, ending as one does.
pub fn is_place(text: &str) -> bool {
    let length = text.chars().count();
    // 全县, 我市, 各区
    let is_own = !text.starts_with(['全', '我', '本', '各', '该']) || length > 3;
    (2..=20).contains(&length)
        && is_own
        && text.chars().all(is_chinese)
        && PLACES.iter().any(|(ending, _)| text.ends_with(ending))
}

/// Whether a character is a Chinese one: an ideograph, or 〇, which Unicode counts among the marks.
pub fn is_chinese(c: char) -> bool {
    is_ideograph(c) || c == '〇'
}

/// The organs of a joint report, the Party committee first: they stand one after the other, with or without a blank.
pub fn organs(text: &str) -> Vec<String> {
    let separators = |c: char| is_blank(c) || matches!(c, '、' | '，' | ',' | '\n');
    let named: Vec<&str> = text.split(separators).filter(|name| !name.is_empty()).collect();
    let is_name = |name: &&str| is_organ(name) && name.chars().count() > 3;
    if named.len() > 1 && named.iter().all(is_name) {
        return named.into_iter().map(str::to_owned).collect();
    }
    let text = named.concat();
    for (at, ending) in text.match_indices("委员会").chain(text.match_indices('委')) {
        let (first, second) = text.split_at(at + ending.len());
        let second = second.trim_start_matches(['和', '与']);
        let is_government =
            ["人民政府", "办事处", "管理委员会", "管委会"].iter().any(|ending| second.ends_with(ending));
        if is_party(first) && is_government && !second.starts_with("员会") && second.chars().count() >= 5 {
            return vec![first.to_owned(), second.to_owned()];
        }
    }
    vec![text]
}

/// Whether an organ stands first in the title of a joint report: a Party committee, a zone beside its district.
pub fn leads_joint(name: &str) -> bool {
    let name: String = name.chars().filter(|&c| !is_blank(c)).collect();
    let committees = ["省委", "市委", "州委", "盟委", "县委", "区委", "旗委", "镇委", "乡委", "党委", "工委", "党组"];
    is_party(&name) || is_zone(&name) || committees.iter().any(|committee| name.ends_with(committee))
}

fn is_party(name: &str) -> bool {
    name.starts_with("中共") || name.starts_with("中国共产党")
}

/// What the name of an organ says of it.
pub fn organ(name: &str) -> Organ {
    let name: String = name.chars().filter(|&c| !is_blank(c)).collect();
    let bare =
        ["中国共产党", "中共", "国家税务总局"].iter().find_map(|start| name.strip_prefix(start)).unwrap_or(&name);
    let is_government = bare.ends_with("政府") || bare.ends_with("行政公署") || is_party(&name);
    let is_street = bare.ends_with("街道办事处");
    // 鼓楼区人民政府华大街道办事处 is that of 鼓楼区华大街道.
    let of_street = bare.replacen("人民政府", "", usize::from(is_street));
    let bare = of_street.as_str();
    let is_zone = is_zone(bare);
    let Some((place, ending, level)) = place(bare) else {
        let kind = is_organ(bare).then_some(if is_zone { Kind::Zone } else { Kind::Department });
        return Organ { kind, level: level_of_department(&name), place: None };
    };
    let is_place_only = place.len() == bare.len();
    let kind = match level {
        _ if is_zone || is_place_only && ZONES.contains(&ending) => Kind::Zone,
        Level::Township if is_government || is_street || is_place_only => Kind::Township,
        _ if is_government || is_place_only => Kind::Government,
        _ => Kind::Department,
    };
    Organ { place: Some(place.to_owned()), kind: Some(kind), level: Some(level) }
}

/// Whether an organ runs a zone. A department may be called so too: 城市管理委员会, 国有资产监督管理委员会.
fn is_zone(name: &str) -> bool {
    const ENDS: [char; 9] = ['区', '园', '城', '港', '岛', '谷', '带', '湖', '山'];
    let run = name.strip_suffix("管理委员会").or_else(|| name.strip_suffix("管委会"));
    run.is_some_and(|run| run.ends_with(ENDS) || run.ends_with("基地") || run.ends_with("景点"))
}

/// The level of a department whose name starts with no place: 县司法局, 应急管理部.
fn level_of_department(name: &str) -> Option<Level> {
    let starts = |starts: &[&str]| starts.iter().any(|start| name.starts_with(start));
    match () {
        () if starts(&["区", "县", "旗"]) => Some(Level::County),
        () if starts(&["省", "自治区"]) => Some(Level::Province),
        () if starts(&["市", "州", "镇", "乡", "街道", "中共", "中国共产党"]) => None,
        () if is_national(name) => Some(Level::Nation),
        () => None,
    }
}

/// 应急管理部, 国家能源局; 国家统计局某某调查队 is none.
fn is_national(name: &str) -> bool {
    /// The longest name of a ministry, in characters.
    const LONGEST: usize = 10;
    let of_state = |ending: &str| name.find(ending).is_some_and(|at| at + ending.len() == name.len());
    name == "国务院"
        || name.ends_with('部') && name.chars().count() <= LONGEST
        || name.starts_with("国家") && ["局", "委员会", "署"].into_iter().any(of_state)
}

/// The place a name starts with, as far as it goes: 贵州省兴义市 of 贵州省兴义市司法局.
fn place(name: &str) -> Option<(&str, &'static str, Level)> {
    let mut found = None;
    let mut start = 0;
    // 甲乡在县司法局的指导下: what follows is no place in the first.
    let goes_on = |start: usize| start == 0 || !name[start..].starts_with(JOINING);
    while let Some((length, ending, level)) =
        Some(start).filter(|&start| goes_on(start)).and_then(|start| next_place(&name[start..], start > 0))
    {
        found = Some((start + length, ending, level_of(&name[start..start + length], level)));
        start += length;
    }
    let (length, ending, level) = found?;
    let is_directly_governed = MUNICIPALITIES.iter().any(|city| name.starts_with(city)) && ending == "区";
    let level = if is_directly_governed { Level::County } else { level };
    Some((&name[..length], ending, level))
}

/// The place that stands at the start: up to the first ending that is followed by another place, an organ or nothing.
fn next_place(name: &str, has_outer: bool) -> Option<(usize, &'static str, Level)> {
    let first = name.char_indices().nth(1)?.0;
    for (at, _) in name.char_indices().skip_while(|&(at, _)| at < first).take(16) {
        // Most characters begin no ending: the first three bytes tell.
        let first = name.as_bytes()[at..].first_chunk::<3>();
        let begins = |ending: &str| ending.as_bytes().first_chunk() == first;
        let found = PLACES.iter().find(|(ending, _)| begins(ending) && name[at..].starts_with(ending));
        let Some(&(ending, level)) = found else { continue };
        let rest = &name[at + ending.len()..];
        // 市场监督管理局, 区划地名: the ending is the start of another word.
        let is_word =
            ["场", "划", "政", "域", "道", "镇", "级", "容", "直", "民政"].iter().any(|word| rest.starts_with(word));
        let is_government = ["政府", "政务", "政法", "政数", "政协"].iter().any(|word| rest.starts_with(word));
        let is_word = is_word
            && !is_government
            && !(ending == "镇" || ending == "乡" || ending == "街道" || rest.starts_with("民政"));
        // 景德镇市, 通州区: the ending is part of a longer name.
        let is_part_of_name = ["州", "旗", "盟", "镇", "乡", "区", "县"].contains(&ending)
            && ["市", "县", "区", "州", "镇", "乡"].iter().any(|next| rest.starts_with(next))
            && ![
                "市场", "市政", "市容", "区划", "县域", "县属", "县直", "县级", "区属", "区直", "区级", "乡村", "镇村",
            ]
            .iter()
            .any(|word| rest.starts_with(word))
            && at <= 9;
        // 城乡建设局, 社区矫正: no name of a place.
        let is_common = ["城市", "城乡", "城镇", "乡镇", "社区", "市区", "辖区", "灾区", "库区", "小区"]
            .iter()
            .any(|word| name[..at + ending.len()].ends_with(word));
        let is_department = has_outer && at > 9 || name[..at].ends_with("人民");
        if !is_word && !is_part_of_name && !is_common && !is_department {
            return Some((at + ending.len(), ending, level));
        }
    }
    None
}

/// The level of a place by its own name: of what is called 市 the tables decide.
fn level_of(place: &str, level: Level) -> Level {
    let Some(name) = place.strip_suffix('市') else { return level };
    match () {
        () if MUNICIPALITIES.contains(&name) => Level::Province,
        () if PREFECTURES.contains(name) => Level::City,
        () => Level::County,
    }
}
