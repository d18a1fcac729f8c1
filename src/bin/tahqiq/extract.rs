//! `tahqiq extract`: the facts of any text.

use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use clap::{Args as Options, ValueEnum};
use rayon::prelude::*;
use tahqiq::engine::Extraction;
use tahqiq::error::{Error, Result, Trouble};
use tahqiq::harness::{Corpus, Opened, Project, known_kinds, stream, stream_as};
use tahqiq::report::csv::{CLAIMS, PACKAGE};
use tahqiq::report::{claims_csv, csv_head, datapackage};
use tahqiq::snapshot::{Offsets, Record, write_beside};
use tahqiq::text::Document;

use crate::exit::{Done, Stop, say};
use crate::open;
use crate::values::{Reading, Unit, jobs};

/// Print the facts of documents as JSON.
#[derive(Debug, Options)]
#[command(
    after_help = "Exit codes: 0, or 1 where an input could not be read: that is said on standard error, in the \
    place of a bad line of a stream stands {\"id\",\"error\"}, and the other documents go on."
)]
pub(crate) struct Extract {
    /// Documents, and folders of `.txt` and `.jsonl` files; `-` is standard input.
    #[arg(required = true, value_name = "PATH")]
    pub(crate) files: Vec<PathBuf>,
    /// `json`: one object, or an array where there are several documents; `jsonl`: an object on a line for each; `csv`:
    /// the claims, a row for each, with their sources.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
    /// Write `claims.csv` and the `datapackage.json` that describes it into this folder, with `--format csv`.
    #[arg(long, value_name = "DIR")]
    pub(crate) output: Option<PathBuf>,
    /// `text`: a file is a document; `jsonl`: a line {"id","text","published"?} is one, and is answered by a line, in
    /// order, as a stream. By default `jsonl` for files that are named so.
    #[arg(long, value_enum)]
    pub(crate) input: Option<Input>,
    #[command(flatten)]
    pub(crate) reading: Reading,
    /// The unit of `start` and `end`: bytes of UTF-8, code points (Python), or UTF-16 units (JavaScript, Java).
    #[arg(long, value_enum, default_value_t)]
    pub(crate) offsets: Unit,
    /// Number of threads [default: one for each core].
    #[arg(long, value_name = "N", value_parser = jobs)]
    pub(crate) jobs: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Format {
    #[default]
    Json,
    Jsonl,
    Csv,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Input {
    Text,
    Jsonl,
}

/// Documents that are read at a time.
const BATCH: usize = 64;

pub(crate) fn run(options: &Extract, config: Option<&Path>) -> Done {
    let project = open::project_if_any(config)?;
    if project.as_ref().and_then(Project::command_engine).is_none() {
        known_kinds(&options.reading.kinds)?;
    }
    checked(options)?;
    let engine = open::engine(project.as_ref(), true)?;
    let is_csv = options.format == Format::Csv;
    let extraction = Extraction {
        reference: options.reading.reference,
        kinds: &options.reading.kinds,
        // Sentences are looked up in bytes; the table counts its places itself.
        offsets: if is_csv { Offsets::Bytes } else { options.offsets.into() },
        ..Extraction::new(&*engine)
    };
    let threads = open::threads(options.jobs, project.as_ref())?;
    let (inputs, problems) = inputs(&options.files, project.as_ref())?;
    let is_array = options.format == Format::Json && (inputs.len() > 1 || inputs != options.files);
    let mut files = Files {
        options,
        inputs: &inputs,
        project: project.as_ref(),
        extraction,
        is_array,
        written: 0,
        bad: false,
    };
    for problem in &problems {
        files.say_bad(problem);
    }
    if let Some(folder) = &options.output {
        let mut table = Vec::new();
        threads.install(|| files.all(&mut table))?;
        put(folder, &table)?;
    } else {
        let mut out = BufWriter::with_capacity(1 << 16, io::stdout());
        threads.install(|| files.all(&mut out))?;
        out.flush()?;
    }
    Ok(u8::from(files.bad))
}

/// The files that are named and those of the folders that are, in the order of their paths; and what of these cannot be
/// looked into.
fn inputs(paths: &[PathBuf], project: Option<&Project>) -> Result<(Vec<PathBuf>, Vec<Error>)> {
    let (mut inputs, mut problems) = (Vec::with_capacity(paths.len()), Vec::new());
    for path in paths {
        if path.is_dir() {
            let found = open::documents(path, project)?;
            let mut files: Vec<_> = found.places.into_iter().map(|place| place.file).collect();
            files.dedup();
            inputs.extend(files);
            problems.extend(found.problems);
        } else {
            inputs.push(path.clone());
        }
    }
    Ok((inputs, problems))
}

/// Checks that the options go together.
fn checked(options: &Extract) -> Result<()> {
    let wrong = |what: &str, advice: &str| Err(Error::new(Trouble::Usage, what).advise(advice));
    match options.format {
        Format::Csv if !options.reading.kinds.is_empty() => {
            wrong("a table has the claims with all that they point to", "leave out --kinds")
        }
        Format::Json | Format::Jsonl if options.output.is_some() => {
            wrong("--output is for --format csv", "JSON goes to standard output")
        }
        _ => Ok(()),
    }
}

/// Writes the table and its description into `folder`, each beside its place and renamed.
fn put(folder: &Path, table: &[u8]) -> Result<()> {
    std::fs::create_dir_all(folder).map_err(|error| Error::disk(folder, &error))?;
    write_beside(&folder.join(CLAIMS), table)?;
    write_beside(&folder.join(PACKAGE), datapackage(table).as_bytes())
}

struct Files<'a> {
    options: &'a Extract,
    /// What the options name, folders as their files.
    inputs: &'a [PathBuf],
    project: Option<&'a Project>,
    extraction: Extraction<'a>,
    is_array: bool,
    written: usize,
    bad: bool,
}

impl<'a> Files<'a> {
    fn all(&mut self, out: &mut (impl Write + Send)) -> std::result::Result<(), Stop> {
        if self.options.format == Format::Csv {
            out.write_all(&csv_head())?;
        }
        for batch in self.batches() {
            self.batch(batch, out)?;
        }
        Ok(self.end(out)?)
    }

