//! `quantity/range`: two numerals with everything between them meant.

use super::head::{Head, STARTS, head, past_opening};
use super::noun;
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::{Bound, Count, Counted, Quantity, Rank, Value};
use crate::lexicon::{Class, ClassSet, Sense, Toll};
use crate::number::Number;

pub(super) const RULE: Rule<Quantity> = Rule {
    name: "quantity/range",
    starts: STARTS.with(ClassSet::of(&[Class::Between, Class::Of])),
    takes: &[
        "بين 10 و20 مسلحاً",
        "بين عشرة وعشرين مسلحاً",
        "بين 3 و5 آلاف نازح",
        "10 – 20 مسلحاً",
        "10 ـ 20 مسلحاً",
        "ثلاثة أو أربعة مسلحين",
        "من 3 إلى 5 آلاف",
        "من 10 إلى 20 شخصاً",
        "بين 50 دولاراً و60 دولاراً",
        "عشرات أو مئات الضحايا",
        "بين 5 و10 في المئة",
        "بين 50 – 95 ألف ريال",
        "بين 100 إلى 5.000 نسمة",
    ],
    leaves: &[
        "ارتفع من 12 إلى 19 قتيلا",
        "بين 12 قتيلا و30 جريحا",
        "3-1",
        "مقتل 3 جنود و5 مدنيين",
        "12 أو 3 جنود",
        "تتراوح أعمارهم بين 65 و69 عاما",
    ],
    find,
};

/// Words before a range from … to … in which a change of the number would stand.
const REACH: usize = 12;

/// How two numerals are joined.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    And,
    To,
    Or,
    Dash,
}

/// range ::= between head thing? (and | to | dash) head thing? | from head to head thing? | head (or | dash) head thing?
fn find(at: Cursor<'_>) -> Option<Match<Quantity>> {
    let (near, far, joint) = ends(at)?;
    let shares = far.rank() != Rank::Cardinal;
    let thing = if shares { noun::whole(&far) } else { noun::thing(&far) };
    let fits = near.rank() == far.rank() || shares && near.rank() == Rank::Cardinal;
    let stands = match joint {
        Joint::And => true,
        Joint::Or => !near.is_dual() && !far.is_dual(),
        Joint::To => !changes(at) && (thing.is_some() || shares || is_scaled(&near)),
        Joint::Dash => thing.is_some() || shares,
    };
    let timed = far.end.here().is_some_and(|n| n.is(Class::TimeUnit));
    let count = between(&near, &far).filter(|_| stands && fits && !timed)?;
    let end = thing.map_or(far.end, |thing| thing.end);
    Some(whole(at, &near, &far, count, thing.map(|thing| thing.counted), end))
}

fn whole<'a>(
    at: Cursor<'a>,
    near: &Head<'a>,
    far: &Head<'a>,
    count: Count,
    counted: Option<Counted>,
    end: Cursor<'a>,
) -> Match<Quantity> {
    let opening = (at.is(Class::Between) && at.numeral().is_none()).then(|| at.stem());
    let hedge = near.hedge.map(|(_, span)| span).or(opening);
    let numeral = near.link();
    Match::between(at, end, Quantity { rank: far.rank(), count, hedge, counted, numeral, subset_of: None })
}

/// Both ends and what joins them.
fn ends(at: Cursor<'_>) -> Option<(Head<'_>, Head<'_>, Joint)> {
    if at.means(Sense::Between) && !at.previous().is_some_and(|p| p.means(Sense::Of)) {
        let near = head(past_opening(at.next()?)?)?;
        let after = same_noun(&near).unwrap_or(near.end);
        let place = after.joined().or_else(|| after.here().filter(|link| joint(*link).is_some())?.next())?;
        let far = head(place).filter(|far| agrees(&near, far))?;
        return Some((near, far, Joint::And));
    }
    if at.means(Sense::Of) {
        let near = head(at.next()?).filter(|near| !near.is_dual())?;
        let to = near.end.here().filter(|to| to.means(Sense::To))?;
        return Some((near, head(to.next()?)?, Joint::To));
    }
    let near = head(at)?;
    let link = near.end.here()?;
    let joint = joint(link)?;
    let far = head(link.next()?).filter(|far| far.hedge.is_none())?;
    Some((near, far, joint))
}

fn joint(link: Cursor<'_>) -> Option<Joint> {
    let dash = ['-', '–', '—', 'ـ', '−'].iter().any(|c| link.is_sign(*c));
    let joint = if link.means(Sense::Or) { Joint::Or } else { Joint::To };
    if dash { Some(Joint::Dash) } else { (joint == Joint::Or || link.means(Sense::To)).then_some(joint) }
}

/// بين 50 دولارا و60 دولارا: the place after a noun that is named at either end.
fn same_noun<'a>(near: &Head<'a>) -> Option<Cursor<'a>> {
    noun::thing(near).map(|thing| thing.end)
}

/// Where the near end names its noun, the far end names the same.
fn agrees(near: &Head<'_>, far: &Head<'_>) -> bool {
    let lemma = |head| noun::thing(head).and_then(|thing| thing.counted.noun);
    lemma(near).is_none_or(|noun| lemma(far) == Some(noun))
}

fn is_scaled(near: &Head<'_>) -> bool {
    let figure = near.numeral.span.len() <= 4;
    figure && near.exact().is_some_and(|number| number >= Number::from(1000))
}

/// ارتفع من 12 إلى 19: the number before and the number after.
fn changes(at: Cursor<'_>) -> bool {
    let before = std::iter::successors(at.previous(), |c| c.previous()).take(REACH);
    let change = |sense| matches!(sense, Sense::Toll(Toll::Change(_))).then_some(());
    before.take_while(|c| !c.is_sign('.')).any(|c| c.sense(Class::Toll, change).is_some())
}

/// The bounds, where they rise.
fn between(near: &Head<'_>, far: &Head<'_>) -> Option<Count> {
    match (near.numeral.value.value, far.numeral.value.value) {
        (Value::Exact(low), Value::Exact(high)) if low < high => {
            Some(Count { bound: Bound::Between, number: None, low: Some(low), high: Some(high) })
        }
        (Value::Vague { low, .. }, Value::Vague { low: more, high }) if low < more => Some(Count {
            bound: Bound::Vague,
            number: None,
            low: Some(low.into()),
            high: high.map(Into::into),
        }),
        _ => None,
    }
}
