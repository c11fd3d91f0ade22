//! From the figures of a report to the table: names, typed values, last year's, formulas in the order they need.

use std::cell::OnceCell;
use std::ops::Range;

use super::amount::Clash;
use super::evaluate::Stop;
use super::fault::{Fault, FaultKind};
use super::formula::{self, Formula, Node};
use super::input::Input;
use super::name::{Scope, Target, is_name};
use super::order::{self, Circle, Order};
use super::table::{self, BuiltIn, NOT_APPLICABLE, Resolved, Table, Value};
use crate::model::quantity::QuantityFault;
use crate::model::{Entry, Figure, Group, OneOrMany, Quantity, Report, Text, unit};
use crate::place::Place;
use crate::yaml::keys::edition_id;

/// How many unknown names are compared with the known ones, in one report.
pub(super) const MOST_SUGGESTIONS: usize = 100;

/// A figure as typed, beside its entry in the table.
struct Source<'r> {
    figure: &'r Figure,
    scope: usize,
    formula: Option<(&'r Text, usize)>,
    root: Option<Node>,
    uses: Vec<(Target, Range<usize>)>,
}

/// The table as it grows.
#[derive(Default)]
struct Builder<'r> {
    table: Table,
    sources: Vec<Source<'r>>,
}

/// Which year's values a formula reads.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Year {
    This,
    Last,
}

/// Resolves the figures of a report; `previous` is last year's table.
pub(super) fn table(report: &Report, previous: Option<&Table>) -> Table {
    let mut builder = Builder::default();
    builder.table.built_in = built_in(report);
    builder.collect(&report.figures, None, "");
    builder.read_values(previous);
    builder.read_formulas();
    builder.compute();
    let mut table = builder.table;
    table.faults.sort_by_key(|fault| (fault.place, fault.range.start));
    table
}

fn built_in(report: &Report) -> BuiltIn {
    let head = &report.report;
    let filled = |text: &Text| (!text.is_unfilled()).then(|| text.trim().to_owned());
    BuiltIn {
        year: head.year.as_ref().map(|year| year.value),
        place: head.place.as_ref().and_then(filled),
        issuer: table::joined(&head.issuer),
    }
}

impl<'r> Builder<'r> {
    /// Enters a group and what is below it; the reader bounds how deep groups nest.
    fn collect(&mut self, group: &'r Group, parent: Option<usize>, prefix: &str) -> usize {
        let scope = self.table.scopes.0.len();
        self.table.scopes.0.push(Scope { parent, ..Scope::default() });
        for (short, entry) in &group.entries {
            let full = if prefix.is_empty() { short.clone() } else { [prefix, ".", short].concat() };
            let place = match entry {
                Entry::Figure(figure) => figure.at,
                Entry::Group(group) => group.at,
            };
            if !is_name(short) {
                self.fault(FaultKind::BadName { name: short.clone() }, place, 0..0);
            }
            let target = match entry {
                Entry::Figure(figure) => Target::Figure(self.enter(figure, scope, full)),
                Entry::Group(inner) => Target::Group(self.collect(inner, Some(scope), &full)),
            };
            self.table.scopes.0[scope].names.insert(short.clone(), target);
        }
        self.set_apart(group, scope);
        scope
    }

    fn enter(&mut self, figure: &'r Figure, scope: usize, name: String) -> usize {
        let index = self.sources.len();
        let formula = match (&figure.formula, &figure.value) {
            (Some(text), _) => Some((text, formula::leading_equals(text).unwrap_or(0))),
            (None, Some(text)) => formula::leading_equals(text).map(|start| (text, start)),
            (None, None) => None,
        };
        self.table.scopes.0[scope].figures.push(index);
        self.table.figures.push(Resolved {
            name,
            typed: formula.map(|(text, _)| text).or(figure.value.as_ref()).map_or("", |text| text.trim()).to_owned(),
            value: Value::Unknown,
            last_year: None,
            computed: formula.is_some(),
            place: figure.at,
            source: figure.source.as_ref().filter(|text| !text.is_unfilled()).map(|text| text.value.clone()),
            publishable: figure.publishable.as_ref().is_none_or(|publishable| publishable.value),
            only: editions(&figure.only),
            except: editions(&figure.except),
        });
        self.sources.push(Source { figure, scope, formula, root: None, uses: Vec::new() });
        index
    }

