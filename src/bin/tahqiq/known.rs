//! `tahqiq known`: what is known to be wrong in documents.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::Args as Options;
use tahqiq::docket::{Erratum, enter, errata};
use tahqiq::error::{Error, Trouble};
use tahqiq::harness::{Corpus, Known as Row, Place, Project};
use tahqiq::report::{STYLES, erratum, plural, visible};

use crate::exit::{Done, of_problems, say};
use crate::open;

#[derive(Debug, Options)]
#[command(
    after_help = "Without options it lists, with the sentence of each and with what no longer applies. With --kind, \
    --text and --why it enters an error of one document: --says alone is a fact that should not be there, --right alone \
    one that is missing, both one that should say otherwise. A fact says its number, its timex, and so on, as `tahqiq \
    check` shows it; or fields of it, as in { predicate = \"killed\", number = 3 }."
)]
pub(crate) struct Known {
    /// Documents or folders of the corpus; all of it by default.
    #[arg(value_name = "DOCUMENT")]
    documents: Vec<PathBuf>,
    /// The kind of the fact that is wrong or missing.
    #[arg(long, value_name = "KIND", requires_all = ["text", "why", "documents"])]
    kind: Option<String>,
    /// The words that it quotes, or should quote, exactly as they stand in the text.
    #[arg(long, value_name = "TEXT", requires = "kind")]
    text: Option<String>,
    /// Where they start, in bytes of the text, where they stand in it more than once.
    #[arg(long, value_name = "N", requires = "kind")]
    start: Option<u32>,
    /// What the fact says.
    #[arg(long, value_name = "VALUE", requires = "kind")]
    says: Option<String>,
    /// What would be right.
    #[arg(long, value_name = "VALUE", requires = "kind")]
    right: Option<String>,
    /// Why.
    #[arg(long, value_name = "TEXT", requires = "kind")]
    why: Option<String>,
}

impl Known {
    /// The row to be entered, if one is.
    fn row(&self) -> Result<Option<Row>, Error> {
        let (Some(kind), Some(text)) = (self.kind.clone(), self.text.clone()) else { return Ok(None) };
        let (says, right) =
            (value("--says", self.says.as_deref())?, value("--right", self.right.as_deref())?);
        Ok(Some(Row { kind, text, start: self.start, says, right, why: self.why.clone() }))
    }
}

/// What an option says of a fact: its gist, or a table of its fields in braces.
fn value(option: &str, said: Option<&str>) -> Result<Option<toml::Value>, Error> {
    let Some(said) = said else { return Ok(None) };
    if !said.trim_start().starts_with('{') {
        return Ok(Some(toml::Value::String(said.to_owned())));
    }
    let table: toml::Table = toml::from_str(&format!("fields = {}", said.trim())).map_err(|_| {
        Error::new(Trouble::Usage, format!("`{option} {said}` is no table of fields"))
            .advise("write it as in a sidecar: { predicate = \"killed\", number = 3 }")
    })?;
    Ok(table.get("fields").cloned())
}

pub(crate) fn run(options: &Known, config: Option<&Path>) -> Done {
    let project = open::project(config)?;
    let corpus = Corpus::of(&project, &options.documents, &open::here()?)?;
    match options.row()? {
        Some(row) => add(&project, &corpus, row),
        None => list(&project, corpus),
    }
}

fn add(project: &Project, corpus: &Corpus, row: Row) -> Done {
    let [place] = corpus.places.as_slice() else {
        let what = format!("an error is entered for one document, and {} are named", corpus.places.len());
        return Err(Error::new(Trouble::Usage, what).into());
    };
    if row.says.is_none() && row.right.is_none() {
        return Err(Error::new(Trouble::Usage, "nothing says what is wrong or what is right")
            .advise("give --says, --right or both")
            .into());
    }
    let entered = enter(project, place, row).map_err(|error| at(error, place))?;
    let mut out = anstream::stdout();
    writeln!(out, "entered into {}", visible(&place.file.with_extension("toml").to_string_lossy()))?;
    erratum(&entered, &mut out)?;
    Ok(0)
}

fn list(project: &Project, corpus: Corpus) -> Done {
    let mut out = BufWriter::new(anstream::stdout());
    let mut problems = corpus.problems;
    let (mut documents, mut all, mut outdated) = (0, 0, 0);
    for place in &corpus.places {
        match errata(project, place) {
            Ok(errata) if errata.is_empty() => {}
            Ok(errata) => {
                documents += 1;
                all += errata.len();
                outdated += errata.iter().filter(|erratum| !erratum.standing.applies()).count();
                one(place, &errata, &mut out)?;
            }
            Err(error) => problems.push(at(error, place)),
        }
    }
    match all {
        0 => writeln!(out, "no errors are known")?,
        _ => writeln!(
            out,
            "{} in {}{}",
            plural(all, "known error"),
            plural(documents, "document"),
            stale(outdated)
        )?,
    }
    out.flush()?;
    for problem in &problems {
        say(&problem.to_string());
    }
    Ok(of_problems(&problems))
}

fn one(place: &Place, errata: &[Erratum], out: &mut impl Write) -> io::Result<()> {
    let strong = STYLES.strong;
    writeln!(out, "{strong}{}{strong:#}", visible(&place.id))?;
    errata.iter().try_for_each(|one| erratum(one, out))?;
    writeln!(out)
}

/// `, 2 of them no longer apply: …`.
fn stale(outdated: usize) -> String {
    match outdated {
        0 => String::new(),
        1 => ", 1 of them no longer applies: mend its row in the sidecar, or remove it".to_owned(),
        some => format!(", {some} of them no longer apply: mend their rows in the sidecars, or remove them"),
    }
}

fn at(error: Error, place: &Place) -> Error {
    if error.path().is_some() { error } else { error.at(&place.file) }
}
