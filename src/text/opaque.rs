//! Links, handles, hashtags, file names and names with digits: tokens that are read as a whole or not at all.

/// Endings of file names as they leak into articles.
const FILE_ENDINGS: [&str; 14] = [
    ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".mp4", ".mp3", ".pdf", ".html", ".htm", ".php",
    ".docx", ".xlsx",
];

/// Letters that follow digits as a unit and leave them a number: 10km.
const UNITS: [&str; 12] = ["km", "kg", "mm", "cm", "m", "g", "mg", "kwh", "mw", "gb", "mb", "am"];

/// The end of the run of visible ASCII that starts at `start`.
pub(super) fn run_end(bytes: &[u8], start: usize) -> usize {
    bytes[start..].iter().position(|b| !b.is_ascii_graphic()).map_or(bytes.len(), |n| start + n)
}

/// The end of the handle or hashtag that starts at `start` with its sign; `None` where no name follows it.
pub(super) fn tag_end(text: &str, start: usize) -> Option<usize> {
    let name = &text[start + 1..];
    let len = name
        .find(|c: char| {
            !(c.is_alphanumeric() || c == '_' || ('\u{64B}'..='\u{65F}').contains(&c) || c == '\u{200C}')
        })
        .unwrap_or(name.len());
    name[..len].contains(char::is_alphabetic).then_some(start + 1 + len)
}

/// The end of the opaque token that starts at `start` within a run of ASCII up to `end`, if one does.
pub(super) fn opaque_end(text: &str, start: usize, end: usize) -> Option<usize> {
    let run = &text[start..end];
    let segment = run.split(['"', '\'', '(', ')', '[', ']', '<', '>', ',', ';', '|']).next().unwrap_or(run);
    let word = segment.trim_end_matches(['.', ':', '!', '?', '-', '_', '/', '%', '*', '+', '&', '=']);
    let is_opaque = is_link(word) || is_file(word) || is_mail(word) || is_domain(word);
    if is_opaque {
        return Some(start + word.len());
    }
    let name = word.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or(word);
    is_name_with_digits(name).then_some(start + name.len())
}

fn is_link(word: &str) -> bool {
    word.contains("://") || word.starts_with("www.")
}

fn is_mail(word: &str) -> bool {
    word.contains('@') && word.contains(|c: char| c.is_ascii_alphabetic())
}

fn is_file(word: &str) -> bool {
    let tail = word.len().saturating_sub(5);
    let Some(tail) = word.get(tail..) else { return false };
    let tail = tail.to_ascii_lowercase();
    FILE_ENDINGS.iter().any(|ending| tail.ends_with(ending))
}

/// A host name, with or without a path: two or more letters on either side of its last dot.
fn is_domain(word: &str) -> bool {
    let host = word.split('/').next().unwrap_or(word);
    let Some((label, top)) = host.rsplit_once('.') else { return false };
    let letters = |s: &str| s.len() >= 2 && s.bytes().all(|b| b.is_ascii_alphabetic());
    letters(top) && label.len() >= 2 && label.bytes().any(|b| b.is_ascii_alphabetic())
}

/// Letters and digits without anything between them: a name (SY24, 5G), unless the digits come first and a unit
/// follows.
fn is_name_with_digits(name: &str) -> bool {
    let digits = name.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &name[digits..];
    if rest.is_empty() || !name.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    digits == 0 || !UNITS.iter().any(|unit| rest.eq_ignore_ascii_case(unit))
}
