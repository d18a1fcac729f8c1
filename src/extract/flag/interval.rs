//! Which numbers a count leaves possible.

use crate::fact::{Bound, Count};
use crate::number::Number;

/// An end of an interval, and whether it is a part of it; no end where it is open.
type End = Option<(Number, bool)>;

/// Whether no number is possible for both counts. Exactly *n* is [n, n]; more than *n* (n, ∞); at least *n* [n, ∞);
/// under *n* [0, n); at most *n* [0, n]; about *n* is a tenth to either side, for comparison alone; a range and a class of
/// numbers have their own bounds.
pub(super) fn exclude(one: &Count, other: &Count) -> bool {
    let ((low, high), (its_low, its_high)) = (ends(one), ends(other));
    is_before(high, its_low) || is_before(its_high, low)
}

/// Whether every number that `part` leaves possible is greater than any of `whole`.
pub(super) fn exceeds(part: &Count, whole: &Count) -> bool {
    is_before(ends(whole).1, ends(part).0)
}

fn is_before(high: End, low: End) -> bool {
    let (Some((high, within)), Some((low, its))) = (high, low) else { return false };
    high < low || high == low && !(within && its)
}

fn ends(count: &Count) -> (End, End) {
    let at = |number: Option<Number>, within: bool| number.map(|number| (number, within));
    let number = count.number;
    let zero = Some((0.into(), true));
    match count.bound {
        Bound::Exactly => (at(number, true), at(number, true)),
        Bound::About => (at(tenths(number, 9), true), at(tenths(number, 11), true)),
        Bound::Over => (at(number, false), None),
        Bound::AtLeast => (at(number, true), None),
        Bound::Under => (zero, at(number, false)),
        Bound::AtMost => (zero, at(number, true)),
        Bound::Between | Bound::Vague => (at(count.low, true), at(count.high, true)),
    }
}

fn tenths(number: Option<Number>, tenths: i128) -> Option<Number> {
    number?.times(Number::ratio(tenths, 10)?)
}

#[cfg(test)]
mod tests {
    use super::{exceeds, exclude};
    use crate::fact::{Bound, Count};

    fn count(bound: Bound, number: i128) -> Count {
        Count { bound, number: Some(number.into()), low: None, high: None }
    }

    #[test]
    fn counts_that_no_number_satisfies_exclude_one_another() {
        let (exactly, over, at_least) = (Bound::Exactly, Bound::Over, Bound::AtLeast);
        let cases = [
            (count(exactly, 65), count(exactly, 65), false),
            (count(exactly, 65), count(exactly, 66), true),
            (count(exactly, 65), count(over, 65), true),
            (count(exactly, 65), count(at_least, 65), false),
            (count(Bound::About, 70), count(exactly, 64), false),
            (count(Bound::About, 70), count(exactly, 62), true),
            (count(Bound::Under, 5), count(exactly, 5), true),
            (count(Bound::AtMost, 5), count(exactly, 5), false),
            (count(over, 200), count(over, 17), false),
        ];
        for (one, other, excluded) in cases {
            assert_eq!(exclude(&one, &other), excluded, "{one:?} {other:?}");
            assert_eq!(exclude(&other, &one), excluded, "{other:?} {one:?}");
        }
        assert!(exceeds(&count(exactly, 6), &count(exactly, 4)));
        assert!(!exceeds(&count(exactly, 4), &count(exactly, 4)));
        assert!(!exceeds(&count(exactly, 6), &count(over, 4)));
    }
}
