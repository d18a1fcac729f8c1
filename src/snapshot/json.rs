//! Records as JSON: the one writer of output and snapshots, straight into a buffer.

use std::borrow::Cow;
use std::ops::Range;

use super::change::{Change, FieldChange};
use super::field::{Extent, Field, Fields, Reference};
use super::record::{Item, Record, SCHEMA};
use crate::span::Span;

/// How a reference to another fact is written.
#[derive(Clone, Copy)]
pub(super) enum Pointing<'r, 'a> {
    /// By its index in these facts, or null where it is not among them.
    Index(&'r Record<'a>),
    /// By kind and span.
    Name,
}

impl Record<'_> {
    /// The record as one line of JSON, without a line end.
    ///
    /// # Panics
    /// Never: what is written is made of strings.
    pub fn to_json(&self) -> String {
        let mut out = Vec::with_capacity(256 + 256 * self.facts.len());
        self.write_json(&mut out);
        String::from_utf8(out).expect("what is written is made of strings")
    }

    /// Writes the record as one line of JSON, without a line end.
    pub fn write_json(&self, out: &mut Vec<u8>) {
        self.write_document(out);
        out.extend_from_slice(b",\"facts\":[");
        for (index, item) in self.facts.iter().enumerate() {
            if index > 0 {
                out.push(b',');
            }
            write_item(out, item, Pointing::Index(self));
        }
        out.extend_from_slice(b"]}");
    }

    /// Writes the record as JSON for people too: a line for the document and one for each fact, without a line end.
    pub fn write_json_lines(&self, out: &mut Vec<u8>) {
        self.write_document(out);
        out.extend_from_slice(b",\n \"facts\":[");
        for (index, item) in self.facts.iter().enumerate() {
            out.extend_from_slice(if index > 0 { b",\n  " } else { b"\n  " });
            write_item(out, item, Pointing::Index(self));
        }
        out.extend_from_slice(b"]}");
    }

    pub(super) fn write_document(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"{\"schema\":");
        write_integer(out, i128::from(SCHEMA));
        out.extend_from_slice(b",\"id\":");
        write_string(out, &self.id);
        out.extend_from_slice(b",\"encoding\":");
        write_string(out, &self.encoding);
        if let Some(bytes) = self.bytes {
            out.extend_from_slice(b",\"bytes\":");
            write_integer(out, bytes as i128);
        }
        if let Some(sha256) = &self.sha256 {
            out.extend_from_slice(b",\"sha256\":");
            write_string(out, sha256);
        }
        out.push(b',');
        self.write_context(out);
    }

    /// Headline, publication and reference date: what the facts depend on besides the text.
    pub(super) fn write_context(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"\"headline\":");
        match &self.headline {
            Some((span, text)) => write_quotation(out, *span, text),
            None => out.extend_from_slice(b"null"),
        }
        out.extend_from_slice(b",\"published\":");
        match &self.published {
            Some(published) => write_published(out, &published.value, published.quotation.as_ref()),
            None => out.extend_from_slice(b"null"),
        }
        out.extend_from_slice(b",\"reference\":");
        match &self.reference {
            Some(reference) => {
                out.extend_from_slice(b"{\"date\":");
                write_string(out, &reference.date);
                out.extend_from_slice(b",\"basis\":");
                write_string(out, &reference.basis);
                write_clues(out, &reference.clues);
                out.push(b'}');
            }
            None => out.extend_from_slice(b"null"),
        }
    }
}

impl Item<'_> {
    /// The fact as a JSON object, as it stands on its line of a snapshot.
    ///
    /// # Panics
    /// Never: what is written is made of strings.
    pub fn to_json(&self) -> String {
        let mut out = Vec::with_capacity(256);
        write_item(&mut out, self, Pointing::Name);
        String::from_utf8(out).expect("what is written is made of strings")
    }
}

impl Field<'_> {
    /// The value as JSON, as it stands in a snapshot.
    ///
    /// # Panics
    /// Never: what is written is made of strings.
    pub fn to_json(&self) -> String {
        let mut out = Vec::new();
        write_field(&mut out, self, Pointing::Name);
        String::from_utf8(out).expect("what is written is made of strings")
    }
}

fn write_quotation(out: &mut Vec<u8>, span: Span, text: &str) {
    out.push(b'{');
    write_span(out, span);
    out.extend_from_slice(b",\"text\":");
    write_string(out, text);
    out.push(b'}');
}

