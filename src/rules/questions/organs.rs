//! The organs a line names: 市委、市政府, and how high each stands.

use std::ops::Range;

use crate::model::Level;
use crate::rules::Context;

/// What stands behind the sign of a place in the name of an organ.
const BODIES: [(&str, Branch); 12] = [
    ("依法治", Branch::Other),
    ("委", Branch::Party),
    ("党委", Branch::Party),
    ("党工委", Branch::Party),
    ("工委", Branch::Party),
    ("人民政府", Branch::Government),
    ("政府", Branch::Government),
    ("办事处", Branch::Government),
    ("人大", Branch::Congress),
    ("人民代表大会", Branch::Congress),
    ("常委会", Branch::Congress),
    ("政协", Branch::Other),
];

/// Signs of places, and how high an organ with one stands. 市 may be a county-level city.
const SIGNS: [(&str, Level); 12] = [
    ("自治区", Level::Province),
    ("省", Level::Province),
    ("市", Level::City),
    ("州", Level::City),
    ("盟", Level::City),
    ("地", Level::City),
    ("县", Level::County),
    ("旗", Level::County),
    ("区", Level::County),
    ("镇", Level::Township),
    ("乡", Level::Township),
    ("街道", Level::Township),
];

/// Organs of the nation.
const NATION: [(&str, Branch); 3] =
    [("党中央", Branch::Party), ("中共中央", Branch::Party), ("国务院", Branch::Government)];

/// What an organ is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Branch {
    Party,
    Government,
    /// 人民代表大会常务委员会
    Congress,
    Other,
}

/// An organ of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organ<'t> {
    pub name: &'t str,
    /// Its bytes in the line.
    pub range: Range<usize>,
    pub branch: Branch,
    pub level: Level,
    /// The sign its level was read from: 市, 县.
    pub sign: &'static str,
}

/// The organs of a line that can be told: Party committees, governments, congresses. Those of other kinds are left out.
pub fn of(line: &str) -> Vec<Organ<'_>> {
    let organ = |range: Range<usize>| {
        let name = &line[range.clone()];
        let (branch, level, sign) = read(name)?;
        Some(Organ { name, range, branch, level, sign })
    };
    names(line).into_iter().filter_map(organ).collect()
}

/// The names in a line, parted by marks that stand in no brackets: 各县（市、区）人民政府 is one.
pub fn names(line: &str) -> Vec<Range<usize>> {
    let mut names: Vec<Range<usize>> = Vec::new();
    let (mut depth, mut is_open) = (0_usize, false);
    for (at, c) in line.char_indices() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if c.is_whitespace() || depth == 0 && "、，,；;：:。".contains(c) {
            is_open = false;
            continue;
        }
        let end = at + c.len_utf8();
        match names.last_mut().filter(|_| is_open) {
            Some(name) => name.end = end,
            None => names.push(at..end),
        }
        is_open = true;
    }
    names
}

/// Whether an organ may stand so to the one that reports: what is called 市 or 区 has any of several levels.
pub fn may_stand(context: &Context, organ: &Organ, relation: fn(Level, Level) -> bool) -> bool {
    let own = context.level();
    let place = context.report.report.place.as_ref().map(|place| place.trim()).unwrap_or_default();
    // The district of a municipality stands as high as a city.
    let own = if own == Level::City && place.ends_with('区') { Level::County } else { own };
    let is_own = place.is_empty() || place.ends_with(organ.sign);
    match organ.sign {
        "市" if own == Level::County && is_own => relation(Level::County, own) || relation(Level::City, own),
        "市" if own <= Level::City => relation(own, own) || !is_own,
        _ => relation(organ.level, own),
    }
}

/// What a name says: the first sign of a place that a body follows.
fn read(name: &str) -> Option<(Branch, Level, &'static str)> {
    if let Some(&(_, branch)) = NATION.iter().find(|(words, _)| name.starts_with(words)) {
        return Some((branch, Level::Nation, ""));
    }
    name.char_indices().find_map(|(at, _)| {
        let &(sign, level) = SIGNS.iter().find(|(sign, _)| name[at..].starts_with(sign))?;
        let rest = &name[at + sign.len()..];
        let &(body, branch) = BODIES.iter().find(|(body, _)| rest.starts_with(body))?;
        // 市委宣传部, 市政府办公室 and 市人大法制委 are offices of theirs.
        let is_office = !matches!(
            &rest[body.len()..],
            "" | "员会"
                | "会"
                | "常委会"
                | "常务委员会"
                | "常务委员会办公室"
                | "常委会办公室"
                | "办公室"
                | "办公厅"
        );
        Some((if is_office { Branch::Other } else { branch }, level, sign))
    })
}
