//! Progress: how far a run over the corpus has come.

use indicatif::{ProgressBar, ProgressStyle};

/// A bar on standard error, where that is a terminal.
pub(crate) fn progress(documents: usize, quiet: bool) -> ProgressBar {
    if quiet {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:40} {human_pos} of {human_len} documents");
    let bar = ProgressBar::new(documents as u64);
    style.map(|style| bar.clone().with_style(style)).unwrap_or(bar)
}
