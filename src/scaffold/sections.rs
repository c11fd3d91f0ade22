//! The contents and the parts below them, each with what a drafter should know of it.

use super::row::scalar;
use super::{Request, Section, Writer};
use crate::message::Lang;
use crate::model::{Kind, Level};
use crate::outline::{Part, Presence, catalogue};
use crate::yaml::keys::{self, Domain};

impl Writer<'_> {
    /// The contents a report on this year has, in their usual order.
    pub(super) fn contents(&self) -> impl Iterator<Item = &Part> {
        self.outline.contents().filter(|part| match part.id.as_str() {
            "responsibility" => part.is_owed(self.request.year) && !self.has_leadership(),
            "other" => part.is_owed(self.request.year),
            _ => true,
        })
    }

    /// Whether the responsibility is told with the leadership, as most reports do.
    fn has_leadership(&self) -> bool {
        self.outline.part("leadership").is_some()
    }

    pub(super) fn section(&self, content: &Part) -> Section {
        let Request { kind, level, year, .. } = *self.request;
        let below = |presence| {
            let parts =
                self.outline.parts.iter().filter(move |part| {
                    !part.is_content() && part.presence == presence && part.suits(kind, level, year)
                });
            let leads = |part: &&Part| part.id == "leadership" && content.id == "achievements";
            parts
                .filter(move |part| self.outline.content_of(part).id == content.id)
                .filter(move |part| presence == Presence::Usual || !leads(part))
                .map(|part| self.below(part))
                .collect::<Vec<_>>()
        };
        let mut parts = below(Presence::Usual);
        // Before 2021 the leadership was no part of the outline, yet it is where the responsibility is told.
        if let Some(part) = self.outline.part("leadership").filter(|part| part.presence == Presence::Often)
            && content.id == "achievements"
        {
            parts.insert(0, self.below(part));
        }
        Section { parts, optional: below(Presence::Often), ..self.below(content) }
    }

    /// A part as a section of its own.
    fn below(&self, part: &Part) -> Section {
        let id = |id: &str| self.name(Domain::Part, id).to_owned();
        let responsibility = self.outline.part("responsibility").filter(|part| part.is_owed(self.request.year));
        let with_responsibility = part.id == "leadership" && responsibility.is_some();
        Section {
            part: if with_responsibility {
                format!("[{}, {}]", id("leadership"), id("responsibility"))
            } else {
                scalar(&id(&part.id))
            },
            heading: part.heading_in(self.request.year),
            guidance: self.guidance(part, with_responsibility),
            figures: self.placeholders(part),
            parts: Vec::new(),
            optional: Vec::new(),
        }
    }

    /// What a drafter should know of a part, in a line or two.
    fn guidance(&self, part: &Part, with_responsibility: bool) -> Vec<String> {
        let own = part.guidance.as_deref().or_else(|| {
            // The guidance of a part that is not ours can only stand in its own outline.
            keys::word(Domain::Part, &part.id).is_none().then_some(part.heading.as_str())
        });
        let guidance = own.map_or_else(|| self.say(&format!("part.{}", self.wording(part))), one_line);
        let responsibility = with_responsibility.then(|| self.say("part.responsibility"));
        [Some(guidance), responsibility].into_iter().flatten().collect()
    }

    /// The name of the guidance of a part: a department, or a place with legislative power, has its own of some.
    fn wording(&self, part: &Part) -> String {
        let id = part.id.as_str();
        let of_department = matches!(id, "functions" | "rulemaking" | "enforcement" | "disputes");
        let legislates = matches!(self.request.level, Level::Nation | Level::Province | Level::City);
        match self.request.kind {
            Kind::Department if of_department => format!("{id}_department"),
            Kind::Government if id == "rulemaking" && legislates => format!("{id}_legislating"),
            _ => id.to_owned(),
        }
    }

    /// The placeholders of the figures a new file asks for in a part.
    fn placeholders(&self, part: &Part) -> String {
        let groups = catalogue::supplies_of(self.outline).flat_map(|supply| &supply.groups);
        let placeholders = groups.filter(|group| group.part == part.id && self.has(group)).flat_map(|group| {
            self.figures(group)
                .filter(|figure| figure.core)
                .map(|figure| format!("${{{}.{}}}", group.name, figure.name))
        });
        placeholders.collect::<Vec<_>>().join(match self.request.keys {
            Lang::Zh => "、",
            Lang::En => ", ",
        })
    }
}

/// A text that stays within its comment.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
