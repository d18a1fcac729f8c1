//! `quantity/counted`: a numeral before the noun that it counts.

use super::gate::{designates, is_dated};
use super::head::{Head, STARTS, head};
use super::noun::Thing;
use super::rest::rest;
use super::{noun, quantity};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::{NounClass, Quantity, Rank};
use crate::lexicon::Class;

pub(super) const RULE: Rule<Quantity> = Rule {
    name: "quantity/counted",
    starts: STARTS,
    takes: &[
        "65 قتيلاً",
        "أكثر من 65 قتيلاً",
        "19 مدنياً على الأقل",
        "قرابة 5 آلاف عنصر",
        "عشرات السجناء",
        "العشرات من المحتجين",
        "12 من عناصرها",
        "خمسة من طاقمها",
        "خمسة من ميليشيات",
        "61 آخرين",
        "ثلاثة مسلحي",
        "332.630 مسجلا",
        "نحو 30 خيميائياً",
        "على الأقل ثلاثة جنود",
        "لا يقل عدد القتلى عن 30 شخصا",
        "يتجاوز عددهم 500 عنصر",
        "500 م2",
        "3 ملايين دولار",
        "60 منزلا سكنيا على الأقل",
        "30 قتيلا أو أكثر",
        "5 أشخاص، على الأقل",
        "13 جنديًا وشرطيًّا على الأقل",
        "ما لايقل عن 69 طفلا",
        "لم تكن تتجاوز 620 مليار دولار",
        "تجاوزت سرعة الحافلة 140 كيلومترا",
        "لم يزيدوا على أربعين شخصا",
        "600 شجرة ونيف",
        "ثمانية مليارات دولار إلا قليلا",
        "أربعون راكبا لا أكثر",
        "ألفي دينار وثلاثمئة",
        "مليوني ريال ونصف المليون",
        "572 طنا ونصف الطن",
    ],
    leaves: &[
        "أكثر من 24 ساعة",
        "20 يناير",
        "قتل 30 الثلاثاء",
        "أصيب 12 بجروح",
        "5 يتلقون العلاج",
        "مدفع 57 مثبت",
        "رفضوا في 2013 تعديل المادة",
        "رشاش عيار 12.7 ملم",
    ],
    find,
};

/// counted ::= head thing hedge-after?
fn find(at: Cursor<'_>) -> Option<Match<Quantity>> {
    let head = head(at).filter(|head| head.rank() == Rank::Cardinal && !head.is_dual())?;
    let thing = noun::thing(&head).filter(|thing| thing.is_plain || !designates(&head))?;
    if is_dated(&head) || is_calibre(&head, &thing) {
        return None;
    }
    let mut found = quantity(&head, Some(thing.counted), thing.end);
    if let Some(more) = rest(&head, &thing) {
        found = quantity(&head, Some(thing.counted), more.end);
        found.value.count = more.added_to(found.value.count)?;
    }
    Some(found)
}

/// عيار 12.7 ملم
fn is_calibre(head: &Head<'_>, thing: &Thing<'_>) -> bool {
    let named = head.numeral().previous().is_some_and(|p| p.is(Class::Designator));
    named && thing.counted.class == Some(NounClass::Measure)
}
