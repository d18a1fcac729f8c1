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
mod written;
mod zones;

pub(super) use written::Written;
use written::{Pairs, Unread, parse, wrong};

use super::sense::Sense;
use crate::error::{Error, Result, Trouble};

/// A word or phrase and what it means.
pub(super) type Row = (String, Sense);

/// A word list: its name, its rows as compiled in, and how they are read.
pub(super) struct List {
    pub(super) name: &'static str,
    /// The list in JSON, of which `words/compile.rs` says why.
    pub(super) json: &'static str,
    pub(super) rows: fn(Written<'_>) -> Result<Vec<Row>>,
}

impl List {
    /// The list as a table, for a look at its rows.
    pub(super) fn table(&self) -> Result<toml::Table> {
        serde_json::from_str(self.json).map_err(|e| Error::new(Trouble::Usage, e.to_string()))
    }
}

macro_rules! lists {
    ($($module:ident),* $(,)?) => {
        /// Every list, in the order of their names.
        pub(super) const LISTS: &[List] = &[$(List {
            name: stringify!($module),
            json: include_str!(concat!(env!("OUT_DIR"), "/", stringify!($module), ".json")),
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

/// Some number of the rows of the compiled-in lists, more than their words.
pub(super) const BUILTIN_ROWS: usize = {
    const BYTES_OF_A_ROW: usize = 14;
    let (mut bytes, mut at) = (0, 0);
    while at < LISTS.len() {
        bytes += LISTS[at].json.len();
        at += 1;
    }
    bytes / BYTES_OF_A_ROW
};

/// The rows of each compiled-in list, in their order.
pub(super) fn builtin() -> impl Iterator<Item = Result<Vec<Row>>> {
    LISTS.iter().map(|list| {
        let named = |e: Error| Error::new(Trouble::Usage, format!("{}.toml: {e}", list.name));
        (list.rows)(Written::Json(list.json)).map_err(named)
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
        let named = |e: Error| Error::new(Trouble::Usage, format!("[{name}]: {e}"));
        let toml::Value::Table(table) = value else {
            return Err(named(Error::new(Trouble::Usage, "not a table")));
        };
        rows.extend((list.rows)(Written::Table(table)).map_err(named)?);
    }
    Ok(rows)
}

/// The lists whose rows stand in tables of their own and know nothing of one another.
pub(super) const ROSTERS: [&str; 3] = ["actors", "outlets", "places"];

/// Rows of a table whose keys are numbers: `3 = ["ثلاثة", "ثلاث"]`.
fn numbered(list: Written<'_>, sense: impl Fn(u64) -> Sense) -> Result<Vec<Row>> {
    let table: std::collections::BTreeMap<String, Vec<String>> = parse(list)?;
    let mut rows = Vec::new();
    for (key, words) in table {
        let number =
            key.parse().map_err(|_| Error::new(Trouble::Usage, format!("`{key}` is not a number")))?;
        rows.extend(words.into_iter().map(|word| (word, sense(number))));
    }
    Ok(rows)
}

/// Rows of a table whose keys are names, each a meaning: `past = ["مؤخرا"]`.
fn named(list: Written<'_>, sense: impl Fn(&str) -> Option<Sense>) -> Result<Vec<Row>> {
    let table: std::collections::BTreeMap<String, Vec<String>> = parse(list)?;
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
            for word in words(list) {
                assert!(seen.insert(word.clone()), "{}.toml has `{word}` twice", list.name);
            }
        }
    }

    /// Lists are sorted: the tables by their keys, the words of a row by their letters.
    #[test]
    fn lists_are_sorted() {
        for list in LISTS {
            assert!(LIST_NAMES.is_sorted(), "the registry of lists is not sorted");
            for rows in arrays(list) {
                let sorted = rows.is_sorted();
                assert!(sorted, "{}.toml: not sorted: {rows:?}", list.name);
            }
        }
    }

    #[test]
    fn what_is_wrong_with_a_users_list_is_said() {
        for (text, said) in [
            ("nouns = 3", "[nouns]: not a table"),
            ("[nouns]\nvehicle = [3]", "an array of a singular and its plurals"),
            (
                "[nouns]\nvehicle = [{ singular = \"سيارة\", duals = [], plural = [] }]",
                "unknown field `duals`, expected one of `singular`, `dual`, `plural`",
            ),
            ("[nouns]\nvehicle = [{ singular = \"سيارة\", dual = [] }]", "missing field `plural`"),
            ("[places.here]\n\"place:a\" = { en = 3 }", "integer `3`, expected a string"),
            ("[places]\nhere = 3", "integer `3`, expected a map"),
            ("[places.here]\n\"place:a\" = { lat = 90.5, lon = 1.0 }", "no place lies at 90.5 degrees"),
            ("[places.here]\n\"place:a\" = { lat = 1.0, lon = nan }", "no place lies at NaN degrees"),
            ("[months]\nhere = []", "unknown field `here`"),
            ("[month]\nhere = []", "no word list is named `month`"),
            ("[nouns\n", "line 1: "),
        ] {
            let wrong = user_rows(text).expect_err(text).to_string();
            assert!(wrong.contains(said), "{text}: {wrong}");
        }
        assert_eq!(user_rows("[nouns]\nvehicle = [[\"حنطور\", \"حناطير\"]]").expect("it is one").len(), 7);
    }

    fn words(list: &List) -> Vec<String> {
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
        collect(&toml::Value::Table(list.table().expect("a list is JSON")), &mut into);
        into
    }

    /// What a roster says of an entity besides its names.
    fn is_said_of_names(key: &str) -> bool {
        matches!(key, "country" | "either" | "en" | "iso" | "kind" | "within")
    }

    /// The arrays of a list, each as the first words of its elements.
    fn arrays(list: &List) -> Vec<Vec<String>> {
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
        collect(&toml::Value::Table(list.table().expect("a list is JSON")), &mut into);
        into
    }
}
