//! The rules: one fault a file, the table of them all, and the run.

#[macro_use]
mod sample;

pub mod absent_figures;
pub mod absent_parts;
pub mod absent_topics;
pub mod bare_decimal;
pub mod bare_magnitude;
pub mod bare_percent;
pub mod beyond_powers;
pub(crate) mod claims;
pub mod classification_mark;
pub mod colon_in_text;
pub mod comment_left;
pub mod conflicting_values;
pub mod contents;
pub mod copy_to_lower_organ;
pub mod cut_comment;
pub mod date_out_of_window;
pub mod day_called_number;
pub mod doubled_approximation;
pub mod doubled_mark;
pub mod duplicate_key;
pub mod edition_conflict;
pub mod empty_part;
mod explain;
pub mod failed_check;
pub mod fall_in_multiples;
pub mod false_precision;
mod faults;
mod finality;
pub mod folded_line;
pub mod forbidden_character;
pub mod formula_fault;
pub mod fractional_count;
pub mod full_width_digits;
pub mod half_width_punctuation;
pub mod hand_numbered_heading;
pub mod hidden_text;
pub mod image_in_text;
pub mod implausible_change;
pub mod impossible_date;
pub mod issuers_out_of_order;
pub mod keyboard_slip;
mod language;
mod last_year;
pub mod law_before_force;
mod leftovers;
pub mod list_count_mismatch;
pub mod literal_year;
pub mod makeshift_range_mark;
pub mod malformed_number;
pub mod meeting_not_held;
pub mod misnamed_report;
pub mod missing_date;
pub mod missing_issuer;
pub mod missing_key;
pub mod missing_ordinal;
pub mod missing_part;
pub mod missing_responsibility;
pub mod missing_year;
pub mod misspelt_name;
pub mod mixed_addressees;
pub mod mixed_date;
pub mod nonstandard_style;
pub mod number_before_title;
pub mod number_in_other_brackets;
pub mod number_out_of_order;
pub mod older_meeting;
pub mod open_paragraph;
mod organs;
pub mod other_name;
pub mod outdated_name;
pub mod outdated_topic;
pub mod outline_nearest;
pub mod padded_date;
pub mod part_exceeds_total;
pub mod part_out_of_order;
pub mod pause_before_deng;
mod personal;
pub mod personal_data;
pub mod placeholder_fault;
pub mod placeholder_left;
pub mod premature_topic;
mod printed;
pub mod product_mismatch;
pub mod prose_change_mismatch;
pub mod prose_rate_mismatch;
pub mod prose_total_mismatch;
mod published;
pub mod rate_changed_by_percent;
pub mod rate_out_of_range;
pub mod refused_yaml;
pub mod relation_mismatch;
mod relations;
pub mod relative_year;
pub mod repeated_ordinal;
pub mod repeated_passage;
pub mod repeated_word;
pub mod request_in_report;
mod selection;
mod shape;
pub mod shortcomings_without_causes;
pub mod split_value;
pub mod stale_text;
pub mod stray_mark;
pub mod subset_exceeds_set;
pub mod swallowed_line;
pub mod syntax_error;
mod timely;
pub mod todo_left;
mod told;
pub mod total_mismatch;
pub mod tracked_changes;
pub mod truncated_rate;
pub mod unchanged_figures;
pub mod unfilled;
pub mod unfit_addressee;
pub mod unfit_issuer;
pub mod unit_mismatch;
pub mod unknown_edition;
pub mod unknown_figure;
pub mod unknown_key;
pub mod unknown_part;
pub mod unknown_value;
pub mod unpaired_mark;
pub mod unpublishable_figure;
pub mod unreachable_rate;
pub mod unreadable_date;
pub mod unreadable_figure;
pub mod until_misspelt;
pub mod unused_allow;
pub mod unused_figure;
pub mod variant_word;
pub mod withheld_figure;
pub mod withheld_passage;
pub(crate) mod wording;
pub mod wrong_type;
pub mod year_mismatch;

pub use published::Voice;
pub use selection::{Selection, find, unknown};

use std::cell::OnceCell;

use jiff::civil::Date;

use crate::compose::Composed;
use crate::compose::view::View;
use crate::diagnostic::{Finding, Findings, Severity, Where};
use crate::document::passage::{self, Passage};
use crate::figures::Table;
use crate::language::Fault;
use crate::message::Message;
use crate::model::{Kind, Level, Report, Section, Text};
use crate::outline::{Outline, Part};
use crate::place::Places;
use crate::published::{HeadingNumber, Leftover};
use crate::source::SourceFile;
use crate::wording::Sightings;
use crate::yaml::Slip;
use crate::yaml::keys::{self, Domain};

