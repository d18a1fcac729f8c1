//! Engines: what turns a document into a record.

use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::guard;
use crate::error::Result;
use crate::extract::{self, Anchor, Context};
use crate::lexicon::Lexicon;
use crate::snapshot::{Offsets, Record};
use crate::text::Document;

/// Whatever turns a document into a record.
pub trait Engine: Send + Sync {
    /// Its name, as it stands in the header of snapshots.
    fn name(&self) -> &str;

    /// Its version, likewise.
    fn version(&self) -> &str;

    /// The facts of a document.
    ///
    /// # Errors
    /// A document that the engine could not read.
    fn read<'a>(&self, document: &'a Document<'_>, context: Context) -> Result<Record<'a>>;

    /// Ends whatever it has running besides; called when the program is interrupted.
    fn stop(&self) {}
}

/// The engine that is built in: the readers of [`crate::extract`].
#[derive(Debug, Clone)]
pub struct Builtin {
    lexicon: Arc<Lexicon>,
}

impl Builtin {
    /// The built-in readers with these word lists.
    pub fn new(lexicon: Arc<Lexicon>) -> Self {
        Self { lexicon }
    }
}

impl Engine for Builtin {
    fn name(&self) -> &'static str {
        env!("CARGO_PKG_NAME")
    }

    fn version(&self) -> &'static str {
        env!("CARGO_PKG_VERSION")
    }

    fn read<'a>(&self, document: &'a Document<'_>, context: Context) -> Result<Record<'a>> {
        Ok(Record::of(document, extract::read(document, &self.lexicon, context)))
    }
}

/// An engine and what of its answers is asked for.
#[derive(Clone, Copy)]
pub struct Extraction<'e> {
    /// What finds the facts.
    pub engine: &'e dyn Engine,
    /// The reference date of every document, where one is given.
    pub reference: Option<Anchor>,
    /// The kinds that are kept; none means all.
    pub kinds: &'e [String],
    /// The unit of places.
    pub offsets: Offsets,
}

impl<'e> Extraction<'e> {
    /// All that the engine finds, as it finds it.
    pub fn new(engine: &'e dyn Engine) -> Self {
        Self { engine, reference: None, kinds: &[], offsets: Offsets::Bytes }
    }

    /// The record of a document. A panic in the engine is that document's error, and so is a fact that does not quote
    /// the text.
    ///
    /// # Errors
    /// What the engine could not read, or a promise that it broke.
    pub fn record<'a>(&self, document: &'a Document<'_>, published: Option<Anchor>) -> Result<Record<'a>> {
        let context = Context { reference: self.reference, published };
        let mut record = guard::catch(|| self.engine.read(document, context))?;
        record.verify(&document.text)?;
        if !self.kinds.is_empty() {
            record.retain_kinds(|kind| self.kinds.iter().any(|kept| kept == kind));
        }
        record.count_in(self.offsets, &document.text);
        Ok(record)
    }
}

/// SHA-256 of bytes, in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut hex, byte| {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        hex.extend([byte >> 4, byte & 15].map(|half| char::from(DIGITS[usize::from(half)])));
        hex
    })
}
