//! Rules by code and name, and which of them a run has.

use crate::message;
use crate::message::{Lang, Message};
use crate::rules::{RULES, Rule};
use crate::yaml::nearest::nearest;

/// The rule of this code or name.
pub fn find(code_or_name: &str) -> Option<&'static Rule> {
    let asked = code_or_name.trim();
    RULES.iter().copied().find(|rule| rule.code.eq_ignore_ascii_case(asked) || rule.name == asked)
}

/// Whether a rule has this code or name, or a code that begins so: FZ4 names all on language.
fn is_named(rule: &Rule, asked: &str) -> bool {
    let asked = asked.trim();
    let group = asked.get(..2).filter(|letters| letters.eq_ignore_ascii_case("FZ")).map(|_| &asked[2..]);
    rule.name == asked || group.is_some_and(|digits| !digits.is_empty() && rule.code[2..].starts_with(digits))
}

/// What is said when there is no such rule.
pub fn unknown(asked: &str) -> Message {
    let asked = asked.trim();
    if asked.is_empty() {
        return message!("explain.no-name");
    }
    match nearest(asked, RULES.iter().flat_map(|rule| [rule.name, rule.code])) {
        Some(nearest) => message!("explain.unknown-near", name = asked, nearest = nearest),
        None => match about(asked) {
            Some(rule) => message!("explain.unknown-about", name = asked, code = rule.code, rule = rule.name),
            None => message!("explain.unknown", name = asked),
        },
    }
}

/// The rule whose Chinese summary shares the most with what was asked, two characters at least.
fn about(asked: &str) -> Option<&'static Rule> {
    let pairs = |text: &str| {
        let chars: Vec<char> = text.chars().filter(|c| c.is_alphanumeric() && !c.is_ascii()).take(64).collect();
        chars.windows(2).map(|pair| (pair[0], pair[1])).collect::<Vec<_>>()
    };
    let asked = pairs(asked);
    let shared = |rule: &&'static Rule| {
        let summary = pairs(&Message::new(format!("rules.{}.summary", rule.name)).text(Lang::Zh));
        asked.iter().filter(|pair| summary.contains(pair)).count()
    };
    // Of those that share as much, the first.
    let best = RULES.iter().copied().map(|rule| (shared(&rule), rule)).rev().max_by_key(|(count, _)| *count)?;
    (best.0 > 0).then_some(best.1)
}

/// Which rules a run has, and of what text.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Codes, beginnings of codes or names; every rule that is not opt-in when empty.
    pub select: Vec<String>,
    /// Those left out.
    pub ignore: Vec<String>,
    /// The text is to go out as it is: what keeps it from that is an error.
    pub is_final: bool,
    /// Rules that tell nothing but hints are left out.
    pub without_hints: bool,
}

impl Selection {
    /// Whether every name is that of a rule, and a rule is left.
    ///
    /// # Errors
    /// A sentence on the first that is none.
    pub fn verify(&self) -> Result<(), Message> {
        let is_unknown = |asked: &&String| !RULES.iter().any(|rule| is_named(rule, asked));
        match self.select.iter().chain(&self.ignore).find(is_unknown) {
            Some(asked) => Err(unknown(asked)),
            None if !RULES.iter().any(|rule| self.has(rule)) => Err(message!("explain.none-left")),
            None => Ok(()),
        }
    }

    /// Whether a run has the rule.
    pub fn has(&self, rule: &Rule) -> bool {
        let is_listed = |names: &[String]| names.iter().any(|asked| is_named(rule, asked));
        let is_selected = if self.select.is_empty() { !rule.opt_in } else { is_listed(&self.select) };
        is_selected && !is_listed(&self.ignore) && !(self.without_hints && rule.tells_only_hints())
    }
}
