//! Streams: lines of documents in, lines of records out, in order, however long.

use std::io::{self, Read, Write};

use rayon::prelude::*;

use super::line::{Line, Name, is_blank};
use crate::engine::Extraction;
use crate::error::{Error, Result};
use crate::snapshot::{Record, write_string};
use crate::text::Document;

/// Bytes of lines that one thread takes at a time.
const PIECE: usize = 1 << 15;
/// Pieces that are read at a time for each thread: memory stays a few times this, unless one line is longer. Few, so
/// that what streams by does not drive the dictionary out of the processor's memory.
const PIECES: usize = 4;

/// How much longer the records are than their documents, with room to spare.
const ROOM: usize = 4;

/// What became of a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Streamed {
    /// Lines with a document in them.
    pub documents: usize,
    /// Those that could not be read; each has an `error` in its place.
    pub bad: usize,
}

/// Reads documents from `input`, a JSON object on a line, and writes the record of each as a line to `output`. Of a bad
/// line `{"id","error"}` is written in its place, and `bad` is told its number and what is wrong. Runs on the threads of
/// the current pool.
///
/// # Errors
/// Input or output that fails.
///
/// ```
/// use tahqiq::engine::{Builtin, Extraction};
/// use tahqiq::harness::stream;
/// use tahqiq::lexicon::Lexicon;
///
/// let engine = Builtin::new(Lexicon::builtin());
/// let lines = "{\"id\":\"a\",\"text\":\"أصيب 17 شخصاً\"}\nnonsense\n";
/// let mut out = Vec::new();
/// let done = stream(Extraction::new(&engine), lines.as_bytes(), &mut out, |line, _| assert_eq!(line, 2)).unwrap();
/// assert_eq!((done.documents, done.bad), (2, 1));
/// assert!(String::from_utf8(out).unwrap().contains(r#"{"id":null,"error":"#));
/// ```
pub fn stream(
    extraction: Extraction<'_>,
    input: impl Read,
    output: impl Write,
    bad: impl FnMut(usize, &Error),
) -> io::Result<Streamed> {
    answer(Form { extraction, write: None }, input, output, bad)
}

/// The same with whatever `write` writes of each record; nothing stands in the place of a bad line.
///
/// # Errors
/// Input or output that fails.
pub fn stream_as(
    extraction: Extraction<'_>,
    write: &Writer,
    input: impl Read,
    output: impl Write,
    bad: impl FnMut(usize, &Error),
) -> io::Result<Streamed> {
    answer(Form { extraction, write: Some(write) }, input, output, bad)
}

fn answer(
    form: Form<'_>,
    mut input: impl Read,
    mut output: impl Write,
    mut bad: impl FnMut(usize, &Error),
) -> io::Result<Streamed> {
    let mut done = Streamed::default();
    let mut lines_before = 0;
    let mut buffer = Vec::new();
    let mut outs: Vec<Vec<u8>> = Vec::new();
    // A thread that is alone waits for no other, and its pieces need not be several.
    let threads = rayon::current_num_threads();
    let batch = PIECE * if threads > 1 { PIECES * threads } else { 1 };
    loop {
        let read = input.by_ref().take(batch as u64).read_to_end(&mut buffer)?;
        if lines_before == 0 && buffer.starts_with("\u{feff}".as_bytes()) {
            buffer.drain(..3);
        }
        let new = buffer.len().saturating_sub(read);
        let whole = match memchr::memrchr(b'\n', &buffer[new..]) {
            _ if read == 0 => buffer.len(),
            Some(at) => new + at + 1,
            None => continue,
        };
        let pieces = pieces(&buffer[..whole]);
        outs.resize_with(outs.len().max(pieces.len()), Vec::new);
        let answered = pieces.into_par_iter().zip(&mut outs).map(|(piece, out)| form.piece(piece, out));
        for (piece, out) in answered.collect::<Vec<_>>().into_iter().zip(&mut outs) {
            output.write_all(out)?;
            // The room is kept for the next lines, but not that of a long document.
            out.clear();
            out.shrink_to(2 * ROOM * PIECE);
            piece.bad.iter().for_each(|(line, error)| bad(lines_before + line, error));
            lines_before += piece.lines;
            done.documents += piece.documents;
            done.bad += piece.bad.len();
        }
        buffer.drain(..whole);
        if read == 0 {
            output.flush()?;
            return Ok(done);
        }
    }
}

/// Whole lines in stretches of at least [`PIECE`] bytes.
fn pieces(mut lines: &[u8]) -> Vec<&[u8]> {
    let mut pieces = Vec::with_capacity(lines.len() / PIECE + 1);
    while !lines.is_empty() {
        let least = PIECE.min(lines.len());
        let end = memchr::memchr(b'\n', &lines[least..]).map_or(lines.len(), |at| least + at + 1);
        let (piece, rest) = lines.split_at(end);
        pieces.push(piece);
        lines = rest;
    }
    pieces
}

#[derive(Default)]
struct Piece {
    lines: usize,
    documents: usize,
    bad: Vec<(usize, Error)>,
}

/// Writes something of a record.
type Writer = dyn Fn(&Record<'_>, &Document<'_>, &mut Vec<u8>) + Sync;

/// How a stream is answered.
#[derive(Clone, Copy)]
struct Form<'f> {
    extraction: Extraction<'f>,
    /// Lines of JSON where there is none.
    write: Option<&'f Writer>,
}

impl Form<'_> {
    /// Answers the lines into `out`.
    fn piece(&self, lines: &[u8], out: &mut Vec<u8>) -> Piece {
        let mut piece = Piece::default();
        out.reserve(ROOM * lines.len());
        let mut rest = lines;
        while !rest.is_empty() {
            let end = memchr::memchr(b'\n', rest).map_or(rest.len(), |at| at + 1);
            let (line, behind) = rest.split_at(end);
            rest = behind;
            piece.lines += 1;
            if is_blank(line) {
                continue;
            }
            piece.documents += 1;
            let before = out.len();
            if let Err(error) = self.line(line, out) {
                out.truncate(before);
                if self.write.is_none() {
                    write_bad(out, line, &error);
                }
                piece.bad.push((piece.lines, error));
            }
        }
        piece
    }

    fn line(&self, line: &[u8], out: &mut Vec<u8>) -> Result<()> {
        let line = Line::parse(line)?;
        let published = line.published()?;
        let document = Document::new(line.id, line.text)?;
        if let Some(write) = self.write {
            write(&self.extraction.record(&document, published)?, &document, out);
        } else {
            self.extraction.write(&document, published, out)?;
            out.push(b'\n');
        }
        Ok(())
    }
}

fn write_bad(out: &mut Vec<u8>, line: &[u8], error: &Error) {
    out.extend_from_slice(b"{\"id\":");
    match Name::parse(line) {
        Ok(name) => write_string(out, &name.id),
        Err(_) => out.extend_from_slice(b"null"),
    }
    out.extend_from_slice(b",\"error\":");
    write_string(out, &error.to_string());
    out.extend_from_slice(b"}\n");
}
