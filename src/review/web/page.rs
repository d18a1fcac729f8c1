//! The page: where in the session a request's names lead, and what the page is told of it.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Serialize;

use super::super::{Happened, Progress, Session, Sheet, Spot, Undone};
use super::why::{Asked, Tried, tried};
use crate::docket::{Case, Correction, Docket, Effect, Ruling};
use crate::error::{Error, Result, Trouble};
use crate::harness::Project;
use crate::report::html::{Decided, KnownRow, Mode, known_rows, page};
use crate::report::plural;

/// Name of what is ruled on in a document that no change of a fact concerns.
const WHOLE: &str = "*";

/// A review in a browser: a session, and what its page shows.
#[derive(Debug)]
pub struct Page {
    name: String,
    /// What waited when the page was made, decided or not; its cases are the session's sheets, in their order.
    shown: Docket,
    session: Session,
}

/// What a ruling is on.
#[derive(Debug, Clone, Copy)]
pub(super) enum Target<'t> {
    /// One change.
    Change { document: &'t str, change: &'t str },
    /// All that waits in a document.
    Document(&'t str),
    /// All that waits in a cluster.
    Cluster(&'t str),
}

/// What the page is told after an act.
#[derive(Debug, Default, Serialize)]
pub(super) struct Told {
    documents: Vec<Standing>,
    /// The change that waits again, of those taken back the first.
    change: Option<String>,
    problems: Vec<String>,
    undo: usize,
    /// Whether the page is to be read anew, because a document's changes are others now.
    reload: bool,
}

/// How a document stands.
#[derive(Debug, Serialize)]
struct Standing {
    document: String,
    decided: BTreeMap<String, &'static str>,
    known: Vec<KnownRow>,
    verified: bool,
    effects: Vec<Option<&'static str>>,
}

/// The page, for one request at a time. A request that panicked leaves it as its files say.
pub(super) fn locked(page: &Mutex<Page>) -> MutexGuard<'_, Page> {
    page.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Page {
    /// A review of what waits in `docket`, under the project's `name`.
    pub fn new(project: Project, name: &str, docket: Docket) -> Self {
        Self { name: name.to_owned(), shown: docket.clone(), session: Session::new(project, docket) }
    }

    /// How far the review has come.
    pub fn progress(&self) -> Progress {
        self.session.progress()
    }

    /// The page as things stand.
    pub(super) fn html(&self) -> String {
        let decided: Vec<_> = (0..self.shown.cases.len()).map(|at| self.decided(at)).collect();
        page(&self.name, &self.shown, Mode::Served { decided: &decided, undo: self.session.history.len() })
    }

    /// Rules on what still waits of `target`. In each document it is carried out whole or not at all.
    pub(super) fn rule(&mut self, target: Target<'_>, ruling: Ruling, reason: Option<&str>) -> Result<Told> {
        let spots = self.spots(target)?;
        let ruled = match self.session.decide(&spots, ruling, reason) {
            Happened::Ruled(ruled) => ruled,
            Happened::NeedsReason(broken) => return Err(needs_reason(broken)),
            Happened::Nothing(_) => return Err(nothing_waits()),
        };
        if ruled.documents == 0 {
            return Err(ruled.failures.into_iter().next().unwrap_or_else(nothing_waits));
        }
        let sheets: BTreeSet<_> = spots.iter().map(|spot| spot.sheet).collect();
        let troubles = sheets.iter().filter_map(|at| self.session.sheets()[*at].trouble.as_ref());
        let problems = troubles.map(ToString::to_string).collect();
        Ok(Told { problems, ..self.told(sheets) })
    }

    /// Takes the last act back.
    pub(super) fn undo(&mut self) -> Result<Told> {
        let undone = self.session.undo();
        let undone = undone.ok_or_else(|| Error::new(Trouble::Usage, "nothing was decided"))?;
        let Undone { sheets, change, failures, .. } = undone;
        if failures.len() == sheets.len() {
            return Err(failures.into_iter().next().unwrap_or_else(nothing_waits));
        }
        let change = change.map(|id| name(&id).to_owned());
        let problems = failures.iter().map(ToString::to_string).collect();
        Ok(Told { change, problems, ..self.told(sheets) })
    }

    /// Notes what a person says is wrong or missing.
    pub(super) fn note(&mut self, document: &str, correction: &Correction) -> Result<Told> {
        let at = self.index(document)?;
        self.session.note(at, correction)?;
        Ok(self.told([at]))
    }

    /// States that a person has read what is accepted of the document against its text.
    pub(super) fn verify(&mut self, document: &str) -> Result<Told> {
        let at = self.index(document)?;
        self.session.verify_sheet(at)?;
        Ok(self.told([at]))
    }

    /// The rules that were tried in a place.
    pub(super) fn why(&self, asked: &Asked) -> Result<Vec<Tried>> {
        tried(&self.session.project, &self.shown.cases[self.index(&asked.document)?], asked)
    }

    /// Where the changes are that are meant and still wait.
    fn spots(&self, target: Target<'_>) -> Result<Vec<Spot>> {
        let spots = match target {
            Target::Change { document, change } => self.waiting(self.index(document)?, |id| id == change),
            Target::Document(document) => self.waiting(self.index(document)?, |_| true),
            Target::Cluster(id) => {
                let members = self.members(id)?;
                let cases = 0..self.shown.cases.len();
                cases.flat_map(|at| self.waiting(at, |id| members.contains(&(at, id)))).collect()
            }
        };
        if spots.is_empty() { Err(nothing_waits()) } else { Ok(spots) }
    }

    /// The changes of a case that wait, that the page shows and that are chosen by their names.
    fn waiting(&self, at: usize, chosen: impl Fn(&str) -> bool) -> Vec<Spot> {
        let shown: HashSet<_> = names(&self.shown.cases[at]).collect();
        let is_meant = |id: &str| shown.contains(id) && chosen(id);
        let rows = self.session.sheets()[at].rows.iter().enumerate();
        let waiting = rows.filter(|(_, row)| row.is_waiting() && is_meant(name(&row.id)));
        waiting.map(|(row, _)| Spot { sheet: at, row }).collect()
    }

    /// The members of a cluster, each by its case and its id.
    fn members(&self, id: &str) -> Result<HashSet<(usize, &str)>> {
        let cluster = self.shown.clusters.iter().find(|cluster| cluster.id == id);
        let unknown = || Error::new(Trouble::Usage, format!("no cluster is named `{id}`"));
        let members = cluster.ok_or_else(unknown)?.members.iter();
        Ok(members.map(|(at, change)| (*at, &*self.shown.cases[*at].ids()[*change])).collect())
    }

    fn index(&self, document: &str) -> Result<usize> {
        let found = self.shown.cases.iter().position(|case| case.id() == document);
        found.ok_or_else(|| Error::new(Trouble::Usage, format!("no document `{document}` is under review")))
    }

    /// The changes of a case that are decided, of those that the page shows.
    fn decided(&self, at: usize) -> Decided {
        let shown: HashSet<_> = names(&self.shown.cases[at]).collect();
        let rows = self.session.sheets()[at].rows.iter();
        let decided = rows.filter_map(|row| Some((name(&row.id).to_owned(), row.ruling()?)));
        decided.filter(|(id, _)| shown.contains(&**id)).collect()
    }

    /// What the page is told of the documents that an act touched.
    fn told(&mut self, touched: impl IntoIterator<Item = usize>) -> Told {
        let mut told = Told { undo: self.session.history.len(), ..Told::default() };
        for at in touched {
            told.reload |= self.follow(at);
            told.documents.push(self.document(at));
        }
        told
    }

    /// What the page shows of a case follows what became of it; whether the page has to be read anew.
    fn follow(&mut self, at: usize) -> bool {
        let is_other = self.is_other(at);
        let sheet = &self.session.sheets()[at];
        if is_other {
            self.shown.cases[at] = sheet.case.clone();
            self.shown.cluster();
        } else {
            renew(&mut self.shown.cases[at], sheet);
        }
        is_other
    }

    /// Whether what waits of a document is not what the page knows to wait.
    fn is_other(&self, at: usize) -> bool {
        let (sheet, decided) = (&self.session.sheets()[at], self.decided(at));
        let known = names(&self.shown.cases[at]).filter(|id| !decided.contains_key(*id));
        let waiting = sheet.rows.iter().filter(|row| row.is_waiting()).map(|row| name(&row.id));
        sheet.is_open && known.collect::<HashSet<_>>() != waiting.collect()
    }

    fn document(&self, at: usize) -> Standing {
        let case = &self.shown.cases[at];
        let decided = self.decided(at).into_iter();
        Standing {
            document: case.id().to_owned(),
            decided: decided.map(|(id, ruling)| (id, ruling.done())).collect(),
            known: known_rows(&case.ledger),
            verified: case.ledger.is_verified,
            effects: case.effects.iter().map(|effect| effect.word()).collect(),
        }
    }
}

/// The ledger of a case, and what its changes that still wait do to it, are as in its sheet.
fn renew(shown: &mut Case, sheet: &Sheet) {
    shown.ledger.clone_from(&sheet.case.ledger);
    if !sheet.is_open {
        return;
    }
    let now: HashMap<&str, Effect> =
        sheet.case.ids().iter().map(String::as_str).zip(sheet.case.effects.iter().copied()).collect();
    for (id, effect) in shown.changed.ids.iter().zip(&mut shown.effects) {
        *effect = now.get(&**id).copied().unwrap_or(*effect);
    }
}

/// The names of what is ruled on in a case: its changes, or the whole where no fact says anything else.
fn names(case: &Case) -> impl Iterator<Item = &str> {
    let whole = case.ids().is_empty().then_some(WHOLE);
    case.ids().iter().map(String::as_str).chain(whole)
}

/// The name by which the page knows a row.
fn name(id: &str) -> &str {
    if id.is_empty() { WHOLE } else { id }
}

fn nothing_waits() -> Error {
    Error::new(Trouble::Usage, "it does not wait any more")
}

fn needs_reason(broken: usize) -> Error {
    let what = format!("{} would alter what was verified", plural(broken, "change"));
    Error::new(Trouble::Usage, what).advise("say why it is accepted")
}
