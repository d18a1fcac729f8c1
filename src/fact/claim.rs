//! Claims: what is said to have happened, to how many, by whom, where and when.

use super::{Count, Link, Named};

/// An event or state that a document says is, was or will be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// What happened.
    pub predicate: Predicate,
    /// To how many, where it counts.
    pub count: Option<Count>,
    /// The quantity that says how many.
    pub quantity: Option<Link>,
    /// To whom or what it happened.
    pub who: Option<Named>,
    /// Who did it.
    pub by: Option<Named>,
    /// Where.
    pub place: Option<Named>,
    /// When: a time.
    pub when: Option<Link>,
    /// The innermost source that covers it.
    pub source: Option<Link>,
    /// Whether it is said to be so or not to be so.
    pub polarity: Polarity,
    /// Whether it is said as a fact.
    pub modality: Modality,
    /// How it changes an earlier figure.
    pub update: Option<Update>,
}

macro_rules! names {
    ($(#[$doc:meta])* $type:ident { $($(#[$of:meta])* $variant:ident = $name:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $type { $($(#[$of])* $variant),* }

        impl $type {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The name in the output and in the word lists.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }

            /// The one of that name.
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.name() == name)
            }
        }
    };
}

names! {
    /// What happened: the vocabulary of the contract.
    Predicate {
        /// People died.
        Killed = "killed",
        /// People were hurt.
        Wounded = "wounded",
        /// Dead and wounded together.
        Casualties = "casualties",
        /// People were taken by force of arms or arrested.
        Captured = "captured",
        /// People got away.
        Escaped = "escaped",
        /// People were let go or broken out.
        Freed = "freed",
        /// People are being held.
        Detained = "detained",
        /// People left their homes.
        Displaced = "displaced",
        /// People cannot be found.
        Missing = "missing",
        /// People were saved.
        Rescued = "rescued",
        /// People were carried off.
        Abducted = "abducted",
        /// People gave themselves up.
        Surrendered = "surrendered",
        /// People are still on the run.
        AtLarge = "at-large",
        /// People were taken to hospital.
        Hospitalised = "hospitalised",
        /// People were condemned by a court.
        Sentenced = "sentenced",
        /// Someone or something was attacked.
        Attacked = "attacked",
        /// Something was blown up or shelled.
        Bombed = "bombed",
        /// Something was struck from the air.
        Airstrike = "airstrike",
        /// Sides fought.
        Clashed = "clashed",
        /// Someone took control of something.
        Seized = "seized",
        /// Something was destroyed.
        Destroyed = "destroyed",
        /// Forces were sent somewhere.
        Deployed = "deployed",
        /// Forces left.
        Withdrawn = "withdrawn",
        /// People were brought away.
        Evacuated = "evacuated",
        /// Anything else that counts.
        Other = "other",
    }
}

names! {
    /// Whether something is said to be so.
    Polarity {
        /// It is so.
        Affirmed = "affirmed",
        /// It is not so.
        Negated = "negated",
    }
}

names! {
    /// Whether something is said as a fact.
    Modality {
        /// As a fact.
        Asserted = "asserted",
        /// As an intention or something to come.
        Planned = "planned",
        /// As something that was tried.
        Attempted = "attempted",
        /// As something that may be.
        Possible = "possible",
        /// As something that was said before and is taken back.
        Retracted = "retracted",
    }
}

names! {
    /// How a figure changes an earlier one.
    Update {
        /// ارتفعت الحصيلة إلى.
        Risen = "risen",
        /// انخفضت.
        Fallen = "fallen",
        /// صححت.
        Corrected = "corrected",
        /// The earlier figure itself: من 12 إلى 19.
        Former = "former",
    }
}

impl Predicate {
    /// Whether it befalls people, so that what it counts are people.
    pub fn is_of_people(self) -> bool {
        self < Self::Attacked || self == Self::Evacuated
    }
}
