//! Words for events by what they say: tables named as predicates, with the words of each grammatical frame.
//!
//! A verb is listed as `["قتل", "يقتل"]`, past and present of the third person, and its other forms are built here; what
//! is listed after the two stands as it is (a jussive, `"يصب"`). Of a phrase the first word is inflected; where its last
//! is a preposition, the verb alone is taken too, and asks for that preposition before those whom it befell. Nouns are
//! listed with their plurals. Of a phrase that closes behind its subject (أطلقت الحركة سراح) the verb is listed with the
//! words that close it, and asks for them.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Row, Written, parse};
use crate::error::{Error, Result, Trouble};
use crate::fact::Predicate;
use crate::lexicon::kept::spelling;
use crate::lexicon::{Frame, Sense, Trigger, Whom};

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
#[derive(Default)]
struct Words {
    active: Vec<Vec<String>>,
    /// Verbs whose letters are of both voices.
    both: Vec<Vec<String>>,
    /// The same, of an event only with a number.
    both_counted: Vec<Vec<String>>,
    /// The same, of kin and of prisoners alone.
    both_of_kin: Vec<Vec<String>>,
    both_of_prisoners: Vec<Vec<String>>,
    event: Vec<Vec<String>>,
    masdar: Vec<String>,
    masdar_counted: Vec<String>,
    masdar_of_prisoners: Vec<String>,
    /// Words that look like these behind a clitic.
    not: Vec<String>,
    passive: Vec<Vec<String>>,
    passive_counted: Vec<Vec<String>>,
    /// The same, where the marks of the verb say so.
    passive_marked: Vec<Vec<String>>,
    penalty: Vec<String>,
    split: Vec<Split>,
    state: Vec<String>,
    tallied: Vec<Vec<String>>,
    victim: Vec<Vec<String>>,
}

/// Verbs, and the words behind the subject that close a phrase with them.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
struct Split {
    closed_by: Vec<String>,
    verbs: Vec<Vec<String>>,
}

pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    let table: BTreeMap<String, Words> = parse(list)?;
    let mut rows = Vec::new();
    for (name, words) in table {
        let predicate = Predicate::named(&name)
            .ok_or_else(|| Error::new(Trouble::Usage, format!("no predicate is named `{name}`")))?;
        of(predicate, words, &mut rows);
    }
    Ok(rows)
}

fn of(predicate: Predicate, words: Words, rows: &mut Vec<Row>) {
    let frame = |frame, whom| Trigger { predicate, frame, ahead: false, with: None, whom };
    let verbs = [
        (frame(Frame::Active, Whom::Anyone), words.active),
        (frame(Frame::Either, Whom::Anyone), words.both),
        (frame(Frame::Either, Whom::Counted), words.both_counted),
        (frame(Frame::Either, Whom::Kin), words.both_of_kin),
        (frame(Frame::Either, Whom::Prisoners), words.both_of_prisoners),
        (frame(Frame::Passive, Whom::Anyone), words.passive),
        (frame(Frame::Passive, Whom::Counted), words.passive_counted),
        (frame(Frame::Passive, Whom::Marked), words.passive_marked),
    ];
    for (trigger, verb) in verbs.into_iter().flat_map(each) {
        if trigger.frame != Frame::Passive {
            rows.extend(with_objects(&verb, trigger));
        }
        inflect(&verb, trigger, rows);
    }
    let suffixed =
        words.masdar.iter().flat_map(|masdar| with_pronouns(masdar, frame(Frame::Masdar, Whom::Anyone)));
    rows.extend(suffixed.filter(|(word, _)| !words.state.contains(word) && !words.masdar.contains(word)));
    for split in words.split {
        for rest in &split.closed_by {
            let trigger = Trigger { with: spelling(rest), ..frame(Frame::Split, Whom::Anyone) };
            split.verbs.iter().for_each(|verb| inflect(verb, trigger, rows));
        }
    }
    let nouns = [(Frame::Event, words.event), (Frame::Tallied, words.tallied), (Frame::Victim, words.victim)];
    for (form, nouns) in nouns {
        for noun in nouns {
            decline(&noun, frame(form, Whom::Anyone), rows);
        }
    }
    let plain = [
        (frame(Frame::Masdar, Whom::Anyone), words.masdar),
        (frame(Frame::Masdar, Whom::Counted), words.masdar_counted),
        (frame(Frame::Masdar, Whom::Prisoners), words.masdar_of_prisoners),
        (frame(Frame::Penalty, Whom::Anyone), words.penalty),
        (frame(Frame::State, Whom::Anyone), words.state),
    ];
    rows.extend(plain.into_iter().flat_map(each).flat_map(|(trigger, word)| noun(word, trigger)));
    rows.extend(words.not.into_iter().map(|word| (word, Sense::Trap)));
}

