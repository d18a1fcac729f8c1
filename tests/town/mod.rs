//! Throwaway projects, the program in them, and what it said: the one that every test of the program builds on.
//!
//! What a test needs besides, such as a repository or a served page, it adds itself in an `impl Town` of its own.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// A document with two numerals, in a sentence each.
pub(crate) const ATTACK: &str = "هجوم في الحسكة\n\nقُتل 17 شخصاً في الهجوم. وأصيب 24 آخرون.\n";
/// A document with three numerals, in two paragraphs.
pub(crate) const NEWS: &str = "أصيب 17 شخصاً في 3 غارات\n\nوقال إن 5 منازل تضررت.\n";

/// The configuration of a project whose test is about the harness: two kinds, so that one more word that is read as
/// something else changes no test of it.
pub(crate) const KINDS: &str = "kinds = [\"numeral\", \"time\"]\n";

/// How long a run may take, on a machine that has much else to do: one that hangs fails its test.
const LIMIT: Duration = Duration::from_mins(2);
/// What of the machine a run does not see: in which repository and in which CI the tests run themselves.
const UNSEEN: [&str; 8] = [
    "GIT_DIR",
    "GIT_INDEX_FILE",
    "GIT_PREFIX",
    "GIT_WORK_TREE",
    "GITHUB_REPOSITORY",
    "GITHUB_SERVER_URL",
    "GITHUB_SHA",
    "GITHUB_WORKSPACE",
];

/// A folder that is gone when the test ends.
pub(crate) struct Town {
    root: TempDir,
}

/// What a run said and how it exited.
pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Town {
    /// A folder that holds nothing.
    pub(crate) fn empty() -> Self {
        Self { root: TempDir::new().expect("a temporary folder can be made") }
    }

    /// A project with these files; where no configuration is among them, it names two kinds.
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        let town = Self::empty();
        town.write("tahqiq.toml", KINDS);
        for (path, content) in files {
            town.write(path, content);
        }
        town
    }

    /// The same, with everything accepted.
    pub(crate) fn accepted(files: &[(&str, &str)]) -> Self {
        let town = Self::new(files);
        town.run(&["check", "--quiet"]).exits(3);
        town.run(&["accept", "--all"]).exits(0);
        town
    }

    /// Makes an accepted snapshot say what the document does not.
    pub(crate) fn spoil(&self, name: &str, old: &str, new: &str) {
        let path = format!("snapshots/{name}.txt.snap");
        self.write(&path, self.read(&path).replace(old, new));
    }

    /// Takes the fact that quotes `text` out of an accepted snapshot.
    pub(crate) fn forget(&self, name: &str, text: &str) {
        let path = format!("snapshots/{name}.txt.snap");
        let quoted = format!("\"text\":\"{text}\"");
        let all = self.read(&path);
        let kept: Vec<_> = all.lines().filter(|line| !line.contains(&quoted)).collect();
        self.write(&path, kept.join("\n") + "\n");
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root.path().join(path)
    }

    pub(crate) fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a folder can be made");
        fs::write(path, content).expect("a file can be written");
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    }

    /// Moves a file, to a folder that need not be there yet.
    pub(crate) fn rename(&self, from: &str, to: &str) {
        let to = self.path(to);
        fs::create_dir_all(to.parent().expect("a file is in a folder")).expect("a folder can be made");
        fs::rename(self.path(from), to).unwrap_or_else(|error| panic!("{from}: {error}"));
    }

    /// Every file, with its content.
    pub(crate) fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        files(self.root.path())
    }

    /// Every file below the snapshots' folder, with its content.
    pub(crate) fn snapshots(&self) -> Vec<(PathBuf, Vec<u8>)> {
        files(&self.path("snapshots"))
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Said {
        ended(self.command(arguments).spawn().expect("the program starts"))
    }

    /// The same with something on its standard input.
    pub(crate) fn run_with(&self, arguments: &[&str], input: &[u8]) -> Said {
        let mut child = self.command(arguments).stdin(Stdio::piped()).spawn().expect("the program starts");
        let mut stdin = child.stdin.take().expect("standard input is a pipe");
        let input = input.to_owned();
        std::thread::spawn(move || drop(stdin.write_all(&input)));
        ended(child)
    }

    /// The program, in this folder.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        self.command_of(env!("CARGO_BIN_EXE_tahqiq"), arguments)
    }

    /// Any program in this folder, which sees no repository but one in here, no settings of its user, and no CI.
    pub(crate) fn command_of(&self, program: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.args(arguments).current_dir(self.root.path());
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        for name in UNSEEN {
            command.env_remove(name);
        }
        let above = self.root.path().parent().expect("it is in a folder");
        command.env("GIT_CEILING_DIRECTORIES", above).env("GIT_CONFIG_GLOBAL", self.path("no-such-file"));
        command
    }
}

fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let walk = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter();
    let files = walk.filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    files.map(|file| (file.path().to_owned(), fs::read(file.path()).expect("it can be read"))).collect()
}

/// What a program said, once it has ended.
fn ended(mut child: Child) -> Said {
    let said =
        [text(child.stdout.take().expect("it is a pipe")), text(child.stderr.take().expect("it is a pipe"))];
    let until = Instant::now() + LIMIT;
    let [stdout, stderr] = said.map(|pipe| {
        pipe.recv_timeout(until.saturating_duration_since(Instant::now())).unwrap_or_else(|_| {
            let _ = child.kill();
            panic!("it did not end in {LIMIT:?}")
        })
    });
    Output { status: child.wait().expect("it ends"), stdout, stderr }.into()
}

/// All that is written into a pipe, once it is closed.
fn text(mut pipe: impl Read + Send + 'static) -> Receiver<Vec<u8>> {
    let (say, hear) = channel();
    std::thread::spawn(move || {
        let mut text = Vec::new();
        pipe.read_to_end(&mut text).map(|_| say.send(text))
    });
    hear
}

impl From<Output> for Said {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().expect("the program exits by itself"),
            out: String::from_utf8(output.stdout).expect("what it says is text"),
            err: String::from_utf8(output.stderr).expect("what it says is text"),
        }
    }
}

impl Said {
    #[track_caller]
    pub(crate) fn exits(self, code: i32) -> Self {
        assert_eq!(self.code, code, "exit code\n--- out\n{}--- err\n{}", self.out, self.err);
        self
    }

    #[track_caller]
    pub(crate) fn says(self, part: &str) -> Self {
        assert!(self.out.contains(part), "`{part}` is not in\n{}--- err\n{}", self.out, self.err);
        self
    }

    #[track_caller]
    pub(crate) fn says_not(self, part: &str) -> Self {
        assert!(!self.out.contains(part), "`{part}` is in\n{}", self.out);
        self
    }

    /// One line on standard error that holds `part`.
    #[track_caller]
    pub(crate) fn complains(self, part: &str) -> Self {
        assert!(self.err.contains(part), "`{part}` is not in\n{}", self.err);
        assert_eq!(self.err.lines().count(), 1, "more than a line:\n{}", self.err);
        self
    }

    #[track_caller]
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}\n{}", self.out))
    }
}
