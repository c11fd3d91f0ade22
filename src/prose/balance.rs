//! Balances: what was brought over and what came in, less what was done, is what is carried over: 上年结转12件，
//! 本年新收158件，审结151件，结转下年19件.

mod part;

use part::{Part, is_register, part};
use rust_decimal::Decimal;

use super::digits::differ_in_one;
use super::relation::{Operation, Relation};
use super::{Mention, Prose, clearance, only};
use crate::model::Verdict;

/// The parts of a balance, each once.
struct Balance {
    brought: Option<usize>,
    /// What came in; with what was brought over, where nothing else was.
    came: Vec<usize>,
    done: Vec<usize>,
    left: usize,
    /// All that have a part, those too that what came in is divided into.
    told: Vec<usize>,
}

/// Words of which a text with a balance has one.
const BROUGHT_OVER: [&str; 7] = ["结转", "旧存", "年初", "期初", "年未", "年度未", "在册"];
/// Words of what leaves a balance, or enters it, in other ways.
const OTHER_WAYS: [&str; 22] = [
    "变更居住地",
    "收监",
    "死亡",
    "不予",
    "撤回",
    "撤诉",
    "移送",
    "移交",
    "转送",
    "转办",
    "转其他",
    "合并",
    "退回",
    "终止",
    "中止",
    "另有",
    "其余",
    "部分",
    "不含",
    "恢复",
    "补正",
    "延期",
];

/// Adds the balances of a text to its other relations, and leaves out the doubts they answer.
pub(super) fn add(prose: &Prose, relations: &mut Vec<Relation>) {
    if prose.mentions.len() < 3 || !BROUGHT_OVER.iter().any(|word| prose.text.contains(word)) {
        return;
    }
    let balances = balances(prose);
    let holding = |numbers: &[usize]| {
        let has = |balance: &Relation, number| balance.stated == number || balance.terms.contains(&number);
        let is_of = |balance: &Relation| numbers.iter().all(|number| has(balance, *number));
        balances.iter().any(|balance| balance.verdict == Verdict::Holds && is_of(balance))
    };
    // 上年结转5件，本年收到62件，办结60件，2件撤回，5件转下年: what is over was brought over.
    let is_brought = |relation: &Relation| {
        let whole = &prose.mentions[relation.stated];
        let over = relation.computed - whole.quantity.value();
        let own = prose.sentences[whole.sentence].mentions.clone();
        let is_it = |mention: &Mention| mention.quantity.value() == over && part(prose, mention) == Some(Part::Brought);
        over > Decimal::ZERO && own.into_iter().any(|index| is_it(&prose.mentions[index]))
    };
    relations.retain(|relation| {
        let numbers: Vec<usize> = relation.terms.iter().copied().chain([relation.stated]).collect();
        relation.operation != Operation::Sum
            || relation.verdict == Verdict::Holds
            || !holding(&numbers) && !is_brought(relation)
    });
    for balance in balances.iter().filter(|balance| balance.verdict == Verdict::Holds) {
        clearance::add(prose, balance, relations);
    }
    relations.extend(balances);
    let told = |index: usize| relations.iter().any(|relation| relation.stated == index);
    let found: Vec<Relation> = (0..prose.sentences.len())
        .filter_map(|sentence| brought_and_came(prose, sentence))
        .filter(|relation| !told(relation.stated))
        .collect();
    relations.extend(found);
}

/// Words of all there was to do.
const TO_DO: [&str; 7] = ["应办", "应审", "应结", "共办理", "共审理", "共有", "合计"];

