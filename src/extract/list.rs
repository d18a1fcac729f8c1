//! Lists of tokens in the making: a token is put in or left out without a branch, since which of both is not to be
//! guessed, and a wrong guess costs the processor more than all the rest.

use crate::text::Token;

/// Tokens that room is made for at a time: what is not taken is no more.
const BLOCK: usize = 1 << 10;

/// Puts those of the tokens of a page that `is_one` says are some behind the others in the list.
#[inline]
pub(super) fn put_if(list: &mut Vec<u32>, tokens: &[Token], is_one: impl Fn(&Token) -> bool) {
    let mut first = 0;
    for tokens in tokens.chunks(BLOCK) {
        let before = list.len();
        list.resize(before + tokens.len(), 0);
        let (mut taken, room) = (0, &mut list[before..]);
        for (token, at) in tokens.iter().zip(first..) {
            room[taken] = at;
            taken += usize::from(is_one(token));
        }
        list.truncate(before + taken);
        first += BLOCK as u32;
    }
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, put_if};
    use crate::lexicon::Lexicon;
    use crate::text::tokenize;

    #[test]
    fn what_is_put_in_stands_behind_what_there_was() {
        let tokens = tokenize(&"كلمة 12 ".repeat(BLOCK), &*Lexicon::builtin());
        let mut list = vec![7];
        put_if(&mut list, &tokens, |token| token.is_digits());
        let digits = (0..2 * BLOCK as u32).filter(|at| at % 2 == 1);
        assert_eq!(list, std::iter::once(7).chain(digits).collect::<Vec<_>>());
    }
}
