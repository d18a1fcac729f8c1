//! The ledger of a document: what a person has verified of it and what is known to be wrong, in its sidecar.

use std::path::{Path, PathBuf};

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

use crate::error::{Error, Result, Trouble};
use crate::harness::{Known, Place, Sidecar, sha256};
use crate::snapshot::write_beside;

/// What a person has verified of a document, and what is known to be wrong in its snapshot.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ledger {
    /// The sidecar, whether there is one or not; none where the document is a line of a file of many.
    pub path: Option<PathBuf>,
    /// Whether the accepted snapshot is what was verified.
    pub is_verified: bool,
    /// Whether the sidecar states that some snapshot was verified, be it this one or one that was accepted before it.
    pub is_stated: bool,
    /// What is known to be wrong or missing.
    pub known: Vec<Known>,
}

/// What a person says is wrong: a row to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The kind of the fact.
    pub kind: String,
    /// The words that it quotes, or should quote.
    pub text: String,
    /// Where they stand, in bytes of the text.
    pub start: u32,
    /// What it says; none where it is missing.
    pub says: Option<String>,
    /// What would be right; none where it should not be there.
    pub right: Option<String>,
    /// Why.
    pub why: String,
}

/// A value as it is written into a sidecar.
fn written(said: &toml::Value) -> Result<toml_edit::Value> {
    let wrong = |error| Error::new(Trouble::Usage, format!("`{said}` is no value of a sidecar: {error}"));
    said.to_string().parse().map_err(wrong)
}

impl Correction {
    /// Checks that its words stand where it says in `text`.
    ///
    /// # Errors
    /// They do not.
    pub fn stands_in(&self, text: &str) -> Result<()> {
        let place = text.get(self.start as usize..);
        if !self.text.is_empty() && place.is_some_and(|place| place.starts_with(&self.text)) {
            return Ok(());
        }
        let what = format!("`{}` does not stand at byte {} of the text", self.text, self.start);
        Err(Error::new(Trouble::Usage, what))
    }
}

impl Ledger {
    /// The ledger of the document at `place`, whose accepted snapshot has that body.
    ///
    /// # Errors
    /// A sidecar that cannot be read.
    pub fn read(place: &Place, accepted: Option<&str>) -> Result<Self> {
        let path = place.stretch.is_none().then(|| place.file.with_extension("toml"));
        let Some(file) = path.as_ref().filter(|path| path.is_file()) else {
            return Ok(Self { path, ..Self::default() });
        };
        let sidecar = Sidecar::read(file)?;
        let is_verified = accepted.is_some_and(|body| sidecar.verified == Some(sha256(body.as_bytes())));
        Ok(Self { path, is_verified, is_stated: sidecar.verified.is_some(), known: sidecar.known })
    }

    /// States in the sidecar that a person has read the snapshot with this body against the text.
    ///
    /// # Errors
    /// A document that has no sidecar of its own, or one that cannot be written.
    pub fn verify(&self, body: &str) -> Result<()> {
        self.edit(|sidecar| {
            sidecar["verified"] = value(sha256(body.as_bytes()));
            Ok(())
        })
    }

    /// Takes that statement back.
    ///
    /// # Errors
    /// As [`Ledger::verify`].
    pub fn unverify(&self) -> Result<()> {
        self.edit(|sidecar| {
            sidecar.remove("verified");
            Ok(())
        })
    }

    /// Adds a row of what is known to be wrong.
    ///
    /// # Errors
    /// As [`Ledger::verify`]; a row that says nothing.
    pub fn add(&self, correction: &Correction) -> Result<()> {
        let said = |gist: &Option<String>| gist.clone().map(toml::Value::String);
        self.enter(&Known {
            kind: correction.kind.clone(),
            text: correction.text.clone(),
            start: Some(correction.start),
            says: said(&correction.says),
            right: said(&correction.right),
            why: Some(correction.why.clone()),
        })
    }

    /// Adds a row as it is: what it says of a fact may be a table of fields.
    ///
    /// # Errors
    /// As [`Ledger::add`].
    pub fn enter(&self, known: &Known) -> Result<()> {
        if known.says.is_none() && known.right.is_none() {
            return Err(Error::new(
                Trouble::Usage,
                "a known error says neither what is wrong nor what is right",
            ));
        }
        self.edit(|sidecar| {
            let mut row = Table::new();
            if !sidecar.is_empty() {
                row.decor_mut().set_prefix("\n");
            }
            row["kind"] = value(&known.kind);
            if let Some(start) = known.start {
                row["start"] = value(i64::from(start));
            }
            for (key, said) in [("says", &known.says), ("right", &known.right)] {
                if let Some(said) = said {
                    row[key] = Item::Value(written(said)?);
                }
            }
            row["why"] = value(known.why.as_deref().unwrap_or_default());
            row["text"] = value(&known.text);
            rows(sidecar, "known")?.push(row);
            Ok(())
        })
    }

    /// What accepting does: the known errors of `mended` are gone, each of `broken` has its reason, and a document that
    /// was verified is so with the new body.
    pub(super) fn settle(&self, mended: &[usize], broken: &[Table], body: Option<&str>) -> Result<()> {
        let body = body.filter(|_| self.is_verified);
        if mended.is_empty() && broken.is_empty() && body.is_none() {
            return Ok(());
        }
        self.edit(|sidecar| {
            if !mended.is_empty() {
                let known = rows(sidecar, "known")?;
                let mut index = 0;
                known.retain(|_| {
                    index += 1;
                    !mended.contains(&(index - 1))
                });
            }
            for row in broken {
                rows(sidecar, "accepted")?.push(row.clone());
            }
            if let Some(body) = body {
                sidecar["verified"] = value(sha256(body.as_bytes()));
            }
            Ok(())
        })
    }

    /// Edits the sidecar, whose comments and order stay, and writes it whole.
    fn edit(&self, change: impl FnOnce(&mut DocumentMut) -> Result<()>) -> Result<()> {
        let path = self.path.as_deref().ok_or_else(no_sidecar)?;
        let mut sidecar = read(path)?;
        change(&mut sidecar).map_err(|error| error.at(path))?;
        write_beside(path, sidecar.to_string().as_bytes())
    }
}

fn no_sidecar() -> Error {
    Error::new(Trouble::Usage, "a line of a .jsonl file has no sidecar to state that in")
        .advise("give the document a file of its own")
}

fn read(path: &Path) -> Result<DocumentMut> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(Error::disk(path, &error)),
    };
    text.parse().map_err(|error: toml_edit::TomlError| {
        Error::new(Trouble::Usage, error.message().replace('\n', ", ")).at(path)
    })
}

/// The rows `[[key]]`.
fn rows<'t>(sidecar: &'t mut DocumentMut, key: &str) -> Result<&'t mut ArrayOfTables> {
    let item = sidecar.entry(key).or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    item.as_array_of_tables_mut()
        .ok_or_else(|| Error::new(Trouble::Usage, format!("`{key}` is not made of rows `[[{key}]]`")))
}
