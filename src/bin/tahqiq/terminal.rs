//! The terminal that a review takes over, and gives back however it ends.

use std::io::{self, Stdout, Write};
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::cursor::Show;
use ratatui::crossterm::event::{DisableBracketedPaste, EnableBracketedPaste, poll, read};
use ratatui::crossterm::execute;
use ratatui::crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use tahqiq::review::screen::{Flow, Screen};

/// How long keys are waited for before signals are looked at.
const BEAT: Duration = Duration::from_millis(200);

/// Shows `screen` until the reader quits, or the program is told to end.
pub(crate) fn show(screen: &mut Screen) -> io::Result<()> {
    give_back_on_panic();
    let signals = Signals::watch()?;
    let mut held = Held::take()?;
    loop {
        held.terminal.draw(|frame| screen.draw(frame))?;
        let flow = loop {
            match signals.flow() {
                Some(flow) => break flow,
                None if poll(BEAT)? => break screen.handle(&read()?),
                None => {}
            }
        };
        match flow {
            Flow::Go => {}
            Flow::Redraw => held = held.again(|| Ok(()))?,
            Flow::Suspend => held = held.again(|| signals.stop())?,
            Flow::Quit => return Ok(()),
        }
    }
}

/// The terminal, in the modes of a full screen as long as this is held.
struct Held {
    terminal: Terminal<CrosstermBackend<Stdout>>,
}

impl Held {
    fn take() -> io::Result<Self> {
        IS_TAKEN.store(true, Ordering::Relaxed);
        enable_raw_mode().inspect_err(|_| give_back())?;
        let entered = execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste);
        let terminal = entered.and_then(|()| Terminal::new(CrosstermBackend::new(io::stdout())));
        let mut held = terminal.map(|terminal| Self { terminal }).inspect_err(|_| give_back())?;
        // Clears the screen; `clear` would ask the terminal where its cursor is, which not every one answers.
        let size = held.terminal.size()?;
        held.terminal.resize(size.into())?;
        Ok(held)
    }

    /// Gives the terminal back to the shell, and takes it again once `meanwhile` is over.
    fn again(self, meanwhile: impl FnOnce() -> io::Result<()>) -> io::Result<Self> {
        drop(self);
        meanwhile()?;
        Self::take()
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        give_back();
    }
}

/// Whether the terminal is taken: leaving its other screen twice would move the cursor.
static IS_TAKEN: AtomicBool = AtomicBool::new(false);

fn give_back() {
    if !IS_TAKEN.swap(false, Ordering::Relaxed) {
        return;
    }
    let _ = execute!(io::stdout(), DisableBracketedPaste, LeaveAlternateScreen, Show);
    let _ = disable_raw_mode();
    let _ = io::stdout().flush();
}

/// What is said of a panic shall stand on the reader's own screen.
fn give_back_on_panic() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        give_back();
        usual(panic);
    }));
}

#[cfg(unix)]
use unix::Signals;

#[cfg(unix)]
mod unix {
    use std::io;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};

    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};
    use signal_hook::flag;
    use signal_hook::low_level::emulate_default_handler;
    use tahqiq::review::screen::Flow;

    /// What the program was told from outside.
    pub(super) struct Signals {
        end: Arc<AtomicBool>,
        stop: Arc<AtomicBool>,
        go_on: Arc<AtomicBool>,
    }

    impl Signals {
        pub(super) fn watch() -> io::Result<Self> {
            let new = || Arc::new(AtomicBool::new(false));
            let signals = Self { end: new(), stop: new(), go_on: new() };
            for signal in [SIGTERM, SIGHUP, SIGINT] {
                flag::register(signal, Arc::clone(&signals.end))?;
            }
            flag::register(SIGTSTP, Arc::clone(&signals.stop))?;
            flag::register(SIGCONT, Arc::clone(&signals.go_on))?;
            Ok(signals)
        }

        /// What they ask for, once.
        pub(super) fn flow(&self) -> Option<Flow> {
            let asked = |flag: &AtomicBool| flag.swap(false, Ordering::Relaxed);
            match () {
                () if asked(&self.end) => Some(Flow::Quit),
                () if asked(&self.stop) => Some(Flow::Suspend),
                () if asked(&self.go_on) => Some(Flow::Redraw),
                () => None,
            }
        }

        /// Stops the program until it is told to go on.
        pub(super) fn stop(&self) -> io::Result<()> {
            emulate_default_handler(SIGTSTP)?;
            self.go_on.store(false, Ordering::Relaxed);
            Ok(())
        }
    }
}

#[cfg(not(unix))]
struct Signals;

#[cfg(not(unix))]
impl Signals {
    fn watch() -> io::Result<Self> {
        Ok(Self)
    }

    fn flow(&self) -> Option<Flow> {
        None
    }

    fn stop(&self) -> io::Result<()> {
        Ok(())
    }
}