/// What was brought over and what came in beside all there was to do: 上年结转36件，新收450件，应办案件486件.
fn brought_and_came(prose: &Prose, sentence: usize) -> Option<Relation> {
    let own = prose.sentences[sentence].mentions.clone();
    let find = |wanted: Part| only(own.clone().filter(|index| part(prose, &prose.mentions[*index]) == Some(wanted)));
    let (brought, came) = (find(Part::Brought)?, find(Part::Came)?);
    let all = brought.max(came) + 1;
    let mention = prose.mentions.get(all).filter(|_| own.contains(&all) && brought.abs_diff(came) == 1)?;
    let first = &prose.mentions[brought.min(came)];
    let region = &prose.text[first.before.start..mention.range.end];
    let whole = &prose.text[prose.sentences[sentence].range.clone()];
    let is_to_do = TO_DO.iter().any(|word| prose.text[mention.before.clone()].contains(word));
    let is_like = |index: usize| prose.is_like(&prose.mentions[index], mention);
    let is_plain = included(prose, brought).is_none()
        && !region.contains(['；', ';'])
        && !OTHER_WAYS.iter().chain(&["并案"]).any(|word| whole.contains(word));
    if !is_to_do || !is_plain || !is_like(brought) || !is_like(came) {
        return None;
    }
    // What came in may be told of again: one wrong digit must explain what differs.
    Relation::counted(prose, all, vec![brought.min(came), brought.max(came)])
}

/// Finds the balances of a text.
fn balances(prose: &Prose) -> Vec<Relation> {
    let parts = |sentence: usize| -> Vec<(Part, usize)> {
        let own = prose.sentences[sentence].mentions.clone();
        own.filter_map(|index| Some((part(prose, &prose.mentions[index])?, index))).collect()
    };
    let told = |sentence: usize| {
        let mut told = parts(sentence);
        let has = |wanted: Part| told.iter().any(|(part, _)| *part == wanted);
        if !has(Part::Left) {
            return None;
        }
        // 上年结转12件，本年新收158件。审结151件，结转下年19件。
        if !has(Part::Brought) && !has(Part::Came) {
            let before = sentence.checked_sub(1).map(parts).unwrap_or_default();
            told.splice(0..0, before);
        }
        judge(prose, &Balance::of(prose, &told)?)
    };
    (0..prose.sentences.len()).filter_map(told).collect()
}

impl Balance {
    /// The balance that quantities make; `None` where any of its parts is missing, or told of several things.
    fn of(prose: &Prose, told: &[(Part, usize)]) -> Option<Self> {
        let of = |wanted: Part| told.iter().filter(move |(part, _)| *part == wanted).map(|(_, index)| *index);
        let only = |wanted: Part| Some(of(wanted).next()?).filter(|_| of(wanted).count() == 1);
        let left = only(Part::Left)?;
        let (mut came, done): (Vec<usize>, Vec<usize>) = (of(Part::Came).collect(), of(Part::Done).collect());
        let is_all = came.len() == 1
            && done.len() == 1
            && came.iter().chain(&done).all(|part| is_register(prose, &prose.mentions[*part]));
        let brought = only(Part::Brought);
        if brought.is_none() && !is_all {
            return None;
        }
        let included = brought.and_then(|brought| included(prose, brought));
        if let Some(whole) = included {
            if told.iter().any(|(part, index)| *index == whole && *part != Part::Came) {
                return None;
            }
            came = vec![whole];
        }
        let is_like = |index: &usize| prose.is_like(&prose.mentions[*index], &prose.mentions[left]);
        let is_whole = !came.is_empty() && !done.is_empty();
        let is_one_kind = came.iter().chain(&done).chain(&brought).all(is_like);
        (is_whole && is_one_kind).then_some(Self {
            brought: brought.filter(|_| included.is_none()),
            came,
            done,
            left,
            told: told.iter().map(|(_, index)| *index).collect(),
        })
    }
}

/// The whole that what was brought over is a part of: 236件（含上年结转21件）.
fn included(prose: &Prose, brought: usize) -> Option<usize> {
    let mention = &prose.mentions[brought];
    let words = prose.text[mention.before.clone()].trim_start_matches(['，', '（', '(', ',']);
    let is_in = ["含", "包括", "包含", "其中"].iter().any(|word| words.starts_with(word));
    let whole = prose.clause(mention).anchor.or(brought.checked_sub(1))?;
    is_in.then_some(whole)
}

