//! A new project: the files that it starts from. What stands in a folder already is left as it is.

use std::io::Write;
use std::path::Path;

use super::project::{CONFIG, Project};
use crate::error::{Error, Result};
use crate::snapshot::beside;

const WORKFLOW: &str = ".github/workflows/tahqiq.yml";
/// What git leaves alone, below its reason.
const IGNORED: &str = "*.snap.new";

/// A file or folder of a new project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Its path from the project's folder; that of a folder ends in `/`.
    pub path: String,
    /// Whether it is the folder of documents.
    pub is_corpus: bool,
    /// Whether it was made now; otherwise it was there, and was left as it is.
    pub is_new: bool,
    /// What is left to do about it.
    pub remark: Option<String>,
}

/// Makes `folder` a project: a configuration, a corpus with an example document unless it is `bare`, snapshots, and what
/// git and GitHub are to know. Where there is a configuration, its folders are meant. Nothing is overwritten.
///
/// # Errors
/// A configuration that is wrong, or a file that cannot be written.
pub fn init(folder: &Path, bare: bool) -> Result<Vec<Made>> {
    let mut made = Vec::new();
    file(folder, CONFIG, include_str!("template/tahqiq.toml"), &mut made)?;
    let project = Project::open(&folder.join(CONFIG))?;
    let (corpus, snapshots) = (slashed(&project.config().corpus), slashed(&project.config().snapshots));
    let is_folder = !has_ending(&corpus, "jsonl");
    if is_folder {
        let is_empty = made_folder(folder, &corpus, &mut made)?;
        made.iter_mut().skip(1).for_each(|made| made.is_corpus = true);
        if is_empty && !bare {
            file(folder, &format!("{corpus}/example.txt"), include_str!("template/example.txt"), &mut made)?;
            file(
                folder,
                &format!("{corpus}/example.toml"),
                include_str!("template/example.toml"),
                &mut made,
            )?;
        }
    }
    made_folder(folder, &snapshots, &mut made)?;
    let documents = if is_folder { format!("{corpus}/** -text") } else { format!("{corpus} -text") };
    let kept_bytes = [documents, format!("{snapshots}/** -text")];
    lines(folder, ".gitattributes", include_str!("template/gitattributes"), &kept_bytes, &mut made)?;
    lines(folder, ".gitignore", include_str!("template/gitignore"), &[IGNORED.to_owned()], &mut made)?;
    file(folder, WORKFLOW, include_str!("template/workflow.yml"), &mut made)?;
    if let Some(workflow) = made.last_mut().filter(|workflow| workflow.is_new) {
        workflow.remark = below_the_top(folder);
    }
    Ok(made)
}

fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/").trim_end_matches('/').to_owned()
}

fn has_ending(path: &str, ending: &str) -> bool {
    Path::new(path).extension().is_some_and(|extension| extension == ending)
}

/// Writes a file beside its place and moves it there, unless something stands there.
fn file(folder: &Path, name: &str, content: &str, made: &mut Vec<Made>) -> Result<()> {
    let path = folder.join(name);
    let is_new = !path.exists();
    if is_new {
        let parent = path.parent().unwrap_or(folder);
        std::fs::create_dir_all(parent).map_err(|error| Error::disk(parent, &error))?;
        let disk = |error: &std::io::Error| Error::disk(&path, error);
        let mut file = beside(parent).map_err(|error| disk(&error))?;
        file.write_all(content.as_bytes()).map_err(|error| disk(&error))?;
        file.persist_noclobber(&path).map_err(|error| disk(&error.error))?;
    }
    made.push(Made { path: name.to_owned(), is_corpus: false, is_new, remark: None });
    Ok(())
}

/// Makes a folder unless it is there, and says whether it is empty.
fn made_folder(folder: &Path, name: &str, made: &mut Vec<Made>) -> Result<bool> {
    let path = folder.join(name);
    let is_new = !path.exists();
    std::fs::create_dir_all(&path).map_err(|error| Error::disk(&path, &error))?;
    made.push(Made { path: format!("{name}/"), is_corpus: false, is_new, remark: None });
    let mut entries = std::fs::read_dir(&path).map_err(|error| Error::disk(&path, &error))?;
    Ok(entries.next().is_none())
}

/// Writes a file of lines that others may have written before; then the lines that are missing are named.
fn lines(folder: &Path, name: &str, head: &str, lines: &[String], made: &mut Vec<Made>) -> Result<()> {
    let there = std::fs::read_to_string(folder.join(name)).unwrap_or_default();
    file(folder, name, &format!("{head}{}\n", lines.join("\n")), made)?;
    let is_missing = |line: &&String| there.lines().all(|other| other.trim() != line.as_str());
    let missing: Vec<_> = lines.iter().filter(is_missing).map(|line| format!("`{line}`")).collect();
    if let Some(kept) = made.last_mut().filter(|kept| !kept.is_new && !missing.is_empty()) {
        let noun = if missing.len() == 1 { "the line" } else { "the lines" };
        kept.remark = Some(format!("add {noun} {}", missing.join(" and ")));
    }
    Ok(())
}

/// What is to be done about a workflow in a folder of a repository that is not its top.
fn below_the_top(folder: &Path) -> Option<String> {
    let folder = folder.canonicalize().ok()?;
    let top = folder.ancestors().find(|folder| folder.join(".git").exists())?;
    let inside = slashed(folder.strip_prefix(top).ok()?);
    (!inside.is_empty()).then(|| {
        format!("GitHub reads workflows at the top of the repository: move it there, with `working-directory: {inside}`")
    })
}
