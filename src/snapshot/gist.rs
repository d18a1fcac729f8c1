//! Gist: what a fact says first of all, in a few words.

use super::field::Field;
use super::record::Item;

/// The field of each kind that says most.
const LEADS: &[(&str, &str)] = &[
    ("numeral", "number"),
    ("time", "timex"),
    ("quantity", "number"),
    ("source", "stance"),
    ("claim", "predicate"),
    ("entity", "entity"),
    ("flag", "code"),
];

/// The kinds of which one field does not say enough, and the fields that do together.
const TOGETHER: &[(&str, &[&str])] = &[
    ("quantity", &["bound", "number", "counted"]),
    ("source", &["cue", "source"]),
    ("claim", &["predicate", "bound", "number", "who", "polarity", "modality"]),
];

/// What goes without saying.
const PLAIN: &[&str] = &["exactly", "vague", "between", "affirmed", "asserted"];

impl Item<'_> {
    /// Name of the field that says most, where the kind is known.
    pub fn lead(&self) -> Option<&'static str> {
        LEADS.iter().find(|(kind, _)| *kind == self.kind).map(|(_, name)| *name)
    }

    /// What the fact says first of all: its number, its timex, what happened to how many; a range as `20..99`; of an
    /// unknown kind its first field.
    ///
    /// ```
    /// use tahqiq::snapshot::Record;
    ///
    /// let body = concat!(
    ///     r#"{"encoding":"utf-8","headline":null,"published":null,"reference":null}"#, "\n",
    ///     r#"{"kind":"numeral","start":0,"end":10,"rule":"r","number":null,"low":20,"high":99,"text":"عشرات"}"#, "\n",
    /// );
    /// assert_eq!(Record::from_body("a", body).unwrap().facts[0].gist(), "20..99");
    /// ```
    pub fn gist(&self) -> String {
        self.gist_in(&|field| field.said())
    }

    /// The same, with `show` for each value.
    pub fn gist_in(&self, show: &dyn Fn(&Field<'_>) -> String) -> String {
        if let Some((_, names)) = TOGETHER.iter().find(|(kind, _)| *kind == self.kind) {
            let parts = names.iter().filter_map(|name| self.part(name, show));
            return parts.collect::<Vec<_>>().join(" ");
        }
        if let Some(lead) = self.lead().and_then(|name| self.field(name)) {
            return show(lead);
        }
        self.range(show).unwrap_or_else(|| {
            let first = self.fields.iter().find(|(_, field)| !field.is_null());
            first.map(|(_, field)| show(field)).unwrap_or_default()
        })
    }

    /// The field of that name, unless it goes without saying; of a number that is none, its range.
    fn part(&self, name: &str, show: &dyn Fn(&Field<'_>) -> String) -> Option<String> {
        match self.field(name) {
            Some(Field::Text(text)) if PLAIN.contains(&&**text) => None,
            Some(field) => Some(show(field)),
            None if name == "number" => self.range(show),
            None => None,
        }
    }

    fn range(&self, show: &dyn Fn(&Field<'_>) -> String) -> Option<String> {
        let low = self.field("low")?;
        let high = self.field("high").map(show).unwrap_or_default();
        Some(format!("{}..{high}", show(low)))
    }
}

impl Field<'_> {
    /// The value in a few words.
    pub fn said(&self) -> String {
        match self {
            Self::Null => "none".to_owned(),
            Self::Bool(yes) => yes.to_string(),
            Self::Integer(number) => number.to_string(),
            Self::Decimal(digits) => digits.to_string(),
            Self::Text(text) => text.to_string(),
            Self::List(values) if values.is_empty() => "none".to_owned(),
            Self::List(values) => values.iter().map(Field::said).collect::<Vec<_>>().join(" "),
            Self::Extent(extent) => match &extent.text {
                Some(text) => text.to_string(),
                None => format!("{}..{}", extent.span.start, extent.span.end),
            },
            Self::Reference(to) => format!("{} {}..{}", to.kind, to.span.start, to.span.end),
            Self::Object(fields) => {
                let said = fields.iter().map(|(name, field)| format!("{name} {}", field.said()));
                said.collect::<Vec<_>>().join(" ")
            }
        }
    }
}