    fn set_apart(&mut self, group: &Group, scope: usize) {
        for text in group.apart.iter() {
            match self.table.scopes.0[scope].names.get(text.trim()) {
                Some(Target::Figure(index)) => {
                    let index = *index;
                    self.table.scopes.0[scope].apart.insert(index);
                }
                // A group is no part of 合计 anyway.
                Some(Target::Group(_)) => {}
                None => {
                    let kind = FaultKind::UnknownFigure { name: text.trim().to_owned(), nearest: None };
                    self.fault(kind, text.place, 0..text.len());
                }
            }
        }
    }

    fn fault(&mut self, kind: FaultKind, place: Place, range: Range<usize>) {
        let kind = if self.table.faults.len() < MOST_SUGGESTIONS { self.table.suggest(kind) } else { kind };
        self.table.faults.push(Fault { kind, place, range });
    }

    /// The typed values of this year and last.
    fn read_values(&mut self, previous: Option<&Table>) {
        for index in 0..self.sources.len() {
            let figure = self.sources[index].figure;
            if self.sources[index].formula.is_none() {
                self.table.figures[index].value = self.value(figure.value.as_ref(), figure);
            } else if figure.formula.is_some() && figure.value.is_some() {
                let place = figure.value.as_ref().map_or(figure.at, |value| value.place);
                self.fault(FaultKind::ValueAndFormula, place, 0..0);
            }
            self.table.figures[index].last_year = match &figure.last_year {
                Some(text) => Some(self.value(Some(text), figure)),
                None => previous
                    .and_then(|previous| previous.get(&self.table.figures[index].name))
                    .map(|last| last.value.clone()),
            };
        }
    }

    fn value(&mut self, text: Option<&Text>, figure: &Figure) -> Value {
        let Some(text) = text.filter(|text| !text.is_unfilled()) else { return Value::Unfilled };
        if text.trim() == NOT_APPLICABLE {
            return Value::NotApplicable;
        }
        let quantity = match Quantity::parse(text) {
            Ok(quantity) => quantity,
            Err(why) => {
                let range = fault_range(text, &why);
                self.fault(FaultKind::NotAQuantity { text: text.trim().to_owned(), why }, text.place, range);
                return Value::Unknown;
            }
        };
        match figure.unit.as_ref().filter(|unit| !unit.is_unfilled()) {
            Some(unit) => self.with_unit(quantity, unit),
            None => Value::Known(quantity),
        }
    }

    /// `value: 83` with `unit: 件` is 83件; a value that names its unit must name a like one.
    fn with_unit(&mut self, quantity: Quantity, given: &Text) -> Value {
        let (_, name) = unit::parse(given);
        if quantity.unit.is_empty() {
            let written = format!("{}{}", quantity.written, given.trim());
            return Value::Known(Quantity::parse(&written).unwrap_or(quantity));
        }
        if !unit::like(&quantity.unit, name) {
            let kind = FaultKind::UnlikeUnits { left: quantity.unit.clone(), right: name.to_owned() };
            self.fault(kind, given.place, 0..given.len());
        }
        Value::Known(quantity)
    }

    fn read_formulas(&mut self) {
        for index in 0..self.sources.len() {
            let Some((text, start)) = self.sources[index].formula else { continue };
            let scope = self.sources[index].scope;
            let scopes = &self.table.scopes;
            let Formula { root, uses, faults } =
                formula::parse(text, start, scope, &|path: &str| scopes.find(path, scope));
            for (kind, range) in faults {
                self.fault(kind, text.place, range);
            }
            self.sources[index].root = root;
            self.sources[index].uses = uses;
        }
        self.table.uses =
            self.sources.iter().map(|source| source.uses.iter().map(|(target, _)| *target).collect()).collect();
    }

