//! Where a long title breaks: by meaning, in lines that form a trapezium or a lozenge (GB/T 9704—2012 7.3.1).

use unicode_width::UnicodeWidthChar;

/// The offsets at which `title` breaks into lines of at most `longest` columns (a Han character is two).
///
/// A title that fits is not broken. A break never parts a word we know, a number and its unit, or, while there is
/// another way, what stands in 《》.
///
/// ```
/// use fazhi::document::title::lines;
/// assert_eq!(
///     lines("郏县人民政府关于2021年度法治政府建设情况的报告", 36),
///     ["郏县人民政府", "关于2021年度法治政府建设情况的报告"],
/// );
/// ```
pub fn breaks(title: &str, longest: usize) -> Vec<usize> {
    let characters: Vec<(usize, char)> = title.char_indices().collect();
    let columns = edges(&characters);
    let total = columns.last().copied().unwrap_or_default();
    if total <= longest || longest == 0 {
        return Vec::new();
    }
    let costs = costs(&characters);
    let fewest = total.div_ceil(longest);
    let best_places: Vec<usize> = (1..costs.len()).filter(|&at| costs[at] == 0).collect();
    let search = Search { columns: &columns, costs: &costs, best_places: &best_places, longest };
    let found = if fewest <= MOST_LINES { search.best(fewest) } else { None };
    let positions = found.unwrap_or_else(|| search.greedy());
    positions.into_iter().map(|position| characters[position].0).collect()
}

/// The lines of a title; see [`breaks`].
pub fn lines(title: &str, longest: usize) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut start = 0;
    for at in breaks(title, longest) {
        lines.push(&title[start..at]);
        start = at;
    }
    lines.push(&title[start..]);
    lines
}

/// A longer title is no title: its lines are filled one after the other.
const MOST_LINES: usize = 4;

/// The column at which each character begins, and the end.
fn edges(characters: &[(usize, char)]) -> Vec<usize> {
    let mut at = 0;
    let mut edges = vec![0];
    for (_, character) in characters {
        at += character.width_cjk().unwrap_or_default();
        edges.push(at);
    }
    edges
}

/// What a break costs where it parts nothing: a word begins or ends.
const BETWEEN_WORDS: u32 = 60;
/// After 年度, 、 or 》.
const AFTER_PHRASE: u32 = 40;
/// After an organ's name.
const AFTER_ORGAN: u32 = 10;
/// Between two characters of which we know nothing.
const UNKNOWN: u32 = 300;
/// In 《》, （） or “”.
const IN_BRACKETS: u32 = 1500;
/// In a word we know, before an organ's 人民政府.
const IN_WORD: u32 = 4000;
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
fn costs(characters: &[(usize, char)]) -> Vec<u32> {
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

/// The search for the best lines.
struct Search<'a> {
    columns: &'a [usize],
    costs: &'a [u32],
    /// Where a break costs nothing: before 关于, between joint organs.
    best_places: &'a [usize],
    longest: usize,
}

impl Search<'_> {
    /// The cheapest breaks into `fewest` lines, or one more where that spares a bad break.
    fn best(&self, fewest: usize) -> Option<Vec<usize>> {
        for worst in [BETWEEN_WORDS, UNKNOWN, IN_WORD, u32::MAX] {
            let places: Vec<usize> = (1..self.costs.len()).filter(|&at| self.costs[at] <= worst).collect();
            let mut best: Option<(u32, Vec<usize>)> = None;
            for lines in fewest..=fewest + 1 {
                self.try_lines(&places, lines, &mut Vec::new(), &mut best);
            }
            if let Some((_, breaks)) = best {
                return Some(breaks);
            }
        }
        None
    }

    /// Tries all breaks into so many lines that go on from `breaks`.
    fn try_lines(&self, places: &[usize], lines: usize, breaks: &mut Vec<usize>, best: &mut Option<(u32, Vec<usize>)>) {
        let start = breaks.last().copied().unwrap_or_default();
        let end = self.costs.len();
        if breaks.len() + 1 == lines {
            if self.width(start, end) <= self.longest {
                let cost = self.cost(breaks);
                if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                    *best = Some((cost, breaks.clone()));
                }
            }
            return;
        }
        for (index, &place) in places.iter().enumerate() {
            let width = self.width(start, place);
            if width > self.longest {
                break;
            }
            let lines_left = lines - breaks.len() - 1;
            if self.width(place, end) <= self.longest * lines_left {
                breaks.push(place);
                self.try_lines(&places[index + 1..], lines, breaks, best);
                breaks.pop();
            }
        }
    }

    fn width(&self, from: usize, to: usize) -> usize {
        self.columns[to] - self.columns[from]
    }

    fn cost(&self, breaks: &[usize]) -> u32 {
        let mut widths = Vec::with_capacity(breaks.len() + 1);
        let mut start = 0;
        for &at in breaks.iter().chain([&self.costs.len()]) {
            widths.push(self.width(start, at));
            start = at;
        }
        breaks.iter().fold(shape(&widths), |sum, &at| sum.saturating_add(self.costs[at]))
            + LINE * count(breaks.len())
            + NOT_ABOUT * count(self.best_places.iter().filter(|place| !breaks.contains(place)).count())
    }

    /// Lines filled from the first to the last, each broken where it costs least in its second half.
    fn greedy(&self) -> Vec<usize> {
        let mut breaks = Vec::new();
        let mut start = 0;
        while self.width(start, self.costs.len()) > self.longest {
            let fits = |&at: &usize| self.width(start, at) <= self.longest;
            let last = (start + 1..self.costs.len()).take_while(fits).last().unwrap_or(start + 1);
            let first = start + (last - start).div_ceil(2);
            let at = (first..=last).rev().min_by_key(|&at| self.costs[at]).unwrap_or(last);
            breaks.push(at);
            start = at;
        }
        breaks
    }
}

/// Another line costs nearly as much as a break between words.
const LINE: u32 = 50;

/// 关于 inside a line, or a second organ, costs more.
const NOT_ABOUT: u32 = 140;

/// A number of breaks, of which there are few.
fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX / 1000)
}

/// How far the lines are from a trapezium or a lozenge: an hourglass is worst, then a very short line, then a block.
fn shape(widths: &[usize]) -> u32 {
    let widest = widths.iter().copied().max().unwrap_or_default();
    let is_hourglass = widths.windows(3).any(|three| three[1] < three[0] && three[1] < three[2]);
    let is_block = widths.windows(2).any(|two| two[0] == two[1]);
    let stub = widths.iter().any(|&width| width * 10 < widest * 3);
    let last_is_stub = widths.last().is_some_and(|&width| width * 2 < widest);
    u32::from(is_hourglass) * 80 + u32::from(is_block) * 15 + u32::from(stub) * 60 + u32::from(last_is_stub) * 40
}
