//! Engines: what turns a document into a record, the built-in readers or any program that answers lines of JSON.
//!
//! Knows one document at a time: what an engine is asked, that its answer quotes the text, and that a panic or a silence
//! is the error of that document alone. Does not know the corpus, nor which engine a project names: the harness and
//! whatever reads single documents call it, through [`Extraction`].

mod command;
mod guard;

use std::sync::Arc;

use crate::error::Result;
use crate::extract::{self, Anchor, Context};
use crate::lexicon::Lexicon;
use crate::snapshot::{Offsets, Record, write_reading};
use crate::text::Document;

pub use command::CommandSettings;
pub(crate) use command::{CommandEngine, Log};
pub(crate) use guard::catch;
pub use guard::quiet_panics;

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

    /// Writes the record of a document as one line of JSON, without a line end.
    ///
    /// # Errors
    /// A document that the engine could not read, or an answer that does not quote it.
    fn write(&self, document: &Document<'_>, context: Context, out: &mut Vec<u8>) -> Result<()> {
        let record = self.read(document, context)?;
        record.verify(&document.text)?;
        record.write_json(out);
        Ok(())
    }

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

    fn write(&self, document: &Document<'_>, context: Context, out: &mut Vec<u8>) -> Result<()> {
        write_reading(document, extract::read(document, &self.lexicon, context), out)
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

    /// Writes the record of a document as one line of JSON, without a line end: the same as of [`Self::record`], and
    /// faster where all of it is asked for.
    ///
    /// # Errors
    /// As [`Self::record`].
    pub fn write(&self, document: &Document<'_>, published: Option<Anchor>, out: &mut Vec<u8>) -> Result<()> {
        if !self.kinds.is_empty() || self.offsets != Offsets::Bytes {
            self.record(document, published)?.write_json(out);
            return Ok(());
        }
        let context = Context { reference: self.reference, published };
        catch(|| self.engine.write(document, context, out))
    }

    /// The record of a document. A panic in the engine is that document's error, and so is a fact that does not quote
    /// the text.
    ///
    /// # Errors
    /// What the engine could not read, or a promise that it broke.
    pub fn record<'a>(&self, document: &'a Document<'_>, published: Option<Anchor>) -> Result<Record<'a>> {
        let context = Context { reference: self.reference, published };
        let mut record = catch(|| self.engine.read(document, context))?;
        record.verify(&document.text)?;
        if !self.kinds.is_empty() {
            record.retain_kinds(|kind| self.kinds.iter().any(|kept| kept == kind));
        }
        record.count_in(self.offsets, &document.text);
        Ok(record)
    }
}
