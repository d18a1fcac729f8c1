//! The columns of the table of claims.

use super::row::Row;

/// A column: its name, its type in a Frictionless Table Schema, what it holds, and how it is found.
pub(super) struct Column {
    pub(super) name: &'static str,
    pub(super) kind: &'static str,
    pub(super) says: &'static str,
    /// Whether it quotes the document, whose words may look like a formula.
    pub(super) quotes: bool,
    pub(super) cell: fn(&Row<'_>) -> String,
}

const fn own(
    name: &'static str,
    kind: &'static str,
    says: &'static str,
    cell: fn(&Row<'_>) -> String,
) -> Column {
    Column { name, kind, says, quotes: false, cell }
}

const fn quote(name: &'static str, says: &'static str, cell: fn(&Row<'_>) -> String) -> Column {
    Column { name, kind: "string", says, quotes: true, cell }
}

/// Every column, in order.
#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "the paths are of one lifetime, a cell is of any"
)]
pub(super) const COLUMNS: &[Column] = &[
    quote("document", "The document's name.", |row| row.record.id.to_string()),
    own("published", "string", "When it was published, ISO 8601, as its text or sidecar states it.", |row| {
        row.published()
    }),
    own("reference", "string", "The day that relative times were resolved against.", |row| row.reference()),
    own("line", "integer", "The claim's line in the document, from 1.", |row| row.line.to_string()),
    own("predicate", "string", "What happened: killed, wounded, captured, ...", |row| row.said("predicate")),
    own("bound", "string", "How the number bounds what is meant; empty where nothing is counted.", |row| {
        row.said("bound")
    }),
    own("number", "any", "The number, exact; 2/3 where no short decimal is.", |row| row.said("number")),
    own("low", "any", "The least of a range or class of numbers.", |row| row.said("low")),
    own("high", "any", "The greatest of a range or class of numbers; empty where it is open.", |row| {
        row.said("high")
    }),
    quote("hedge", "The words that hedge the number.", |row| row.quantity("hedge")),
    quote("who", "To whom or what it happened, as the text says it.", |row| row.named("who")),
    own("who_entity", "string", "The entity of who.", |row| row.entity("who")),
    quote("by", "Who did it, as the text says it.", |row| row.named("by")),
    own("by_entity", "string", "The entity of by.", |row| row.entity("by")),
    quote("where", "Where, as the text says it.", |row| row.named("where")),
    own("where_entity", "string", "The entity of where.", |row| row.entity("where")),
    own("country", "string", "Its country, ISO 3166-1.", |row| row.place("country")),
    own("iso", "string", "Its governorate, ISO 3166-2.", |row| row.place("iso")),
    own("geonames", "integer", "Its id in GeoNames.", |row| row.place("geonames")),
    own("lat", "number", "Degrees north (WGS 84).", |row| row.place("lat")),
    own("lon", "number", "Degrees east.", |row| row.place("lon")),
    quote("when", "When, as the text says it.", |row| row.when()),
    own("when_from", "string", "First day or minute of it, ISO 8601, where it could be resolved.", |row| {
        row.time("from")
    }),
    own("when_to", "string", "Last day or minute of it, included.", |row| row.time("to")),
    own("polarity", "string", "affirmed or negated.", |row| row.said("polarity")),
    own("modality", "string", "asserted, planned, attempted, possible or retracted.", |row| {
        row.said("modality")
    }),
    own("update", "string", "How the figure changes an earlier one.", |row| row.said("update")),
    quote(
        "sources",
        "Who says so, the outermost first, with an arrow to each next; empty in the outlet's own narration.",
        |row| row.sources(),
    ),
    quote("origin", "The innermost of them.", |row| row.origin("source", None)),
    own("origin_entity", "string", "Its entity.", |row| row.origin("source", Some("entity"))),
    quote("cue", "The word of saying.", |row| row.origin("cue", None)),
    own("stance", "string", "How the text stands to what is said.", |row| row.origin("stance", None)),
    own("quoted", "boolean", "Whether it is quoted word by word.", |row| row.origin("quoted", None)),
    own(
        "start",
        "integer",
        "Where the claim starts in the document, in bytes of UTF-8 unless --offsets says otherwise.",
        |row| row.span.start.to_string(),
    ),
    own("end", "integer", "Where it ends, half open.", |row| row.span.end.to_string()),
    quote("text", "The claim's words.", |row| row.item.text.to_string()),
    quote("sentence", "The sentence that it stands in.", |row| row.sentence()),
    own("rule", "string", "The rule that found it.", |row| row.item.rule.to_string()),
];
