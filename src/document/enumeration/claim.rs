//! The words that announce a list with its length: 主要抓了四个方面工作.

use std::ops::Range;

use crate::model::numeral;
use crate::outline::numbering;

/// What ends a stretch in which an announcement stands; words in quotation marks are names.
const EDGES: [char; 20] =
    ['，', '。', '；', '、', '：', '！', '？', '（', '）', '“', '”', '《', '》', '\n', ',', ';', ':', '(', ')', '"'];

/// Characters that an announcement takes at most.
const LONGEST: usize = 36;

/// The number announced by the words before a colon, with the range of 四个方面.
pub(super) fn claim(before: &str) -> Option<(Range<usize>, usize)> {
    let tail: usize = before.chars().rev().take(LONGEST).map(char::len_utf8).sum();
    let from = before.len() - tail;
    let start = before[from..].rfind(EDGES).map_or(from, |at| {
        let at = from + at;
        at + before[at..].chars().next().map_or(0, char::len_utf8)
    });
    // A number cut in two by the limit would be another one.
    let clause = &before[start..];
    let mut counts = counts(clause);
    let (number, stated, classifier) = counts.pop().filter(|_| counts.is_empty())?;
    let lead = clause[..number.start].trim_end();
    let rest = &clause[classifier.end..];
    let is_whole = start != from || start == 0;
    let named = is_whole && !lead.ends_with(OTHER_NUMBERS);
    let separately = ["分别是", "分别为", "分别有"].iter().any(|word| rest.ends_with(word));
    let announces = separately || announces(lead, &clause[classifier.clone()], rest);
    let end = if rest.starts_with("方面") { classifier.end + "方面".len() } else { classifier.end };
    (named && announces && (2..=MANY).contains(&stated)).then(|| (start + number.start..start + end, stated))
}

/// Longer lists are not counted by their readers.
const MANY: usize = 20;

/// What makes of a number no count of a list: 第三项, 前两个方面, 余.
const OTHER_NUMBERS: [char; 20] = [
    '第', '前', '后', '余', '几', '数', '这', '那', '另', '其', '首', '约', '近', '超', '各', '每', '至', '到', '百',
    '千',
];

/// Numbers with a classifier: range and value of the number, range of the classifier.
fn counts(clause: &str) -> Vec<(Range<usize>, usize, Range<usize>)> {
    let is_numeral = |c: char| c.is_ascii_digit() || numeral::han_digit(c).is_some() || c == '十';
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = clause[at..].find(is_numeral) {
        let start = at + offset;
        let length = clause[start..].find(|c| !is_numeral(c)).unwrap_or(clause.len() - start);
        let end = start + length;
        at = end;
        let written = &clause[start..end];
        let value = written.parse().ok().or_else(|| {
            // 三五个 and 二三十项 are no counts.
            let value = usize::try_from(numeral::han(&written.replace('两', "二"))?).ok()?;
            (numbering::han(value) == written || written == "两").then_some(value)
        });
        let blanks = clause[end..].len() - clause[end..].trim_start().len();
        let from = end + blanks;
        let classifier = CLASSIFIERS.iter().find(|word| clause[from..].starts_with(**word));
        if let (Some(value), Some(classifier)) = (value, classifier)
            && value > 1
        {
            found.push((start..end, value, from..from + classifier.len()));
        }
    }
    found
}

const CLASSIFIERS: [&str; 24] = [
    "方面", "个", "项", "点", "条", "大", "类", "种", "步", "件", "名", "部", "场", "次", "家", "起", "份", "处", "所",
    "位", "支", "招", "层", "环",
];

/// Whether 从 + 四 + 个 + 方面入手 announces a list: the words before lead to it, those after name nothing else.
fn announces(lead: &str, classifier: &str, rest: &str) -> bool {
    let leads = lead.is_empty() || LEADS.iter().any(|word| lead.ends_with(word));
    let aspects = classifier == "方面" || matches!(classifier, "个" | "大") && rest.starts_with("方面");
    let bare = rest.is_empty() && matches!(classifier, "点" | "条" | "类" | "种" | "步");
    let countable = matches!(classifier, "个" | "项" | "点" | "条" | "大" | "类" | "种" | "步" | "招" | "层" | "环");
    leads && (aspects || countable && (bare || !rest.is_empty() && is_made_of(rest, &NAMES)))
}

/// Whether a text is nothing but such words, one after another. Backtracks over at most `LONGEST` characters.
fn is_made_of(text: &str, words: &[&str]) -> bool {
    let mut reached = vec![false; text.len() + 1];
    reached[0] = true;
    for (at, _) in text.char_indices() {
        if reached[at] {
            let fitting = words.iter().filter(|word| text[at..].starts_with(**word));
            fitting.for_each(|word| reached[at + word.len()] = true);
        }
    }
    reached[text.len()]
}

/// Words that lead to a number of things about to be told.
const LEADS: [&str; 56] = [
    "以下",
    "如下",
    "下列",
    "主要",
    "主要有",
    "主要是",
    "存在",
    "存在着",
    "采取",
    "采取了",
    "从",
    "抓好",
    "做好",
    "突出",
    "抓了",
    "做了",
    "抓住",
    "抓实",
    "抓",
    "把握",
    "把握好",
    "体现在",
    "表现在",
    "表现为",
    "集中在",
    "反映在",
    "有",
    "为",
    "在",
    "提出",
    "提出了",
    "等",
    "具体",
    "重点",
    "分",
    "分为",
    "包括",
    "归纳为",
    "概括为",
    "落实",
    "强化",
    "推出",
    "实施",
    "按",
    "通过",
    "重点做好",
    "重点抓好",
    "形成",
    "围绕以下",
    "着力抓好",
    "注重",
    "坚持从",
    "落实好",
    "共",
    "共有",
    "提",
];

/// Words that name what is about to be told and nothing in particular; 三项制度, 四项机制 are names.
const NAMES: [&str; 66] = [
    "方面", "措施", "举措", "做法", "问题", "任务", "工作", "环节", "不足", "短板", "意见", "建议", "要求", "特点",
    "原因", "困难", "经验", "体会", "情况", "内容", "重点", "抓手", "难点", "成效", "变化", "思路", "对策", "途径",
    "步骤", "层面", "维度", "亮点", "教训", "薄弱", "突出", "主要", "具体", "重大", "关键", "核心", "基本", "明显",
    "新", "的", "明确", "入手", "着手", "发力", "用力", "着力", "抓好", "抓", "推进", "落实", "开展", "推动", "努力",
    "改进", "如下", "整改", "事", "事项", "特色", "实事", "是", "分别",
];