/// What is left beside what should be.
fn judge(prose: &Prose, balance: &Balance) -> Option<Relation> {
    let value = |index: usize| prose.mentions[index].exact();
    let brought = balance.brought.map_or(Some(0), value)?;
    let left = value(balance.left)?;
    let relation = |came: usize, done: usize, verdict: Verdict| {
        let computed = Decimal::from(brought + value(came)? - value(done)?);
        let terms = balance.brought.into_iter().chain([came, done]).collect();
        Some(Relation::of(Operation::Balance, balance.left, terms, computed, verdict))
    };
    let ways = balance.came.iter().flat_map(|came| balance.done.iter().map(move |done| (*came, *done)));
    let holds = |brought: i64, came: usize, done: usize| {
        let whole = value(came).map(|came| brought + came);
        whole.is_some() && whole == value(done).map(|done| done + left)
    };
    if let Some((came, done)) = ways.clone().find(|(came, done)| holds(brought, *came, *done)) {
        return relation(came, done, Verdict::Holds);
    }
    // 上年结转10件，已全部审结；本年新收158件，审结140件，结转下年18件。
    if ways.clone().any(|(came, done)| holds(0, came, done)) {
        return None;
    }
    let (&[came], &[done]) = (&balance.came[..], &balance.done[..]) else { return None };
    let over = value(done)? + left - brought - value(came)?;
    let mends = |index: usize, by: i64| value(index).is_some_and(|own| differ_in_one(own, own + by));
    let is_slip = balance.brought.is_some_and(|brought| mends(brought, over))
        || mends(came, over)
        || mends(done, -over)
        || mends(balance.left, -over);
    let all = balance.brought.into_iter().chain([came, done, balance.left]);
    let first = &prose.mentions[all.min().unwrap_or(came)];
    let end = prose.sentences[prose.mentions[balance.left].sentence].range.end;
    let region = &prose.text[prose.clause(first).range.start..end.max(prose.clause(first).range.start)];
    if !is_slip || has_others(prose, balance, done) || OTHER_WAYS.iter().any(|word| region.contains(word)) {
        return None;
    }
    let says = |index: usize, words: &[&str]| {
        let clause = &prose.text[prose.clause(&prose.mentions[index]).range.clone()];
        words.iter().any(|word| clause.contains(word))
    };
    // What was refused is not always told, but what was accepted is closed some time.
    let is_closed = says(done, &["审结", "结案"]) && !says(came, &["收到", "接到", "申请"]);
    let is_register = says(balance.left, &["在册", "在矫", "在管", "现有"]);
    let is_proved = !is_register && (over > 0 || is_closed);
    relation(came, done, if is_proved { Verdict::Fails } else { Verdict::CannotTell })
}

/// Whether other things are counted between the parts: 上年结转5件，新收60件，办结63件；应诉案件30件，其中2件正在审理.
fn has_others(prose: &Prose, balance: &Balance, done: usize) -> bool {
    let parts = || balance.brought.iter().chain(&balance.came).chain([&balance.left, &done]);
    let Some(first) = parts().min() else { return false };
    let mention = |index: usize| &prose.mentions[index];
    let is_other = |index: &usize| {
        !parts().chain(&balance.told).any(|part| part == index)
            && prose.is_like(mention(*index), mention(balance.left))
            && prose.clause(mention(*index)).depth == 0
    };
    // 审结151件，其中维持82件、驳回12件，结转下年19件.
    let is_of_done = |index: usize| {
        let words = prose.text.get(mention(done).range.end..mention(index).range.start);
        words.is_some_and(|words| words.contains("其中") && !words.contains(['；', ';', '。']))
    };
    let mut others = (*first..balance.left).filter(is_other).peekable();
    let is_told_of_another =
        others.peek().is_some() && prose.text[mention(balance.left).before.clone()].contains("其中");
    is_told_of_another || others.any(|other| !is_of_done(other))
}
