//! Coverage: which rules and which rows of the word lists the documents of a corpus witness.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::discovery::Corpus;
use super::outcome::{Verdict, of_error};
use super::place::Place;
use super::project::Project;
use crate::engine::Extraction;
use crate::engine::catch;
use crate::error::{Error, Result, Trouble};
use crate::extract::{rule_names, witness};
use crate::lexicon::{Lexicon, Listed, Seen};
use crate::text::Document;

/// What the documents of a corpus witness.
#[derive(Debug, Clone, Default)]
pub struct Coverage {
    /// Number of documents that were read.
    pub documents: usize,
    /// The rules, those with the fewest witnesses first.
    pub rules: Vec<RuleCoverage>,
    /// The word lists: the built-in ones, then the project's own.
    pub lists: Vec<ListCoverage>,
    /// Documents that could not be read.
    pub problems: Vec<Error>,
}

/// The witnesses of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleCoverage {
    /// Its name.
    pub rule: String,
    /// Documents with a fact by it.
    pub documents: usize,
    /// Facts by it.
    pub facts: usize,
    /// Places where it matches, whether a fact comes of it or not; none of an engine that does not tell.
    pub matches: Option<usize>,
}

/// The witnesses of a word list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListCoverage {
    /// Its name.
    pub list: &'static str,
    /// The file that it stands in, if it is the project's own.
    pub file: Option<String>,
    /// Number of its rows.
    pub rows: usize,
    /// The words of each row that has no witness.
    pub without: Vec<Vec<String>>,
}

/// The word lists of the built-in engine, row by row.
#[derive(Debug, Clone)]
pub struct WordLists {
    lexicon: Arc<Lexicon>,
    /// The rows, with the file of those that are the project's own.
    rows: Vec<(Option<String>, Vec<Listed>)>,
}

impl WordLists {
    /// The built-in lists and those of the project.
    ///
    /// # Errors
    /// A list that cannot be read.
    pub fn of(project: &Project) -> Result<Self> {
        let mut rows = vec![(None, Listed::builtin()?)];
        let lexicon = project.lexicon()?;
        for (name, text) in project.lists()? {
            let listed =
                Listed::of_user(&text).map_err(|e| Error::new(Trouble::Usage, format!("{name}: {e}")))?;
            rows.push((Some(name), listed));
        }
        Ok(Self { lexicon, rows })
    }

    fn coverage(&self, seen: &Seen) -> Vec<ListCoverage> {
        let of_one = |(file, rows): &(Option<String>, Vec<Listed>)| -> Vec<ListCoverage> {
            let lists = rows.chunk_by(|one, other| one.list == other.list);
            let cover = |rows: &[Listed]| ListCoverage {
                list: rows[0].list,
                file: file.clone(),
                rows: rows.len(),
                without: rows
                    .iter()
                    .filter(|row| !self.lexicon.has_seen(row, seen))
                    .map(|row| row.words.clone())
                    .collect(),
            };
            lists.map(cover).collect()
        };
        self.rows.iter().flat_map(of_one).collect()
    }
}

/// What the documents of `corpus` witness, read on the threads of the current pool. Without `lists`, which only the
/// built-in engine has, the rules are those that facts are by. Nothing is written. `done` is called after each document.
pub fn coverage(
    project: &Project,
    corpus: Corpus,
    extraction: Extraction<'_>,
    lists: Option<&WordLists>,
    done: &(dyn Fn() + Sync),
) -> Coverage {
    let add = |mut count: Count, place: Place| {
        if let Err(error) = count.add(project, &place, extraction, lists) {
            count.problems.push(if error.path().is_some() { error } else { error.at(&place.file) });
        }
        done();
        count
    };
    let counts = corpus.places.into_par_iter().fold(Count::default, add);
    let mut count = counts.reduce(Count::default, Count::with);
    let mut problems = corpus.problems;
    problems.append(&mut count.problems);
    let documents = count.documents;
    let (rules, seen) = count.rules(extraction.kinds, lists.is_some());
    Coverage {
        documents,
        rules,
        lists: lists.map(|lists| lists.coverage(&seen)).unwrap_or_default(),
        problems,
    }
}

impl Coverage {
    /// What it comes to: clean, or that something could not be read.
    pub fn verdict(&self) -> Verdict {
        self.problems.iter().map(of_error).min().unwrap_or(Verdict::Clean)
    }
}

/// What some documents witness.
#[derive(Default)]
struct Count {
    documents: usize,
    /// Documents and facts by rule.
    facts: BTreeMap<String, (usize, usize)>,
    matches: BTreeMap<&'static str, usize>,
    seen: Seen,
    problems: Vec<Error>,
}

impl Count {
    fn add(
        &mut self,
        project: &Project,
        place: &Place,
        extraction: Extraction<'_>,
        lists: Option<&WordLists>,
    ) -> Result<()> {
        let opened = place.open(project)?;
        let document = opened.document()?;
        let record = extraction.record(&document, opened.published)?;
        let mut met = BTreeSet::new();
        for item in &record.facts {
            let count = self.facts.entry(item.rule.to_string()).or_default();
            count.0 += usize::from(met.insert(&item.rule));
            count.1 += 1;
        }
        if let Some(lists) = lists {
            self.add_matches(&document, &lists.lexicon)?;
        }
        self.documents += 1;
        Ok(())
    }

    fn add_matches(&mut self, document: &Document<'_>, lexicon: &Lexicon) -> Result<()> {
        for rule in catch(|| Ok(witness(document, lexicon, &mut self.seen)))? {
            *self.matches.entry(rule).or_default() += 1;
        }
        Ok(())
    }

    /// Both together.
    fn with(mut self, other: Self) -> Self {
        self.documents += other.documents;
        for (rule, (documents, facts)) in other.facts {
            let count = self.facts.entry(rule).or_default();
            *count = (count.0 + documents, count.1 + facts);
        }
        for (rule, matches) in other.matches {
            *self.matches.entry(rule).or_default() += matches;
        }
        self.problems.extend(other.problems);
        Self { seen: self.seen.with(other.seen), ..self }
    }

    /// The witnesses of each rule of these kinds, of every kind where there are none; and the words that were seen.
    fn rules(self, kinds: &[String], is_builtin: bool) -> (Vec<RuleCoverage>, Seen) {
        let is_asked = |rule: &str| {
            let kind = rule.split('/').next().unwrap_or(rule);
            kinds.is_empty() || kinds.iter().any(|asked| asked == kind)
        };
        let mut facts = self.facts;
        if is_builtin {
            for rule in rule_names().filter(|rule| is_asked(rule)) {
                facts.entry(rule.to_owned()).or_default();
            }
        }
        let matches = |rule: &str| is_builtin.then(|| self.matches.get(rule).copied().unwrap_or_default());
        let cover = |(rule, (documents, facts)): (String, (usize, usize))| RuleCoverage {
            matches: matches(&rule),
            rule,
            documents,
            facts,
        };
        let mut rules: Vec<_> = facts.into_iter().map(cover).collect();
        rules.sort_by_key(|rule| (rule.documents, rule.facts));
        (rules, self.seen)
    }
}
