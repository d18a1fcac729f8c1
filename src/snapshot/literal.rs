//! The literals of JSON, numbers and strings, straight into a buffer. Knows nothing of facts: every number and every
//! quotation of the output passes here, and is written without a guess at how long it is.

use std::ops::Range;

pub(super) fn write_integer(out: &mut Vec<u8>, number: i128) {
    match u64::try_from(number) {
        Ok(short) => write_short(out, short),
        Err(_) => out.extend_from_slice(number.to_string().as_bytes()),
    }
}

/// The first number of nine digits.
const EIGHT: u64 = 100_000_000;

/// Writes a number of 64 bits, as nearly every one is an offset: up to eight digits at one go.
pub(super) fn write_short(out: &mut Vec<u8>, number: u64) {
    if number >= EIGHT {
        write_short(out, number / EIGHT);
        return out.extend_from_slice(&(digits(number % EIGHT) | ZEROS).to_le_bytes());
    }
    let digits = digits(number);
    // Of zero the last digit stays.
    let before = (digits | 1 << 56).trailing_zeros() / 8;
    let end = out.len() + 8 - before as usize;
    out.extend_from_slice(&((digits | ZEROS) >> (8 * before)).to_le_bytes());
    out.truncate(end);
}

/// Eight digits zero.
const ZEROS: u64 = u64::from_le_bytes(*b"00000000");

/// The eight digits of a number, a byte for each, the first one lowest: halved thrice, all parts at once. The quotients
/// are exact for the numbers that are divided.
fn digits(number: u64) -> u64 {
    let fours = (number / 10_000) | ((number % 10_000) << 32);
    let hundreds = ((fours * 10_486) >> 20) & 0x7F_0000_007F;
    let twos = hundreds | ((fours - 100 * hundreds) << 16);
    let tens = ((twos * 103) >> 10) & 0x000F_000F_000F_000F;
    tens | ((twos - 10 * tens) << 8)
}

/// Writes `text` as a JSON string; only what JSON demands is escaped, Arabic and invisible controls stay themselves.
pub fn write_string(out: &mut Vec<u8>, text: &str) {
    if is_plain(text.as_bytes()) {
        return write_plain(out, text);
    }
    out.push(b'"');
    write_escaped(out, text.as_bytes());
    out.push(b'"');
}

/// Bytes that are copied at one go; most quotations are shorter.
const BLOCK: usize = 64;

/// Writes what stands at `at` in a text as a JSON string. A short one is copied with what stands behind it, and that is
/// cut off: to copy as much as there is, the processor would have to guess how much that is.
pub(super) fn write_part(out: &mut Vec<u8>, text: &str, at: Range<usize>) {
    let quotation = &text[at.clone()];
    let len = quotation.len();
    match text.as_bytes()[at.start..].first_chunk::<BLOCK>() {
        Some(block) if len <= BLOCK && starts_plain(block, len) => {
            out.reserve(BLOCK + 2);
            out.push(b'"');
            let end = out.len() + len;
            out.extend_from_slice(block);
            out.truncate(end);
            out.push(b'"');
        }
        _ => write_string(out, quotation),
    }
}

/// Whether nothing is to be escaped in the first `len` bytes: all are looked at, so that they are looked at together.
fn starts_plain(block: &[u8; BLOCK], len: usize) -> bool {
    let (mut any, mut at) = (0, 0);
    while at < BLOCK {
        let byte = block[at];
        let escaped = u8::from(byte < 0x20) | u8::from(byte == b'"') | u8::from(byte == b'\\');
        any |= escaped & u8::from((at as u8) < len as u8);
        at += 1;
    }
    any == 0
}

/// Writes a word of the contract, or another text in which nothing is to be escaped, as a JSON string.
pub(super) fn write_plain(out: &mut Vec<u8>, text: &str) {
    out.reserve(text.len() + 2);
    out.push(b'"');
    out.extend_from_slice(text.as_bytes());
    out.push(b'"');
}

fn is_escaped(byte: u8) -> bool {
    matches!(byte, 0..=0x1F | b'"' | b'\\')
}

/// Whether nothing is to be escaped, as in nearly every string: eight bytes at a time, the last eight once more.
fn is_plain(bytes: &[u8]) -> bool {
    let Some(last) = bytes.last_chunk() else { return !bytes.iter().any(|byte| is_escaped(*byte)) };
    let (words, _) = bytes.as_chunks();
    !words.iter().chain([last]).any(|word| any_escaped(u64::from_le_bytes(*word)))
}

/// Whether a byte of the word is escaped: the known tests for a byte below a bound, and for a zero where the word and
/// the sign that is looked for are the same.
fn any_escaped(word: u64) -> bool {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let zero = |word: u64| word.wrapping_sub(EACH) & !word;
    let control = word.wrapping_sub(EACH * 0x20) & !word;
    let sign = |sign: u8| zero(word ^ (EACH * u64::from(sign)));
    (control | sign(b'"') | sign(b'\\')) & (EACH * 0x80) != 0
}

fn write_escaped(out: &mut Vec<u8>, bytes: &[u8]) {
    let mut plain = 0;
    for (at, &byte) in bytes.iter().enumerate().filter(|(_, byte)| is_escaped(**byte)) {
        out.extend_from_slice(&bytes[plain..at]);
        plain = at + 1;
        match byte {
            b'"' | b'\\' => out.extend_from_slice(&[b'\\', byte]),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            b'\t' => out.extend_from_slice(b"\\t"),
            _ => {
                const HEX: &[u8; 16] = b"0123456789abcdef";
                let (high, low) = (HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]);
                out.extend_from_slice(&[b'\\', b'u', b'0', b'0', high, low]);
            }
        }
    }
    out.extend_from_slice(&bytes[plain..]);
}

#[cfg(test)]
mod tests {
    use super::{EIGHT, is_escaped, is_plain, write_part, write_short, write_string};

    #[test]
    fn numbers_are_written_with_all_their_digits() {
        let powers = (0..20).map(|power| 10_u64.pow(power));
        let near = powers.flat_map(|power| [power - 1, power, power + 1]);
        for number in near.chain(0..20_000).chain((0..EIGHT).step_by(9_973)).chain([u64::MAX]) {
            let mut out = b"before ".to_vec();
            write_short(&mut out, number);
            assert_eq!(String::from_utf8(out), Ok(format!("before {number}")));
        }
    }

    #[test]
    fn a_part_of_a_text_is_written_as_a_string_of_its_own() {
        let text = "قال \"نعم\" \\ ثم صمت.\n".repeat(8) + &"ا".repeat(90) + "\t";
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        for (index, from) in ends.iter().enumerate() {
            for to in &ends[index..] {
                let (mut out, mut alone) = (b"before ".to_vec(), b"before ".to_vec());
                write_part(&mut out, &text, *from..*to);
                write_string(&mut alone, &text[*from..*to]);
                assert_eq!(out, alone, "{from} to {to}");
            }
        }
    }

    #[test]
    fn what_is_to_be_escaped_is_seen_wherever_it_stands() {
        for byte in 0..=u8::MAX {
            for len in 1..20 {
                for at in 0..len {
                    let mut bytes = vec![0xD8; len];
                    bytes[at] = byte;
                    assert_eq!(is_plain(&bytes), !is_escaped(byte), "{byte} at {at} of {len}");
                }
            }
        }
    }
}