/// The places that told an inferred day; nothing where there are none.
fn write_clues(out: &mut Vec<u8>, clues: &[(Span, Cow<'_, str>)]) {
    for (index, (span, text)) in clues.iter().enumerate() {
        out.extend_from_slice(if index > 0 { b"," } else { b",\"clues\":[" });
        write_quotation(out, *span, text);
    }
    if !clues.is_empty() {
        out.push(b']');
    }
}

fn write_published(out: &mut Vec<u8>, value: &str, quotation: Option<&(Span, Cow<'_, str>)>) {
    out.extend_from_slice(b"{\"value\":");
    write_string(out, value);
    match quotation {
        Some((span, text)) => {
            out.push(b',');
            write_span(out, *span);
            out.extend_from_slice(b",\"text\":");
            write_string(out, text);
        }
        None => out.extend_from_slice(b",\"start\":null,\"end\":null,\"text\":null"),
    }
    out.push(b'}');
}

/// Writes a fact; its text comes last, so that what stands right to left does not reorder the rest of the line.
pub(super) fn write_item(out: &mut Vec<u8>, item: &Item<'_>, pointing: Pointing<'_, '_>) {
    out.extend_from_slice(b"{\"kind\":");
    write_string(out, &item.kind);
    out.push(b',');
    write_span(out, item.span);
    out.extend_from_slice(b",\"rule\":");
    write_string(out, &item.rule);
    write_fields(out, &item.fields, pointing);
    out.extend_from_slice(b",\"text\":");
    write_string(out, &item.text);
    out.push(b'}');
}

pub(super) fn write_span(out: &mut Vec<u8>, span: Span) {
    out.extend_from_slice(b"\"start\":");
    write_short(out, u64::from(span.start));
    out.extend_from_slice(b",\"end\":");
    write_short(out, u64::from(span.end));
}

fn write_fields(out: &mut Vec<u8>, fields: &Fields<'_>, pointing: Pointing<'_, '_>) {
    for (name, field) in fields {
        out.push(b',');
        write_string(out, name);
        out.push(b':');
        write_field(out, field, pointing);
    }
}

pub(super) fn write_field(out: &mut Vec<u8>, field: &Field<'_>, pointing: Pointing<'_, '_>) {
    match field {
        Field::Null => out.extend_from_slice(b"null"),
        Field::Bool(true) => out.extend_from_slice(b"true"),
        Field::Bool(false) => out.extend_from_slice(b"false"),
        Field::Integer(number) => write_integer(out, *number),
        Field::Decimal(digits) => out.extend_from_slice(digits.as_bytes()),
        Field::Text(text) => write_string(out, text),
        Field::List(values) => write_list(out, values, pointing),
        Field::Extent(extent) => write_extent(out, extent, pointing),
        Field::Reference(to) => write_reference(out, to, pointing),
        Field::Object(fields) => write_object(out, fields, pointing),
    }
}

fn write_list(out: &mut Vec<u8>, values: &[Field<'_>], pointing: Pointing<'_, '_>) {
    out.push(b'[');
    for (index, value) in values.iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        write_field(out, value, pointing);
    }
    out.push(b']');
}

fn write_extent(out: &mut Vec<u8>, extent: &Extent<'_>, pointing: Pointing<'_, '_>) {
    out.push(b'{');
    write_span(out, extent.span);
    write_fields(out, &extent.more, pointing);
    if let Some(text) = &extent.text {
        out.extend_from_slice(b",\"text\":");
        write_string(out, text);
    }
    out.push(b'}');
}

fn write_reference(out: &mut Vec<u8>, to: &Reference<'_>, pointing: Pointing<'_, '_>) {
    match pointing {
        Pointing::Name => {
            out.extend_from_slice(b"{\"kind\":");
            write_string(out, &to.kind);
            out.push(b',');
            write_span(out, to.span);
            out.push(b'}');
        }
        Pointing::Index(record) => match record.index_of(&to.kind, to.span) {
            Some(index) => write_integer(out, index as i128),
            None => out.extend_from_slice(b"null"),
        },
    }
}

fn write_object(out: &mut Vec<u8>, fields: &Fields<'_>, pointing: Pointing<'_, '_>) {
    out.push(b'{');
    for (index, (name, field)) in fields.iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        write_string(out, name);
        out.push(b':');
        write_field(out, field, pointing);
    }
    out.push(b'}');
}

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

impl Change {
    /// Writes the change as JSON: what became of the fact, the fact before and after (null where there is none), and
    /// the fields that say something else. Facts point to others by kind and span.
    pub fn write_json(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"{\"nature\":");
        write_string(out, self.nature.name());
        for (name, item) in [("old", &self.old), ("new", &self.new)] {
            out.push(b',');
            write_string(out, name);
            out.push(b':');
            match item {
                Some(item) => write_item(out, item, Pointing::Name),
                None => out.extend_from_slice(b"null"),
            }
        }
        out.extend_from_slice(b",\"fields\":");
        write_field_changes(out, &self.fields);
        out.push(b'}');
    }
}

/// Writes fields that say something else: `[{"name","old","new"}]`.
fn write_field_changes(out: &mut Vec<u8>, fields: &[FieldChange]) {
    out.push(b'[');
    for (index, field) in fields.iter().enumerate() {
        out.extend_from_slice(if index > 0 { b",{\"name\":" } else { b"{\"name\":" });
        write_string(out, &field.name);
        out.extend_from_slice(b",\"old\":");
        write_field(out, &field.old, Pointing::Name);
        out.extend_from_slice(b",\"new\":");
        write_field(out, &field.new, Pointing::Name);
        out.push(b'}');
    }
    out.push(b']');
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