    /// Computes every formula after those it reads.
    fn compute(&mut self) {
        let order = self.order();
        for year in [Year::This, Year::Last] {
            let sums = vec![OnceCell::new(); self.table.scopes.0.len()];
            for &index in &order {
                if year == Year::This || self.table.figures[index].last_year.is_none() {
                    self.compute_one(index, year, &sums);
                }
            }
        }
    }

    fn compute_one(&mut self, index: usize, year: Year, sums: &[OnceCell<Input>]) {
        let source = &self.sources[index];
        let (Some((text, start)), Some(root)) = (source.formula, &source.root) else { return };
        let figure = source.figure;
        let given = figure.unit.as_ref().filter(|unit| !unit.is_unfilled());
        let decimals = figure.decimals.as_ref().map(|decimals| decimals.value);
        let amount = root.amount(text, &|target| self.input(target, year, sums));
        let result = amount.and_then(|amount| {
            amount.quantity(given.map(|unit| &*unit.value), decimals).map_err(|clash| match clash {
                Clash::Units(left, right) => Stop::Fault(FaultKind::UnlikeUnits { left, right }, start..text.len()),
                Clash::Unnamed(left, right) => Stop::Fault(FaultKind::UnnamedUnit { left, right }, start..text.len()),
                Clash::Overflow | Clash::Zero => Stop::Fault(FaultKind::Overflow, start..text.len()),
            })
        });
        let value = match result {
            Ok(quantity) => Value::Known(quantity),
            Err(Stop::NotApplicable) => Value::NotApplicable,
            Err(Stop::Unknown) => Value::Unknown,
            Err(Stop::Fault(kind, range)) => {
                if year == Year::This {
                    self.fault(kind, text.place, range);
                }
                Value::Unknown
            }
        };
        let entry = &mut self.table.figures[index];
        match year {
            Year::This => entry.value = value,
            Year::Last => entry.last_year = Some(value).filter(|value| *value != Value::Unknown),
        }
    }

    /// What a formula reads: the quantity as it is printed, so that a reader can compute the same.
    fn input(&self, target: Target, year: Year, sums: &[OnceCell<Input>]) -> Input {
        let of = |figure: &Resolved| match year {
            Year::This => Input::of(Some(&figure.value)),
            Year::Last => Input::of(figure.last_year.as_ref()),
        };
        match target {
            Target::Figure(index) => of(&self.table.figures[index]),
            Target::Group(index) => sums[index].get_or_init(|| Input::of_group(&self.table, index, &of)).clone(),
        }
    }

    /// The formulas, each after those it reads; circles are faults where they close.
    fn order(&mut self) -> Vec<usize> {
        let Order { order, circles } = order::of(&self.sources);
        for Circle { closing, range, path } in circles {
            if let Some((text, _)) = self.sources[closing].formula {
                let names = self.names(&path);
                self.fault(FaultKind::Cycle { names }, text.place, range);
            }
        }
        order
    }

    /// The names on a circle, the first again at the end; of a long one the beginning.
    fn names(&self, path: &[usize]) -> Vec<String> {
        let name = |&index: &usize| self.table.figures[index].name.clone();
        let mut names: Vec<_> = path.iter().take(order::SHOWN).map(name).collect();
        if path.len() > order::SHOWN {
            names.push("…".to_owned());
        }
        names.extend(path.first().map(name));
        names
    }
}

impl order::Reads for Source<'_> {
    /// One that cannot be read is a fault already, and reads nothing.
    fn reads(&self) -> Option<&[(Target, Range<usize>)]> {
        self.root.is_some().then_some(self.uses.as_slice())
    }
}

/// Where in a value its fault is: what stands after the quantity, else the whole.
fn fault_range(text: &str, why: &QuantityFault) -> Range<usize> {
    let trimmed = text.trim_end();
    let start = match why {
        QuantityFault::Extra(extra) if trimmed.ends_with(extra.as_str()) => trimmed.len() - extra.len(),
        _ => text.len() - text.trim_start().len(),
    };
    start..trimmed.len()
}

/// Editions by their ids, in whichever language they are named.
fn editions(list: &OneOrMany) -> Vec<String> {
    list.iter().map(|name| edition_id(name).to_owned()).collect()
}
