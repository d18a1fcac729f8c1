//! Answers of other engines: a line of JSON becomes the record of the document that was asked about.
//!
//! The shape is that of the output. What an engine need not say is filled in, what it says and nobody would look at is
//! refused: a key that is read by no one is a typing error that no check would ever find.

use std::borrow::Cow;
use std::cmp::Reverse;

use super::body::{is_there, published, quotation, reference};
use super::field::owned;
use super::offsets::Offsets;
use super::parse::{Pairs, Parsed, string};
use super::record::{Basis, Item, Published, Record, SCHEMA};
use crate::span::Span;

/// What is known of the document without its engine, and may stand in an answer as it stands in the output.
const KNOWN: &[&str] = &["encoding", "bytes", "sha256"];

/// What an engine answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The document's record; its spans are bytes, lie in the text and quote it.
    Record(Box<Record<'static>>),
    /// The engine could not read the document, in its own words.
    Error(String),
}

/// What is wrong with an answer, in words that follow the engine's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misfit {
    /// It is no answer to what was asked: whatever comes next may not be one either.
    Line(String),
    /// It is one, and lacks what an answer has or has what it may not have.
    Shape(String),
    /// It is one, and points to places that are not there or do not hold what it quotes.
    Places(String),
}

impl Record<'static> {
    /// The record of the document whose text is `text`, from the line that an engine answered; `self` is what is known
    /// of the document besides. Spans are counted in `unit`, facts may come in any order.
    ///
    /// # Errors
    /// A line that is no answer, or facts that do not hold.
    ///
    /// ```
    /// use tahqiq::snapshot::{Answer, Offsets, Record};
    ///
    /// let known = Record { id: "a".into(), encoding: "utf-8".into(), ..Record::default() };
    /// let line = r#"{"id":"a","facts":[{"kind":"mark","start":3,"end":4,"sign":true}]}"#;
    /// let Answer::Record(record) = known.answered(line, "نعم!", Offsets::Chars).unwrap() else { panic!() };
    /// assert_eq!((record.facts[0].span.start, &*record.facts[0].text), (6, "!"));
    /// ```
    pub fn answered(mut self, line: &str, text: &str, unit: Offsets) -> Result<Answer, Misfit> {
        let pairs = Pairs::read(line)
            .map_err(|_| Misfit::Line(format!("answered what is not JSON: {}", short(line))));
        let mut pairs = pairs?;
        let id = pairs.string("id").map_err(|why| Misfit::Line(format!("gave an answer that {why}")))?;
        if id != self.id {
            return Err(Misfit::Line(format!("answered about `{id}` when it was asked about `{}`", self.id)));
        }
        if let Some(error) = pairs.take("error").filter(is_there) {
            let said = string(error).map_or_else(|_| error.to_owned(), Cow::into_owned);
            return Ok(Answer::Error(said));
        }
        let unquoted = self.fill(pairs).map_err(|why| Misfit::Shape(format!("gave an answer that {why}")))?;
        self.count_from(unit, text).map_err(Misfit::Places)?;
        for index in unquoted {
            let item = &mut self.facts[index];
            item.text = Cow::Owned(text.get(item.span.range()).unwrap_or_default().to_owned());
        }
        self.facts.sort_by(|a, b| in_order(a).cmp(&in_order(b)));
        match self.verify(text) {
            Ok(()) => Ok(Answer::Record(Box::new(self))),
            Err(error) => Err(Misfit::Places(format!("gave a fact that does not hold: {error}"))),
        }
    }

    /// Takes over what the answer says; returns the facts without a quotation.
    fn fill(&mut self, mut pairs: Pairs<'_>) -> Parsed<Vec<usize>> {
        if let Some(other) = pairs.take("schema").filter(|schema| *schema != SCHEMA.to_string()) {
            return Err(format!("is of schema {other}, where {SCHEMA} is known"));
        }
        if let Some(json) = pairs.take("headline").filter(is_there) {
            self.headline =
                Some(quotation(json).map(|(span, text)| (span, owned(text))).map_err(of("headline"))?);
        }
        if let Some(json) = pairs.take("published") {
            let stated = is_there(&json).then(|| published(json).map(Published::into_owned));
            self.published = stated.transpose().map_err(of("published"))?;
        }
        if let Some(json) = pairs.take("reference").filter(is_there) {
            self.reference = Some(reference(json).map(Basis::into_owned).map_err(of("reference"))?);
        }
        let facts = pairs.take("facts").ok_or("has no `facts`")?;
        if let Some((key, _)) = pairs.0.iter().find(|(key, _)| !KNOWN.contains(&&**key)) {
            return Err(format!("has the unknown key `{key}`"));
        }
        self.take_facts(facts)
    }

    fn take_facts(&mut self, json: &str) -> Parsed<Vec<usize>> {
        let facts: Vec<&serde_json::value::RawValue> =
            serde_json::from_str(json).map_err(|_| "has `facts` that are not a list")?;
        let mut unquoted = Vec::new();
        for (index, fact) in facts.into_iter().enumerate() {
            let (item, quoted) =
                item(fact.get()).map_err(|why| format!("has `facts[{index}]`, which {why}"))?;
            self.facts.push(item.into_owned());
            if !quoted {
                unquoted.push(index);
            }
        }
        Ok(unquoted)
    }
}

/// A fact, and whether it has a quotation. Where it names no rule, its kind stands for one.
fn item(json: &str) -> Parsed<(Item<'_>, bool)> {
    let mut pairs = Pairs::read(json)?;
    if let Some(key) = pairs.repeated() {
        return Err(format!("has the key `{key}` twice"));
    }
    let (kind, span) = (pairs.string("kind")?, pairs.span()?);
    let rule = if pairs.has("rule") { pairs.string("rule")? } else { kind.clone() };
    let quoted = pairs.has("text");
    let text = if quoted { pairs.string("text")? } else { Cow::Borrowed("") };
    Ok((Item { kind, span, text, rule, fields: pairs.fields(0)? }, quoted))
}

fn in_order<'i>(item: &'i Item<'_>) -> (u32, Reverse<u32>, &'i str) {
    let Span { start, end } = item.span;
    (start, Reverse(end), &item.kind)
}

fn of(key: &str) -> impl Fn(String) -> String {
    move |why| format!("has a `{key}` which {why}")
}

/// As much of a line as tells which one it is.
fn short(line: &str) -> String {
    const SHOWN: usize = 60;
    let line = line.trim();
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("`{}…`", &line[..end]),
        None => format!("`{line}`"),
    }
}
