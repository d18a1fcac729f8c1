//! Sheets: a document under review, with each of its changes, decided or not.

use std::collections::{HashMap, HashSet};

use crate::docket::{Case, Effect, Ledger, Ruling};
use crate::error::{Error, Result};
use crate::harness::{Evidence, Pending, Project};
use crate::snapshot::{Change, Snapshot};

/// A document under review.
#[derive(Debug)]
pub struct Sheet {
    /// The document as it is now, or, once nothing of it waits, as it was last.
    pub case: Case,
    /// Its changes, in the order of the text; those that are decided stay. A document whose facts merely moved has one row
    /// without a change.
    pub rows: Vec<Row>,
    /// Whether its snapshot still waits.
    pub is_open: bool,
    /// Why the last ruling on it failed.
    pub trouble: Option<Error>,
    /// Its files when the review began: what a ruling renamed, undoing names back.
    files: Pending,
}

/// A change of a document.
#[derive(Debug)]
pub struct Row {
    /// Its id; empty where the facts merely moved.
    pub id: String,
    /// The kind of its fact.
    pub kind: String,
    /// The cluster that it belongs to; none in a document that is new.
    pub cluster: Option<String>,
    /// Whether it is decided.
    pub standing: Standing,
    at: u32,
}

/// Whether a change is decided.
#[derive(Debug)]
pub enum Standing {
    /// It waits: its index among the changes of the case.
    Waiting(usize),
    /// It is decided, and was so.
    Decided(Ruling, Option<Box<Past>>),
}

/// A change as it was when it was decided.
#[derive(Debug)]
pub struct Past {
    change: Change,
    evidence: Option<Evidence>,
    effect: Effect,
}

/// What there is to see of a change.
#[derive(Debug, Clone, Copy)]
pub struct Sight<'s> {
    /// The change.
    pub change: &'s Change,
    /// The sentence that it stands in.
    pub evidence: Option<&'s Evidence>,
    /// What it does to what was verified.
    pub effect: Effect,
}

impl Sheet {
    /// The document of `case`, of which nothing is decided.
    pub fn new(case: Case) -> Self {
        let (rows, files) = (rows(&case), case.pending.clone());
        Self { case, rows, is_open: true, trouble: None, files }
    }

    /// Number of changes that wait.
    pub fn waiting(&self) -> usize {
        self.rows.iter().filter(|row| row.is_waiting()).count()
    }

    /// What there is to see of the row of that index; nothing where the facts merely moved.
    pub fn sight(&self, row: usize) -> Option<Sight<'_>> {
        match &self.rows.get(row)?.standing {
            Standing::Waiting(index) => seen(&self.case, *index),
            Standing::Decided(_, past) => past.as_deref().map(|past| Sight {
                change: &past.change,
                evidence: past.evidence.as_ref(),
                effect: past.effect,
            }),
        }
    }

    /// Reads the document anew, after a ruling on the rows whose ids are `ruled`, if there was one.
    ///
    /// # Errors
    /// Files that cannot be read.
    pub fn renew(&mut self, project: &Project, ruling: Option<(Ruling, &HashSet<String>)>) -> Result<()> {
        let now = Case::still(project, self.files.clone(), self.case.place.clone())?;
        self.place_rows(now.as_ref(), ruling);
        self.is_open = now.is_some();
        match now {
            Some(case) => self.case = case,
            None => self.read_ledger()?,
        }
        Ok(())
    }

    /// What the sidecar says now.
    fn read_ledger(&mut self) -> Result<()> {
        let accepted = Snapshot::read(&self.case.pending.snapshot)?;
        if let Some(place) = &self.case.place {
            self.case.ledger = Ledger::read(place, accepted.as_ref().map(|snapshot| &*snapshot.body))?;
        }
        Ok(())
    }

    /// Finds every row again: by its id where it waits, as it was where it was ruled on. What became another change has
    /// another id.
    fn place_rows(&mut self, now: Option<&Case>, ruling: Option<(Ruling, &HashSet<String>)>) {
        let mut fresh: HashMap<String, Vec<Row>> = HashMap::new();
        for row in now.map(rows).unwrap_or_default().into_iter().rev() {
            fresh.entry(row.id.clone()).or_default().push(row);
        }
        let mut placed = Vec::with_capacity(self.rows.len());
        for row in std::mem::take(&mut self.rows) {
            match (fresh.get_mut(&row.id).and_then(Vec::pop), ruling) {
                (Some(waiting), _) => placed.push(waiting),
                (None, Some((ruling, ids))) if row.is_waiting() && ids.contains(&row.id) => {
                    placed.push(self.decided(row, ruling));
                }
                (None, _) if !row.is_waiting() => placed.push(row),
                (None, _) => {}
            }
        }
        let mut come: Vec<_> = fresh.into_values().flatten().collect();
        if !come.is_empty() {
            placed.append(&mut come);
            placed.sort_by_key(|row| row.at);
        }
        self.rows = placed;
    }

    fn decided(&self, row: Row, ruling: Ruling) -> Row {
        let past = match row.standing {
            Standing::Waiting(index) => seen(&self.case, index),
            Standing::Decided(..) => None,
        };
        let past = past.map(|sight| {
            let (change, evidence) = (sight.change.clone(), sight.evidence.cloned());
            Box::new(Past { change, evidence, effect: sight.effect })
        });
        Row { standing: Standing::Decided(ruling, past), ..row }
    }
}

impl Row {
    /// Whether it is not yet decided.
    pub fn is_waiting(&self) -> bool {
        matches!(self.standing, Standing::Waiting(_))
    }

    /// How it was decided.
    pub fn ruling(&self) -> Option<Ruling> {
        match self.standing {
            Standing::Waiting(_) => None,
            Standing::Decided(ruling, _) => Some(ruling),
        }
    }
}

/// A row for each change; one for all where there is none.
fn rows(case: &Case) -> Vec<Row> {
    let row = |(index, change): (usize, &Change)| Row {
        id: case.ids()[index].clone(),
        kind: change.item().kind.to_string(),
        cluster: (!case.is_new()).then(|| change.cluster_id()),
        standing: Standing::Waiting(index),
        at: change.item().span.start,
    };
    let rows: Vec<_> =
        case.changes().iter().enumerate().map(|(index, change)| row((index, change))).collect();
    if !rows.is_empty() {
        return rows;
    }
    let (id, kind) = (String::new(), String::new());
    vec![Row { id, kind, cluster: None, standing: Standing::Waiting(0), at: 0 }]
}

fn seen(case: &Case, index: usize) -> Option<Sight<'_>> {
    Some(Sight {
        change: case.changes().get(index)?,
        evidence: case.changed.evidence.get(index)?.as_ref(),
        effect: *case.effects.get(index)?,
    })
}
