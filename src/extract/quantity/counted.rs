//! `quantity/counted`: a numeral before the noun that it counts.

use super::gate::{designates, is_dated};
use super::head::{STARTS, head};
use super::{noun, quantity};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::{Quantity, Rank};

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
    ],
    leaves: &[
        "أكثر من 24 ساعة",
        "20 يناير",
        "قتل 30 الثلاثاء",
        "أصيب 12 بجروح",
        "5 يتلقون العلاج",
        "مدفع 57 مثبت",
        "رفضوا في 2013 تعديل المادة",
    ],
    find,
};

/// counted ::= head thing hedge-after?
fn find(at: Cursor<'_>) -> Option<Match<Quantity>> {
    let head = head(at).filter(|head| head.rank() == Rank::Cardinal && !head.is_dual())?;
    let thing = noun::thing(&head).filter(|thing| thing.is_plain || !designates(&head))?;
    if is_dated(&head) {
        return None;
    }
    Some(quantity(&head, Some(thing.counted), thing.end))
}
