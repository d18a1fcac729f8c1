//! `tahqiq init`: a new project.

use std::io::{BufWriter, Write};
use std::path::PathBuf;

use clap::Args;
use tahqiq::harness::init;
use tahqiq::report::{STYLES, visible};

use crate::exit::Done;

#[derive(Debug, Args)]
#[command(after_help = "Nothing is overwritten: what is there is left as it is, and named.")]
pub(crate) struct Init {
    /// The project's folder; it is made where there is none.
    #[arg(value_name = "FOLDER", default_value = ".")]
    pub(crate) folder: PathBuf,
    /// Leave out the example document.
    #[arg(long)]
    pub(crate) bare: bool,
}

pub(crate) fn run(options: &Init) -> Done {
    let all = init(&options.folder, options.bare)?;
    let (strong, faint, added) = (STYLES.strong, STYLES.faint, STYLES.added);
    let mut out = BufWriter::new(anstream::stdout());
    for made in &all {
        let path = visible(&made.path);
        if made.is_new {
            write!(out, "{added}made{added:#} {path}")?;
        } else {
            write!(out, "{faint}kept{faint:#} {path}")?;
        }
        match &made.remark {
            Some(remark) => writeln!(out, "  {strong}{}{strong:#}", visible(remark))?,
            None => writeln!(out)?,
        }
    }
    let is_here = options.folder.as_os_str() == ".";
    let folder = visible(&options.folder.to_string_lossy());
    let go = if is_here { String::new() } else { format!("`cd {folder}`, then ") };
    let is_new_and_empty = options.bare && all.iter().any(|made| made.is_corpus && made.is_new);
    let put = if is_new_and_empty { "put documents into the corpus, then " } else { "" };
    writeln!(out, "next: {go}{put}`tahqiq check`")?;
    out.flush()?;
    Ok(0)
}
