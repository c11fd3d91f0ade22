//! The fonts of the system, found by name.
//!
//! A PDF carries its fonts, so this writer, unlike the others, must read files: the system's fonts and nothing else,
//! here and nowhere else. They are found once a process by their name tables; a font is read when it is first used.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use fontdb::{Database, FaceInfo, ID, Source, Stretch, Style};
use typst::foundations::Bytes;
use typst::text::{Coverage, Font, FontBook, FontFlags, FontInfo, FontStretch, FontStyle, FontVariant, FontWeight};
use typst::utils::LazyHash;

use super::family::{ROLES, Role};
use crate::message::Message;

/// The faces that set the page.
pub(super) struct Fonts {
    /// What Typst chooses from: families called by their role.
    book: LazyHash<FontBook>,
    /// For each entry of the book its face.
    entries: Vec<usize>,
    faces: Vec<Face>,
    /// For each role, and for each family a house style may ask for, its regular face.
    regular: BTreeMap<String, usize>,
    /// Those of them without a bold face.
    without_bold: BTreeSet<String>,
    /// What stands in for what.
    pub notes: Vec<Message>,
}

impl Fonts {
    /// The fonts of this system, or why no Chinese page can be set with them.
    pub fn system() -> Result<&'static Self, Message> {
        static FONTS: OnceLock<Result<Fonts, Message>> = OnceLock::new();
        let find = || {
            let mut database = Database::new();
            database.load_system_fonts();
            Self::choose(&database)
        };
        FONTS.get_or_init(find).as_ref().map_err(Clone::clone)
    }

    /// The fonts among those of `database`.
    fn choose(database: &Database) -> Result<Self, Message> {
        let families = Families::of(database);
        let found: Vec<_> = ROLES.iter().map(|role| (role, families.find(role))).collect();
        let spare = found
            .iter()
            .rev()
            .find_map(|(_, found)| found.map(|found| found.faces))
            .or_else(|| families.any_chinese(database))
            .ok_or_else(|| crate::message!("writers.pdf_no_font"))?;
        let mut fonts = Self {
            book: LazyHash::new(FontBook::new()),
            entries: Vec::new(),
            faces: Vec::new(),
            regular: BTreeMap::new(),
            without_bold: BTreeSet::new(),
            notes: Vec::new(),
        };
        for (role, found) in found {
            let faces = found.map_or(spare, |found| found.faces);
            if !found.is_some_and(|found| found.is_proper) && role.id != "spare" {
                fonts.notes.push(stands_in(role, faces));
            }
            let is_heavy = role.heavy && !found.is_some_and(|found| found.is_proper);
            fonts.add(role.id, faces, if is_heavy { BOLD } else { REGULAR });
        }
        for (name, faces) in &families.faces {
            fonts.add(&called(name), faces, REGULAR);
        }
        Ok(fonts)
    }

    /// Adds a family under a name of ours, in the weight wanted of its regular face.
    fn add(&mut self, name: &str, faces: &[&FaceInfo], wanted: u16) {
        let Some(regular) = nearest(faces, wanted) else { return };
        let regular_face = self.push(name, regular);
        self.regular.insert(name.to_owned(), regular_face);
        match nearest(faces, BOLD) {
            Some(bold) if bold.weight.0 >= SEMIBOLD && bold.id != regular.id => {
                self.push(name, bold);
            }
            _ => {
                self.without_bold.insert(name.to_owned());
            }
        }
    }

    /// Adds a face to the book under the name of its role or family.
    fn push(&mut self, name: &str, face: &FaceInfo) -> usize {
        let known = self.faces.iter().position(|known| known.id == face.id);
        let at = known.unwrap_or_else(|| {
            let path = path(face).unwrap_or(Path::new("")).to_path_buf();
            self.faces.push(Face { id: face.id, path, index: face.index, loaded: OnceLock::new() });
            self.faces.len() - 1
        });
        self.entries.push(at);
        // Typst asks the coverage of a font only to find another one, which it is told not to.
        self.book.push(FontInfo {
            family: name.to_owned(),
            variant: FontVariant {
                style: FontStyle::Normal,
                weight: FontWeight::from_number(face.weight.0),
                stretch: FontStretch::NORMAL,
            },
            flags: FontFlags::empty(),
            axes: Vec::new(),
            coverage: Coverage::from_vec(Vec::new()),
        });
        at
    }

    /// What Typst chooses from.
    pub const fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    /// A font of the book.
    pub fn font(&self, index: usize) -> Option<Font> {
        Some(self.faces.get(*self.entries.get(index)?)?.load()?.font.clone())
    }

    /// Whether the face of a role or a family, or one that stands in for single characters, has a glyph for `character`.
    pub fn knows(&self, name: &str, character: char) -> bool {
        [name, "spare", "hei"].iter().any(|name| {
            let face = self.regular.get(*name).and_then(|face| self.faces.get(*face));
            face.and_then(Face::load).is_some_and(|loaded| loaded.knows(character))
        })
    }

    /// What the book calls a family of this system, by any of its names.
    pub fn family(&self, name: &str) -> Option<&str> {
        self.regular.get_key_value(&called(&name.to_lowercase())).map(|(name, _)| name.as_str())
    }

    /// Whether a role or a family must be drawn thicker where bold is asked for.
    pub fn lacks_bold(&self, name: &str) -> bool {
        self.without_bold.contains(name)
    }
}

