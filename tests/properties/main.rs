//! What is true of every text and not only of those that somebody thought of: numbers and dates written out here are
//! read back equal, no bytes at all make the reader panic or misquote, and folding and tokens lose nothing.
//!
//! The spellers know Arabic grammar, not the program's word lists: their words are written here once more.

mod anything;
mod calendar;
mod dates;
mod days;
mod diffs;
mod digits;
mod flags;
mod framed;
mod hijri;
mod ordinals;
mod quantities;
mod relative;
mod sources;
mod spelled;
mod speller;
mod typist;
mod words;

use proptest::test_runner::Config;

/// So many cases, or as many more as `PROPTEST_CASES` asks for; a failure is shrunk and printed, never kept in a file.
fn cases(cases: u32) -> Config {
    let asked = Config::default();
    let cases = cases.max(asked.cases);
    Config { cases, max_global_rejects: cases, failure_persistence: None, ..asked }
}
