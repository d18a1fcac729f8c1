//! The vocabulary: what can be said about a stretch of text. One file per kind of fact, no behaviour.
//!
//! Facts are not serialisable by design: [`crate::snapshot`] turns them into records, the one serialised shape.

mod claim;
mod entity;
mod flag;
mod numeral;
mod quantity;
mod source;
mod time;

pub use claim::{Claim, Modality, Polarity, Predicate, Update};
pub use entity::{Entity, EntityKind, Gazetteer, Named};
pub use flag::{Code, Flag, Severity};
pub use numeral::{Form, Numeral, Rank, Value};
pub use quantity::{Bound, Count, Counted, NounClass, Quantity};
pub use source::{Source, Stance};
pub use time::{Basis, Calendar, Hijri, Mod, Moment, Status, Time, TimeFlag, TimeType, TimeUnit};

use crate::span::Span;

/// Something that the text says, where it says it, and the rule that found it.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// The quotation.
    pub span: Span,
    /// Name of the rule, such as `numeral/digits`.
    pub rule: &'static str,
    /// What was found.
    pub detail: Detail,
}

/// What a fact says, by kind.
#[derive(Debug, Clone, PartialEq)]
pub enum Detail {
    /// A numeric expression.
    Numeral(Numeral),
    /// A date, clock time, duration or frequency.
    Time(Box<Time>),
    /// How many of what.
    Quantity(Box<Quantity>),
    /// Who said something.
    Source(Box<Source>),
    /// What is said to have happened.
    Claim(Box<Claim>),
    /// A named actor, place, outlet or person.
    Entity(Entity),
    /// What an editor should look at.
    Flag(Box<Flag>),
}

/// Another fact of the same document: its kind and its span, which no two facts of one kind share but for claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Link {
    /// The fact's kind.
    pub kind: Kind,
    /// The fact's span.
    pub span: Span,
}

/// The kinds of fact, in the order in which facts of one span are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A numeric expression.
    Numeral,
    /// A date, clock time, duration or frequency.
    Time,
    /// A hedge, a numeral and the thing counted.
    Quantity,
    /// Who said something.
    Source,
    /// What is said to have happened.
    Claim,
    /// A named actor, place, outlet or person.
    Entity,
    /// What an editor should look at.
    Flag,
}

impl Kind {
    /// Every kind, in order.
    pub const ALL: [Self; 7] =
        [Self::Numeral, Self::Time, Self::Quantity, Self::Source, Self::Claim, Self::Entity, Self::Flag];

    /// The name in the output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Numeral => "numeral",
            Self::Time => "time",
            Self::Quantity => "quantity",
            Self::Source => "source",
            Self::Claim => "claim",
            Self::Entity => "entity",
            Self::Flag => "flag",
        }
    }
}

impl Fact {
    /// The kind of the fact.
    pub fn kind(&self) -> Kind {
        match self.detail {
            Detail::Numeral(_) => Kind::Numeral,
            Detail::Time(_) => Kind::Time,
            Detail::Quantity(_) => Kind::Quantity,
            Detail::Source(_) => Kind::Source,
            Detail::Claim(_) => Kind::Claim,
            Detail::Entity(_) => Kind::Entity,
            Detail::Flag(_) => Kind::Flag,
        }
    }
}
