//! What a quantity is in a balance, by its words.

use crate::prose::{Mention, Prose, is_counted};

/// What a quantity is in a balance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// 上年结转
    Brought,
    /// 本年新收
    Came,
    /// 审结
    Done,
    /// 结转下年
    Left,
}

/// Words of an earlier time.
const EARLIER: [&str; 6] = ["上年", "去年", "上一年", "往年", "上期", "以前年度"];
/// Words of what an earlier time left.
const KEPT: [&str; 5] = ["结转", "未", "存", "遗留", "转入"];
/// Words of what had been there at the beginning, and of what is there at the end.
const FIRST: [&str; 8] = ["旧存", "年初在", "年初存", "年初库存", "年初未", "年初结", "年初有", "期初"];
const LAST: [&str; 17] = [
    "在册",
    "年末结存",
    "年末有",
    "结转下",
    "转下年",
    "转入下",
    "年末在",
    "年末存",
    "年末库存",
    "期末",
    "未结",
    "未办结",
    "未审结",
    "正在",
    "尚在",
    "尚未",
    "在办",
];
/// Words of what came in, and of what was done.
const CAME: [&str; 8] = ["新收", "收到", "受理", "接收", "立案", "收案", "接到", "收件"];
const DONE: [&str; 6] = ["审结", "办结", "结案", "答复", "处结", "解除"];
/// Words of what is none of these.
const NEITHER: [&str; 9] = ["不予", "撤", "驳回", "移送", "申诉", "累计", "以来", "同期", "率"];

/// Whether a quantity is told of all there ever was in a register.
pub fn is_register(prose: &Prose, mention: &Mention) -> bool {
    let sentence = &prose.text[prose.sentences[mention.sentence].range.clone()];
    prose.text[mention.before.clone()].contains("累计") && sentence.contains("在册")
}

/// What a quantity is by its words.
pub fn part(prose: &Prose, mention: &Mention) -> Option<Part> {
    if !is_counted(&mention.quantity.unit) || mention.quantity.unit.is_empty() {
        return None;
    }
    let name = prose.name(mention);
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    // 累计接收3126人，累计解除2758人，在册368人: all there ever was, so that nothing was brought over.
    if is_register(prose, mention) && (has(&CAME) || has(&DONE)) {
        return Some(if has(&CAME) { Part::Came } else { Part::Done });
    }
    if has(&NEITHER) || prose.text[mention.before.clone()].contains(['较', '比']) {
        return None;
    }
    let is_brought = has(&FIRST) || has(&EARLIER) && has(&KEPT) && !has(&["结转下", "转下年"]);
    match (is_brought, has(&LAST), has(&CAME) || name == "收", has(&DONE)) {
        (true, ..) => Some(Part::Brought),
        (_, true, ..) => Some(Part::Left),
        (_, _, true, false) => Some(Part::Came),
        (_, _, false, true) => Some(Part::Done),
        _ => None,
    }
}
