//! The engine that a command is: what is written to it, and what its answer comes to.

use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use serde::Deserialize;

use super::log::Log;
use super::pool::{Lease, Pool};
use super::process::{Launch, Silence};
use super::settings::CommandSettings;
use crate::engine::Engine;
use crate::error::{Error, Result, Trouble};
use crate::extract::Context;
use crate::snapshot::{Answer, Misfit, Offsets, Published, Record, write_string};
use crate::text::Document;

/// What to do about an engine that fails on a document.
const MEND: &str = "mend it for this document";
/// About one that ends too early.
const TO_THE_END: &str = "it answers line by line until its input ends";
/// About one that is late.
const IN_TIME: &str =
    "flush standard output after each line, or raise `timeout` under [engine] in tahqiq.toml";
/// About one that says something else than asked.
const IN_TURN: &str =
    r#"each line is answered by one, {"id","facts"}, in order; all else goes to standard error"#;
/// About one whose facts have another shape.
const FACT: &str = r#"a fact is {"kind","start","end"}, with "text" and what else is said of it"#;

/// A program that answers a line with a line.
#[derive(Debug)]
pub(crate) struct CommandEngine {
    pool: Pool,
    timeout: Duration,
    offsets: Offsets,
    /// What it is called where neither the configuration nor itself says otherwise.
    called: String,
    name: OnceLock<String>,
    version: OnceLock<String>,
}

/// What an engine may say of itself before its first answer: `{"engine":{"name":"…","version":"…"}}`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Greeting {
    engine: Introduction,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Introduction {
    name: Option<String>,
    version: Option<String>,
}

impl CommandEngine {
    /// Starts the engine in `folder`; what it says on its standard error goes to `log` too.
    ///
    /// # Errors
    /// A command that cannot be started, or settings that are wrong.
    pub(crate) fn start(settings: &CommandSettings, folder: &Path, log: Option<Log>) -> Result<Self> {
        let folder = std::path::absolute(if folder.as_os_str().is_empty() { Path::new(".") } else { folder })
            .map_err(|error| Error::disk(folder, &error))?;
        let launch = Launch {
            program: settings.program(&folder),
            arguments: settings.command.iter().skip(1).cloned().collect(),
            folder: folder.clone(),
        };
        let stated = |value: &Option<String>| value.clone().map_or_else(OnceLock::new, OnceLock::from);
        Ok(Self {
            offsets: settings.offsets()?,
            timeout: settings.timeout(),
            called: settings.called(&folder),
            name: stated(&settings.name),
            version: stated(&settings.version),
            pool: Pool::start(launch, settings.processes, log.map(Arc::new))?,
        })
    }

    /// The next line of the process that is no greeting.
    fn hear(&self, process: &mut Lease<'_>) -> std::result::Result<Vec<u8>, Silence> {
        let deadline = Instant::now() + self.timeout;
        let line = process.next(deadline)?;
        if process.is_new
            && let Ok(Greeting { engine }) = serde_json::from_slice(&line)
        {
            let _ = engine.name.map(|name| self.name.set(name));
            let _ = engine.version.map(|version| self.version.set(version));
            return process.next(deadline);
        }
        Ok(line)
    }

    /// What a silence comes to, and what to do about it.
    fn silence(&self, silence: &Silence) -> (String, &'static str) {
        match silence {
            Silence::Ended(Some(status)) if status.success() => {
                (format!("ended without an answer ({status})"), TO_THE_END)
            }
            Silence::Ended(Some(status)) => (format!("ended without an answer ({status})"), MEND),
            Silence::Ended(None) => ("closed its output without an answer".to_owned(), TO_THE_END),
            Silence::Late => (format!("gave no answer within {} s", self.timeout.as_secs()), IN_TIME),
            Silence::Endless => ("wrote a line without an end".to_owned(), IN_TURN),
        }
    }

    /// The error of a document after which the process is not to be trusted.
    fn failed(&self, process: Lease<'_>, what: &str, advice: &str) -> Error {
        let error = self.broken(what, advice, &process);
        process.fail(&error);
        error
    }

