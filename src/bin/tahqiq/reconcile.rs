//! `tahqiq reconcile`: what the documents say of the same things, set against one another.

use std::collections::HashSet;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use tahqiq::error::{Error, Result, Trouble};
use tahqiq::extract::Anchor;
use tahqiq::harness::{Corpus, Opened, Place, Project, testify};
use tahqiq::lexicon::Lexicon;
use tahqiq::reconcile::Ledger;
use tahqiq::report::{self, Extent};
use tahqiq::text::Encoding;

use crate::exit::{Done, say};
use crate::open;
use crate::progress::progress;
use crate::values::{anchor, encoding, jobs};

#[derive(Debug, Args)]
#[command(
    after_help = "Figures of one predicate, group, place and stretch of days are compared as intervals: disjoint is a \
    hard conflict, overlapping a soft one, a later toll that is no smaller an update; other people or a part of them are \
    another scope. Origins are counted, not documents: one source in two outlets is one witness. Nothing is written. The \
    built-in readers find the claims, whatever engine the project names.\n\nExit codes: 0 whatever the ledger says; 1 \
    where a document could not be read, which is said on standard error while the others go on; 2 usage."
)]
pub(crate) struct Reconcile {
    /// Documents, folders, or `.jsonl` files; the project's corpus by default.
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// `table` for a terminal, `markdown`, `html` as one page that loads nothing, `json` for programs.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
    /// Days that two claims may lie apart and still be about the same.
    #[arg(long, value_name = "DAYS", default_value_t = 3)]
    pub(crate) window: u32,
    /// Entries, and figures of each, that are shown; 0 shows all. JSON has all.
    #[arg(long, value_name = "N", default_value_t = 50)]
    pub(crate) limit: usize,
    /// Show entries with nothing to compare too.
    #[arg(long)]
    pub(crate) all: bool,
    /// The documents' own day, against which relative dates resolve: 2022-01-24 [default: what each says of itself].
    #[arg(long, value_name = "DATE", value_parser = anchor)]
    pub(crate) reference: Option<Anchor>,
    /// The encoding of the documents: utf-8, utf-16le, utf-16be or windows-1256 [default: UTF-8, or UTF-16 where a byte
    /// order mark says so].
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    pub(crate) encoding: Option<Encoding>,
    /// Number of threads [default: as tahqiq.toml says, else one for each core].
    #[arg(long, value_name = "N", value_parser = jobs)]
    pub(crate) jobs: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Format {
    #[default]
    Table,
    Json,
    Html,
    Markdown,
}

pub(crate) fn run(options: &Reconcile, config: Option<&Path>) -> Done {
    let project =
        if options.paths.is_empty() { Some(open::project(config)?) } else { open::project_if_any(config)? };
    let lexicon = project.as_ref().map_or_else(|| Ok(Lexicon::builtin()), Project::lexicon)?;
    let gathered = Gathered::of(&options.paths, project.as_ref())?;
    let threads = open::threads(options.jobs, project.as_ref())?;
    let bar = progress(gathered.places.len(), options.format == Format::Json);
    let open = |place: &(usize, Place)| gathered.open(place, options.encoding);
    let reference = options.reference;
    let testified =
        threads.install(|| testify(&gathered.places, file, open, &lexicon, reference, &|| bar.inc(1)));
    bar.finish_and_clear();
    let ledger = Ledger::of(testified.testimonies, testified.documents, options.window);
    let mut problems = gathered.problems;
    problems.extend(testified.problems);
    let problems = Error::gathered(problems);
    write(&ledger, &problems, options)?;
    for problem in &problems {
        say(&problem.to_string());
    }
    Ok(u8::from(!problems.is_empty()))
}

fn write(ledger: &Ledger, problems: &[Error], options: &Reconcile) -> std::io::Result<()> {
    let extent = Extent { limit: (options.limit > 0).then_some(options.limit), single: options.all };
    let mut out = BufWriter::new(anstream::stdout());
    match options.format {
        Format::Table => report::ledger(ledger, extent, &mut out)?,
        Format::Json => report::ledger_json(ledger, problems, &mut out)?,
        Format::Html => report::ledger_page(ledger, extent, &mut out)?,
        Format::Markdown => report::ledger_markdown(ledger, extent, &mut out)?,
    }
    out.flush()
}

/// The file that a document stands in.
fn file((_, place): &(usize, Place)) -> &Path {
    &place.file
}

/// The documents that are read, each with the project that it is in.
struct Gathered {
    projects: Vec<Project>,
    places: Vec<(usize, Place)>,
    problems: Vec<Error>,
}

impl Gathered {
    /// The documents under `paths`; all of the project's corpus where there are none.
    fn of(paths: &[PathBuf], project: Option<&Project>) -> Result<Self> {
        let mut gathered = Self { projects: Vec::new(), places: Vec::new(), problems: Vec::new() };
        if let Some(project) = project.filter(|_| paths.is_empty()) {
            gathered.add(project.clone(), Corpus::of(project, &[], &open::here()?)?);
        }
        for path in paths {
            gathered.add_path(path, project)?;
        }
        let mut seen = HashSet::new();
        gathered.places.retain(|(_, place)| {
            let stretch = place.stretch.map(|stretch| stretch.start);
            seen.insert((std::path::absolute(&place.file).unwrap_or_default(), stretch))
        });
        Ok(gathered)
    }

    /// Adds a file or folder: as a part of the project's corpus where it is one, else as a corpus of its own.
    fn add_path(&mut self, path: &Path, project: Option<&Project>) -> Result<()> {
        if path.as_os_str() == "-" {
            return Err(Error::new(Trouble::Usage, "standard input is no set of documents")
                .advise("name files, folders or a .jsonl file"));
        }
        if let Some(project) = project
            && let Ok(corpus) = Corpus::of(project, &[path.to_owned()], &open::here()?)
        {
            self.add(project.clone(), corpus);
            return Ok(());
        }
        let metadata = std::fs::metadata(path).map_err(|error| Error::disk(path, &error))?;
        let own = open::corpus_at(path)?;
        let found = if metadata.is_dir() || is_listed(path) {
            Corpus::of(&own, &[], &open::here()?)?
        } else {
            single(path)
        };
        self.add(own, found);
        Ok(())
    }

    fn add(&mut self, project: Project, corpus: Corpus) {
        let at = self.projects.len();
        self.projects.push(project);
        self.places.extend(corpus.places.into_iter().map(|place| (at, place)));
        self.problems.extend(corpus.problems);
    }

    fn open(&self, (project, place): &(usize, Place), asked: Option<Encoding>) -> Result<Opened> {
        let mut opened = place.open(&self.projects[*project])?;
        opened.encoding = asked.or(opened.encoding);
        Ok(opened)
    }
}

/// Whether a file is named as documents of a corpus are.
fn is_listed(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "txt" || extension == "jsonl")
}

/// A file that is named otherwise and is a document all the same.
fn single(path: &Path) -> Corpus {
    let place = Place {
        id: path.to_string_lossy().into_owned(),
        file: path.to_owned(),
        stretch: None,
        sidecar: None,
        snapshot: PathBuf::new(),
    };
    Corpus { places: vec![place], ..Corpus::default() }
}
