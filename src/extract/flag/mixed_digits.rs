//! `flag/mixed-digits`: digits of two scripts in one number. Two numbers in two scripts are a habit of many pages.

use super::{Check, flag, link};
use crate::extract::Reading;
use crate::extract::page::Page;
use crate::extract::starts::Reader;
use crate::fact::{Code, Detail, Fact, Link, Value};
use crate::span::Span;
use crate::text::Token;

pub(super) const CHECK: Check = Check { name: "flag/mixed-digits", find };

/// Numerals with digits of two scripts; then runs of such digits in what is no numeral, such as a date.
fn find(page: &Page<'_>, reading: &Reading) -> Vec<Fact> {
    let mut flags: Vec<_> = reading.facts.iter().filter_map(|fact| mixed(page, fact)).collect();
    let mut numerals = flags.iter().map(|fact| fact.span).collect::<Vec<_>>().into_iter().peekable();
    let mut times = reading.facts.iter().filter(|fact| matches!(fact.detail, Detail::Time(_))).peekable();
    let of_others = |token: &&Token| token.is_digits() && !page.quote(token.span).is_ascii();
    for token in page.tokens_of(Reader::Numerals).filter(of_others) {
        while numerals.next_if(|span| span.end <= token.span.start).is_some() {}
        while times.next_if(|fact| fact.span.end <= token.span.start).is_some() {}
        let flagged = numerals.peek().is_some_and(|span| span.contains(token.span));
        if flagged {
            continue;
        }
        let time = times.peek().filter(|fact| fact.span.contains(token.span)).map(|fact| link(fact));
        flags.extend(scripts(page.quote(token.span)).map(|scripts| raise(token.span, &scripts, time)));
    }
    flags
}

fn mixed(page: &Page<'_>, fact: &Fact) -> Option<Fact> {
    let Detail::Numeral(numeral) = &fact.detail else { return None };
    if !matches!(numeral.value, Value::Exact(_)) {
        return None;
    }
    scripts(page.quote(fact.span)).map(|scripts| raise(fact.span, &scripts, Some(link(fact))))
}

fn raise(span: Span, scripts: &str, about: Option<Link>) -> Fact {
    let message = format!("one number is written with {scripts} digits");
    flag(span, Code::MixedDigits, message, about.into_iter().collect())
}

/// The scripts of the digits of a text, where they are several.
fn scripts(text: &str) -> Option<String> {
    const NAMES: [&str; 3] = ["Western", "Arabic-Indic", "Persian"];
    let mut used = [false; NAMES.len()];
    // By the bytes, and hardly any of most: asked of every numeral.
    let bytes = text.as_bytes();
    used[0] = bytes.iter().any(u8::is_ascii_digit);
    let others = if used[0] { !bytes.is_ascii() } else { bytes.contains(&PERSIAN) };
    if !others {
        return None;
    }
    for pair in bytes.windows(2) {
        used[1] |= matches!(pair, [0xD9, 0xA0..=0xA9]);
        used[2] |= matches!(pair, [PERSIAN, 0xB0..=0xB9]);
    }
    let several = used.iter().filter(|used| **used).count() > 1;
    let names = || NAMES.into_iter().zip(used).filter(|(_, used)| *used).map(|(name, _)| name);
    several.then(|| names().collect::<Vec<_>>().join(" and "))
}

/// The first byte of Persian digits.
const PERSIAN: u8 = 0xDB;
