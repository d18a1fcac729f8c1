//! A post passed on with the account that wrote it: RT @user: what it says.

use super::super::cursor::Cursor;
use super::super::rule::{Match, Rule};
use super::draft::{Draft, Hold, Reach, cue, words};
use crate::lexicon::{Class, ClassSet, CueShape};
use crate::text::Kind;

/// RT handle :
pub(super) const RULE: Rule<Draft> = Rule {
    name: "source/repost",
    starts: ClassSet::of(&[Class::Hearsay]),
    takes: &["RT @user: مقتل ستة أشخاص"],
    leaves: &["قناة RT"],
    find,
};

fn find(place: Cursor<'_>) -> Option<Match<Draft>> {
    let (word, after) = cue(place, |word| word.shape == CueShape::Repost)?;
    let handle = after.here().filter(|next| next.token().kind() == Kind::Opaque)?;
    let colon = handle.next().filter(|next| next.is_sign(':'));
    let reach =
        colon.and_then(Cursor::next).map_or(Reach::Nowhere, |start| Reach::Line(start.index() as u32));
    let source = Some(handle.token().span);
    Some(Draft { source, cue: words(place, after), word, reach, hold: Hold::Free }.found(after.index()))
}
