//! Records as JSON: the one writer of output and snapshots, straight into a buffer.

use std::borrow::Cow;

use super::change::{Change, FieldChange};
use super::field::{Extent, Field, Fields, Reference};
use super::literal::{write_integer, write_short, write_string};
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
