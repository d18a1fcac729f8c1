//! What is known of words by the set of classes that they are of: of those that the dictionary's words have by
//! themselves, once for all pages; of those that a phrase makes, for each page.

use super::starts::{Mark, listed, mark};
use crate::lexicon::{ClassSet, Functions, Lexicon};

/// The sets of the tokens of a page, by their numbers: the dictionary's first.
pub(super) struct Sets<'a> {
    classes: &'a [ClassSet],
    functions: &'a [Functions],
    marks: &'a [Mark],
    /// Those of words with a phrase that starts with them here.
    pub(super) own: Vec<Own>,
}

/// A set that the dictionary has no word for.
pub(super) struct Own {
    classes: ClassSet,
    functions: Functions,
    mark: Mark,
}

impl<'a> Sets<'a> {
    /// The sets of the dictionary, with room for others.
    pub(super) fn of(lexicon: &'a Lexicon, own: Vec<Own>) -> Self {
        Self { classes: lexicon.sets(), functions: lexicon.functions(), marks: listed(lexicon), own }
    }

    /// The classes themselves.
    #[inline]
    pub(super) fn classes(&self, set: u16) -> ClassSet {
        self.classes.get(usize::from(set)).copied().unwrap_or_else(|| self.own(set).classes)
    }

    /// What the words say by themselves as function words.
    #[inline]
    pub(super) fn functions(&self, set: u16) -> Functions {
        self.functions.get(usize::from(set)).copied().unwrap_or_else(|| self.own(set).functions)
    }

    /// What the readers make of the words.
    #[inline]
    pub(super) fn mark(&self, set: u16) -> Mark {
        self.marks.get(usize::from(set)).copied().unwrap_or_else(|| self.own(set).mark)
    }

    /// Whether a phrase of several words makes the set.
    #[inline]
    pub(super) fn is_of_phrase(&self, set: u16) -> bool {
        usize::from(set) >= self.classes.len()
    }

    /// The set with other classes; itself where there are too many sets to number one more.
    pub(super) fn with(&mut self, set: u16, classes: ClassSet) -> u16 {
        let mark = self.mark(set) | mark(classes);
        let (classes, functions) = (self.classes(set).with(classes), self.functions(set));
        let known = |own: &Own| own.classes == classes && own.functions == functions;
        let at = self.own.iter().position(known).unwrap_or(self.own.len());
        let Ok(number) = u16::try_from(self.classes.len() + at) else { return set };
        if at == self.own.len() {
            self.own.push(Own { classes, functions, mark });
        }
        number
    }

    fn own(&self, set: u16) -> &Own {
        &self.own[usize::from(set) - self.classes.len()]
    }
}
