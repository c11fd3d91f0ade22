//! The rules: one fault a file, the table of them all, and the run.
//!
//! Every file beside this one is a rule; what is none stands in a folder. [`Rule`] says what a rule is, [`Context`] what
//! it looks at.

// The first, for its macro.
#[macro_use]
mod frame;
mod noted;
mod questions;

mod absent_figures;
mod absent_parts;
mod absent_topics;
mod bare_decimal;
mod bare_magnitude;
mod bare_percent;
mod beyond_powers;
mod classification_mark;
mod colon_in_text;
mod comment_left;
mod conflicting_values;
mod copy_to_lower_organ;
mod cut_comment;
mod date_after_signing;
mod date_out_of_window;
mod day_called_number;
mod doubled_approximation;
mod doubled_mark;
mod duplicate_key;
mod edition_conflict;
mod empty_part;
mod failed_check;
mod fall_in_multiples;
mod false_precision;
mod folded_line;
mod forbidden_character;
mod formula_fault;
mod fractional_count;
mod full_width_digits;
mod half_width_punctuation;
mod hand_numbered_heading;
mod hidden_text;
mod image_in_text;
mod implausible_change;
mod impossible_date;
mod issuers_out_of_order;
mod keyboard_slip;
mod law_before_force;
mod list_count_mismatch;
mod literal_year;
mod makeshift_range_mark;
mod malformed_number;
mod meeting_not_held;
mod misdated_milestone;
mod misnamed_report;
mod missing_date;
mod missing_issuer;
mod missing_key;
mod missing_ordinal;
mod missing_part;
mod missing_responsibility;
mod missing_year;
mod misspelt_name;
mod mixed_addressees;
mod mixed_date;
mod nonstandard_style;
mod number_before_title;
mod number_in_other_brackets;
mod number_out_of_order;
mod older_meeting;
mod open_paragraph;
mod other_name;
mod outdated_name;
mod outdated_topic;
mod outline_nearest;
mod padded_date;
mod part_exceeds_total;
mod part_out_of_order;
mod pause_before_deng;
mod personal_data;
mod picture_elsewhere;
mod placeholder_fault;
mod placeholder_left;
mod premature_topic;
mod product_mismatch;
mod prose_change_mismatch;
mod prose_rate_mismatch;
mod prose_total_mismatch;
mod rate_changed_by_percent;
mod rate_out_of_range;
mod refused_yaml;
mod relation_mismatch;
mod relative_year;
mod repeated_ordinal;
mod repeated_passage;
mod repeated_word;
mod request_in_report;
mod shortcomings_without_causes;
mod signature_mismatch;
mod split_value;
mod stale_text;
mod stray_mark;
mod subset_exceeds_set;
mod swallowed_line;
mod syntax_error;
mod todo_left;
mod total_mismatch;
mod tracked_changes;
mod truncated_rate;
mod unchanged_figures;
mod unfilled;
mod unfit_addressee;
mod unfit_issuer;
mod unit_mismatch;
mod unknown_edition;
mod unknown_figure;
mod unknown_key;
mod unknown_part;
mod unknown_value;
mod unpaired_mark;
mod unpublishable_figure;
mod unreachable_rate;
mod unreadable_date;
mod unreadable_figure;
mod unreadable_picture;
mod until_misspelt;
mod unused_allow;
mod unused_figure;
mod variant_word;
mod withheld_figure;
mod withheld_passage;
mod wrong_type;
mod year_mismatch;

pub use frame::context::Context;
pub use frame::published::Voice;
pub use frame::rule::{Authority, Rule};
pub use frame::selection::{Selection, find, unknown};
pub use questions::contents;

use frame::{finality, published};
use noted::shape;

use crate::diagnostic::Findings;

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
    &signature_mismatch::RULE,
    &meeting_not_held::RULE,
    &older_meeting::RULE,
    &premature_topic::RULE,
    &outdated_topic::RULE,
    &law_before_force::RULE,
    &outdated_name::RULE,
    &relative_year::RULE,
    &literal_year::RULE,
    &misdated_milestone::RULE,
    &date_after_signing::RULE,
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
    &picture_elsewhere::RULE,
    &unreadable_picture::RULE,
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