    /// Files that are documents in batches, and those that are streams each by itself.
    fn batches(&self) -> Vec<&'a [PathBuf]> {
        let same = |a: &PathBuf, b: &PathBuf| !self.is_stream(a) && !self.is_stream(b);
        self.inputs.chunk_by(same).flat_map(|group| group.chunks(BATCH)).collect()
    }

    fn is_stream(&self, file: &Path) -> bool {
        match self.options.input {
            Some(input) => input == Input::Jsonl,
            None => file.extension().is_some_and(|extension| extension == "jsonl"),
        }
    }

    fn batch(&mut self, files: &[PathBuf], out: &mut (impl Write + Send)) -> std::result::Result<(), Stop> {
        if let [file] = files
            && self.is_stream(file)
        {
            return self.stream(file, out);
        }
        for (file, json) in files.iter().zip(files.par_iter().map(|file| self.json(file)).collect::<Vec<_>>())
        {
            match json {
                Ok(json) => self.write(&json, out)?,
                Err(error) => self.say_bad(&if error.path().is_some() { error } else { error.at(file) }),
            }
        }
        Ok(())
    }

    fn say_bad(&mut self, error: &Error) {
        say(&error.to_string());
        self.bad = true;
    }

    fn stream(&mut self, file: &Path, out: &mut impl Write) -> std::result::Result<(), Stop> {
        let input: Box<dyn Read> = if is_stdin(file) {
            Box::new(io::stdin().lock())
        } else {
            match File::open(file) {
                Ok(file) => Box::new(file),
                Err(error) => {
                    self.say_bad(&Error::disk(file, &error));
                    return Ok(());
                }
            }
        };
        let name = if is_stdin(file) { "standard input".to_owned() } else { file.display().to_string() };
        let bad = |line: usize, error: &Error| say(&format!("{name}: line {line}: {error}"));
        let done = match self.options.format {
            Format::Csv => {
                let unit = self.options.offsets.into();
                let rows = move |record: &Record<'_>, document: &Document<'_>, out: &mut Vec<u8>| {
                    claims_csv(record, &document.text, unit, out);
                };
                stream_as(self.extraction, &rows, input, out, bad)?
            }
            Format::Json | Format::Jsonl => stream(self.extraction, input, out, bad)?,
        };
        self.bad |= done.bad > 0;
        Ok(())
    }

    fn json(&self, file: &Path) -> Result<Vec<u8>> {
        let opened = self.open(file)?;
        let document = opened.document()?;
        let record = opened.record(&document, self.extraction)?;
        let mut json = Vec::new();
        match self.options.format {
            Format::Json => record.write_json_lines(&mut json),
            Format::Jsonl => record.write_json(&mut json),
            Format::Csv => claims_csv(&record, &document.text, self.options.offsets.into(), &mut json),
        }
        Ok(json)
    }

    /// Reads a file; one of the project's corpus as `check` reads it, with its name there and its sidecar.
    fn open(&self, file: &Path) -> Result<Opened> {
        let mut opened = if is_stdin(file) {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes).map_err(|error| Error::disk(file, &error))?;
            Opened { id: "-".to_owned(), bytes, encoding: None, published: None, outlet: None }
        } else if let Some(place) = self.project.and_then(|project| Corpus::place(project, file)) {
            place.open(self.project.expect("the place is in a project"))?
        } else {
            let bytes = std::fs::read(file).map_err(|error| Error::disk(file, &error))?;
            Opened {
                id: file.to_string_lossy().into_owned(),
                bytes,
                encoding: None,
                published: None,
                outlet: None,
            }
        };
        opened.encoding = self.options.reading.encoding.or(opened.encoding);
        Ok(opened)
    }

    fn write(&mut self, json: &[u8], out: &mut impl Write) -> io::Result<()> {
        if self.is_array {
            out.write_all(if self.written == 0 { b"[\n" } else { b",\n" })?;
        }
        self.written += 1;
        out.write_all(json)?;
        let ends = self.is_array || self.options.format == Format::Csv;
        if ends { Ok(()) } else { out.write_all(b"\n") }
    }

    fn end(&self, out: &mut impl Write) -> io::Result<()> {
        match (self.is_array, self.written) {
            (false, _) => Ok(()),
            (true, 0) => out.write_all(b"[]\n"),
            (true, _) => out.write_all(b"\n]\n"),
        }
    }
}

fn is_stdin(file: &Path) -> bool {
    file.as_os_str() == "-"
}
