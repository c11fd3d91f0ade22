use rust_decimal::Decimal;

use super::questions::printed;
use super::stale_text::words;
use super::{Authority, Context, Rule};
use crate::characters::leads::Leads;
use crate::compose::view::View;
use crate::diagnostic::{Findings, Severity, Where};
use crate::document::passage::Kind;
use crate::document::{Document, Passage};
use crate::figures::Resolved;
use crate::map::Map;
use crate::message;
use crate::model::quantity::scan;
use crate::model::{Section, Text};

/// The public edition says what is kept from it: a remark that it is not for the public, a passage or a figure typed a
/// second time, whom to ask.
pub const RULE: Rule = Rule {
    code: "FZ603",
    name: "withheld-passage",
    severity: Severity::Warning,
    authority: Authority::Law,
    opt_in: false,
    bad: sample!(measure: "约谈2家单位负责人（此段不公开）。"),
    good: sample!(measure: "约谈2家单位负责人。"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let withheld = withheld(context);
    for passage in context.each_public_passage() {
        check_remarks(passage, findings);
        check_statements(passage, findings);
        check_figures(passage, &withheld, findings);
    }
    for (composed, view) in context.views().filter(|(_, view)| view.is_public()) {
        check_repeated(context, view, findings);
        check_contact(context, &composed.document, findings);
    }
}

/// What a remark in brackets begins with when it speaks of the text it stands in. 台账（不对外公开） speaks of the ledger.
const SELF: [&str; 13] =
    ["此段", "本段", "该段", "此条", "本条", "此句", "本句", "以下", "上段", "此部分", "本部分", "该部分", "此处"];
/// What it then says.
const UNSHOWN: [&str; 5] = ["不公开", "不予公开", "不宜公开", "不对外公开", "不要公开"];
/// What it says whatever it begins with.
const DROPPED: [&str; 6] = ["公开版删", "公开版不", "公开稿删", "公开时删", "公布时删", "发布时删"];

/// Characters of a remark at most.
const LONGEST_REMARK: usize = 24;

const BRACKETS: [char; 5] = ['（', '(', '【', '[', '〔'];
const OPENING: Leads = Leads::of(&BRACKETS);

/// （此段不公开） in running text.
fn check_remarks(passage: &Passage, findings: &mut Findings) {
    let text = &passage.plain.text;
    // Of these two every remark has one.
    let may_have_remark = || text.contains("公开") || text.contains('删');
    if !passage.is_prose() && passage.kind != Kind::Heading || !may_have_remark() {
        return;
    }
    for (start, _) in OPENING.each(text).filter(|(_, c)| BRACKETS.contains(c)) {
        let inside = text[start..].char_indices().take(LONGEST_REMARK);
        let closing = inside.clone().find(|(_, c)| "）)】]〕".contains(*c));
        let Some((length, closing)) = closing else { continue };
        let range = start..start + length + closing.len_utf8();
        let words = &text[range.clone()];
        if is_remark(words) {
            let words = words.to_owned();
            findings.push(RULE.finding(passage.plain.locate(range)).with("words", words));
        }
    }
}

/// What a sentence on the sentences before it begins with.
const BACK: [&str; 6] = ["以上数据", "以上内容", "以上情况", "上述数据", "上述内容", "上述情况"];
/// What it then says beside that it is not shown.
const INNER: [&str; 5] = ["涉密", "不得公开", "不得对外公开", "仅供领导", "仅供内部"];

/// 以上数据涉密，不得对外公开。
fn check_statements(passage: &Passage, findings: &mut Findings) {
    let text = &passage.plain.text;
    if !passage.is_prose() || !text.contains("以上") && !text.contains("上述") {
        return;
    }
    for (at, _) in BACK.iter().flat_map(|words| text.match_indices(words)) {
        let opens = at == 0 || text[..at].ends_with(['。', '；', '\n']);
        let length = text[at..].find(['。', '；', '\n']).unwrap_or(text.len() - at);
        let words = &text[at..at + length];
        // 以上内容涉及国家秘密的依法不予公开 is what the law says.
        let is_law = words.contains("依法") || words.contains("依规");
        if opens && !is_law && (UNSHOWN.iter().chain(&INNER).any(|word| words.contains(word))) {
            let words = words.to_owned();
            findings.push(RULE.finding(passage.plain.locate(at..at + length)).with("words", words));
        }
    }
}

/// Whether words in brackets say that the text is not for the public.
fn is_remark(words: &str) -> bool {
    let inside = words.trim_start_matches(BRACKETS);
    let says = |list: &[&str]| list.iter().any(|word| inside.contains(word));
    says(&DROPPED) || SELF.iter().any(|word| inside.starts_with(word)) && says(&UNSHOWN)
}

/// Whether a figure is kept from the public.
fn is_withheld(figure: &Resolved) -> bool {
    !figure.publishable || !figure.is_in(crate::compose::view::DEFAULT)
}

/// A smaller number is the same as another by chance.
const DISTINCT: i64 = 1_000;

/// The figures that are kept from the public, by value and unit; what another figure may show as well is not distinct.
fn withheld<'a>(context: &Context<'a>) -> Map<(Decimal, &'a str), &'a Resolved> {
    let key = |figure: &&'a Resolved| {
        let quantity = figure.value.quantity()?;
        let is_distinct = quantity.value() >= DISTINCT.into() && !quantity.unit.is_empty();
        is_distinct.then(|| ((quantity.value(), quantity.unit.as_str()), *figure))
    };
    let (kept, shown): (Vec<&Resolved>, Vec<&Resolved>) = context.table.iter().partition(|figure| is_withheld(figure));
    let mut kept: Map<_, _> = kept.iter().filter_map(key).collect();
    for (key, _) in shown.iter().filter_map(key) {
        kept.remove(&key);
    }
    kept
}