/// Where a rule comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authority {
    /// 法律法规
    Law,
    /// 党内法规
    PartyRegulation,
    /// 国家标准
    Standard,
    /// 地方指引
    Guide,
    /// 惯例
    Custom,
    /// The file format of this program.
    Format,
}

/// A rule: what it is called, how grave, where it comes from, how it is seen, and how it is checked.
///
/// Its sentences stand in `locales/` under `rules.NAME`: `summary`, `message`, `why`, `help`.
pub struct Rule {
    /// `FZ201`; never reused.
    pub code: &'static str,
    /// Reads well after "allow", names the fault: `total-mismatch`.
    pub name: &'static str,
    pub severity: Severity,
    pub authority: Authority,
    /// Not part of a run unless selected.
    pub opt_in: bool,
    /// A small report file that yields exactly this finding.
    pub bad: &'static str,
    /// The same, mended: it yields nothing.
    pub good: &'static str,
    pub check: fn(&Context, &mut Findings),
}

impl Rule {
    /// Whether it speaks of the file itself, its keys and its YAML; a file with such an error is not rendered.
    pub fn is_shape(&self) -> bool {
        self.code.starts_with("FZ0")
    }

    /// Whether its findings are hints, all of them: that a style cannot be read is a warning of a rule that hints.
    pub fn tells_only_hints(&self) -> bool {
        self.severity == Severity::Hint && self.code != nonstandard_style::RULE.code
    }

    /// Whether it looks at what a Word file holds beside its text; its examples show that in braces: {批注：…}.
    pub fn is_of_word(&self) -> bool {
        [&hidden_text::RULE, &tracked_changes::RULE, &comment_left::RULE].iter().any(|rule| rule.code == self.code)
    }

    /// Whether it asks for what a whole report has: contents, and a frame with year and dates.
    pub fn is_on_whole_reports(&self) -> bool {
        self.code.starts_with("FZ1") || self.code.starts_with("FZ30")
    }

    /// Last year's report that stands beside the examples of a rule that looks back.
    pub fn last_year(&self) -> Option<&'static str> {
        (self.code == stale_text::RULE.code).then_some(stale_text::LAST_YEAR)
    }

    /// A finding of this rule with the message `rules.NAME.message`.
    pub fn finding(&self, at: Where) -> Finding {
        let say = |what: &str| Message::new(format!("rules.{}.{what}", self.name));
        Finding {
            code: self.code,
            name: self.name,
            severity: self.severity,
            message: say("message"),
            why: say("why"),
            help: say("help"),
            at,
            related: Vec::new(),
            fix: Vec::new(),
        }
    }
}

/// What the rules look at.
pub struct Context<'a> {
    pub source: &'a SourceFile,
    pub places: &'a Places,
    pub report: &'a Report,
    /// Slips of shape and keyboard, met while reading.
    pub slips: &'a [Slip],
    pub outline: &'a Outline,
    /// No outline is in force in that year; the nearest was taken.
    pub outline_is_nearest: bool,
    pub table: &'a Table,
    /// Every edition composed, the first first.
    pub editions: &'a [Composed],
    /// Last year's report.
    pub previous: Option<&'a Report>,
    /// The day of the check; no rule asks the clock.
    pub today: Option<Date>,
    /// It was read from a published text.
    pub is_published: bool,
    /// What a published Word file holds beside its text.
    pub leftovers: &'a [Leftover],
    /// Numbers of the headings of a published text that come twice or leave one out.
    pub numbers: &'a [HeadingNumber],
    /// It is a published text that seems to be no whole report: nothing is owed.
    pub is_excerpt: bool,
    /// Filled by [`passages`](Self::passages).
    pub(crate) passages: OnceCell<Vec<Vec<Passage<'a>>>>,
    /// Filled by [`each_sighted`](Self::each_sighted), in the order of [`each_passage`](Self::each_passage).
    pub(crate) sightings: OnceCell<Vec<Sightings>>,
    /// Filled by the rules on language.
    pub(crate) language: OnceCell<Vec<Vec<(usize, Fault)>>>,
    /// Filled by [`claims`](Self::claims).
    pub(crate) claims: OnceCell<claims::Claims>,
}

