//! The text itself: bytes become characters, characters become folded words with their place in the file.
//!
//! Knows decoding, folding, tokens, clitics, sentences and quotations. Does not know what any word means: the
//! tokenizer asks a [`Probe`] whether a folded word is known and stores the answer unread.
//! Folding is private to this room; above it every [`crate::span::Span`] is a byte range of the text as it stands.

mod batch;
mod clitic;
mod decode;
mod fold;
mod key;
mod opaque;
mod quotation;
mod sentence;
mod shape;
mod token;
mod tokenize;
mod variant;

pub use decode::{Document, Encoding, decode};
pub(crate) use fold::spells_article_within;
pub use fold::{
    ends_in_pronoun, fold, is_and, is_proclitic, opens_like_verb, opens_with_article, proclitics,
    spells_article, trim_marks,
};
pub use key::Key;
pub(crate) use quotation::quotations_into;
pub use quotation::{Quotation, carried_on, quotations};
pub use sentence::{sentence_at, sentences};
pub use token::{Kind, Probe, Token, WordId};
pub use tokenize::tokenize;
pub(crate) use tokenize::tokenize_into;
pub use variant::{Variant, variants};
