use std::collections::BTreeSet;
use std::ops::Range;

use super::unreadable_picture::{self, start};
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity};
use crate::language::picture::{html, markdown};

/// A picture typed into a sentence, a table or a note, as Markdown or HTML has them: it is printed as typed.
pub const RULE: Rule = Rule {
    code: "FZ503",
    name: "image-in-text",
    severity: Severity::Warning,
    authority: Authority::Format,
    opt_in: false,
    bad: sample!(measure: "开展案卷评查。![评查现场](https://www.example.gov.cn/a.png)"),
    good: sample!(measure: "开展案卷评查。"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    // Why one in a paragraph of its own is not printed is told by other rules.
    let refused: BTreeSet<_> = unreadable_picture::refused(context).map(|refused| start(&refused.at)).collect();
    for passage in context.each_passage() {
        let text = &passage.plain.text;
        let found = images(text).map(|range| (passage.plain.locate(range.clone()), range));
        findings.extend(found.filter(|(at, _)| !refused.contains(&start(at))).map(|(at, range)| {
            let words = text[range].split('\n').collect::<String>();
            RULE.finding(at).with("words", words)
        }));
    }
}

/// How far a picture may reach, in bytes: longer ones are none.
const REACH: usize = 600;

/// `![评查现场](a.png)`, `![评查现场][1]` and `<img src="a.png">`.
fn images(text: &str) -> impl Iterator<Item = Range<usize>> {
    let reach = |at: usize| &text[at..text.floor_char_boundary((at + REACH).min(text.len()))];
    let typed = text.match_indices('!').filter_map(move |(at, _)| Some(at..at + markdown(reach(at))?));
    let tags = text.match_indices('<').filter_map(move |(at, _)| Some(at..at + html(reach(at))?));
    typed.chain(tags)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_found_and_nothing_else() {
        let found = |text: &'static str| images(text).map(|range| &text[range]).collect::<Vec<_>>();
        assert_eq!(found("见图：![现场](图/现场 1.png \"说明\")。"), ["![现场](图/现场 1.png \"说明\")"]);
        assert_eq!(found("![](a.png)![b][1]"), ["![](a.png)", "![b][1]"]);
        assert_eq!(found("![图](图 (1).png)，（见图)"), ["![图](图 (1).png)"]);
        assert_eq!(found("<img src='a.png'/>和<IMG SRC=b>"), ["<img src='a.png'/>", "<IMG SRC=b>"]);
        for text in ["收到![83件]", "![a] (b)", "![a]()", "！[甲](乙)", "<img>", "<image src=", "好![", "<图", "!"]
        {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
