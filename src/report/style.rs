//! Colours.

use anstyle::{AnsiColor, Style};

use crate::snapshot::Nature;

/// The colours of a report.
#[derive(Debug, Clone, Copy)]
pub struct Styles {
    /// Names of documents and totals.
    pub strong: Style,
    /// What is there for who looks for it.
    pub faint: Style,
    /// What came.
    pub added: Style,
    /// What went, and what is wrong.
    pub removed: Style,
    /// What is otherwise.
    pub changed: Style,
    /// The quotation in its sentence.
    pub mark: Style,
}

/// The colours of every report: those of the terminal's own palette, so that they suit dark and light ones.
pub const STYLES: Styles = Styles {
    strong: Style::new().bold(),
    faint: Style::new().dimmed(),
    added: AnsiColor::Green.on_default(),
    removed: AnsiColor::Red.on_default(),
    changed: AnsiColor::Yellow.on_default(),
    mark: Style::new().bold(),
};

/// No colours.
pub(super) const PLAIN: Styles = {
    let none = Style::new();
    Styles { strong: none, faint: none, added: none, removed: none, changed: none, mark: none }
};

impl Styles {
    /// The colour and the sign of a change.
    pub(super) fn nature(&self, nature: Nature) -> (Style, char) {
        match nature {
            Nature::Added => (self.added, '+'),
            Nature::Removed => (self.removed, '-'),
            Nature::Changed | Nature::Grown | Nature::Shrunk | Nature::Shifted => (self.changed, '~'),
        }
    }
}
