//! `accept --all` killed at any moment: every snapshot is the old or the new one, and the next run finishes the work.
#![cfg(unix)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Instant;

use tempfile::TempDir;

const DOCUMENTS: usize = 2000;
const KILLS: u32 = 50;

/// A snapshot's files as they were before anything was accepted, and as they are to be.
struct Waiting {
    snapshot: PathBuf,
    pending: PathBuf,
    old: Vec<u8>,
    new: Vec<u8>,
    waits: Vec<u8>,
}

/// How far a killed run came.
#[derive(Default)]
struct Progress {
    accepted: usize,
    waiting: usize,
}

#[test]
fn a_killed_accept_loses_nothing() {
    let root = folder();
    let waiting = waiting(root.path());
    let start = Instant::now();
    assert!(accept(root.path()).wait().expect("it ends").success());
    let whole = start.elapsed();
    finished(root.path(), &waiting);
    reset(&waiting);

    let mut halfway = 0;
    for moment in moments() {
        let mut run = accept(root.path());
        sleep(whole.mul_f64(moment));
        run.kill().expect("it can be killed, or has ended");
        run.wait().expect("it ends");
        let progress = inspect(&waiting);
        halfway += u32::from(progress.accepted > 0 && progress.waiting > 0);
        if progress.waiting < DOCUMENTS / 2 {
            reset(&waiting);
        }
    }
    assert!(
        halfway >= KILLS / 10,
        "only {halfway} of {KILLS} kills fell between the first and the last file"
    );
    leave_a_half(&waiting[0], root.path());
    assert!(accept(root.path()).wait().expect("it ends").success());
    finished(root.path(), &waiting);
}

/// A folder in memory where the system has one: what a kill does is the same there, and a real disk would take minutes to
/// be set back fifty times.
fn folder() -> TempDir {
    TempDir::new_in("/dev/shm").or_else(|_| TempDir::new()).expect("a temporary folder can be made")
}

/// A project whose snapshots all wait: one half as tahqiq leaves them, the other as insta does.
fn waiting(root: &Path) -> Vec<Waiting> {
    let document = |n: usize| root.join(format!("corpus/{:02}/{n}.txt", n % 20));
    let write = |text: &str| {
        for n in 0..DOCUMENTS {
            let path = document(n);
            fs::create_dir_all(path.parent().expect("it is in a folder")).expect("a folder can be made");
            fs::write(path, text).expect("a file can be written");
        }
    };
    write("قُتل 17");
    assert_eq!(command(root, &["check", "-q"]).status().expect("it runs").code(), Some(3));
    assert!(accept(root).wait().expect("it ends").success());
    write("قُتل 18");
    assert_eq!(command(root, &["check", "-q"]).status().expect("it runs").code(), Some(1));
    (0..DOCUMENTS)
        .map(|n| one(&root.join(format!("snapshots/{:02}/{n}.txt.snap", n % 20)), n % 2 == 0))
        .collect()
}

fn one(snapshot: &Path, as_insta: bool) -> Waiting {
    let pending = snapshot.with_extension("snap.new");
    let (old, new) = (bytes(snapshot), bytes(&pending));
    let text = String::from_utf8(new.clone()).expect("it is text");
    let waits = if as_insta { text.replacen("info:", "assertion_line: 7\ninfo:", 1) } else { text };
    fs::write(&pending, &waits).expect("it can be written");
    assert_ne!(old, new);
    fs::create_dir_all(kept(&pending).with_file_name("")).expect("a folder can be made");
    for file in [snapshot, &pending] {
        fs::copy(file, kept(file)).expect("it can be copied");
    }
    Waiting { snapshot: snapshot.to_owned(), pending, old, new, waits: waits.into_bytes() }
}

fn bytes(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn command(root: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tahqiq"));
    command.args(arguments).current_dir(root).stdin(Stdio::null()).stdout(Stdio::null());
    command
}

fn accept(root: &Path) -> std::process::Child {
    command(root, &["accept", "--all"]).spawn().expect("the program starts")
}

/// Parts of the time that a whole run takes, in no order: the golden ratio spreads them evenly.
fn moments() -> impl Iterator<Item = f64> {
    (1..=KILLS).map(|n| (f64::from(n) * 0.618_033_988_75).fract())
}

/// Every snapshot is the old or the new one, and while it is the old one the new one still waits.
fn inspect(waiting: &[Waiting]) -> Progress {
    let mut progress = Progress::default();
    for one in waiting {
        let stands = bytes(&one.snapshot);
        let waits = fs::read(&one.pending).ok();
        let path = one.snapshot.display();
        assert!(stands == one.old || stands == one.new, "{path} is neither the old nor the new one");
        assert!(waits.as_ref().is_none_or(|waits| *waits == one.waits), "{path}.new was cut");
        assert!(stands == one.new || waits.is_some(), "{path}: the new one is lost");
        progress.accepted += usize::from(stands == one.new);
        progress.waiting += usize::from(waits.is_some());
    }
    progress
}

/// Puts the old one and what waits back, as links to copies of them: to write them anew would take the disk's time.
fn reset(waiting: &[Waiting]) {
    for one in waiting {
        for file in [&one.snapshot, &one.pending] {
            let _ = fs::remove_file(file);
            fs::hard_link(kept(file), file).expect("it can be put back");
        }
    }
}

/// Where the copy of a file is kept.
fn kept(file: &Path) -> PathBuf {
    let name = file.file_name().expect("it has a name");
    file.ancestors().nth(3).expect("it is in a project").join("kept").join(name)
}

/// What a kill leaves at the two moments that are hard to hit: an accepted snapshot that still waits, a part of a file.
fn leave_a_half(one: &Waiting, root: &Path) {
    for (file, content) in [(&one.snapshot, &one.new), (&one.pending, &one.waits)] {
        let _ = fs::remove_file(file);
        fs::write(file, content).expect("it can be written");
    }
    fs::write(root.join("snapshots/01/.tahqiq-Xy12.tmp"), &one.new[..20]).expect("it can be written");
}

/// Every snapshot is the new one, and there is nothing else.
fn finished(root: &Path, waiting: &[Waiting]) {
    let walk = walkdir::WalkDir::new(root.join("snapshots")).into_iter().filter_map(Result::ok);
    let files: BTreeSet<_> =
        walk.filter(|file| file.file_type().is_file()).map(walkdir::DirEntry::into_path).collect();
    assert_eq!(files, waiting.iter().map(|one| one.snapshot.clone()).collect());
    assert!(waiting.iter().all(|one| bytes(&one.snapshot) == one.new));
    assert!(command(root, &["check", "--ci", "-q"]).status().expect("it runs").success());
}
