//! How fast the built-in readers are, as ratios within one run: one thread reads lines of JSON and writes lines of
//! facts, against a leftmost-longest aho-corasick search for the words of the lists over the same bytes.
//!
//! `cargo bench --bench throughput` reads the project's own news documents, repeated;
//! `cargo bench --bench throughput -- articles.jsonl` any stream of documents.

use std::hint::black_box;
use std::time::{Duration, Instant};

use aho_corasick::{AhoCorasick, MatchKind};
use tahqiq::engine::{Builtin, Extraction};
use tahqiq::harness::stream;
use tahqiq::lexicon::{Lexicon, Listed};

/// Bytes of input that a round reads at least.
const INPUT: usize = 24 << 20;
/// Rounds; the median counts.
const ROUNDS: usize = 7;

fn main() {
    let lines = repeated(&input());
    let engine = Builtin::new(Lexicon::builtin());
    let words = words();
    let automaton =
        AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&words).expect("words");
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a thread");

    let mut written = 0;
    let read = median(|| {
        let mut out = Vec::with_capacity(lines.len());
        pool.install(|| stream(Extraction::new(&engine), &lines[..], &mut out, |_, _| ())).expect("memory");
        written = black_box(out).len();
    });
    let search = median(|| {
        black_box(automaton.find_iter(&lines[..]).count());
    });
    let split = median(|| {
        black_box(lines.split(u8::is_ascii_whitespace).filter(|w| !w.is_empty()).count());
    });

    let speed = |time: Duration| megabytes(lines.len()) / time.as_secs_f64();
    println!(
        "input {:.1} MB, output {:.1} MB, one thread, median of {ROUNDS}",
        megabytes(lines.len()),
        megabytes(written)
    );
    println!("extract, JSON in and out        {:7.1} MB/s", speed(read));
    println!("aho-corasick over {:5} words   {:7.1} MB/s", words.len(), speed(search));
    println!("split at white space            {:7.1} MB/s", speed(split));
    println!("extract / aho-corasick          {:7.2}", speed(read) / speed(search));
    println!("extract / split                 {:7.2}", speed(read) / speed(split));
}

/// Lines of documents: the file that is named, or the project's own news.
fn input() -> Vec<u8> {
    let named = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    if let Some(path) = named {
        return std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    }
    let news = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/news");
    let files = walkdir::WalkDir::new(news).sort_by_file_name().into_iter().filter_map(Result::ok);
    let texts = files.filter(|file| file.path().extension().is_some_and(|e| e == "txt"));
    let mut lines = Vec::new();
    for file in texts {
        let text = std::fs::read_to_string(file.path()).expect("the corpus is UTF-8");
        let line = serde_json::json!({"id": file.file_name().to_string_lossy(), "text": text});
        lines.extend_from_slice(line.to_string().as_bytes());
        lines.push(b'\n');
    }
    assert!(!lines.is_empty(), "no documents under {news}");
    lines
}

fn repeated(lines: &[u8]) -> Vec<u8> {
    lines.repeat(INPUT.div_ceil(lines.len()))
}

/// Every word of the lists, as typed there.
fn words() -> Vec<String> {
    let rows = Listed::builtin().expect("the compiled-in lists are checked by a test");
    let mut words: Vec<String> = rows.into_iter().flat_map(|row| row.words).collect();
    words.sort();
    words.dedup();
    words
}

fn median(mut round: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            round();
            start.elapsed()
        })
        .collect();
    times.sort();
    times[ROUNDS / 2]
}

fn megabytes(bytes: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a rounded figure is printed")]
    let bytes = bytes as f64;
    bytes / 1e6
}
