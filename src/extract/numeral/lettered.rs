//! A decimal with a letter for its point: 6ر6. Some write the whole first and others the fraction, so that it looks right
//! from right to left (3ر239 is 239.3); where both are open, no number is read.

use super::figure::{Figure, Run, run};
use crate::extract::cursor::Cursor;
use crate::lexicon::Class;
use crate::number::Number;

/// The letter.
const POINT: &str = "\u{631}";

/// More digits than this are no number.
const LONGEST: u32 = 18;

/// The number of the digits on both sides of the letter, for the first of them; `None` where no letter stands here, and
/// within it where none can be read.
#[expect(clippy::option_option, reason = "the inner one says that nothing may be read")]
pub(super) fn lettered(at: Cursor<'_>) -> Option<Option<Figure<'_>>> {
    if at.previous().is_some_and(|before| at.is_glued() && is_point(before)) {
        return Some(None);
    }
    let letter = at.next().filter(|next| is_point(*next))?;
    let second = letter.next().filter(|next| next.is_glued())?;
    let (first, last) = (run(at)?, run(second)?);
    let number = match order(first, last).filter(|_| first.len + last.len <= LONGEST) {
        Some(Order::WholeFirst) => Some(decimal(first, last)),
        Some(Order::FractionFirst) => Some(decimal(last, first)),
        None => None,
    };
    Some(number.map(|number| Figure { number, end: second.after() }))
}

/// The place after a pair of which it is open which side is the whole, and after the word for its scale or share.
pub(super) fn undecided(at: Cursor<'_>) -> Option<Cursor<'_>> {
    if !at.token().is_digits() || !at.next().is_some_and(is_point) || lettered(at)?.is_some() {
        return None;
    }
    let end = at.next()?.next()?.after();
    let Some(next) = end.here() else { return Some(end) };
    match next.term(Class::Percent) {
        Some((_, after)) => Some(after),
        None if next.is(Class::Scale) => Some(next.after()),
        None => Some(end),
    }
}

/// Whether the letter stands here, between digits.
fn is_point(at: Cursor<'_>) -> bool {
    at.token().is_word()
        && at.is_glued()
        && at.page().quote(at.token().span) == POINT
        && at.previous().is_some_and(|before| before.token().is_digits())
}

/// Which side the whole stands on.
enum Order {
    WholeFirst,
    FractionFirst,
}

/// The order, where only one can be: zero leads a fraction or is the whole, and a long run is the whole.
fn order(first: Run, last: Run) -> Option<Order> {
    let leads = |run: Run| run.len > 1 && run.units < 10_i128.pow(run.len - 1);
    let is_nought = |run: Run| run.len == 1 && run.units == 0;
    let is_long = |run: Run| run.len > 2 && !leads(run);
    if first.units == last.units && first.len == last.len {
        return Some(Order::WholeFirst);
    }
    let whole_first = leads(last) || is_nought(first) || is_long(first);
    let fraction_first = leads(first) || is_nought(last) || is_long(last);
    match (whole_first, fraction_first) {
        (true, false) => Some(Order::WholeFirst),
        (false, true) => Some(Order::FractionFirst),
        _ => None,
    }
}

fn decimal(whole: Run, fraction: Run) -> Number {
    Number::decimal(whole.units * 10_i128.pow(fraction.len) + fraction.units, fraction.len)
}
