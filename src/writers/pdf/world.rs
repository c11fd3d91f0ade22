//! What Typst sees: our template, the page as data, its images, our fonts; no files, no packages, no clock, no network.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use super::fonts::Fonts;
use super::inline::image_file;
use crate::picture::Image;

/// The world of one document.
pub(super) struct PageWorld {
    fixed: &'static Fixed,
    fonts: &'static Fonts,
    data: Bytes,
    images: HashMap<FileId, Bytes>,
}

/// What all documents have in common, made once a process.
struct Fixed {
    library: LazyHash<Library>,
    template: Source,
    data: FileId,
}

impl PageWorld {
    /// The world in which `page.json` reads as `data`, and each image as a file.
    pub fn new(data: Vec<u8>, images: &[Image], fonts: &'static Fonts) -> Self {
        static FIXED: OnceLock<Fixed> = OnceLock::new();
        let file = |(place, image): (usize, &Image)| (id(&image_file(place)), Bytes::new(Arc::clone(image.bytes())));
        let images = images.iter().enumerate().map(file).collect();
        Self { fixed: FIXED.get_or_init(Fixed::new), fonts, data: Bytes::new(data), images }
    }
}

impl Fixed {
    fn new() -> Self {
        let template = include_str!("../../../templates/pdf/page.typ");
        Self {
            // Cells that name their row are marked by a function Typst still keeps apart.
            library: LazyHash::new(
                Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build(),
            ),
            template: Source::new(id("page.typ"), template.to_owned()),
            data: id("page.json"),
        }
    }
}

fn id(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("a plain name is a path");
    FileId::new(RootedPath::new(VirtualRoot::Project, path))
}

impl World for PageWorld {
    fn library(&self) -> &LazyHash<Library> {
        &self.fixed.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.fixed.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main() { Ok(self.fixed.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let data = (id == self.fixed.data).then_some(&self.data);
        data.or_else(|| self.images.get(&id)).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
