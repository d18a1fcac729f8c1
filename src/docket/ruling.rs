//! Rulings: accepting and rejecting some of a case's changes, and taking that back.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use toml_edit::{Table, value};

use super::case::Case;
use super::effect::Effect;
use crate::error::{Error, Result, Trouble};
use crate::harness::{accept, accept_part, reject};
use crate::snapshot::{Record, Snapshot, merge, write_beside};

/// What becomes of changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Ruling {
    /// They go into the accepted snapshot.
    Accept,
    /// They are taken out of the waiting one; the next check brings them back, unless what made them is mended.
    Reject,
}

impl Ruling {
    /// What became of a change then: `accepted` or `rejected`.
    pub fn done(self) -> &'static str {
        match self {
            Self::Accept => "accepted",
            Self::Reject => "rejected",
        }
    }
}

/// What a ruling came to.
#[derive(Debug)]
pub struct Settled {
    /// Changes that were ruled on.
    pub ruled: usize,
    /// Changes of the document that still wait.
    pub left: usize,
    /// How things were before.
    pub before: Before,
}

/// The files of a case before a ruling: what undoing puts back.
#[derive(Debug)]
pub struct Before {
    files: Vec<(PathBuf, Option<Vec<u8>>)>,
}

impl Before {
    /// Notes how the files of `case` are now.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn of(case: &Case) -> Result<Self> {
        let mut paths = vec![case.pending.snapshot.clone(), case.pending.file()];
        paths.extend(case.pending.from.iter().chain(&case.ledger.path).cloned());
        let read = |path: PathBuf| match std::fs::read(&path) {
            Ok(bytes) => Ok((path, Some(bytes))),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok((path, None)),
            Err(error) => Err(Error::disk(&path, &error)),
        };
        Ok(Self { files: paths.into_iter().map(read).collect::<Result<_>>()? })
    }

    /// Puts the files back as they were.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub fn restore(&self) -> Result<()> {
        self.files.iter().try_for_each(|(path, bytes)| match bytes {
            Some(bytes) => write_beside(path, bytes),
            None => match std::fs::remove_file(path) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Error::disk(path, &error)),
                _ => Ok(()),
            },
        })
    }
}

/// Carries out `ruling` on the changes of `case` that `chosen` takes by their index; on the whole snapshot where it takes
/// all. Accepting a change that breaks a verified fact needs a `reason`, which is kept in the sidecar.
///
/// # Errors
/// Files that are not as the case has them, or that cannot be written; what is stale, where it is accepted; a break without
/// a reason. In each case nothing has been written.
pub fn settle(
    case: &Case,
    ruling: Ruling,
    chosen: impl Fn(usize) -> bool,
    reason: Option<&str>,
) -> Result<Settled> {
    let indices: Vec<_> = (0..case.changes().len()).filter(|index| chosen(*index)).collect();
    let all = indices.len() == case.changes().len();
    still_so(case)?;
    let before = Before::of(case)?;
    match ruling {
        Ruling::Accept => {
            case.pending.acceptable()?;
            let broken = broken(case, &indices, reason)?;
            let body = if all { case.new.body.clone() } else { merged(case, &chosen)? };
            case.ledger.settle(&mended(case, &indices), &broken, Some(&body))?;
            if all {
                accept(&case.pending)?;
            } else if !indices.is_empty() {
                accept_part(&case.pending, Snapshot { body, ..case.new.clone() })?;
            }
        }
        Ruling::Reject if all => reject(&case.pending)?,
        Ruling::Reject => {
            let body = merged(case, |index| !chosen(index))?;
            Snapshot { body, ..case.new.clone() }.write(&case.pending.file())?;
        }
    }
    Ok(Settled { ruled: indices.len(), left: case.changes().len() - indices.len(), before })
}

/// The body with only those changes of which `taken` is true.
fn merged(case: &Case, taken: impl Fn(usize) -> bool) -> Result<String> {
    let old = case.old.as_ref().map(|old| Record::from_body(case.id(), &old.body)).transpose()?;
    let new = Record::from_body(case.id(), &case.new.body)?;
    let diff = &case.changed.diff;
    let index = |change: &crate::snapshot::Change| diff.changes.iter().position(|c| std::ptr::eq(c, change));
    Ok(merge(old.as_ref(), &new, diff, |change| index(change).is_some_and(&taken)).to_body())
}

/// Whether the files still are what the case was made of.
fn still_so(case: &Case) -> Result<()> {
    let file = case.pending.file();
    let changed = |path: &std::path::Path| {
        Error::new(Trouble::Usage, "it has changed since it was shown")
            .at(path)
            .advise("run `tahqiq review` again")
    };
    if Snapshot::read(&file)?.as_ref() != Some(&case.new) {
        return Err(changed(&file));
    }
    let old = Snapshot::read(case.pending.from.as_ref().unwrap_or(&case.pending.snapshot));
    if case.old.is_some() && old? != case.old {
        return Err(changed(&case.pending.snapshot));
    }
    Ok(())
}

fn mended(case: &Case, indices: &[usize]) -> Vec<usize> {
    let effects = indices.iter().map(|index| case.effects[*index]);
    effects.filter_map(|effect| if let Effect::Mends(row) = effect { Some(row) } else { None }).collect()
}

/// The rows that keep why verified facts were changed.
fn broken(case: &Case, indices: &[usize], reason: Option<&str>) -> Result<Vec<Table>> {
    let broken = indices.iter().filter(|index| case.effects[**index] == Effect::Breaks);
    let row = |index: &usize| {
        let change = &case.changes()[*index];
        let why = reason.map(str::trim).filter(|reason| !reason.is_empty()).ok_or_else(|| {
            let (kind, text) = (&change.item().kind, &change.item().text);
            Error::new(Trouble::Usage, format!("{}: a {kind} that was verified changes: {text}", case.id()))
                .advise("say why it is accepted: --reason \"…\"")
        })?;
        let mut row = Table::new();
        row["kind"] = value(&*change.item().kind);
        for (key, item) in [("said", &change.old), ("says", &change.new)] {
            if let Some(item) = item {
                row[key] = value(item.gist());
            }
        }
        row["why"] = value(why);
        row["text"] = value(&*change.item().text);
        Ok(row)
    };
    broken.map(row).collect()
}