/// What the book calls a family of the system; no role is called so.
fn called(family: &str) -> String {
    format!("family {family}")
}

/// What is said once of a face that is missing.
fn stands_in(role: &Role, faces: &[&FaceInfo]) -> Message {
    let used = faces.first().and_then(|face| face.families.first()).map(|(name, _)| name.as_str()).unwrap_or_default();
    crate::message!("writers.font_stands_in", face = role.face, used = used, source = Message::new(role.source))
}

/// A font file, read when it is first used.
struct Face {
    id: ID,
    path: PathBuf,
    index: u32,
    loaded: OnceLock<Option<Loaded>>,
}

impl Face {
    fn load(&self) -> Option<&Loaded> {
        self.loaded.get_or_init(|| Loaded::read(&self.path, self.index)).as_ref()
    }
}

/// A font, and the characters it has glyphs for, one bit each.
struct Loaded {
    font: Font,
    known: Vec<u64>,
}

impl Loaded {
    fn read(path: &Path, index: u32) -> Option<Self> {
        let font = Font::new(Bytes::new(std::fs::read(path).ok()?), index)?;
        let mut known = vec![0; 0x11_0000 / 64];
        for code in font.info().coverage.iter() {
            if let Some(bits) = known.get_mut(code as usize / 64) {
                *bits |= 1_u64 << (code % 64);
            }
        }
        Some(Self { font, known })
    }

    fn knows(&self, character: char) -> bool {
        let code = u32::from(character);
        self.known.get(code as usize / 64).is_some_and(|bits| bits & (1 << (code % 64)) != 0)
    }
}

/// The upright faces of every family, by any of its names in lower case.
struct Families<'a> {
    faces: BTreeMap<String, Vec<&'a FaceInfo>>,
}

/// A family found for a role.
#[derive(Clone, Copy)]
struct Found<'a> {
    faces: &'a [&'a FaceInfo],
    is_proper: bool,
}

impl<'a> Families<'a> {
    fn of(database: &'a Database) -> Self {
        let mut faces: BTreeMap<String, Vec<&FaceInfo>> = BTreeMap::new();
        for face in database.faces().filter(|face| is_upright(face) && path(face).is_some()) {
            for (name, _) in &face.families {
                let family = faces.entry(name.to_lowercase()).or_default();
                if !family.iter().any(|known| known.id == face.id) {
                    family.push(face);
                }
            }
        }
        // Folders list their files in any order.
        faces.values_mut().for_each(|faces| faces.sort_by_key(|face| (path(face), face.index)));
        Self { faces }
    }

    fn find(&self, role: &Role) -> Option<Found<'_>> {
        let proper = role.proper.iter().map(|name| (name, true));
        proper
            .chain(role.substitutes.iter().map(|name| (name, false)))
            .find_map(|(name, is_proper)| self.faces.get(&name.to_lowercase()).map(|faces| Found { faces, is_proper }))
    }

    /// Any family that knows Chinese: a system that has none of the fonts we name may still have one.
    fn any_chinese(&self, database: &Database) -> Option<&[&'a FaceInfo]> {
        let knows = |face: &FaceInfo| {
            let info = database.with_face_data(face.id, FontInfo::new).flatten();
            info.is_some_and(|info| "法治政府建设".chars().all(|c| info.coverage.contains(u32::from(c))))
        };
        self.faces.values().find(|faces| faces.first().is_some_and(|face| knows(face))).map(Vec::as_slice)
    }
}

const REGULAR: u16 = 400;
const SEMIBOLD: u16 = 600;
const BOLD: u16 = 700;

fn is_upright(face: &FaceInfo) -> bool {
    face.style == Style::Normal && face.stretch == Stretch::Normal
}

fn nearest<'a>(faces: &[&'a FaceInfo], weight: u16) -> Option<&'a FaceInfo> {
    faces.iter().copied().min_by_key(|face| face.weight.0.abs_diff(weight))
}

fn path(face: &FaceInfo) -> Option<&Path> {
    match &face.source {
        Source::File(path) | Source::SharedFile(path, _) => Some(path),
        Source::Binary(_) => None,
    }
}
