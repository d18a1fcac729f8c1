//! Attributions written out and read back, whichever the verb, the source and the order; and chains that hold.

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::TestCaseError;
use tahqiq::extract::{Context, read};
use tahqiq::fact::{Detail, Fact, Kind, Link, Source};
use tahqiq::lexicon::Lexicon;
use tahqiq::span::Span;
use tahqiq::text::Document;

use super::anything::mess;
use super::cases;
use super::framed::Outcome;

/// Verbs of saying, masculine and feminine, with their particle.
const VERBS: &[(&str, &str, &str)] = &[
    ("قال", "قالت", "إن"),
    ("أعلن", "أعلنت", "أن"),
    ("أكد", "أكدت", "أن"),
    ("أوضح", "أوضحت", "أن"),
    ("ذكر", "ذكرت", "أن"),
    ("زعم", "زعمت", "أن"),
];
/// Sources, and whether they are feminine.
const SOURCES: &[(&str, bool)] = &[
    ("المتحدث باسم الجيش", false),
    ("مصدر أمني", false),
    ("شهود عيان", false),
    ("وزارة الصحة", true),
    ("الشرطة", true),
    ("مصادر محلية", true),
    ("المرصد السوري", false),
    ("منظمة الهجرة", true),
];
const PHRASES: &[&str] = &["بحسب", "حسب", "وفق"];
const CONTENTS: &[&str] =
    &["الطريق إلى البلدة مقطوع", "القتال توقف في الحي القديم", "الجرحى نقلوا إلى المستشفى"];

fn facts(text: &str) -> Result<Vec<Fact>, TestCaseError> {
    let document = Document::new("said", text).map_err(|e| TestCaseError::fail(e.to_string()))?;
    Ok(read(&document, &Lexicon::builtin(), Context::default()).facts)
}

fn sources(facts: &[Fact]) -> Vec<(Span, &Source)> {
    facts.iter().filter_map(said).collect()
}

fn said(fact: &Fact) -> Option<(Span, &Source)> {
    match &fact.detail {
        Detail::Source(source) => Some((fact.span, source)),
        _ => None,
    }
}

/// The one attribution of `text` has this source, cue and content.
fn is_read(text: &str, cue: &str, source: &str, content: &str) -> Outcome {
    let facts = facts(text)?;
    let found = sources(&facts);
    let [(_, said)] = &found[..] else {
        return Err(TestCaseError::fail(format!("not one source in {text:?}: {found:?}")));
    };
    let quote = |span: Span| &text[span.range()];
    prop_assert_eq!(said.source.as_ref().map(|s| quote(s.span)), Some(source), "{}", text);
    prop_assert_eq!(quote(said.cue), cue, "{}", text);
    prop_assert_eq!(said.content.map(quote), Some(content), "{}", text);
    Ok(())
}

/// A link leads to one fact of its kind.
fn is_there(facts: &[Fact], link: Link) -> bool {
    facts.iter().filter(|fact| fact.kind() == link.kind && fact.span == link.span).count() == 1
}

/// Every chain ends, each source within one of the page.
fn chains_hold(text: &str) -> Outcome {
    let facts = facts(text)?;
    let found = sources(&facts);
    for (span, source) in &found {
        let mut steps = 0;
        let mut within = source.within;
        while let Some(link) = within {
            steps += 1;
            prop_assert!(link.kind == Kind::Source && is_there(&facts, link), "{:?} of {:?}", link, text);
            prop_assert!(link.span != *span && steps <= found.len(), "a circle in {:?}", text);
            within = found.iter().find(|(span, _)| *span == link.span).and_then(|(_, source)| source.within);
        }
        let content = source.content.map(|content| text.get(content.range()));
        prop_assert!(content.is_none_or(|quote| quote.is_some_and(|q| !q.is_empty())), "{:?}", text);
    }
    Ok(())
}

/// Words of saying, sources and particles in any order.
fn talk() -> impl Strategy<Value = String> {
    prop::collection::vec(select(WORDS), 0..40).prop_map(|words| words.join(" "))
}

/// Words of saying and what they may stand beside.
const WORDS: &[&str] = &[
    "قال",
    "وقالت",
    "أن",
    "إن",
    "إلى أن",
    "عن",
    "نقل",
    "نقلت",
    "نقلاً عن",
    "مصادر",
    "الوزير",
    "موقع «نداء»",
    "بحسب",
    "،",
    ".",
    ":",
    "«",
    "»",
    "\"",
    "قوله",
    "مشيراً إلى",
    "وأضاف",
    "كان",
    "قد",
    "ما يسمى",
    "أنباء عن",
    "فيما",
    "الطريق مقطوع",
    "\n",
    "RT @user:",
    "— اسم (@handle) May 20, 2023\n",
    "جاء في بيان",
    "على حد قوله",
    "الذي",
];

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn verbs_are_read_with_source_and_content(
        verb in select(VERBS), source in select(SOURCES), content in select(CONTENTS), before in any::<bool>(),
    ) {
        let ((masculine, feminine, that), (name, is_feminine)) = (verb, source);
        let cue = if is_feminine { feminine } else { masculine };
        let text = if before { format!("{name} {cue} {that} {content}.") } else { format!("{cue} {name} {that} {content}.") };
        is_read(&text, cue, name, content)?;
    }

    #[test]
    fn phrases_are_read_before_and_after(
        cue in select(PHRASES), source in select(SOURCES), content in select(CONTENTS), before in any::<bool>(),
    ) {
        let (name, _) = source;
        let text = if before { format!("{cue} {name}، {content}.") } else { format!("{content}، {cue} {name}.") };
        is_read(&text, cue, name, content)?;
    }

    #[test]
    fn chains_have_no_circle(text in talk()) {
        chains_hold(&text)?;
    }

    #[test]
    fn chains_hold_in_any_text(text in mess()) {
        chains_hold(&text)?;
    }
}
