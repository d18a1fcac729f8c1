//! `quantity/share`: a percentage or a fraction, with the whole that it is of.

use super::head::{Head, STARTS, head};
use super::noun::Thing;
use super::{noun, quantity};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::{Counted, Quantity, Rank};
use crate::lexicon::{Class, Sense};
use crate::number::Number;
use crate::span::Span;

pub(super) const RULE: Rule<Quantity> = Rule {
    name: "quantity/share",
    starts: STARTS,
    takes: &[
        "ثلثي المقترعين",
        "7٪ من السكان",
        "18,4 بالمئة",
        "نحو ثلث الضحايا",
        "نصفهم",
        "ربعها تقريباً",
        "أكثر من 30% من الأصوات",
        "لم تتجاوز المشاركة 20%",
        "تجاوزت %20",
        "متراً ونصف المتر",
    ],
    leaves: &["عمره عام ونصف", "الربع الأول", "نصف مليون دولار", "نصف ساعة"],
    find,
};

/// share ::= head whole? hedge-after?
fn find(at: Cursor<'_>) -> Option<Match<Quantity>> {
    let head = head(at).filter(|head| matches!(head.rank(), Rank::Percent | Rank::Fraction))?;
    let whole = noun::whole(&head);
    let joined = at.token().has_conjunction().then(|| at.previous()).flatten();
    if joined.is_some_and(|unit| unit.is(Class::TimeUnit)) {
        return None;
    }
    if let Some(found) = joined.and_then(|unit| one_and(unit, &head, &whole?)) {
        return Some(found);
    }
    let end = whole.map_or(head.end, |whole| whole.end);
    Some(quantity(&head, whole.map(|whole| whole.counted), end))
}

/// متراً ونصف المتر: one of the unit before, and a part of it.
fn one_and(unit: Cursor<'_>, head: &Head<'_>, whole: &Thing<'_>) -> Option<Match<Quantity>> {
    let single = |sense| if let Sense::NounSingular(noun) = sense { Some(noun) } else { None };
    unit.sense(Class::Noun, single).filter(|noun| Some(noun.lemma) == whole.counted.noun)?;
    let counted =
        unit.previous().is_some_and(|p| p.is(Class::Cardinal) || p.is(Class::Scale) || p.token().is_digits());
    let number = head.exact().filter(|_| head.hedge.is_none() && !counted)?;
    let mut found = quantity(head, Some(whole.counted), whole.end);
    found.value.rank = Rank::Cardinal;
    found.value.count.number = Some(number.plus(Number::from(1))?);
    found.value.counted = Some(Counted { span: unit.stem(), ..whole.counted });
    found.span = Span::new(unit.stem().start, found.span.end);
    Some(found)
}
