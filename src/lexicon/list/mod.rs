//! The lists themselves: one file each that says the shape of its rows, and the registry of them all.

mod actors;
mod bonds;
mod cardinals;
mod clauses;
mod clocks;
mod cues;
mod days;
mod demonyms;
mod eponyms;
mod fractions;
mod given;
mod heads;
mod hedges;
mod joints;
mod marks;
mod members;
mod months;
mod moods;
mod multiples;
mod nouns;
mod ordinals;
mod outlets;
mod pages;
mod particles;
mod people;
mod places;
mod recurrences;
mod roster;
mod scales;
mod sources;
mod stretches;
mod tenses;
mod titles;
mod tolls;
mod traps;
mod triggers;
mod units;
mod vague;
mod zones;

use serde::de::DeserializeOwned;

use super::sense::Sense;
use crate::error::{Error, Result, Trouble};

/// A word or phrase and what it means.
pub(super) type Row = (String, Sense);

/// A word list: its name, its text as compiled in, and how its rows are read.
pub(super) struct List {
    pub(super) name: &'static str,
    pub(super) text: &'static str,
    pub(super) rows: fn(&str) -> Result<Vec<Row>>,
}

macro_rules! lists {
    ($($module:ident),* $(,)?) => {
        /// Every list, in the order of their names.
        pub(super) const LISTS: &[List] = &[$(List {
            name: stringify!($module),
            text: include_str!(concat!("../words/", stringify!($module), ".toml")),
            rows: $module::rows,
        }),*];
    };
}

lists![
    actors,
    bonds,
    cardinals,
    clauses,
    clocks,
    cues,
    days,
    demonyms,
    eponyms,
    fractions,
    given,
    heads,
    hedges,
    joints,
    marks,
    members,
    months,
    moods,
    multiples,
    nouns,
    ordinals,
    outlets,
    pages,
    particles,
    people,
    places,
    recurrences,
    scales,
    sources,
    stretches,
    tenses,
    titles,
    tolls,
    traps,
    triggers,
    units,
    vague,
    zones,
];

/// The names of the lists, which are the tables that a user's list may have.
pub const LIST_NAMES: &[&str] = &{
    let mut names = [""; LISTS.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = LISTS[at].name;
        at += 1;
    }
    names
};

/// The text of a compiled-in list, for a look at its rows.
pub fn list_text(name: &str) -> Option<&'static str> {
    LISTS.iter().find(|list| list.name == name).map(|list| list.text)
}

/// Bytes from which a list is read beside the others: the gazetteer and the nouns take as long as all the rest.
const LONG: usize = 1 << 16;

/// The rows of every compiled-in list, in their order.
pub(super) fn builtin_rows() -> Result<Vec<Row>> {
    let read = |list: &List| {
        let named = |e: Error| Error::new(Trouble::Usage, format!("{}.toml: {e}", list.name));
        (list.rows)(list.text).map_err(named)
    };
    let beside = |list: &&List| list.text.len() >= LONG;
    std::thread::scope(|scope| {
        let long: Vec<_> = LISTS
            .iter()
            .filter(beside)
            .map(|list| (list, std::thread::Builder::new().spawn_scoped(scope, move || read(list))))
            .collect();
        let mut lists: Vec<_> =
            LISTS.iter().filter(|list| !beside(list)).map(|list| (list.name, read(list))).collect();
        // Where no thread can be had, they are read here.
        lists.extend(long.into_iter().map(|(list, thread)| match thread {
            Ok(thread) => (list.name, thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))),
            Err(_) => (list.name, read(list)),
        }));
        lists.sort_by_key(|(name, _)| LISTS.iter().position(|list| list.name == *name));
        let mut rows = Vec::new();
        for (_, list) in lists {
            rows.extend(list?);
        }
        Ok(rows)
    })
}

/// The rows of a user's list: tables named as the compiled-in lists, each of the shape of that list.
pub(super) fn user_rows(text: &str) -> Result<Vec<Row>> {
    let line = |e: &toml::de::Error| e.span().map_or(0, |span| text[..span.start].matches('\n').count() + 1);
    let tables: toml::Table = toml::from_str(text)
        .map_err(|e| Error::new(Trouble::Usage, format!("line {}: {}", line(&e), wrong(&e))))?;
    let mut rows = Vec::new();
    for (name, value) in tables {
        let Some(list) = LISTS.iter().find(|list| list.name == name) else {
            return Err(Error::new(Trouble::Usage, format!("no word list is named `{name}`"))
                .advise(format!("name one of {}", LIST_NAMES.join(", "))));
        };
        let table = toml::to_string(&value).map_err(|e| Error::new(Trouble::Usage, e.to_string()))?;
        let named = |e: Error| Error::new(Trouble::Usage, format!("[{name}]: {e}"));
        rows.extend((list.rows)(&table).map_err(named)?);
    }
    Ok(rows)
}

