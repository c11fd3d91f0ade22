//! Texts of many shapes, each with the file it becomes: `UPDATE=1` writes the files anew, to be read as a diff.

use std::path::{Path, PathBuf};

use fazhi::import::{Options, import};
use fazhi::message::Lang;
use fazhi::readers;
use fazhi::source::SourceFile;
use fazhi::yaml;

fn inputs() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/strangers");
    let files = std::fs::read_dir(folder).expect("the inputs stand beside the test");
    let mut files: Vec<PathBuf> = files.map(|file| file.expect("the folder can be read").path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension != "expected"));
    files.sort();
    files
}

/// The bytes of an input in the encoding its name says.
fn bytes(name: &str, text: &str) -> Vec<u8> {
    match name.split('.').nth(1) {
        Some("gbk") => encoding_rs::GBK.encode(text).0.into_owned(),
        Some("gb18030") => encoding_rs::GB18030.encode(text).0.into_owned(),
        Some("utf16") => [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect(),
        _ => text.as_bytes().to_vec(),
    }
}

/// What an import says and writes.
fn imported(name: &str, bytes: &[u8]) -> String {
    let imported =
        readers::read(name, bytes).and_then(|text| import(&text, Options { keys: Lang::Zh, figures: false }));
    match imported {
        Err(message) => format!("{}\n", message.text(Lang::Zh)),
        Ok(imported) => {
            let reading = yaml::read(&SourceFile::new("imported.yaml", imported.yaml.as_str()));
            assert!(reading.slips.is_empty(), "{name}: {:#?}\n{}", reading.slips, imported.yaml);
            let notes: String = imported.notes.iter().map(|note| format!("- {}\n", note.text(Lang::Zh))).collect();
            notes + &imported.yaml
        }
    }
}

#[test]
fn texts_of_many_shapes() {
    let inputs = inputs();
    assert!(inputs.len() >= 20, "{}", inputs.len());
    for input in inputs {
        let name = input.file_name().and_then(|name| name.to_str()).expect("an input has a plain name");
        let text = std::fs::read_to_string(&input).expect("an input can be read");
        let found = imported(name, &bytes(name, &text));
        let path = input.with_extension("expected");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &found).expect("the expected file can be written");
        }
        let expected = std::fs::read_to_string(&path).expect("each input has an expected file");
        assert_eq!(found, expected.replace('\r', ""), "{name}");
    }
}
