//! Words of saying by the stance that they lend to what is said. A verb is a row of its past, its present and its
//! participle, `["أعلن", "يعلن", "معلنا"]`, under the names of what may follow it.
//!
//! Feminine, dual, plural and the pronouns of an object are built here, since their formation has no exceptions beyond
//! the weak endings below.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Row, Written, parse};
use crate::error::{Error, Result, Trouble};
use crate::fact::Stance;
use crate::lexicon::{Cue, CueShape, Sense, Takes};

/// Pronouns on a verbal noun: قوله, قولها.
const PRONOUNS: [&str; 7] = ["ه", "ها", "هم", "هما", "هن", "ي", "نا"];

type Words = BTreeMap<String, Vec<String>>;
type Verbs = BTreeMap<String, Vec<Vec<String>>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
#[derive(Default)]
struct Cues {
    verb: BTreeMap<String, Verbs>,
    relay: Verbs,
    relay_from: Verbs,
    relay_to: Verbs,
    noun: Words,
    according: Words,
    changed: Words,
    ourselves: Words,
    according_to: Words,
    as_said: Words,
    manner: Words,
    hearsay: Words,
    repost: Words,
    rumour: Words,
    so_called: Words,
    stated_in: Words,
    understood: Words,
}

pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    let cues: Cues = parse(list)?;
    let mut rows = Vec::new();
    for (stance, verbs) in cues.verb {
        let stance = stance_named(&stance)?;
        for (takes, verbs) in verbs {
            let takes = Takes::named(&takes)
                .ok_or_else(|| Error::new(Trouble::Usage, format!("nothing is followed by `{takes}`")))?;
            for verb in &verbs {
                inflect(verb, Forms { relay: false, stance, takes }, &mut rows);
            }
        }
    }
    relays(cues.relay, Takes::THAT, &mut rows)?;
    relays(cues.relay_from, Takes::THAT.with(Takes::FROM), &mut rows)?;
    relays(cues.relay_to, Takes::THAT.with(Takes::TO), &mut rows)?;
    plain(cues.according, CueShape::According, &mut rows)?;
    plain(cues.according_to, CueShape::AccordingTo, &mut rows)?;
    plain(cues.as_said, CueShape::AsSaid, &mut rows)?;
    plain(cues.hearsay, CueShape::Hearsay, &mut rows)?;
    plain(cues.repost, CueShape::Repost, &mut rows)?;
    plain(cues.rumour, CueShape::Rumour, &mut rows)?;
    plain(cues.so_called, CueShape::SoCalled, &mut rows)?;
    plain(cues.stated_in, CueShape::StatedIn, &mut rows)?;
    finite(cues.changed, Takes::TOLL.with(Takes::KNOWN), &mut rows)?;
    finite(cues.ourselves, Takes::THAT.with(Takes::ALONE), &mut rows)?;
    plain(suffixed(&cues.noun), CueShape::Noun, &mut rows)?;
    plain(suffixed(&cues.manner), CueShape::Manner { understood: true }, &mut rows)?;
    plain(cues.understood, CueShape::Manner { understood: true }, &mut rows)?;
    plain(cues.manner, CueShape::Manner { understood: false }, &mut rows)?;
    Ok(rows)
}

/// Verbs of passing on, and what stands between their two sources.
fn relays(verbs: Verbs, takes: Takes, rows: &mut Vec<Row>) -> Result<()> {
    for (stance, verbs) in verbs {
        let forms = Forms { relay: true, stance: stance_named(&stance)?, takes };
        for verb in &verbs {
            inflect(verb, forms, rows);
        }
    }
    Ok(())
}

/// Finite forms as they are listed; of the present those with its first letters and without the ending of the past.
fn finite(words: Words, takes: Takes, rows: &mut Vec<Row>) -> Result<()> {
    for (stance, words) in words {
        let forms = Forms { relay: false, stance: stance_named(&stance)?, takes };
        let present = |word: &str| word.starts_with(['ي', 'ت']) && !word.ends_with('ت');
        let shape = |word: &str| if present(word) { CueShape::Present } else { CueShape::Past };
        rows.extend(words.into_iter().map(|word| forms.row(word.clone(), shape(&word))));
    }
    Ok(())
}

/// What the forms of a verb have in common.
#[derive(Clone, Copy)]
struct Forms {
    relay: bool,
    stance: Stance,
    takes: Takes,
}

impl Forms {
    /// The same for a form that agrees with a source before it.
    fn alone(self) -> Self {
        Self { takes: self.takes.with(Takes::ALONE), ..self }
    }

