//! Where the readers begin: of each, the tokens at which one of its rules may start, listed in one pass over a page; and
//! which of its rules those are. Both are worked out once for each set of classes.

use super::rule::{Rule, starts};
use super::{claim, entity, numeral, quantity, source, time};
use crate::lexicon::{Class, ClassSet, Lexicon};

/// Whoever goes through a page for its own kind of thing. First those who try several rules.
#[derive(Debug, Clone, Copy)]
pub(super) enum Reader {
    Numerals,
    Times,
    Names,
    Quantities,
    Sources,
    Claims,
    Persons,
    /// The check of hours that no clock shows.
    Hours,
    /// The adjectives of countries, which tell places of one name apart.
    Demonyms,
    /// The words of partition, behind which a part of something stands.
    Members,
    /// The tens of eleven to nineteen.
    Teens,
}

/// How many readers there are.
const READERS: usize = Reader::Teens as usize + 1;

/// How many of them try several rules.
const TRYING: usize = Reader::Claims as usize + 1;

/// What each starts at, in their order.
const STARTS: [ClassSet; READERS] = [
    numeral::STARTS.with(ClassSet::of(&[Class::Trap])),
    time::STARTS,
    starts(entity::NAMES),
    starts(quantity::RULES),
    starts(source::RULES),
    claim::STARTS,
    entity::PERSONS,
    ClassSet::of(&[Class::TimeUnit]),
    ClassSet::of(&[Class::Demonym]),
    ClassSet::of(&[Class::Member]),
    ClassSet::of(&[Class::Teen]),
];

/// What the rules of each start at, in their order.
const RULES: [&[ClassSet]; TRYING] = [
    &each::<{ numeral::RULES.len() }, _>(numeral::RULES),
    &each::<{ time::RULES.len() }, _>(time::RULES),
    &each::<{ entity::NAMES.len() }, _>(entity::NAMES),
    &each::<{ quantity::RULES.len() }, _>(quantity::RULES),
    &each::<{ source::RULES.len() }, _>(source::RULES),
    &each::<{ claim::RULES.len() }, _>(claim::RULES),
];

/// The bit of the first rule of each in a [`Mark`], and behind the last one's.
const FIRST: [usize; TRYING + 1] = {
    let (mut first, mut at) = ([READERS; TRYING + 1], 0);
    while at < TRYING {
        first[at + 1] = first[at] + RULES[at].len();
        at += 1;
    }
    first
};

const _: () = assert!(FIRST[TRYING] <= Mark::BITS as usize);

const fn each<const N: usize, T>(rules: &[Rule<T>]) -> [ClassSet; N] {
    let (mut all, mut at) = ([ClassSet::EMPTY; N], 0);
    while at < N {
        all[at] = rules[at].starts;
        at += 1;
    }
    all
}

/// Which readers start at the words of a set of classes, a bit for each, and then which rules of each reader do.
pub(super) type Mark = u128;

/// The rules of a reader that start at a word, by their places in its list.
#[derive(Debug)]
pub(super) struct Tried(u32);

impl Tried {
    /// Those of `reader` at a word that is marked so; a reader of one rule tries that.
    #[inline]
    pub(super) fn of(reader: Reader, mark: Mark) -> Self {
        let at = reader as usize;
        let Some(next) = FIRST.get(at + 1) else { return Self(1) };
        Self((mark >> FIRST[at]) as u32 & ((1 << (next - FIRST[at])) - 1))
    }
}

impl Iterator for Tried {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        let next = self.0.trailing_zeros();
        self.0 &= self.0.checked_sub(1)?;
        Some(next as usize)
    }
}

/// The tokens at which each reader starts, in order.
#[derive(Debug, Default)]
pub(super) struct Starts {
    lists: [Vec<u32>; READERS],
    /// Those of the tokens that are being looked at, and behind them what is none's.
    block: Vec<[u32; BLOCK]>,
}

/// Tokens that are listed at a time.
const BLOCK: usize = 1 << 8;

/// Readers that start at a token, where there are no more than mostly.
const MOSTLY: usize = 2;

impl Starts {
    /// Lists the tokens, whose marks these are, with those that start there, instead of what was listed before.
    ///
    /// Each is listed twice, with nobody if with nobody else: to ask how many there are is to make the processor guess.
    pub(super) fn note(&mut self, mut marks: impl ExactSizeIterator<Item = Mark>) {
        const NOBODY: u32 = 1 << READERS;
        self.clear();
        self.block.resize(READERS + 1, [0; BLOCK]);
        let mut first = 0;
        while marks.len() > 0 {
            let mut many = [0; READERS + 1];
            for (mark, token) in marks.by_ref().take(BLOCK).zip(first..) {
                let mut readers = mark as u32 & (NOBODY - 1) | NOBODY;
                let mut list = |readers: &mut u32| {
                    let reader = readers.trailing_zeros() as usize;
                    self.block[reader][many[reader] % BLOCK] = token;
                    many[reader] += 1;
                    *readers = *readers & (*readers - 1) | NOBODY;
                };
                (0..MOSTLY).for_each(|_| list(&mut readers));
                while readers != NOBODY {
                    list(&mut readers);
                }
            }
            first += BLOCK as u32;
            for ((list, block), many) in self.lists.iter_mut().zip(self.block.iter()).zip(many) {
                list.extend_from_slice(&block[..many]);
            }
        }
    }

    /// Lists nothing.
    pub(super) fn clear(&mut self) {
        self.lists.iter_mut().for_each(Vec::clear);
    }

    /// The tokens of one reader.
    pub(super) fn at(&self, reader: Reader) -> &[u32] {
        &self.lists[reader as usize]
    }
}

/// The marks of the sets of classes that words have by themselves, by their numbers.
pub(super) fn listed(lexicon: &Lexicon) -> &[Mark] {
    lexicon.marks(mark)
}

/// The mark of the words of those classes: what starts at any of them.
pub(super) fn mark(classes: ClassSet) -> Mark {
    /// The mark of each class.
    const MARKS: [Mark; Class::ALL.len()] = {
        let (mut marks, mut at) = ([0; Class::ALL.len()], 0);
        while at < marks.len() {
            marks[at] = starting(ClassSet::of(&[Class::ALL[at]]));
            at += 1;
        }
        marks
    };
    classes.iter().fold(0, |mark, class| mark | MARKS[class as usize])
}

/// Who starts at words of those classes, a bit for each.
const fn starting(classes: ClassSet) -> Mark {
    let (mut mark, mut bit, mut reader, mut rule) = (0, 0, 0, 0);
    while bit < FIRST[TRYING] {
        let set = if bit < READERS {
            STARTS[bit]
        } else {
            while rule == RULES[reader].len() {
                (reader, rule) = (reader + 1, 0);
            }
            rule += 1;
            RULES[reader][rule - 1]
        };
        if classes.meets(set) {
            mark |= 1 << bit;
        }
        bit += 1;
    }
    mark
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// Whoever starts at a token is listed with it, in order, however many do; nobody else is.
        #[test]
        fn each_reader_has_its_tokens(pages in prop::collection::vec(prop::collection::vec(0_u32..1 << READERS, 0..600), 1..3)) {
            let mut starts = Starts::default();
            for page in pages {
                starts.note(page.iter().map(|readers| Mark::from(*readers) | 1 << READERS));
                for reader in 0..READERS {
                    let marked = (0_u32..).zip(&page).filter(|(_, readers)| **readers >> reader & 1 != 0);
                    prop_assert_eq!(&starts.lists[reader], &marked.map(|(token, _)| token).collect::<Vec<_>>());
                }
            }
        }
    }
}
