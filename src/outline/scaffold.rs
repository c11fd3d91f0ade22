//! `fazhi new`: a commented file to fill, from an outline and its usual figures.

use std::collections::BTreeMap;

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::catalogue::{self, FigureGroup, Supply, UsualFigure};
use super::{Custom, Outline, Part, Presence, load};
use crate::message::{Lang, Message};
use crate::model::{Kind, Level};
use crate::writers::{Options, template};
use crate::yaml::keys::{self, Domain};

/// What a new file is for.
#[derive(Clone, Debug)]
pub struct Request {
    pub kind: Kind,
    /// The Party committee reports as well.
    pub joint: bool,
    pub level: Level,
    /// 郏县; the organ's own name where it is a department: 郏县司法局.
    pub place: Option<String>,
    pub year: i16,
    /// The outline; the one in force in that year when absent.
    pub outline: Option<String>,
    /// The language of the keys and the comments.
    pub keys: Lang,
    /// Outlines of the user's own: file name and text.
    pub outlines: Vec<(String, String)>,
    /// Templates of the user's own: file name and text.
    pub templates: Vec<(String, String)>,
}

/// The file.
///
/// # Errors
/// The outline does not exist or cannot be read; a template of the user's own is at fault.
pub fn write(request: &Request) -> Result<String, Message> {
    let chosen = load::choose(request.outline.as_deref(), request.year, &request.outlines)?;
    let scaffold = Writer { request, outline: &chosen.outline }.scaffold();
    let options = Options { templates: template::Templates::new(request.templates.clone()), ..Options::default() };
    template::fill(template::SCAFFOLD, &scaffold, &options)
}

/// What the template `scaffold.yaml` sees.
#[derive(Debug, Serialize)]
struct Scaffold {
    /// The keys in the language of the file, by their English name.
    key: BTreeMap<&'static str, &'static str>,
    /// The comments, by their name in `locales/` under `new`.
    say: BTreeMap<&'static str, String>,
    intro: Vec<String>,
    /// What stands for a value nobody knows yet.
    unfilled: &'static str,
    /// The lines of the frame.
    head: Vec<String>,
    supplies: Vec<Supplied>,
    sections: Vec<Section>,
    /// Contents that hardly any report has.
    left_out: Vec<Section>,
}

/// The figures of one unit, as lines.
#[derive(Debug, Serialize)]
struct Supplied {
    provider: String,
    rows: Vec<String>,
}

/// A section to write.
#[derive(Debug, Serialize)]
struct Section {
    /// One id or a list of them.
    part: String,
    heading: String,
    guidance: Vec<String>,
    /// Placeholders of the figures that belong here.
    figures: String,
    parts: Vec<Section>,
    /// Parts that many reports have.
    optional: Vec<Section>,
}

/// A line of the file with its comment.
struct Row {
    indent: usize,
    /// Commented out.
    out: bool,
    text: String,
    note: String,
}

struct Writer<'a> {
    request: &'a Request,
    outline: &'a Outline,
}

