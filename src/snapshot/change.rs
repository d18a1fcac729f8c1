//! What became of a fact between two records.

use super::field::Field;
use super::record::Item;
use crate::text::{Variant, variants};

/// What became of a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nature {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It stands where it stood and says something else.
    Changed,
    /// It reaches further.
    Grown,
    /// It reaches less far.
    Shrunk,
    /// It says the same elsewhere, because the document was edited before it.
    Shifted,
}

/// What became of one fact, with the fact before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What became of it.
    pub nature: Nature,
    /// The fact in the accepted snapshot.
    pub old: Option<Item<'static>>,
    /// The fact now.
    pub new: Option<Item<'static>>,
    /// The fields that say something else, `rule` among them.
    pub fields: Vec<FieldChange>,
    /// In what the words differ, where the fact before and after differ in nothing but the writing of the same words.
    /// Empty where they differ in more.
    pub noise: Vec<Variant>,
}

/// A field that says something else.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FieldChange {
    /// The field's name.
    pub name: String,
    /// What it said; null where it was missing.
    pub old: Field<'static>,
    /// What it says.
    pub new: Field<'static>,
}

impl Nature {
    /// Every nature, in the order in which they are listed.
    pub const ALL: [Self; 6] =
        [Self::Added, Self::Removed, Self::Changed, Self::Grown, Self::Shrunk, Self::Shifted];

    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
            Self::Grown => "grown",
            Self::Shrunk => "shrunk",
            Self::Shifted => "shifted",
        }
    }
}

impl Change {
    pub(super) fn added(item: &Item<'_>) -> Self {
        let new = Some(item.clone().into_owned());
        Self { nature: Nature::Added, old: None, new, fields: Vec::new(), noise: Vec::new() }
    }

    pub(super) fn removed(item: &Item<'_>) -> Self {
        let old = Some(item.clone().into_owned());
        Self { nature: Nature::Removed, old, new: None, fields: Vec::new(), noise: Vec::new() }
    }

    pub(super) fn pair(nature: Nature, old: &Item<'_>, new: &Item<'_>, fields: Vec<FieldChange>) -> Self {
        let noise = noise(old, new, &fields);
        Self {
            nature,
            old: Some(old.clone().into_owned()),
            new: Some(new.clone().into_owned()),
            fields,
            noise,
        }
    }

    /// The fact as it is now, or as it was where it is gone.
    ///
    /// # Panics
    /// Where there is neither, which no difference has.
    pub fn item(&self) -> &Item<'static> {
        self.new.as_ref().or(self.old.as_ref()).expect("a change has a fact before or after")
    }
}

/// In what the words of two facts differ, where nothing else does.
fn noise(old: &Item<'_>, new: &Item<'_>, fields: &[FieldChange]) -> Vec<Variant> {
    let texts = fields.iter().map(|change| match (&change.old, &change.new) {
        (Field::Text(old), Field::Text(new)) => variants(old, new),
        (Field::Extent(old), Field::Extent(new)) if old.more == new.more => {
            variants(old.text.as_deref()?, new.text.as_deref()?)
        }
        _ => None,
    });
    let all: Option<Vec<_>> = std::iter::once(variants(&old.text, &new.text)).chain(texts).collect();
    let mut noise: Vec<_> = all.into_iter().flatten().flatten().collect();
    noise.sort_unstable();
    noise.dedup();
    noise
}

/// The fields that say something else in `new`; with `anywhere`, wherever in the document they point.
pub(super) fn field_changes(old: &Item<'_>, new: &Item<'_>, anywhere: bool) -> Vec<FieldChange> {
    let mut changes = Vec::new();
    let mut compare = |name: &str, old: &Field<'_>, new: &Field<'_>| {
        if old != new && !(anywhere && old.says_as(new)) {
            let (old, new) = (old.clone().into_owned(), new.clone().into_owned());
            changes.push(FieldChange { name: name.to_owned(), old, new });
        }
    };
    for (name, value) in &old.fields {
        compare(name, value, new.fields.iter().find(|(n, _)| n == name).map_or(&Field::Null, |(_, v)| v));
    }
    for (name, value) in new.fields.iter().filter(|(name, _)| old.fields.iter().all(|(n, _)| n != name)) {
        compare(name, &Field::Null, value);
    }
    compare("rule", &Field::Text(old.rule.clone()), &Field::Text(new.rule.clone()));
    changes
}
