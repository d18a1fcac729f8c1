//! Turns the word lists, which are written in TOML, into JSON as they are compiled in: a program that starts reads it
//! several times as fast.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

const LISTS: &str = "src/lexicon/words";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={LISTS}");
    let made = env::var("OUT_DIR")?;
    for entry in fs::read_dir(LISTS)? {
        let file = entry?.path();
        if file.extension().is_some_and(|extension| extension == "toml") {
            let text = fs::read_to_string(&file)?;
            let list: toml::Table = text.parse().map_err(|error| format!("{}: {error}", file.display()))?;
            let name = file.with_extension("json");
            let name = name.file_name().ok_or("a file without a name")?;
            fs::write(Path::new(&made).join(name), serde_json::to_string(&list)?)?;
        }
    }
    Ok(())
}