impl Writer<'_> {
    fn scaffold(&self) -> Scaffold {
        let says = ["figures", "from", "preamble", "sections", "heading", "available", "closing"];
        Scaffold {
            key: keys::words(Domain::Key).map(|word| (word.en, word.name(self.request.keys))).collect(),
            say: says.map(|name| (name, self.say(name))).into(),
            intro: ["intro.fill", "intro.comments", "intro.commands"].map(|name| self.say(name)).into(),
            unfilled: self.unfilled(),
            head: lines(&self.head()),
            supplies: self.supplies(),
            sections: self.contents().filter(|part| part.id != "other").map(|part| self.section(part)).collect(),
            left_out: self.contents().filter(|part| part.id == "other").map(|part| self.section(part)).collect(),
        }
    }

    /// What stands for a value nobody knows yet: 待填, and in a file with English keys ~.
    const fn unfilled(&self) -> &'static str {
        match self.request.keys {
            Lang::Zh => "待填",
            Lang::En => "~",
        }
    }

    fn say(&self, name: &str) -> String {
        Message::new(format!("new.{name}")).text(self.request.keys)
    }

    /// A key, fixed value or part id in the language of the file.
    fn name<'n>(&self, domain: Domain, english: &'n str) -> &'n str {
        keys::word(domain, english).map_or(english, |word| word.name(self.request.keys))
    }

    fn head(&self) -> Vec<Row> {
        let request = self.request;
        let place = request.place.as_deref().map(str::trim).filter(|place| !place.is_empty());
        let issuer = place.and_then(|place| issuer(place, request.kind));
        // A department is often given by its own name, which is no place.
        let place = place.filter(|&place| issuer.as_deref() != Some(place));
        let or_unfilled = |value: Option<String>| value.map_or(self.unfilled().to_owned(), |value| scalar(&value));
        let row = |key: &'static str, value: String| (false, key, value);
        let out = |key: &'static str, value: &str| (true, key, value.to_owned());
        let next = i32::from(request.year) + 1;
        let organs = match place.filter(|_| request.joint) {
            Some(place) => format!("中共{place}委员会 {}", issuer.as_deref().unwrap_or("××")),
            None => issuer.clone().unwrap_or_else(|| "××".to_owned()),
        };
        let title = format!("{organs}关于{}年法治政府建设情况的报告", request.year);
        let rows = [
            row("kind", self.name(Domain::Kind, request.kind.name()).to_owned()),
            row("level", self.name(Domain::Level, request.level.name()).to_owned()),
            row("place", or_unfilled(place.map(str::to_owned))),
            row("issuer", self.issuers(place, issuer.as_deref())),
            row("year", request.year.to_string()),
            row("outline", scalar(&self.outline.id)),
            row("date", self.unfilled().to_owned()),
            out("number", &format!("×政〔{next}〕1号")),
            out("stage", "征求意见稿"),
            out("title", &scalar(&title)),
            out("previous", &format!("{}.yaml", i32::from(request.year) - 1)),
        ];
        let mut rows: Vec<Row> = rows
            .into_iter()
            .map(|(out, key, value)| Row {
                indent: 0,
                out,
                note: self.say(&format!("head.{key}")),
                text: format!("{}: {value}", self.name(Domain::Key, key)),
            })
            .collect();
        rows.extend(self.editions());
        rows
    }

    /// Who reports; of a joint report the Party committee first.
    fn issuers(&self, place: Option<&str>, issuer: Option<&str>) -> String {
        let or_unfilled = |value: Option<String>| value.map_or(self.unfilled().to_owned(), |value| scalar(&value));
        let issuer = or_unfilled(issuer.map(str::to_owned));
        if !self.request.joint {
            return issuer;
        }
        format!("[{}, {issuer}]", or_unfilled(place.map(|place| format!("中共{place}委员会"))))
    }

    /// The editions usually owed, commented out: a report without any is the public one.
    fn editions(&self) -> Vec<Row> {
        let key = self.name(Domain::Key, "editions");
        let mut rows = vec![Row { indent: 0, out: true, text: format!("{key}:"), note: self.say("head.editions") }];
        let (id, addressee) = (self.name(Domain::Key, "id"), self.name(Domain::Key, "addressee"));
        let owed: &[&str] = match self.request.kind {
            Kind::Government => &["upper", "party", "npc", "public"],
            Kind::Department => &["line", "public"],
            Kind::Township | Kind::Zone => &["upper", "public"],
        };
        for custom in owed.iter().filter_map(|id| self.outline.custom(id)) {
            let name = self.name(Domain::Edition, &custom.id);
            let (text, note) = match &custom.addressee {
                Some(_) => (format!("- {{{id}: {name}, {addressee}: {}}}", self.unfilled()), self.addressee(custom)),
                None => (format!("- {{{id}: {name}}}"), String::new()),
            };
            rows.push(Row { indent: 2, out: true, text, note });
        }
        rows
    }

    /// Who an edition goes to, and before which day.
    fn addressee(&self, custom: &Custom) -> String {
        let addressee = self.say(&format!("edition.{}", custom.id));
        match custom.owed_before(self.request.level, self.request.year) {
            Some((month, day)) => Message::new("new.edition.before")
                .with("addressee", addressee)
                .with("month", i64::from(month))
                .with("day", i64::from(day))
                .text(self.request.keys),
            None => addressee,
        }
    }

    fn supplies(&self) -> Vec<Supplied> {
        let supplied = |supply: &Supply| {
            let groups = supply.groups.iter().filter(|group| self.has(group));
            let rows: Vec<String> = groups.flat_map(|group| lines(&self.group(group))).collect();
            (!rows.is_empty()).then(|| Supplied { provider: supply.provider(self.request.keys).to_owned(), rows })
        };
        catalogue::supplies_of(self.outline).filter_map(supplied).collect()
    }

    fn has(&self, group: &FigureGroup) -> bool {
        group.suits(self.request.kind, self.request.level) && self.outline.part(&group.part).is_some()
    }

    fn figures<'g>(&self, group: &'g FigureGroup) -> impl Iterator<Item = &'g UsualFigure> {
        let Request { kind, level, year, .. } = *self.request;
        group.figures.iter().filter(move |figure| figure.suits(kind, level, year))
    }

    fn group(&self, group: &FigureGroup) -> Vec<Row> {
        let out = !self.figures(group).any(|figure| figure.core);
        let name = Row { indent: 0, out, text: format!("{}:", scalar(&group.name)), note: String::new() };
        let figure = |figure: &UsualFigure| Row {
            indent: 2,
            out: out || !figure.core,
            text: self.figure(figure),
            note: [figure.unit.as_str(), figure.note(self.request.keys)]
                .into_iter()
                .filter(|words| !words.is_empty())
                .collect::<Vec<_>>()
                .join(match self.request.keys {
                    Lang::Zh => "；",
                    Lang::En => "; ",
                }),
        };
        let mut rows = vec![name];
        rows.extend(self.figures(group).map(figure));
        if out {
            // The whole group is commented out: one # at its margin, so that an editor brings it back in one go.
            for row in &mut rows {
                row.text.insert_str(0, &" ".repeat(row.indent));
                row.indent = 0;
            }
        }
        rows
    }

    fn figure(&self, figure: &UsualFigure) -> String {
        let name = match figure.name.as_str() {
            "合计" => self.name(Domain::Key, "total").to_owned(),
            name => scalar(name),
        };
        if figure.formula.is_empty() {
            return format!("{name}: {}", self.unfilled());
        }
        let (formula, denominator) = (self.name(Domain::Key, "formula"), self.name(Domain::Key, "denominator"));
        format!("{name}: {{{formula}: {}, {denominator}: {}}}", figure.formula, figure.denominator)
    }

    /// The contents a report on this year has, in their usual order.
    fn contents(&self) -> impl Iterator<Item = &Part> {
        self.outline.contents().filter(|part| match part.id.as_str() {
            "responsibility" => part.is_owed(self.request.year) && !self.has_leadership(),
            "other" => part.is_owed(self.request.year),
            _ => true,
        })
    }

    /// Whether the responsibility is told with the leadership, as most reports do.
    fn has_leadership(&self) -> bool {
        self.outline.part("leadership").is_some()
    }

    fn section(&self, content: &Part) -> Section {
        let Request { kind, level, year, .. } = *self.request;
        let below = |presence| {
            let parts =
                self.outline.parts.iter().filter(move |part| {
                    !part.is_content() && part.presence == presence && part.suits(kind, level, year)
                });
            let leads = |part: &&Part| part.id == "leadership" && content.id == "achievements";
            parts
                .filter(move |part| self.outline.content_of(part).id == content.id)
                .filter(move |part| presence == Presence::Usual || !leads(part))
                .map(|part| self.below(part))
                .collect::<Vec<_>>()
        };
        let mut parts = below(Presence::Usual);
        // Before 2021 the leadership was no part of the outline, yet it is where the responsibility is told.
        if let Some(part) = self.outline.part("leadership").filter(|part| part.presence == Presence::Often)
            && content.id == "achievements"
        {
            parts.insert(0, self.below(part));
        }
        Section { parts, optional: below(Presence::Often), ..self.below(content) }
    }

    /// A part as a section of its own.
    fn below(&self, part: &Part) -> Section {
        let id = |id: &str| self.name(Domain::Part, id).to_owned();
        let responsibility = self.outline.part("responsibility").filter(|part| part.is_owed(self.request.year));
        let with_responsibility = part.id == "leadership" && responsibility.is_some();
        Section {
            part: if with_responsibility {
                format!("[{}, {}]", id("leadership"), id("responsibility"))
            } else {
                scalar(&id(&part.id))
            },
            heading: part.heading_in(self.request.year),
            guidance: self.guidance(part, with_responsibility),
            figures: self.placeholders(part),
            parts: Vec::new(),
            optional: Vec::new(),
        }
    }

    /// What a drafter should know of a part, in a line or two.
    fn guidance(&self, part: &Part, with_responsibility: bool) -> Vec<String> {
        let own = part.guidance.as_deref().or_else(|| {
            // The guidance of a part that is not ours can only stand in its own outline.
            keys::word(Domain::Part, &part.id).is_none().then_some(part.heading.as_str())
        });
        let guidance = own.map_or_else(|| self.say(&format!("part.{}", self.wording(part))), one_line);
        let responsibility = with_responsibility.then(|| self.say("part.responsibility"));
        [Some(guidance), responsibility].into_iter().flatten().collect()
    }

    /// The name of the guidance of a part: a department, or a place with legislative power, has its own of some.
    fn wording(&self, part: &Part) -> String {
        let id = part.id.as_str();
        let of_department = matches!(id, "functions" | "rulemaking" | "enforcement" | "disputes");
        let legislates = matches!(self.request.level, Level::Nation | Level::Province | Level::City);
        match self.request.kind {
            Kind::Department if of_department => format!("{id}_department"),
            Kind::Government if id == "rulemaking" && legislates => format!("{id}_legislating"),
            _ => id.to_owned(),
        }
    }

    /// The placeholders of the figures a new file asks for in a part.
    fn placeholders(&self, part: &Part) -> String {
        let groups = catalogue::supplies_of(self.outline).flat_map(|supply| &supply.groups);
        let placeholders = groups.filter(|group| group.part == part.id && self.has(group)).flat_map(|group| {
            self.figures(group)
                .filter(|figure| figure.core)
                .map(|figure| format!("${{{}.{}}}", group.name, figure.name))
        });
        placeholders.collect::<Vec<_>>().join(match self.request.keys {
            Lang::Zh => "、",
            Lang::En => ", ",
        })
    }
}

