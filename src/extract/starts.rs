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
    /// Which readers start at words of those classes, a bit for each.
    pub(super) fn mark(classes: ClassSet) -> u16 {
        let meets = |reader: usize| u16::from(classes.meets(STARTS[reader])) << reader;
        (0..READERS).fold(0, |mark, reader| mark | meets(reader))
    }

    /// Notes the token for every reader of the mark.
    #[inline]
    pub(super) fn note(&mut self, token: u32, mut mark: u16) {
        while mark != 0 {
            self.0[mark.trailing_zeros() as usize].push(token);
            mark &= mark - 1;
        }
    }

    /// The tokens of one reader.
    pub(super) fn of(&self, reader: Reader) -> &[u32] {
        &self.0[reader as usize]
    }
}
