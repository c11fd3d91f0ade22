//! What the user sees: standard output and standard error, language and colour.

use std::io::{self, ErrorKind, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use clap::ArgMatches;

use super::Outcome;
use super::language::Asked;
use crate::listings::Look;
use crate::message::{Lang, Message};

/// The two streams and how to speak on them.
pub struct Screen {
    asked: Asked,
    color: bool,
    width: Option<usize>,
    /// Something could not be written to standard output.
    broken: AtomicBool,
    full: AtomicBool,
}

impl Screen {
    /// From the arguments: `--color`, else colour on terminals that want it (`NO_COLOR`).
    pub fn new(matches: &ArgMatches, asked: Asked) -> Self {
        let color = match matches.get_one::<String>("color").map(String::as_str) {
            Some("always") => true,
            Some("never") => false,
            _ => takes_color() && io::stdout().is_terminal() && io::stderr().is_terminal(),
        };
        Self { asked, color, width: width(), broken: false.into(), full: false.into() }
    }

    /// The language of what belongs to no file.
    pub fn lang(&self) -> Lang {
        self.asked.or_english()
    }

    /// The language of what is said on a file with such keys.
    pub fn lang_of(&self, chinese_keys: bool) -> Lang {
        self.asked.or_keys(chinese_keys)
    }

    /// How findings on a file with such keys are to look. Frames are ASCII: they survive every console and code page.
    pub fn look(&self, chinese_keys: bool) -> Look {
        Look { lang: self.lang_of(chinese_keys), color: self.color, unicode: false, width: self.width }
    }

    /// Prints what was asked for. A reader that has gone away is no fault: nobody wants the rest.
    pub fn print(&self, text: impl AsRef<[u8]>) {
        if self.broken.load(Ordering::Relaxed) {
            return;
        }
        let mut out = io::stdout().lock();
        if let Err(error) = out.write_all(text.as_ref()).and_then(|()| out.flush()) {
            self.broken.store(true, Ordering::Relaxed);
            self.full.store(error.kind() != ErrorKind::BrokenPipe, Ordering::Relaxed);
        }
    }

    /// Prints text beside what was asked for. There is nobody to tell when this fails.
    pub fn note(&self, text: &str) {
        let _ = io::stderr().lock().write_all(text.as_bytes());
    }

    /// Says a sentence beside what was asked for.
    pub fn say(&self, message: &Message) {
        self.note(&format!("{}\n", message.text(self.lang())));
    }

    /// Says a sentence on a file whose language is `lang`.
    pub fn say_in(&self, lang: Lang, message: &Message) {
        self.note(&format!("{}\n", message.text(lang)));
    }

    /// How work ended; what could not be done is said.
    pub fn ended(&self, work: Result<(), Message>) -> Outcome {
        work.map_or_else(|message| self.fail(&message), |()| Outcome::Done)
    }

    /// Says why the work could not be done.
    pub fn fail(&self, message: &Message) -> Outcome {
        self.note(&format!("{}\n", crate::message!("cli.failed", what = message.clone()).text(self.lang())));
        Outcome::Failed
    }

    /// The outcome of the program: a standard output that could not be written to is a failure.
    pub fn finish(&self, outcome: Outcome) -> Outcome {
        if self.full.load(Ordering::Relaxed) {
            return self.fail(&Message::new("cli.stdout-failed"));
        }
        outcome
    }
}

/// Whether the environment has nothing against colour: `NO_COLOR`, and a terminal that knows none.
fn takes_color() -> bool {
    std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
        && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}

/// The columns of the terminal, where both streams are one.
fn width() -> Option<usize> {
    let (terminal_size::Width(width), _) = terminal_size::terminal_size_of(io::stdout())?;
    io::stderr().is_terminal().then_some(width.into())
}
