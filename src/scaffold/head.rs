//! The frame: who reports on what, and the editions usually owed.

use super::Writer;
use super::row::{Row, scalar};
use crate::message::Message;
use crate::model::Kind;
use crate::outline::Custom;
use crate::yaml::keys::Domain;

impl Writer<'_> {
    pub(super) fn head(&self) -> Vec<Row> {
        let request = self.request;
        let place = request.place.as_deref().map(str::trim).filter(|place| !place.is_empty());
        let issuer = place.and_then(|place| issuer(place, request.kind));
        // A department is often given by its own name, which is no place.
        let place = place.filter(|&place| issuer.as_deref() != Some(place));
        let or_unfilled = |value: Option<String>| value.map_or(self.unfilled().to_owned(), |value| scalar(&value));
        let row = |key: &'static str, value: String| (false, key, value);
        let out = |key: &'static str, value: &str| (true, key, value.to_owned());
        let next = i64::from(request.year) + 1;
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
                note: Message::new(format!("new.head.{key}")).with("next", next).text(self.request.keys),
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
}

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
