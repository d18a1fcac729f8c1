//! Whether a long document costs as much for each byte as a short one, as ratios within one run: one word, sign or
//! sentence repeated in one line, read as the line of a stream and as a document of its own, which make their output in
//! two ways. A ratio near the quotient of the lengths is quadratic.
//!
//! `cargo bench --bench linear`; `-- 8` takes documents of 8 MB instead of 2 as the longer ones.

use std::hint::black_box;
use std::time::Instant;

use tahqiq::engine::{Builtin, Extraction};
use tahqiq::harness::stream;
use tahqiq::lexicon::Lexicon;
use tahqiq::text::Document;

/// What is repeated.
const KINDS: [&str; 12] = [
    "كلمة ",
    "و",
    "12 ",
    "«",
    "قال ",
    "قتل ",
    "سطر\n",
    "الخميس ",
    "في دمشق ",
    "قال محمد إن ",
    "مقتل 12 شخصا و ",
    "وأحد عشر رجلا ",
];

/// Megabytes of the longer documents, if the command line names no others.
const LONG: usize = 2;
/// How many times shorter the others are.
const EIGHT: u32 = 8;
/// Rounds; the fastest counts.
const ROUNDS: usize = 3;

fn main() {
    let named = std::env::args().skip(1).find_map(|argument| argument.parse().ok());
    let long = named.unwrap_or(LONG) << 20;
    let engine = Builtin::new(Lexicon::builtin());
    let extraction = Extraction::new(&engine);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a thread");

    let streamed = |text: &str| {
        let line = serde_json::json!({"id": "a", "text": text}).to_string();
        fastest(|| {
            let mut out = Vec::new();
            pool.install(|| stream(extraction, line.as_bytes(), &mut out, |_, _| ())).expect("memory");
            black_box(out);
        })
    };
    let recorded = |text: &str| {
        let document = Document::new("a", text).expect("it is short enough");
        fastest(|| {
            let record = extraction.record(&document, None).expect("it is read");
            black_box(record.to_json());
        })
    };

    println!("{} MB against an eighth of it, time for each byte", long >> 20);
    println!("{:>8} {:>8}  what is repeated", "stream", "document");
    for kind in KINDS {
        let times = long / EIGHT as usize / kind.len();
        let (few, many) = (kind.repeat(times), kind.repeat(EIGHT as usize * times));
        let ratio = |read: &dyn Fn(&str) -> f64| read(&many) / read(&few) / f64::from(EIGHT);
        println!("{:8.2} {:8.2}  {}", ratio(&streamed), ratio(&recorded), kind.escape_debug());
    }
}

/// Seconds of the fastest round.
fn fastest(mut work: impl FnMut()) -> f64 {
    let rounds = (0..ROUNDS).map(|_| {
        let start = Instant::now();
        work();
        start.elapsed().as_secs_f64()
    });
    rounds.fold(f64::INFINITY, f64::min)
}
