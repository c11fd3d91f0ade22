//! The zip container: its parts, unpacked within limits.

use std::io::{Cursor, Read};

use indexmap::IndexMap;
use zip::ZipArchive;
use zip::result::ZipError;

use super::xml::{self, Token};
use crate::message;
use crate::message::Message;

/// The most entries a package has, and the most all parts that are read hold unpacked.
const MOST_ENTRIES: usize = 10_000;
const MOST_BYTES: u64 = 64 << 20;

/// An opened package.
pub struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// What may still be unpacked.
    budget: u64,
}

impl<'a> Package<'a> {
    /// Opens a package.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Message> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| message!("import.damaged"))?;
        if archive.len() > MOST_ENTRIES {
            return Err(message!("import.bomb"));
        }
        Ok(Self { archive, budget: MOST_BYTES })
    }

    /// The name of the part that holds the text.
    pub fn main_part(&mut self) -> Result<String, Message> {
        let relations = self.optional("_rels/.rels")?;
        let found = relations_of(&relations).find(|relation| relation.kind.ends_with("/officeDocument"));
        let found = found.map(|relation| relation.target.trim_start_matches('/').to_owned());
        Ok(found.unwrap_or_else(|| "word/document.xml".to_owned()))
    }

    /// The targets of the hyperlinks of a part.
    pub fn links(&mut self, part: &str) -> Result<IndexMap<String, String>, Message> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let relations = self.optional(&format!("{folder}/_rels/{file}.rels"))?;
        let links = relations_of(&relations).filter(|relation| relation.kind.ends_with("/hyperlink"));
        Ok(links.map(|relation| (relation.id, relation.target)).collect())
    }

    /// The text of a part that may be missing: empty then.
    pub fn optional(&mut self, name: &str) -> Result<String, Message> {
        self.unpack(name).map(Option::unwrap_or_default)
    }

    /// The text of a part.
    pub fn part(&mut self, name: &str) -> Result<String, Message> {
        self.unpack(name)?.ok_or_else(|| message!("import.damaged"))
    }

    fn unpack(&mut self, name: &str) -> Result<Option<String>, Message> {
        let file = match self.archive.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::InvalidPassword) => return Err(message!("import.encrypted")),
            Err(ZipError::UnsupportedArchive(why)) if why.contains("assword") => {
                return Err(message!("import.encrypted"));
            }
            Err(_) => return Err(message!("import.damaged")),
        };
        let mut bytes = Vec::new();
        // What the directory says of the size is not believed: one byte more than allowed shows a bomb.
        let read = file.take(self.budget + 1).read_to_end(&mut bytes);
        read.map_err(|_| message!("import.damaged"))?;
        self.budget = self.budget.checked_sub(bytes.len() as u64).ok_or_else(|| message!("import.bomb"))?;
        Ok(Some(decode(bytes)))
    }
}

/// A part is in UTF-8, or in UTF-16 as its byte order mark says.
fn decode(bytes: Vec<u8>) -> String {
    match bytes.as_slice() {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => encoding_rs::UTF_16LE.decode(&bytes).0.into_owned(),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()),
    }
}

/// A relationship of a part.
struct Relation {
    id: String,
    kind: String,
    target: String,
}

fn relations_of(text: &str) -> impl Iterator<Item = Relation> {
    xml::tokens(text).filter_map(|token| match token {
        Token::Start(element) if element.name() == "Relationship" => Some(Relation {
            id: element.attribute("Id")?,
            kind: element.attribute("Type")?,
            target: element.attribute("Target")?,
        }),
        _ => None,
    })
}
