//! 排版: which settings print headings and measures as the source has them.

use super::section::Section;

/// The levels whose headings are run in; `None` is auto.
pub type RunIn = Option<Vec<usize>>;

/// What is set for a section, or for the report.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Setting {
    /// Set here: the levels, or auto.
    pub run_in: Option<RunIn>,
    /// Set here: whether measures stand in one paragraph.
    pub is_inline: Option<bool>,
}

/// What is in force.
#[derive(Clone, Debug, Default)]
pub struct InForce {
    run_in: RunIn,
    is_inline: bool,
}

impl InForce {
    /// The settings of the report: those the fewest sections have to change.
    pub fn of_report(sections: &[Section]) -> (Self, Setting) {
        let run_in = best(1, |run_in| mismatches(sections, 1, run_in));
        let (inline, apart) = count_measures(sections);
        let in_force = Self { is_inline: inline > apart, run_in };
        let setting = Setting {
            run_in: in_force.run_in.is_some().then(|| in_force.run_in.clone()),
            is_inline: in_force.is_inline.then_some(true),
        };
        (in_force, setting)
    }

    /// What must be set for a section at a level, and what is in force below it then.
    pub fn of_section(&self, section: &Section, level: usize) -> (Self, Setting) {
        let mut in_force = self.clone();
        let mut setting = Setting::default();
        if !section.measures.is_empty() && section.is_inline != self.is_inline {
            in_force.is_inline = section.is_inline;
            setting.is_inline = Some(section.is_inline);
        }
        if !fits(section, level, &self.run_in) {
            in_force.run_in = best(level, |run_in| {
                let own = if fits(section, level, run_in) { 0 } else { usize::MAX / 2 };
                own + mismatches(&section.sections, level + 1, run_in)
            });
            setting.run_in = Some(in_force.run_in.clone());
        }
        (in_force, setting)
    }
}

/// The setting with the least cost: auto, or any of the levels from `level` to 4.
fn best(level: usize, cost: impl Fn(&RunIn) -> usize) -> RunIn {
    let levels: Vec<usize> = (level..=4).collect();
    let sets = (0..1_usize << levels.len()).map(|set| {
        Some(levels.iter().enumerate().filter(|(bit, _)| set >> bit & 1 == 1).map(|(_, &level)| level).collect())
    });
    std::iter::once(None).chain(sets).min_by_key(|run_in| cost(run_in)).flatten()
}

/// How many sections would be printed in another way.
fn mismatches(sections: &[Section], level: usize, run_in: &RunIn) -> usize {
    let own = |section: &Section| usize::from(!fits(section, level, run_in));
    sections.iter().map(|section| own(section) + mismatches(&section.sections, level + 1, run_in)).sum()
}

/// Whether a section is printed as it stands in the source.
fn fits(section: &Section, level: usize, run_in: &RunIn) -> bool {
    let has_text = section.text.is_some() || !section.measures.is_empty();
    let is_text_only =
        (section.measures.is_empty() || section.is_inline) && section.after.is_none() && section.sections.is_empty();
    let runs_in = match run_in {
        None => level >= 2 && is_text_only,
        Some(levels) => levels.contains(&level),
    };
    !has_text || runs_in == section.is_run_in
}

fn count_measures(sections: &[Section]) -> (usize, usize) {
    sections.iter().fold((0, 0), |(inline, apart), section| {
        let below = count_measures(&section.sections);
        let (own_inline, own_apart) = match (section.measures.is_empty(), section.is_inline) {
            (true, _) => (0, 0),
            (false, true) => (1, 0),
            (false, false) => (0, 1),
        };
        (inline + below.0 + own_inline, apart + below.1 + own_apart)
    })
}