    fn row(self, word: String, shape: CueShape) -> Row {
        let shape = if self.relay && shape != CueShape::Participle { CueShape::Relay } else { shape };
        let maqsura = word.ends_with('ى');
        (word, Sense::Cue(Cue { shape, stance: self.stance, takes: self.takes, maqsura }))
    }
}

/// The forms of a verb; of a phrase (لفت النظر) its first word is the verb.
fn inflect(verb: &[String], forms: Forms, rows: &mut Vec<Row>) {
    let heads: Vec<_> = verb.iter().map(|part| part.split(' ').next().unwrap_or(part).to_owned()).collect();
    let tail = verb.first().and_then(|past| past.split_once(' ')).map(|(_, tail)| tail);
    let first = rows.len();
    inflect_word(&heads, forms, rows);
    if let Some(tail) = tail {
        rows[first..].iter_mut().for_each(|(word, _)| *word = format!("{word} {tail}"));
    }
}

/// The forms of the third person of a verb, of which the list gives the past, and the present and the participle
/// where they are in use.
fn inflect_word(verb: &[String], forms: Forms, rows: &mut Vec<Row>) {
    let mut parts = verb.iter().peekable();
    if let Some(past) = parts.next() {
        let weak = past.strip_suffix(['ى', 'ا']);
        let endings =
            if weak.is_some() { ["ت", "تا", "وا", "يا"] } else { ["ت", "تا", "وا", "ا"] };
        let stem = weak.unwrap_or(past);
        rows.push(forms.row(past.clone(), CueShape::Past));
        let [feminine, rest @ ..] = endings;
        rows.push(forms.row(format!("{stem}{feminine}"), CueShape::Past));
        rows.extend(rest.map(|end| forms.alone().row(format!("{stem}{end}"), CueShape::Past)));
        let objects = if weak.is_some() {
            ["ته", "تها", "اه", "اها"]
        } else {
            ["ته", "تها", "ه", "ها"]
        };
        rows.extend(objects.map(|end| forms.row(format!("{stem}{end}"), CueShape::Suffixed)));
        if forms.takes.has(Takes::TOLD) {
            rows.extend(["نا", "تنا"].map(|end| forms.row(format!("{stem}{end}"), CueShape::Past)));
        }
    }
    if let Some(present) = parts.next_if(|part| part.starts_with('ي')) {
        for verb in [present.clone(), feminine(present)] {
            let stem = verb.trim_end_matches(['ي', 'ى', 'و']).to_owned();
            rows.extend(["ون", "وا"].map(|end| forms.alone().row(format!("{stem}{end}"), CueShape::Present)));
            rows.push(forms.alone().row(format!("{verb}ان"), CueShape::Present));
            rows.push(forms.row(format!("{verb}ه"), CueShape::Suffixed));
            if forms.takes.has(Takes::TOLD) {
                rows.push(forms.row(format!("{verb}نا"), CueShape::Present));
            }
            rows.push(forms.row(verb, CueShape::Present));
        }
    }
    if let Some(participle) = parts.next() {
        let stem = participle.trim_end_matches('ا');
        rows.extend(["ا", "ة", "ين"].map(|end| forms.row(format!("{stem}{end}"), CueShape::Participle)));
    }
}

/// The present of the third person with ta for its ya.
fn feminine(present: &str) -> String {
    present.strip_prefix('ي').map_or_else(|| present.to_owned(), |stem| format!("ت{stem}"))
}

fn suffixed(words: &Words) -> Words {
    let with = |word: &String| PRONOUNS.map(|pronoun| format!("{word}{pronoun}"));
    words.iter().map(|(stance, words)| (stance.clone(), words.iter().flat_map(with).collect())).collect()
}

fn plain(words: Words, shape: CueShape, rows: &mut Vec<Row>) -> Result<()> {
    for (stance, words) in words {
        let stance = stance_named(&stance)?;
        let cue = Sense::Cue(Cue { shape, stance, takes: Takes::default(), maqsura: false });
        rows.extend(words.into_iter().map(|word| (word, cue)));
    }
    Ok(())
}

fn stance_named(name: &str) -> Result<Stance> {
    Stance::ALL.into_iter().find(|stance| stance.name() == name).ok_or_else(|| {
        let names = Stance::ALL.map(Stance::name).join(", ");
        Error::new(Trouble::Usage, format!("no stance is named `{name}`"))
            .advise(format!("name one of {names}"))
    })
}
