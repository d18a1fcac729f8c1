//! `flag/invisible-control`: characters that nobody sees and that change what is read, found or copied.

use unicode_normalization::char::is_combining_mark;

use super::{Check, flag};
use crate::extract::Reading;
use crate::extract::page::Page;
use crate::fact::{Code, Fact};
use crate::span::Span;

pub(super) const CHECK: Check = Check { name: "flag/invisible-control", find };

/// Every run of invisible controls that does something to the text around it; what closes an embedding that was flagged
/// is not flagged again.
fn find(page: &Page<'_>, _: &Reading) -> Vec<Fact> {
    let mut flags = Vec::new();
    let mut runs = Runs { text: page.text, at: 0, mark: 0 };
    let mut open = 0_usize;
    while let Some(run) = runs.next() {
        let controls = page.quote(run);
        let closing = controls.chars().filter(|c| matches!(c, '\u{202C}' | '\u{2069}')).count();
        let closes = closing == controls.chars().count() && closing <= open;
        if !closes && matters(page.text, run) {
            flags.push(flag(run, Code::InvisibleControl, message(controls), Vec::new()));
        }
        let opening = controls.chars().filter(|c| {
            matches!(c, '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' | '\u{2066}'..='\u{2068}')
        });
        open = (open + opening.count()).saturating_sub(closing);
    }
    flags
}

/// Goes through the text by its bytes: the controls begin with three bytes that no Arabic letter has, but for one, which
/// is looked for whole.
struct Runs<'a> {
    text: &'a str,
    at: usize,
    /// Where the next Arabic letter mark stands, at or after the place that was last looked from.
    mark: usize,
}

const LETTER_MARK: &[u8] = "\u{061C}".as_bytes();

impl Runs<'_> {
    /// The next run of controls.
    fn next(&mut self) -> Option<Span> {
        let bytes = self.text.as_bytes();
        loop {
            if self.mark < self.at || self.at == 0 {
                let ahead = memchr::memmem::find(&bytes[self.at..], LETTER_MARK);
                self.mark = ahead.map_or(usize::MAX, |ahead| self.at + ahead);
            }
            let ahead = memchr::memchr3(0xE2, 0xEF, 0xC2, &bytes[self.at..]);
            let start = ahead.map_or(usize::MAX, |ahead| self.at + ahead).min(self.mark);
            if start == usize::MAX {
                return None;
            }
            let mut end = start;
            while let Some(control) = self.text[end..].chars().next().filter(|c| name(*c).is_some()) {
                end += control.len_utf8();
            }
            if end > start {
                // No span leaves the marks behind that sit on what it ends in.
                let marks = self.text[end..].chars().take_while(|c| is_combining_mark(*c));
                end += marks.map(char::len_utf8).sum::<usize>();
                self.at = end;
                return Some(Span::new(start as u32, end as u32));
            }
            self.at = start + self.text[start..].chars().next().map_or(1, char::len_utf8);
        }
    }
}

/// The Unicode name of an invisible control.
fn name(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{00AD}' => "soft hyphen",
        '\u{061C}' => "Arabic letter mark",
        '\u{200B}' => "zero width space",
        '\u{200C}' => "zero width non-joiner",
        '\u{200D}' => "zero width joiner",
        '\u{200E}' => "left-to-right mark",
        '\u{200F}' => "right-to-left mark",
        '\u{202A}' => "left-to-right embedding",
        '\u{202B}' => "right-to-left embedding",
        '\u{202C}' => "pop directional formatting",
        '\u{202D}' => "left-to-right override",
        '\u{202E}' => "right-to-left override",
        '\u{2060}' => "word joiner",
        '\u{2061}'..='\u{2065}' => "invisible operator",
        '\u{2066}' => "left-to-right isolate",
        '\u{2067}' => "right-to-left isolate",
        '\u{2068}' => "first strong isolate",
        '\u{2069}' => "pop directional isolate",
        '\u{FEFF}' => "byte order mark",
        _ => return None,
    })
}

/// Whether a run does something: a mark of direction beside white space or a sign does not, nor a joiner between
/// pictures or a byte order mark where the text begins.
fn matters(text: &str, run: Span) -> bool {
    let controls = &text[run.range()];
    let before = text[..run.range().start].chars().next_back();
    let after = text[run.range().end..].chars().next();
    let inside = [before, after].iter().all(|c| c.is_some_and(char::is_alphanumeric));
    controls.chars().any(|control| match control {
        '\u{200E}' | '\u{200F}' | '\u{061C}' => inside,
        '\u{200D}' => [before, after].into_iter().flatten().any(char::is_alphanumeric),
        '\u{FEFF}' => run.start > 0,
        _ => true,
    })
}

/// `U+200B zero width space`; of a long run the first few.
fn message(controls: &str) -> String {
    const SHOWN: usize = 3;
    let named = controls.chars().filter_map(|c| Some(format!("U+{:04X} {}", u32::from(c), name(c)?)));
    let mut shown: Vec<_> = named.collect();
    let rest = shown.len().saturating_sub(SHOWN);
    shown.truncate(SHOWN);
    if rest > 0 {
        shown.push(format!("{rest} more"));
    }
    format!("invisible in the text: {}", shown.join(", "))
}