/// Rows as lines, the comments of a block below one another.
fn lines(rows: &[Row]) -> Vec<String> {
    let code = |row: &Row| format!("{}{}{}", " ".repeat(row.indent), if row.out { "# " } else { "" }, row.text);
    let width = rows.iter().map(|row| code(row).width()).filter(|&width| width <= WIDEST).max().unwrap_or(0);
    let line = |row: &Row| {
        let code = code(row);
        if row.note.is_empty() {
            return code;
        }
        let pad = width.saturating_sub(code.width()) + 2;
        format!("{code}{}# {}", " ".repeat(pad), row.note)
    };
    rows.iter().map(line).collect()
}

/// Longer lines do not push the comments of the others away.
const WIDEST: usize = 48;

/// The organ that reports, where the name of the place tells it.
fn issuer(place: &str, kind: Kind) -> Option<String> {
    let ends = |names: &[&str]| names.iter().any(|name| place.ends_with(name));
    match kind {
        Kind::Government if ends(&["地区", "盟"]) => Some(format!("{place}行政公署")),
        Kind::Government if ends(&["省", "市", "县", "区", "旗", "州"]) => Some(format!("{place}人民政府")),
        Kind::Department if ends(&["局", "委", "委员会", "办公室", "厅", "署", "处", "站", "中心", "大队", "支队"]) => {
            Some(place.to_owned())
        }
        Kind::Township if ends(&["镇", "乡", "苏木"]) => Some(format!("{place}人民政府")),
        Kind::Township if ends(&["街道"]) => Some(format!("{place}办事处")),
        Kind::Zone if ends(&["区", "园"]) => Some(format!("{place}管理委员会")),
        _ => None,
    }
}

/// A text as a scalar of YAML: as it is where that is safe, else in quotes.
fn scalar(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '·' | '（' | '）' | '、' | '〔' | '〕' | '×');
    let is_word = text.starts_with(|c: char| is_plain(c) && !c.is_ascii_digit()) && text.chars().all(is_plain);
    // Some words of a few ASCII letters are values of YAML: true, no, null.
    let is_safe = is_word && (text.chars().count() > 5 || !text.is_ascii());
    if is_safe || keys::word(Domain::Part, text).is_some() {
        text.to_owned()
    } else {
        serde_json::Value::from(text).to_string()
    }
}

/// A text that stays within its comment.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
