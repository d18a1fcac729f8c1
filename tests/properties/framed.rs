//! A quotation in its sentence, and the check that it alone is read, whole and with the right value.

use std::ops::Range;

use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use tahqiq::extract::{Context, read};
use tahqiq::fact::{Detail, Fact, Numeral, Quantity, Time, Value};
use tahqiq::lexicon::Lexicon;
use tahqiq::text::Document;

/// What came of one case.
pub(crate) type Outcome = Result<(), TestCaseError>;

/// A text, and where in it the expression under test stands.
#[derive(Debug, Clone)]
pub(crate) struct Framed {
    pub text: String,
    pub quoted: Range<usize>,
}

impl Framed {
    /// `quoted` with `before` and `after` right beside it.
    pub(crate) fn new(before: &str, quoted: &str, after: &str) -> Self {
        let start = before.len();
        Self { text: format!("{before}{quoted}{after}"), quoted: start..start + quoted.len() }
    }

    /// The one numeral of the text, which must quote exactly the expression.
    pub(crate) fn numeral(&self) -> Result<Numeral, TestCaseError> {
        let facts = facts(&self.text, Context::default());
        let numerals: Vec<_> = facts.iter().filter_map(numeral).collect();
        let [(span, numeral)] = &numerals[..] else {
            let found: Vec<_> = facts.iter().map(|f| (f.rule, &self.text[f.span.range()])).collect();
            return Err(TestCaseError::fail(format!("not one numeral in {:?}: {found:?}", self.text)));
        };
        let (read, expected) = (&self.text[span.clone()], &self.text[self.quoted.clone()]);
        prop_assert_eq!(span, &self.quoted, "{:?} is quoted for {:?} in {:?}", read, expected, self.text);
        Ok(*numeral)
    }

    /// The one quantity of the text, which must quote exactly the expression.
    pub(crate) fn quantity(&self) -> Result<Quantity, TestCaseError> {
        let facts = facts(&self.text, Context::default());
        let found: Vec<_> = facts.iter().map(|f| (f.rule, &self.text[f.span.range()])).collect();
        let quantities: Vec<_> = facts.iter().filter_map(quantity).collect();
        let [(span, quantity)] = &quantities[..] else {
            return Err(TestCaseError::fail(format!("not one quantity in {:?}: {found:?}", self.text)));
        };
        let expected = &self.text[self.quoted.clone()];
        prop_assert_eq!(span, &self.quoted, "{:?} for {:?} in {:?}", found, expected, self.text);
        Ok(*quantity)
    }

    /// The one numeral or time of the text, which must be a time that quotes exactly the expression.
    pub(crate) fn time(&self, context: Context) -> Result<Time, TestCaseError> {
        let mut facts = facts(&self.text, context);
        facts.retain(|fact| matches!(fact.detail, Detail::Numeral(_) | Detail::Time(_)));
        let found: Vec<_> = facts.iter().map(|f| (f.rule, &self.text[f.span.range()])).collect();
        let [Fact { span, detail: Detail::Time(time), .. }] = &facts[..] else {
            return Err(TestCaseError::fail(format!("not one time in {:?}: {found:?}", self.text)));
        };
        let expected = &self.text[self.quoted.clone()];
        prop_assert_eq!(&span.range(), &self.quoted, "{:?} for {:?} in {:?}", found, expected, self.text);
        Ok((**time).clone())
    }

    /// The one numeral of the text must quote the expression and mean `above / below`.
    pub(crate) fn reads_as(&self, above: i128, below: i128) -> Outcome {
        let numeral = self.numeral()?;
        let Value::Exact(number) = numeral.value else {
            return Err(TestCaseError::fail(format!("{:?} is {numeral:?}", self.text)));
        };
        let (n, d) = number.parts();
        prop_assert_eq!(n * below, above * d, "{:?} reads as {}, not {}/{}", self.text, number, above, below);
        Ok(())
    }
}

/// The facts of a text, by the built-in lists.
pub(crate) fn facts(text: &str, context: Context) -> Vec<Fact> {
    let document = Document::new("property", text).expect("short");
    read(&document, &Lexicon::builtin(), context).facts
}

fn numeral(fact: &Fact) -> Option<(Range<usize>, Numeral)> {
    match fact.detail {
        Detail::Numeral(numeral) => Some((fact.span.range(), numeral)),
        _ => None,
    }
}

fn quantity(fact: &Fact) -> Option<(Range<usize>, Quantity)> {
    match &fact.detail {
        Detail::Quantity(quantity) => Some((fact.span.range(), **quantity)),
        _ => None,
    }
}
