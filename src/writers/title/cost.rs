//! What a break before each character of a title costs: the words we know are not parted, nor what brackets hold.

/// What a break costs where it parts nothing: a word begins or ends.
pub(super) const BETWEEN_WORDS: u32 = 60;
/// After 年度, 、 or 》.
const AFTER_PHRASE: u32 = 40;
/// After an organ's name.
const AFTER_ORGAN: u32 = 10;
/// Between two characters of which we know nothing.
pub(super) const UNKNOWN: u32 = 300;
/// In 《》, （） or “”.
const IN_BRACKETS: u32 = 1500;
/// In a word we know, before an organ's 人民政府.
pub(super) const IN_WORD: u32 = 4000;
/// In a number, before a closing mark, after an opening one.
const NEVER: u32 = 100_000;

/// The last words of an organ's name: what stands before them belongs to it.
const ORGANS: &[&str] = &[
    "人民政府办公室",
    "人民政府",
    "办公室",
    "委员会",
    "管委会",
    "办事处",
    "司法局",
    "公安局",
    "管理局",
    "监督管理局",
    "市场监督管理局",
    "县委",
    "市委",
    "省委",
    "区委",
    "县委员会",
    "市委员会",
    "省委员会",
    "区委员会",
    "工作委员会",
    "党委",
    "党组",
    "党工委",
];

/// Words of such titles.
const WORDS: &[&str] = &[
    "关于",
    "法治政府建设",
    "法治政府",
    "法治",
    "建设",
    "情况",
    "报告",
    "年度报告",
    "工作报告",
    "工作",
    "年度",
    "全面",
    "依法行政",
    "依法",
    "行政",
    "推进",
    "贯彻",
    "落实",
    "贯彻落实",
    "主要",
    "负责人",
    "履行",
    "第一责任人",
    "责任人",
    "职责",
    "有关",
    "实施",
    "纲要",
    "计划",
    "总结",
    "经济",
    "技术",
    "社会",
    "发展",
    "开发区",
    "经济技术开发区",
    "高新",
    "产业",
    "街道",
    "自治区",
    "自治州",
    "自治县",
    "中国共产党",
    "中共",
    "示范",
    "创建",
    "责任",
    "督察",
    "规定",
    "行政规范性文件",
    "规范性文件",
    "文件",
    "目录",
    "清单",
    "清理",
    "结果",
    "继续有效",
    "废止",
    "失效",
    "以及",
    "涉及",
    "普及",
    "及时",
    "重点",
    "任务",
    "安排",
];

/// The cost of a break before each character; the first is never asked for.
pub(super) fn costs(characters: &[(usize, char)]) -> Vec<u32> {
    let text: Vec<char> = characters.iter().map(|(_, character)| *character).collect();
    let mut costs = vec![UNKNOWN; text.len()];
    mark_words(&text, &mut costs);
    let mut open = 0_usize;
    for at in 0..text.len() {
        if at > 0 {
            let (before, after) = (text[at - 1], text[at]);
            if open > 0 {
                costs[at] = costs[at].saturating_add(IN_BRACKETS);
            }
            costs[at] = costs[at].max(least(before, after));
            let ends = ends_phrase(&text[..at], after) || (costs[at] < IN_WORD && begins_phrase(&text[at..]));
            if open == 0 && ends && costs[at] < NEVER {
                costs[at] = costs[at].min(AFTER_PHRASE);
            }
        }
        match text[at] {
            '《' | '（' | '(' | '“' | '〔' => open += 1,
            '》' | '）' | ')' | '”' | '〕' => open = open.saturating_sub(1),
            _ => {}
        }
    }
    costs
}

/// Finds the words, the longest first, from left to right.
fn mark_words(text: &[char], costs: &mut [u32]) {
    let mut at = 0;
    // Where an organ's name ended, with nothing behind it that the title could be about.
    let mut organ_end = None;
    while at < text.len() {
        let known = |words: &[&str]| {
            words.iter().filter(|word| starts_with(&text[at..], word)).map(|w| w.chars().count()).max()
        };
        let organ = known(ORGANS);
        let Some(length) = organ.max(known(WORDS)) else {
            at += 1;
            continue;
        };
        let is_organ = organ == Some(length);
        let is_about = starts_with(&text[at..], "关于");
        // A place belongs to its 人民政府, and 关于 to what the title is about.
        let is_glued = is_organ || text[..at].ends_with(&['关', '于']);
        costs[at] = match (is_glued, is_about) {
            (true, _) => IN_WORD,
            (_, true) => 0,
            _ => costs[at].min(BETWEEN_WORDS),
        };
        costs[at + 1..at + length].fill(IN_WORD);
        if let Some(end) = organ_end.filter(|&end| is_organ && end < at) {
            costs[end] = 0;
        }
        at += length;
        organ_end = is_organ.then_some(at);
        if let Some(cost) = costs.get_mut(at) {
            *cost = match (is_organ, is_about) {
                (true, _) => AFTER_ORGAN,
                (_, true) => IN_WORD,
                _ => BETWEEN_WORDS,
            };
        }
    }
}

fn starts_with(text: &[char], word: &str) -> bool {
    let mut text = text.iter();
    word.chars().all(|character| text.next() == Some(&character))
}

/// What a break between two characters costs at least, whatever the words are.
fn least(before: char, after: char) -> u32 {
    let is_code = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '%' | '-' | '〇');
    let opens = |c: char| matches!(c, '《' | '（' | '(' | '“' | '〔' | '‘');
    let closes = |c: char| "》）)”〕’、，。；：！？的".contains(c);
    if is_code(before) || (before == '第' && is_code(after)) || opens(before) || closes(after) { NEVER } else { 0 }
}

/// Whether a phrase ends before `next`: 2021年度, 、, 》.
fn ends_phrase(text: &[char], next: char) -> bool {
    match text {
        [.., '年', '度'] | [.., '、' | '，' | '》'] => true,
        [.., digit, '年'] => digit.is_ascii_digit() && next != '度',
        _ => false,
    }
}

/// Whether a phrase begins with what joins it to the one before.
fn begins_phrase(text: &[char]) -> bool {
    matches!(text, ['及' | '暨', ..] | ['以', '及', ..])
}
