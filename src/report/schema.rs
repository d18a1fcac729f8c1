//! The JSON Schemas of what is printed.

use serde_json::{Value, json};

/// Of what `extract` prints.
pub const FACTS: &str = include_str!("../../docs/facts.schema.json");
/// Of the ledger.
pub const LEDGER: &str = include_str!("../../docs/ledger.schema.json");
/// Of the report of a check.
pub const CHECK: &str = include_str!("../../docs/check-report.schema.json");

/// Of a line of the canonical text that snapshots hold: that of `extract`, but that facts are pointed to by kind and span
/// and that the document's line stands by itself.
///
/// ```
/// assert!(tahqiq::report::schema::snapshot().contains("snapshot_line"));
/// ```
pub fn snapshot() -> String {
    let mut schema: Value = serde_json::from_str(FACTS).unwrap_or_default();
    schema["$id"] = json!("https://tahqiq.example/schema/1/snapshot.json");
    schema["title"] = json!("A line of a snapshot of tahqiq");
    schema["description"] = json!("The first line is what the facts depend on, each other line is a fact.");
    if let Some(root) = schema.as_object_mut() {
        root.remove("oneOf");
    }
    schema["$ref"] = json!("#/$defs/snapshot_line");
    schema["$defs"]["link"] = schema["$defs"]["link_by_name"].clone();
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}
