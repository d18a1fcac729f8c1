//! Throwaway projects, the program, and what it said.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A document with two numerals, in a sentence each.
pub(crate) const ATTACK: &str = "هجوم في الحسكة\n\nقُتل 17 شخصاً في الهجوم. وأصيب 24 آخرون.\n";

/// A project that is gone when the test ends.
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
    /// A project whose documents of these names all say the same, accepted.
    pub(crate) fn accepted(names: &[&str]) -> Self {
        let town = Self { root: TempDir::new().expect("a temporary folder can be made") };
        town.write("tahqiq.toml", "");
        for name in names {
            town.write(&format!("corpus/{name}.txt"), ATTACK);
        }
        if !names.is_empty() {
            town.run(&["check", "-q"]).exits(3);
            town.run(&["accept", "--all"]).exits(0);
        }
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
        let kept: Vec<_> =
            self.read(&path).lines().filter(|l| !l.contains(&quoted)).map(str::to_owned).collect();
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

    /// Every file below the snapshots' folder, with its content.
    pub(crate) fn snapshots(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let walk = walkdir::WalkDir::new(self.path("snapshots")).sort_by_file_name().into_iter();
        let files = walk.filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
        files.map(|file| (file.path().to_owned(), fs::read(file.path()).expect("it can be read"))).collect()
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Said {
        let output = self.command(arguments).output().expect("the program runs");
        Said {
            code: output.status.code().expect("the program exits by itself"),
            out: String::from_utf8(output.stdout).expect("what it says is text"),
            err: String::from_utf8(output.stderr).expect("what it says is text"),
        }
    }

    /// The program, in this project and in no CI.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tahqiq"));
        command.args(arguments).current_dir(self.root.path()).stdin(Stdio::null());
        for name in ["GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA", "GITHUB_WORKSPACE"] {
            command.env_remove(name);
        }
        command
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
        assert!(self.out.contains(part), "`{part}` is not in\n{}", self.out);
        self
    }

    /// One line on standard error that holds `part`.
    #[track_caller]
    pub(crate) fn complains(self, part: &str) -> Self {
        assert!(self.err.contains(part), "`{part}` is not in\n{}", self.err);
        assert_eq!(self.err.lines().count(), 1, "more than a line:\n{}", self.err);
        self
    }
}
