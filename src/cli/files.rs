//! Files in and out: read with bounds, written whole or not at all.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf, is_separator};

use crate::message;
use crate::message::Message;
use crate::source::SourceFile;

/// The largest input that is read. A report is some 30 KB; its figures make it 100 KB.
const LARGEST: u64 = 16 * 1024 * 1024;

/// Reads an input; `-` is standard input.
///
/// # Errors
/// A sentence that names the file and says what to do.
pub fn read(path: &Path) -> Result<SourceFile, Message> {
    let bytes = read_bytes(path)?;
    SourceFile::from_bytes(name(path), &bytes).map_err(|what| message!("cli.file.of", path = name(path), what = what))
}

/// Reads the bytes of an input; `-` is standard input.
///
/// # Errors
/// A sentence that names the file and says what to do.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, Message> {
    if path == Path::new("-") {
        return bounded(io::stdin().lock(), 0, path);
    }
    let opened = File::open(path).and_then(|file| Ok((file.metadata()?, file)));
    // A directory opens on some systems and fails only when read.
    if opened.as_ref().map_or_else(|_| path.is_dir(), |(data, _)| data.is_dir()) {
        return Err(message!("cli.file.directory", path = name(path)));
    }
    let (data, file) = opened.map_err(|error| reading_failed(path, &error))?;
    bounded(file, data.len(), path)
}

/// Reads what is said to be so long, and may be longer.
fn bounded(reader: impl Read, length: u64, path: &Path) -> Result<Vec<u8>, Message> {
    // One more than there is: the end is seen without another look.
    let mut bytes = Vec::with_capacity(length.min(LARGEST) as usize + 1);
    reader.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| reading_failed(path, &error))?;
    if bytes.len() as u64 > LARGEST {
        return Err(message!("cli.file.too-large", path = name(path), limit = LARGEST / 1024 / 1024));
    }
    Ok(bytes)
}

fn reading_failed(path: &Path, error: &io::Error) -> Message {
    match error.kind() {
        _ if ["http://", "https://"].iter().any(|scheme| name(path).starts_with(scheme)) => {
            message!("cli.file.address", path = name(path))
        }
        io::ErrorKind::NotFound => message!("cli.file.not-found", path = name(path)),
        io::ErrorKind::PermissionDenied => message!("cli.file.no-permission", path = name(path)),
        _ => message!("cli.file.unreadable", path = name(path), error = error.to_string()),
    }
}

/// Writes a file whole or not at all, over what stood there.
///
/// # Errors
/// A sentence that names the file; nothing was changed.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Message> {
    if name(path).ends_with(is_separator) {
        return Err(message!("cli.file.is-directory", path = name(path)));
    }
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    // Of many files only the first finds no folder.
    match replace(path, folder, bytes) {
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {}
        done => return done.map_err(|error| writing_failed(path, &error)),
    }
    if let Some(file) = folder.ancestors().find(|ancestor| ancestor.is_file()) {
        return Err(message!("cli.file.not-a-folder", path = name(path), file = name(file)));
    }
    fs::create_dir_all(folder).and_then(|()| replace(path, folder, bytes)).map_err(|error| writing_failed(path, &error))
}

/// Writes a file a person will go on with: never over one that is there, unless `force`.
///
/// # Errors
/// A sentence that names the file; nothing was changed.
pub fn write_new(path: &Path, bytes: &[u8], force: bool) -> Result<(), Message> {
    // A folder has its own refusal, and into a pipe or a device nothing is lost.
    let stands = path.symlink_metadata().is_ok() && fs::metadata(path).map_or(true, |data| data.is_file());
    if stands && !force {
        return Err(message!("cli.file.kept", path = name(path)));
    }
    write(path, bytes)
}

/// Puts a file in the place of what stands there. A link stays and its file is replaced; a pipe or a device
/// (`/dev/null`) is written to.
fn replace(path: &Path, folder: &Path, bytes: &[u8]) -> io::Result<()> {
    let replaced = fs::symlink_metadata(path).ok();
    match replaced.as_ref().map(fs::Metadata::file_type) {
        Some(kind) if kind.is_dir() => return Err(io::Error::from(io::ErrorKind::IsADirectory)),
        Some(kind) if kind.is_symlink() => {
            if let Ok(target) = path.canonicalize() {
                let folder = target.parent().unwrap_or(folder).to_path_buf();
                return replace(&target, &folder, bytes);
            }
        }
        Some(kind) if !kind.is_file() => return fs::write(path, bytes),
        _ => {}
    }
    let mut file = builder(replaced.filter(fs::Metadata::is_file)).tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.flush()?;
    file.persist(path).map(drop).map_err(|error| error.error)
}

/// A temporary file with the permissions a new or the replaced file has; the crate's own default is private.
fn builder(replaced: Option<fs::Metadata>) -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".fazhi-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let permissions = replaced.map_or_else(|| fs::Permissions::from_mode(0o666), |data| data.permissions());
        builder.permissions(permissions);
    }
    #[cfg(not(unix))]
    let _ = replaced;
    builder
}

fn writing_failed(path: &Path, error: &io::Error) -> Message {
    match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            message!("cli.file.not-writable", path = name(path))
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => message!("cli.file.disk-full", path = name(path)),
        io::ErrorKind::IsADirectory => message!("cli.file.is-directory", path = name(path)),
        _ => message!("cli.file.unwritable", path = name(path), error = error.to_string()),
    }
}

/// A path as it is shown.
pub fn name(path: &Path) -> String {
    path.display().to_string()
}

/// The path in one form, so that two spellings of one file compare equal. The file need not exist.
pub fn canonical(path: &Path) -> PathBuf {
    if let Ok(canonical) = path.canonicalize() {
        return canonical;
    }
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match (folder.canonicalize(), path.file_name()) {
        (Ok(folder), Some(file)) => folder.join(file),
        _ => std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf()),
    }
}
