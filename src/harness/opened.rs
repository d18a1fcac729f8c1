//! Documents at hand: bytes that were read, and what is known of them besides.

use super::hash::sha256;
use crate::engine::Extraction;
use crate::error::Result;
use crate::extract::Anchor;
use crate::snapshot::Record;
use crate::text::{Document, Encoding};

/// A document's bytes and what its sidecar or its line says.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The document's name.
    pub id: String,
    /// Its bytes, as they stand in the file.
    pub bytes: Vec<u8>,
    /// The encoding that was asked for.
    pub encoding: Option<Encoding>,
    /// The publication date that the sidecar states.
    pub published: Option<Anchor>,
    /// Who published it, as the sidecar or the line states it.
    pub outlet: Option<String>,
}

impl Opened {
    /// The document, decoded.
    ///
    /// # Errors
    /// Bytes that are not text in that encoding.
    pub fn document(&self) -> Result<Document<'_>> {
        Document::from_bytes(self.id.as_str(), &self.bytes, self.encoding)
    }

    /// SHA-256 of its bytes, in hexadecimal.
    pub fn sha256(&self) -> String {
        sha256(&self.bytes)
    }

    /// The record of the document, its hash included.
    ///
    /// # Errors
    /// What the engine could not read, or a promise that it broke.
    pub fn record<'a>(&self, document: &'a Document<'_>, extraction: Extraction<'_>) -> Result<Record<'a>> {
        let mut record = extraction.record(document, self.published)?;
        record.sha256 = Some(self.sha256());
        Ok(record)
    }
}
