//! Pictures: from the path a text names to an image that every format can hold.
//!
//! `path` says where a typed path may lead, `png` and `jpeg` what is in a file. The files themselves are read by whoever
//! opens the report: an [`Album`] is given the way to their bytes.

mod album;
mod jpeg;
mod path;
mod png;

pub use album::Album;

use std::fmt;
use std::sync::Arc;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The largest file that is read, in bytes: photographs as telephones take them are half of it.
pub const LARGEST: usize = 10 << 20;

/// The most bytes of pictures in a report, and of those one edition prints: a page holds them as text, a third longer.
pub const MOST: usize = 50 << 20;

/// The most pixels of an image, which a PDF holds unpacked while it is written.
pub const MOST_PIXELS: u64 = 50_000_000;

/// Why a picture is not printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// `https://…`, `data:…`, `C:\…`: no path from the report's folder.
    Address,
    /// It leads out of the report's folder, by `..`, from the root or through a link.
    Outside,
    /// Folders are parted by `\`, which is no such mark on other systems and in Markdown.
    Separator,
    Missing,
    /// A folder, a device, a pipe.
    NotAFile,
    /// The system refuses it.
    Unreadable,
    TooLarge,
    /// With those before it there are more than [`MOST`].
    TooMuch,
    /// Neither PNG nor JPEG; what it is, where that is known.
    Format(Option<&'static str>),
    /// Cut off, or not made as its format asks.
    Damaged,
    /// Width and height.
    TooManyPixels(u32, u32),
    /// A photograph that is only turned upright by a note in it, which word processors do not follow.
    Turned,
}

impl Fault {
    /// Whether the path leads where pictures are not looked for.
    pub const fn is_elsewhere(self) -> bool {
        matches!(self, Self::Address | Self::Outside)
    }
}

/// The format of an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Png,
    Jpeg,
}

impl Kind {
    /// As MIME calls it.
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
        }
    }

    /// The extension of its files.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpg",
        }
    }
}

/// An image whose file is whole: its bytes without what tells of the place, the day and the camera.
#[derive(Clone, PartialEq, Eq)]
pub struct Image {
    bytes: Arc<[u8]>,
    kind: Kind,
    width: u32,
    height: u32,
}

/// What the walk through a file yields.
struct Walked {
    /// The file without what only describes it.
    kept: Vec<u8>,
    width: u32,
    height: u32,
}

impl Image {
    /// The image in a file, its format told by its content.
    ///
    /// ```
    /// use fazhi::picture::{Fault, Image};
    ///
    /// assert_eq!(Image::read(b"<svg/>"), Err(Fault::Format(Some("SVG"))));
    /// assert_eq!(Image::read(b"\x89PNG\r\n\x1a\n"), Err(Fault::Damaged));
    /// ```
    ///
    /// # Errors
    /// Why it cannot be printed.
    pub fn read(bytes: &[u8]) -> Result<Self, Fault> {
        if bytes.len() > LARGEST {
            return Err(Fault::TooLarge);
        }
        let (kind, walked) = if bytes.starts_with(png::SIGNATURE) {
            (Kind::Png, png::walk(bytes)?)
        } else if bytes.starts_with(jpeg::SIGNATURE) {
            (Kind::Jpeg, jpeg::walk(bytes)?)
        } else {
            return Err(Fault::Format(other_format(bytes)));
        };
        let Walked { kept, width, height } = walked;
        if width == 0 || height == 0 {
            return Err(Fault::Damaged);
        }
        if u64::from(width) * u64::from(height) > MOST_PIXELS {
            return Err(Fault::TooManyPixels(width, height));
        }
        Ok(Self { bytes: kept.into(), kind, width, height })
    }

    /// The file.
    pub const fn bytes(&self) -> &Arc<[u8]> {
        &self.bytes
    }

    /// Its format.
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// In pixels.
    pub const fn width(&self) -> u32 {
        self.width
    }

    /// In pixels.
    pub const fn height(&self) -> u32 {
        self.height
    }
}

impl fmt::Debug for Image {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "{} {}×{}", self.kind.mime(), self.width, self.height)
    }
}

/// Templates of the user's own are given the document as data, and hand it back to be written.
impl Serialize for Image {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.bytes)
    }
}

impl<'de> Deserialize<'de> for Image {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Bytes;
        impl Visitor<'_> for Bytes {
            type Value = Image;

            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str("the bytes of an image")
            }

            fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Image, E> {
                Image::read(bytes).map_err(|_| E::custom("no image"))
            }
        }
        deserializer.deserialize_bytes(Bytes)
    }
}

/// Formats that are not printed, by what their files have in them and where.
const OTHERS: &[(usize, &[u8], &str)] = &[
    (0, b"GIF8", "GIF"),
    (8, b"WEBP", "WebP"),
    (0, b"BM", "BMP"),
    (0, b"II*\0", "TIFF"),
    (0, b"MM\0*", "TIFF"),
    (4, b"ftypheic", "HEIC"),
    (4, b"ftypmif1", "HEIC"),
    (4, b"ftypavif", "AVIF"),
    (0, b"%PDF", "PDF"),
];

/// How much of a text is looked at for the tag of an SVG.
const HEAD: usize = 1024;

fn other_format(bytes: &[u8]) -> Option<&'static str> {
    let has = |(at, mark, _): &&(usize, &[u8], &str)| bytes.get(*at..).is_some_and(|rest| rest.starts_with(mark));
    let known = OTHERS.iter().find(has).map(|(.., name)| *name);
    let is_svg = || bytes[..bytes.len().min(HEAD)].windows(4).any(|window| window == b"<svg");
    known.or_else(|| is_svg().then_some("SVG"))
}

/// The number of so many bytes at a place of a file, the first byte the highest.
fn number<const N: usize>(bytes: &[u8], at: usize) -> Result<u32, Fault> {
    let digits = bytes.get(at..at.saturating_add(N)).ok_or(Fault::Damaged)?;
    Ok(digits.iter().fold(0, |number, byte| number << 8 | u32::from(*byte)))
}
