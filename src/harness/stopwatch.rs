//! A stopwatch: an engine that notes how long each document took it.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::engine::Engine;
use crate::error::Result;
use crate::extract::Context;
use crate::snapshot::Record;
use crate::text::Document;

/// An engine that notes how long each document took it.
pub struct Stopwatch<'e> {
    engine: &'e dyn Engine,
    times: Mutex<BTreeMap<String, Duration>>,
}

impl<'e> Stopwatch<'e> {
    /// A stopwatch for that engine.
    pub fn new(engine: &'e dyn Engine) -> Self {
        Self { engine, times: Mutex::default() }
    }

    /// How long each document took, by name.
    pub fn times(self) -> BTreeMap<String, Duration> {
        self.times.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Engine for Stopwatch<'_> {
    fn name(&self) -> &str {
        self.engine.name()
    }

    fn version(&self) -> &str {
        self.engine.version()
    }

    fn read<'a>(&self, document: &'a Document<'_>, context: Context) -> Result<Record<'a>> {
        let start = Instant::now();
        let record = self.engine.read(document, context);
        let took = start.elapsed();
        self.times.lock().unwrap_or_else(PoisonError::into_inner).insert(document.id.to_string(), took);
        record
    }
}