/// A verbal noun or another word as it stands; of one that befalls people and has its preposition the word alone too,
/// which asks for that: الإفراج خلال أيام عن سبعين.
fn noun(word: String, trigger: Trigger) -> Vec<Row> {
    if let Some(stem) = word.strip_suffix(" ب") {
        return vec![(stem.to_owned(), Sense::Trigger(Trigger { with: spelling("ب"), ..trigger }))];
    }
    let apart = word.split_once(' ').filter(|(_, with)| matches!(*with, "عن" | "على"));
    let tells = trigger.frame == Frame::Masdar && trigger.predicate.is_of_people();
    let apart = apart
        .filter(|_| tells)
        .map(|(alone, with)| (alone.to_owned(), Sense::Trigger(Trigger { with: spelling(with), ..trigger })));
    apart.into_iter().chain([(word, Sense::Trigger(trigger))]).collect()
}

/// Each word with what all of them are.
fn each<T>((trigger, words): (Trigger, Vec<T>)) -> impl Iterator<Item = (Trigger, T)> {
    words.into_iter().map(move |word| (trigger, word))
}

/// The forms of a verb: past, present, and the future of that.
fn inflect(verb: &[String], trigger: Trigger, rows: &mut Vec<Row>) {
    let mut forms = Vec::new();
    if let Some(past) = verb.first() {
        forms.extend(each_rest(past, past_forms).map(|form| (form, trigger)));
    }
    if let Some(present) = verb.get(1) {
        for form in each_rest(present, present_forms) {
            let ahead = format!("س{form}");
            forms.push((form, trigger));
            forms.push((ahead, Trigger { ahead: true, ..trigger }));
        }
    }
    forms.extend(verb.iter().skip(2).map(|form| (form.clone(), trigger)));
    for (form, trigger) in forms {
        match form.split_once(' ') {
            Some((first, rest)) if !rest.contains(' ') && is_preposition(rest) => {
                let with = Trigger { with: spelling(rest), ..trigger };
                rows.push((first.to_owned(), Sense::Trigger(with)));
                rows.push((form, Sense::Trigger(trigger)));
            }
            _ => rows.push((form, Sense::Trigger(trigger))),
        }
    }
}

fn is_preposition(word: &str) -> bool {
    matches!(word.chars().count(), 2 | 3)
}

/// The forms of a phrase's first word, each with the rest of the phrase.
fn each_rest(phrase: &str, forms: fn(&str) -> Vec<String>) -> impl Iterator<Item = String> {
    let (first, rest) = phrase.split_once(' ').map_or((phrase, ""), |(first, rest)| (first, rest));
    let rest = if rest.is_empty() { String::new() } else { format!(" {rest}") };
    forms(first).into_iter().map(move |form| form + &rest)
}

/// He, she, they, both of them, we, in the past.
fn past_forms(he: &str) -> Vec<String> {
    let open = he.strip_suffix('ى').unwrap_or(he);
    let short = open.strip_suffix('ي').unwrap_or(open);
    let mut forms = vec![he.to_owned(), format!("{open}ت"), format!("{short}وا"), format!("{open}تا")];
    if short == he {
        forms.push(format!("{he}ا"));
        forms.extend(Some(format!("{he}نا")).filter(|_| !he.starts_with('ي')));
    }
    forms
}

