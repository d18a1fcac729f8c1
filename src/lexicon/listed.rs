//! Rows of the lists as they are listed, and which of them a text makes use of.

use std::collections::HashSet;

use toml::{Table, Value};

use super::list::{LISTS, List, ROSTERS, Written};
use super::table::{Lexicon, end_of};
use crate::error::{Error, Result, Trouble};
use crate::text::{Key, Probe, WordId};

/// A row of a word list: a word, or a noun with its plurals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The list.
    pub list: &'static str,
    /// The words as they are listed.
    pub words: Vec<String>,
    /// Every form that the dictionary has of them: duals and suffixed forms too.
    forms: Vec<String>,
}

/// The words and phrases of a dictionary that stand in some text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Seen {
    words: HashSet<u32>,
    phrases: HashSet<u32>,
}

impl Seen {
    /// What stands in either text.
    #[must_use]
    pub fn with(mut self, other: Self) -> Self {
        self.words.extend(other.words);
        self.phrases.extend(other.phrases);
        self
    }
}

impl Listed {
    /// The rows of the compiled-in lists, in their order.
    ///
    /// ```
    /// use tahqiq::lexicon::Listed;
    ///
    /// let rows = Listed::builtin().unwrap();
    /// assert!(rows.iter().any(|row| row.list == "months" && row.words == ["آذار"]));
    /// ```
    ///
    /// # Errors
    /// None: the compiled-in lists are checked by a test.
    pub fn builtin() -> Result<Vec<Self>> {
        let mut rows = Vec::new();
        for list in LISTS {
            rows.extend(of_table(list, &list.table()?)?);
        }
        Ok(rows)
    }

    /// The rows of a user's list.
    ///
    /// # Errors
    /// A text that is not such a list.
    pub fn of_user(text: &str) -> Result<Vec<Self>> {
        let tables: Table = text.parse().map_err(|error| wrong(&error))?;
        let mut rows = Vec::new();
        for list in LISTS {
            if let Some(Value::Table(table)) = tables.get(list.name) {
                rows.extend(of_table(list, table)?);
            }
        }
        Ok(rows)
    }
}

impl Lexicon {
    /// Notes the word of that row, and the phrases that start with it and go on with `rest`, the keys of the tokens after
    /// it.
    pub fn note(&self, first: WordId, rest: impl Iterator<Item = Key>, seen: &mut Seen) {
        if !first.is_known() {
            return;
        }
        seen.words.insert(first.0);
        let mut node = first.0;
        for key in rest {
            let Some(next) = self.steps.get(&(node, key)) else { break };
            node = *next;
            if !self.ends[end_of(node)].senses.is_empty() {
                seen.phrases.insert(node);
            }
        }
    }

    /// Whether any form of the row has been seen.
    pub fn has_seen(&self, row: &Listed, seen: &Seen) -> bool {
        row.forms.iter().any(|form| self.form_is_seen(form, seen).unwrap_or(false))
    }

    fn form_is_seen(&self, form: &str, seen: &Seen) -> Option<bool> {
        let mut keys = form.split_whitespace().map(Key::of);
        let first = keys.next()??;
        let word = self.probe(first);
        let Some(second) = keys.next() else {
            return Some(seen.words.contains(&word.0) || self.hides_behind_article(first, seen));
        };
        let mut node = *self.steps.get(&(word.0, second?))?;
        for key in keys {
            node = *self.steps.get(&(node, key?))?;
        }
        Some(seen.phrases.contains(&node))
    }

    /// Whether the word was seen with its article, where a phrase has put it in the dictionary so.
    fn hides_behind_article(&self, bare: Key, seen: &Seen) -> bool {
        let key = bare.with_article();
        let articled = if key.without_article() == Some(bare) { self.probe(key) } else { WordId::UNKNOWN };
        articled.is_known() && self.word(articled).includes_article() && seen.words.contains(&articled.0)
    }
}

/// The rows of a list. What comes of a row is what the list's own reader makes of it where it stands alone among the
/// list's auxiliaries, which are arrays that no word comes of, such as suffixes.
fn of_table(list: &List, table: &Table) -> Result<Vec<Listed>> {
    if ROSTERS.contains(&list.name) { of_roster(list, table) } else { of_rows(list, table) }
}

/// The rows of a roster, each read by itself: so many could not be read anew for each of them.
fn of_roster(list: &List, table: &Table) -> Result<Vec<Listed>> {
    let mut rows = Vec::new();
    for (section, entities) in table {
        for (id, entity) in entities.as_table().into_iter().flatten() {
            let alone = Table::from_iter([(id.clone(), entity.clone())]);
            rows.extend(of_rows(list, &Table::from_iter([(section.clone(), Value::Table(alone))]))?);
        }
    }
    Ok(rows)
}

