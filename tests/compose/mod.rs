//! Report files to whole documents, shown compactly.

mod data_annex;
mod editions;
mod frame;
mod hostile;
mod measures;
mod pictures;
mod places;
mod sections;
mod style;

use fazhi::compose::Composed;
use fazhi::document::{Document, Line};
use fazhi::project::{Project, Surroundings};
use fazhi::source::SourceFile;

use crate::document::{dump, inlines};

/// Every edition of a report file.
fn composed(yaml: &str) -> Vec<Composed> {
    let source = SourceFile::new("report.yaml", yaml);
    let project = Project::open(source, &Surroundings::default()).expect("the outline is built in");
    project.editions
}

/// The first edition of a report file.
fn first(yaml: &str) -> Document {
    composed(yaml).swap_remove(0).document
}

/// The body of a report with these sections, under a head that says 2021.
fn body(sections: &str) -> String {
    dump(
        &first(&format!("report: {{kind: government, level: county, issuer: 甲县人民政府, year: 2021}}\n{sections}"))
            .body,
    )
}

/// A document as lines: the frame where it has something, the body, annexes, notes.
fn show(document: &Document) -> String {
    let mut out = String::new();
    let mut lines = |name: &str, lines: &[Line]| {
        for line in lines {
            out.push_str(&format!("{name}: {}\n", inlines(&line.content)));
        }
    };
    lines("title", &document.title);
    lines("stage", document.stage.as_slice());
    lines("number", document.number.as_slice());
    lines("occasion", document.occasion.as_slice());
    lines("speaker", document.speaker.as_slice());
    lines("addressee", document.addressee.as_slice());
    out.push_str(&dump(&document.body));
    let mut lines = |name: &str, lines: &[Line]| {
        for line in lines {
            out.push_str(&format!("{name}: {}\n", inlines(&line.content)));
        }
    };
    lines("signature", &document.signature);
    lines("date", document.date.as_slice());
    lines("postscript", document.postscript.as_slice());
    lines("copies", &document.copies);
    for annex in &document.annexes {
        out.push_str(&format!("annex {}: {}\n{}", annex.label, inlines(&annex.title.content), dump(&annex.body)));
    }
    for (index, note) in document.notes.iter().enumerate() {
        out.push_str(&format!("note {index}: {}", dump(&note.body)));
    }
    out
}
