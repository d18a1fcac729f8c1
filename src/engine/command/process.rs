//! One process of an engine: a line in, a line out, within a time limit.
//!
//! A thread writes, one reads answers and one reads standard error, so that neither a full pipe nor an engine that reads
//! nothing can hold up the harness.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use process_wrap::std::{ChildWrapper, CommandWrap};

use super::log::Said;

/// Bytes of the longest answer.
const LONGEST: u64 = 256 << 20;
/// Answers that are read ahead: an engine that writes unasked is held up by its own pipe.
const AHEAD: usize = 4;
/// How long a process whose pipes are closed may take to end.
const GRACE: Duration = Duration::from_secs(1);
/// How often it is looked at meanwhile.
const LOOK: Duration = Duration::from_millis(2);

/// How an engine is started.
#[derive(Debug, Clone)]
pub(super) struct Launch {
    pub(super) program: PathBuf,
    pub(super) arguments: Vec<String>,
    pub(super) folder: PathBuf,
}

/// The handle by which a process is ended, from whatever thread.
pub(super) type Handle = Arc<Mutex<Box<dyn ChildWrapper>>>;

/// Why a process gave no answer.
#[derive(Debug)]
pub(super) enum Silence {
    /// It ended, or closed its output and had to be ended (then without a status).
    Ended(Option<ExitStatus>),
    /// The time was over.
    Late,
    /// The line had no end.
    Endless,
}

/// A running process.
#[derive(Debug)]
pub(super) struct Process {
    handle: Handle,
    requests: Option<Sender<Vec<u8>>>,
    heard: Receiver<Heard>,
    listener: JoinHandle<()>,
    /// What it says on its standard error.
    pub(super) said: Arc<Said>,
    /// Whether it has not answered yet.
    pub(super) is_new: bool,
    has_ended: bool,
}

#[derive(Debug)]
enum Heard {
    Line(Vec<u8>),
    Endless,
    End,
}

impl Launch {
    /// Starts a process with its own group, so that what it starts itself ends with it.
    pub(super) fn start(&self, said: Said) -> io::Result<Process> {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments).current_dir(&self.folder);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut wrap = CommandWrap::from(command);
        #[cfg(unix)]
        wrap.wrap(process_wrap::std::ProcessGroup::leader());
        #[cfg(windows)]
        wrap.wrap(process_wrap::std::JobObject);
        let mut child = wrap.spawn()?;
        let gone = || io::Error::other("its pipes are gone");
        let input = child.stdin().take().ok_or_else(gone)?;
        let output = child.stdout().take().ok_or_else(gone)?;
        let errors = child.stderr().take().ok_or_else(gone)?;
        let (requests, asked) = channel();
        let (answers, heard) = sync_channel(AHEAD);
        let said = Arc::new(said);
        let listening = said.clone();
        thread::spawn(move || write(&asked, input));
        thread::spawn(move || read(output, &answers));
        let listener = thread::spawn(move || listening.listen(errors));
        let handle = Arc::new(Mutex::new(child));
        Ok(Process {
            handle,
            requests: Some(requests),
            heard,
            listener,
            said,
            is_new: true,
            has_ended: false,
        })
    }
}

fn write(asked: &Receiver<Vec<u8>>, mut input: impl Write) {
    for request in asked {
        // An engine that ended is noticed by its output.
        if input.write_all(&request).and_then(|()| input.flush()).is_err() {
            return;
        }
    }
}

fn read(output: impl Read, answers: &SyncSender<Heard>) {
    let mut output = BufReader::with_capacity(1 << 16, output);
    loop {
        let mut line = Vec::new();
        let read = output.by_ref().take(LONGEST).read_until(b'\n', &mut line);
        let heard = match read {
            Ok(_) if line.ends_with(b"\n") => Heard::Line(line),
            Ok(read) if read as u64 == LONGEST => Heard::Endless,
            // A line that breaks off is no answer: the engine ended while it wrote.
            _ => Heard::End,
        };
        let last = !matches!(heard, Heard::Line(_));
        if answers.send(heard).is_err() || last {
            return;
        }
    }
}

impl Process {
    /// The handle by which it can be ended.
    pub(super) fn handle(&self) -> Handle {
        self.handle.clone()
    }

    /// Writes a line, which ends in a line feed.
    pub(super) fn send(&mut self, request: Vec<u8>) {
        if !self.is_new {
            self.said.forget();
        }
        // One that does not listen any more is noticed by its output.
        let _ = self.requests.as_ref().map(|requests| requests.send(request));
    }

    /// The next line that it writes, before `deadline`. After a silence the process is ended.
    pub(super) fn next(&mut self, deadline: Instant) -> Result<Vec<u8>, Silence> {
        match self.heard.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            Ok(Heard::Line(line)) => Ok(line),
            Err(RecvTimeoutError::Timeout) => {
                self.end(Duration::ZERO);
                Err(Silence::Late)
            }
            Ok(Heard::Endless) => {
                self.end(Duration::ZERO);
                Err(Silence::Endless)
            }
            Ok(Heard::End) | Err(RecvTimeoutError::Disconnected) => Err(Silence::Ended(self.end(GRACE))),
        }
    }

    /// Closes its input, so that it can end by itself.
    pub(super) fn close(&mut self) {
        self.requests = None;
    }

    /// Waits `grace` for its end, then ends it and all that it started. Returns how it ended by itself.
    fn end(&mut self, grace: Duration) -> Option<ExitStatus> {
        self.close();
        let until = Instant::now() + grace;
        let mut status = self.status();
        while status.is_none() && Instant::now() < until {
            thread::sleep(LOOK);
            status = self.status();
        }
        self.has_ended = true;
        kill(&self.handle);
        let _ = self.handle.lock().unwrap_or_else(PoisonError::into_inner).wait();
        let until = Instant::now() + GRACE;
        while !self.listener.is_finished() && Instant::now() < until {
            thread::sleep(LOOK);
        }
        status
    }

    fn status(&self) -> Option<ExitStatus> {
        self.handle.lock().unwrap_or_else(PoisonError::into_inner).try_wait().ok().flatten()
    }
}

/// Ends a process and all that it started; one that has ended is left alone.
pub(super) fn kill(handle: &Handle) {
    let _ = handle.lock().unwrap_or_else(PoisonError::into_inner).start_kill();
}

impl Drop for Process {
    fn drop(&mut self) {
        if !self.has_ended {
            self.end(GRACE);
        }
    }
}
