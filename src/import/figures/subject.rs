//! What quantities may be of: the groups of the usual figures, and the words their figures are told in.

use crate::model::{Kind, unit};
use crate::outline::catalogue::{self, FigureGroup};

use super::super::names::Names;

/// The subjects a report of its kind speaks of.
pub struct Subjects {
    groups: Vec<&'static FigureGroup>,
}

/// Other words for a group; longer before shorter.
const OTHER_WORDS: [(&str, &str); 3] =
    [("行政诉讼", "行政应诉"), ("行政规范性文件", "规范性文件"), ("复议", "行政复议")];

/// Nouns that follow the name of a group and add nothing to it; longer before shorter.
const NOUNS: [&str; 5] = ["案件", "申请", "事项", "案", "纠纷"];

/// What is done to what a group is of: figures are named after it.
const ACTIONS: [&str; 30] = [
    "收到", "新收", "接收", "接到", "受理", "立案", "办理", "办结", "审结", "结案", "制定", "出台", "印发", "制发",
    "发布", "报备", "备案", "审查", "审核", "清理", "废止", "修改", "修订", "保留", "应诉", "开庭", "调解", "化解",
    "裁决", "维持",
];

/// What became of them: told in a clause of its own behind the one that names the group.
const OUTCOMES: [&str; 24] = [
    "立案",
    "受理",
    "不予受理",
    "办结",
    "审结",
    "结案",
    "未审结",
    "未结",
    "维持",
    "撤销",
    "变更",
    "确认违法",
    "确认无效",
    "责令履行",
    "驳回",
    "终止",
    "调解",
    "直接纠错",
    "保留",
    "废止",
    "修订",
    "修改",
    "宣布失效",
    "失效",
];

/// Verbs that say no more than that there is such a case.
const LIGHT: [&str; 4] = ["办理", "作出", "实施", "受理"];

impl Subjects {
    /// The subjects of the report of these names.
    pub fn new(names: &Names) -> Self {
        let kind = names.kind.unwrap_or(Kind::Government);
        let groups = catalogue::usual().iter().flat_map(|supply| &supply.groups);
        let suits = |group: &&FigureGroup| group.kinds.is_empty() || group.kinds.contains(&kind);
        Self { groups: groups.filter(suits).collect() }
    }

    /// Whether the usual figures have one of this name in a group.
    pub fn has_figure(&self, group: &str, name: &str) -> bool {
        self.figures(group).any(|figure| figure.name == name)
    }

    /// The usual formula of a rate.
    pub fn formula(&self, group: &str, name: &str) -> Option<&'static str> {
        let figure = self.figures(group).find(|figure| figure.name == name && !figure.formula.is_empty())?;
        Some(&figure.formula)
    }

    fn figures(&self, group: &str) -> impl Iterator<Item = &'static catalogue::UsualFigure> {
        let groups: Vec<_> = self.groups.iter().filter(|other| other.name == group).copied().collect();
        groups.into_iter().flat_map(|group| &group.figures)
    }

    /// The group and name that a whole phrase gives to a quantity of this unit: 收到行政复议申请.
    pub fn name(&self, phrase: &str, unit: &str) -> Option<(String, String)> {
        let own = self.groups.iter().map(|group| (group.name.as_str(), group.name.as_str()));
        let named = own.chain(OTHER_WORDS).filter(|(_, group)| self.groups.iter().any(|own| own.name == *group));
        let longest = named.filter(|(word, _)| phrase.contains(word)).max_by_key(|(word, _)| word.len());
        let by_group = longest.and_then(|(word, group)| self.of_group(phrase, word, group, unit));
        by_group.or_else(|| self.unique(phrase, unit))
    }

    fn of_group(&self, phrase: &str, word: &str, group: &str, unit: &str) -> Option<(String, String)> {
        let (before, after) = phrase.split_once(word)?;
        let noun = NOUNS.iter().find(|noun| after.starts_with(*noun));
        let rest = noun.map_or(after, |noun| &after[noun.len()..]);
        let name = match (before, rest) {
            (action, "") if ACTIONS.contains(&action) => action,
            ("", name) => name,
            _ => return None,
        };
        // The clean-up of normative documents is counted apart from those that were made.
        let cleaned = format!("{group}{name}");
        let group = if self.groups.iter().any(|group| group.name == cleaned) { cleaned } else { group.to_owned() };
        let is_known = self.has_figure(&group, name) || ACTIONS.contains(&name) || RATES.contains(&name);
        (is_known && self.fits(&group, name, unit)).then(|| (group, name.to_owned()))
    }

    /// The one figure of all groups that is told in these words: 办理法律援助案件.
    fn unique(&self, phrase: &str, unit: &str) -> Option<(String, String)> {
        let bare = LIGHT.iter().find_map(|verb| phrase.strip_prefix(verb)).unwrap_or(phrase);
        let bare = NOUNS.iter().find_map(|noun| bare.strip_suffix(noun)).unwrap_or(bare);
        let mut found = self.groups.iter().flat_map(|group| {
            group.figures.iter().filter(|figure| figure.name == bare).map(|figure| (group.name.clone(), &figure.name))
        });
        let (group, name) = found.next()?;
        let is_certain = found.next().is_none() && name.chars().count() >= 4 && self.fits(&group, name, unit);
        is_certain.then(|| (group, name.clone()))
    }

    /// The name of a quantity in a clause that follows one about the group: 立案, 办结率.
    pub fn outcome(&self, group: &str, phrase: &str, unit: &str) -> Option<String> {
        let bare = phrase.strip_prefix("决定").unwrap_or(phrase);
        let is_known = self.has_figure(group, bare) || OUTCOMES.contains(&bare) || RATES.contains(&bare);
        (is_known && self.fits(group, bare, unit)).then(|| bare.to_owned())
    }

    /// Whether the unit is one such a figure has.
    fn fits(&self, group: &str, name: &str, given: &str) -> bool {
        let is_like = |figure: &&catalogue::UsualFigure| unit::like(unit::parse(&figure.unit).1, given);
        match (given == unit::PERCENT, name.ends_with('率')) {
            (true, true) => true,
            (true, false) | (false, true) => false,
            (false, false) => match self.figures(group).find(|figure| figure.name == name) {
                Some(figure) => is_like(&figure),
                None => self.figures(group).take(1).all(|figure| is_like(&figure)),
            },
        }
    }
}

/// Rates that are told in a clause of their own.
const RATES: [&str; 12] = [
    "办结率",
    "结案率",
    "审结率",
    "按期办结率",
    "按时办结率",
    "法定期限内办结率",
    "调解成功率",
    "调解率",
    "纠错率",
    "综合纠错率",
    "出庭应诉率",
    "负责人出庭应诉率",
];
