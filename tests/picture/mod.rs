//! Images told from what only looks like one, by their bytes.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use fazhi::picture::{Album, Fault, Image, Kind, LARGEST, MOST};
use proptest::prelude::*;

/// 160×100.
pub const FLAG: &[u8] = include_bytes!("flag.png");

/// 120×400.
pub const TALL: &[u8] = include_bytes!("tall.jpg");

/// 1500×300: wider than a page.
pub const WIDE: &[u8] = include_bytes!("wide.png");

fn fault(bytes: &[u8]) -> Fault {
    Image::read(bytes).expect_err("no image")
}

/// A chunk of a PNG; nobody asks for its checksum.
fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    [&(data.len() as u32).to_be_bytes(), name.as_slice(), data, &[0; 4]].concat()
}

/// A PNG of these chunks.
fn png(chunks: &[Vec<u8>]) -> Vec<u8> {
    [b"\x89PNG\r\n\x1a\n", chunks.concat().as_slice()].concat()
}

/// The head of a PNG that says it is so large.
fn head(width: u32, height: u32) -> Vec<u8> {
    chunk(b"IHDR", &[&width.to_be_bytes(), &height.to_be_bytes(), [8, 2, 0, 0, 0].as_slice()].concat())
}

/// A segment of a JPEG.
fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
    [&[0xff, marker], (data.len() as u16 + 2).to_be_bytes().as_slice(), data].concat()
}

/// The JPEG with a segment behind its start.
fn with_segment(marker: u8, data: &[u8]) -> Vec<u8> {
    [&TALL[..2], &segment(marker, data), &TALL[2..]].concat()
}

/// Exif in either order of bytes, whose first directory has one entry.
fn exif(is_little: bool, tag: u16, value: u16) -> Vec<u8> {
    let two = |number: u16| if is_little { number.to_le_bytes() } else { number.to_be_bytes() };
    let four = |number: u32| if is_little { number.to_le_bytes() } else { number.to_be_bytes() };
    let order = if is_little { b"II" } else { b"MM" };
    let entry = [two(tag).as_slice(), &two(3), &four(1), &two(value), &two(0)].concat();
    [b"Exif\0\0", order.as_slice(), &two(42), &four(8), &two(1), &entry, &four(0)].concat()
}

#[test]
fn the_format_is_told_by_the_content() {
    let flag = Image::read(FLAG).expect("a PNG");
    assert_eq!((flag.kind(), flag.width(), flag.height()), (Kind::Png, 160, 100));
    let tall = Image::read(TALL).expect("a JPEG");
    assert_eq!((tall.kind(), tall.width(), tall.height()), (Kind::Jpeg, 120, 400));
    for (bytes, format) in [
        (b"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>".as_slice(), Some("SVG")),
        (b"GIF89a", Some("GIF")),
        (b"RIFF\0\0\0\0WEBPVP8 ", Some("WebP")),
        (b"BM....", Some("BMP")),
        (b"II*\0....", Some("TIFF")),
        (b"\0\0\0\x18ftypheic", Some("HEIC")),
        (b"%PDF-1.7", Some("PDF")),
        (b"PK\x03\x04", None),
        (b"\x89PN", None),
        (b"", None),
    ] {
        assert_eq!(fault(bytes), Fault::Format(format), "{bytes:?}");
    }
}

#[test]
fn a_file_cut_off_anywhere_is_none() {
    for whole in [FLAG, TALL] {
        for end in 8..whole.len() {
            assert_eq!(fault(&whole[..end]), Fault::Damaged, "{end} of {} bytes", whole.len());
        }
    }
}

#[test]
fn sizes_are_bounded_by_what_the_head_says() {
    let of = |width, height| Image::read(&png(&[head(width, height), chunk(b"IDAT", b"."), chunk(b"IEND", b"")]));
    assert_eq!(of(10_000, 5_000).map(|image| image.width()), Ok(10_000));
    assert_eq!(of(10_000, 5_001), Err(Fault::TooManyPixels(10_000, 5_001)));
    assert_eq!(of(u32::MAX, u32::MAX), Err(Fault::TooManyPixels(u32::MAX, u32::MAX)));
    assert_eq!(of(0, 5), Err(Fault::Damaged));
    assert_eq!(of(5, 0), Err(Fault::Damaged));
    assert_eq!(fault(&[FLAG, &vec![0; LARGEST]].concat()), Fault::TooLarge);
}

#[test]
fn what_is_missing_or_misplaced_is_damage() {
    let (head, data, end) = (head(2, 2), chunk(b"IDAT", b"."), chunk(b"IEND", b""));
    for chunks in [
        vec![head.clone(), end.clone()],
        vec![data.clone(), head.clone(), end.clone()],
        vec![head.clone(), chunk(b"IDAT", b""), end.clone()],
        vec![chunk(b"IHDR", b"short"), data.clone(), end.clone()],
        vec![head.clone(), data.clone()],
    ] {
        assert_eq!(fault(&png(&chunks)), Fault::Damaged, "{chunks:?}");
    }
    let mut long = png(&[head, data, end]);
    let length = long.len();
    long[length - 12..length - 8].copy_from_slice(&u32::MAX.to_be_bytes());
    assert_eq!(fault(&long), Fault::Damaged);
    // A frame that few programs unpack, a segment shorter than its own length, a start without an image.
    assert_eq!(fault(&with_segment(0xc3, &[8, 0, 4, 0, 4, 1])), Fault::Damaged);
    assert_eq!(fault(b"\xff\xd8\xff\xe0\0\x01\xff\xd9"), Fault::Damaged);
    assert_eq!(fault(b"\xff\xd8\xff\xd9"), Fault::Damaged);
}

