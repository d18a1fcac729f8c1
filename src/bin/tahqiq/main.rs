//! The program: arguments in, exit codes out.
use tahqiq::{extract, lexicon::Lexicon, text::Document};
fn main() {
    let text = std::env::args().nth(1).unwrap();
    let d = Document::new("x", text).unwrap();
    for f in extract::read(&d, &Lexicon::builtin(), extract::Context::default()).facts {
        println!("{} {:?}", &d.text[f.span.range()], f);
    }
}
