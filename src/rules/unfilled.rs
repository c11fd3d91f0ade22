use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::{Authority, Context, Rule, shape};
use crate::diagnostic::{Findings, Severity, Where};
use crate::document::Inline;
use crate::figures::Value;
use crate::place::Place;

/// Figures and texts that nobody has filled yet; one finding for each unit that has to supply them.
pub const RULE: Rule = Rule {
    code: "FZ202",
    name: "unfilled",
    severity: Severity::Warning,
    authority: Authority::Format,
    opt_in: false,
    bad: sample!(figures: "  行政复议:\n    收到: {数值: 待填, 来源: 县司法局}", measure: "全年收到行政复议申请${行政复议.收到}。"),
    good: sample!(figures: "  行政复议:\n    收到: {数值: 83件, 来源: 县司法局}", measure: "全年收到行政复议申请${行政复议.收到}。"),
    check,
};

/// Names that are written out: all of a report; of more only the number is told.
const SHOWN: usize = 300;

/// What is not filled yet.
struct Gap {
    name: String,
    is_figure: bool,
    place: Place,
    /// The unit that has to supply it, where the report says so.
    source: Option<String>,
}

impl Gap {
    /// The group a figure stands in.
    fn group(&self) -> Option<&str> {
        if !self.is_figure {
            return None;
        }
        self.name.rsplit_once('.').map(|(group, _)| group)
    }
}

fn check(context: &Context, findings: &mut Findings) {
    let mut sources: Vec<(Option<String>, Vec<Gap>)> = Vec::new();
    for gap in figures(context).into_iter().chain(issuers(context)).chain(texts(context)) {
        match sources.iter_mut().find(|(source, _)| *source == gap.source) {
            Some((_, gaps)) => gaps.push(gap),
            None => sources.push((gap.source.clone(), vec![gap])),
        }
    }
    for (source, gaps) in &sources {
        let Some(first) = gaps.first() else { continue };
        let finding = RULE.finding(Where::Value(first.place));
        let more = gaps.len() > SHOWN;
        let finding = match source {
            Some(source) => finding.saying(if more { "from-many" } else { "from" }).with("source", source),
            None => finding.saying(if more { "many" } else { "message" }),
        };
        findings.push(finding.with("count", gaps.len()).with("names", names(gaps)));
    }
}

/// The names, those of one group of figures together: 行政复议（收到、受理）.
fn names(gaps: &[Gap]) -> Vec<String> {
    let mut names = Vec::new();
    for together in
        gaps[..gaps.len().min(SHOWN)].chunk_by(|one, next| one.group().is_some() && one.group() == next.group())
    {
        match together {
            [first, _, ..] if let Some(group) = first.group() => {
                let short: Vec<&str> = together.iter().map(|gap| gap.name[group.len() + 1..].as_ref()).collect();
                names.push(format!("{group}（{}）", short.join("、")));
            }
            _ => names.extend(together.iter().map(|gap| gap.name.clone())),
        }
    }
    // One heading stands for each of its measures.
    let mut counted: IndexMap<String, usize> = IndexMap::new();
    names.into_iter().for_each(|name| *counted.entry(name).or_default() += 1);
    let mut names: Vec<String> = counted
        .into_iter()
        .map(|(name, count)| if count > 1 { format!("{name}（{count}处）") } else { name })
        .collect();
    if gaps.len() > SHOWN {
        names.push("……".to_owned());
    }
    names
}

fn figures(context: &Context) -> Vec<Gap> {
    let unfilled = context.table.iter().filter(|figure| figure.value == Value::Unfilled && !figure.computed);
    unfilled
        .map(|figure| Gap {
            name: figure.name.clone(),
            is_figure: true,
            place: figure.place,
            source: figure.source.clone(),
        })
        .collect()
}

/// What stands for the issuer, in the title and under the text.
const ISSUER: &str = "发文机关";

/// Issuers that are there and not filled, whether or not an edition prints them.
fn issuers(context: &Context) -> Vec<Gap> {
    let places: BTreeSet<Place> = context
        .views()
        .flat_map(|(_, view)| view.issuers())
        .filter(|issuer| issuer.is_unfilled())
        .map(|issuer| issuer.place)
        .collect();
    let gap = |place| Gap { name: ISSUER.to_owned(), is_figure: false, place, source: None };
    places.into_iter().map(gap).collect()
}

/// What is told elsewhere: by a rule of its own when it is missing, or as the issuer that signs.
fn is_told(context: &Context, name: &str) -> bool {
    let unsigned = || context.report.report.issuer.iter().all(|issuer| issuer.is_unfilled());
    [ISSUER, "年度"].contains(&name) || (name == "署名" && unsigned())
}

/// What the editions print as 【待填：…】, figures left out.
fn texts(context: &Context) -> Vec<Gap> {
    let mut seen = BTreeSet::new();
    let mut gaps = Vec::new();
    for composed in context.editions {
        composed.document.visit(&mut |inline| {
            if let Inline::Unfilled { name, place } = inline
                && context.table.get(name).is_none()
                && !is_told(context, name)
                && !shape::is_misread(context, *place)
                && seen.insert((*place, name.clone()))
            {
                gaps.push(Gap {
                    name: name.clone(),
                    is_figure: false,
                    place: *place,
                    source: provider(context, *place),
                });
            }
        });
    }
    gaps
}

/// Who supplies the text at a place: the measure's unit, else the section's.
fn provider(context: &Context, place: Place) -> Option<String> {
    let section = context.report.section_at(place, context.places)?;
    let around: Vec<Place> = context.places.ancestors(place).collect();
    let measure = section.measures.iter().find(|measure| around.contains(&measure.at));
    let provider = measure.and_then(|measure| measure.provider.as_ref()).or(section.provider.as_ref())?;
    Some(provider.value.trim().to_owned())
}
