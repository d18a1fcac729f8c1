//! Production: an amount of any size, in digits, words or both.

use super::figure::{figure, may_start};
use super::spelled::spelled;
use crate::extract::cursor::Cursor;
use crate::fact::Form;
use crate::lexicon::{FractionForm, ScaleForm, Sense};
use crate::number::Number;

/// An amount.
#[derive(Clone, Copy)]
pub(super) struct Amount<'a> {
    pub number: Number,
    pub form: Form,
    pub end: Cursor<'a>,
    /// It is a single word of 0 to 10.
    pub is_unit: bool,
    /// It is a unit and a ten and nothing else.
    pub is_unit_and_ten: bool,
    /// A scale word or a fraction took part.
    pub is_composed: bool,
    /// Value of its last scale, 1 without one: what the next part must stay below.
    scale: u64,
}

/// amount ::= term (and smaller-term)* (and fraction scale?)?
pub(super) fn amount(at: Cursor<'_>) -> Option<Amount<'_>> {
    let mut sum = term(at)?;
    loop {
        let Some(place) = sum.end.joined() else { return Some(sum) };
        let Some(next) = smaller(place, &sum).or_else(|| and_a_half(place, &sum)) else { return Some(sum) };
        sum = next;
    }
}

/// term ::= (figure | spelled | fraction) scale? | scale
pub(super) fn term(at: Cursor<'_>) -> Option<Amount<'_>> {
    let count = count(at)?;
    let Some((scale, form)) = count.end.here().and_then(scale_word) else { return Some(count) };
    let place = count.end;
    if place.token().has_proclitic() || form == ScaleForm::Dual || !takes_scale(&count, form) {
        return Some(count);
    }
    let number = count.number.times(i128::from(scale).into())?;
    Some(Amount {
        number,
        form: with_words(count.form),
        end: place.after(),
        is_unit: false,
        is_unit_and_ten: false,
        is_composed: true,
        scale,
    })
}

/// Of the plural ملايين after a fraction (ثلثا ملايين) no amount is made; all other numbers take any form.
fn takes_scale(count: &Amount<'_>, form: ScaleForm) -> bool {
    !(count.is_composed && form == ScaleForm::Plural)
}

fn count(at: Cursor<'_>) -> Option<Amount<'_>> {
    let plain = Amount {
        number: 0.into(),
        form: Form::Words,
        end: at,
        is_unit: false,
        is_unit_and_ten: false,
        is_composed: false,
        scale: 1,
    };
    if at.token().is_digits() {
        let figure = figure(at).filter(|_| may_start(at))?;
        return Some(Amount { number: figure.number, form: Form::Digits, end: figure.end, ..plain });
    }
    if let Some(parts) = several_parts(at) {
        return Some(Amount { is_composed: true, ..parts });
    }
    if let Some(words) = spelled(at) {
        let number = i128::from(words.value).into();
        let (is_unit, is_unit_and_ten) = (words.is_unit, words.is_unit_and_ten);
        return Some(Amount { number, end: words.end, is_unit, is_unit_and_ten, ..plain });
    }
    if let Some(part) = fraction(at) {
        let scaled = at.next().and_then(scale_word).is_some();
        return scaled.then_some(Amount { number: part, end: at.after(), is_composed: true, ..plain });
    }
    let (scale, form) = scale_word(at)?;
    let times = match form {
        ScaleForm::Singular => 1,
        ScaleForm::Dual => 2,
        ScaleForm::Construct if !at.token().has_tanwin() => 2,
        ScaleForm::Construct | ScaleForm::Plural => return None,
    };
    let number = Number::from(i128::from(scale) * times);
    Some(Amount { number, end: at.after(), is_composed: true, scale, ..plain })
}

/// ثلاثة أرباع: a cardinal of a fraction's plural.
fn several_parts(at: Cursor<'_>) -> Option<Amount<'_>> {
    let words = spelled(at).filter(|words| words.is_unit)?;
    let place = words.end.here()?;
    let part = place.sense(|sense| match sense {
        Sense::Fraction(value, FractionForm::Plural) => Some(value),
        _ => None,
    })?;
    let number = part.times(i128::from(words.value).into())?;
    Some(Amount {
        number,
        form: Form::Words,
        end: place.after(),
        is_unit: false,
        is_unit_and_ten: false,
        is_composed: true,
        scale: 1,
    })
}

/// The part after و that is smaller than what stands before it: ألف ومئتان, 10 آلاف و500.
fn smaller<'a>(place: Cursor<'a>, sum: &Amount<'_>) -> Option<Amount<'a>> {
    let next = term(place)?;
    let fits = sum.scale > 1
        && next.scale < sum.scale
        && next.number < Number::from(i128::from(sum.scale))
        && next.number.integer().is_some();
    let number = sum.number.plus(next.number).filter(|_| fits)?;
    let form = if sum.form == next.form { sum.form } else { Form::Mixed };
    Some(Amount {
        number,
        form,
        end: next.end,
        is_unit: false,
        is_unit_and_ten: false,
        is_composed: true,
        scale: next.scale,
    })
}

/// مليون ونصف المليون، ثلاثة ونصف: a fraction of the last scale, which may be named again.
fn and_a_half<'a>(place: Cursor<'a>, sum: &Amount<'_>) -> Option<Amount<'a>> {
    let part = fraction(place).filter(|_| sum.number.integer().is_some())?;
    let whole = place.next().filter(|n| scale_word(*n).is_some_and(|(scale, _)| scale == sum.scale));
    if sum.scale == 1 && place.next().is_some_and(Cursor::is_definite) {
        return None;
    }
    let number = sum.number.plus(part.times(i128::from(sum.scale).into())?)?;
    let end = whole.map_or(place.after(), Cursor::after);
    Some(Amount {
        number,
        form: with_words(sum.form),
        end,
        is_unit: false,
        is_unit_and_ten: false,
        is_composed: true,
        scale: 1,
    })
}

fn fraction(at: Cursor<'_>) -> Option<Number> {
    at.sense(|sense| match sense {
        Sense::Fraction(value, FractionForm::Single) => Some(value),
        _ => None,
    })
}

/// The scale word here.
pub(super) fn scale_word(at: Cursor<'_>) -> Option<(u64, ScaleForm)> {
    at.sense(|sense| match sense {
        Sense::Scale(value, form) => Some((value, form)),
        _ => None,
    })
}

fn with_words(form: Form) -> Form {
    if form == Form::Words { Form::Words } else { Form::Mixed }
}
