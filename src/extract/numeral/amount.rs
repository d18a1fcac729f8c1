//! Production: an amount of any size, in digits, words or both.

use super::figure::{figure, may_start};
use super::spelled::spelled;
use crate::extract::cursor::Cursor;
use crate::fact::Form;
use crate::lexicon::{Class, ClassSet, FractionForm, ScaleForm, Sense};
use crate::number::Number;

/// Words that are no noun.
const PARTICLES: ClassSet = ClassSet::of(&[Class::Of, Class::In, Class::Or, Class::To]);

/// An amount.
pub(super) type Amount<'a> = Sum<Cursor<'a>>;

/// An amount and where it ends.
#[derive(Clone, Copy)]
pub(in crate::extract) struct Sum<E> {
    pub number: Number,
    pub form: Form,
    pub end: E,
    /// It is a single word of 0 to 10.
    pub is_unit: bool,
    /// It is a unit and a ten and nothing else.
    pub is_unit_and_ten: bool,
    /// A scale word or a fraction took part.
    pub is_composed: bool,
    /// Value of the scale word of its first part, 1 without one.
    pub first_scale: u64,
    /// Value of its last scale: what the next part must stay below.
    scale: u64,
}

impl<E: Copy> Sum<E> {
    fn simple(number: Number, form: Form, end: E) -> Self {
        Self {
            number,
            form,
            end,
            is_unit: false,
            is_unit_and_ten: false,
            is_composed: false,
            first_scale: 1,
            scale: 1,
        }
    }

    fn composed(number: Number, form: Form, end: E, scale: u64) -> Self {
        Self { is_composed: true, first_scale: scale, scale, ..Self::simple(number, form, end) }
    }

    /// The same with another way to say where it ends.
    fn ending<F>(self, end: F) -> Sum<F> {
        let Self { number, form, is_unit, is_unit_and_ten, is_composed, first_scale, scale, .. } = self;
        Sum { number, form, end, is_unit, is_unit_and_ten, is_composed, first_scale, scale }
    }
}