impl<'a> Context<'a> {
    /// What every edition says, passage by passage, in the order of [`editions`](Self::editions): made once, when a
    /// rule first asks.
    pub fn passages(&self) -> &[Vec<Passage<'a>>] {
        let documents = || self.editions.iter().map(|composed| &composed.document);
        self.passages.get_or_init(|| passage::of_editions(documents()))
    }

    /// The passages of all editions, those that say the same at the same place once.
    pub fn each_passage(&self) -> impl Iterator<Item = &Passage<'a>> {
        self.passages().iter().flatten().filter(|passage| !passage.is_repeated())
    }

    /// Each of those passages with the words in it that the rules on wording look for: a text is searched once for all.
    pub fn each_sighted(&self) -> impl Iterator<Item = (&Passage<'a>, &Sightings)> {
        let look = || self.each_passage().map(|passage| Sightings::of(&passage.plain.text)).collect();
        self.each_passage().zip(self.sightings.get_or_init(look))
    }
}

impl Context<'_> {
    /// What the prose claims of its own numbers and does not keep: made once, when a rule first asks.
    pub(crate) fn claims(&self) -> &claims::Claims {
        self.claims.get_or_init(|| claims::read(self))
    }

    /// The year reported on.
    pub fn year(&self) -> Option<i16> {
        self.report.report.year.as_ref().map(|year| year.value)
    }

    /// What an edition says, in the order of [`editions`](Self::editions).
    pub(crate) fn views(&self) -> impl Iterator<Item = (&Composed, View<'_>)> {
        let editions = &self.report.report.editions;
        let view = |index| View::of(self.report, self.outline, editions.get(index));
        self.editions.iter().enumerate().map(move |(index, composed)| (composed, view(index)))
    }

    /// The id of a part as the outline has it, from the name a section gives.
    pub fn part_id(typed: &Text) -> &str {
        let name = typed.value.trim();
        keys::english(Domain::Part, name).unwrap_or(name)
    }

    /// The id of an edition as the outline has it, from the name the report gives.
    pub fn edition_id(typed: &Text) -> &str {
        let name = typed.value.trim();
        keys::english(Domain::Edition, name).unwrap_or(name)
    }

    /// The official heading of a part, with the years of this report.
    pub fn heading_of(&self, part: &Part) -> String {
        match self.year() {
            Some(year) => part.heading_in(year),
            None => part.heading.replace("{year}年", "").replace("{next_year}年", ""),
        }
    }

    /// What a section is called: its heading, else the official one of its part, else the part as typed.
    pub fn name_of(&self, section: &Section) -> String {
        let part = section.part.first();
        let official = || part.and_then(|part| self.outline.part(Self::part_id(part)));
        match &section.heading {
            Some(heading) if !heading.is_unfilled() => heading.value.trim().to_owned(),
            _ => {
                official().map(|part| self.heading_of(part)).or(part.map(|part| part.value.clone())).unwrap_or_default()
            }
        }
    }

    /// The kind of the report; a government when it says nothing.
    pub fn kind(&self) -> Kind {
        self.report.report.kind.as_ref().map(|kind| kind.value).unwrap_or_default()
    }

    /// The level of the report; when it says nothing, that of a township where it is one, else a county.
    pub fn level(&self) -> Level {
        let of_kind = || if self.kind() == Kind::Township { Level::Township } else { Level::default() };
        self.report.report.level.as_ref().map_or_else(of_kind, |level| level.value)
    }
}

