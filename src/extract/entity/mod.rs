//! Entities: the actors, places, outlets and persons that a text names.
//!
//! Names come from word lists; a person's from what stands after a title or role. Does not know what is said of them.

mod listed;
mod listing;
mod national;
mod person;
mod shared;
mod surname;
mod unlisted;
mod veiled;

use super::cursor::Cursor;
use super::page::Page;
use super::rule::{Attempt, Found, Rule, attempts, scan};
use super::starts::Reader;
use crate::fact::Entity;
use crate::lexicon::ClassSet;

/// The rules, in the order in which they are preferred where two match alike. Those of persons come last: they are read
/// apart, since a title may hold other names (قائد قوات سوريا الديمقراطية).
pub(super) const RULES: &[Rule<Entity>] =
    &[national::RULE, listed::RULE, unlisted::RULE, veiled::RULE, person::RULE, surname::RULE];

/// The rules of names.
pub(super) const NAMES: &[Rule<Entity>] = RULES.split_at(4).0;

/// What the rules of names that are not listed start at.
const UNLISTED: ClassSet = unlisted::RULE.starts.with(veiled::RULE.starts);

/// What persons are read at.
pub(super) const PERSONS: ClassSet = person::RULE.starts;

/// Every entity of the page, in order.
pub(super) fn read(mut found: Vec<Found<Entity>>, page: &Page<'_>) -> Vec<Found<Entity>> {
    // Most words that are listed as a name are none where they stand, and both rules of these ask for it.
    let may_begin = |at: &Cursor<'_>| at.classes().meets(UNLISTED) || listing::listing(*at).is_some();
    let places = page.places_of(Reader::Names).filter(may_begin);
    scan(NAMES, Reader::Names, places, |entity| found.push(entity));
    shared::settle(page, &mut found);
    let persons = person::read(page, &found);
    let later = surname::read(page, &persons);
    give_way(&mut found, &persons);
    found.extend(persons);
    found.sort_by_key(|entity| entity.span.start);
    found.extend(apart(&found, later));
    found.sort_by_key(|entity| entity.span.start);
    found
}

/// Drops the names that lie in a person's name: محمد السوداني is of no country.
fn give_way(names: &mut Vec<Found<Entity>>, persons: &[Found<Entity>]) {
    let mut persons = persons.iter().peekable();
    names.retain(|name| {
        while persons.next_if(|person| person.end <= name.start).is_some() {}
        persons.peek().is_none_or(|person| !person.span.overlaps(name.span))
    });
}

/// Those of `others` that overlap none of `found`; both are in order.
fn apart(found: &[Found<Entity>], others: Vec<Found<Entity>>) -> Vec<Found<Entity>> {
    let mut at = 0;
    let free = |other: &Found<Entity>| {
        while found.get(at).is_some_and(|entity| entity.end <= other.start) {
            at += 1;
        }
        found.get(at).is_none_or(|entity| !entity.span.overlaps(other.span))
    };
    others.into_iter().filter(free).collect()
}

/// Every rule that is tried, and what it reads.
pub(super) fn tried(page: &Page<'_>) -> Vec<Attempt> {
    let mut tried = attempts(RULES, page.places());
    let later = page.entities.iter().filter(|entity| entity.rule == surname::RULE.name);
    tried.extend(later.map(|entity| Attempt {
        rule: entity.rule,
        token: entity.start as usize,
        read: Some(entity.span),
    }));
    tried
}

#[cfg(test)]
mod tests {
    use super::RULES;
    use crate::extract::page::Page;
    use crate::extract::rule::keep_their_examples;
    use crate::lexicon::Lexicon;

    /// The entities of a text, each as its quotation and id.
    fn read(text: &str, lexicon: &Lexicon) -> Vec<String> {
        let mut page = Page::new(text, lexicon);
        page.read();
        page.entities.iter().map(|found| format!("{} {}", page.quote(found.span), found.value.id)).collect()
    }

