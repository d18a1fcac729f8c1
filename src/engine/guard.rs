//! Panics of an engine: caught at the document that caused them, so that the others go on.

use std::cell::{Cell, RefCell};
use std::panic::{self, AssertUnwindSafe};

use crate::error::{Error, Result, Trouble};

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Lets panics that are caught and reported for their document pass without the usual lines on standard error. Called
/// once, by the program.
pub fn quiet_panics() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        if GUARDED.get() {
            PLACE.set(panic.location().map(|at| format!("{}:{}", at.file(), at.line())));
        } else {
            usual(panic);
        }
    }));
}

/// What `run` returns, or its panic as an error.
pub(crate) fn catch<T>(run: impl FnOnce() -> Result<T>) -> Result<T> {
    let before = GUARDED.replace(true);
    let result = panic::catch_unwind(AssertUnwindSafe(run));
    GUARDED.set(before);
    result.unwrap_or_else(|payload| {
        let what = payload.downcast_ref::<&str>().copied().map(str::to_owned);
        let what = what.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_default();
        let place = PLACE.take().map(|place| format!(" ({place})")).unwrap_or_default();
        Err(Error::new(Trouble::Invariant, format!("the engine panicked: {what}{place}"))
            .advise("please report it with the document"))
    })
}
