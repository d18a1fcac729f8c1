//! Where the readers begin: of each, the tokens at which one of its rules may start, listed in one pass over a page.

use super::rule::starts;
use super::{claim, entity, numeral, quantity, source, time};
use crate::lexicon::{Class, ClassSet, Lexicon};

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

/// Tokens of which about one is a start of some reader.
const SPARSE: usize = 8;

impl Starts {
    /// The starts among tokens whose sets of classes are these, by their numbers in `table`: those of `lexicon`, then the
    /// page's own.
    pub(super) fn of(sets: &[u16], table: &[ClassSet], lexicon: &Lexicon) -> Self {
        let listed = lexicon.marks(mark);
        let own: Vec<u16> = table[listed.len()..].iter().map(|set| mark(*set)).collect();
        let mut starts = Self::default();
        starts.0.iter_mut().for_each(|places| places.reserve(sets.len() / SPARSE));
        for (set, token) in sets.iter().zip(0..) {
            let set = usize::from(*set);
            let mark = listed.get(set).or_else(|| own.get(set - listed.len()));
            starts.note(token, mark.copied().unwrap_or_default());
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