    #[test]
    fn rules_keep_their_examples() {
        keep_their_examples(RULES, |page| &page.entities);
    }

    #[test]
    fn names_stand_without_their_proclitics() {
        let lexicon = Lexicon::builtin();
        for (text, entities) in [
            ("وقسد", &["قسد org:sdf"][..]),
            ("بالحسكة", &["الحسكة place:hasakah"]),
            ("دعمه للتحالف الدولي", &["تحالف الدولي org:coalition"]),
            ("قالت “قسد” إن", &["قسد org:sdf"]),
            ("هاشتاغ #الحسكة هنا", &[]),
            ("في مدينة الباب", &["الباب place:bab"]),
            ("من تدمر", &["تدمر place:tadmur"]),
            ("القصف يدمر ما تدمر", &[]),
        ] {
            assert_eq!(read(text, &lexicon), entities, "{text}");
        }
    }

    /// Of several places with one name, the one of whose country the text speaks; else it stays open which.
    #[test]
    fn a_shared_name_is_settled_by_the_rest_of_the_text() {
        let lexicon = Lexicon::builtin();
        let tripoli = |text: &str| read(text, &lexicon).into_iter().next().expect("Tripoli is named");
        assert_eq!(tripoli("في طرابلس"), "طرابلس place:tripoli");
        assert_eq!(tripoli("في طرابلس شمالي لبنان"), "طرابلس place:tripoli-lebanon");
        assert_eq!(tripoli("في طرابلس وبنغازي"), "طرابلس place:tripoli-libya");
        assert_eq!(tripoli("في طرابلس ولبنان وليبيا"), "طرابلس place:tripoli");
        let coalition = "قصف طيران التحالف مواقع تنظيم داعش، وقالت قوات التحالف الدولي إنها";
        assert_eq!(read(coalition, &lexicon)[0], "طيران التحالف org:coalition");
    }

    #[test]
    fn a_person_is_known_by_the_last_name_after_the_first_mention() {
        let lexicon = Lexicon::builtin();
        let text =
            "قال الكافي. وقال رئيس الهيئة منير الكافي إن. ونفى الكافي ذلك، وللكافي رأي، وسمير الكافي أخوه.";
        let kafi = "per:منير-الكافي";
        assert_eq!(read(text, &lexicon), [format!("منير الكافي {kafi}"), format!("الكافي {kafi}")]);
        let two = "قال الوزير أحمد الحلواني وقالت الوزيرة سلمى الحلواني، ثم قال الحلواني";
        assert_eq!(read(two, &lexicon).len(), 2, "it is open which of them");
    }

    #[test]
    fn lists_of_users_are_read_as_the_built_in_ones() {
        let mine = r#"
[actors.mine]
"org:falcons" = { en = "Falcons of the Valley", names = ["صقور الغاطس"] }
[places.mine]
"place:ghatis" = { kind = "city", country = "SY", geonames = 7, lat = 36.5, lon = -40.25, headed = ["الغاطس"] }
[outlets.mine]
"out:sada" = { names = ["صدى الغاطس"] }
[titles]
role = ["مختار"]
"#;
        let lexicon = Lexicon::with_lists(&[("mine.toml".into(), mine.into())]).expect("it is a list");
        let text = "قال مختار صقور الغاطس سامر الأحمد لموقع صدى الغاطس في بلدة الغاطس وعن الغاطس";
        let entities = [
            "صقور الغاطس org:falcons",
            "سامر الأحمد per:سامر-الاحمد",
            "صدى الغاطس out:sada",
            "الغاطس place:ghatis",
        ];
        assert_eq!(read(text, &lexicon), entities);
        let wrong = "[actors.mine]\n\"falcons\" = { names = [\"صقور\"] }".to_owned();
        assert!(Lexicon::with_lists(&[("mine.toml".into(), wrong)]).is_err());
    }
}
