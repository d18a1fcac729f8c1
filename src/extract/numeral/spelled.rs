//! Production: a number below a thousand in words.

use crate::extract::cursor::Cursor;
use crate::lexicon::{Class, Sense};

/// A number below a thousand in words.
#[derive(Clone, Copy)]
pub(super) struct Spelled<'a> {
    pub value: u64,
    pub end: Cursor<'a>,
    /// One word, of 0 to 10.
    pub is_unit: bool,
    /// A unit and a ten: what two numbers after بين look like.
    pub is_unit_and_ten: bool,
}

/// spelled ::= hundreds (and below-hundred)? | below-hundred
pub(super) fn spelled(at: Cursor<'_>) -> Option<Spelled<'_>> {
    let Some((hundreds, end)) = hundreds(at) else { return below_hundred(at) };
    let whole = Spelled { value: hundreds, end, is_unit: false, is_unit_and_ten: false };
    let rest = end.joined().and_then(below_hundred).filter(|rest| rest.value > 0);
    Some(rest.map_or(whole, |rest| Spelled { value: hundreds + rest.value, end: rest.end, ..whole }))
}

/// hundreds ::= hundred-word | unit hundred
fn hundreds(at: Cursor<'_>) -> Option<(u64, Cursor<'_>)> {
    let value = cardinal(at)?;
    if value >= 100 && value % 100 == 0 {
        return Some((value, at.after()));
    }
    let next = at.next().filter(|n| !n.token().has_proclitic())?;
    let hundred = cardinal(next).filter(|h| *h == 100)?;
    (3..10).contains(&value).then(|| (value * hundred, next.after()))
}

/// below-hundred ::= unit teen | unit and ten | ten | unit | run-together
fn below_hundred(at: Cursor<'_>) -> Option<Spelled<'_>> {
    let value = cardinal(at).filter(|v| *v < 1000)?;
    let one = Spelled { value, end: at.after(), is_unit: value <= 10, is_unit_and_ten: false };
    if !(1..10).contains(&value) {
        return (value < 100 || value % 100 != 0).then_some(one);
    }
    if let Some(teen) = at.next().filter(|n| n.means(Sense::Teen) && !n.token().has_proclitic()) {
        return Some(Spelled {
            value: value + 10,
            end: teen.after(),
            is_unit: false,
            is_unit_and_ten: false,
        });
    }
    let ten =
        at.after().joined().filter(|n| cardinal(*n).is_some_and(|t| (20..100).contains(&t) && t % 10 == 0));
    Some(match (ten, ten.and_then(cardinal)) {
        (Some(place), Some(ten)) => {
            Spelled { value: value + ten, end: place.after(), is_unit: false, is_unit_and_ten: true }
        }
        _ => one,
    })
}

/// The number word here.
pub(super) fn cardinal(at: Cursor<'_>) -> Option<u64> {
    at.sense(Class::Cardinal, |sense| match sense {
        Sense::Cardinal(value) => Some(value),
        _ => None,
    })
    .or_else(|| colloquial(at))
}

/// A colloquial spelling that is also another word counts only before a counted noun and after ألف و.
fn colloquial(at: Cursor<'_>) -> Option<u64> {
    let value = at.sense(Class::Cardinal, |sense| match sense {
        Sense::Colloquial(value) => Some(value),
        _ => None,
    })?;
    if at.token().has_conjunction() && at.previous().is_some_and(|p| p.sense(Class::Scale, scale).is_some()) {
        return Some(value);
    }
    let noun = |sense| matches!(sense, Sense::NounSingular(_) | Sense::Scale(..)).then_some(());
    at.next()?.sense([Class::Noun, Class::Scale], noun).map(|()| value)
}

fn scale(sense: Sense) -> Option<()> {
    matches!(sense, Sense::Scale(..)).then_some(())
}
