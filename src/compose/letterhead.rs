//! The red head, the imprint and the notes of GB/T 9704.

use super::frame::ROW_ENDS;
use super::view::given;
use super::{Composer, label};
use crate::document::{Inline, Letterhead, Line};
use crate::model::Text;
use crate::model::letterhead::{Imprint, Letterhead as Typed};

impl<'a> Composer<'a> {
    /// The head and the imprint, where the report or the edition has one.
    pub(super) fn letterhead(&mut self, receivers: &[Line]) -> Option<Letterhead> {
        let layers = self.view.letterheads();
        if layers.is_empty() {
            return None;
        }
        let imprints: Vec<&Imprint> = layers.iter().filter_map(|typed| typed.imprint.as_ref()).collect();
        let mut one = |key, of: fn(&Typed) -> &[Text]| self.values(key, &layers, of).concat();
        let [suffix, copy_number, urgency] = [
            one("suffix", |typed| typed.suffix.as_slice()),
            one("copy_number", |typed| typed.copy_number.as_slice()),
            one("urgency", |typed| typed.urgency.as_slice()),
        ];
        // 密级 and its term are one mark: 机密★1年.
        let secrecy = [
            one("secrecy", |typed| typed.secrecy.as_slice()),
            one("secrecy_term", |typed| typed.secrecy_term.as_slice()),
        ];
        let secrecy = secrecy.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("★");
        let mut mark = self.values("mark", &layers, |typed| typed.mark.as_deref().unwrap_or_default());
        if mark.is_empty() {
            mark = self.view.issuers().iter().map(|issuer| self.line(issuer, label("issuer")).plain()).collect();
        }
        let mut copies = self.values("copies", &imprints, |typed| typed.copies.as_deref().unwrap_or_default());
        if copies.is_empty() {
            copies = receivers.iter().map(Line::plain).collect();
        }
        copies.iter_mut().for_each(|organ| organ.truncate(organ.trim_end_matches(ROW_ENDS).len()));
        let printed = imprints.iter().find_map(|imprint| imprint.printed.as_ref());
        Some(Letterhead {
            mark,
            suffix,
            copy_number,
            secrecy,
            urgency,
            signers: self.values("signer", &layers, |typed| typed.signer.as_deref().unwrap_or_default()),
            cosigners: self.values("cosigner", &layers, |typed| typed.cosigner.as_deref().unwrap_or_default()),
            copies,
            printer: self.values("printer", &imprints, |typed| typed.printer.as_slice()).concat(),
            printed: printed.map(|date| self.dated(date, label("printed")).plain()).unwrap_or_default(),
            seal: layers.iter().find_map(|typed| typed.seal.as_ref()).is_some_and(|seal| seal.value),
        })
    }

    /// 附注 without its parentheses; whom to ask, except where the public reads it.
    pub(super) fn postscript(&mut self) -> Option<Line> {
        let layers = self.view.letterheads();
        let find = |of: fn(&Typed) -> &Option<Text>| layers.iter().find_map(|typed| of(typed).as_ref());
        let mut lines = Vec::new();
        lines.extend(find(|typed| &typed.postscript).map(|text| self.line(text, label("postscript"))));
        if !self.view.is_public() {
            for (key, text) in [("contact", find(|typed| &typed.contact)), ("phone", find(|typed| &typed.phone))] {
                let Some(text) = text else { continue };
                let name = label(key);
                let mut line = self.line(text, name);
                line.content.insert(0, Inline::composed(format!("{name}："), text.place));
                lines.push(line);
            }
        }
        let place = lines.first()?.place;
        let mut content = Vec::new();
        for line in lines {
            if !content.is_empty() {
                content.push(Inline::composed("，", place));
            }
            content.extend(line.content);
        }
        Some(Line { content, place })
    }

    /// The texts of the first layer that has any, as printed.
    pub(super) fn values<T>(&mut self, key: &str, layers: &[&'a T], of: fn(&T) -> &[Text]) -> Vec<String> {
        let name = label(key);
        given(layers, of).iter().map(|text| self.line(text, name).plain()).collect()
    }
}
