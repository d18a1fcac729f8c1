//! Which quantity is part of which: بينهم, من بين القتلى, ثلاثة منهم, نصفهم; سبعة من أصل أربعين.
//!
//! The whole stands before its part, or right behind it where it is no part itself, so no quantity is ever part of itself.

use crate::extract::cursor::Cursor;
use crate::extract::page::Page;
use crate::extract::rule::Found;
use crate::extract::starts::Reader;
use crate::fact::{Kind, Link, NounClass, Quantity, Rank};
use crate::lexicon::{Class, ClassSet, FractionForm, Joint, Member, Sense};

/// Tokens between the word of partition and the first part, as in من بين القتلى سبعة أطفال.
const REACH: usize = 5;

/// Tokens between two parts of one list.
const LIST: usize = 6;

/// Tokens between a part and its whole.
const FAR: u32 = 80;

/// Quantities before a part among which its whole is looked for.
const CHOICE: usize = 6;

/// Links every part to its whole.
pub(super) fn link(page: &Page<'_>, found: &mut [Found<Quantity>]) {
    for at in 0..found.len() {
        let (before, rest) = found.split_at_mut(at);
        let part = &mut rest[0];
        let whole = if let Some(last) = before.last().filter(|last| goes_on(page, before, last, part)) {
            last.value.subset_of
        } else if is_part(page, part) {
            whole(page, before, part).map(|whole| Link { kind: Kind::Quantity, span: whole.span })
        } else {
            None
        };
        part.value.subset_of = whole;
    }
    for at in 1..found.len() {
        let whole = Link { kind: Kind::Quantity, span: found[at].span };
        if precedes_whole(page, &found[at - 1], &found[at]) {
            found[at - 1].value.subset_of = Some(whole);
        }
    }
}

/// سبعة من أصل أربعين
fn precedes_whole(page: &Page<'_>, part: &Found<Quantity>, whole: &Found<Quantity>) -> bool {
    let of = Cursor::new(page, part.end as usize - 1).next().and_then(|at| at.term(Class::Member));
    let (Some((Sense::Member(Member::Whole), after)), None) = (of, whole.value.subset_of) else {
        return false;
    };
    let counts = part.value.rank == Rank::Cardinal && whole.value.rank == Rank::Cardinal;
    after.index() == whole.start as usize && counts && holds(&whole.value, &part.value)
}

/// The next item of a list of parts: بينهم سبعة أطفال وامرأتان.
fn goes_on(
    page: &Page<'_>,
    before: &[Found<Quantity>],
    last: &Found<Quantity>,
    part: &Found<Quantity>,
) -> bool {
    let Some(link) = last.value.subset_of else { return false };
    let whole = before.iter().rev().take(CHOICE).find(|whole| whole.span == link.span);
    if !whole.is_none_or(|whole| is_enough(&whole.value, &part.value)) {
        return false;
    }
    let near = (part.start.saturating_sub(last.end)) as usize <= LIST;
    let joined = page.tokens[part.start as usize].has_conjunction() || follows_and(page, part);
    let between = last.end as usize..opening(page, part).index();
    near && joined && words_only(page, between)
}

fn follows_and(page: &Page<'_>, part: &Found<Quantity>) -> bool {
    opening(page, part)
        .previous()
        .is_some_and(|p| page.tokens[part.start as usize].span.start >= p.token().span.end && is_and(page, p))
}

/// Where the part begins, with the bracket around its number: منهم (17) وافداً.
fn opening<'a>(page: &'a Page<'a>, part: &Found<Quantity>) -> Cursor<'a> {
    let start = Cursor::new(page, part.start as usize);
    start.previous().filter(|open| open.is_sign('(') && start.is_glued()).unwrap_or(start)
}

fn is_and(page: &Page<'_>, at: Cursor<'_>) -> bool {
    crate::text::is_and(page.quote(at.token().span))
}

/// Nothing but words that open no clause: an adjective, a noun with its genitive.
fn words_only(page: &Page<'_>, mut between: std::ops::Range<usize>) -> bool {
    const OPEN: ClassSet =
        ClassSet::CUES.with(ClassSet::TRIGGERS).with(ClassSet::of(&[Class::Clause, Class::Mood]));
    between.all(|at| {
        let plain = page.tokens[at].is_word() || page.tokens[at].is_sign('،');
        plain && !page.classes(at).meets(OPEN)
    })
}

