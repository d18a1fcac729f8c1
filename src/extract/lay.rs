//! A page is laid out: each token gets its set of classes, with those of the phrases that start with it, and is listed
//! with those who start there; each line what it is. Knows the dictionary, not what the rules make of it.

use std::mem::take;

use super::cursor::Cursor;
use super::layout::Layout;
use super::list::put_if;
use super::page::{Ended, Page};
use super::starts::Reader;
use crate::lexicon::{Class, ClassSet, Opener, Sense};
use crate::text::{Kind, Token};

impl Page<'_> {
    /// Notes of each token its set of classes and who starts there, and of each line what it is.
    ///
    /// One thing after another for all tokens, so that each is done without a guess at what the token is.
    pub(super) fn lay_out(&mut self) {
        let (mut breaks, mut opening) = (take(&mut self.breaks), take(&mut self.opening));
        let mut set_of = take(&mut self.set_of);
        set_of.extend(self.tokens.iter().map(|token| self.lexicon.set_of(token.word())));
        put_if(&mut breaks, &self.tokens, |token| token.is_any_sign() | token.starts_line());
        put_if(&mut opening, &self.tokens, |token| !token.is_word());
        for at in opening.drain(..) {
            set_of[at as usize] = self.set_of_no_word(at as usize);
        }
        put_if(&mut opening, &self.tokens, |token| self.lexicon.opens_phrase(token.word()));
        (self.set_of, self.breaks, self.opening) = (set_of, breaks, opening);
        for opening in 0..self.opening.len() {
            let at = self.opening[opening] as usize;
            if let Some(opener) = self.lexicon.opener(self.tokens[at].word()) {
                self.set_of[at] = self.set_with_phrases(at, self.set_of[at], opener);
            }
        }
        self.classes.extend(self.set_of.iter().map(|set| self.sets.classes(*set)));
        self.note_starts();
        if self.split_elevens() {
            self.note_starts();
        }
        self.layout = Layout::of(take(&mut self.layout), self);
    }

    /// Lists the tokens with those who start there.
    fn note_starts(&mut self) {
        self.starts.note(self.set_of.iter().map(|set| self.sets.mark(*set)));
    }

    /// Typed without its hamza, وأحد is واحد; before عشر it is the former. So is الأحد there no day of the week. Whether
    /// there was any such word.
    fn split_elevens(&mut self) -> bool {
        let (known, mut split_at) = (self.phrases.len(), Vec::new());
        for teen in 0..self.starts.at(Reader::Teens).len() {
            let at = self.starts.at(Reader::Teens)[teen] as usize;
            if at == 0 {
                continue;
            }
            let (before, classes) = (self.tokens[at - 1], self.classes(at - 1));
            let split = if classes.has(Class::Cardinal) {
                before.split(self.text, self.lexicon)
            } else if classes.has(Class::Weekday) && self.ends_eleven(at) {
                before.without_article(self.text, self.lexicon)
            } else {
                None
            };
            let counts = |t: &Token| self.lexicon.classes(t.word()).has(Class::Cardinal);
            if let Some(token) = split.filter(counts) {
                self.tokens[at - 1] = token;
                let set = self.set(at - 1);
                (self.set_of[at - 1], self.classes[at - 1]) = (set, self.sets.classes(set));
                split_at.push(at as u32 - 1);
            }
        }
        if split_at.is_empty() {
            return false;
        }
        // What the whole words began is no more; what their parts begin was put behind all others.
        let mut former = (0..self.phrases.len()).map(|at| at < known);
        self.phrases.retain(|ended| {
            !(former.next().unwrap_or(false) && split_at.binary_search(&ended.first).is_ok())
        });
        self.phrases.sort_by_key(|ended| ended.first);
        true
    }

    /// Whether the عشر at `at` is of eleven (الأحد عشر رجلا), not the ten that a day stands before: يوم الأحد, عشر نساء.
    fn ends_eleven(&self, at: usize) -> bool {
        const OF_DAYS: ClassSet =
            ClassSet::of(&[Class::TimeUnit, Class::DayPart, Class::Deixis, Class::This]);
        let plural = |sense: &Sense| matches!(sense, Sense::NounPlural(_));
        let of_day = at.checked_sub(2).is_some_and(|before| self.classes(before).meets(OF_DAYS));
        let of_ten = at + 1 < self.tokens.len() && self.senses(at + 1).iter().any(plural);
        !of_day && !of_ten && !self.quote(self.tokens[at].span).ends_with('\u{629}')
    }

    /// The number of the set of classes of the token at `at`, but for those of phrases.
    fn own_set(&self, at: usize) -> u16 {
        let token = self.tokens[at];
        if token.is_word() { self.lexicon.set_of(token.word()) } else { self.set_of_no_word(at) }
    }

    /// The same with those of the phrases that start there.
    fn set(&mut self, at: usize) -> u16 {
        let own = self.own_set(at);
        let opener = self.lexicon.opener(self.tokens[at].word());
        opener.map_or(own, |opener| self.set_with_phrases(at, own, opener))
    }

    /// The same of a word of the set `own` that opens phrases, where one stands here. Names go on
    /// behind quotation marks too (تنظيم "الدولة"), so that of these it counts whether they may.
    fn set_with_phrases(&mut self, at: usize, own: u16, opener: &Opener) -> u16 {
        const NAME: ClassSet = ClassSet::of(&[Class::Name]);
        let word = self.tokens[at].word();
        let Some(next) = Cursor::new(self, at).next().map(Cursor::token) else { return own };
        if !opener.may_go_on(next) {
            return own;
        }
        let mut ended = take(&mut self.phrases);
        let end = |tokens, node| ended.push(Ended { first: at as u32, tokens, node });
        let (mut here, begins) = self.lexicon.phrases(word, Cursor::new(self, at).keys_behind(), end);
        self.phrases = ended;
        if opener.phrases.has(Class::Name) && (begins || !next.is_word()) {
            here = here.with(NAME);
        }
        if here.is_empty() {
            return own;
        }
        self.sets.with(own, here)
    }

    /// The place among [`ClassSet::OF_NO_WORD`] of the classes of a token that is no known word.
    fn set_of_no_word(&self, at: usize) -> u16 {
        match self.tokens[at].kind() {
            Kind::Digits => 1,
            Kind::Sign('%' | '٪') => 2,
            Kind::Sign('.' | '*' | '_' | '@' | '-') if self.is_within_word(at) => 3,
            Kind::Opaque => 3,
            _ => 0,
        }
    }

    /// Whether nothing stands between the sign at `at` and a word on either side.
    fn is_within_word(&self, at: usize) -> bool {
        let glued = |token: &Token| !token.after_space() && token.is_word();
        let before = at.checked_sub(1).is_some_and(|before| self.tokens[before].is_word());
        before && !self.tokens[at].after_space() && self.tokens.get(at + 1).is_some_and(glued)
    }
}
