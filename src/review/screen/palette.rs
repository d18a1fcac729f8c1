//! Colours of the screen: those of the terminal's own palette, or none.

use ratatui::style::{Color, Modifier, Style};

use crate::snapshot::Nature;

/// The colours of the screen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Palette {
    has_colours: bool,
}

impl Palette {
    pub(super) fn new(has_colours: bool) -> Self {
        Self { has_colours }
    }

    fn colour(self, colour: Color) -> Style {
        if self.has_colours { Style::new().fg(colour) } else { Style::new() }
    }

    /// What is right, or came.
    pub(super) fn added(self) -> Style {
        self.colour(Color::Green)
    }

    /// What is wrong, or went.
    pub(super) fn removed(self) -> Style {
        self.colour(Color::Red)
    }

    /// What is otherwise.
    pub(super) fn changed(self) -> Style {
        self.colour(Color::Yellow)
    }

    pub(super) fn nature(self, nature: Nature) -> Style {
        match nature {
            Nature::Added => self.added(),
            Nature::Removed => self.removed(),
            Nature::Changed | Nature::Grown | Nature::Shrunk | Nature::Shifted => self.changed(),
        }
    }

    /// Names and totals.
    pub(super) fn strong() -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// What is there for who looks for it.
    pub(super) fn faint() -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    /// A line to be filled in.
    pub(super) fn line() -> Style {
        Style::new().add_modifier(Modifier::UNDERLINED)
    }

    /// Where the reader is.
    pub(super) fn here() -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }
}
