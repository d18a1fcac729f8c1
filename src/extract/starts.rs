//! Where the readers begin: of each, the tokens at which one of its rules may start, listed in one pass over a page.

use super::rule::starts;
use super::{claim, entity, numeral, quantity, source, time};
use crate::lexicon::{Class, ClassSet};

/// Whoever goes through a page for its own kind of thing.
#[derive(Debug, Clone, Copy)]
pub(super) enum Reader {
    Numerals,
    Times,
    Names,
    Persons,
    Quantities,
    Sources,
    Claims,
    /// The check of hours that no clock shows.
    Hours,
    /// The adjectives of countries, which tell places of one name apart.
    Demonyms,
}

/// How many readers there are.
const READERS: usize = Reader::Demonyms as usize + 1;

/// What each starts at, in their order.
const STARTS: [ClassSet; READERS] = [
    numeral::STARTS.with(ClassSet::of(&[Class::Trap])),
    time::STARTS,
    starts(entity::NAMES),
    entity::PERSONS,
    starts(quantity::RULES),
    starts(source::RULES),
    claim::STARTS,
    ClassSet::of(&[Class::TimeUnit]),
    ClassSet::of(&[Class::Demonym]),
];

/// The tokens at which each reader starts, in order.
#[derive(Debug, Default)]
pub(super) struct Starts([Vec<u32>; READERS]);

impl Starts {
    /// The starts among tokens whose sets of classes are these, by their numbers in `table`.
    pub(super) fn of(sets: &[u16], table: &[ClassSet]) -> Self {
        let mut tokens = vec![0; table.len()];
        for set in sets {
            tokens[usize::from(*set)] += 1;
        }
        // A page has few of the sets: which readers start there, a bit for each, is worked out for those alone.
        let marks: Vec<u16> =
            tokens.iter().zip(table).map(|(met, set)| if *met > 0 { mark(*set) } else { 0 }).collect();
        let mut starts = Self::default();
        for (reader, places) in starts.0.iter_mut().enumerate() {
            let own = tokens.iter().zip(&marks).filter(|(_, mark)| *mark & 1 << reader != 0);
            places.reserve_exact(own.map(|(met, _)| *met).sum());
        }
        for (set, token) in sets.iter().zip(0..) {
            starts.note(token, marks[usize::from(*set)]);
        }
        starts
    }

    fn note(&mut self, token: u32, mut mark: u16) {
        while mark != 0 {
            self.0[mark.trailing_zeros() as usize].push(token);
            mark &= mark - 1;
        }
    }

    /// The tokens of one reader.
    pub(super) fn at(&self, reader: Reader) -> &[u32] {
        &self.0[reader as usize]
    }
}

/// Which readers start at words of those classes, a bit for each.
fn mark(classes: ClassSet) -> u16 {
    let meets = |reader: usize| u16::from(classes.meets(STARTS[reader])) << reader;
    (0..READERS).fold(0, |mark, reader| mark | meets(reader))
}
