//! The difference of two records, fact by fact.
//!
//! Facts are matched by place while the document is what it was, and by value and neighbourhood where it was edited:
//! first what is wholly the same, then what stands in the same place, then (in an edited document) what says the same
//! in the same order, in the same writing and then in any, then what overlaps, then (in an edited document) what stands
//! between the same neighbours; the rest is gone or new.

use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::change::{Change, Nature, field_changes};
use super::field::Field;
use super::record::{Basis, Item, Record};
use crate::span::Span;
use crate::text::fold;

/// What became of a document's facts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Diff {
    /// What became of the facts that are not merely shifted, in the order of the text. What became of the headline, the
    /// publication date, the reference date and the encoding comes first, as the change of a fact of kind [`DOCUMENT`].
    pub changes: Vec<Change>,
    /// Number of facts that only stand elsewhere because the document was edited.
    pub shifted: usize,
    /// Whether the document itself was edited.
    pub edited: bool,
}

/// What became of the facts of `old` in `new`, both of one document, whose text is now `text`.
///
/// ```
/// use tahqiq::snapshot::{Nature, Record, diff};
///
/// let body = |fact: &str| {
///     format!("{}\n{fact}\n", r#"{"encoding":"utf-8","headline":null,"published":null,"reference":null}"#)
/// };
/// let old = body(r#"{"kind":"numeral","start":0,"end":2,"rule":"r","number":17,"text":"17"}"#);
/// let new = body(r#"{"kind":"numeral","start":0,"end":2,"rule":"r","number":71,"text":"17"}"#);
/// let (old, new) = (Record::from_body("a", &old).unwrap(), Record::from_body("a", &new).unwrap());
/// let diff = diff(&old, &new, "17");
/// assert_eq!(diff.changes[0].nature, Nature::Changed);
/// assert_eq!(diff.changes[0].fields[0].name, "number");
/// ```
pub fn diff(old: &Record<'_>, new: &Record<'_>, text: &str) -> Diff {
    let edited = old.facts.iter().any(|item| text.get(item.span.range()) != Some(&*item.text));
    let mut matching = Matching::new(&old.facts, &new.facts, edited);
    matching.same();
    matching.in_place();
    if edited {
        let same = matching.in_order(saying);
        matching.shift(&same);
        let mut rewritten = matching.in_order(saying_in_any_writing);
        // What is written the same and is not in order was taken out in one place and put in in another.
        rewritten.retain(|(o, n)| saying(&old.facts[*o]) != saying(&new.facts[*n]));
        matching.change(&rewritten);
    }
    matching.overlapping();
    if edited {
        matching.between();
    }
    matching.rest();
    let mut changes = matching.changes;
    changes.sort_by_key(|change| (change.item().span.start, change.nature));
    let (old_head, new_head) = (head(old, !edited), head(new, !edited));
    let fields = field_changes(&old_head, &new_head, edited);
    if !fields.is_empty() {
        changes.insert(0, Change::pair(Nature::Changed, &old_head, &new_head, fields));
    }
    Diff { changes, shifted: matching.shifted, edited }
}

impl Diff {
    /// The facts of a document that has no accepted snapshot: all are new.
    pub fn of_new(record: &Record<'_>) -> Self {
        let head = head(record, true);
        let changes = std::iter::once(&head).chain(&record.facts).map(Change::added).collect();
        Self { changes, shifted: 0, edited: false }
    }
}

/// The kind under which changes of what is said of the document itself go.
pub const DOCUMENT: &str = "document";

/// What is said of the document itself, as a fact that stands nowhere in it; with `places`, where it is said too.
fn head(record: &Record<'_>, places: bool) -> Item<'static> {
    let field = |name: &'static str, field: Field<'static>| (name.into(), field);
    let fields = vec![
        field("encoding", Field::Text(record.encoding.to_string().into())),
        field("headline", headline(record, places)),
        field("published", published(record, places)),
        field("reference", reference(record)),
    ];
    Item { kind: DOCUMENT.into(), span: Span::default(), text: "".into(), rule: "".into(), fields }
}

/// What is left of the old facts and of the new ones in a place.
type Left = (Vec<usize>, Vec<usize>);

struct Matching<'r, 'o, 'n> {
    old: &'r [Item<'o>],
    new: &'r [Item<'n>],
    old_left: Vec<usize>,
    new_left: Vec<usize>,
    /// Where the text moved: (old offset, bytes by which what follows it is now further on), in order.
    moves: Vec<(u32, i64)>,
    edited: bool,
    changes: Vec<Change>,
    shifted: usize,
}

