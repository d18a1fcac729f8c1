//! The review on a full screen: the list on the left, the changes and the sentence on the right, keys at the foot.
//!
//! A [`Screen`] draws a [`Session`] into a frame and turns keys into what the session does. The terminal itself, its modes
//! and its signals, is the program's: here is nothing that a test could not drive.

mod changes;
mod detail;
mod dialog;
mod foot;
mod keys;
mod list;
mod paint;
mod palette;
mod views;
mod wrap;

use ratatui::Frame;
use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use ratatui::layout::Rect;

use super::{Happened, Missing, Reach, Session};
use crate::docket::Ruling;
use crate::error::Error;
use crate::fact::Kind;
use crate::report::{gist, plural, visible};
use dialog::{Answer, Dialog, Purpose};
use keys::Action;
use palette::Palette;

/// Fewest columns and rows that a review has room in.
pub const SMALLEST: (u16, u16) = (60, 15);

/// The review on a full screen.
#[derive(Debug)]
pub struct Screen {
    session: Session,
    palette: Palette,
    view: View,
    dialog: Option<Dialog>,
    message: Option<Message>,
    scroll: usize,
    page: usize,
}

/// What the program does after a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// Draw, and wait for the next.
    Go,
    /// Take the terminal anew and draw everything, whatever was drawn before.
    Redraw,
    /// Give the terminal back for a while.
    Suspend,
    /// The review is over.
    Quit,
}

/// What stands on the right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum View {
    Changes,
    Lines,
    Facts,
    Help,
}

/// What was said last.
#[derive(Debug)]
struct Message {
    text: String,
    is_trouble: bool,
}

impl Screen {
    /// The review of `session`, with colours or without.
    pub fn new(session: Session, has_colours: bool) -> Self {
        let mut screen = Self {
            session,
            palette: Palette::new(has_colours),
            view: View::Changes,
            dialog: None,
            message: None,
            scroll: 0,
            page: 1,
        };
        if let [first, ..] = screen.session.problems() {
            let text =
                format!("{} cannot be read: {first}", plural(screen.session.problems().len(), "snapshot"));
            screen.complain(text);
        }
        screen
    }

