//! Testifying: documents are read in parallel and each is reduced at once to what it testifies.

use std::borrow::Cow;

use rayon::prelude::*;

use super::opened::Opened;
use crate::engine::catch;
use crate::error::{Error, Result};
use crate::extract::{self, Anchor, Context};
use crate::fact::Detail;
use crate::lexicon::Lexicon;
use crate::reconcile::{Outlet, Testimony, testimonies};
use crate::span::Span;
use crate::text::Document;

/// What documents testify, and those that could not be read.
#[derive(Debug, Default)]
pub struct Testified {
    /// The testimonies, by document in the order in which these were given.
    pub testimonies: Vec<Testimony>,
    /// Number of documents that were read.
    pub documents: usize,
    /// Those that were not.
    pub problems: Vec<Error>,
}

/// Reads each document that `open` opens of `places` with the words of `lexicon`, on the threads of the current pool.
/// `reference` is the day of all of them, where one is given; `done` is called after each.
pub fn testify<P: Sync>(
    places: &[P],
    open: impl Fn(&P) -> Result<Opened> + Sync,
    lexicon: &Lexicon,
    reference: Option<Anchor>,
    done: &(dyn Fn() + Sync),
) -> Testified {
    let read = |place: &P| {
        let testimonies = open(place).and_then(|opened| of_one(&opened, lexicon, reference));
        done();
        testimonies
    };
    let mut testified = Testified::default();
    for result in places.par_iter().map(read).collect::<Vec<_>>() {
        match result {
            Ok(mut testimonies) => {
                testified.documents += 1;
                testified.testimonies.append(&mut testimonies);
            }
            Err(error) => testified.problems.push(error),
        }
    }
    testified
}

fn of_one(opened: &Opened, lexicon: &Lexicon, reference: Option<Anchor>) -> Result<Vec<Testimony>> {
    let document = opened.document()?;
    let context = Context { reference, published: opened.published };
    let outlet = opened.outlet.as_deref().map(|name| outlet(name, lexicon));
    catch(|| {
        let reading = extract::read(&document, lexicon, context);
        Ok(testimonies(&document, &reading, lexicon, outlet))
    })
}

/// The outlet of that name, with its entity where the lists have it.
fn outlet(name: &str, lexicon: &Lexicon) -> Outlet {
    let entity = |document: Document<'_>| {
        let facts = extract::read(&document, lexicon, Context::default()).facts;
        let whole = Span::new(0, name.len() as u32);
        facts.into_iter().filter(|fact| fact.span == whole).find_map(|fact| match fact.detail {
            Detail::Entity(entity) => Some(entity.id),
            _ => None,
        })
    };
    let id = Document::new("outlet", Cow::Borrowed(name)).ok().and_then(entity);
    Outlet { name: name.to_owned(), entity: id }
}
