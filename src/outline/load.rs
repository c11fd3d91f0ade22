//! The built-in outlines and the user's own.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use serde::Deserialize;

use super::{Outline, own};
use crate::message::Message;
use crate::yaml::data::{self, DataFault};
use crate::yaml::plain;

/// An outline, and what is to be said about how it was chosen.
#[derive(Clone, Debug)]
pub struct Chosen {
    pub outline: Arc<Outline>,
    /// The year lies outside every outline: the nearest was taken.
    pub nearest: bool,
}

/// The outlines that the reports of one folder may follow: the user's own and the built-in ones, each read once however
/// many reports ask for it.
#[derive(Debug, Default)]
pub struct Shelf {
    /// File name and text.
    own: Vec<(String, String)>,
    chosen: Mutex<HashMap<Asked, Arc<Chosen>>>,
}

/// The outline a report names, and its year.
type Asked = (Option<String>, i16);

/// The outlines kept in memory: more than there are in force at a time, few enough for any machine.
const KEPT: usize = 16;

impl Shelf {
    /// With outlines of the user's own, by file name and text.
    pub fn new(own: Vec<(String, String)>) -> Self {
        Self { own, chosen: Mutex::default() }
    }

    /// [`choose`] among these.
    ///
    /// # Errors
    /// Those of [`choose`].
    pub fn choose(&self, id: Option<&str>, year: i16) -> Result<Arc<Chosen>, Message> {
        let key = (id.map(str::to_owned), year);
        let chosen = || self.chosen.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = chosen().get(&key) {
            return Ok(Arc::clone(known));
        }
        let read = Arc::new(choose(id, year, &self.own)?);
        let mut chosen = chosen();
        if chosen.len() < KEPT {
            chosen.insert(key, Arc::clone(&read));
        }
        Ok(read)
    }
}

/// An outline of the program itself: one file of `templates/outlines/`.
pub struct BuiltIn {
    /// `2021-2025`; the file's name without `.yaml`.
    pub id: &'static str,
    /// The years of the file, told here so that no file is read for another's year.
    pub years: (i16, i16),
    pub text: &'static str,
}

/// The built-in outlines, the oldest first.
pub const BUILT_IN: [BuiltIn; 2] = [
    BuiltIn { id: "2015-2020", years: (2015, 2020), text: include_str!("../../templates/outlines/2015-2020.yaml") },
    BuiltIn { id: "2021-2025", years: (2021, 2025), text: include_str!("../../templates/outlines/2021-2025.yaml") },
];

impl BuiltIn {
    /// Reads it, once however many ask.
    pub fn outline(&self) -> Arc<Outline> {
        static READ: [OnceLock<Arc<Outline>>; BUILT_IN.len()] = [const { OnceLock::new() }; BUILT_IN.len()];
        let read = || Arc::new(plain::parse(self.text).expect("a test reads every built-in outline"));
        let known = READ.iter().zip(&BUILT_IN).find(|(_, built_in)| built_in.id == self.id);
        known.map_or_else(read, |(known, _)| Arc::clone(known.get_or_init(read)))
    }
}

/// Every built-in outline.
pub fn built_in() -> Vec<Outline> {
    BUILT_IN.iter().map(|built_in| built_in.outline().as_ref().clone()).collect()
}

/// The outline named `id`, or the one in force in `year`; `own` are outline files beside the report, by name and text.
///
/// An own outline goes before a built-in one of the same name, and before one of the same years.
///
/// # Errors
/// A sentence that says which outline does not exist or cannot be read, and where.
pub fn choose(id: Option<&str>, year: i16, own: &[(String, String)]) -> Result<Chosen, Message> {
    match id {
        Some(id) => named(id, own).map(|outline| Chosen { outline, nearest: false }),
        None => in_force(year, own),
    }
}

/// An own outline as far as it must be known to choose.
#[derive(Deserialize)]
struct Cover {
    id: Option<String>,
    years: Option<(i16, i16)>,
    extends: Option<String>,
}

impl Cover {
    /// The years it covers: its own, or those of the outline it extends.
    fn years(&self) -> Option<(i16, i16)> {
        self.years.or_else(|| find(self.extends.as_deref()?).map(|base| base.years))
    }
}

