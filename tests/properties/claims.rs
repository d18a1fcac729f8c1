//! Claims written out and read back: whoever it befell and however it is told; what is denied is never affirmed; what a
//! claim points to is there; and paragraphs that know nothing of one another may stand in any order.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::test_runner::TestCaseError;
use tahqiq::extract::{Context, read};
use tahqiq::fact::{Claim, Detail, Fact, Kind, Link, Modality, Polarity, Predicate};
use tahqiq::lexicon::Lexicon;
use tahqiq::number::Number;
use tahqiq::span::Span;
use tahqiq::text::Document;

use super::anything::mess;
use super::cases;
use super::framed::Outcome;

/// A verbal noun or verb, and what it says of those whom it befell.
const TELLINGS: &[(&str, Predicate)] = &[
    ("مقتل", Predicate::Killed),
    ("إصابة", Predicate::Wounded),
    ("اعتقال", Predicate::Captured),
    ("اختطاف", Predicate::Abducted),
    ("إطلاق سراح", Predicate::Freed),
    ("القبض على", Predicate::Captured),
    ("نزوح", Predicate::Displaced),
];
/// The same as verbs, before those whom it befell.
const VERBS: &[(&str, Predicate)] = &[
    ("قُتل", Predicate::Killed),
    ("أصيب", Predicate::Wounded),
    ("اعتُقل", Predicate::Captured),
    ("نزح", Predicate::Displaced),
    ("فرّ", Predicate::Escaped),
];
/// The same in the jussive, behind لم.
const JUSSIVES: &[(&str, Predicate)] = &[
    ("يُقتل", Predicate::Killed),
    ("يُصب", Predicate::Wounded),
    ("يُعتقل", Predicate::Captured),
    ("ينزح", Predicate::Displaced),
];
const PEOPLE: &[&str] = &["جنديا", "مدنيا", "شخصا", "عاملا", "طالبا"];
/// What denies the verbal noun behind it.
const DENIALS: &[&str] = &["نفى الجيش", "نفت الوزارة", "ينفي المتحدث", "لا صحة لأنباء عن"];

fn facts(text: &str) -> Result<Vec<Fact>, TestCaseError> {
    let document = Document::new("told", text).map_err(|e| TestCaseError::fail(e.to_string()))?;
    Ok(read(&document, &Lexicon::builtin(), Context::default()).facts)
}

fn claims(facts: &[Fact]) -> Vec<(Span, &Claim)> {
    let pick = |fact| match fact {
        Fact { span, detail: Detail::Claim(claim), .. } => Some((*span, &**claim)),
        _ => None,
    };
    facts.iter().filter_map(pick).collect()
}

fn number(claim: &Claim) -> Option<Number> {
    claim.count.and_then(|count| count.number)
}

/// The one claim of `text` has this predicate and number, and stands as a plain fact.
fn is_told(text: &str, predicate: Predicate, count: u32) -> Outcome {
    let facts = facts(text)?;
    let found = claims(&facts);
    let [(_, claim)] = &found[..] else {
        return Err(TestCaseError::fail(format!("not one claim in {text:?}: {found:?}")));
    };
    prop_assert_eq!(claim.predicate, predicate, "{}", text);
    prop_assert_eq!(number(claim), Some(count.into()), "{}", text);
    prop_assert_eq!((claim.polarity, claim.modality), (Polarity::Affirmed, Modality::Asserted), "{}", text);
    Ok(())
}

/// No claim of `text` stands as an affirmed fact.
fn affirms_nothing(text: &str) -> Outcome {
    let facts = facts(text)?;
    for (_, claim) in claims(&facts) {
        let affirmed = claim.polarity == Polarity::Affirmed && claim.modality == Modality::Asserted;
        prop_assert!(!affirmed, "{} affirms {:?}", text, claim);
    }
    Ok(())
}

/// What the claims of a text point to is there, once, and of its kind.
fn points_to_facts(text: &str) -> Outcome {
    let facts = facts(text)?;
    let there = |link: Link| facts.iter().filter(|f| f.kind() == link.kind && f.span == link.span).count() == 1;
    for (_, claim) in claims(&facts) {
        let links = [(claim.quantity, Kind::Quantity), (claim.when, Kind::Time), (claim.source, Kind::Source)];
        for (link, kind) in links {
            let holds = link.is_none_or(|link| link.kind == kind && there(link));
            prop_assert!(holds, "{:?} of {:?} in {:?}", link, claim, text);
        }
        for named in [&claim.who, &claim.by, &claim.place].into_iter().flatten() {
            prop_assert!(text.get(named.span.range()).is_some_and(|quote| !quote.is_empty()), "{:?}", text);
        }
    }
    Ok(())
}

