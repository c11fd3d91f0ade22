//! `--fix`: slips that cannot change the meaning, mended in the file.

use std::path::Path;

use super::run::Run;
use crate::cli::files;
use crate::diagnostic::{Edit, Findings};
use crate::encoding::Encoding;
use crate::message;
use crate::message::Message;
use crate::project::Project;
use crate::source::SourceFile;
use crate::yaml::edit::{self, Change};

/// How often findings are looked for again: a fix may uncover another.
const ROUNDS: usize = 10;

impl Run<'_> {
    /// Applies the fixes until none is left, writes the file once and lists what was changed: the file as it is then,
    /// and its findings.
    ///
    /// # Errors
    /// The file cannot be written: it is standard input, or in an encoding other than UTF-8.
    pub(super) fn mend(
        &self,
        path: &Path,
        mut project: Project,
        mut findings: Findings,
    ) -> Result<(Project, Findings), Message> {
        if project.reading.is_published {
            self.screen.say(&message!("cli.fix-published", path = files::name(path)));
            return Ok((project, findings));
        }
        let (mut made, mut changes) = (0, Vec::new());
        let encoding = project.source.encoding();
        for _ in 0..ROUNDS {
            let edits: Vec<&Edit> = findings.iter().flat_map(|finding| &finding.fix).collect();
            let edited = edit::apply(project.source.text(), edits);
            if edited.made == 0 {
                break;
            }
            made += edited.made;
            changes.extend(edited.changes(project.source.text()));
            let source = SourceFile::new(project.source.name(), edited.text);
            project = self.folders.reopen(source, path, self.screen)?;
            findings = project.check(&self.request.selection, self.request.today);
        }
        if made > 0 {
            if path == Path::new("-") {
                return Err(message!("cli.fix-stdin"));
            }
            if !encoding.is_utf8() {
                return Err(message!("cli.fix-encoding", path = files::name(path)));
            }
            let mark = if encoding == Encoding::Utf8WithMark { "\u{feff}" } else { "" };
            files::write(path, [mark, project.source.text()].concat().as_bytes())?;
            self.tell(path, made, changes);
        }
        Ok((project, findings))
    }

    /// Lists the changes of a file, at once: files are worked on side by side.
    fn tell(&self, path: &Path, made: usize, changes: Vec<Change>) {
        let lang = self.screen.lang();
        let line = |message: Message| message.text(lang) + "\n";
        let told = changes.into_iter().map(|Change { line: at, before, after }| {
            line(message!("cli.change", path = files::name(path), line = at, before = before, after = after))
        });
        let all = std::iter::once(line(message!("cli.fixed", path = files::name(path), count = made))).chain(told);
        self.screen.note(&all.collect::<String>());
    }
}