fn named(id: &str, own: &[(String, String)]) -> Result<Arc<Outline>, Message> {
    let wanted = plain(id);
    if let Some((file, text)) = own.iter().find(|(file, _)| plain(stem(file)) == wanted) {
        return read(file, text);
    }
    for (file, text) in own {
        let cover: Cover = data::parse(text).map_err(|fault| unreadable(file, &fault))?;
        if cover.id.is_some_and(|id| plain(&id) == wanted) {
            return read(file, text);
        }
    }
    find(id).map(BuiltIn::outline).ok_or_else(|| unknown(id, own))
}

fn in_force(year: i16, own: &[(String, String)]) -> Result<Chosen, Message> {
    for (file, text) in own {
        let cover: Cover = data::parse(text).map_err(|fault| unreadable(file, &fault))?;
        if cover.years().is_none_or(|years| holds(years, year)) {
            return read(file, text).map(|outline| Chosen { outline, nearest: false });
        }
    }
    let distance = |built_in: &&BuiltIn| {
        let (first, last) = built_in.years;
        i32::from(year).abs_diff(i32::from(year.clamp(first, last)))
    };
    let nearest = BUILT_IN.iter().min_by_key(distance).expect("there are built-in outlines");
    let outline = own
        .iter()
        .find(|(file, _)| stem(file) == nearest.id)
        .map_or_else(|| Ok(nearest.outline()), |(file, text)| read(file, text))?;
    Ok(Chosen { outline, nearest: !holds(nearest.years, year) })
}

/// Reads an outline of the user's own.
fn read(file: &str, text: &str) -> Result<Arc<Outline>, Message> {
    let cover: Cover = data::parse(text).map_err(|fault| unreadable(file, &fault))?;
    let outline = match &cover.extends {
        None => data::parse(text).map_err(|fault| unreadable(file, &fault))?,
        Some(base) => {
            let base = find(base)
                .ok_or_else(|| crate::message!("outline.unknown_base", file = file, id = base, known = known(&[])))?;
            let change: own::Change = data::parse(text).map_err(|fault| unreadable(file, &fault))?;
            change.applied(base.outline().as_ref().clone(), stem(file))
        }
    };
    own::verify(&outline).map_err(|fault| {
        crate::message!("outline.faulty", file = file, line = line_of(text, &fault.part), fault = fault.message)
    })?;
    Ok(Arc::new(outline))
}

/// The line where a file gives a part; a part it does not give, the first.
fn line_of(text: &str, part: &str) -> usize {
    let gives = |line: &str| {
        line.split_once("id:").is_some_and(|(_, rest)| {
            let rest = rest.trim_start().trim_start_matches(['"', '\'']).strip_prefix(part);
            rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '_'))
        })
    };
    text.lines().position(gives).map_or(1, |at| at + 1)
}

fn find(id: &str) -> Option<&'static BuiltIn> {
    let wanted = plain(id);
    BUILT_IN.iter().find(|built_in| built_in.id == wanted)
}

fn holds((first, last): (i16, i16), year: i16) -> bool {
    (first..=last).contains(&year)
}

/// The id as we write it: 2021—2025年 is 2021-2025.
fn plain(id: &str) -> String {
    id.trim().trim_end_matches('年').replace(['—', '－', '–', '~', '～'], "-").replace("--", "-")
}

fn stem(file: &str) -> &str {
    file.strip_suffix(".yaml").or_else(|| file.strip_suffix(".yml")).unwrap_or(file)
}

fn known(own: &[(String, String)]) -> Vec<String> {
    let own = own.iter().map(|(file, _)| stem(file).to_owned());
    BUILT_IN.iter().map(|built_in| built_in.id.to_owned()).chain(own).collect()
}

fn unknown(id: &str, own: &[(String, String)]) -> Message {
    crate::message!("outline.unknown", id = id, known = known(own))
}

fn unreadable(file: &str, fault: &DataFault) -> Message {
    crate::message!(
        "outline.unreadable",
        file = file,
        line = fault.line,
        column = fault.column,
        problem = fault.problem.clone(),
    )
}
