//! Meanings of words that say what happened, and whether it did.

use crate::fact::{Modality, Polarity, Predicate, Update};

/// A word that says that something happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Trigger {
    /// What happened.
    pub predicate: Predicate,
    /// Which part its grammar gives to those around it.
    pub frame: Frame,
}

/// How a word for an event stands to those whom it befell and to those who did it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Frame {
    /// A verb whose object it befell: قتلت القوات ثلاثة.
    Active,
    /// A verb whose subject it befell: قُتل ثلاثة; فرّ عشرة.
    Passive,
    /// A verbal noun, before those whom it befell: مقتل ثلاثة.
    Masdar,
    /// A noun for those whom it befell, which a number counts: ثلاثة قتلى.
    Victim,
    /// A noun for the event itself: غارة, هجوم.
    Event,
}

/// How a word makes what it governs other than a plain fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Mood {
    /// Whether what follows is so.
    pub polarity: Polarity,
    /// Whether what follows is a fact.
    pub modality: Modality,
}

/// A word for a toll or for how it changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Toll {
    /// حصيلة, عدد القتلى.
    Noun,
    /// ارتفع, صحح.
    Change(Update),
}
