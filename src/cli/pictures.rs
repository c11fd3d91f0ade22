//! The files of pictures: regular ones in the report's folder or below it, whatever links lead where.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use crate::picture::{Fault, LARGEST};

/// The bytes of the file at `below`, a path without `..`, in the report's folder.
///
/// # Errors
/// It is no such file, or cannot be read.
pub fn read(folder: &Path, below: &str) -> Result<Vec<u8>, Fault> {
    let folder = fs::canonicalize(folder).map_err(|error| of(&error))?;
    let path = fs::canonicalize(folder.join(below)).map_err(|error| of(&error))?;
    if !path.starts_with(&folder) {
        return Err(Fault::Outside);
    }
    // Before it is opened: a pipe waits for someone to write to it.
    let is_file = |data: io::Result<fs::Metadata>| data.map_err(|error| of(&error)).map(|data| data.is_file());
    if !is_file(fs::metadata(&path))? {
        return Err(Fault::NotAFile);
    }
    let file = File::open(&path).map_err(|error| of(&error))?;
    if !is_file(file.metadata())? {
        return Err(Fault::NotAFile);
    }
    let mut bytes = Vec::new();
    file.take(LARGEST as u64 + 1).read_to_end(&mut bytes).map_err(|error| of(&error))?;
    Ok(bytes)
}

fn of(error: &io::Error) -> Fault {
    match error.kind() {
        // `图.png/图.png`, or a name no system has.
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory | io::ErrorKind::InvalidFilename => Fault::Missing,
        _ => Fault::Unreadable,
    }
}