/// What is told in a paragraph, whichever paragraphs stand around it.
fn gist(text: &str) -> Result<Vec<String>, TestCaseError> {
    let facts = facts(text)?;
    let gist = |(span, claim): (Span, &Claim)| {
        format!("{} {:?} {:?} {:?}", &text[span.range()], claim.predicate, number(claim), claim.polarity)
    };
    let mut all: Vec<_> = claims(&facts).into_iter().map(gist).collect();
    all.sort();
    Ok(all)
}

fn paragraph() -> impl Strategy<Value = String> {
    let plain = (select(VERBS), 20_u32..900, select(PEOPLE))
        .prop_map(|((verb, _), count, people)| format!("{verb} {count} {people} في المدينة."));
    let denied = (select(DENIALS), select(TELLINGS), 20_u32..900, select(PEOPLE))
        .prop_map(|(denial, (noun, _), count, people)| format!("{denial} {noun} {count} {people}."));
    prop_oneof![plain, denied]
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn verbal_nouns_tell_of_those_behind_them((noun, predicate) in select(TELLINGS), count in 11_u32..900, people in select(PEOPLE)) {
        prop_assume!(count % 100 > 10);
        is_told(&format!("أسفر الحادث عن {noun} {count} {people}"), predicate, count)?;
    }

    #[test]
    fn verbs_tell_of_those_behind_them((verb, predicate) in select(VERBS), count in 11_u32..900, people in select(PEOPLE)) {
        prop_assume!(count % 100 > 10);
        is_told(&format!("{verb} {count} {people}"), predicate, count)?;
        is_told(&format!("{verb} في القصف {count} {people}"), predicate, count)?;
    }

    #[test]
    fn what_is_denied_is_never_affirmed(denial in select(DENIALS), (noun, _) in select(TELLINGS), count in 11_u32..900, people in select(PEOPLE)) {
        affirms_nothing(&format!("{denial} {noun} {count} {people}"))?;
    }

    #[test]
    fn a_negated_verb_affirms_nothing((verb, _) in select(JUSSIVES), count in 11_u32..900, people in select(PEOPLE)) {
        affirms_nothing(&format!("لم {verb} {count} {people}"))?;
        affirms_nothing(&format!("لم {verb} أحد"))?;
        affirms_nothing(&format!("لن {verb} {count} {people}"))?;
    }

    #[test]
    fn a_number_that_gives_way_is_taken_back(new in 11_u32..400, old in 401_u32..900) {
        for with in ["لا", "وليس"] {
            let text = format!("عدد القتلى هو {new} {with} {old}");
            let facts = facts(&text)?;
            for (_, claim) in claims(&facts) {
                let stands = claim.modality != Modality::Retracted && claim.polarity == Polarity::Affirmed;
                prop_assert_eq!(number(claim) == Some(new.into()), stands, "{}", text);
            }
        }
    }

    #[test]
    fn paragraphs_may_stand_in_any_order(paragraphs in prop::collection::vec(paragraph(), 2..5)) {
        let there = paragraphs.join("\n\n");
        let back = paragraphs.iter().rev().map(String::as_str).collect::<Vec<_>>().join("\n\n");
        prop_assert_eq!(gist(&there)?, gist(&back)?);
    }

    #[test]
    fn claims_point_to_facts(words in subsequence(PIECES, 2..PIECES.len()).prop_shuffle()) {
        points_to_facts(&words.join(" "))?;
    }

    #[test]
    fn no_mess_breaks_what_claims_point_to(text in mess()) {
        points_to_facts(&text)?;
    }
}

/// Words of which sentences may come, in any order.
const PIECES: &[&str] = &[
    "قُتل",
    "وأصيب",
    "لم",
    "12 جنديا",
    "و30",
    "،",
    "بينهم",
    "ثلاثة أطفال",
    "في دمشق",
    "أمس الاثنين",
    "قالت الوزارة إن",
    "نفى",
    "مقتل",
    "القتلى",
    "إلى",
    "ارتفع عدد",
    "على يد",
    "الجيش",
    "بين قتيل وجريح",
    "غارات",
    "لا 47",
    ".",
];
