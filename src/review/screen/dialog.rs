//! Dialogs: a few lines to fill in.

use ratatui::crossterm::event::{Event, KeyCode, KeyEvent};
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Clear, Widget};
use ratatui::{Frame, buffer::Buffer};
use tui_input::Input;
use tui_input::backend::crossterm::EventHandler;

use super::paint::{paint, paint_all, width_of};
use super::palette::Palette;
use super::wrap::plain;
use crate::docket::Ruling;
use crate::report::{FSI, PDI, visible};
use crate::review::Reach;

/// Columns of the widest dialog.
const WIDTH: u16 = 72;

/// What a dialog asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Why verified facts may change.
    Reason(Reach, Ruling),
    /// What would be right.
    Wrong,
    /// What is missing.
    Missing,
    /// Which documents are shown.
    Name,
}

/// A few lines to fill in.
#[derive(Debug)]
pub(super) struct Dialog {
    pub(super) purpose: Purpose,
    title: String,
    hint: String,
    fields: Vec<(&'static str, Field)>,
    focus: usize,
    trouble: Option<String>,
}

#[derive(Debug)]
enum Field {
    Text(Input),
    Choice(Vec<String>, usize),
}

/// What a key did to a dialog.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// It is still open.
    Open,
    /// It was given up.
    Cancelled,
    /// It is filled in.
    Given,
}

impl Dialog {
    pub(super) fn new(purpose: Purpose, title: impl Into<String>, hint: impl Into<String>) -> Self {
        let (title, hint) = (title.into(), hint.into());
        Self { purpose, title, hint, fields: Vec::new(), focus: 0, trouble: None }
    }

    /// The same with a line for a text.
    pub(super) fn text(mut self, label: &'static str, value: &str) -> Self {
        self.fields.push((label, Field::Text(Input::new(value.to_owned()))));
        self
    }

    /// The same with one of several.
    pub(super) fn choice(mut self, label: &'static str, values: Vec<String>, chosen: usize) -> Self {
        self.fields.push((label, Field::Choice(values, chosen)));
        self
    }

    /// The same with what is wrong with what was filled in.
    pub(super) fn refused(self, why: String) -> Self {
        Self { trouble: Some(why), ..self }
    }

    /// What was filled in at that label.
    pub(super) fn value(&self, label: &str) -> String {
        match self.fields.iter().find(|(name, _)| *name == label) {
            Some((_, Field::Text(input))) => input.value().to_owned(),
            Some((_, Field::Choice(values, chosen))) => values.get(*chosen).cloned().unwrap_or_default(),
            None => String::new(),
        }
    }

    /// What a key does.
    pub(super) fn key(&mut self, key: KeyEvent) -> Answer {
        let last = self.fields.len().saturating_sub(1);
        match key.code {
            KeyCode::Esc => return Answer::Cancelled,
            KeyCode::Enter if self.focus == last => return Answer::Given,
            KeyCode::Enter | KeyCode::Tab | KeyCode::Down => self.focus = (self.focus + 1) % (last + 1),
            KeyCode::BackTab | KeyCode::Up => self.focus = self.focus.checked_sub(1).unwrap_or(last),
            _ => self.fill(key),
        }
        Answer::Open
    }

    fn fill(&mut self, key: KeyEvent) {
        self.trouble = None;
        match self.fields.get_mut(self.focus) {
            Some((_, Field::Text(input))) => {
                input.handle_event(&Event::Key(key));
            }
            Some((_, Field::Choice(values, chosen))) => {
                let step = if key.code == KeyCode::Left { values.len().saturating_sub(1) } else { 1 };
                *chosen = (*chosen + step) % values.len().max(1);
            }
            None => {}
        }
    }

    /// What was pasted, on one line.
    pub(super) fn paste(&mut self, text: &str) {
        if let Some((_, Field::Text(input))) = self.fields.get_mut(self.focus) {
            for c in text.chars().map(|c| if c.is_control() { ' ' } else { c }) {
                input.handle(tui_input::InputRequest::InsertChar(c));
            }
        }
    }

    /// Draws it over the middle of the screen.
    pub(super) fn draw(&self, palette: Palette, frame: &mut Frame<'_>) {
        let screen = frame.area();
        let width = WIDTH.min(screen.width.saturating_sub(4));
        let lines = plain(&self.hint, usize::from(width.saturating_sub(4)), 0, Palette::faint());
        let troubles = self.trouble.as_deref().unwrap_or_default();
        let troubles = plain(&visible(troubles), usize::from(width.saturating_sub(4)), 0, palette.removed());
        let height = (lines.len() + troubles.len() + self.fields.len() + 3) as u16;
        let area = Rect::new(
            (screen.width - width) / 2,
            screen.height.saturating_sub(height) / 3,
            width,
            height.min(screen.height),
        );
        let buffer = frame.buffer_mut();
        // All of its rows: what runs the other way on either side of it would turn it too.
        Clear.render(Rect { x: 0, width: screen.width, ..area }, buffer);
        Block::bordered().title(format!(" {} ", self.title)).render(area, buffer);
        let mut inner =
            Rect::new(area.x + 2, area.y + 1, width.saturating_sub(4), area.height.saturating_sub(2));
        inner = below(inner, paint_all(&lines, inner, buffer));
        let cursor = self.draw_fields(inner, buffer);
        inner = below(inner, self.fields.len() as u16);
        inner = below(inner, paint_all(&troubles, inner, buffer));
        let keys = Line::from(Span::styled("Enter: next, at the end save  Esc: leave it", Palette::faint()));
        paint(&keys, inner, 0, buffer);
        if let Some(cursor) = cursor {
            frame.set_cursor_position(cursor);
        }
    }

    /// Draws what is filled in; where the cursor is.
    fn draw_fields(&self, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let label_width = self.fields.iter().map(|(label, _)| width_of(label)).max().unwrap_or(0) + 1;
        let room = usize::from(area.width.saturating_sub(label_width + 1)).max(1);
        let mut cursor = None;
        for (y, (label, field)) in (0..).zip(&self.fields) {
            let is_here = usize::from(y) == self.focus;
            let style = if is_here { Palette::strong() } else { Palette::faint() };
            let mut spans = vec![Span::styled(format!("{label:<0$} ", label_width as usize), style)];
            match field {
                Field::Choice(values, chosen) => {
                    let value = values.get(*chosen).map_or("", String::as_str);
                    spans.push(Span::raw(format!("‹ {} ›", visible(value))));
                }
                Field::Text(input) => {
                    let (shown, at) = window(input, room);
                    spans.push(Span::styled(format!("{FSI}{}{PDI}", visible(&shown)), Palette::line()));
                    if is_here {
                        cursor = Some(Position::new(area.x + label_width + 1 + at, area.y + y));
                    }
                }
            }
            paint(&Line::from(spans), area, y, buffer);
        }
        cursor
    }
}

/// As much of what is typed as there is room for up to the cursor, and the column of the cursor in it.
fn window(input: &Input, room: usize) -> (String, u16) {
    let head: String = input.value().chars().take(input.cursor()).collect();
    let tail: String = input.value().chars().skip(input.cursor()).collect();
    let mut start = 0;
    while usize::from(width_of(&visible(&head[start..]))) >= room {
        start += head[start..].chars().next().map_or(1, char::len_utf8);
    }
    let head = &head[start..];
    (format!("{head}{tail}"), width_of(&visible(head)))
}

/// What is left of an area below its first rows.
pub(super) fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}
