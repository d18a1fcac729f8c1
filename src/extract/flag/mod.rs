//! Flags: what an editor should look at, told from the facts of one document and from its characters.
//!
//! Each check has its file and reads the finished facts; none changes them.

use super::Reading;
use super::page::Page;
use crate::fact::Fact;

/// One thing to look for.
pub(super) struct Check {
    /// `flag/name`.
    pub(super) name: &'static str,
    /// The flags that it raises.
    pub(super) find: fn(&Page<'_>, &Reading) -> Vec<Fact>,
}

/// The checks, in order.
pub(super) const CHECKS: &[Check] = &[];

/// Every flag of the document whose other facts are in `reading`.
pub(super) fn read(page: &Page<'_>, reading: &Reading) -> Vec<Fact> {
    CHECKS.iter().flat_map(|check| (check.find)(page, reading)).collect()
}
