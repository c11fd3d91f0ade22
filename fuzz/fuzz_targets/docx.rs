//! Any bytes as a package, and as the text of one: read with its changes accepted and rejected, and imported.
#![no_main]

use std::io::{Cursor, Write};

use fazhi::import::{Options, import};
use fazhi::readers::{Changes, read_word};
use libfuzzer_sys::fuzz_target;
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

/// A package whose text is `xml`, which stands for its styles, numbers and notes as well.
fn package(xml: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for part in ["[Content_Types].xml", "word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml"] {
        zip.start_file(part, options).expect("a new part");
        zip.write_all(xml).expect("memory takes all");
    }
    zip.finish().expect("memory takes all").into_inner()
}

fuzz_target!(|bytes: &[u8]| {
    let _ = fazhi::readers::read("a.docx", bytes);
    let package = package(bytes);
    for changes in [Changes::Accept, Changes::Reject] {
        if let Ok(word) = read_word("a.docx", &package, changes) {
            let _ = import(&word.manuscript, Options::default());
        }
    }
});
