//! A folder of its own, the program run in it, and everything it did compared: standard output, standard error, exit
//! code.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// One run of the program in an empty folder.
pub struct Fazhi {
    folder: TempDir,
    arguments: Vec<String>,
    variables: Vec<(String, String)>,
    input: Vec<u8>,
}

impl Fazhi {
    /// In an empty folder, in English unless told otherwise, as of a fixed day.
    pub fn new() -> Self {
        let folder = TempDir::new().expect("a temporary folder can be made");
        Self { folder, arguments: Vec::new(), variables: vec![("FAZHI_LANG".into(), "en".into())], input: Vec::new() }
    }

    /// With a file.
    pub fn write(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("folders can be made");
        std::fs::write(path, content).expect("files can be written");
        self
    }

    /// With arguments.
    pub fn args<'a>(mut self, arguments: impl IntoIterator<Item = &'a str>) -> Self {
        self.arguments = arguments.into_iter().map(str::to_owned).collect();
        self
    }

    /// With an environment variable.
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.into(), value.into()));
        self
    }

    /// With a text on standard input.
    pub fn stdin(mut self, input: impl AsRef<[u8]>) -> Self {
        self.input = input.as_ref().to_vec();
        self
    }

    /// Runs the program.
    pub fn run(self) -> Ran {
        let output = assert_cmd::Command::from_std(self.command()).write_stdin(self.input.clone()).output();
        Ran { output: output.expect("the program starts"), folder: self.folder }
    }

    /// The command, for tests that want to run it their own way.
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fazhi"));
        command.current_dir(self.folder.path()).args(&self.arguments).env_remove("LC_ALL").env("LANG", "C");
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        command
    }

    /// A path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

/// What a run did.
pub struct Ran {
    output: Output,
    folder: TempDir,
}

impl Ran {
    /// The exit code is `code`.
    #[track_caller]
    pub fn code(self, code: i32) -> Self {
        assert_eq!(self.output.status.code(), Some(code), "stdout:\n{}\nstderr:\n{}", self.out(), self.err());
        self
    }

    /// Standard output is `text`, all of it.
    #[track_caller]
    pub fn stdout(self, text: &str) -> Self {
        similar_asserts(&self.out(), text, "standard output");
        self
    }

    /// Standard error is `text`, all of it.
    #[track_caller]
    pub fn stderr(self, text: &str) -> Self {
        similar_asserts(&self.err(), text, "standard error");
        self
    }

    /// The exit code.
    pub fn status(&self) -> i32 {
        self.output.status.code().expect("the program was not killed")
    }

    /// Nothing of use went to standard output: at most a line that counts.
    #[track_caller]
    pub fn stdout_is_short(self) -> Self {
        assert!(self.out().lines().count() <= 1, "{}", self.out());
        self
    }

    /// The next run in the same folder.
    pub fn again(self) -> Fazhi {
        Fazhi { folder: self.folder, ..Fazhi::new() }
    }

    /// Standard output as text.
    pub fn out(&self) -> String {
        String::from_utf8_lossy(&self.output.stdout).into_owned()
    }

    /// Standard error as text.
    pub fn err(&self) -> String {
        String::from_utf8_lossy(&self.output.stderr).into_owned()
    }

    /// A file the run left, as text.
    #[track_caller]
    pub fn file(&self, name: &str) -> String {
        std::fs::read_to_string(self.folder.path().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// A file the run left, as bytes.
    #[track_caller]
    pub fn bytes(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.folder.path().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// The folder's files with their folders, sorted.
    pub fn files(&self) -> Vec<String> {
        let mut names = Vec::new();
        collect(self.folder.path(), self.folder.path(), &mut names);
        names.sort();
        names
    }
}

fn collect(root: &Path, folder: &Path, names: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(root, &path, names);
        } else if let Ok(name) = path.strip_prefix(root) {
            names.push(name.to_string_lossy().replace('\\', "/"));
        }
    }
}

#[track_caller]
fn similar_asserts(found: &str, expected: &str, what: &str) {
    assert!(found == expected, "{what} differs\n--- found\n{found}\n--- expected\n{expected}");
}

/// A path in this project.
pub fn project(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The report files in `examples/`, sorted.
pub fn examples() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(project("examples")).expect("there are examples");
    let mut paths: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        .collect();
    paths.sort();
    assert!(paths.len() >= 5, "there are five examples");
    paths
}

/// Compares with a golden file; `UPDATE=1` writes it instead.
#[track_caller]
pub fn golden(name: &str, found: impl AsRef<[u8]>) {
    let (path, found) = (project("tests/golden").join(name), found.as_ref());
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(path.parent().expect("a golden file is in a folder")).expect("folders can be made");
        std::fs::write(&path, found).expect("golden files can be written");
        return;
    }
    let expected = std::fs::read(&path).unwrap_or_default();
    assert!(
        expected == found,
        "{} differs; read it, then UPDATE=1 cargo test\n--- found\n{}",
        path.display(),
        String::from_utf8_lossy(found)
    );
}
