//! The inner source of نقل الموقع عن مصادر.

use super::super::cursor::Cursor;
use super::super::rule::{Match, Rule};
use super::draft::{Draft, Hold, cue, words};
use super::relay::{beyond_aside, relay, verb_before};
use super::word::is_particle;
use crate::lexicon::{Class, ClassSet, CueShape, Particle};

/// verb source ((عن | من | إلى) source)
pub(super) const RULE: Rule<Draft> = Rule {
    name: "source/relayed",
    starts: ClassSet::of(&[Class::About, Class::Of, Class::To]),
    takes: &["نقل موقع محلي عن مصادر مطلعة أن الهدنة انهارت", "علمت الجريدة من مصادر متقاطعة أن اللقاء ألغي"],
    leaves: &["نقلت سيارة المصابين عن الطريق"],
    find,
};

fn find(place: Cursor<'_>) -> Option<Match<Draft>> {
    let from = || {
        place.next().is_some_and(|next| next.is(Class::SourceNoun))
            && is_particle(place, [Particle::From, Particle::To])
    };
    if !is_particle(place, Particle::About) && !from() {
        return None;
    }
    let relay = relay(verb_before(place)?)?;
    if relay.outer.is_none() || relay.about.index() != place.index() {
        return None;
    }
    let saying = |at: Cursor<'_>| cue(at, |word| word.shape == CueShape::Noun).is_some();
    if beyond_aside(relay.inner.end).here().is_some_and(saying) {
        return None;
    }
    let mut draft = Draft::of(words(place, place.after()), relay.word, Some(&relay.inner), relay.reach);
    draft.hold = Hold::Inner;
    Some(draft.found(place.index() + 1))
}