/// Whether a word of partition stands before or behind, or in the numeral itself.
fn is_part(page: &Page<'_>, part: &Found<Quantity>) -> bool {
    let suffixed = |sense: &Sense| matches!(sense, Sense::Fraction(_, FractionForm::Suffixed));
    let own = page.senses(part.start as usize).iter().any(suffixed) && part.value.rank == Rank::Fraction;
    own || is_of_them(page, part) || follows_partition(page, part)
}

/// ثلاثة منهم, but not in ثلاثة منهم امرأتان, nor behind a noun: 149 شخصا منهم 47.
fn is_of_them(page: &Page<'_>, part: &Found<Quantity>) -> bool {
    let own_noun = part.value.counted.is_some_and(|counted| counted.span != part.value.numeral.span);
    let them = Cursor::new(page, part.end as usize - 1).next();
    let of_them = them.filter(|at| at.means(Sense::Joint(Joint::OfThem)) && !at.token().has_proclitic());
    let bare = !own_noun || part.value.rank != Rank::Cardinal;
    bare && of_them.is_some_and(|at| at.next().is_none_or(|next| !opens_quantity(next)))
}

fn opens_quantity(at: Cursor<'_>) -> bool {
    let hedged = || at.term(Class::Hedge).and_then(|(_, end)| end.here());
    at.numeral().is_some() || hedged().is_some_and(|number| number.numeral().is_some())
}

fn member(at: Cursor<'_>) -> Option<Member> {
    match at.term(Class::Member)? {
        (Sense::Member(member @ (Member::Part | Member::Among)), _) => Some(member),
        _ => None,
    }
}

/// بينهم, at once or with a first part without a number: بينهم امرأة و3 أطفال; من بين القتلى سبعة أطفال.
fn follows_partition(page: &Page<'_>, part: &Found<Quantity>) -> bool {
    let start = opening(page, part);
    if !page.starts_shortly_before(Reader::Members, start.index(), REACH) {
        return false;
    }
    let mut before = std::iter::successors(start.previous(), |c| c.previous()).take(REACH).enumerate();
    let joined = page.tokens[part.start as usize].has_conjunction() || follows_and(page, part);
    let close = |c: &Cursor<'_>| c.is_sign('،') || c.is_sign('.') || c.is_sign(':') || c.is_sign('؛');
    before.by_ref().take_while(|(_, c)| !close(c) && (c.token().is_word()) && c.numeral().is_none()).any(
        |(distance, c)| match member(c) {
            Some(Member::Part) => distance == 0 || joined || distance == 1,
            Some(Member::Among) => distance > 1,
            _ => false,
        },
    )
}

/// The nearest quantity before the part that can hold it: of people or things counted whole, and not fewer.
fn whole<'f>(
    page: &Page<'_>,
    before: &'f [Found<Quantity>],
    part: &Found<Quantity>,
) -> Option<&'f Found<Quantity>> {
    let sentence = page.sentence(part.start as usize);
    let opens = (part.start as usize) < sentence.start + REACH;
    before.iter().rev().take(CHOICE).take_while(|whole| part.start - whole.start <= FAR).find(|whole| {
        let near = whole.start as usize >= sentence.start || opens;
        near && whole.value.rank == Rank::Cardinal && holds(&whole.value, &part.value)
    })
}

/// Whether so many can hold so many, as far as both are named, and the noun, where either names one, does not forbid it.
fn holds(whole: &Quantity, part: &Quantity) -> bool {
    let class = |quantity: &Quantity| quantity.counted.and_then(|counted| counted.class);
    let same = match (class(whole), class(part)) {
        (Some(whole), Some(part)) => whole == part,
        // Of metres a part is named as such: ثلاثة منها are none.
        (Some(NounClass::Measure), None) => part.rank != Rank::Cardinal,
        _ => true,
    };
    same && is_enough(whole, part)
}

fn is_enough(whole: &Quantity, part: &Quantity) -> bool {
    let (more, fewer) = (whole.count.number.or(whole.count.high), part.count.number.or(part.count.low));
    match (more, fewer) {
        (Some(more), Some(fewer)) if part.rank == Rank::Cardinal => more > fewer,
        _ => true,
    }
}
