//! The vocabulary: what can be said about a stretch of text. One file per kind of fact, no behaviour.
//!
//! Facts are not serialisable by design: [`crate::snapshot`] turns them into records, the one serialised shape.

mod numeral;
mod time;

pub use numeral::{Form, Numeral, Rank, Value};
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
}

/// The kinds of fact, in the order in which facts of one span are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A numeric expression.
    Numeral,
    /// A date, clock time, duration or frequency.
    Time,
}

impl Kind {
    /// Every kind, in order.
    pub const ALL: [Self; 2] = [Self::Numeral, Self::Time];

    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Numeral => "numeral",
            Self::Time => "time",
        }
    }
}

impl Fact {
    /// The kind of the fact.
    pub fn kind(&self) -> Kind {
        match self.detail {
            Detail::Numeral(_) => Kind::Numeral,
            Detail::Time(_) => Kind::Time,
        }
    }
}
