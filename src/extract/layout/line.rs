//! What one line looks like, by itself.

use std::ops::Range;

use crate::extract::cursor::Cursor;
use crate::extract::page::Page;
use crate::lexicon::{Class, PageWord, Sense};
use crate::text::Kind;

/// Words above which a line is a paragraph whatever it ends in.
const LONG: usize = 24;
/// Words above which a line that ends like a sentence is a paragraph.
const SENTENCE: usize = 9;
/// Words up to which a line can be a credit or a publication line.
const SHORT: usize = 12;

/// Words beside the names of days and months above which a line that opens with a clock time is of a ticker: بتوقيت مكة.
const BESIDE: usize = 4;

/// What one line looks like.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one look at the line, and a line may be several things"
)]
pub(super) struct Shape {
    pub tokens: Range<usize>,
    /// No more than one above [`LONG`].
    pub words: usize,
    pub is_paragraph: bool,
    pub is_furniture: bool,
    pub is_heading: bool,
    /// It ends like a sentence or opens a list, as no title does.
    pub is_closed: bool,
    pub is_opening: bool,
    pub is_caption: bool,
    pub is_credit: bool,
    pub is_date: bool,
    pub is_post: bool,
}

impl Shape {
    pub(super) fn of(page: &Page<'_>, tokens: Range<usize>) -> Self {
        // Only the head of a long line can tell what it is, so the look at it stays short: how many words there are
        // beyond these makes no difference.
        let head = page.tokens[tokens.clone()].iter().take(4 * LONG);
        let words = head.filter(|t| t.is_word()).take(LONG + 1).count();
        let short = words <= SHORT && tokens.len() <= 4 * SHORT;
        let places = || tokens.clone().map(|at| Cursor::new(page, at));
        let first = first_word(page, &tokens);
        let opens = |word| first.is_some_and(|c| opens_with(c, word));
        let is_post = is_post(page, &tokens, words);
        let is_heading = short
            && first.is_some_and(|c| {
                opens_with(c, PageWord::Heading) && is_covered(c, tokens.end, PageWord::Heading)
            });
        let is_furniture = is_heading
            || words <= LONG && (opens(PageWord::Start) || opens(PageWord::Heading))
            || short && (is_file(page, &tokens) || is_widget(first, &tokens));
        Self {
            is_paragraph: !is_furniture
                && !is_post
                && (words > LONG || words > SENTENCE && ends_sentence(page, &tokens)),
            is_furniture,
            is_heading,
            is_closed: short_end(page, &tokens),
            is_opening: short && opens(PageWord::Opening),
            is_caption: words <= LONG && opens(PageWord::Caption),
            is_credit: short && (opens(PageWord::Credit) || is_dashed_credit(page, &tokens)),
            is_date: short && is_date(places()),
            is_post,
            words,
            tokens,
        }
    }
}

fn first_word<'a>(page: &'a Page<'a>, tokens: &Range<usize>) -> Option<Cursor<'a>> {
    tokens.clone().map(|at| Cursor::new(page, at)).take(4).find(|c| c.token().is_word())
}

fn opens_with(at: Cursor<'_>, word: PageWord) -> bool {
    term(at, word).is_some()
}

/// The phrase or word of that habit here, and the place after it.
fn term(at: Cursor<'_>, word: PageWord) -> Option<Cursor<'_>> {
    at.phrase_meaning(Sense::Page(word)).or_else(|| at.means(Sense::Page(word)).then(|| at.after()))
}

/// Whether phrases of that habit and signs or digits are all that the line holds from here.
fn is_covered(at: Cursor<'_>, end: usize, word: PageWord) -> bool {
    let mut place = Some(at);
    while let Some(here) = place.filter(|c| c.index() < end) {
        let Some(after) = (match here.token().kind() {
            Kind::Arabic | Kind::Foreign => term(here, word),
            _ => Some(here.after()),
        }) else {
            return false;
        };
        place = after.here();
    }
    true
}

fn is_widget(first: Option<Cursor<'_>>, tokens: &Range<usize>) -> bool {
    first.is_some_and(|c| is_covered(c, tokens.end, PageWord::Line))
}

/// Nothing but names of files, links and signs.
fn is_file(page: &Page<'_>, tokens: &Range<usize>) -> bool {
    let line = &page.tokens[tokens.clone()];
    line.iter().any(|t| t.kind() == Kind::Opaque) && line.iter().all(|t| !t.is_word() && !t.is_digits())
}

fn ends_sentence(page: &Page<'_>, tokens: &Range<usize>) -> bool {
    let end = page.tokens[tokens.clone()].iter().rev().take(3);
    end.take_while(|t| !t.is_word()).any(|t| t.is_sign('.'))
}

fn short_end(page: &Page<'_>, tokens: &Range<usize>) -> bool {
    let end = page.tokens[tokens.end - 1];
    let before = tokens.len() > 1 && page.tokens[tokens.end - 2].is_sign('.');
    end.is_sign(':') || end.is_sign('.') && !before
}

/// The author line of an embedded post: a dash and a handle in brackets; or a picture link at the end of a short line.
fn is_post(page: &Page<'_>, tokens: &Range<usize>, words: usize) -> bool {
    let line = &page.tokens[tokens.clone()];
    let handle = |t: &crate::text::Token| t.kind() == Kind::Opaque && page.quote(t.span).starts_with('@');
    let dashed = line.first().is_some_and(|t| t.is_sign('—') || t.is_sign('–') || t.is_sign('-'));
    words <= SHORT && dashed && line.iter().any(handle)
}

/// Place – agency, outlet - author: short pieces with dashes between them and a word for a credit, or nothing but two
/// to four short pieces.
fn is_dashed_credit(page: &Page<'_>, tokens: &Range<usize>) -> bool {
    let line = &page.tokens[tokens.clone()];
    let dash = |t: &crate::text::Token| {
        t.after_space() && ['-', '–', '—', '|', '»', '>', '/'].iter().any(|c| t.is_sign(*c))
    };
    let Some(first) = line.iter().position(dash) else { return false };
    let credited = tokens.clone().any(|at| term(Cursor::new(page, at), PageWord::Credit).is_some());
    let words = line.iter().filter(|t| t.is_word()).count();
    credited && words <= 8
        || first <= 4 && words <= 8 && !line.iter().any(|t| t.is_digits() || t.is_sign(':'))
}

/// A month or weekday beside digits, or digits in the order of a date, and little else.
fn is_date<'a>(places: impl Iterator<Item = Cursor<'a>>) -> bool {
    let (mut digits, mut names, mut separators, mut words, mut opens_with_clock) = (0, 0, 0, 0, false);
    for place in places {
        let is_name = place.is(Class::Month) || place.is(Class::Weekday);
        opens_with_clock |= words == 0 && digits == 1 && place.is_sign(':') && separates_digits(place);
        digits += usize::from(place.token().is_digits());
        names += usize::from(is_name);
        words += usize::from(place.token().is_word() && !is_name);
        separators += usize::from(separates_digits(place));
    }
    let is_ticker = opens_with_clock && words > BESIDE;
    digits >= 2 && (names > 0 || separators >= 2) && !is_ticker
}

fn separates_digits(place: Cursor<'_>) -> bool {
    let separator = ['/', '.', '-', ':'].iter().any(|c| place.is_sign(*c));
    let digits = |c: Option<Cursor<'_>>| c.is_some_and(|c| c.token().is_digits());
    separator && place.is_glued() && digits(place.previous()) && digits(place.next())
}
