//! Standings: how each row of what is known to be wrong stands to the facts that were accepted.

use std::collections::HashMap;

use crate::harness::Known;
use crate::snapshot::Item;
use crate::span::Span;

/// How a row of what is known to be wrong stands to the facts that were accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// The fact of that index is wrong, as the row says.
    Wrong(usize),
    /// A fact is missing there, as the row says.
    Missing(Span),
    /// The error is there no more.
    Mended,
    /// The fact of that index quotes the words and says something that the row does not speak of.
    Otherwise(usize),
    /// No fact quotes the words, neither the wrong one nor the right one.
    Unsaid,
    /// The words do not stand in the text, or not in that place.
    Lost,
}

impl Standing {
    /// Whether the error is there as the row says. Rows that do not apply count for nothing.
    pub fn applies(self) -> bool {
        matches!(self, Self::Wrong(_) | Self::Missing(_))
    }

    /// Why the row does not apply; none where it does.
    pub fn why_not(self) -> Option<&'static str> {
        match self {
            Self::Wrong(_) | Self::Missing(_) => None,
            Self::Mended => Some("the error is there no more"),
            Self::Otherwise(_) => Some("a fact quotes these words and says something else"),
            Self::Unsaid => Some("no fact quotes these words"),
            Self::Lost => Some("these words do not stand there in the text"),
        }
    }
}

/// How each of `rows` stands to `facts`, which are in order of start and were read from `text`. A row speaks of one fact:
/// of several that fit one without `start`, of the first that no row before it speaks of; a missing fact is there where
/// one around its words says so, and is else sought in the first place of its words where none stands. A row with `start` is found at once, one without is sought through `text`.
///
/// ```
/// use tahqiq::{docket::{Standing, standings}, harness::Sidecar, snapshot::Record};
///
/// let body = concat!(
///     r#"{"encoding":"utf-8","headline":null,"published":null,"reference":null}"#, "\n",
///     r#"{"kind":"numeral","start":0,"end":2,"rule":"numeral/digits","number":71,"text":"17"}"#, "\n",
/// );
/// let record = Record::from_body("a", body).unwrap();
/// let sidecar: Sidecar = toml::from_str(concat!(
///     "[[known]]\nkind = 'numeral'\nsays = '71'\nright = '17'\ntext = '17'\n",
///     "[[known]]\nkind = 'numeral'\nright = '5'\ntext = 'خمسة'\n",
/// ))
/// .unwrap();
/// let found = standings(&sidecar.known, &record.facts, "17 و5");
/// assert_eq!(found, [Standing::Wrong(0), Standing::Lost]);
/// ```
pub fn standings(rows: &[Known], facts: &[Item<'_>], text: &str) -> Vec<Standing> {
    if rows.is_empty() {
        return Vec::new();
    }
    let mut facts = Facts::new(facts);
    let mut found = vec![Standing::Unsaid; rows.len()];
    // What is wrong is known by its words; what was missing may be any fact around its words that no other row speaks of.
    for is_missing in [false, true] {
        for (row, found) in rows.iter().zip(&mut found).filter(|(row, _)| row.is_missing() == is_missing) {
            *found = standing(row, &mut facts, text);
        }
    }
    found
}

fn standing(row: &Known, facts: &mut Facts<'_>, text: &str) -> Standing {
    if let Some(wrong) = facts.take(row, |item| row.is_wrong(item)) {
        return Standing::Wrong(wrong);
    }
    if facts.take(row, |item| row.is_right(item)).is_some() {
        return Standing::Mended;
    }
    let mut places = places(row, text).peekable();
    if places.peek().is_none() {
        return Standing::Lost;
    }
    let other = facts.find(row, |item| row.names(item));
    if row.is_missing() {
        let free = places.find(|place| !facts.has(&row.kind, *place));
        return match (free, other) {
            (Some(place), _) => Standing::Missing(place),
            (None, Some(other)) => Standing::Otherwise(other),
            (None, None) => Standing::Unsaid,
        };
    }
    match other {
        Some(other) => Standing::Otherwise(other),
        None if row.right.is_none() => Standing::Mended,
        None => Standing::Unsaid,
    }
}

/// Where the words of a row stand in the text.
pub(super) fn places<'r>(row: &'r Known, text: &'r str) -> impl Iterator<Item = Span> + 'r {
    let from = row.start.map_or(0, |start| start as usize);
    let rest = text.get(from..).unwrap_or_default();
    let span =
        move |(at, words): (usize, &str)| Span::new((from + at) as u32, (from + at + words.len()) as u32);
    let found = rest.match_indices(row.text.as_str()).filter(|(_, words)| !words.is_empty());
    let anywhere = row.start.is_none().then(|| found.map(span));
    let there = row.start.filter(|_| !row.text.is_empty() && rest.starts_with(&row.text));
    anywhere.into_iter().flatten().chain(there.map(|_| span((0, &row.text))))
}

/// Facts, each of which may be taken once.
pub(super) struct Facts<'f> {
    items: &'f [Item<'f>],
    taken: Vec<bool>,
    by_words: HashMap<(&'f str, &'f str), Vec<usize>>,
}

impl<'f> Facts<'f> {
    /// All of them.
    pub(super) fn new(items: &'f [Item<'f>]) -> Self {
        let mut by_words: HashMap<_, Vec<_>> = HashMap::new();
        for (index, item) in items.iter().enumerate() {
            by_words.entry((&*item.kind, &*item.text)).or_default().push(index);
        }
        Self { items, taken: vec![false; items.len()], by_words }
    }

    /// Without those that are taken already.
    pub(super) fn without(items: &'f [Item<'f>], taken: Vec<bool>) -> Self {
        Self { taken, ..Self::new(items) }
    }

    /// Takes the first fact that `row` may speak of, that `fits`, and that is not taken yet.
    pub(super) fn take(&mut self, row: &Known, fits: impl Fn(&Item<'_>) -> bool) -> Option<usize> {
        let found = self.find(row, fits)?;
        self.taken[found] = true;
        Some(found)
    }

    fn find(&self, row: &Known, fits: impl Fn(&Item<'_>) -> bool) -> Option<usize> {
        let free = |index: &usize| !self.taken[*index] && fits(&self.items[*index]);
        match row.start {
            _ if row.is_missing() => (0..self.items.len()).find(free),
            Some(start) => self.within(start, row.text.len()).find(free),
            None => self.by_words.get(&(&*row.kind, &*row.text))?.iter().copied().find(free),
        }
    }

    /// The facts that start in that many bytes from `start`.
    fn within(&self, start: u32, bytes: usize) -> impl Iterator<Item = usize> {
        let first = self.items.partition_point(|item| item.span.start < start);
        let end = start as usize + bytes;
        (first..self.items.len()).take_while(move |index| (self.items[*index].span.start as usize) < end)
    }

    /// Whether a fact of that kind stands exactly there, taken or not.
    fn has(&self, kind: &str, place: Span) -> bool {
        let mut here = self.within(place.start, 1).map(|index| &self.items[index]);
        here.any(|item| item.span == place && item.kind == kind)
    }
}
