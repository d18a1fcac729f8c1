//! Facts and their changes, each in a line.

use super::sentence::{isolated, visible};
use super::style::{Styles, sign};
use crate::snapshot::{Change, DOCUMENT, Field, FieldChange, Item, Nature};

/// A field's value, short enough for a line.
pub fn value(field: &Field<'_>) -> String {
    match field {
        Field::Null => "none".to_owned(),
        Field::Bool(yes) => yes.to_string(),
        Field::Integer(number) => number.to_string(),
        Field::Decimal(digits) => digits.to_string(),
        Field::Text(text) if text.is_ascii() => visible(text),
        Field::Text(text) => isolated(text),
        Field::List(values) if values.is_empty() => "none".to_owned(),
        Field::List(values) => values.iter().map(value).collect::<Vec<_>>().join(" "),
        Field::Extent(extent) => extent.text.as_deref().map_or_else(|| place(extent.span), isolated),
        Field::Reference(to) => format!("{} {}", to.kind, place(to.span)),
        Field::Object(fields) => fields
            .iter()
            .map(|(name, field)| format!("{name} {}", value(field)))
            .collect::<Vec<_>>()
            .join(" "),
    }
}

fn place(span: crate::span::Span) -> String {
    format!("{}..{}", span.start, span.end)
}

/// What a fact says first of all: its number, its day, its predicate.
///
/// ```
/// use tahqiq::{report::gist, snapshot::Record};
///
/// let body = concat!(
///     r#"{"encoding":"utf-8","headline":null,"published":null,"reference":null}"#, "\n",
///     r#"{"kind":"numeral","start":0,"end":10,"rule":"r","number":null,"low":20,"high":99,"text":"عشرات"}"#, "\n",
/// );
/// assert_eq!(gist(&Record::from_body("a", body).unwrap().facts[0]), "20..99");
/// ```
pub fn gist(item: &Item<'_>) -> String {
    item.gist_in(&value)
}

/// What else a fact says: the fields that are short words.
fn aside(item: &Item<'_>) -> String {
    let first = || item.fields.iter().find(|(_, field)| !field.is_null()).map(|(name, _)| &**name);
    let lead = item.lead().or_else(first);
    let words =
        item.fields.iter().filter(|(name, _)| Some(&**name) != lead).filter_map(|(_, field)| match field {
            Field::Text(text) if text.is_ascii() => Some(visible(text)),
            Field::List(values) if !values.is_empty() => Some(value(field)),
            _ => None,
        });
    words.take(8).collect::<Vec<_>>().join(" ")
}

/// A change in words, each part by itself, for whoever has colours of their own.
///
/// ```
/// use tahqiq::report::Words;
/// use tahqiq::snapshot::{Record, diff};
///
/// let body = |number: u32| {
///     let head = r#"{"encoding":"utf-8","headline":null,"published":null,"reference":null}"#;
///     format!("{head}\n{{\"kind\":\"numeral\",\"start\":0,\"end\":2,\"rule\":\"r\",\"number\":{number},\"text\":\"17\"}}\n")
/// };
/// let (old, new) = (body(17), body(71));
/// let (old, new) = (Record::from_body("a", &old).unwrap(), Record::from_body("a", &new).unwrap());
/// let words = Words::of(&diff(&old, &new, "17").changes[0]);
/// assert_eq!((words.sign, &*words.kind, &*words.said), ('~', "numeral", "17 → 71"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// `+`, `-` or `~`.
    pub sign: char,
    /// The kind of the fact.
    pub kind: String,
    /// What the fact says, and what became of it: `17 → 71, reaches further`.
    pub said: String,
    /// What else it says, where it came or went.
    pub aside: String,
    /// In what the writing differs, where nothing else does: ` (marks alone)`; else empty.
    pub noise: String,
    /// The rule.
    pub rule: String,
}

impl Words {
    /// The words for `change`.
    pub fn of(change: &Change) -> Self {
        let item = change.item();
        let (said, aside) = match change.nature {
            Nature::Added | Nature::Removed => (gist(item), aside(item)),
            _ => (became(change), String::new()),
        };
        let (kind, rule) = (visible(&item.kind), visible(&item.rule));
        Self { sign: sign(change.nature), kind, said, aside, noise: noise(change), rule }
    }
}

/// A change in a line: a sign, the kind, what the fact says and what became of it, the rule.
pub fn change(change: &Change, styles: &Styles) -> String {
    let faint = styles.faint;
    let color = styles.nature(change.nature);
    let Words { sign, kind, said, aside, noise, rule } = Words::of(change);
    let aside = match change.nature {
        Nature::Added | Nature::Removed => format!("  {faint}{aside}{faint:#}"),
        _ => aside,
    };
    format!("{color}{sign} {kind}{color:#} {said}{aside}{noise}  {faint}{rule}{faint:#}")
}

/// ` (marks alone)`: in what the writing differs, where nothing else does.
fn noise(change: &Change) -> String {
    match change.noise.as_slice() {
        [] => String::new(),
        noise => format!(" ({} alone)", noise.iter().map(|v| v.name()).collect::<Vec<_>>().join(", ")),
    }
}

/// `65 → 66, rank cardinal → ordinal`: what it says first of all, what became of the span, the other fields.
fn became(change: &Change) -> String {
    let lead = change.item().lead();
    let (first, rest): (Vec<_>, Vec<_>) = change.fields.iter().partition(|field| Some(&*field.name) == lead);
    let mut said: Vec<_> = first.iter().map(|f| format!("{} → {}", value(&f.old), value(&f.new))).collect();
    if said.is_empty() && change.item().kind != DOCUMENT {
        said.push(gist(change.item()));
    }
    said.extend(reach(change).map(str::to_owned));
    said.extend(rest.into_iter().map(field_change));
    said.join(", ")
}

fn reach(change: &Change) -> Option<&'static str> {
    match change.nature {
        Nature::Grown => Some("reaches further"),
        Nature::Shrunk => Some("reaches less far"),
        _ if !change.noise.is_empty() => Some("is written otherwise"),
        _ if change.fields.is_empty() => Some("stands elsewhere"),
        _ => None,
    }
}

pub(super) fn field_change(change: &FieldChange) -> String {
    format!("{} {} → {}", visible(&change.name), value(&change.old), value(&change.new))
}
