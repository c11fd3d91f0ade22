//! Pictures in the text: on a line of their own, their words below them; each file once in the package.

use std::collections::HashMap;

use super::chart::{INLINE, TWIP, clean};
use super::format::{Format, Space};
use super::part::{Face, Part};
use super::style;
use crate::document::Picture;
use crate::picture::Image;
use crate::writers::paper::{ABOVE, printed_size};

/// Writes a picture and its words on one page; `keep_last` holds them on the page of what follows.
pub(super) fn write(part: &mut Part, picture: &Picture, keep_last: bool) {
    let has_words = !picture.caption.is_empty();
    let format = |keep_next| Format { keep_next, ..Format::of(style::CHART) };
    if let Some(image) = &picture.image {
        let format = Format { before: Space::Twips(ABOVE), ..format(has_words || keep_last) };
        part.paragraph(&format, |part| write_inline(part, image, &picture.words()));
    }
    if has_words {
        let small = Face { size: Some(24), ..Face::default() };
        part.paragraph(&format(keep_last), |part| part.inlines(&picture.caption, small));
    }
}

fn write_inline(part: &mut Part, image: &Image, words: &str) {
    let (width, height) = printed_size(image, part.house.room);
    let (width, height) = ((width * TWIP).to_string(), (height * TWIP).to_string());
    let relation = relation(part.images.place(image));
    let (number, words) = (part.drawing(), clean(words));
    let name = format!("图片{number}");
    let size = [("cx", width.as_str()), ("cy", height.as_str())];
    part.xml.raw("<w:r><w:drawing>");
    part.xml.open("wp:inline", INLINE);
    part.xml.empty("wp:extent", &size);
    part.xml.empty("wp:docPr", &[("id", &number), ("name", &name), ("descr", &words)]);
    part.xml.raw(GRAPHIC);
    part.xml.empty("pic:cNvPr", &[("id", &number), ("name", &name), ("descr", &words)]);
    part.xml.raw("<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>");
    part.xml.empty("a:blip", &[("r:embed", &relation)]);
    part.xml.raw("<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>");
    part.xml.empty("a:ext", &size);
    part.xml.raw("</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>");
    part.xml.raw("</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>");
}

/// The id by which the text names the image at a place of the list.
pub(super) fn relation(place: usize) -> String {
    format!("image{}", place + 1)
}

/// The images of a part, each once however often it is printed.
#[derive(Default)]
pub(super) struct Images {
    list: Vec<Image>,
    /// Where in the list the image with these bytes is: a file that was read once is one in memory.
    places: HashMap<*const u8, usize>,
}

impl Images {
    fn place(&mut self, image: &Image) -> usize {
        *self.places.entry(image.bytes().as_ptr()).or_insert_with(|| {
            self.list.push(image.clone());
            self.list.len() - 1
        })
    }

    /// In the order in which they are first printed.
    pub fn iter(&self) -> impl Iterator<Item = &Image> {
        self.list.iter()
    }
}

const GRAPHIC: &str = concat!(
    r#"<wp:cNvGraphicFramePr/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">"#,
    r#"<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">"#,
    r#"<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>"#,
);
