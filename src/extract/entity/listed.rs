//! `entity/listed`: an actor, place or outlet by a name that a list has.

use super::listing::listing;
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::Entity;
use crate::lexicon::{Class, ClassSet};

pub(super) const RULE: Rule<Entity> = Rule {
    name: "entity/listed",
    starts: ClassSet::of(&[Class::Name]),
    takes: &[
        "قسد",
        "قوات سوريا الديموقراطية",
        "تنظيم \"الدولة\"",
        "تنظيم “الدولة الإسلامية”",
        "محافظة الحسكة",
        "دير الزور",
        "سجن الصناعة",
        "المرصد السوري لحقوق الإنسان",
        "شفق نيوز",
        "موقع الخابور",
        "وزارة الصحة",
        "BBC",
        "الأمم المتحدة",
        "المقاومة الشعبية",
        "الكوت ديفوار",
    ],
    leaves: &[
        "الصور التي نشرت",
        "أغلق الباب",
        "الطريق السلمية",
        "دوما يقول",
        "فتح معبرا",
        "القصير المدى",
        "بحيرة تشاد",
        "دلتا النيجر",
        "بحماس كبير",
        "جنوب شرقي الأناضول",
        "لـ«الرياض»",
        "صوناً",
        "RT @hadath",
    ],
    find,
};

/// listed ::= name, after what has to stand before it
fn find(at: Cursor<'_>) -> Option<Match<Entity>> {
    let found = listing(at)?;
    let name = found.name;
    Some(Match::between(at, found.end, Entity { id: name.id.into(), kind: name.kind, place: name.place }))
}