#[test]
fn what_only_describes_an_image_is_left_out() {
    let text = chunk(b"tEXt", b"Author\0Li");
    let described = png(&[head(2, 2), text.clone(), chunk(b"IDAT", b"."), chunk(b"IEND", b""), text]);
    let bare = png(&[head(2, 2), chunk(b"IDAT", b"."), chunk(b"IEND", b"")]);
    let (described, bare) = (Image::read(&described).expect("a PNG"), Image::read(&bare).expect("a PNG"));
    assert_eq!(described, bare);
    let plain = Image::read(TALL).expect("a JPEG");
    assert_eq!(**plain.bytes(), *TALL);
    for added in [
        with_segment(0xe1, &exif(true, 0x0112, 1)),
        with_segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>"),
        with_segment(0xe2, b"MPF\0"),
        with_segment(0xfe, b"taken at home"),
        [TALL, b"\0\0\0\x18ftypmp42"].concat(),
    ] {
        assert_eq!(Image::read(&added), Ok(plain.clone()));
    }
    let profile = with_segment(0xe2, b"ICC_PROFILE\0\x01\x01");
    assert_eq!(**Image::read(&profile).expect("a JPEG").bytes(), *profile);
}

#[test]
fn a_photograph_that_lies_is_refused() {
    for is_little in [true, false] {
        assert_eq!(fault(&with_segment(0xe1, &exif(is_little, 0x0112, 6))), Fault::Turned);
        assert!(Image::read(&with_segment(0xe1, &exif(is_little, 0x0112, 0))).is_ok());
        assert!(Image::read(&with_segment(0xe1, &exif(is_little, 0x0110, 6))).is_ok());
    }
    assert!(Image::read(&with_segment(0xe1, b"Exif\0\0MM\0*\xff\xff\xff\xff")).is_ok());
}

#[test]
fn each_file_is_read_once_and_no_more_than_a_report_may_have() {
    static READ: AtomicUsize = AtomicUsize::new(0);
    let asked = std::sync::Arc::new(Mutex::new(Vec::new()));
    let asking = std::sync::Arc::clone(&asked);
    let album = Album::new(move |below| {
        READ.fetch_add(1, Ordering::Relaxed);
        asking.lock().expect("nobody panics").push(below.to_owned());
        match below {
            "无.png" => Err(Fault::Missing),
            name if name.starts_with("大") => {
                let data = vec![0; LARGEST - 200];
                Ok(png(&[head(2, 2), chunk(b"IDAT", &data), chunk(b"IEND", b"")]))
            }
            _ => Ok(FLAG.to_vec()),
        }
    });
    for path in ["图/a.png", "./图//a.png", "图/b/../a.png", "%E5%9B%BE/a.png"] {
        assert_eq!(album.find(path).map(|image| image.width()), Ok(160), "{path}");
    }
    assert_eq!(album.find("无.png"), Err(Fault::Missing));
    assert_eq!(album.find("无.png"), Err(Fault::Missing));
    for path in ["../a.png", "https://www.example.gov.cn/a.png", "/etc/passwd"] {
        assert!(album.find(path).expect_err("elsewhere").is_elsewhere(), "{path}");
    }
    assert_eq!(*asked.lock().expect("nobody panics"), ["图/a.png", "无.png"]);
    let most = MOST / LARGEST;
    for index in 0..most {
        assert!(album.find(&format!("大{index}.png")).is_ok(), "{index}");
    }
    assert_eq!(album.find(&format!("大{most}.png")), Err(Fault::TooMuch));
    let read = READ.load(Ordering::Relaxed);
    assert_eq!(album.find(&format!("大{}.png", most + 1)), Err(Fault::TooMuch));
    assert_eq!(READ.load(Ordering::Relaxed), read, "nothing more is read");
    assert!(album.find("图/a.png").is_ok());
}

#[test]
fn an_album_of_nothing_has_no_picture() {
    assert_eq!(Album::default().find("图.png"), Err(Fault::Missing));
    assert_eq!(Album::default().find("../图.png"), Err(Fault::Outside));
}

proptest! {
    #[test]
    fn no_bytes_are_too_much_for_it(
        bytes in prop::collection::vec(any::<u8>(), 0..400),
        start in prop::sample::select(vec![&FLAG[..8], &FLAG[..33], &TALL[..2], &TALL[..20], b"".as_slice()]),
    ) {
        let _ = Image::read(&[start, &bytes].concat());
    }

    #[test]
    fn what_is_kept_is_an_image_of_the_same_size(
        whole in prop::sample::select(vec![FLAG, TALL]),
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
    ) {
        let mut changed = whole.to_vec();
        changed[at.index(whole.len())] = byte;
        if let Ok(image) = Image::read(&changed) {
            prop_assert_eq!(Image::read(image.bytes()), Ok(image.clone()));
        }
    }
}
