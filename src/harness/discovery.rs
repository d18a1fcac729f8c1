//! Discovery: which documents a corpus has.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Component, Path, PathBuf};

use walkdir::WalkDir;

use super::line::{Name, is_blank};
use super::place::{Place, Stretch};
use super::project::Project;
use crate::error::{Error, Result, Trouble};
use crate::snapshot::SNAP;

/// Ending of a document.
const TEXT: &str = "txt";
/// Ending of a file of documents, one on each line.
const LINES: &str = "jsonl";

/// The documents of a corpus, or some of them.
#[derive(Debug, Clone, Default)]
pub struct Corpus {
    /// The documents, in the order of their paths.
    pub places: Vec<Place>,
    /// What stood in the way: folders that cannot be read, lines without a name.
    pub problems: Vec<Error>,
    /// Whether these are all documents of the corpus.
    pub is_whole: bool,
}

impl Corpus {
    /// The documents under `paths`, which are taken from the folder `here` and else from the corpus; all where there are
    /// no paths. Hidden files and those that are no text are left out, circles of links are cut.
    ///
    /// # Errors
    /// A corpus that is missing or empty, or a path that names nothing in it.
    pub fn of(project: &Project, paths: &[PathBuf], here: &Path) -> Result<Self> {
        let root = project.corpus();
        if !root.exists() {
            return Err(Error::new(
                Trouble::Usage,
                format!("the corpus `{}` does not exist", root.display()),
            )
            .advise("create it, or name another in tahqiq.toml: corpus = \"…\""));
        }
        let mut corpus = Self { is_whole: paths.is_empty(), ..Self::default() };
        if paths.is_empty() {
            corpus.add(project, &root);
        }
        for path in paths {
            let before = corpus.places.len();
            corpus.add(project, &in_corpus(&root, path, here)?);
            if corpus.places.len() == before && corpus.problems.is_empty() {
                return Err(Error::new(Trouble::Usage, format!("`{}` holds no documents", path.display()))
                    .advise("a document is a .txt file, or a line of a .jsonl file"));
            }
        }
        if corpus.places.is_empty() && corpus.problems.is_empty() {
            return Err(Error::new(
                Trouble::Usage,
                format!("the corpus `{}` holds no documents", root.display()),
            )
            .advise("a document is a .txt file, or a line of a .jsonl file"));
        }
        let mut seen = std::collections::HashSet::new();
        corpus.places.retain(|place| seen.insert(place.snapshot.clone()));
        Ok(corpus)
    }

    /// The place of a single file, if it is a document of the corpus.
    pub fn place(project: &Project, file: &Path) -> Option<Place> {
        let file = lexical(&std::path::absolute(file).ok()?);
        let root = lexical(&std::path::absolute(project.corpus()).ok()?);
        let relative = file.strip_prefix(root).ok()?;
        let file = project.corpus().join(relative);
        (is(&file, TEXT) && file.is_file()).then(|| text_place(project, &file))
    }

    fn add(&mut self, project: &Project, root: &Path) {
        let visible = |entry: &walkdir::DirEntry| entry.depth() == 0 || !is_hidden(entry.file_name());
        for entry in
            WalkDir::new(root).follow_links(true).sort_by_file_name().into_iter().filter_entry(visible)
        {
            match entry {
                Ok(entry) if entry.file_type().is_dir() => {}
                Ok(entry) if is(entry.path(), TEXT) => self.places.push(text_place(project, entry.path())),
                Ok(entry) if is(entry.path(), LINES) => self.add_lines(project, entry.path()),
                Ok(_) => {}
                Err(error) if error.loop_ancestor().is_some() => {}
                Err(error) => self.problems.push(walk_error(&error)),
            }
        }
    }

    fn add_lines(&mut self, project: &Project, file: &Path) {
        match lines(project, file, &mut self.problems) {
            Ok(places) => self.places.extend(places),
            Err(error) => self.problems.push(Error::disk(file, &error)),
        }
    }
}

fn walk_error(error: &walkdir::Error) -> Error {
    let what = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
    let wrong = Error::new(Trouble::Disk, what);
    match error.path() {
        Some(path) => wrong.at(path),
        None => wrong,
    }
}

/// The file or folder of the corpus that `path` names: from the folder `here`, or from the corpus, with its ending or
/// without.
fn in_corpus(root: &Path, path: &Path, here: &Path) -> Result<PathBuf> {
    let from_here = lexical(&here.join(path));
    let absolute = lexical(&std::path::absolute(root).map_err(|error| Error::disk(root, &error))?);
    if let Ok(relative) = from_here.strip_prefix(&absolute)
        && from_here.exists()
    {
        return Ok(if relative.as_os_str().is_empty() { root.to_owned() } else { root.join(relative) });
    }
    let mut with_ending = path.as_os_str().to_owned();
    with_ending.push(".txt");
    let inside = [root.join(path), root.join(with_ending)];
    if let Some(found) = inside.into_iter().find(|found| path.is_relative() && found.exists()) {
        return Ok(found);
    }
    let what =
        if from_here.exists() { "lies outside the corpus" } else { "is neither here nor in the corpus" };
    let advice = match nearest(root, path) {
        Some(name) => format!("did you mean `{name}`?"),
        None => format!("name a file or folder under {}", root.display()),
    };
    Err(Error::new(Trouble::Usage, format!("`{}` {what}", path.display())).advise(advice))
}

