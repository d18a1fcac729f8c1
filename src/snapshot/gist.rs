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

impl Item<'_> {
    /// Name of the field that says most, where the kind is known.
    pub fn lead(&self) -> Option<&'static str> {
        LEADS.iter().find(|(kind, _)| *kind == self.kind).map(|(_, name)| *name)
    }

    /// What the fact says first of all: its number, its timex, its predicate; a range as `20..99`; of an unknown kind its
    /// first field.
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
        if let Some(lead) = self.lead().and_then(|name| self.field(name)) {
            return show(lead);
        }
        match (self.field("low"), self.field("high")) {
            (Some(low), Some(high)) => format!("{}..{}", show(low), show(high)),
            (Some(low), None) => format!("{}..", show(low)),
            _ => {
                let first = self.fields.iter().find(|(_, field)| !field.is_null());
                first.map(|(_, field)| show(field)).unwrap_or_default()
            }
        }
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
