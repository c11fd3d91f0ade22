use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity};
use crate::document::Passage;
use crate::model::{Kind, Level};

/// A county or a town says that it made local regulations or rules: only cities with districts and above make them.
pub const RULE: Rule = Rule {
    code: "FZ318",
    name: "beyond-powers",
    severity: Severity::Hint,
    authority: Authority::Law,
    opt_in: false,
    bad: sample!(measure: "我县全年制定地方性法规2部。"),
    good: sample!(measure: "全年制定行政规范性文件2件。"),
    check,
};

/// What a county makes none of.
const ACTS: [&str; 4] = ["地方性法规", "地方政府规章", "政府规章", "地方法规"];
/// Words by which it is made.
const MADE: [&str; 7] = ["制定", "出台", "颁布", "修订", "审议通过", "公布", "发布"];
/// Words in the clause that tell of acts of others, or of a share in them.
const OTHERS: [&str; 28] = [
    "省", "市", "国家", "上级", "全国", "中央", "配合", "参与", "协助", "贯彻", "落实", "学习", "宣传", "执行", "依据",
    "依照", "根据", "按照", "征求", "意见", "建议", "调研", "报送", "清理", "立法", "自治", "草案", "等",
];

/// Bytes of a clause on either side that are looked at.
const REACH: usize = 120;

fn check(context: &Context, findings: &mut Findings) {
    let place = context.report.report.place.as_ref().map(|place| place.trim()).unwrap_or_default();
    let is_below = matches!(context.level(), Level::County | Level::Township);
    // Autonomous counties make 自治条例 and 单行条例; what is called 市 or 区 may be more than a county.
    if !is_below || context.kind() == Kind::Department || !place.ends_with(['县', '镇', '乡']) || place.contains("自治")
    {
        return;
    }
    for passage in context.each_passage().filter(|passage| passage.is_prose()) {
        check_passage(passage, findings);
    }
}

fn check_passage(passage: &Passage, findings: &mut Findings) {
    let text = &passage.plain.text;
    for act in ACTS {
        for (at, _) in text.match_indices(act) {
            let near = text.ceil_char_boundary(at.saturating_sub(REACH));
            let far = text.floor_char_boundary((at + REACH).min(text.len()));
            let ends = ['，', '。', '；', '\n'];
            let clause_start = text[near..at].rfind(ends).map_or(near, |mark| near + mark);
            let clause_start = at - text[clause_start..at].trim_start_matches(ends).len();
            let end = text[at..far].find(ends).map_or(far, |length| at + length);
            let (before, after) = (&text[clause_start..at], &text[at + act.len()..end]);
            let counts = after.starts_with(|c: char| c.is_ascii_digit());
            let of_others = OTHERS.iter().any(|word| text[clause_start..end].contains(word));
            let Some(made) = MADE.iter().find(|word| before.ends_with(**word)) else { continue };
            if counts && !of_others {
                let range = at - made.len()..end;
                let words = text[range.clone()].to_owned();
                findings.push(RULE.finding(passage.plain.locate(range)).with("words", words));
                return;
            }
        }
    }
}
