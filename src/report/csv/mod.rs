//! Claims as a table: one row each, with its source, place and time flattened into it, for desks and spreadsheets.
//!
//! Knows the columns, how a cell is written (RFC 4180, nothing that a spreadsheet would run) and the Frictionless
//! description of it all. Reads records; knows no file.

mod column;
mod package;
mod row;

pub use package::datapackage;

use crate::snapshot::{Offsets, Record};
use column::COLUMNS;
use row::Row;

/// The name of the table beside its description.
pub const CLAIMS: &str = "claims.csv";
/// The name of the description.
pub const PACKAGE: &str = "datapackage.json";

/// The first line: the names of the columns.
pub fn csv_head() -> Vec<u8> {
    let mut out = Vec::new();
    write(&mut out, COLUMNS.iter().map(|column| column.name));
    out
}

/// Writes a row for each claim of a record, places counted in bytes; `start` and `end` of the table are counted in
/// `unit`.
///
/// ```
/// use tahqiq::report::{claims_csv, csv_head};
/// use tahqiq::snapshot::{Offsets, Record};
///
/// let mut out = csv_head();
/// claims_csv(&Record::default(), "", Offsets::Bytes, &mut out);
/// assert!(out.starts_with(b"document,published,reference,line,predicate,") && out.ends_with(b"\r\n"));
/// ```
pub fn claims_csv(record: &Record<'_>, text: &str, unit: Offsets, out: &mut Vec<u8>) {
    if record.facts.iter().all(|item| item.kind != "claim") {
        return;
    }
    let mut counted = record.clone();
    counted.count_in(unit, text);
    let lines: Vec<_> =
        text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(at, _)| at as u32).collect();
    for (item, placed) in record.facts.iter().zip(&counted.facts).filter(|(item, _)| item.kind == "claim") {
        let line = lines.partition_point(|end| *end < item.span.start) + 1;
        let row = Row { record, text, item, line, span: placed.span };
        write(out, COLUMNS.iter().map(|column| cell(column, (column.cell)(&row))));
    }
}

/// What stands in a cell. Text of documents that a spreadsheet would take for a formula is given an apostrophe before it.
fn cell(column: &column::Column, value: String) -> String {
    const RUNS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    if column.quotes && value.starts_with(RUNS) { format!("'{value}") } else { value }
}

/// Writes a line of cells: those with a comma, a quote or a line end between quotes, lines ended by CRLF.
fn write<C: AsRef<[u8]>>(out: &mut Vec<u8>, cells: impl Iterator<Item = C>) {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    // A vector takes whatever is written, and every line has the same number of cells.
    let _ = writer.write_record(cells);
    let _ = writer.flush();
}
