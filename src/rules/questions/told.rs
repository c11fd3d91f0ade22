//! Whether a published text speaks of a content it has no heading for.
//!
//! A content is said to be missing only where nothing in the text can be read as speaking of it: here recall comes
//! before precision, since what is found only takes an accusation back.

use crate::diagnostic::Where;
use crate::model::{Kind, Section, Text};
use crate::rules::Context;

/// The words by which texts speak of a content.
struct Words {
    id: &'static str,
    /// In a heading of any level, or in a clause.
    says: &'static [&'static str],
    /// A clause with one of these speaks of something else: of problems of others, of problems solved.
    unless: &'static [&'static str],
    /// It speaks of it after all.
    still: &'static [&'static str],
}

const WORDS: [Words; 3] = [
    Words {
        id: "shortcomings",
        says: &[
            "问题",
            "不足",
            "短板",
            "差距",
            "薄弱",
            "困难",
            "弱项",
            "欠缺",
            "滞后",
            "有待",
            "不够",
            "不高",
            "不强",
            "不到位",
            "不平衡",
            "不充分",
            "不均衡",
            "不完善",
            "不健全",
            "不规范",
            "不适应",
            "尚未",
            "亟待",
            "瓶颈",
            "难点",
        ],
        unless: &[
            "解决",
            "整改",
            "整治",
            "排查",
            "化解",
            "针对",
            "查找",
            "查摆",
            "补齐",
            "补短板",
            "破解",
            "消除",
            "督促",
            "督察",
            "纠正",
            "聚焦",
            "围绕",
            "群众",
            "家庭",
            "学生",
            "职工",
            "企业",
            "援助",
            "救助",
            "帮扶",
            "发现",
            "反馈",
            "杜绝",
            "防止",
            "避免",
            "处理",
            "重大问题",
            "重点问题",
            "疑难",
        ],
        still: &[
            "存在", "仍", "还有", "还不", "还没", "还需", "尚", "有待", "一些", "一定", "不够", "薄弱", "差距", "未能",
        ],
    },
    Words {
        id: "plan",
        says: &[
            "下一步",
            "下步",
            "下一阶段",
            "下阶段",
            "下一年",
            "下年",
            "明年",
            "来年",
            "今后",
            "接下来",
            "新的一年",
            "新一年",
            "展望",
            "继续抓好",
            "继续做好",
            "继续深化",
            "继续加强",
            "继续推进",
            "未来",
            "打算",
            "努力方向",
            "将继续",
            "将进一步",
            "将坚持",
            "将以",
            "将围绕",
            "将按照",
            "将深入",
            "将持续",
            "将全面",
            "将不断",
            "我们将",
            "我市将",
            "我县将",
            "我区将",
            "我局将",
            "我镇将",
            "我乡将",
        ],
        unless: &[],
        still: &[],
    },
    Words {
        id: "responsibility",
        says: &[
            "第一责任",
            "主要负责",
            "主要领导",
            "党政主要",
            "一把手",
            "亲自",
            "书记",
            "省长",
            "市长",
            "州长",
            "县长",
            "区长",
            "乡长",
            "镇长",
            "局长",
            "厅长",
            "主任",
            "班长",
        ],
        unless: &[],
        still: &[],
    },
];

/// Where a published text speaks of a content; `None` where nothing in it can be read so.
pub(crate) fn told(context: &Context, id: &str) -> Option<Where> {
    let words = WORDS.iter().find(|words| words.id == id)?;
    let next_year = context.year().map(|year| format!("{}年", year.saturating_add(1)));
    let speaks = |text: &str| {
        let is_on = words.says.iter().any(|word| text.contains(word));
        // A date such as 2022年1月 is no plan.
        let is_next = || {
            let year = next_year.as_deref().filter(|_| id == "plan")?;
            text.split(year).nth(1).filter(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
        };
        let is_other = words.unless.iter().any(|word| text.contains(word));
        (is_on || is_next().is_some()) && (!is_other || words.still.iter().any(|word| text.contains(word)))
    };
    let headings = || context.report.walk().filter_map(|section: &Section| section.heading.as_ref());
    let heading = headings().find(|heading| speaks(&heading.value));
    heading.map(|heading| Where::Value(heading.place)).or_else(|| {
        context.report.body().into_iter().find_map(|text: &Text| {
            let clause = clauses(&text.value).find(|(_, clause)| speaks(clause));
            clause.map(|(at, clause)| Where::Range(text.place, at..at + clause.len()))
        })
    })
}

/// The clauses of a text with the offsets they start at.
fn clauses(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive(['，', '。', '；', ',', ';', '\n', '：', ':', '！', '？']).map(move |clause| {
        let start = at;
        at += clause.len();
        (start, clause.trim_end_matches(['，', '。', '；', ',', ';', '\n', '：', ':', '！', '？']))
    })
}

/// Whether a text is one that owes the contents, as far as it can be told: a title that calls it the report on the
/// rule-of-law government of a year, by an organ that is known to owe one, its last sentence there.
pub(crate) fn owes_surely(context: &Context) -> bool {
    /// What half a year's or another kind of text calls itself.
    const OTHERS: [&str; 10] = ["上半年", "下半年", "季度", "半年", "自查", "自评", "述法", "述职", "总结", "汇报"];
    let head = &context.report.report;
    let title: String = head.title.iter().flat_map(|title| title.iter()).map(|line| line.value.as_str()).collect();
    let is_annual = title.contains("法治政府") && title.contains("报告");
    let body = context.report.body();
    let last = body.last().map_or("", |text| text.value.trim_end());
    let is_whole = last.ends_with(['。', '！', '”', '）', '.', ')']);
    is_annual && !OTHERS.iter().any(|other| title.contains(other)) && is_owing(context) && is_whole
}

/// Whether who reports owes a report by the regulation, not by a rule of the place: the offices of sub-districts and of
/// zones are agencies of a government.
fn is_owing(context: &Context) -> bool {
    let head = &context.report.report;
    let is_government = head.kind.as_ref().is_some_and(|kind| kind.value != Kind::Zone);
    is_government && !head.issuer.iter().chain(&head.place).any(|name| name.value.contains("街道"))
}