    /// The error of a document after which the process goes on.
    fn wrong(&self, process: Lease<'_>, what: &str, advice: &str) -> Error {
        let error = self.broken(what, advice, &process);
        process.answered();
        error
    }

    /// An error that says what the engine did, and what it said about it.
    fn broken(&self, what: &str, advice: &str, process: &Lease<'_>) -> Error {
        let said = process.said.last();
        let saying = if said.is_empty() { String::new() } else { format!(", saying: {said}") };
        let more = self.pool.log().filter(|_| !said.is_empty());
        let more = more.map_or_else(String::new, |log| format!(" (all it said: {})", log.path().display()));
        Error::new(Trouble::Invariant, format!("{} {what}{saying}", self.name()))
            .advise(format!("{advice}{more}"))
    }

    fn answer(
        &self,
        line: &[u8],
        document: &Document<'_>,
        known: Record<'static>,
    ) -> std::result::Result<Answer, Misfit> {
        let line = simdutf8::basic::from_utf8(line)
            .map_err(|_| Misfit::Line("answered what is not UTF-8".to_owned()))?;
        known.answered(line, &document.text, self.offsets)
    }
}

/// What spans are taken as: the first thing to look at where they do not hold.
fn unit(offsets: Offsets) -> &'static str {
    match offsets {
        Offsets::Bytes => {
            "spans are taken as bytes of UTF-8; Python counts characters: offsets = \"chars\" under [engine]"
        }
        Offsets::Chars => "spans are taken as code points, as `offsets` under [engine] says",
        Offsets::Utf16 => "spans are taken as UTF-16 units, as `offsets` under [engine] says",
    }
}

impl Engine for CommandEngine {
    fn name(&self) -> &str {
        self.name.get().unwrap_or(&self.called)
    }

    fn version(&self) -> &str {
        self.version.get().map_or("", String::as_str)
    }

    fn read<'a>(&self, document: &'a Document<'_>, context: Context) -> Result<Record<'a>> {
        let mut process = self.pool.lease()?;
        process.send(request(document, &context));
        let line = match self.hear(&mut process) {
            Ok(line) => line,
            Err(silence) => {
                let (what, advice) = self.silence(&silence);
                return Err(self.failed(process, &what, advice));
            }
        };
        match self.answer(&line, document, known(document, &context)) {
            Ok(Answer::Record(record)) => {
                process.answered();
                Ok(*record)
            }
            Ok(Answer::Error(said)) => Err(self.wrong(process, &format!("could not read it: {said}"), MEND)),
            Err(Misfit::Shape(what)) => Err(self.wrong(process, &what, FACT)),
            Err(Misfit::Places(what)) => Err(self.wrong(process, &what, unit(self.offsets))),
            Err(Misfit::Line(what)) => Err(self.failed(process, &what, IN_TURN)),
        }
    }

    fn stop(&self) {
        self.pool.stop();
    }
}

/// `{"id","text","published"?,"reference"?}` and a line feed.
fn request(document: &Document<'_>, context: &Context) -> Vec<u8> {
    let mut line = Vec::with_capacity(document.text.len() + 128);
    let mut field = |before: &str, value: &str| {
        line.extend_from_slice(before.as_bytes());
        write_string(&mut line, value);
    };
    field("{\"id\":", &document.id);
    field(",\"text\":", &document.text);
    if let Some(published) = context.published {
        field(",\"published\":", &published.to_string());
    }
    if let Some(reference) = context.reference {
        field(",\"reference\":", &reference.to_string());
    }
    line.extend_from_slice(b"}\n");
    line
}

/// The record of a document as far as it is known without its engine.
fn known(document: &Document<'_>, context: &Context) -> Record<'static> {
    Record {
        id: document.id.to_string().into(),
        encoding: document.encoding.name().into(),
        bytes: Some(document.bytes),
        published: context.published.map(|at| Published { value: at.to_string().into(), quotation: None }),
        ..Record::default()
    }
}
