//! The room that pages take, kept from one to the next: most documents are short, and asking for room anew costs more
//! than laying them out.

use std::cell::RefCell;
use std::mem::take;

use super::begun::Begun;
use super::layout::Layout;
use super::page::{Ended, Page};
use super::rule::Found;
use super::sets::Own;
use super::starts::Starts;
use super::time::Draft;
use crate::fact::{Claim, Entity, Numeral, Quantity, Source};
use crate::lexicon::ClassSet;
use crate::text::{Quotation, Token};

/// The lists of a page, with nothing in them.
#[derive(Default)]
pub(super) struct Room {
    pub(super) tokens: Vec<Token>,
    pub(super) layout: Layout,
    pub(super) sentences: Vec<u32>,
    pub(super) quotations: Vec<Quotation>,
    pub(super) numerals: Vec<Found<Numeral>>,
    pub(super) times: Vec<Found<Draft>>,
    pub(super) entities: Vec<Found<Entity>>,
    pub(super) quantities: Vec<Found<Quantity>>,
    pub(super) sources: Vec<Found<Source>>,
    pub(super) claims: Vec<Found<Claim>>,
    pub(super) classes: Vec<ClassSet>,
    pub(super) set_of: Vec<u16>,
    pub(super) own: Vec<Own>,
    pub(super) phrases: Vec<Ended>,
    pub(super) opening: Vec<u32>,
    pub(super) breaks: Vec<u32>,
    pub(super) starts: Starts,
    pub(super) begun: [Begun; 5],
}

/// Tokens of a page whose room is kept: that of a longer one is given back.
const KEPT: usize = 1 << 14;

thread_local! {
    static LEFT: RefCell<Room> = RefCell::default();
}

impl Room {
    /// The room that the last page of this thread has left, or a new one.
    pub(super) fn take() -> Self {
        LEFT.try_with(RefCell::take).unwrap_or_default()
    }

    /// The room of a page that has been read.
    pub(super) fn of(page: &mut Page<'_>) -> Self {
        let begun = [
            take(&mut page.numerals_begin),
            take(&mut page.times_begin),
            take(&mut page.times_end),
            take(&mut page.entities_begin),
            take(&mut page.quantities_begin),
        ];
        Self {
            tokens: take(&mut page.tokens),
            layout: take(&mut page.layout),
            sentences: take(&mut page.sentences),
            quotations: take(&mut page.quotations),
            numerals: take(&mut page.numerals),
            times: take(&mut page.times),
            entities: take(&mut page.entities),
            quantities: take(&mut page.quantities),
            sources: take(&mut page.sources),
            claims: take(&mut page.claims),
            classes: take(&mut page.classes),
            set_of: take(&mut page.set_of),
            own: take(&mut page.sets.own),
            phrases: take(&mut page.phrases),
            opening: take(&mut page.opening),
            breaks: take(&mut page.breaks),
            starts: take(&mut page.starts),
            begun,
        }
    }

    /// Empties the room and leaves it to the next page.
    pub(super) fn leave(mut self) {
        if self.tokens.capacity() > KEPT {
            return;
        }
        self.tokens.clear();
        self.layout.lines.clear();
        self.sentences.clear();
        self.quotations.clear();
        self.numerals.clear();
        self.times.clear();
        self.entities.clear();
        self.quantities.clear();
        self.sources.clear();
        self.claims.clear();
        self.classes.clear();
        self.set_of.clear();
        self.own.clear();
        self.phrases.clear();
        self.opening.clear();
        self.breaks.clear();
        self.starts.clear();
        self.begun.iter_mut().for_each(|begun| begun.note(0, std::iter::empty()));
        // Where the thread ends, there is no next page.
        let _ = LEFT.try_with(|left| left.replace(self));
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::{Context, read};
    use crate::lexicon::Lexicon;
    use crate::text::Document;

    const TEXTS: [&str; 4] = [
        "قالت وزارة الصحة إن 17 شخصا قتلوا أمس في دمشق، بينهم خمسة أطفال.",
        "لا شيء هنا",
        "الأحد عشر رجلا عادوا «إلى بيوتهم\nقال الوزير: «سنعود غدا».",
        "",
    ];

    fn facts(text: &str) -> String {
        let document = Document::new("a", text).expect("it is short");
        format!("{:?}", read(&document, &Lexicon::builtin(), Context::default()))
    }

    /// What a page leaves says nothing to the next one.
    #[test]
    fn a_page_is_read_alike_in_any_room() {
        for before in TEXTS {
            for text in TEXTS {
                let fresh = std::thread::spawn(move || facts(text)).join().expect("it is read");
                facts(before);
                assert_eq!(facts(text), fresh, "{text} after {before}");
            }
        }
    }
}
