//! Causes: why a document's facts may not be those that were accepted, as far as the headers of snapshots tell.

use std::fmt;

use crate::snapshot::Header;

/// What is not as it was when a snapshot was accepted, besides its facts.
///
/// ```
/// use tahqiq::harness::Cause;
/// use tahqiq::snapshot::Header;
///
/// let by = |engine: &str| Header::new("tahqiq.toml", &[("engine", engine.to_owned())], "corpus/a.txt");
/// let cause = Cause::between(&by("tahqiq 0.1.0"), &by("tahqiq 0.2.0"));
/// assert_eq!(cause.to_string(), "engine tahqiq 0.1.0 → 0.2.0");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cause {
    /// Whether the document was edited.
    pub document: bool,
    /// The engine's name and version then and now, where they are not the same.
    pub engine: Option<(String, String)>,
    /// The version of the output contract then and now, where it is not the same.
    pub schema: Option<(String, String)>,
}

impl Cause {
    /// What the header of a new snapshot says otherwise than the accepted one. What either does not say is taken as the
    /// same.
    pub fn between(old: &Header, new: &Header) -> Self {
        let other = |key: &str| old.info(key).zip(new.info(key)).filter(|(old, new)| old != new);
        Self { document: other("sha256").is_some(), engine: other("engine"), schema: other("schema") }
    }

    /// The engine's name and its version then and now, where a new version of the same engine is all there is to it.
    pub fn version(&self) -> Option<(&str, &str, &str)> {
        let (old, new) = self.engine.as_ref().filter(|_| !self.document)?;
        let ((name, old), (same, new)) = (old.rsplit_once(' ')?, new.rsplit_once(' ')?);
        (name == same).then_some((name, old, new))
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut said = Vec::new();
        if self.document {
            said.push("document edited".to_owned());
        }
        if let Some((old, new)) = &self.engine {
            let short = new
                .rsplit_once(' ')
                .filter(|(name, _)| old.rsplit_once(' ').is_some_and(|(n, _)| n == *name));
            said.push(format!("engine {old} → {}", short.map_or(new.as_str(), |(_, version)| version)));
        }
        if let Some((old, new)) = &self.schema {
            said.push(format!("schema {old} → {new}"));
        }
        if said.is_empty() {
            said.push("same document and version: rules or words changed".to_owned());
        }
        f.write_str(&said.join(", "))
    }
}
