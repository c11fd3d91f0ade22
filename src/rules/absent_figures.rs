use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity};
use crate::document::Passage;
use crate::model::Kind;
use crate::wording::{Entry, Of, Sightings, Usual, usual};

/// A part of a government's report gives hardly any of the figures that such parts usually give; one hint a part.
pub const RULE: Rule = Rule {
    code: "FZ109",
    name: "absent-figures",
    severity: Severity::Hint,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(sections: "  - 内容项: [举措成效, 第一责任人]
    小标题: 主要举措和成效
    章节:
      - 内容项: 行政决策
        小标题: 推进依法决策
        正文: 严格执行重大行政决策程序，公众参与、专家论证、风险评估、合法性审查和集体讨论决定逐项落实，决策事项目录向社会公布。凡提请县政府常务会议讨论的事项，先由司法行政部门出具意见，没有意见的不上会。法律顾问列席会议，参与合同谈判，重大合同签订前逐份把关。决策实施以后开展评估，评估结果作为调整决策的依据，群众意见较大的及时完善。
  - 内容项: 不足原因
    正文: 审核力量不足，主要原因是编制紧张。
  - 内容项: 下年安排
    正文: 2024年充实审核力量。
"),
    good: sample!(sections: "  - 内容项: [举措成效, 第一责任人]
    小标题: 主要举措和成效
    章节:
      - 内容项: 行政决策
        小标题: 推进依法决策
        正文: 严格执行重大行政决策程序，公众参与、专家论证、风险评估、合法性审查和集体讨论决定逐项落实，决策事项目录向社会公布。凡提请县政府常务会议讨论的事项，先由司法行政部门出具意见，全年审查124件，没有意见的不上会。6名法律顾问列席会议，参与合同谈判，重大合同签订前逐份把关。决策实施以后开展评估，评估结果作为调整决策的依据，群众意见较大的及时完善。
  - 内容项: 不足原因
    正文: 审核力量不足，主要原因是编制紧张。
  - 内容项: 下年安排
    正文: 2024年充实审核力量。
"),
    check,
};

/// Shorter parts, in characters, are not written yet or have little to tell.
const LONG: usize = 120;

fn check(context: &Context, findings: &mut Findings) {
    if context.kind() != Kind::Government {
        return;
    }
    let prose: Vec<(&Passage, &Sightings)> = context.each_sighted().filter(|(passage, _)| passage.is_prose()).collect();
    let mut parts: Vec<(&str, Vec<usize>)> = Vec::new();
    let year = context.year().unwrap_or(i16::MAX);
    for (index, usual) in usual().iter().enumerate().filter(|(_, usual)| usual.is_asked(year)) {
        let Of::Part(part, _) = &usual.of else { continue };
        match parts.last_mut().filter(|(last, _)| last == part) {
            Some((_, figures)) => figures.push(index),
            None => parts.push((part, vec![index])),
        }
    }
    parts.retain(|(part, _)| {
        let inside = prose.iter().filter(|(passage, _)| passage.parts.contains(part));
        inside.map(|(passage, _)| passage.plain.text.chars().count()).sum::<usize>() >= LONG
    });
    // Wherever in the report a figure stands, it is given.
    let given = given(&prose);
    for (part, figures) in parts {
        let absent: Vec<&str> =
            figures.iter().filter(|index| !given[**index]).map(|index| usual()[*index].name).collect();
        let first = context.each_passage().find(|passage| passage.parts.contains(&part));
        let is_open = || prose.iter().any(|(passage, _)| passage.parts.contains(&part) && passage.plain.is_open());
        if absent.len() >= 2
            && 2 * absent.len() >= figures.len()
            && let Some(passage) = first
            // What is not filled in yet may be those very figures.
            && !is_open()
        {
            let end = passage.plain.sentences().next().map_or(0, |sentence| sentence.end);
            findings.push(RULE.finding(passage.plain.locate(0..end)).with("figures", absent));
        }
    }
}

/// Which of the usual figures are given: a sentence has a word of them and a number in one of their units.
fn given(prose: &[(&Passage, &Sightings)]) -> Vec<bool> {
    let mut given = vec![false; usual().len()];
    let figure = |entry| match entry {
        Entry::Usual(index) => Some(index),
        _ => None,
    };
    for (passage, sightings) in prose {
        let mut sentences = passage.plain.sentences();
        let mut sentence = 0..0;
        let mut counted: Option<Vec<&str>> = None;
        // Figures looked for in the sentence: a word that comes a thousand times is looked for once.
        let mut sought: Vec<usize> = Vec::new();
        for (range, index) in sightings.all(figure) {
            while range.start >= sentence.end
                && let Some(next) = sentences.next()
            {
                (sentence, counted) = (next, None);
                sought.clear();
            }
            if !given[index] && !sought.contains(&index) {
                sought.push(index);
                let counted = counted.get_or_insert_with(|| self::counted(&passage.plain.text[sentence.clone()]));
                given[index] = counted.iter().any(|rest| has_unit(&usual()[index], rest));
            }
        }
    }
    given
}

/// What follows each number of a sentence: the unit, and more.
fn counted(sentence: &str) -> Vec<&str> {
    let is_digit = |c: char| {
        c.is_ascii_digit()
            || matches!(c, '一' | '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
            || matches!(c, '百' | '千' | '万' | '亿' | '余' | '多' | '几')
    };
    let mut rests = Vec::new();
    let mut after_digit = false;
    for (at, c) in sentence.char_indices() {
        let is_digit = is_digit(c);
        if after_digit && !is_digit {
            rests.push(&sentence[at..]);
        }
        after_digit = is_digit;
    }
    rests
}

/// Whether words begin with a unit that a figure is counted in.
fn has_unit(figure: &Usual, words: &str) -> bool {
    let Of::Part(_, units) = &figure.of else { return false };
    units.iter().any(|unit| words.starts_with(unit) || *unit == "％" && words.starts_with('%'))
}
