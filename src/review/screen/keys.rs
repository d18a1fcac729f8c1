//! Keys, and what they do: one table for the keyboard, the foot and the help.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::docket::Ruling;
use crate::review::Reach;

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Action {
    Next,
    Previous,
    NextEntry,
    PreviousEntry,
    First,
    Last,
    Rule(Reach, Ruling),
    Skip,
    Undo,
    Wrong,
    Missing,
    Verify,
    Kind,
    Name,
    Lines,
    Facts,
    Help,
    Down,
    Up,
    Back,
    Quit,
    Redraw,
}

use Action::{
    Back, Down, Facts, First, Help, Kind, Last, Lines, Missing, Name, Next, NextEntry, Previous,
    PreviousEntry, Quit, Redraw, Rule, Skip, Undo, Up, Verify, Wrong,
};
use Reach::{Change, Cluster, Document};
use Ruling::{Accept, Reject};

/// A key by what it is, an action, the key as it is named, and what it does in words; without words where another key
/// says it already.
type Row = (KeyCode, Action, &'static str, &'static str);

const KEYS: &[Row] = &[
    (KeyCode::Char('a'), Rule(Change, Accept), "a", "accept the change"),
    (KeyCode::Char('r'), Rule(Change, Reject), "r", "reject it: it comes back with the next check"),
    (KeyCode::Char('s'), Skip, "s", "skip it: go to the next that waits"),
    (KeyCode::Char('A'), Rule(Document, Accept), "A R", "accept, reject the document"),
    (KeyCode::Char('R'), Rule(Document, Reject), "", ""),
    (
        KeyCode::Char('c'),
        Rule(Cluster, Accept),
        "c C",
        "accept, reject the cluster: like changes in all documents",
    ),
    (KeyCode::Char('C'), Rule(Cluster, Reject), "", ""),
    (KeyCode::Char('u'), Undo, "u", "undo the last ruling, and the one before"),
    (KeyCode::Char('j'), Next, "j k ↓ ↑", "next, previous change"),
    (KeyCode::Char('k'), Previous, "", ""),
    (KeyCode::Down, Next, "", ""),
    (KeyCode::Up, Previous, "", ""),
    (KeyCode::Char('n'), NextEntry, "n p", "next, previous cluster or document"),
    (KeyCode::Char('p'), PreviousEntry, "", ""),
    (KeyCode::Char('g'), First, "g G", "first, last change of all"),
    (KeyCode::Char('G'), Last, "", ""),
    (KeyCode::Home, First, "", ""),
    (KeyCode::End, Last, "", ""),
    (KeyCode::Char('w'), Wrong, "w", "mark the fact wrong: a row of the known errors"),
    (KeyCode::Char('m'), Missing, "m", "add a fact that is missing, likewise"),
    (KeyCode::Char('v'), Verify, "v", "mark the document verified, once nothing of it waits"),
    (KeyCode::Char('f'), Kind, "f", "filter by kind: the next one, then all"),
    (KeyCode::Char('/'), Name, "/", "filter by the document's name"),
    (KeyCode::Char('l'), Lines, "l", "the difference of the snapshots, line by line"),
    (KeyCode::Char('F'), Facts, "F", "all facts of the document as they are now"),
    (KeyCode::PageDown, Down, "PgDn PgUp", "scroll what does not fit"),
    (KeyCode::Char(' '), Down, "", ""),
    (KeyCode::PageUp, Up, "", ""),
    (KeyCode::Char('?'), Help, "?", "these keys"),
    (KeyCode::Esc, Back, "Esc", "back"),
    (KeyCode::Char('q'), Quit, "q", "quit: what was decided stays, the rest waits"),
];

/// The keys of the foot, the first ones for narrow screens.
pub(super) const FOOT: &[(&str, &str)] = &[
    ("a", "accept"),
    ("r", "reject"),
    ("s", "skip"),
    ("c", "cluster"),
    ("A", "document"),
    ("u", "undo"),
    ("?", "keys"),
    ("q", "quit"),
    ("w", "wrong"),
    ("m", "missing"),
    ("v", "verified"),
    ("f", "kind"),
    ("/", "name"),
    ("l", "lines"),
    ("F", "facts"),
];

/// What `key` does, if anything.
pub(super) fn action(key: KeyEvent) -> Option<Action> {
    if key.modifiers.contains(KeyModifiers::CONTROL) {
        return (key.code == KeyCode::Char('l')).then_some(Redraw);
    }
    if key.modifiers.contains(KeyModifiers::ALT) {
        return None;
    }
    KEYS.iter().find(|row| row.0 == key.code).map(|row| row.1)
}

/// The keys as they are named, each with what it does.
pub(super) fn help() -> impl Iterator<Item = (&'static str, &'static str)> {
    KEYS.iter().filter(|row| !row.3.is_empty()).map(|row| (row.2, row.3))
}
