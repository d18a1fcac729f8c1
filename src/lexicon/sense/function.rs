//! Function words, and the words of names: what such a word says is one bit, so that asking for it is one look.

use super::{Bond, Joint, Mood, NamePart, Particle, Sense, Tense};

/// A set of meanings of function words and of the words of names: of [`Joint`], [`Particle`], [`Bond`], [`Mood`],
/// [`Tense`] and [`NamePart`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Functions(u128);

/// Where the meanings of each kind begin, and where the last ones end.
const PARTICLES: u32 = Joint::Published as u32 + 1;
const BONDS: u32 = PARTICLES + Particle::Withheld as u32 + 1;
const MOODS: u32 = BONDS + Bond::Undone as u32 + 1;
const TENSES: u32 = MOODS + Mood::Without as u32 + 1;
const NAME_PARTS: u32 = TENSES + Tense::Since as u32 + 1;
const END: u32 = NAME_PARTS + NamePart::Never as u32 + 1;

const _: () = assert!(END < u128::BITS);

impl Functions {
    /// No meaning.
    pub const NONE: Self = Self(0);

    /// All of [`Particle`].
    pub const PARTICLES: Self = Self((1 << BONDS) - (1 << PARTICLES));

    /// That the word is listed with its article, which is no meaning and is asked as often.
    pub const ARTICLE: Self = Self(1 << END);

    /// That meaning; none where it is of another kind.
    #[expect(
        clippy::inline_always,
        reason = "asked of meanings that stand in the code, whose bit is then one too"
    )]
    #[inline(always)]
    pub const fn of(sense: Sense) -> Self {
        let at = match sense {
            Sense::Joint(joint) => joint as u32,
            Sense::Particle(particle) => PARTICLES + particle as u32,
            Sense::Bond(bond) => BONDS + bond as u32,
            Sense::Mood(mood) => MOODS + mood as u32,
            Sense::Tense(tense) => TENSES + tense as u32,
            Sense::NamePart(part) => NAME_PARTS + part as u32,
            _ => return Self::NONE,
        };
        Self(1 << at)
    }

    /// Those meanings.
    pub const fn any_of(senses: &[Sense]) -> Self {
        let (mut all, mut at) = (Self::NONE, 0);
        while at < senses.len() {
            all = all.with(Self::of(senses[at]));
            at += 1;
        }
        all
    }

    /// Both sets together.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// This set without the meanings of the other.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether the sets share a meaning.
    #[inline]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether there is no meaning in it.
    #[inline]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl From<Particle> for Functions {
    #[inline]
    fn from(particle: Particle) -> Self {
        Self::of(Sense::Particle(particle))
    }
}

impl<const N: usize> From<[Particle; N]> for Functions {
    #[inline]
    fn from(particles: [Particle; N]) -> Self {
        particles.into_iter().fold(Self::NONE, |all, particle| all.with(particle.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each kind has its own bits, and the last meaning of each is the one that is taken for it.
    #[test]
    fn kinds_do_not_overlap() {
        let firsts = [
            Sense::Joint(Joint::Of),
            Sense::Particle(Particle::About),
            Sense::Bond(Bond::Against),
            Sense::Mood(Mood::Able),
            Sense::Tense(Tense::Ahead),
            Sense::NamePart(NamePart::Given),
        ];
        let lasts = [
            Sense::Joint(Joint::Published),
            Sense::Particle(Particle::Withheld),
            Sense::Bond(Bond::Undone),
            Sense::Mood(Mood::Without),
            Sense::Tense(Tense::Since),
            Sense::NamePart(NamePart::Never),
        ];
        let bits: Vec<u128> =
            firsts.iter().zip(&lasts).flat_map(|(a, b)| [*a, *b]).map(|s| Functions::of(s).0).collect();
        assert!(bits.is_sorted() && bits.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(Functions::of(Sense::Of).is_empty());
    }
}
