//! Units: which are known in prose, which count as like, which carry 万 or 亿 in front.

use std::sync::LazyLock;

use rust_decimal::Decimal;

/// The unit of rates.
pub const PERCENT: &str = "%";
/// The unit of differences between rates.
pub const POINTS: &str = "个百分点";
/// The unit of money; 万元 and 亿元 are 元 with a scale.
pub const MONEY: &str = "元";

/// Words that multiply the number before them, longer before shorter.
const SCALES: [(&str, i64); 9] = [
    ("万亿", 1_000_000_000_000),
    ("千亿", 100_000_000_000),
    ("百亿", 10_000_000_000),
    ("千万", 10_000_000),
    ("百万", 1_000_000),
    ("亿", 100_000_000),
    ("万", 10_000),
    ("千", 1_000),
    ("百", 100),
];

/// Units that running prose puts after a number, longer before shorter among those that share a beginning, each with
/// its first character.
static KNOWN: LazyLock<Vec<(char, &str)>> = LazyLock::new(|| {
    "个百分点 百分点 个工作日 工作日 个月 个 平方公里 平方米 立方米 公里 公顷 公斤 千米 千克 人次 人份 \
     人 名 位 件次 件 起 宗 条 份 部 场次 场 项次 项 次 家次 家 户次 户 元 美元 倍 期 批次 批 \
     支 台 辆 车次 卷 册 张 篇 幅 处 所 座 间 块 面 套 本 字 堂 节 课时 小时 学时 分钟 天 年 \
     周年 周 米 亩 吨 分 轮 类 种 组 对 例 笔 单 票 岁 口 只 艘 架 封 枚 株 棵 箱 盒 副 则 步 \
     % ％ ﹪ ‰"
        .split(' ')
        .filter_map(|unit| Some((unit.chars().next()?, unit)))
        .collect()
});

/// Units that count as one when figures are added, compared or divided.
const LIKE: [&[&str]; 2] = [&["件", "起"], &["人", "名"]];

/// The scale a text begins with, and its length in bytes. 千米, 千克, 千瓦 are units of their own.
pub fn leading_scale(text: &str) -> Option<(Decimal, usize)> {
    if ["千米", "千克", "千瓦", "千伏", "百分"].iter().any(|unit| text.starts_with(unit)) {
        return None;
    }
    SCALES.iter().find(|(word, _)| text.starts_with(word)).map(|&(word, scale)| (Decimal::from(scale), word.len()))
}

/// 万 for 10^4; empty for 1 and for what has no word.
pub fn scale_word(scale: Decimal) -> &'static str {
    SCALES.iter().find(|(_, value)| Decimal::from(*value) == scale).map_or("", |(word, _)| word)
}

/// The length in bytes of the known unit that a piece of prose begins with.
pub fn leading_unit(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    KNOWN.iter().find(|(opening, unit)| *opening == first && text.starts_with(unit)).map(|(_, unit)| unit.len())
}

/// One spelling of a unit: ％ is %, 百分点 is 个百分点.
pub fn canonical(unit: &str) -> &str {
    match unit {
        "％" | "﹪" => PERCENT,
        "百分点" => POINTS,
        _ => unit,
    }
}

/// Whether quantities of these units may be added and compared: the same, 件 and 起, 人 and 名.
///
/// ```
/// use fazhi::model::unit::like;
/// assert!(like("件", "起"));
/// assert!(!like("件", "元"));
/// ```
pub fn like(one: &str, other: &str) -> bool {
    one == other || LIKE.iter().any(|group| group.contains(&one) && group.contains(&other))
}

/// Reads what `unit:` says: 万元 is 元 with scale 10^4.
pub fn parse(text: &str) -> (Decimal, &str) {
    let text = text.trim();
    match leading_scale(text) {
        Some((scale, length)) => (scale, canonical(&text[length..])),
        None => (Decimal::ONE, canonical(text)),
    }
}
