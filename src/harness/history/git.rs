//! Git, through its own program: what stood in a folder at a revision.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::error::{Error, Result, Trouble};

/// The repository that a folder lies in.
pub(super) struct Repository {
    folder: PathBuf,
}

/// A file of a revision: its path below the folder that was asked for, and the name of its content.
pub(super) type Blob = (PathBuf, String);

impl Repository {
    /// The repository that `folder` lies in.
    ///
    /// # Errors
    /// No git, or no repository.
    pub(super) fn around(folder: &Path) -> Result<Self> {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let repository = Self { folder: folder.to_owned() };
        let output = repository.run(&["rev-parse", "--git-dir"])?;
        match said(&output) {
            _ if output.status.success() => Ok(repository),
            said if said.contains("not a git repository") => {
                Err(Error::new(Trouble::Usage, "the project is not in a git repository").advise(
                    "`tahqiq diff` compares with what was committed; `tahqiq check` needs no repository",
                ))
            }
            said => Err(Error::new(Trouble::Usage, format!("git: {said}"))),
        }
    }

    /// The commit that `revision` names.
    ///
    /// # Errors
    /// A name that no commit has.
    pub(super) fn commit(&self, revision: &str) -> Result<String> {
        let unknown = || {
            Error::new(Trouble::Usage, format!("git knows no revision `{revision}`"))
                .advise("name a branch, tag or commit; a shallow clone has to fetch it first")
        };
        if revision.is_empty() || revision.starts_with('-') {
            return Err(unknown());
        }
        let output = self.run(&["rev-parse", "--verify", "--quiet", &format!("{revision}^{{commit}}")])?;
        if output.status.success() { Ok(line(&output.stdout)) } else { Err(unknown()) }
    }

    /// The commit at which two parted.
    ///
    /// # Errors
    /// Two commits that have nothing in common.
    pub(super) fn fork(&self, one: &str, other: &str) -> Result<String> {
        let output = self.run(&["merge-base", one, other])?;
        if output.status.success() {
            return Ok(line(&output.stdout));
        }
        Err(Error::new(Trouble::Usage, "git finds no commit that the two revisions have in common")
            .advise("a shallow clone has to fetch more; or compare them with `..`"))
    }

    /// The files below `folder`, which is taken from the repository's, at `commit`; none where it was not there.
    ///
    /// # Errors
    /// A git that does not answer.
    pub(super) fn files(&self, commit: &str, folder: &Path) -> Result<Vec<Blob>> {
        if folder.is_absolute() {
            return Err(Error::new(Trouble::Usage, "the folder of snapshots is an absolute path").at(folder).advise(
                "git knows paths from its own folder: name it from the folder of tahqiq.toml: snapshots = \"…\"",
            ));
        }
        let folder = folder.to_string_lossy().replace('\\', "/");
        let tree = self.run(&["rev-parse", "--verify", "--quiet", &format!("{commit}:./{folder}")])?;
        if !tree.status.success() {
            return Ok(Vec::new());
        }
        let output = self.run(&["ls-tree", "-r", "-z", "--full-tree", &line(&tree.stdout)])?;
        if !output.status.success() {
            return Err(Error::new(Trouble::Disk, format!("git ls-tree: {}", said(&output))));
        }
        Ok(output.stdout.split(|byte| *byte == 0).filter_map(entry).collect())
    }

    /// Calls `each` with the content of every one of `blobs`, in order, and its number among them. One process reads
    /// them all; no more than one is held.
    ///
    /// # Errors
    /// A content that git does not have, or a git that stops.
    pub(super) fn contents(&self, blobs: &[&str], mut each: impl FnMut(usize, Vec<u8>)) -> Result<()> {
        if blobs.is_empty() {
            return Ok(());
        }
        let broken = |error: std::io::Error| Error::new(Trouble::Disk, format!("git cat-file: {error}"));
        let mut command = self.command(&["cat-file", "--batch"]);
        let mut child = command
            .stdin(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| not_started(&error))?;
        let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
        let read = std::thread::scope(|scope| {
            scope.spawn(move || ask(stdin, blobs));
            let mut answers = BufReader::with_capacity(1 << 16, stdout.expect("it is a pipe"));
            blobs.iter().enumerate().try_for_each(|(at, blob)| {
                each(at, answer(&mut answers, blob)?);
                Ok(())
            })
        });
        child.wait().map_err(broken)?;
        read.map_err(broken)
    }

    fn run(&self, arguments: &[&str]) -> Result<Output> {
        self.command(arguments)
            .stdin(Stdio::null())
            .stderr(Stdio::piped())
            .output()
            .map_err(|error| not_started(&error))
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("git");
        command.args(arguments).current_dir(&self.folder).env("LC_ALL", "C").stdout(Stdio::piped());
        command
    }
}

fn not_started(error: &std::io::Error) -> Error {
    let what = match error.kind() {
        std::io::ErrorKind::NotFound => "git is not installed, or not on the search path".to_owned(),
        _ => format!("git cannot be started: {error}"),
    };
    Error::new(Trouble::Usage, what).advise("`tahqiq diff` reads old snapshots with it")
}

/// Asks for one content after the other. An end of git's shows in what is read.
fn ask(stdin: Option<std::process::ChildStdin>, blobs: &[&str]) {
    let mut questions = std::io::BufWriter::new(stdin.expect("it is a pipe"));
    let _ = blobs.iter().try_for_each(|blob| writeln!(questions, "{blob}"));
}

/// `<name> blob <length>`, the content, a line feed.
fn answer(answers: &mut impl BufRead, blob: &str) -> std::io::Result<Vec<u8>> {
    let mut head = String::new();
    answers.read_line(&mut head)?;
    let length = head.trim_end().rsplit_once("blob ").and_then(|(_, length)| length.parse().ok());
    let gone = || std::io::Error::other(format!("{blob} is not in the repository"));
    let mut content = vec![0; length.ok_or_else(gone)?];
    answers.read_exact(&mut content)?;
    answers.read_exact(&mut [0])?;
    Ok(content)
}

/// `<mode> blob <name>\t<path>`; links are no files.
fn entry(entry: &[u8]) -> Option<Blob> {
    let tab = entry.iter().position(|byte| *byte == b'\t')?;
    let head = std::str::from_utf8(&entry[..tab]).ok()?;
    let name = head.strip_prefix("100").and_then(|head| head.split_once(" blob "))?.1;
    Some((path(&entry[tab + 1..]), name.to_owned()))
}

#[cfg(unix)]
fn path(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    std::ffi::OsStr::from_bytes(bytes).into()
}

#[cfg(not(unix))]
fn path(bytes: &[u8]) -> PathBuf {
    String::from_utf8_lossy(bytes).into_owned().into()
}

/// The first line of what went wrong, in git's words.
fn said(output: &Output) -> String {
    line(&output.stderr).trim_start_matches("fatal: ").to_owned()
}

fn line(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).lines().next().unwrap_or_default().to_owned()
}
