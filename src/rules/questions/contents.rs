//! Which contents a report has, as the rules on them see it.

use super::told;
use crate::diagnostic::overview::State;
use crate::rules::{Context, missing_part, missing_responsibility};

/// Every content of the outline by its id, and what the report has of it.
pub fn of(context: &Context) -> Vec<(String, State)> {
    let owed: Vec<&str> = missing_part::owed(context).map(|part| part.id.as_str()).collect();
    let state = |id: &str| match id {
        _ if missing_part::is_fulfilled(context, id) => State::Present,
        _ if context.is_excerpt || !owed.contains(&id) => State::NotOwed,
        "achievements" if context.is_published => State::Present,
        "responsibility" if missing_responsibility::mention(context).is_some() => State::Unlisted,
        _ if context.is_published && told::told(context, id).is_some() => State::Unlisted,
        _ => State::Missing,
    };
    context.outline.contents().map(|part| (part.id.clone(), state(&part.id))).collect()
}