/// The amount here. Several rules ask for it in turn, so that the last answer is kept.
pub(super) fn amount(at: Cursor<'_>) -> Option<Amount<'_>> {
    let read = || read(at).map(|amount| amount.ending(amount.end.index() as u32));
    let amount = at.page().amount.at(at.index(), read)?;
    Some(amount.ending(Cursor::new(at.page(), amount.end as usize)))
}

/// amount ::= term (and smaller-term)* (and fraction scale?)?
fn read(at: Cursor<'_>) -> Option<Amount<'_>> {
    let mut sum = term(at)?;
    let first_scale = sum.first_scale;
    while let Some(place) = sum.end.joined() {
        let Some(next) = smaller(place, &sum).or_else(|| and_a_half(place, &sum)) else { break };
        sum = Amount { first_scale, ..next };
    }
    Some(sum)
}

/// term ::= (count | scale) scale*
pub(super) fn term(at: Cursor<'_>) -> Option<Amount<'_>> {
    let mut term = count(at).or_else(|| lone_scale(at))?;
    while let Some(scaled) = times_scale(&term) {
        term = scaled;
    }
    Some(term)
}

/// The amount times the scale word after it, which is larger than any before: 12 ألف, ألفي مليار.
fn times_scale<'a>(count: &Amount<'a>) -> Option<Amount<'a>> {
    let place = count.end.here().filter(|p| !p.token().has_proclitic())?;
    let (scale, form) = scale_word(place).filter(|(scale, _)| *scale > count.scale)?;
    let fits = form != ScaleForm::Dual && !(count.is_composed && form == ScaleForm::Plural);
    let number = count.number.times(i128::from(scale).into()).filter(|_| fits)?;
    Some(Amount::composed(number, with_words(count.form), place.after(), scale))
}

/// count ::= figure | unit parts | spelled | fraction, before a scale
fn count(at: Cursor<'_>) -> Option<Amount<'_>> {
    if at.token().is_digits() {
        return plain(at).map(|figure| Amount { end: past_bracket(at, figure.end), ..figure });
    }
    if let Some(parts) = several_parts(at) {
        return Some(parts);
    }
    if let Some(words) = spelled(at) {
        let (is_unit, is_unit_and_ten) = (words.is_unit, words.is_unit_and_ten);
        let simple = Amount::simple(i128::from(words.value).into(), Form::Words, words.end);
        return Some(Amount { is_unit, is_unit_and_ten, ..simple });
    }
    let part = fraction(at).filter(|_| at.next().and_then(scale_word).is_some())?;
    Some(Amount::composed(part, Form::Words, at.after(), 1))
}

/// The place after the bracket that closes around a figure, before the scale word that it counts: (76.6) مليون.
fn past_bracket<'a>(at: Cursor<'a>, end: Cursor<'a>) -> Cursor<'a> {
    let opens = at.previous().is_some_and(|p| p.is_sign('('));
    let close = end.here().filter(|c| opens && c.is_sign(')')).and_then(Cursor::next);
    let counts = |c: &Cursor<'_>| scale_word(*c).is_some_and(|(_, form)| form != ScaleForm::Dual);
    close.filter(counts).unwrap_or(end)
}

/// A number in digits alone.
pub(super) fn plain(at: Cursor<'_>) -> Option<Amount<'_>> {
    let figure = figure(at).filter(|_| may_start(at))?;
    Some(Amount::simple(figure.number, Form::Digits, figure.end))
}

fn lone_scale(at: Cursor<'_>) -> Option<Amount<'_>> {
    let (scale, form) = scale_word(at)?;
    let times = match form {
        ScaleForm::Singular => 1,
        ScaleForm::Construct if is_accusative(at) => 1,
        ScaleForm::Dual | ScaleForm::Construct => 2,
        ScaleForm::Plural => return None,
    };
    Some(Amount::composed(Number::from(i128::from(scale) * times), Form::Words, at.after(), scale))
}

/// ألفا is two thousand before a genitive; with nunation, before a preposition or و or at the end it is the accusative
/// of one.
fn is_accusative(at: Cursor<'_>) -> bool {
    let noun =
        |n: Cursor<'_>| n.token().is_word() && !n.token().has_proclitic() && !n.classes().meets(PARTICLES);
    let genitive = at.next().is_some_and(noun);
    at.token().has_tanwin() || !genitive || at.after().joined().is_some()
}

/// ثلاثة أرباع: a cardinal of a fraction's plural.
fn several_parts(at: Cursor<'_>) -> Option<Amount<'_>> {
    let words = spelled(at).filter(|words| words.is_unit)?;
    let place = words.end.here()?;
    let part = place.sense(Class::Fraction, |sense| match sense {
        Sense::Fraction(value, FractionForm::Plural) => Some(Number::from(value)),
        _ => None,
    })?;
    let number = part.times(i128::from(words.value).into())?;
    Some(Amount::composed(number, Form::Words, place.after(), 1))
}

/// The part after و that is smaller than the last scale before it: ألف ومئتان, 10 آلاف و500.
fn smaller<'a>(place: Cursor<'a>, sum: &Amount<'_>) -> Option<Amount<'a>> {
    let next = term(place)?;
    let below = next.scale < sum.scale && next.number < Number::from(i128::from(sum.scale))
        || scale_word(place).is_some() && ends_hundreds(sum, &next);
    let number = sum.number.plus(next.number).filter(|_| below && next.number.integer().is_some())?;
    let form = if sum.form == next.form { sum.form } else { Form::Mixed };
    Some(Amount::composed(number, form, next.end, next.scale))
}

/// مئة ألف وألف, مئة ألف وألفان: 101 and 102 thousand; the scale is named again, since one and two are never numbers
/// before it.
fn ends_hundreds(sum: &Amount<'_>, next: &Amount<'_>) -> bool {
    let scale = i128::from(sum.scale);
    let few = next.number == scale.into() || next.number == (2 * scale).into();
    scale > 1 && few && sum.number.integer().is_some_and(|whole| whole / scale % 100 == 0)
}

/// مليون ونصف المليون، ثلاثة ونصف: a fraction of the last scale, which may be named again.
fn and_a_half<'a>(place: Cursor<'a>, sum: &Amount<'_>) -> Option<Amount<'a>> {
    let part = fraction(place).filter(|_| sum.number.integer().is_some())?;
    let next = place.next();
    let again = next.filter(|n| scale_word(*n).is_some_and(|(scale, _)| scale == sum.scale));
    if sum.scale == 1 && next.is_some_and(Cursor::is_definite) {
        return None;
    }
    let number = sum.number.plus(part.times(i128::from(sum.scale).into())?)?;
    Some(Amount::composed(number, with_words(sum.form), again.unwrap_or(place).after(), 1))
}

fn fraction(at: Cursor<'_>) -> Option<Number> {
    at.sense(Class::Fraction, |sense| match sense {
        Sense::Fraction(value, FractionForm::Single) => Some(Number::from(value)),
        _ => None,
    })
}

/// The scale word here.
pub(super) fn scale_word(at: Cursor<'_>) -> Option<(u64, ScaleForm)> {
    at.sense(Class::Scale, |sense| match sense {
        Sense::Scale(value, form) => Some((value, form)),
        _ => None,
    })
}

fn with_words(form: Form) -> Form {
    if form == Form::Words { Form::Words } else { Form::Mixed }
}
