//! The word lists: which words mean what, looked up once per word.
//!
//! Words are data: TOML lists under `words/`, compiled in as JSON, folded by the text's own fold when they are loaded, and
//! extendable by a user's lists of the same shape. Does not know any rule: a list says that آذار is a month and its
//! third, not how a date is written.

mod build;
mod class;
mod declined;
mod kept;
mod list;
mod listed;
mod sense;
mod table;

pub use class::{Class, ClassSet};
pub use list::LIST_NAMES;
pub use listed::{Listed, Seen};
pub use sense::{
    After, Bond, Cue, CueShape, DayPart, Eponym, FractionForm, Frame, Functions, Gender, Hedge, Joint,
    Member, MonthNames, Mood, Name, NameHead, NamePart, Noun, PageWord, Particle, Ratio, ScaleForm, Season,
    Sense, SourceNoun, Spelling, Takes, Tense, Title, Toll, Trigger, UnitForm, VagueTime, Whom,
};
pub use table::{Lexicon, Opener, PhraseMatch, Word};