/// Every rule, in code order; a code that is gone stays here as a comment and is never given again.
pub const RULES: &[&Rule] = &[
    &unknown_key::RULE,
    &unknown_value::RULE,
    &duplicate_key::RULE,
    &missing_key::RULE,
    &wrong_type::RULE,
    &syntax_error::RULE,
    &refused_yaml::RULE,
    &keyboard_slip::RULE,
    &other_name::RULE,
    &swallowed_line::RULE,
    &cut_comment::RULE,
    &folded_line::RULE,
    &split_value::RULE,
    &colon_in_text::RULE,
    &missing_part::RULE,
    &empty_part::RULE,
    &part_out_of_order::RULE,
    &unknown_part::RULE,
    &hand_numbered_heading::RULE,
    &missing_responsibility::RULE,
    &shortcomings_without_causes::RULE,
    &absent_parts::RULE,
    &absent_figures::RULE,
    &absent_topics::RULE,
    &number_out_of_order::RULE,
    &unknown_figure::RULE,
    &unfilled::RULE,
    &unused_figure::RULE,
    &total_mismatch::RULE,
    &part_exceeds_total::RULE,
    &unit_mismatch::RULE,
    &rate_out_of_range::RULE,
    &formula_fault::RULE,
    &unreadable_figure::RULE,
    &placeholder_fault::RULE,
    &unpublishable_figure::RULE,
    &failed_check::RULE,
    &relation_mismatch::RULE,
    &unchanged_figures::RULE,
    &withheld_figure::RULE,
    &implausible_change::RULE,
    &fractional_count::RULE,
    &unreachable_rate::RULE,
    &false_precision::RULE,
    &prose_total_mismatch::RULE,
    &prose_rate_mismatch::RULE,
    &prose_change_mismatch::RULE,
    &truncated_rate::RULE,
    &list_count_mismatch::RULE,
    &product_mismatch::RULE,
    &conflicting_values::RULE,
    &subset_exceeds_set::RULE,
    &year_mismatch::RULE,
    &date_out_of_window::RULE,
    &missing_issuer::RULE,
    &missing_date::RULE,
    &missing_year::RULE,
    &unreadable_date::RULE,
    &edition_conflict::RULE,
    &unknown_edition::RULE,
    &outline_nearest::RULE,
    &stale_text::RULE,
    &unfit_addressee::RULE,
    &copy_to_lower_organ::RULE,
    &request_in_report::RULE,
    &mixed_addressees::RULE,
    &misnamed_report::RULE,
    &malformed_number::RULE,
    &issuers_out_of_order::RULE,
    &beyond_powers::RULE,
    &unfit_issuer::RULE,
    &meeting_not_held::RULE,
    &older_meeting::RULE,
    &premature_topic::RULE,
    &outdated_topic::RULE,
    &law_before_force::RULE,
    &outdated_name::RULE,
    &relative_year::RULE,
    &literal_year::RULE,
    &placeholder_left::RULE,
    &half_width_punctuation::RULE,
    &misspelt_name::RULE,
    &unpaired_mark::RULE,
    &doubled_mark::RULE,
    &stray_mark::RULE,
    &open_paragraph::RULE,
    &pause_before_deng::RULE,
    &until_misspelt::RULE,
    &doubled_approximation::RULE,
    &bare_percent::RULE,
    &bare_magnitude::RULE,
    &makeshift_range_mark::RULE,
    &number_before_title::RULE,
    &number_in_other_brackets::RULE,
    &repeated_ordinal::RULE,
    &missing_ordinal::RULE,
    &padded_date::RULE,
    &day_called_number::RULE,
    &mixed_date::RULE,
    &repeated_word::RULE,
    &fall_in_multiples::RULE,
    &rate_changed_by_percent::RULE,
    &bare_decimal::RULE,
    &full_width_digits::RULE,
    &variant_word::RULE,
    &impossible_date::RULE,
    &repeated_passage::RULE,
    &nonstandard_style::RULE,
    &forbidden_character::RULE,
    &image_in_text::RULE,
    &personal_data::RULE,
    &classification_mark::RULE,
    &withheld_passage::RULE,
    &hidden_text::RULE,
    &tracked_changes::RULE,
    &comment_left::RULE,
    &unused_allow::RULE,
    &todo_left::RULE,
];

/// Runs the rules of a selection. Findings come in the order of the file; those the report allows are left out.
pub fn run(context: &Context, selection: &Selection) -> Findings {
    let mut findings = Findings::new();
    // Of a file that could only be read in part, nothing but that is said: what is missing may stand below.
    let shape_only = shape::is_cut_short(context);
    let speaks = |rule: &Rule| match rule.voice() {
        _ if !context.is_published => true,
        Voice::Silent => false,
        _ => !(context.is_excerpt && rule.is_on_whole_reports()),
    };
    let runs = |rule: &&&Rule| selection.has(rule) && (!shape_only || rule.is_shape()) && speaks(rule);
    for rule in RULES.iter().filter(runs) {
        (rule.check)(context, &mut findings);
    }
    unused_allow::apply(context, selection, shape_only, &mut findings);
    if context.is_published {
        published::soften(context, &mut findings);
    }
    if selection.is_final {
        finality::raise(&mut findings);
    }
    findings.sort_by_cached_key(|finding| {
        let span = finding.at.span(context.places);
        (span.start, finding.code, span.end)
    });
    findings.dedup();
    findings
}
