//! A rule explained: what it asks, where that comes from, and an example.

use crate::message;
use crate::message::{Lang, Message};
use crate::rules::{Authority, Rule};

impl Rule {
    /// What the rule asks, in a line.
    pub fn summary(&self) -> Message {
        self.say("summary")
    }

    /// The whole explanation, for `fazhi explain`.
    pub fn explain(&self, lang: Lang) -> String {
        let heading = |key: &str| message!(format!("explain.{key}")).text(lang);
        let severity = self.severity.message().text(lang);
        let sections = [
            (heading("why"), self.why(lang)),
            (heading("source"), self.authority.message().text(lang)),
            (heading("help"), self.help(lang)),
        ];
        let mut text = format!("{} {} [{severity}]\n{}\n\n", self.code, self.name, self.summary().text(lang));
        for (title, body) in sections {
            text.push_str(&format!("{title}{body}\n"));
        }
        if self.opt_in {
            text.push_str(&heading("opt-in"));
            text.push('\n');
        }
        for (title, example) in [(heading("bad"), self.bad), (heading("good"), self.good)] {
            text.push_str(&format!("\n{title}\n\n"));
            text.extend(example.trim().lines().map(|line| format!("    {line}").trim_end().to_owned() + "\n"));
        }
        text
    }

    /// The instrument or the reason.
    pub fn why(&self, lang: Lang) -> String {
        self.told("why", lang)
    }

    /// The next act.
    pub fn help(&self, lang: Lang) -> String {
        self.told("help", lang)
    }

    /// A sentence about any report: what a finding would fill in is left open.
    fn told(&self, what: &str, lang: Lang) -> String {
        let sentence = self.say(what).text(lang);
        let mut pieces = sentence.split("%{");
        let mut text = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            text.push('…');
            text.push_str(piece.split_once('}').map_or(piece, |(_, rest)| rest));
        }
        text
    }

    fn say(&self, what: &str) -> Message {
        Message::new(format!("rules.{}.{what}", self.name))
    }
}

impl Authority {
    /// What kind of source a rule has: 法律法规, 国家标准.
    pub fn message(self) -> Message {
        message!(match self {
            Self::Law => "explain.authority.law",
            Self::PartyRegulation => "explain.authority.party",
            Self::Standard => "explain.authority.standard",
            Self::Guide => "explain.authority.guide",
            Self::Custom => "explain.authority.custom",
            Self::Format => "explain.authority.format",
        })
    }
}
