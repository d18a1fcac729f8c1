//! The session: what waits, what is decided, and how each act is carried out and taken back.

use std::collections::{BTreeMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Serialize;

use super::why::{Asked, Tried, tried};
use crate::docket::{Before, Case, Correction, Docket, Effect, Ledger, Ruling, settle};
use crate::error::{Error, Result, Trouble};
use crate::harness::Project;
use crate::report::html::{Decided, KnownRow, Mode, known_rows, page};
use crate::snapshot::Snapshot;

/// Name of what is ruled on in a document that no change of a fact concerns.
const WHOLE: &str = "*";

/// A review under way.
#[derive(Debug)]
pub struct Session {
    project: Project,
    name: String,
    /// What waited when the page was made; the page speaks of these cases and their changes.
    shown: Docket,
    /// The same cases as their files are now; none where nothing waits any more.
    now: Vec<Option<Case>>,
    decided: Vec<Decided>,
    acts: Vec<Act>,
}

/// What was done, and how things were before.
#[derive(Debug)]
struct Act {
    before: Vec<(usize, Before)>,
    ruled: Vec<(usize, String)>,
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
#[derive(Debug, Serialize)]
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

/// What a review came to, in changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sum {
    /// Changes that were accepted.
    pub accepted: usize,
    /// Those that were rejected.
    pub rejected: usize,
    /// Those that still wait.
    pub left: usize,
    /// Snapshots that wait and could not be read.
    pub failed: usize,
}

/// The session, for one request at a time. A request that panicked leaves it as its files say.
pub(super) fn locked(session: &Mutex<Session>) -> MutexGuard<'_, Session> {
    session.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Session {
    /// A review of what waits in `docket`, under the project's `name`.
    pub fn new(project: Project, name: &str, docket: Docket) -> Self {
        let now = docket.cases.iter().cloned().map(Some).collect();
        let decided = vec![Decided::new(); docket.cases.len()];
        Self { project, name: name.to_owned(), shown: docket, now, decided, acts: Vec::new() }
    }

    /// The page as things stand.
    pub(super) fn page(&self) -> String {
        page(&self.name, &self.shown, Mode::Served { decided: &self.decided, undo: self.acts.len() })
    }

    /// What was decided so far.
    pub fn sum(&self) -> Sum {
        let rulings = || self.decided.iter().flat_map(Decided::values);
        let count = |ruling: Ruling| rulings().filter(|one| **one == ruling).count();
        let all: usize = self.shown.cases.iter().map(|case| names(case).count()).sum();
        let (accepted, rejected) = (count(Ruling::Accept), count(Ruling::Reject));
        Sum {
            accepted,
            rejected,
            left: all.saturating_sub(accepted + rejected),
            failed: self.shown.problems.len(),
        }
    }

    /// Rules on what still waits of `target`. In each document it is carried out whole or not at all.
    pub(super) fn rule(&mut self, target: Target<'_>, ruling: Ruling, reason: Option<&str>) -> Result<Told> {
        let chosen = self.chosen(target)?;
        let mut act = Act { before: Vec::new(), ruled: Vec::new() };
        let (mut problems, mut reload) = (Vec::new(), false);
        for (index, ids) in chosen {
            match self.rule_on(index, &ids, ruling, reason, &mut act) {
                Ok(is_other) => reload |= is_other,
                Err(error) => problems.push(error),
            }
        }
        if act.before.is_empty() {
            return Err(problems.into_iter().next().unwrap_or_else(nothing_waits));
        }
        let problems = problems.iter().map(ToString::to_string).collect();
        let touched = self.did(act);
        Ok(Told { problems, reload, ..self.told(&touched) })
    }

    /// Takes the last act back.
    pub(super) fn undo(&mut self) -> Result<Told> {
        let act = self.acts.pop().ok_or_else(|| Error::new(Trouble::Usage, "nothing was decided"))?;
        let reload = match self.take_back(&act) {
            Ok(reload) => reload,
            Err(error) => {
                self.acts.push(act);
                return Err(error);
            }
        };
        let touched: Vec<_> = act.before.iter().map(|(index, _)| *index).collect();
        let change = act.ruled.first().map(|(_, id)| id.clone());
        Ok(Told { change, reload, ..self.told(&touched) })
    }

    /// Puts the files of an act back; whether the page has to be read anew.
    fn take_back(&mut self, act: &Act) -> Result<bool> {
        let mut reload = false;
        for (index, before) in act.before.iter().rev() {
            before.restore()?;
            let again = |id: &String| act.ruled.iter().any(|(at, ruled)| at == index && ruled == id);
            self.decided[*index].retain(|id, _| !again(id));
            reload |= self.reopen(*index)?;
        }
        Ok(reload)
    }

    /// Notes what a person says is wrong or missing.
    pub(super) fn note(&mut self, document: &str, correction: &Correction) -> Result<Told> {
        let index = self.index(document)?;
        let case = &self.shown.cases[index];
        correction.stands_in(&case.text)?;
        let before = Before::of(case)?;
        case.ledger.add(correction)?;
        let reload = self.reopen(index)?;
        let touched = self.did(Act { before: vec![(index, before)], ruled: Vec::new() });
        Ok(Told { reload, ..self.told(&touched) })
    }

    /// States that a person has read what is accepted of the document against its text.
    pub(super) fn verify(&mut self, document: &str) -> Result<Told> {
        let index = self.index(document)?;
        let case = &self.shown.cases[index];
        if case.pending.file().exists() {
            return Err(Error::new(Trouble::Usage, "something of it still waits for a decision"));
        }
        let accepted = Snapshot::read(&case.pending.snapshot)?;
        let accepted = accepted.ok_or_else(|| Error::new(Trouble::Usage, "nothing of it is accepted"))?;
        let before = Before::of(case)?;
        case.ledger.verify(&accepted.body)?;
        let reload = self.reopen(index)?;
        let touched = self.did(Act { before: vec![(index, before)], ruled: Vec::new() });
        Ok(Told { reload, ..self.told(&touched) })
    }

    /// The rules that were tried in a place.
    pub(super) fn why(&self, asked: &Asked) -> Result<Vec<Tried>> {
        tried(&self.project, &self.shown.cases[self.index(&asked.document)?], asked)
    }

    /// The ids of the changes that are meant and still wait, for each case that has any.
    fn chosen(&self, target: Target<'_>) -> Result<Vec<(usize, Vec<String>)>> {
        let waiting = |index: usize| {
            let decided = &self.decided[index];
            names(&self.shown.cases[index]).filter(|id| !decided.contains_key(*id)).map(str::to_owned)
        };
        let chosen: Vec<(usize, Vec<String>)> = match target {
            Target::Change { document, change } => {
                let index = self.index(document)?;
                vec![(index, waiting(index).filter(|id| id == change).collect())]
            }
            Target::Document(document) => {
                let index = self.index(document)?;
                vec![(index, waiting(index).collect())]
            }
            Target::Cluster(id) => {
                let members = self.cluster(id)?;
                let is_member = |index: usize, id: &String| members.contains(&(index, &**id));
                let cases = 0..self.now.len();
                cases.map(|at| (at, waiting(at).filter(|id| is_member(at, id)).collect())).collect()
            }
        };
        let chosen: Vec<_> = chosen.into_iter().filter(|(_, ids)| !ids.is_empty()).collect();
        if chosen.is_empty() { Err(nothing_waits()) } else { Ok(chosen) }
    }

    /// The members of a cluster, each by its case and its id.
    fn cluster(&self, id: &str) -> Result<HashSet<(usize, &str)>> {
        let cluster = self.shown.clusters.iter().find(|cluster| cluster.id == id);
        let cluster =
            cluster.ok_or_else(|| Error::new(Trouble::Usage, format!("no cluster is named `{id}`")))?;
        Ok(cluster
            .members
            .iter()
            .map(|(case, change)| (*case, &*self.shown.cases[*case].ids()[*change]))
            .collect())
    }

    /// Rules on some changes of a case; whether its changes are others since.
    fn rule_on(
        &mut self,
        index: usize,
        ids: &[String],
        ruling: Ruling,
        reason: Option<&str>,
        act: &mut Act,
    ) -> Result<bool> {
        let case = self.now[index].as_ref().ok_or_else(nothing_waits)?;
        let chosen = |at: usize| ids.contains(&case.ids()[at]);
        let settled = settle(case, ruling, chosen, reason)?;
        act.before.push((index, settled.before));
        for id in ids {
            self.decided[index].insert(id.clone(), ruling);
            act.ruled.push((index, id.clone()));
        }
        self.reopen(index)
    }

    /// Reads the case anew; whether the page has to be, because changes wait that it does not know.
    fn reopen(&mut self, index: usize) -> Result<bool> {
        let shown = &self.shown.cases[index];
        let now = shown.again(&self.project)?;
        let known: HashSet<&str> = names(shown).collect();
        let is_other = now.as_ref().is_some_and(|now| !names(now).all(|id| known.contains(id)));
        self.now[index] = now;
        if is_other {
            self.show_anew(index);
        } else {
            self.refresh(index)?;
        }
        Ok(is_other)
    }

    /// What the page shows of a case is what waits of it now.
    fn show_anew(&mut self, index: usize) {
        if let Some(now) = &self.now[index] {
            self.shown.cases[index] = now.clone();
            self.decided[index].clear();
            self.shown.cluster();
        }
    }

    /// The ledger of the shown case, and what changes that still wait do to it, are as the files say now.
    fn refresh(&mut self, index: usize) -> Result<()> {
        let case = &mut self.shown.cases[index];
        let accepted = Snapshot::read(&case.pending.snapshot).ok().flatten();
        let body = accepted.as_ref().map(|accepted| &*accepted.body);
        if let Some(place) = &case.place {
            case.ledger = Ledger::read(place, body)?;
        }
        let waits: Vec<_> = case.ids().iter().map(|id| !self.decided[index].contains_key(id)).collect();
        for (at, _) in waits.into_iter().enumerate().filter(|(_, waits)| *waits) {
            case.effects[at] = Effect::of(&case.changed.diff.changes[at], &case.ledger);
        }
        Ok(())
    }

    /// Remembers the act, and says which cases it touched.
    fn did(&mut self, act: Act) -> Vec<usize> {
        let touched = act.before.iter().map(|(index, _)| *index).collect();
        self.acts.push(act);
        touched
    }

    fn told(&self, touched: &[usize]) -> Told {
        let documents = touched.iter().map(|index| self.standing(*index)).collect();
        Told { documents, change: None, problems: Vec::new(), undo: self.acts.len(), reload: false }
    }

    fn standing(&self, index: usize) -> Standing {
        let case = &self.shown.cases[index];
        Standing {
            document: case.id().to_owned(),
            decided: self.decided[index].iter().map(|(id, ruling)| (id.clone(), ruling.done())).collect(),
            known: known_rows(&case.ledger),
            verified: case.ledger.is_verified,
            effects: case.effects.iter().map(|effect| effect.word()).collect(),
        }
    }

    fn index(&self, document: &str) -> Result<usize> {
        let found = self.shown.cases.iter().position(|case| case.id() == document);
        found.ok_or_else(|| Error::new(Trouble::Usage, format!("no document `{document}` is under review")))
    }
}

/// The names of what is ruled on in a case: its changes, or the whole where no fact says anything else.
fn names(case: &Case) -> impl Iterator<Item = &str> {
    let whole = case.ids().is_empty().then_some(WHOLE);
    case.ids().iter().map(String::as_str).chain(whole)
}

fn nothing_waits() -> Error {
    Error::new(Trouble::Usage, "it does not wait any more")
}
