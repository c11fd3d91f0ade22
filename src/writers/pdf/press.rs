//! Where pages are set: each thread that asks has a press of its own.
//!
//! Typst shares work out with rayon. In the pool that renders many reports at once a thread that waits for its page
//! would begin another report on the same stack, and another on that one, until the stack is full.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::sync_channel;

use rayon::{ThreadPool, ThreadPoolBuilder};
use typst::diag::SourceDiagnostic;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::world::PageWorld;

/// The stack of a press: Typst calls itself for everything that stands in something.
const STACK: usize = 32 * 1024 * 1024;

/// How many reports ago something must last have been of use to be forgotten.
const REMEMBERED: usize = 4;

thread_local! {
    static PRESS: Option<ThreadPool> = ThreadPoolBuilder::new().num_threads(1).stack_size(STACK).build().ok();
}

/// Sets a page and writes its PDF, or says why not.
pub(super) fn print(world: PageWorld) -> Result<Vec<u8>, String> {
    let (done, printed) = sync_channel(1);
    let work = move || {
        // A receiver that is gone wants nothing.
        let _ = done.send(catch_unwind(AssertUnwindSafe(|| set(&world))));
    };
    PRESS.with(|press| match press {
        Some(press) => press.spawn(work),
        None => work(),
    });
    match printed.recv() {
        Ok(Ok(result)) => result,
        _ => Err("Typst".to_owned()),
    }
}

fn set(world: &PageWorld) -> Result<Vec<u8>, String> {
    let pages = typst::compile::<PagedDocument>(world).output;
    let bytes = pages.and_then(|pages| typst_pdf::pdf(&pages, &options()));
    // What Typst remembers of one report helps the next ones little; without this, memory grows with every report.
    typst::comemo::evict(REMEMBERED);
    bytes.map_err(|faults| said(&faults))
}

/// PDF/A-2a: archivable and readable aloud.
fn options() -> PdfOptions {
    let standards = PdfStandards::new(&[PdfStandard::A_2a]).expect("one standard contradicts no other");
    let creator = typst::foundations::Smart::Custom(Some("fazhi".to_owned()));
    PdfOptions { standards, creator, ..PdfOptions::default() }
}

fn said(faults: &[SourceDiagnostic]) -> String {
    let lines = faults.iter().flat_map(|fault| {
        std::iter::once(fault.message.to_string()).chain(fault.hints.iter().map(|hint| hint.v.to_string()))
    });
    lines.collect::<Vec<_>>().join("; ")
}
