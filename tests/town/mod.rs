//! Throwaway projects, and what the program says of them.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

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
    /// A project with these files.
    pub(crate) fn new(files: &[(&str, &[u8])]) -> Self {
        let town = Self { root: TempDir::new().expect("a temporary folder can be made") };
        town.write("tahqiq.toml", b"");
        for (path, content) in files {
            town.write(path, content);
        }
        town
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root.path().join(path)
    }

    pub(crate) fn write(&self, path: &str, content: &[u8]) {
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
        self.run_with(arguments, b"")
    }

    pub(crate) fn run_with(&self, arguments: &[&str], input: &[u8]) -> Said {
        let mut child = self.command(arguments).spawn().expect("the program starts");
        let mut stdin = child.stdin.take().expect("standard input is a pipe");
        let input = input.to_owned();
        let writing = std::thread::spawn(move || drop(stdin.write_all(&input)));
        let output = child.wait_with_output().expect("the program ends");
        writing.join().expect("the input is written");
        Said::of(output)
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tahqiq"));
        command.args(arguments).current_dir(self.root.path());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }
}

impl Said {
    pub(crate) fn of(output: Output) -> Self {
        Self {
            code: output.status.code().expect("the program exits by itself"),
            out: String::from_utf8(output.stdout).expect("what it says is text"),
            err: String::from_utf8(output.stderr).expect("what it says is text"),
        }
    }

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
}
