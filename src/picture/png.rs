//! PNG: chunks, each with its length, up to the one that ends the file.

use super::{Fault, Walked, number};

/// What every file begins with.
pub(super) const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// What is kept: the image, its colours and its size on paper. Texts, days, positions and the frames of a moving image
/// are not.
const KEPT: &[&[u8]] = &[
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"bKGD", b"pHYs",
];

/// Goes through the chunks of a file.
///
/// # Errors
/// [`Fault::Damaged`] where one is cut off or the image is missing.
pub(super) fn walk(bytes: &[u8]) -> Result<Walked, Fault> {
    let mut kept = Vec::with_capacity(bytes.len());
    kept.extend_from_slice(SIGNATURE);
    let (mut at, mut size, mut has_image) = (SIGNATURE.len(), None, false);
    loop {
        let length = number::<4>(bytes, at)? as usize;
        // Length and name before, a checksum behind.
        let chunk = bytes.get(at..at.saturating_add(length).saturating_add(12)).ok_or(Fault::Damaged)?;
        let name = &chunk[4..8];
        if size.is_none() {
            if name != b"IHDR" || length != 13 {
                return Err(Fault::Damaged);
            }
            size = Some((number::<4>(chunk, 8)?, number::<4>(chunk, 12)?));
        }
        has_image |= name == b"IDAT" && length > 0;
        if KEPT.contains(&name) {
            kept.extend_from_slice(chunk);
        }
        at += chunk.len();
        if name == b"IEND" {
            break;
        }
    }
    let (width, height) = size.filter(|_| has_image).ok_or(Fault::Damaged)?;
    Ok(Walked { kept, width, height })
}