/// The lists whose rows stand in tables of their own and know nothing of one another.
pub(super) const ROSTERS: [&str; 3] = ["actors", "outlets", "places"];

fn parse<T: DeserializeOwned>(text: &str) -> Result<T> {
    toml::from_str(text).map_err(|e| wrong(&e))
}

fn wrong(error: &toml::de::Error) -> Error {
    Error::new(Trouble::Usage, error.message().replace('\n', ", "))
}

/// Rows of a table whose keys are numbers: `3 = ["ثلاثة", "ثلاث"]`.
fn numbered(text: &str, sense: impl Fn(u64) -> Sense) -> Result<Vec<Row>> {
    let table: std::collections::BTreeMap<String, Vec<String>> = parse(text)?;
    let mut rows = Vec::new();
    for (key, words) in table {
        let number =
            key.parse().map_err(|_| Error::new(Trouble::Usage, format!("`{key}` is not a number")))?;
        rows.extend(words.into_iter().map(|word| (word, sense(number))));
    }
    Ok(rows)
}

/// Rows of a table whose keys are names, each a meaning: `past = ["مؤخرا"]`.
fn named(text: &str, sense: impl Fn(&str) -> Option<Sense>) -> Result<Vec<Row>> {
    let table: std::collections::BTreeMap<String, Vec<String>> = parse(text)?;
    named_rows(table, sense)
}

/// The same for a table that is part of a list.
fn named_rows(
    table: std::collections::BTreeMap<String, Vec<String>>,
    sense: impl Fn(&str) -> Option<Sense>,
) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (key, words) in table {
        let sense = sense(&key).ok_or_else(|| Error::new(Trouble::Usage, format!("unknown key `{key}`")))?;
        rows.extend(words.into_iter().map(|word| (word, sense)));
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whoever adds a word sees at once whether it is there already.
    #[test]
    fn no_list_has_a_word_twice() {
        for list in LISTS {
            let mut seen = std::collections::HashSet::new();
            for word in words(list.text) {
                assert!(seen.insert(word.clone()), "{}.toml has `{word}` twice", list.name);
            }
        }
    }

    /// Lists are sorted: the tables by their keys, the words of a row by their letters.
    #[test]
    fn lists_are_sorted() {
        for list in LISTS {
            assert!(LIST_NAMES.is_sorted(), "the registry of lists is not sorted");
            for rows in arrays(list.text) {
                let sorted = rows.is_sorted();
                assert!(sorted, "{}.toml: not sorted: {rows:?}", list.name);
            }
        }
    }

    fn words(text: &str) -> Vec<String> {
        fn collect(value: &toml::Value, into: &mut Vec<String>) {
            match value {
                toml::Value::String(s) => into.push(s.clone()),
                toml::Value::Array(a) => a.iter().for_each(|v| collect(v, into)),
                toml::Value::Table(t) if t.contains_key("closed-by") => {
                    // One verb may open several phrases: each is listed once.
                    let (mut verbs, mut ends) = (Vec::new(), Vec::new());
                    collect(&t["verbs"], &mut verbs);
                    collect(&t["closed-by"], &mut ends);
                    into.extend(
                        verbs.iter().flat_map(|verb| ends.iter().map(move |end| format!("{verb} … {end}"))),
                    );
                }
                toml::Value::Table(t) => {
                    t.iter().filter(|(key, _)| !is_said_of_names(key)).for_each(|(_, v)| collect(v, into));
                }
                _ => {}
            }
        }
        let mut into = Vec::new();
        collect(&toml::Value::Table(text.parse().expect("a list is TOML")), &mut into);
        into
    }

    /// What a roster says of an entity besides its names.
    fn is_said_of_names(key: &str) -> bool {
        matches!(key, "country" | "either" | "en" | "iso" | "kind" | "within")
    }

    /// The arrays of a list, each as the first words of its elements.
    fn arrays(text: &str) -> Vec<Vec<String>> {
        fn collect(value: &toml::Value, into: &mut Vec<Vec<String>>) {
            match value {
                toml::Value::Array(a) => into.push(a.iter().filter_map(first).collect()),
                toml::Value::Table(t) => t.values().for_each(|v| collect(v, into)),
                _ => {}
            }
        }
        fn first(value: &toml::Value) -> Option<String> {
            match value {
                toml::Value::String(s) => Some(s.clone()),
                toml::Value::Array(a) => a.first().and_then(first),
                _ => None,
            }
        }
        let mut into = Vec::new();
        collect(&toml::Value::Table(text.parse().expect("a list is TOML")), &mut into);
        into
    }
}