impl<'r, 'o, 'n> Matching<'r, 'o, 'n> {
    fn new(old: &'r [Item<'o>], new: &'r [Item<'n>], edited: bool) -> Self {
        Self {
            old,
            new,
            old_left: (0..old.len()).collect(),
            new_left: (0..new.len()).collect(),
            moves: Vec::new(),
            edited,
            changes: Vec::new(),
            shifted: 0,
        }
    }

    /// Leaves out what is wholly the same.
    fn same(&mut self) {
        let pairs = self.pairs_by(|item| hash(&(item.span, item)), |old, new| old == new);
        self.moves.extend(pairs.iter().map(|(o, _)| (self.old[*o].span.start, 0)));
        self.take(&pairs);
    }

    /// Pairs facts of one kind that quote the same words in the same place.
    fn in_place(&mut self) {
        let key = |item: &Item<'_>| hash(&(&item.kind, item.span, &item.text));
        let pairs = self
            .pairs_by(key, |old, new| old.kind == new.kind && old.span == new.span && old.text == new.text);
        for (o, n) in &pairs {
            let fields = field_changes(&self.old[*o], &self.new[*n], self.edited);
            if fields.is_empty() {
                self.shifted += 1;
            } else {
                self.changes.push(Change::pair(Nature::Changed, &self.old[*o], &self.new[*n], fields));
            }
        }
        self.take(&pairs);
    }

    /// Pairs of what is left that say the same, by that key, in the same order.
    fn in_order(&self, key: fn(&Item<'_>) -> u64) -> Vec<(usize, usize)> {
        let keys =
            |items: &[Item<'_>], left: &[usize]| left.iter().map(|i| key(&items[*i])).collect::<Vec<_>>();
        let (old, new) = (keys(self.old, &self.old_left), keys(self.new, &self.new_left));
        let mut pairs = Vec::new();
        for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
            if op.tag() == DiffTag::Equal {
                let (old, new) = (&self.old_left[op.old_range()], &self.new_left[op.new_range()]);
                pairs.extend(old.iter().copied().zip(new.iter().copied()));
            }
        }
        pairs
    }

    /// Counts pairs that only stand elsewhere.
    fn shift(&mut self, pairs: &[(usize, usize)]) {
        self.shifted += pairs.len();
        self.settle(pairs);
    }

    /// Tells pairs that are written otherwise.
    fn change(&mut self, pairs: &[(usize, usize)]) {
        for (o, n) in pairs {
            let (old, new) = (&self.old[*o], &self.new[*n]);
            self.changes.push(Change::pair(Nature::Changed, old, new, field_changes(old, new, true)));
        }
        self.settle(pairs);
    }

    /// Notes by how much the text moved at each pair, and leaves them out.
    fn settle(&mut self, pairs: &[(usize, usize)]) {
        self.moves.extend(pairs.iter().map(|(o, n)| {
            let (old, new) = (self.old[*o].span.start, self.new[*n].span.start);
            (old, i64::from(new) - i64::from(old))
        }));
        self.moves.sort_unstable();
        self.take(pairs);
    }

    /// Pairs facts of one kind that overlap, once the old one is moved with its surroundings.
    fn overlapping(&mut self) {
        let mut pairs = Vec::new();
        let mut from = 0;
        for &o in &self.old_left {
            let span = self.moved(self.old[o].span);
            while self.new_left.get(from).is_some_and(|n| self.new[*n].span.end <= span.start) {
                from += 1;
            }
            let near = self.new_left[from..].iter().take_while(|n| self.new[**n].span.start < span.end);
            let free = |n: &&usize| !pairs.iter().rev().take(8).any(|(_, taken)| taken == *n);
            let same_kind = |n: &&usize| self.new[**n].kind == self.old[o].kind;
            if let Some(&n) = near.filter(same_kind).find(free) {
                pairs.push((o, n));
            }
        }
        for &(o, n) in &pairs {
            let (old, new) = (&self.old[o], &self.new[n]);
            let nature = nature(self.moved(old.span), new.span);
            self.changes.push(Change::pair(nature, old, new, field_changes(old, new, self.edited)));
        }
        self.take(&pairs);
    }

    /// Pairs facts of one kind that stand between the same neighbours, where as many stand there now as did.
    fn between(&mut self) {
        let mut ends: Vec<i64> = self.moves.iter().map(|(at, by)| i64::from(*at) + by).collect();
        ends.sort_unstable();
        let mut gaps: BTreeMap<(usize, &str), Left> = BTreeMap::new();
        for &o in &self.old_left {
            let gap = self.moves.partition_point(|(at, _)| *at <= self.old[o].span.start);
            gaps.entry((gap, &self.old[o].kind)).or_default().0.push(o);
        }
        for &n in &self.new_left {
            let gap = ends.partition_point(|at| *at <= i64::from(self.new[n].span.start));
            gaps.entry((gap, &self.new[n].kind)).or_default().1.push(n);
        }
        let equal = gaps.into_values().filter(|(old, new)| old.len() == new.len());
        let pairs: Vec<_> = equal.flat_map(|(old, new)| old.into_iter().zip(new)).collect();
        self.change(&pairs);
    }

    fn rest(&mut self) {
        let (old, new) = (self.old, self.new);
        self.changes.extend(self.old_left.drain(..).map(|o| Change::removed(&old[o])));
        self.changes.extend(self.new_left.drain(..).map(|n| Change::added(&new[n])));
    }

    /// The place where an old span is to be looked for now: moved as far as the pair before it, or the first one.
    fn moved(&self, span: Span) -> Span {
        let after = self.moves.partition_point(|(at, _)| *at <= span.start);
        let by = self.moves.get(after.saturating_sub(1)).map_or(0, |(_, by)| *by);
        let shift = |at: u32| u32::try_from(i64::from(at) + by).unwrap_or(at);
        Span::new(shift(span.start), shift(span.end))
    }

    /// Pairs of what is left that have the same key and that `same` confirms.
    fn pairs_by(
        &self,
        key: impl Fn(&Item<'_>) -> u64,
        same: impl Fn(&Item<'_>, &Item<'_>) -> bool,
    ) -> Vec<(usize, usize)> {
        let mut by_key: HashMap<u64, Vec<usize>> = HashMap::new();
        for &n in self.new_left.iter().rev() {
            by_key.entry(key(&self.new[n])).or_default().push(n);
        }
        let mut pairs = Vec::new();
        for &o in &self.old_left {
            let Some(found) = by_key.get_mut(&key(&self.old[o])) else { continue };
            if found.last().is_some_and(|n| same(&self.old[o], &self.new[*n])) {
                pairs.extend(found.pop().map(|n| (o, n)));
            }
        }
        pairs
    }

    fn take(&mut self, pairs: &[(usize, usize)]) {
        let old: std::collections::HashSet<_> = pairs.iter().map(|(o, _)| *o).collect();
        let new: std::collections::HashSet<_> = pairs.iter().map(|(_, n)| *n).collect();
        self.old_left.retain(|o| !old.contains(o));
        self.new_left.retain(|n| !new.contains(n));
    }
}

fn nature(old: Span, new: Span) -> Nature {
    if old == new {
        Nature::Changed
    } else if new.contains(old) {
        Nature::Grown
    } else if old.contains(new) {
        Nature::Shrunk
    } else {
        Nature::Changed
    }
}

pub(super) fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// What a fact says, wherever it stands and however its words are written.
fn saying_in_any_writing(item: &Item<'_>) -> u64 {
    let text = fold(&item.text).into();
    saying(&Item { text, ..item.clone() })
}

/// What a fact says, wherever it stands.
fn saying(item: &Item<'_>) -> u64 {
    let mut item = item.clone();
    item.span = Span::default();
    item.fields.iter_mut().for_each(|(_, field)| field.each_span(&mut |span| *span = Span::default()));
    hash(&item)
}

fn headline(record: &Record<'_>, places: bool) -> Field<'static> {
    let Some((span, text)) = &record.headline else { return Field::Null };
    place(text, places.then_some(*span))
}

fn published(record: &Record<'_>, places: bool) -> Field<'static> {
    let Some(published) = &record.published else { return Field::Null };
    let quotation = published.quotation.as_ref().filter(|_| places);
    place(&published.value, quotation.map(|(span, _)| *span))
}

fn reference(record: &Record<'_>) -> Field<'static> {
    Field::text(record.reference.as_ref().map(|r| format!("{} ({}{})", r.date, r.basis, clues(r))))
}

/// What an inferred day rests on, in the words of the text.
fn clues(reference: &Basis<'_>) -> String {
    let texts: Vec<_> = reference.clues.iter().map(|(_, text)| &**text).collect();
    if texts.is_empty() { String::new() } else { format!(" from {}", texts.join("; ")) }
}

fn place(text: &str, span: Option<Span>) -> Field<'static> {
    let place = span.map(|span| format!(" at {}..{}", span.start, span.end)).unwrap_or_default();
    Field::Text(format!("{text}{place}").into())
}
