//! The pictures beside a report, each file read once.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use super::{Fault, Image, MOST, path};

/// The way to the bytes of a file below the report's folder.
type Reader = Box<dyn Fn(&str) -> Result<Vec<u8>, Fault> + Send + Sync>;

/// The pictures beside a report; none where nobody says how they are read.
#[derive(Clone, Default)]
pub struct Album(Option<Arc<Pages>>);

struct Pages {
    read: Reader,
    known: Mutex<Known>,
}

/// What was read.
#[derive(Default)]
struct Known {
    /// By the path below the folder.
    images: HashMap<String, Result<Image, Fault>>,
    /// How many bytes they have.
    held: usize,
}

impl Album {
    /// The pictures whose files `read` yields, by their path below the report's folder: it answers for links that lead
    /// out of it, and reads no more than [`LARGEST`](super::LARGEST) and one byte.
    pub fn new(read: impl Fn(&str) -> Result<Vec<u8>, Fault> + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(Pages { read: Box::new(read), known: Mutex::default() })))
    }

    /// The image at a path as typed.
    ///
    /// # Errors
    /// Why it is not printed.
    pub fn find(&self, typed: &str) -> Result<Image, Fault> {
        let below = path::below(typed)?;
        let Some(pages) = &self.0 else { return Err(Fault::Missing) };
        let mut known = pages.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = known.images.get(&below) {
            return known.clone();
        }
        // However many a report names, no more are held.
        if known.held > MOST {
            return Err(Fault::TooMuch);
        }
        let read = (pages.read)(&below).and_then(|bytes| Image::read(&bytes));
        known.held += read.as_ref().map_or(0, |image| image.bytes().len());
        let read = if known.held > MOST { read.and(Err(Fault::TooMuch)) } else { read };
        known.images.insert(below, read.clone());
        read
    }
}

impl fmt::Debug for Album {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(if self.0.is_some() { "Album" } else { "Album of nothing" })
    }
}
