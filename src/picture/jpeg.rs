//! JPEG: segments, each with its marker, and the coded image between them.

use super::{Fault, Walked, number};

/// What every file begins with: the marker of its start, and the first byte of the next.
pub(super) const SIGNATURE: &[u8] = b"\xff\xd8\xff";

/// Markers, by their second byte.
const END: u8 = 0xd9;
const SCAN: u8 = 0xda;
const EXIF: u8 = 0xe1;
/// Frames that every program unpacks: baseline, extended, progressive. The others up to 0xcf are rare, but for three
/// that are no frames.
const FRAMES: std::ops::RangeInclusive<u8> = 0xc0..=0xc2;
const OTHER_FRAMES: std::ops::RangeInclusive<u8> = 0xc3..=0xcf;
const NO_FRAMES: [u8; 3] = [0xc4, 0xc8, 0xcc];

/// Goes through the segments of a file.
///
/// # Errors
/// [`Fault::Damaged`] where it is cut off, [`Fault::Turned`] where it is not stored upright.
pub(super) fn walk(bytes: &[u8]) -> Result<Walked, Fault> {
    let mut kept = Vec::with_capacity(bytes.len());
    kept.extend_from_slice(&SIGNATURE[..2]);
    let (mut at, mut size, mut has_image) = (2, None, false);
    loop {
        let marker = marker(bytes, &mut at)?;
        if marker == END {
            kept.extend_from_slice(&[0xff, END]);
            break;
        }
        let length = number::<2>(bytes, at)? as usize;
        let segment = bytes.get(at..at + length).filter(|_| length >= 2).ok_or(Fault::Damaged)?;
        at += length;
        match marker {
            _ if FRAMES.contains(&marker) => {
                size = size.or(Some((number::<2>(segment, 5)?, number::<2>(segment, 3)?)));
            }
            _ if OTHER_FRAMES.contains(&marker) && !NO_FRAMES.contains(&marker) => return Err(Fault::Damaged),
            EXIF if is_turned(segment) => return Err(Fault::Turned),
            _ => {}
        }
        if is_kept(marker, segment) {
            kept.extend_from_slice(&[0xff, marker]);
            kept.extend_from_slice(segment);
        }
        if marker == SCAN {
            let end = at + coded(&bytes[at..])?;
            has_image = true;
            kept.extend_from_slice(&bytes[at..end]);
            at = end;
        }
    }
    let (width, height) = size.filter(|_| has_image).ok_or(Fault::Damaged)?;
    Ok(Walked { kept, width, height })
}

/// The next marker, which any number of 0xff may stand before; `at` goes behind it.
fn marker(bytes: &[u8], at: &mut usize) -> Result<u8, Fault> {
    if bytes.get(*at) != Some(&0xff) {
        return Err(Fault::Damaged);
    }
    let fill = bytes[*at..].iter().take_while(|byte| **byte == 0xff).count();
    let marker = *bytes.get(*at + fill).ok_or(Fault::Damaged)?;
    *at += fill + 1;
    Ok(marker)
}

/// How long the coded image is: up to a marker that is neither one of its own nor a 0xff of its data.
fn coded(bytes: &[u8]) -> Result<usize, Fault> {
    let is_end = |pair: &[u8]| pair[0] == 0xff && !matches!(pair[1], 0x00 | 0xd0..=0xd7 | 0xff);
    bytes.windows(2).position(is_end).ok_or(Fault::Damaged)
}

/// Whether a segment belongs to the image: of what programs add, the colours only.
fn is_kept(marker: u8, segment: &[u8]) -> bool {
    match marker {
        0xe0 | 0xee => true,
        0xe2 => segment[2..].starts_with(b"ICC_PROFILE\0"),
        0xe1..=0xef | 0xfe => false,
        _ => true,
    }
}

/// Whether Exif says that the image must be turned or mirrored to be seen upright: its first directory has the tag
/// 0x0112 with another value than 1.
fn is_turned(segment: &[u8]) -> bool {
    let Some(tiff) = segment[2..].strip_prefix(b"Exif\0\0") else { return false };
    let is_little = tiff.starts_with(b"II");
    let read = |at: usize, length: usize| -> Option<usize> {
        let digits = tiff.get(at..at.checked_add(length)?)?;
        let add = |number: usize, byte: &u8| number << 8 | usize::from(*byte);
        Some(if is_little { digits.iter().rev().fold(0, add) } else { digits.iter().fold(0, add) })
    };
    let orientation = || {
        let directory = read(4, 4)?;
        let count = read(directory, 2)?;
        let entry = (0..count).map(|index| directory + 2 + 12 * index).find(|&at| read(at, 2) == Some(0x0112))?;
        read(entry + 8, 2)
    };
    orientation().is_some_and(|orientation| (2..=8).contains(&orientation))
}