/// The name of the text in the corpus that is most like a mistyped `path`.
fn nearest(root: &Path, path: &Path) -> Option<String> {
    let typed = path.strip_prefix(root).unwrap_or(path).with_extension("");
    let walk = WalkDir::new(root).sort_by_file_name().into_iter().filter_map(std::result::Result::ok);
    let texts = walk.map(walkdir::DirEntry::into_path).filter(|file| is(file, TEXT));
    let name = |file: PathBuf| Some(file.strip_prefix(root).ok()?.with_extension("").to_str()?.to_owned());
    let names: Vec<_> = texts.filter_map(name).collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    similar::get_close_matches(typed.to_str()?, &names, 1, 0.8).first().map(|name| (*name).to_owned())
}

/// The path without `.` and `..`.
fn lexical(path: &Path) -> PathBuf {
    let mut clean = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                clean.pop();
            }
            part => clean.push(part),
        }
    }
    clean
}

fn is(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|extension| extension == ending)
}

fn is_hidden(name: &std::ffi::OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

fn text_place(project: &Project, file: &Path) -> Place {
    let relative = below(project, file);
    let sidecar = file.with_extension("toml");
    Place {
        id: relative.with_extension("").to_string_lossy().replace('\\', "/"),
        file: file.to_owned(),
        stretch: None,
        sidecar: sidecar.is_file().then_some(sidecar),
        snapshot: with_ending(project.snapshots().join(relative), SNAP),
    }
}

/// The path of a file below the corpus; a corpus that is one file has its name.
fn below<'a>(project: &Project, file: &'a Path) -> &'a Path {
    match file.strip_prefix(project.corpus()) {
        Ok(relative) if !relative.as_os_str().is_empty() => relative,
        _ => Path::new(file.file_name().unwrap_or(file.as_os_str())),
    }
}

fn with_ending(path: PathBuf, ending: &str) -> PathBuf {
    let mut path = path.into_os_string();
    path.push(".");
    path.push(ending);
    path.into()
}

/// The documents of a `.jsonl` file. Only their names are read.
fn lines(project: &Project, file: &Path, problems: &mut Vec<Error>) -> std::io::Result<Vec<Place>> {
    let relative = below(project, file);
    let (folder, stem) = (project.snapshots().join(relative), relative.with_extension(""));
    let mut input = BufReader::new(File::open(file)?);
    let (mut places, mut seen) = (Vec::new(), HashMap::new());
    let (mut start, mut number, mut line) = (0, 0, Vec::new());
    while input.read_until(b'\n', &mut line)? > 0 {
        number += 1;
        let stretch = Stretch { line: number, start, bytes: line.len() };
        start += line.len() as u64;
        if !is_blank(&line) {
            match named(&line, &mut seen, number) {
                Ok(id) => places.push(Place {
                    snapshot: with_ending(folder.join(file_name(&id)), SNAP),
                    id: format!("{}/{id}", stem.to_string_lossy().replace('\\', "/")),
                    file: file.to_owned(),
                    stretch: Some(stretch),
                    sidecar: None,
                }),
                Err(error) => {
                    problems.push(Error::new(Trouble::Usage, format!("line {number}: {error}")).at(file));
                }
            }
        }
        line.clear();
    }
    Ok(places)
}

/// The name of a line's document, if it is one that no line before it has.
fn named(line: &[u8], seen: &mut HashMap<String, usize>, number: usize) -> Result<String> {
    let line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line);
    let id = Name::parse(line)?.id.into_owned();
    if id.is_empty() {
        return Err(
            Error::new(Trouble::Usage, "the `id` is empty").advise("give each document a name of its own")
        );
    }
    match seen.insert(id.clone(), number) {
        Some(before) => Err(Error::new(Trouble::Usage, format!("line {before} has the same `id`, `{id}`"))
            .advise("give each document a name of its own")),
        None => Ok(id),
    }
}

/// A name as a relative path that is safe on any disk: letters, digits, `-`, `_`, `.` and `/` stay, the rest is written
/// as the hexadecimal of its bytes.
fn file_name(id: &str) -> PathBuf {
    id.split('/').map(part_name).collect()
}

fn part_name(part: &str) -> String {
    let mut name = String::with_capacity(part.len());
    for (at, c) in part.char_indices() {
        let plain = c.is_alphanumeric() || matches!(c, '-' | '_') || c == '.' && at > 0;
        if plain {
            name.push(c);
        } else {
            let mut bytes = [0; 4];
            name.extend(c.encode_utf8(&mut bytes).bytes().map(|byte| format!("%{byte:02X}")));
        }
    }
    if name.is_empty() { "%".to_owned() } else { name }
}
