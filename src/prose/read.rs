//! From a text to its sentences, clauses and mentions, in one pass.

use std::ops::Range;

use super::marks::{clause_mark, sentence_mark};
use super::{Clause, Mention, Prose, Sentence};
use crate::characters::leads::Leads;
use crate::model::Quantity;
use crate::model::quantity::scan;
use crate::outline::numbering::leading_mark;

/// Pairs that make a name of what stands between them.
const NAMES: [(char, char); 4] = [('《', '》'), ('“', '”'), ('〈', '〉'), ('「', '」')];
/// How far the closing mark of a name is looked for, in bytes.
const LONGEST_NAME: usize = 240;
/// A sentence of more numbers is none of a report, and comparing all of them with one another would take long.
const MOST_QUANTITIES: usize = 1_000;
/// Parentheses inside parentheses; deeper ones are read as words.
const DEEPEST: usize = 4;

/// Reads a text.
pub(super) fn read(text: &str) -> Prose<'_> {
    let quantities = scan(text);
    let mut reader = Reader {
        prose: Prose {
            text,
            sentences: Vec::with_capacity(8),
            clauses: Vec::with_capacity(2 * quantities.len()),
            mentions: Vec::with_capacity(quantities.len()),
        },
        quantities: quantities.into_iter().peekable(),
    };
    let mut start = 0;
    while start < text.len() {
        let end = sentence_end(text, start);
        reader.sentence(start..end);
        start = end;
    }
    reader.prose
}

/// Marks that end a sentence, or a clause that ends as one.
const ENDS: Leads = Leads::of(&['\n', '!', '?', ';', '。', '！']);
/// Marks that end a clause or a sentence, and parentheses.
const MARKS: Leads = ENDS.and(&Leads::of(&[',', ':', '(', ')', '，']));
/// Parentheses.
const BRACKETS: Leads = Leads::of(&['(', ')', '（']);
/// Marks that open a name.
const OPENINGS: Leads = Leads::of(&['《', '“']);

/// The end of the sentence that begins at `start`.
fn sentence_end(text: &str, start: usize) -> usize {
    let ends = ENDS.each(&text[start..]).map(|(at, mark)| (start + at + mark.len_utf8(), mark));
    let mut ends = ends.filter(|(end, mark)| {
        sentence_mark(*mark).is_some() || clause_mark(*mark) == Some('；') && leading_mark(&text[*end..]).is_some()
    });
    ends.next().map_or(text.len(), |(end, _)| end)
}

struct Reader<'t, I: Iterator<Item = (Range<usize>, Quantity)>> {
    prose: Prose<'t>,
    quantities: std::iter::Peekable<I>,
}

/// A clause that is not ended yet: one a depth.
struct Open {
    clause: usize,
    /// Where the words in front of the next quantity begin.
    words: usize,
    /// Its last quantity so far.
    last: Option<usize>,
}