    /// The review.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Draws what there is to see, and nothing that is not.
    pub fn draw(&mut self, frame: &mut Frame<'_>) {
        let area = frame.area();
        if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
            return foot::too_small(area, frame.buffer_mut());
        }
        let buffer = frame.buffer_mut();
        let foot = foot::height(self, area.width);
        let body = Rect { height: area.height - foot, ..area };
        foot::draw(self, Rect { y: body.height, height: foot, ..area }, buffer);
        if self.view == View::Help {
            self.page = body.height.into();
            self.scroll = views::help(self.scroll, body, buffer);
        } else {
            let left = list::columns(body.width);
            list::draw(&self.session, self.palette, Rect { width: left, ..body }, buffer);
            let right = Rect { x: left + 1, width: body.width - left - 1, ..body };
            list::border(Rect { x: left, width: 1, ..body }, buffer);
            self.draw_right(right, buffer);
        }
        if let Some(dialog) = &self.dialog {
            dialog.draw(self.palette, frame);
        }
    }

    fn draw_right(&mut self, area: Rect, buffer: &mut ratatui::buffer::Buffer) {
        let (session, palette) = (&self.session, self.palette);
        let rest = changes::title(session, palette, area, buffer);
        let shown = match self.view {
            View::Lines => views::lines(session, palette, self.scroll, rest, buffer),
            View::Facts => views::facts(session, palette, self.scroll, rest, buffer),
            View::Changes | View::Help => {
                let below = changes::draw(session, palette, rest, buffer);
                detail::draw(session, palette, self.scroll, below, buffer)
            }
        };
        (self.scroll, self.page) = shown;
    }

    /// What an event does.
    pub fn handle(&mut self, event: &Event) -> Flow {
        match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => self.key(*key),
            Event::Paste(text) => {
                if let Some(dialog) = &mut self.dialog {
                    dialog.paste(text);
                }
                Flow::Go
            }
            _ => Flow::Go,
        }
    }

    fn key(&mut self, key: KeyEvent) -> Flow {
        if key.modifiers.contains(KeyModifiers::CONTROL) {
            match key.code {
                KeyCode::Char('c') => return Flow::Quit,
                KeyCode::Char('z') => return Flow::Suspend,
                _ => {}
            }
        }
        if let Some(dialog) = &mut self.dialog {
            match dialog.key(key) {
                Answer::Open => {}
                Answer::Cancelled => self.cancel(),
                Answer::Given => self.answer(),
            }
            return Flow::Go;
        }
        match (keys::action(key), self.view) {
            (None, _) => {
                self.say("? shows the keys");
                Flow::Go
            }
            (Some(action), View::Changes) => self.act(action),
            (Some(action), _) => self.look(action),
        }
    }

    /// What a key does where all of the right is one thing to read.
    fn look(&mut self, action: Action) -> Flow {
        match action {
            Action::Next => self.scroll += 1,
            Action::Previous => self.scroll = self.scroll.saturating_sub(1),
            Action::Down => self.scroll += self.page.max(1),
            Action::Up => self.scroll = self.scroll.saturating_sub(self.page.max(1)),
            Action::First => self.scroll = 0,
            Action::Last => self.scroll = usize::MAX,
            Action::NextEntry | Action::PreviousEntry if self.view != View::Help => {
                let view = self.view;
                self.act(action);
                self.view = view;
            }
            Action::Lines if self.view == View::Lines => self.show(View::Changes),
            Action::Facts if self.view == View::Facts => self.show(View::Changes),
            Action::Lines | Action::Facts => return self.act(action),
            Action::Back | Action::Quit | Action::Help => self.show(View::Changes),
            Action::Redraw => return Flow::Redraw,
            _ => self.say("Esc goes back to the changes"),
        }
        Flow::Go
    }

    fn act(&mut self, action: Action) -> Flow {
        self.message = None;
        match action {
            Action::Quit => return Flow::Quit,
            Action::Redraw => return Flow::Redraw,
            Action::Down => self.scroll += self.page.max(1),
            Action::Up => self.scroll = self.scroll.saturating_sub(self.page.max(1)),
            Action::Lines => self.show(View::Lines),
            Action::Facts => self.show(View::Facts),
            Action::Help => self.show(View::Help),
            Action::Rule(reach, ruling) => self.rule(reach, ruling, None),
            Action::Undo => self.undo(),
            Action::Wrong => self.ask_what_is_right(),
            Action::Missing => self.ask_what_is_missing(),
            Action::Verify => {
                let done = self.session.verify();
                self.tell(done);
            }
            Action::Name => self.ask_name(),
            Action::Kind => {
                let kind = self.session.next_kind().map(str::to_owned);
                let text = kind.map_or("all kinds".to_owned(), |kind| format!("{} alone", visible(&kind)));
                self.scroll = 0;
                self.say(text);
            }
            Action::Back => {}
            moving => self.go(moving),
        }
        Flow::Go
    }

    /// Moves to another change.
    fn go(&mut self, action: Action) {
        self.scroll = 0;
        let session = &mut self.session;
        let (moved, end) = match action {
            Action::Next => (session.next_change(), "that is the last change"),
            Action::Previous => (session.previous_change(), "that is the first change"),
            Action::NextEntry => (session.next_entry(), "that is the last document"),
            Action::PreviousEntry => (session.previous_entry(), "that is the first of the list"),
            Action::Skip => (session.skip(), "nothing waits any more"),
            Action::First => (session.first(), ""),
            _ => (session.last(), ""),
        };
        if !moved {
            self.say(end);
        }
    }

    fn show(&mut self, view: View) {
        self.view = view;
        self.scroll = 0;
        self.message = None;
    }

    fn rule(&mut self, reach: Reach, ruling: Ruling, reason: Option<&str>) {
        self.scroll = 0;
        match self.session.rule(reach, ruling, reason) {
            Happened::Nothing(why) => self.say(why),
            Happened::NeedsReason(number) => {
                let title = "why is that accepted?";
                let hint = format!("{} what was verified. Nothing: leave it.", breaks(number));
                self.dialog = Some(Dialog::new(Purpose::Reason(reach, ruling), title, hint).text("why", ""));
            }
            Happened::Ruled(ruled) if ruled.failures.is_empty() => self.say(ruled.words()),
            Happened::Ruled(ruled) => self.complain(ruled.words()),
        }
    }

    fn undo(&mut self) {
        self.scroll = 0;
        match self.session.undo() {
            None => self.say("there is nothing to undo"),
            Some(undone) => match undone.failures.first() {
                None => self.say(format!("undone: {}", undone.what)),
                Some(error) => self.complain(error.to_string()),
            },
        }
    }

    fn ask_what_is_right(&mut self) {
        let Some(sight) = self.session.sight() else {
            return self.say("that is no fact of the text");
        };
        let (change, says) = (sight.change, gist(sight.change.item()));
        let kind = visible(&change.item().kind);
        let dialog = match change.new {
            Some(_) => Dialog::new(
                Purpose::Wrong,
                format!("{kind} {says} is wrong"),
                "What would be right; nothing: it should not be there. Kept in the sidecar.",
            )
            .text("right", ""),
            None => Dialog::new(
                Purpose::Wrong,
                format!("{kind} {says} is missing"),
                "It is gone and should be there: what it should say. Kept in the sidecar.",
            )
            .text("right", &change.item().gist()),
        };
        self.dialog = Some(dialog.text("why", ""));
    }

    fn ask_what_is_missing(&mut self) {
        if self.session.sheet().is_none() {
            return self.say("no document is shown");
        }
        let mut kinds: Vec<_> = Kind::ALL.iter().map(|kind| kind.name().to_owned()).collect();
        let others = self.session.kinds().iter().filter(|kind| *kind != crate::snapshot::DOCUMENT);
        let others: Vec<_> = others.filter(|kind| !kinds.contains(kind)).cloned().collect();
        kinds.extend(others);
        let here = self.session.sight().map(|sight| sight.change.item().kind.clone());
        let chosen = kinds.iter().position(|kind| here.as_deref() == Some(kind)).unwrap_or(0);
        let hint = "The words as they stand in the text; of several places the one nearest to this change.";
        let dialog = Dialog::new(Purpose::Missing, "a fact is missing", hint);
        let dialog = dialog.text("words", "").choice("kind", kinds, chosen).text("value", "").text("why", "");
        self.dialog = Some(dialog);
    }

    fn ask_name(&mut self) {
        let hint = "Documents whose names hold this; nothing: all.";
        let dialog = Dialog::new(Purpose::Name, "filter by name", hint);
        self.dialog = Some(dialog.text("name", &self.session.filter().name));
    }

    /// What was filled in is carried out.
    fn answer(&mut self) {
        let Some(dialog) = self.dialog.take() else { return };
        let done = match dialog.purpose {
            Purpose::Reason(reach, ruling) => {
                let reason = dialog.value("why");
                if reason.trim().is_empty() {
                    return self.cancel();
                }
                return self.rule(reach, ruling, Some(&reason));
            }
            Purpose::Name => {
                self.scroll = 0;
                return self.session.show_name(&dialog.value("name"));
            }
            Purpose::Wrong => self.session.mark_wrong(&dialog.value("right"), &dialog.value("why")),
            Purpose::Missing => self.session.add_missing(&Missing {
                words: dialog.value("words"),
                kind: dialog.value("kind"),
                right: dialog.value("value"),
                why: dialog.value("why"),
            }),
        };
        match done {
            Ok(what) => self.say(what),
            Err(error) => self.dialog = Some(dialog.refused(error.to_string())),
        }
    }

    fn cancel(&mut self) {
        self.dialog = None;
        self.say("left as it is");
    }

    fn tell(&mut self, done: Result<String, Error>) {
        match done {
            Ok(what) => self.say(what),
            Err(error) => self.complain(error.to_string()),
        }
    }

    fn say(&mut self, text: impl Into<String>) {
        self.message = Some(Message { text: text.into(), is_trouble: false });
    }

    fn complain(&mut self, text: impl Into<String>) {
        self.message = Some(Message { text: text.into(), is_trouble: true });
    }
}

/// `1 change breaks`, `2 changes break`.
fn breaks(number: usize) -> String {
    format!("{} break{}", plural(number, "change"), if number == 1 { "s" } else { "" })
}
