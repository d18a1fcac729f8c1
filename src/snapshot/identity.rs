//! Identities: short names of changes and clusters that are the same in every run and on every machine.

use sha2::{Digest as _, Sha256};

use super::change::Change;
use super::field::{Field, Fields};
use super::json::{Pointing, write_item};
use super::record::Item;

/// What an identity is made of.
#[derive(Default)]
pub(super) struct Digest(Sha256);

impl Digest {
    /// Adds a text and its end, so that no two sequences of texts are the same bytes.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        self.0.update((text.len() as u64).to_le_bytes());
        self.0.update(text);
        self
    }

    /// Adds what a field says, wherever in the document it points.
    pub(super) fn field(&mut self, field: &Field<'_>) -> &mut Self {
        match field {
            Field::Null => self.text("null"),
            Field::Bool(yes) => self.text(if *yes { "true" } else { "false" }),
            Field::Integer(number) => self.text(&number.to_string()),
            Field::Decimal(digits) => self.text(digits),
            Field::Text(text) => self.text(text),
            Field::List(values) => values.iter().fold(self.text("list"), Self::field),
            Field::Extent(extent) => {
                self.text(extent.text.as_deref().unwrap_or_default()).fields(&extent.more)
            }
            Field::Reference(to) => self.text(&to.kind),
            Field::Object(fields) => self.fields(fields),
        }
    }

    fn fields(&mut self, fields: &Fields<'_>) -> &mut Self {
        fields.iter().fold(self.text("fields"), |digest, (name, value)| digest.text(name).field(value))
    }

    fn item(&mut self, item: Option<&Item<'_>>) -> &mut Self {
        let mut line = Vec::new();
        if let Some(item) = item {
            write_item(&mut line, item, Pointing::Name);
        }
        self.text(&String::from_utf8_lossy(&line))
    }

    /// The first `digits` hexadecimal digits.
    pub(super) fn hex(self, digits: usize) -> String {
        let bytes = self.0.finalize();
        let hex = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
        hex.take(digits).map(|half| char::from_digit(half.into(), 16).unwrap_or('0')).collect()
    }
}

impl Change {
    /// Ten hexadecimal digits that name the change in the document `id`: the same in every run, and no longer there
    /// once anything about the fact before or after is otherwise.
    pub fn id(&self, id: &str) -> String {
        let mut digest = Digest::default();
        digest.text(id).text(self.nature.name()).item(self.old.as_ref()).item(self.new.as_ref());
        digest.hex(10)
    }
}