impl<I: Iterator<Item = (Range<usize>, Quantity)>> Reader<'_, I> {
    fn sentence(&mut self, range: Range<usize>) {
        let mut quantities = Vec::new();
        while let Some((found, quantity)) = self.quantities.next_if(|(found, _)| found.start < range.end) {
            // One that a sentence mark cuts is none.
            if found.end <= range.end && found.start >= range.start {
                quantities.push((found, quantity));
            }
        }
        // The number of an item is no quantity: 2、办理案件52件.
        let text = self.prose.text;
        let start = range.start + (text[range.clone()].len() - text[range.clone()].trim_start().len());
        if quantities.first().is_some_and(|(found, _)| found.start == start)
            && leading_mark(&text[start..range.end]).is_some()
        {
            quantities.remove(0);
        }
        if quantities.is_empty() || quantities.len() > MOST_QUANTITIES {
            let (clauses, mentions) = (self.prose.clauses.len(), self.prose.mentions.len());
            self.prose.sentences.push(Sentence { range, clauses: clauses..clauses, mentions: mentions..mentions });
            return;
        }
        let names = names(&text[range.clone()], range.start);
        let mut passed = 0;
        quantities.retain(|(found, _)| {
            passed += names[passed..].iter().take_while(|name| name.end <= found.start).count();
            names.get(passed).is_none_or(|name| found.end <= name.start)
        });
        let brackets = brackets(&text[range.clone()], range.start, &quantities);
        self.clauses(range, quantities, &brackets);
    }

    fn clauses(&mut self, range: Range<usize>, quantities: Vec<(Range<usize>, Quantity)>, brackets: &[Bracket]) {
        let sentence = self.prose.sentences.len();
        let (first_clause, first_mention) = (self.prose.clauses.len(), self.prose.mentions.len());
        let text = self.prose.text;
        let mut quantities = quantities.into_iter().peekable();
        let mut brackets = brackets.iter().peekable();
        let mut open = vec![self.open(sentence, range.start, 0, None, None)];
        let mut at = range.start;
        while at < range.end {
            let quantity = quantities.peek().map_or(range.end, |(found, _)| found.start.max(at));
            at = MARKS.next(&text[..quantity], at).unwrap_or(quantity);
            if let Some((found, quantity)) = quantities.next_if(|(found, _)| found.start <= at) {
                at = found.end;
                self.mention(sentence, found, quantity, open.last_mut().expect("the outermost stays open"));
                continue;
            }
            let Some(character) = text[at..range.end].chars().next() else { break };
            let next = at + character.len_utf8();
            let depth = open.len() - 1;
            match brackets.next_if(|bracket| bracket.at == at) {
                Some(bracket) if bracket.opens => {
                    let anchor = open.last().and_then(|open| open.last);
                    self.end_words(open.last(), at);
                    open.push(self.open(sentence, next, depth + 1, Some('（'), anchor));
                }
                Some(_) => {
                    let inner = open.pop().expect("brackets are paired");
                    self.close(&inner, at, Some('）'));
                }
                None => {
                    let mark = clause_mark(character).or(sentence_mark(character).filter(|_| depth == 0));
                    if let Some(mark) = mark {
                        let ended = open.pop().expect("the outermost stays open");
                        self.close(&ended, at, Some(mark));
                        let anchor = self.prose.clauses[ended.clause].anchor;
                        if next < range.end {
                            open.push(self.open(sentence, next, depth, Some(mark), anchor));
                        }
                    }
                }
            }
            at = next;
        }
        while let Some(left) = open.pop() {
            self.close(&left, range.end, None);
        }
        let (clauses, mentions) = (first_clause..self.prose.clauses.len(), first_mention..self.prose.mentions.len());
        self.prose.sentences.push(Sentence { range, clauses, mentions });
    }

    fn open(&mut self, sentence: usize, at: usize, depth: usize, opened: Option<char>, anchor: Option<usize>) -> Open {
        self.prose.clauses.push(Clause { range: at..at, sentence, depth, opened, closed: None, anchor });
        Open { clause: self.prose.clauses.len() - 1, words: at, last: None }
    }

    fn close(&mut self, open: &Open, at: usize, closed: Option<char>) {
        let clause = &mut self.prose.clauses[open.clause];
        clause.range.end = at;
        clause.closed = closed;
        self.end_words(Some(open), at);
    }

    /// The words behind the last quantity of a clause end at `at`, where they do not end before.
    fn end_words(&mut self, open: Option<&Open>, at: usize) {
        if let Some(last) = open.and_then(|open| open.last) {
            let after = &mut self.prose.mentions[last].after;
            if after.end == usize::MAX {
                after.end = at;
            }
        }
    }

    fn mention(&mut self, sentence: usize, range: Range<usize>, quantity: Quantity, open: &mut Open) {
        self.end_words(Some(open), range.start);
        let before = open.words.min(range.start)..range.start;
        (open.words, open.last) = (range.end, Some(self.prose.mentions.len()));
        let after = range.end..usize::MAX;
        self.prose.mentions.push(Mention { range, quantity, sentence, clause: open.clause, before, after });
    }
}

/// A parenthesis that has a quantity inside.
struct Bracket {
    at: usize,
    opens: bool,
}

/// The paired parentheses of a sentence that have a quantity inside and are not nested too deep, in order.
fn brackets(sentence: &str, start: usize, quantities: &[(Range<usize>, Quantity)]) -> Vec<Bracket> {
    let mut found = Vec::new();
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut passed = 0;
    for (offset, character) in BRACKETS.each(sentence) {
        let at = start + offset;
        while quantities.get(passed).is_some_and(|(range, _)| range.start < at) {
            passed += 1;
        }
        match character {
            '（' | '(' => open.push((at, passed)),
            '）' | ')' => {
                if let Some((opening, _)) = open.pop().filter(|(_, before)| *before < passed)
                    && open.len() < DEEPEST
                {
                    found.push(Bracket { at: opening, opens: true });
                    found.push(Bracket { at, opens: false });
                }
            }
            _ => {}
        }
    }
    found.sort_by_key(|bracket| bracket.at);
    found
}

/// The stretches of a sentence that are names: 《…》, “…”.
fn names(sentence: &str, start: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some((offset, opening)) = OPENINGS.each(&sentence[at..]).find(|(_, c)| is_opening(*c)) {
        let from = at + offset;
        let inside = from + opening.len_utf8();
        let closing = NAMES.iter().find(|(mark, _)| *mark == opening).map_or('》', |(_, closing)| *closing);
        let reach = sentence.floor_char_boundary((inside + LONGEST_NAME).min(sentence.len()));
        match sentence[inside..reach].find(closing) {
            Some(length) => {
                at = inside + length + closing.len_utf8();
                found.push(start + from..start + at);
            }
            None => at = inside,
        }
    }
    found
}

fn is_opening(character: char) -> bool {
    NAMES.iter().any(|(opening, _)| *opening == character)
}