/// A figure that is kept from the public and was typed into the text: of those printed the rules on figures tell.
fn check_figures(passage: &Passage, withheld: &Map<(Decimal, &str), &Resolved>, findings: &mut Findings) {
    if withheld.is_empty() {
        return;
    }
    for (range, typed) in scan(&passage.plain.text) {
        let figure = withheld
            .get(&(typed.value(), typed.unit.as_str()))
            .filter(|_| !printed::is_printed(&passage.plain, range.start..range.start + 1));
        if let Some(figure) = figure {
            let finding = RULE.finding(passage.plain.locate(range)).saying("figure");
            findings.push(
                finding
                    .with("words", &typed.written)
                    .with("name", &figure.name)
                    .beside(Where::Key(figure.place), message!("rules.withheld-passage.kept")),
            );
        }
    }
}

/// Shorter texts are alike by chance.
const SHORTEST: usize = 12;

/// A text of other editions that stands, word for word, in a passage of the public one too.
fn check_repeated(context: &Context, view: View, findings: &mut Findings) {
    // By their first words; few texts have the same, and only those are compared whole.
    let mut kept: Map<Opening, Vec<&Text>> = Map::default();
    let mut shown: Vec<&Text> = Vec::new();
    for section in &context.report.sections {
        sort(section, view, true, &mut shown, &mut |text| {
            if let Some(opening) = opening(text) {
                kept.entry(opening).or_default().push(text);
            }
        });
    }
    if kept.is_empty() {
        return;
    }
    for text in shown {
        let Some(opening) = opening(text) else { continue };
        let alike = kept.get(&opening).into_iter().flatten();
        // Of two that are alike the last is told.
        if let Some(kept) = alike.rev().find(|kept| words(kept).eq(words(text))) {
            let finding = RULE.finding(Where::Value(text.place)).saying("repeated");
            findings.push(finding.beside(Where::Value(kept.place), message!("rules.withheld-passage.kept")));
        }
    }
}

/// The first characters of a text, blanks aside.
type Opening = [char; SHORTEST];

/// How a text begins, unless it is too short.
fn opening(text: &Text) -> Option<Opening> {
    let mut words = words(text);
    let mut opening = Opening::default();
    for place in &mut opening {
        *place = words.next()?;
    }
    Some(opening)
}

/// Parts the texts of a section into those an edition shows and those it leaves out. Headings are custom.
fn sort<'a>(
    section: &'a Section,
    view: View,
    is_shown: bool,
    shown: &mut Vec<&'a Text>,
    kept: &mut dyn FnMut(&'a Text),
) {
    let is_shown = is_shown && view.has(&section.only, &section.except);
    let mut part = |text: &'a Text, is_shown: bool| if is_shown { shown.push(text) } else { kept(text) };
    section.text.iter().chain(&section.after).for_each(|text| part(text, is_shown));
    for measure in &section.measures {
        part(&measure.text, is_shown && view.has(&measure.only, &measure.except));
    }
    section.sections.iter().for_each(|below| sort(below, view, is_shown, shown, kept));
}

/// 附注 with the person to ask, which the paper that is sent has, in the edition for the public beside it.
fn check_contact(context: &Context, document: &Document, findings: &mut Findings) {
    let Some(postscript) = document.postscript.as_ref().filter(|_| context.editions.len() > 1) else { return };
    if ["联系人", "联系电话"].iter().any(|word| postscript.plain().contains(word)) {
        findings.push(RULE.finding(Where::Value(postscript.place)).saying("contact").graded(Severity::Hint));
    }
}
