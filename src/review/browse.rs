//! Moving through what waits, and filtering it.

use super::session::Session;

impl Session {
    /// The next change; of the next entry where this one has no more. Whether there is one.
    pub fn next_change(&mut self) -> bool {
        if self.row + 1 < self.rows.len() {
            self.row += 1;
            return true;
        }
        self.next_entry()
    }

    /// The change before; the last of the entry before where this is the first. Whether there is one.
    pub fn previous_change(&mut self) -> bool {
        if self.row > 0 {
            self.row -= 1;
            return true;
        }
        let any = self.entry > 0;
        if any {
            self.open(self.entry - 1, usize::MAX);
        }
        any
    }

    /// The next cluster or document. Whether there is one.
    pub fn next_entry(&mut self) -> bool {
        let any = self.entry + 1 < self.entries.len();
        if any {
            self.open(self.entry + 1, 0);
        }
        any
    }

    /// The cluster or document before. Whether there is one.
    pub fn previous_entry(&mut self) -> bool {
        let any = self.entry > 0;
        if any {
            self.open(self.entry - 1, 0);
        }
        any
    }

    /// The first change of all. Whether there is one.
    pub fn first(&mut self) -> bool {
        self.open(0, 0);
        self.spot().is_some()
    }

    /// The last change of all. Whether there is one.
    pub fn last(&mut self) -> bool {
        self.open(usize::MAX, usize::MAX);
        self.spot().is_some()
    }

    /// The next change that waits: in this entry, else in those after it, else from the start. Whether there is one.
    pub fn skip(&mut self) -> bool {
        let here = self.entry;
        if let Some(row) = self.waiting_after(self.row + 1) {
            self.row = row;
            return true;
        }
        for step in 1..=self.entries.len() {
            self.open((here + step) % self.entries.len(), 0);
            if let Some(row) = self.waiting_after(0) {
                self.row = row;
                return true;
            }
        }
        false
    }

    /// After a ruling: the next change that waits, unless the current one does.
    pub(super) fn go_on(&mut self) {
        let (entry, row) = (self.entry, self.row);
        let waits = self.spot().is_some_and(|spot| self.row_at(spot).is_waiting());
        if !waits && !self.skip() {
            self.open(entry, row);
        }
    }

    fn waiting_after(&self, row: usize) -> Option<usize> {
        (row..self.rows.len()).find(|row| self.row_at(self.rows[*row]).is_waiting())
    }

    /// Shows changes of facts of the next kind alone, and of all kinds after the last. What is shown now.
    pub fn next_kind(&mut self) -> Option<&str> {
        let kinds = self.kinds();
        let next = match &self.filter().kind {
            None => kinds.first(),
            Some(kind) => kinds.iter().skip_while(|one| *one != kind).nth(1),
        };
        let next = next.cloned();
        self.show_kind(next);
        self.filter().kind.as_deref()
    }

    /// Shows changes of facts of that kind alone, or of all.
    pub fn show_kind(&mut self, kind: Option<String>) {
        self.filter.kind = kind;
        self.refresh();
    }

    /// Shows documents alone whose names hold `name`; all where it is empty.
    pub fn show_name(&mut self, name: &str) {
        name.trim().clone_into(&mut self.filter.name);
        self.refresh();
    }
}
