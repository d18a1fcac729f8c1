//! Entities: actors, places, outlets and persons that a text names.

use std::borrow::Cow;

use crate::span::Span;

/// A named one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// Its id: `org:sdf`, `place:hasakah`, `out:reuters`, `per:…`.
    pub id: Cow<'static, str>,
    /// What it is.
    pub kind: EntityKind,
    /// What is known of a place.
    pub place: Option<&'static Gazetteer>,
}

/// What an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EntityKind {
    /// An organisation, armed force, authority or group.
    Actor,
    /// A place.
    Place,
    /// A newspaper, channel, site or agency.
    Outlet,
    /// A person.
    Person,
}

/// What a list says of a place; nothing where its source has nothing.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Gazetteer {
    /// `country`, `governorate`, `city`, `district`, `site` or `region`.
    pub kind: String,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// ISO 3166-2, of the governorate that it is or lies in.
    pub iso: Option<String>,
    /// The id of the place that it lies in.
    pub within: Option<String>,
    /// Id in GeoNames.
    pub geonames: Option<u32>,
    /// Degrees north and east (WGS 84), as decimals.
    pub coordinates: Option<(String, String)>,
}

/// A stretch that names someone or something, and which entity it is, where that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The quotation.
    pub span: Span,
    /// The entity's id.
    pub entity: Option<Cow<'static, str>>,
}

impl EntityKind {
    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Actor => "actor",
            Self::Place => "place",
            Self::Outlet => "outlet",
            Self::Person => "person",
        }
    }
}
