//! The description of the table: a Frictionless tabular data package.

use serde_json::{Value, json};

use super::CLAIMS;
use super::column::{COLUMNS, Column};
use crate::harness::sha256;

/// The `datapackage.json` of a table of claims with these bytes.
pub fn datapackage(claims: &[u8]) -> String {
    let package = json!({
        "name": "tahqiq-claims",
        "title": "Claims of Arabic news",
        "profile": "tabular-data-package",
        "resources": [{
            "name": "claims",
            "path": CLAIMS,
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "bytes": claims.len(),
            "hash": format!("sha256:{}", sha256(claims)),
            "dialect": { "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true },
            "schema": { "fields": COLUMNS.iter().map(field).collect::<Vec<_>>(), "missingValues": [""] },
        }],
    });
    serde_json::to_string_pretty(&package).unwrap_or_default() + "\n"
}

fn field(column: &Column) -> Value {
    let note = if column.quotes {
        " An apostrophe stands before words that a spreadsheet would take for a formula."
    } else {
        ""
    };
    let mut field =
        json!({ "name": column.name, "type": column.kind, "description": format!("{}{note}", column.says) });
    if ["document", "line", "predicate", "polarity", "modality", "start", "end", "text"]
        .contains(&column.name)
    {
        field["constraints"] = json!({ "required": true });
    }
    field
}
