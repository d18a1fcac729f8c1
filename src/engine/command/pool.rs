//! The processes of an engine: as many as are asked at once, each one document at a time.

use std::mem;
use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, Weak};

use process_wrap::std::ChildWrapper;

use super::log::{Log, Said};
use super::process::{Launch, Process, kill};
use crate::error::{Error, Result, Trouble};

/// Failures in a row, without an answer between them, after which no process is started any more.
const IN_A_ROW: usize = 8;

/// The processes of an engine.
#[derive(Debug)]
pub(super) struct Pool {
    launch: Launch,
    most: usize,
    log: Option<Arc<Log>>,
    state: Mutex<State>,
    free: Condvar,
}

#[derive(Debug, Default)]
struct State {
    idle: Vec<Process>,
    /// Processes that there are, idle or not.
    running: usize,
    /// Processes that were started so far.
    started: usize,
    /// Failures since the last answer.
    failures: usize,
    /// Why no process is started any more.
    gave_up: Option<Error>,
    alive: Vec<Weak<Mutex<Box<dyn ChildWrapper>>>>,
}

/// A process that is asked; afterwards it waits for the next document, unless it was failed.
#[derive(Debug)]
pub(super) struct Lease<'p> {
    pool: &'p Pool,
    process: Option<Process>,
}

impl Pool {
    /// A pool of at most `most` processes, the first of which is started at once: a command that cannot be started is
    /// told before any document.
    pub(super) fn start(launch: Launch, most: Option<usize>, log: Option<Arc<Log>>) -> Result<Self> {
        let (most, state) = (most.unwrap_or(usize::MAX), Mutex::default());
        let pool = Self { launch, most, log, state, free: Condvar::new() };
        pool.lease().map(drop)?;
        Ok(pool)
    }

    /// The file that all standard error goes to.
    pub(super) fn log(&self) -> Option<&Log> {
        self.log.as_deref()
    }

    /// A process to ask: one that waits, or a new one. Waits where all are asked.
    ///
    /// # Errors
    /// A process that cannot be started, or too many failures before.
    pub(super) fn lease(&self) -> Result<Lease<'_>> {
        let mut state = self.state();
        loop {
            if let Some(error) = &state.gave_up {
                return Err(error.clone());
            }
            if let Some(process) = state.idle.pop() {
                return Ok(Lease { pool: self, process: Some(process) });
            }
            if state.running < self.most {
                break;
            }
            state = self.free.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        let process = self.start_one(&mut state)?;
        Ok(Lease { pool: self, process: Some(process) })
    }

    fn start_one(&self, state: &mut State) -> Result<Process> {
        let said = Said::new(state.started + 1, self.log.clone());
        let process = self.launch.start(said).map_err(|error| self.cannot_start(&error))?;
        state.started += 1;
        state.running += 1;
        state.alive.retain(|handle| handle.strong_count() > 0);
        state.alive.push(Arc::downgrade(&process.handle()));
        Ok(process)
    }

    fn cannot_start(&self, error: &std::io::Error) -> Error {
        let program = self.launch.program.display();
        Error::new(Trouble::Usage, format!("the engine `{program}` cannot be started: {error}"))
            .advise("install it, or name another as `command` under [engine] in tahqiq.toml")
    }

    /// Ends every process now, and starts none any more.
    pub(super) fn stop(&self) {
        let mut state = self.state();
        state.gave_up = Some(Error::new(Trouble::Usage, "stopped"));
        state.alive.iter().filter_map(Weak::upgrade).for_each(|handle| kill(&handle));
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Lease<'_> {
    /// Ends the process: it is replaced for the next document, unless `error` is one too many in a row.
    pub(super) fn fail(mut self, error: &Error) {
        drop(self.process.take());
        let mut state = self.pool.state();
        state.failures += 1;
        if state.failures == IN_A_ROW {
            let what = format!("not asked: the engine failed {IN_A_ROW} times in a row, at last: {error}");
            state.gave_up.get_or_insert(Error::new(Trouble::Invariant, what));
        }
    }

    /// Notes that the process answered.
    pub(super) fn answered(mut self) {
        self.is_new = false;
        self.pool.state().failures = 0;
    }
}

impl Deref for Lease<'_> {
    type Target = Process;

    fn deref(&self) -> &Process {
        self.process.as_ref().expect("a lease has its process until it is given back")
    }
}

impl DerefMut for Lease<'_> {
    fn deref_mut(&mut self) -> &mut Process {
        self.process.as_mut().expect("a lease has its process until it is given back")
    }
}

impl Drop for Lease<'_> {
    fn drop(&mut self) {
        let mut state = self.pool.state();
        match self.process.take() {
            Some(process) => state.idle.push(process),
            None => state.running -= 1,
        }
        self.pool.free.notify_all();
    }
}

impl Drop for Pool {
    /// Closes the input of all, so that they end beside one another, then waits for each.
    fn drop(&mut self) {
        let mut idle = mem::take(&mut self.state().idle);
        idle.iter_mut().for_each(Process::close);
    }
}