fn of_rows(list: &List, table: &Table) -> Result<Vec<Listed>> {
    let mut arrays = Vec::new();
    each_array(&Value::Table(table.clone()), &mut Vec::new(), &mut |path, _| arrays.push(path.to_vec()));
    let mut skeleton = Value::Table(table.clone());
    let whole: Vec<_> = arrays.iter().map(|path| taken(&mut skeleton, path)).collect();
    let mut rows = Vec::new();
    let mut words = Vec::new();
    for (path, array) in arrays.iter().zip(whole) {
        put(&mut skeleton, path, array.clone());
        if !forms(list, &skeleton)?.is_empty() {
            taken(&mut skeleton, path);
            words.push((path, array));
        }
    }
    for (path, array) in words {
        for element in array {
            put(&mut skeleton, path, vec![element.clone()]);
            rows.push(Listed { list: list.name, words: strings(&element), forms: forms(list, &skeleton)? });
        }
        taken(&mut skeleton, path);
    }
    Ok(rows)
}

fn forms(list: &List, skeleton: &Value) -> Result<Vec<String>> {
    let table = skeleton.as_table().cloned().unwrap_or_default();
    Ok((list.rows)(Written::Table(table))?.into_iter().map(|(word, _)| word).collect())
}

/// A step down into a value.
#[derive(Clone)]
enum Step {
    Key(String),
    Index(usize),
}

/// Calls `with` on each array of rows and the way to it. A row is a word, words, or a noun in full; other tables of an
/// array hold such arrays themselves.
fn each_array(value: &Value, path: &mut Vec<Step>, with: &mut impl FnMut(&[Step], &[Value])) {
    let is_row =
        |value: &Value| value.as_table().is_none_or(|table| table.get("singular").is_some_and(Value::is_str));
    match value {
        Value::Array(values) if values.iter().all(is_row) => with(path, values),
        Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                path.push(Step::Index(index));
                each_array(value, path, with);
                path.pop();
            }
        }
        Value::Table(table) => {
            for (key, value) in table {
                path.push(Step::Key(key.clone()));
                each_array(value, path, with);
                path.pop();
            }
        }
        _ => {}
    }
}

fn at<'v>(value: &'v mut Value, path: &[Step]) -> Option<&'v mut Value> {
    path.iter().try_fold(value, |value, step| match step {
        Step::Key(key) => value.get_mut(key),
        Step::Index(index) => value.get_mut(index),
    })
}

/// Empties an array, and returns what it held.
fn taken(value: &mut Value, path: &[Step]) -> Vec<Value> {
    at(value, path).and_then(Value::as_array_mut).map(std::mem::take).unwrap_or_default()
}

fn put(value: &mut Value, path: &[Step], array: Vec<Value>) {
    if let Some(place) = at(value, path) {
        *place = Value::Array(array);
    }
}

/// Every string in a value.
fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(values) => values.iter().flat_map(strings).collect(),
        Value::Table(table) => table.values().flat_map(strings).collect(),
        _ => Vec::new(),
    }
}

fn wrong(error: &toml::de::Error) -> Error {
    Error::new(Trouble::Usage, error.message().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// No word of a list is left out, whatever the shape of the list.
    #[test]
    fn every_listed_word_is_in_a_row() {
        let rows = Listed::builtin().expect("the lists are lists");
        for list in LISTS {
            let table = list.table().expect("a list is JSON");
            let is_scalar = |key: &str| matches!(key, "suffixes" | "name" | "value" | "either" | "closed-by");
            let mut words = Vec::new();
            for (_, value) in table.iter().filter(|(key, _)| !is_scalar(key)) {
                each_array(value, &mut Vec::new(), &mut |path, array| {
                    let named = |step: &Step| matches!(step, Step::Key(key) if is_scalar(key));
                    if !path.iter().any(named) {
                        words.extend(array.iter().flat_map(strings));
                    }
                });
            }
            let rowed: usize =
                rows.iter().filter(|row| row.list == list.name).map(|row| row.words.len()).sum();
            assert_eq!(rowed, words.len(), "{}", list.name);
        }
    }

    /// A row is seen by any form of it, a phrase as a whole alone.
    #[test]
    fn forms_and_phrases_are_seen() {
        let lexicon = Lexicon::builtin();
        let rows = Listed::builtin().expect("the lists are lists");
        let seen_in = |text: &str, list: &str, word: &str| {
            let mut seen = Seen::default();
            let keys: Vec<_> = text.split_whitespace().filter_map(Key::of).collect();
            for (at, key) in keys.iter().enumerate() {
                lexicon.note(lexicon.probe(*key), keys[at + 1..].iter().copied(), &mut seen);
            }
            let row = rows.iter().find(|row| row.list == list && row.words.iter().any(|w| w == word));
            lexicon.has_seen(row.expect("it is listed"), &seen)
        };
        for (text, list, word, is_seen) in [
            ("سيارتان", "nouns", "سيارة", true),
            ("سيارات", "nouns", "سيارة", true),
            ("سيار", "nouns", "سيارة", false),
            ("نصفها", "fractions", "نصف", true),
            ("نصفها", "clocks", "نصف", false),
            ("كانون الثاني", "months", "كانون الثاني", true),
            ("كانون الأول", "months", "كانون الثاني", false),
            ("كانون", "months", "كانون الثاني", false),
        ] {
            assert_eq!(seen_in(text, list, word), is_seen, "{word} in {text}");
        }
    }
}
