//! Quotations: what stands between marks, whichever marks a newsroom uses and however it closes them.

use super::token::{Kind, Token};
use crate::span::Span;

/// A stretch between quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotation {
    /// What is quoted, without its marks.
    pub span: Span,
    /// Whether a closing mark was found before the line ended.
    pub closed: bool,
}

/// Depth of quotations within quotations that is followed; a mark beyond it is passed over.
const DEPTH: usize = 4;

/// The quotations of the tokens of `text`, in the order of their first words. Marks of one family (curly, straight,
/// guillemets) close one another in any direction, since “a“, ”a“ and »a« are all printed; which of two equal marks
/// opens is told by the white space around it. A mark of another family closes where it can only close ("a“). No
/// quotation runs past its line.
pub fn quotations(text: &str, tokens: &[Token]) -> Vec<Quotation> {
    let breaks: Vec<u32> =
        (0..).zip(tokens).filter(|(_, t)| t.is_any_sign() || t.starts_line()).map(|(at, _)| at).collect();
    quotations_into(text, tokens, &breaks, Vec::new())
}

/// The same in the room of `found`, where it is known which tokens are signs or begin lines.
pub(crate) fn quotations_into(
    text: &str,
    tokens: &[Token],
    breaks: &[u32],
    mut found: Vec<Quotation>,
) -> Vec<Quotation> {
    let mut open: Vec<(Family, u32)> = Vec::new();
    for at in breaks.iter().map(|at| *at as usize) {
        let token = &tokens[at];
        if token.starts_line() {
            end_line(text, token.span.start, &mut open, &mut found);
        }
        if !token.is_any_sign() {
            continue;
        }
        let Some(family) = sign_family(*token) else { continue };
        match open.iter().rposition(|(f, _)| *f == family) {
            Some(level) if !opens_again(tokens, at, family) => {
                let start = open[level].1;
                open.truncate(level);
                found.push(Quotation { span: Span::new(start, token.span.start), closed: true });
            }
            _ if closes(tokens, at) && !open.is_empty() => {
                if let Some((_, start)) = open.pop() {
                    found.push(Quotation { span: Span::new(start, token.span.start), closed: true });
                }
            }
            _ if open.len() < DEPTH => open.push((family, token.span.end)),
            _ => {}
        }
    }
    end_line(text, text.len() as u32, &mut open, &mut found);
    found.sort_by_key(|q| (q.span.start, std::cmp::Reverse(q.span.end)));
    found
}

/// Tokens of the lines below in which a quotation that its line leaves open may be closed.
const CARRIED: usize = 400;

/// The whole of a quotation that its line leaves open and a line below closes. A line that opens it anew, as each
/// paragraph of a long quotation does, goes on with it; none where a mark opens another first, or nothing closes it.
///
/// ```
/// use tahqiq::lexicon::Lexicon;
/// use tahqiq::text::{carried_on, quotations, tokenize};
///
/// let text = "قال: «لن نغادر.\nهذه أرضنا».";
/// let tokens = tokenize(text, &*Lexicon::builtin());
/// let open = quotations(text, &tokens)[0];
/// assert_eq!(&text[carried_on(&tokens, open).unwrap().range()], "لن نغادر.\nهذه أرضنا");
/// ```
pub fn carried_on(tokens: &[Token], open: Quotation) -> Option<Span> {
    let mark = tokens.partition_point(|token| token.span.end < open.span.start);
    let family = tokens.get(mark).and_then(|token| sign_family(*token)).filter(|_| !open.closed)?;
    let below = tokens.partition_point(|token| token.span.start < open.span.end);
    for (at, token) in tokens.iter().enumerate().skip(below).take(CARRIED) {
        if sign_family(*token) != Some(family) || token.starts_line() {
            continue;
        }
        return (!token.after_space() || closes(tokens, at))
            .then(|| Span::new(open.span.start, token.span.start));
    }
    None
}

fn sign_family(token: Token) -> Option<Family> {
    let Kind::Sign(sign) = token.kind() else { return None };
    Family::of(sign)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    Straight,
    Curly,
    Guillemet,
}

impl Family {
    fn of(sign: char) -> Option<Self> {
        match sign {
            '"' | '＂' => Some(Self::Straight),
            '“' | '”' | '„' | '‟' => Some(Self::Curly),
            '«' | '»' | '‹' | '›' => Some(Self::Guillemet),
            _ => None,
        }
    }
}

/// Within an open quotation of the same family: white space before the mark and none after it opens another.
fn opens_again(tokens: &[Token], at: usize, family: Family) -> bool {
    let next = tokens.get(at + 1);
    family == Family::Straight
        && tokens[at].after_space()
        && next.is_some_and(|n| !n.after_space() && (n.is_word() || n.is_digits()))
}

/// A mark of another family than the open one closes it where it can only close: stuck to what is before it, and to
/// nothing after it.
fn closes(tokens: &[Token], at: usize) -> bool {
    let stuck = !tokens[at].after_space() && !tokens[at].starts_line();
    let next = tokens.get(at + 1);
    stuck && next.is_none_or(|n| n.after_space() || n.starts_line() || matches!(n.kind(), Kind::Sign(_)))
}

fn end_line(text: &str, end: u32, open: &mut Vec<(Family, u32)>, found: &mut Vec<Quotation>) {
    for (_, start) in open.drain(..) {
        let len = text[start as usize..end as usize].trim_end().len() as u32;
        found.push(Quotation { span: Span::new(start, start + len), closed: false });
    }
}