/// He, she, they, both of them, in the present.
fn present_forms(he: &str) -> Vec<String> {
    let Some(stem) = he.strip_prefix('ي') else { return vec![he.to_owned()] };
    let short = stem.strip_suffix(['ى', 'ي', 'و']).unwrap_or(stem);
    let both = stem.strip_suffix('ى').map_or(stem.to_owned(), |open| format!("{open}ي"));
    vec![
        he.to_owned(),
        format!("ت{stem}"),
        format!("ي{short}ون"),
        format!("ي{short}وا"),
        format!("ي{both}ان"),
        format!("ت{both}ان"),
    ]
}

/// The pronouns of people: of several, of two, of women.
const PRONOUNS: [&str; 3] = ["هم", "هما", "هن"];

/// He, she and they in the past, he and she in the present, with those whom it befell: اختطفهم, اختطفتهم, اختطفوهم, تحتجزهم.
fn with_objects(verb: &[String], trigger: Trigger) -> Vec<Row> {
    let Some(past) = verb.first().filter(|past| !past.contains(' ')) else { return Vec::new() };
    if !trigger.predicate.is_of_people() || trigger.is_counted() {
        return Vec::new();
    }
    let open = past.strip_suffix('ى');
    let stem = open.unwrap_or(past);
    let he = open.map_or_else(|| past.to_owned(), |stem| format!("{stem}ا"));
    let trigger = Trigger { frame: Frame::Suffixed, with: None, ..trigger };
    let mut forms = vec![he, format!("{stem}ت"), format!("{stem}و")];
    if let Some(present) = verb.get(1).and_then(|present| present.strip_prefix('ي')) {
        forms.extend([format!("ي{present}"), format!("ت{present}")]);
    }
    let rows = forms.iter().flat_map(|form| PRONOUNS.map(|pronoun| format!("{form}{pronoun}")));
    rows.map(|form| (form, Sense::Trigger(trigger))).collect()
}

/// A verbal noun or its phrase with those whom it befell, in the cases that change its letters: إنقاذهم, إجلاؤهم, إجلائهم,
/// القبض عليهم, إطلاق سراحهم.
fn with_pronouns(masdar: &str, trigger: Trigger) -> Vec<Row> {
    if !trigger.predicate.is_of_people() || masdar.split(' ').count() > 2 {
        return Vec::new();
    }
    let ends = |ending: &str| masdar.strip_suffix(ending);
    let stems = if let Some(open) = ends(" على") {
        vec![format!("{open} علي")]
    } else if let Some(open) = ends("ة") {
        vec![format!("{open}ت")]
    } else if let Some(open) = ends("ء") {
        vec![format!("{open}ؤ"), format!("{open}ئ"), masdar.to_owned()]
    } else {
        vec![masdar.to_owned()]
    };
    let trigger = Trigger { frame: Frame::Suffixed, with: spelling(BROUGHT_ABOUT), ..trigger };
    let forms = stems.iter().flat_map(|stem| PRONOUNS.map(|pronoun| format!("{stem}{pronoun}")));
    forms.map(|form| (form, Sense::Trigger(trigger))).collect()
}

/// The verb that a verbal noun with a pronoun asks for, or another that brings it about.
const BROUGHT_ABOUT: &str = "تم";

/// A noun, its accusative, its dual and its plurals.
fn decline(noun: &[String], trigger: Trigger, rows: &mut Vec<Row>) {
    let mut push = |form: String| rows.push((form, Sense::Trigger(trigger)));
    let Some((singular, plurals)) = noun.split_first() else { return };
    push(singular.clone());
    plurals.iter().cloned().for_each(&mut push);
    if singular.contains(' ') || plurals.is_empty() {
        return;
    }
    let stem = singular.strip_suffix('ة').map_or(singular.clone(), |stem| format!("{stem}ت"));
    if !singular.ends_with('ة') {
        push(format!("{singular}ا"));
    }
    for ending in ["ان", "ين"] {
        let dual = format!("{stem}{ending}");
        if !plurals.contains(&dual) {
            push(dual);
        }
    }
}
