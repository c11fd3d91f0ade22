use std::ops::Range;

use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity};

/// A picture typed into a text, as Markdown or HTML has them: it is printed as typed.
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
    for passage in context.each_passage() {
        let text = &passage.plain.text;
        findings.extend(images(text).map(|range| {
            let words = text[range.clone()].split('\n').collect::<String>();
            RULE.finding(passage.plain.locate(range)).with("words", words)
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

/// The length of a picture of Markdown that a text begins with: a target follows its words at once.
pub(super) fn markdown(text: &str) -> Option<usize> {
    let inside = text.strip_prefix("![")?;
    let words = inside.find(']')?;
    let behind = &inside[words + 1..];
    let closing = match behind.chars().next()? {
        '(' => ')',
        '[' => ']',
        _ => return None,
    };
    let target = behind[1..].find(closing)?;
    (target > 0).then_some(text.len() - behind.len() + 1 + target + 1)
}

/// The length of a tag of HTML for a picture that a text begins with.
pub(super) fn html(text: &str) -> Option<usize> {
    let name = text.get(1..4).filter(|name| name.eq_ignore_ascii_case("img"))?;
    let inside = &text[1 + name.len()..];
    let end = inside.find('>')?;
    inside[..end].to_ascii_lowercase().contains("src").then_some(1 + name.len() + end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_found_and_nothing_else() {
        let found = |text: &'static str| images(text).map(|range| &text[range]).collect::<Vec<_>>();
        assert_eq!(found("见图：![现场](图/现场 1.png \"说明\")。"), ["![现场](图/现场 1.png \"说明\")"]);
        assert_eq!(found("![](a.png)![b][1]"), ["![](a.png)", "![b][1]"]);
        assert_eq!(found("<img src='a.png'/>和<IMG SRC=b>"), ["<img src='a.png'/>", "<IMG SRC=b>"]);
        for text in ["收到![83件]", "![a] (b)", "![a]()", "！[甲](乙)", "<img>", "<image src=", "好![", "<图", "!"]
        {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
