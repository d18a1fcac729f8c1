//! `quantity/elided`: a numeral that counts what the text does not name again.

use super::gate::{designates, stands_alone};
use super::head::{STARTS, head};
use super::quantity;
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::{Quantity, Rank};

pub(super) const RULE: Rule<Quantity> = Rule {
    name: "quantity/elided",
    starts: STARTS,
    takes: &["نحو 30", "العشرات", "تجاوز الثلاثين", "على الأقل ثلاثة"],
    leaves: &[
        "المادة 17",
        "القرار 2254",
        "الفوج 47",
        "رقم 12",
        "هاتف 5551234",
        "114/2019",
        "الدور الثاني",
        "1) مقدمة",
        "2- خاتمة",
        "محمد (34 عاماً)",
        "في الثلاثينات من عمرها",
        "سن الـ18",
        "3 مقابل 1",
        "0.5px",
        "اتصل على الرقم 1515",
        "الرقم المجاني 1515",
        "انتهى/ ح ك 7",
        "القطاع 3",
        "قائد اللواء 22 مدرع",
        "رجل في السبعين من عمره",
        "وهو ابن سبعين",
        "هي: 1- وقف النار، 2- فتح الطريق",
        "(15,00 تغ)",
        "مسؤول محلي واحد السكان",
        "في توقيت واحد",
    ],
    find,
};

/// elided ::= head hedge-after?
fn find(at: Cursor<'_>) -> Option<Match<Quantity>> {
    let head = head(at).filter(|head| head.rank() == Rank::Cardinal && !head.is_dual())?;
    let counts = head.hedge.is_some() || !designates(&head);
    (counts && stands_alone(&head)).then(|| quantity(&head, None, head.end))
}
