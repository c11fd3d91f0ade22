//! Formulas: `= 办结 / 立案`, read into a tree over the figures they name.
//!
//! ```text
//! formula = term {(+|-) term}
//! term    = factor {(*|/) factor}
//! factor  = number[unit|%] | path | ( formula ) | sum(path, …)
//! ```
//!
//! ＋－×÷（）， count as the ASCII ones, 合计( as sum(. Sums and products are lists, not nested pairs, and parentheses
//! nest to a bound, so that no formula is too long or too deep for the stack.

use std::ops::Range;

use super::fault::{Expected, FaultKind};
use super::name::{Target, is_name_character};
use crate::model::{Quantity, numeral};

/// How deep parentheses may nest.
const MAX_DEPTH: usize = 32;

/// A formula that was read.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node {
    Literal(Box<Quantity>),
    Figure(usize),
    /// The sum of the typed figures of a group.
    Group(usize),
    Sum(Vec<Operand>),
    Product(Vec<Operand>),
}

/// A term of a sum, or a factor of a product.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Operand {
    /// Whether it is taken away, or divided by.
    pub inverse: bool,
    pub node: Node,
    pub range: Range<usize>,
}

/// What a name is known for in a formula; an unknown one is `None`.
pub(super) type Lookup<'a> = dyn Fn(&str) -> Option<Target> + 'a;

/// What reading a formula yields: the tree, unless it has a fault; what it reads; what is wrong.
#[derive(Default)]
pub(super) struct Formula {
    pub root: Option<Node>,
    pub uses: Vec<(Target, Range<usize>)>,
    pub faults: Vec<(FaultKind, Range<usize>)>,
}

/// Reads the formula that starts at `start` of `text`; `own` is the group `sum()` without arguments adds up.
pub(super) fn parse(text: &str, start: usize, own: usize, lookup: &Lookup) -> Formula {
    let mut parser = Parser { text, at: start, depth: 0, own, lookup, formula: Formula::default() };
    let root = parser.whole();
    let mut formula = parser.formula;
    match root {
        Ok(node) if formula.faults.is_empty() => formula.root = Some(node),
        Ok(_) => {}
        Err(fault) => formula.faults.push(fault),
    }
    formula
}

/// Where a formula's leading `=` ends; `None` when the text is no formula.
pub(super) fn leading_equals(text: &str) -> Option<usize> {
    let trimmed = text.trim_start();
    let sign = trimmed.chars().next().filter(|&character| character == '=' || character == '＝')?;
    Some(text.len() - trimmed.len() + sign.len_utf8())
}

type Parsed<T> = Result<T, (FaultKind, Range<usize>)>;

struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    own: usize,
    lookup: &'a Lookup<'a>,
    formula: Formula,
}

