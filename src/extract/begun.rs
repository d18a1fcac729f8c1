//! Where something begins or ends, a bit for each token: most places at which nothing does are told at a glance.

/// Some of the tokens of a page.
#[derive(Debug, Default)]
pub(super) struct Begun(Vec<u64>);

impl Begun {
    /// Notes `tokens`, of a page that has `many`, instead of what was noted before.
    pub(super) fn note(&mut self, many: usize, tokens: impl Iterator<Item = u32>) {
        self.0.clear();
        self.0.resize(many.div_ceil(64), 0);
        for token in tokens {
            if let Some(word) = self.0.get_mut(token as usize / 64) {
                *word |= 1 << (token % 64);
            }
        }
    }

    /// What `found`, which is in the order of its tokens `of`, has at the token `at`, if that is one of them.
    #[inline]
    pub(super) fn find<'f, T>(&self, at: usize, found: &'f [T], of: impl Fn(&T) -> u32) -> Option<&'f T> {
        if !self.has(at) {
            return None;
        }
        found.binary_search_by_key(&(at as u32), of).ok().map(|index| &found[index])
    }

    /// Whether the token is one of them.
    #[inline]
    fn has(&self, token: usize) -> bool {
        self.0.get(token / 64).is_some_and(|word| word >> (token % 64) & 1 != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_told_from_those_between() {
        let mut begun = Begun::default();
        begun.note(130, [0, 63, 64, 129].into_iter());
        let had: Vec<usize> = (0..200).filter(|token| begun.has(*token)).collect();
        assert_eq!(had, [0, 63, 64, 129]);
        assert_eq!(begun.find(64, &[0, 63, 64, 129], |token| *token), Some(&64));
        assert_eq!(begun.find(65, &[0, 63, 65, 129], |token| *token), None);
        assert!(!Begun::default().has(0));
    }
}
