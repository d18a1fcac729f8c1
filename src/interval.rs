//! Intervals: which numbers a count leaves possible, and how two of them stand to one another.
//!
//! For whoever compares counts, within one document (flags) or across many (the ledger). Knows a count's bound and
//! nothing of what is counted, where or by whose word.

use crate::fact::{Bound, Count};
use crate::number::Number;

/// The numbers that a count leaves possible, and the one that it names as its best.
///
/// Exactly *n* is [n, n]; more than *n* (n, ∞); at least *n* [n, ∞); under *n* [0, n); at most *n* [0, n]; about *n* is a
/// tenth to either side, for comparison alone; a range and a class of numbers have their own bounds.
///
/// ```
/// use tahqiq::fact::{Bound, Count};
/// use tahqiq::interval::{Interval, Relation};
///
/// let count = |bound, number: i128| Count { bound, number: Some(number.into()), low: None, high: None };
/// let relate = |one: Count, other: Count| Interval::of(&one).relation(&Interval::of(&other));
/// assert_eq!(relate(count(Bound::Over, 200), count(Bound::Exactly, 17)), Relation::Disjoint);
/// assert_eq!(relate(count(Bound::Over, 70), count(Bound::About, 70)), Relation::Apart);
/// assert_eq!(relate(count(Bound::Over, 65), count(Bound::Over, 70)), Relation::Compatible);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    low: Option<End>,
    high: Option<End>,
    best: Option<Number>,
}

/// An end of an interval, and whether it is a part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct End {
    at: Number,
    is_in: bool,
}

/// How two counts of the same thing stand to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Relation {
    /// No number is possible for both.
    Disjoint,
    /// They overlap, and neither is the other said more exactly.
    Apart,
    /// They name the same number, or one is the other said more exactly.
    Compatible,
}

impl Interval {
    /// What `count` leaves possible.
    pub fn of(count: &Count) -> Self {
        let number = count.number;
        match count.bound {
            Bound::Exactly => Self { best: number, ..Self::closed(number, number) },
            Bound::About => Self { best: number, ..Self::closed(tenths(number, 9), tenths(number, 11)) },
            Bound::Over => Self { low: number.map(End::out), high: None, best: None },
            Bound::AtLeast => Self::closed(number, None),
            Bound::Under => Self { high: number.map(End::out), ..Self::closed(Some(0.into()), None) },
            Bound::AtMost => Self::closed(Some(0.into()), number),
            Bound::Between | Bound::Vague => Self::closed(count.low.or(number), count.high.or(number)),
        }
    }

    fn closed(low: Option<Number>, high: Option<Number>) -> Self {
        Self { low: low.map(End::within), high: high.map(End::within), best: None }
    }

    /// The number that is named as the one meant, if one is.
    pub fn best(&self) -> Option<Number> {
        self.best
    }

    /// The least number that is possible or bounds what is; none where nothing is said.
    pub fn low(&self) -> Option<Number> {
        self.low.map(|end| end.at)
    }

    /// The greatest number that is possible or bounds what is; none where it is open.
    pub fn high(&self) -> Option<Number> {
        self.high.map(|end| end.at)
    }

    /// How this stands to `other`.
    pub fn relation(&self, other: &Self) -> Relation {
        if self.ends_before(other) || other.ends_before(self) {
            return Relation::Disjoint;
        }
        let compatible = match (self.best, other.best) {
            (Some(one), Some(other)) => one == other,
            _ => self.holds(other) || other.holds(self),
        };
        if compatible { Relation::Compatible } else { Relation::Apart }
    }

    fn ends_before(&self, other: &Self) -> bool {
        match (self.high, other.low) {
            (Some(high), Some(low)) => high.at < low.at || high.at == low.at && !(high.is_in && low.is_in),
            _ => false,
        }
    }

    /// Whether all that is possible for `other` is possible here.
    fn holds(&self, other: &Self) -> bool {
        let low = match (self.low, other.low) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(own), Some(its)) => own.at < its.at || own.at == its.at && (own.is_in || !its.is_in),
        };
        let high = match (self.high, other.high) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(own), Some(its)) => own.at > its.at || own.at == its.at && (own.is_in || !its.is_in),
        };
        low && high
    }
}

impl End {
    fn within(at: Number) -> Self {
        Self { at, is_in: true }
    }

    fn out(at: Number) -> Self {
        Self { at, is_in: false }
    }
}

/// So many tenths of a number; the number itself where that does not fit.
fn tenths(number: Option<Number>, tenths: i128) -> Option<Number> {
    let number = number?;
    Number::ratio(tenths, 10).and_then(|share| number.times(share)).or(Some(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(bound: Bound, number: i128) -> Interval {
        Interval::of(&Count { bound, number: Some(number.into()), low: None, high: None })
    }

    fn class(low: i128, high: Option<i128>) -> Interval {
        let (low, high) = (Some(low.into()), high.map(Number::from));
        Interval::of(&Count { bound: Bound::Vague, number: None, low, high })
    }

    #[test]
    fn every_pair_stands_as_the_rule_says() {
        use Bound::{About, AtLeast, AtMost, Exactly, Over, Under};
        use Relation::{Apart, Compatible, Disjoint};
        let thousands = || class(2000, Some(9999));
        let tens = || class(20, Some(99));
        let pairs = [
            (count(Exactly, 40), count(Exactly, 40), Compatible),
            (count(Exactly, 40), count(Exactly, 374), Disjoint),
            (count(Exactly, 65), count(Over, 65), Disjoint),
            (count(Exactly, 65), count(AtLeast, 65), Compatible),
            (count(Exactly, 65), count(Under, 65), Disjoint),
            (count(Exactly, 65), count(AtMost, 65), Compatible),
            (count(Over, 65), count(AtMost, 65), Disjoint),
            (count(Over, 65), count(Under, 66), Apart),
            (count(Exactly, 100), count(About, 100), Compatible),
            (count(Exactly, 89), count(About, 100), Disjoint),
            (count(Exactly, 90), count(About, 100), Apart),
            (count(About, 5000), count(About, 3500), Disjoint),
            (count(About, 5000), thousands(), Compatible),
            (count(About, 3500), thousands(), Compatible),
            (tens(), count(Over, 150), Disjoint),
            (count(Over, 150), count(Over, 800), Compatible),
            (tens(), tens(), Compatible),
            (tens(), class(50, Some(200)), Apart),
            (class(2000, None), count(Exactly, 9_000_000), Compatible),
        ];
        for (one, other, relation) in pairs {
            assert_eq!(one.relation(&other), relation, "{one:?} {other:?}");
            assert_eq!(other.relation(&one), relation, "{other:?} {one:?}");
        }
    }

    #[test]
    fn a_class_without_bounds_contradicts_nothing() {
        let many = Interval::of(&Count { bound: Bound::Vague, number: None, low: None, high: None });
        assert_eq!(many.relation(&count(Bound::Exactly, 3)), Relation::Compatible);
    }

    #[test]
    fn a_number_too_great_to_be_multiplied_stands_for_itself() {
        let great = count(Bound::About, i128::MAX);
        assert_eq!(great.relation(&count(Bound::Exactly, i128::MAX)), Relation::Compatible);
    }
}
