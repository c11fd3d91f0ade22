//! How far a long run is: one line on a terminal that is written over, nothing anywhere else.

use std::io::IsTerminal;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use unicode_width::UnicodeWidthStr;

use super::screen::Screen;
use crate::message;

/// Work that is done sooner needs no line.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often the line changes: faster than this nobody reads.
const INTERVAL: Duration = Duration::from_millis(200);

/// The line, and what it counts.
pub struct Progress<'a> {
    screen: &'a Screen,
    total: usize,
    done: AtomicUsize,
    line: Option<Mutex<Line>>,
}

/// What stands on the terminal.
struct Line {
    /// When it may next change.
    next: Instant,
    /// Its width, to write blanks over it: old consoles know no other way.
    width: usize,
}

impl<'a> Progress<'a> {
    /// Of a run over `total` files.
    pub fn new(total: usize, screen: &'a Screen) -> Self {
        let is_seen = total > 1 && std::io::stderr().is_terminal();
        let line = is_seen.then(|| Mutex::new(Line { next: Instant::now() + PATIENCE, width: 0 }));
        Self { screen, total, done: AtomicUsize::new(0), line }
    }

    /// One more file is done.
    pub fn advance(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        let Some(line) = &self.line else { return };
        // Who finds it taken has nothing newer to show.
        let Ok(mut line) = line.try_lock() else { return };
        if Instant::now() < line.next {
            return;
        }
        let text = message!("cli.progress", done = done, total = self.total).text(self.screen.lang());
        let blanks = " ".repeat(line.width.saturating_sub(text.width()));
        self.screen.note(&format!("\r{text}{blanks}"));
        *line = Line { next: Instant::now() + INTERVAL, width: text.width() };
    }

    /// Takes the line away, so that something else can be said.
    pub fn clear(&self) {
        let Some(line) = &self.line else { return };
        let mut line = line.lock().unwrap_or_else(PoisonError::into_inner);
        if line.width > 0 {
            self.screen.note(&format!("\r{}\r", " ".repeat(line.width)));
            line.width = 0;
        }
    }
}
