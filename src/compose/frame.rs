//! What stands around the text: stage, addressee, signature, date and the like.

use super::{Composer, label};
use crate::document::{Inline, Line, Origin, Run};
use crate::model::{Text, date};

impl Composer<'_> {
    /// A line of the frame, where there is one.
    pub(super) fn framed(&mut self, key: &str, text: Option<&Text>) -> Option<Line> {
        text.map(|text| self.line(text, label(key)))
    }

    /// 稿次; a blank one is none: the text is final.
    pub(super) fn stage(&mut self) -> Option<Line> {
        let stage = self.view.pick(|edition| &edition.stage, &self.report.report.stage);
        self.framed("stage", stage.filter(|stage| !stage.is_unfilled()))
    }

    /// 主送机关, or 称谓 where the edition is read out, without the colon the page puts behind it.
    pub(super) fn addressee(&mut self) -> Option<Line> {
        let view = self.view;
        let addressee = view.addressee();
        let line = if let Some(salutation) = view.own(|edition| &edition.salutation) {
            self.line(salutation, label("salutation"))
        } else if let Some(custom) = view.custom().and_then(|custom| custom.salutation.as_deref())
            && (addressee.is_none() || view.own(|edition| &edition.occasion).is_some())
        {
            Line::composed(custom, view.place())
        } else {
            self.line(addressee?, label("addressee"))
        };
        Some(without(line, &['：', ':']))
    }

    /// The names under the text.
    pub(super) fn signature(&mut self) -> Vec<Line> {
        let name = label("signature");
        self.view.signatures().iter().map(|organ| self.line(organ, name)).collect()
    }

    /// 成文日期 as it is signed: 2022年1月10日. What is no date prints as typed.
    pub(super) fn date(&mut self) -> Option<Line> {
        let typed = self.view.date()?;
        Some(self.dated(typed, label("date")))
    }

    /// A date as it is printed.
    pub(super) fn dated(&mut self, typed: &Text, name: &str) -> Line {
        match date::parse(&typed.value).map(date::signed) {
            Some(printed) if printed != typed.value => Line::composed(printed, typed.place),
            _ => self.line(typed, name),
        }
    }

    /// 抄送
    pub(super) fn copies(&mut self) -> Vec<Line> {
        let copies = self.view.pick(|edition| &edition.copies, &self.report.report.copies);
        let name = label("copies");
        let lines = copies.into_iter().flat_map(|copies| copies.iter()).map(|organ| self.line(organ, name));
        lines.map(|line| without(line, &ROW_ENDS)).collect()
    }
}

/// Marks typed behind an organ of a row, whose own are supplied.
pub(super) const ROW_ENDS: [char; 4] = ['。', '，', '；', '、'];

/// A line without the marks typed at its end.
fn without(mut line: Line, marks: &[char]) -> Line {
    if let Some(Inline::Text(Run { text, origin })) = line.content.last_mut() {
        text.truncate(text.trim_end_matches(marks).len());
        if let Origin::Typed { range, .. } = origin {
            range.end = range.start + text.len();
        }
    }
    line
}
