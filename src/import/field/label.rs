//! The labels that sites write before their values.

use super::is_moment;
use crate::readers::is_blank;

/// What a label is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// A key of `publication:`.
    Publication(&'static str),
    /// 成文日期
    Date,
    /// 发文字号
    Number,
    /// The title once more.
    Title,
    /// Known, and of no use in a report file: 浏览次数, 字体.
    Other,
}

/// Labels as sites write them, longer before shorter where one ends another.
const LABELS: &[(Label, &[&str])] = &[
    (Label::Publication("index"), &["索引号", "索引编号", "信息索引号", "政府信息索引号", "索取号"]),
    (Label::Publication("topic"), &["主题分类", "主题类别", "信息主题", "主题"]),
    (Label::Publication("genre"), &["体裁分类", "公文种类", "文件类型", "体裁", "文种"]),
    (Label::Publication("group"), &["组配分类", "信息分类", "信息类别", "公开目录", "所属分类", "栏目分类", "分类"]),
    (
        Label::Publication("organ"),
        &[
            "发布机构",
            "制发机构",
            "公开机构",
            "发布单位",
            "公开单位",
            "发文机关",
            "发文单位",
            "发文机构",
            "公开主体",
            "责任部门",
            "责任科室",
            "发布部门",
            "公开责任部门",
            "信息提供单位",
        ],
    ),
    (
        Label::Publication("published"),
        &[
            "发布日期",
            "发布时间",
            "信息提供日期",
            "信息发布日期",
            "信息发布时间",
            "网站发布时间",
            "公开日期",
            "公开时间",
            "更新日期",
            "更新时间",
            "发文日期",
            "发文时间",
            "上传时间",
            "录入时间",
            "添加时间",
            "发稿时间",
            "发稿日期",
            "发表时间",
            "发表日期",
            "信息时间",
            "撰写时间",
            "日期",
            "时间",
        ],
    ),
    (Label::Date, &["成文日期", "成文时间", "生成日期", "生成时间", "产生日期", "形成日期", "制发日期"]),
    (Label::Number, &["发文字号", "文件编号", "公文文号", "文件字号", "文号", "文件号"]),
    (Label::Title, &["名称", "标题", "信息名称", "文件名称", "文件标题", "公文名称"]),
    (Label::Publication("validity"), &["有效性", "效力状态", "时效性", "是否有效", "有效状态"]),
    (Label::Publication("summary"), &["内容概述", "内容摘要", "信息概述", "概述", "摘要"]),
    (Label::Publication("keywords"), &["关键词", "关键字", "主题词"]),
    (Label::Publication("audience"), &["服务对象分类", "服务对象"]),
    (Label::Publication("registration"), &["登记号", "规范性文件登记号", "统一登记号", "统一编号"]),
    (Label::Publication("disclosure"), &["公开属性", "公开方式", "公开类别", "公开类型"]),
    (Label::Publication("origin"), &["信息来源", "文章来源", "稿件来源", "来源"]),
    (Label::Publication("editor"), &["责任编辑", "编辑", "责编"]),
    (
        Label::Other,
        &[
            "浏览次数",
            "浏览量",
            "浏览数",
            "浏览",
            "点击数",
            "点击量",
            "点击次数",
            "点击率",
            "点击",
            "阅读次数",
            "阅读量",
            "阅读数",
            "阅读",
            "访问量",
            "访问次数",
            "访问",
            "字体大小",
            "字体",
            "字号",
            "文字大小",
            "文章字号",
            "浏览字体",
            "作者",
            "发布人",
            "发布者",
            "信息发布人",
            "录入",
            "审核",
            "审核人",
            "签发",
            "公开范围",
            "公开时限",
            "公开形式",
            "信息格式",
            "语种",
            "失效日期",
            "废止日期",
            "生效日期",
            "实施日期",
            "有效期",
            "有效期限",
            "载体类型",
            "载体形式",
            "视力保护色",
            "分享到",
            "分享",
            "打印",
            "浏览字号",
            "背景色",
            "您是第",
            "稿源",
            "供稿",
            "供稿人",
            "供稿单位",
            "通讯员",
            "记者",
            "信息员",
            "上传人",
            "审稿",
            "撰稿",
            "撰稿人",
            "校对",
            "初审",
            "复审",
            "终审",
            "信息来源单位",
            "下载",
            "附件下载",
            "所属栏目",
            "栏目",
            "我要纠错",
        ],
    ),
];

/// Short labels that no value ends with, so that they may be glued to one.
const NEVER_ENDING: [&str; 11] =
    ["浏览量", "浏览数", "浏览", "点击量", "点击数", "点击率", "点击", "阅读量", "阅读数", "访问量", "字体"];

/// The label a text is, blanks in it aside.
pub fn label(text: &str) -> Option<Label> {
    let text: String = text.chars().filter(|&c| !is_blank(c)).collect();
    let text = text.trim_matches(|c| "[]【】：:［］|".contains(c) || is_bullet(c));
    LABELS.iter().find(|(_, names)| names.contains(&text)).map(|&(label, _)| label)
}

/// What a list puts before its items.
pub fn is_bullet(c: char) -> bool {
    matches!(c, '·' | '•' | '●' | '◆' | '■' | '▪' | '-' | '–')
}

/// The longest known label a text ends with, and where it starts; blanks may stand in it: 索 引 号. Behind another label
/// it may be glued to a value: 来源：县司法局发布时间：.
pub fn label_at_end(text: &str, follows_label: bool) -> Option<(usize, Label)> {
    /// So many characters are a label even when they are glued.
    const TELLING: usize = 4;
    let characters: Vec<(usize, char)> = text.char_indices().rev().filter(|&(_, c)| !is_blank(c)).take(8).collect();
    let ends_with = |name: &str| {
        let length = name.chars().count();
        let matches = name.chars().rev().zip(&characters).all(|(own, &(_, c))| own == c);
        (length <= characters.len() && matches).then(|| characters[length - 1].0)
    };
    let found = LABELS.iter().flat_map(|&(label, names)| names.iter().map(move |name| (label, *name)));
    let best = found.filter_map(|(label, name)| Some((ends_with(name)?, label)));
    best.min_by_key(|&(start, _)| start).filter(|&(start, _)| {
        // 不动产登记时间: a label stands after a blank, a bracket or nothing.
        let before = text[..start].chars().next_back();
        let is_telling = || {
            let name: String = text[start..].chars().filter(|&c| !is_blank(c)).collect();
            name.chars().count() >= TELLING || NEVER_ENDING.contains(&name.as_str())
        };
        let is_glued = |c: char| c.is_ascii_digit() || is_telling();
        // 2023-02-03 10:20:30来源：
        let is_behind_moment = || is_moment(&text[..start]);
        before.is_none_or(|c| {
            is_blank(c)
                || !c.is_alphanumeric()
                || follows_label && is_glued(c)
                || c.is_ascii_digit() && is_behind_moment()
        })
    })
}