impl Parser<'_> {
    fn whole(&mut self) -> Parsed<Node> {
        let node = self.sum()?;
        match self.peek() {
            None => Ok(node),
            Some(_) => Err(self.syntax(Expected::Operator)),
        }
    }

    fn sum(&mut self) -> Parsed<Node> {
        let sign = |character| match character {
            '+' | '＋' => Some(false),
            '-' | '－' | '−' | '–' => Some(true),
            _ => None,
        };
        let operands = self.operands(sign, Self::product)?;
        Ok(single(operands).unwrap_or_else(Node::Sum))
    }

    fn product(&mut self) -> Parsed<Node> {
        let sign = |character| match character {
            '*' | '＊' | '×' => Some(false),
            '/' | '／' | '÷' => Some(true),
            _ => None,
        };
        let operands = self.operands(sign, Self::factor)?;
        Ok(single(operands).unwrap_or_else(Node::Product))
    }

    fn operands(
        &mut self,
        sign: impl Fn(char) -> Option<bool>,
        operand: fn(&mut Self) -> Parsed<Node>,
    ) -> Parsed<Vec<Operand>> {
        let mut operands = Vec::new();
        let mut inverse = false;
        loop {
            self.blanks();
            let start = self.at;
            let node = operand(self)?;
            operands.push(Operand { inverse, node, range: start..self.at });
            match self.peek().and_then(|next| Some((next, sign(next)?))) {
                Some((character, is_inverse)) => {
                    self.at += character.len_utf8();
                    inverse = is_inverse;
                }
                None => return Ok(operands),
            }
        }
    }

    fn factor(&mut self) -> Parsed<Node> {
        match self.peek() {
            Some('(' | '（') => self.enclosed(),
            Some(character) if is_name_character(character) => {
                let range = self.word();
                let word = &self.text[range.clone()];
                if matches!(word, "sum" | "合计" | "总计") && matches!(self.peek(), Some('(' | '（')) {
                    return self.arguments();
                }
                Ok(self.named(range, true))
            }
            _ => Err(self.syntax(Expected::Operand)),
        }
    }

    fn enclosed(&mut self) -> Parsed<Node> {
        if self.depth == MAX_DEPTH {
            return Err(self.syntax(Expected::Shallower));
        }
        self.depth += 1;
        self.take();
        let node = self.sum()?;
        self.close()?;
        self.depth -= 1;
        Ok(node)
    }

    /// The paths in the parentheses of sum().
    fn arguments(&mut self) -> Parsed<Node> {
        self.take();
        let mut operands = Vec::new();
        if matches!(self.peek(), Some(')' | '）')) {
            self.take();
            self.formula.uses.push((Target::Group(self.own), self.at..self.at));
            return Ok(Node::Group(self.own));
        }
        loop {
            if !self.peek().is_some_and(is_name_character) {
                return Err(self.syntax(Expected::Path));
            }
            let range = self.word();
            let node = self.named(range.clone(), false);
            operands.push(Operand { inverse: false, node, range });
            match self.peek() {
                Some(',' | '，' | '、') => self.take(),
                _ => break,
            }
        }
        self.close()?;
        Ok(Node::Sum(operands))
    }

    fn close(&mut self) -> Parsed<()> {
        match self.peek() {
            Some(')' | '）') => {
                self.take();
                Ok(())
            }
            _ => Err(self.syntax(Expected::Closing)),
        }
    }

    /// A figure, or a number where one may stand. A fault is noted and the reading goes on.
    fn named(&mut self, range: Range<usize>, literal: bool) -> Node {
        let word = &self.text[range.clone()];
        let path = super::name::path(word);
        match (self.lookup)(&path) {
            Some(target) => {
                if let (Target::Group(_), true) = (target, literal) {
                    self.formula.faults.push((FaultKind::IsGroup { name: path.into_owned() }, range.clone()));
                }
                self.formula.uses.push((target, range));
                return match target {
                    Target::Figure(index) => Node::Figure(index),
                    Target::Group(index) => Node::Group(index),
                };
            }
            None if literal && word.starts_with(|first| numeral::digit(first).is_some()) => match Quantity::parse(word)
            {
                Ok(quantity) => return Node::Literal(Box::new(quantity)),
                Err(why) => {
                    self.formula.faults.push((FaultKind::NotAQuantity { text: word.to_owned(), why }, range));
                }
            },
            None => {
                self.formula.faults.push((FaultKind::UnknownFigure { name: path.into_owned(), nearest: None }, range))
            }
        }
        Node::Sum(Vec::new())
    }

    /// The name, path or number that starts here.
    fn word(&mut self) -> Range<usize> {
        let start = self.at;
        let mut characters = self.text[start..].char_indices().peekable();
        let mut end = self.text.len();
        while let Some((offset, character)) = characters.next() {
            let next = characters.peek().map(|&(_, next)| next);
            match character {
                '%' | '％' | '‰' => {
                    end = start + offset + character.len_utf8();
                    break;
                }
                '.' | '．' | '。' if next.is_some_and(is_name_character) => {}
                character if is_name_character(character) => {}
                _ => {
                    end = start + offset;
                    break;
                }
            }
        }
        self.at = end;
        start..end
    }

    fn blanks(&mut self) {
        self.at = self.text.len() - self.text[self.at..].trim_start().len();
    }

    fn peek(&mut self) -> Option<char> {
        let at = self.at;
        self.blanks();
        let next = self.text[self.at..].chars().next();
        if next.is_none() {
            // Blanks at the end are no part of what was read.
            self.at = at;
        }
        next
    }

    fn take(&mut self) {
        self.blanks();
        self.at += self.text[self.at..].chars().next().map_or(0, char::len_utf8);
    }

    fn syntax(&self, expected: Expected) -> (FaultKind, Range<usize>) {
        let found = self.text[self.at..].chars().next().filter(|character| !character.is_whitespace());
        let range = match found {
            Some(character) => self.at..self.at + character.len_utf8(),
            // The end: the last character shows where.
            None => self.text[..self.at].char_indices().next_back().map_or(0, |(at, _)| at)..self.at,
        };
        (FaultKind::Syntax { expected, found: found.map(String::from).unwrap_or_default() }, range)
    }
}

/// The operand that stands alone, else all of them.
fn single(mut operands: Vec<Operand>) -> Result<Node, Vec<Operand>> {
    match operands.len() {
        1 => Ok(operands.remove(0).node),
        _ => Err(operands),
    }
}
