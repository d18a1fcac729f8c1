//! `tahqiq explain`: how a text is read.

use std::io::{BufWriter, Read, Write};
use std::path::Path;

use tahqiq::error::{Error, Result};
use tahqiq::extract::Page;
use tahqiq::harness::{Evidence, Extraction, Opened};
use tahqiq::lexicon::Lexicon;
use tahqiq::report::{STYLES, gist, isolated, sentence, visible};
use tahqiq::snapshot::Record;
use tahqiq::text::{Document, Kind};

use crate::args::Explain;
use crate::exit::Done;
use crate::open;

pub(crate) fn run(options: &Explain, config: Option<&Path>) -> Done {
    let project = open::project_if_any(config)?;
    let lexicon =
        project.as_ref().map_or_else(|| Ok(Lexicon::builtin()), tahqiq::harness::Project::lexicon)?;
    let engine = open::engine(project.as_ref())?;
    let opened = read(options)?;
    let document = opened.document()?;
    let kinds = &options.reading.kinds;
    let extraction = Extraction { reference: options.reading.reference, kinds, ..Extraction::new(&engine) };
    let record = opened.record(&document, extraction)?;
    let mut out = BufWriter::new(anstream::stdout());
    tokens(&document, &lexicon, &mut out)?;
    context(&record, &mut out)?;
    facts(&document, &record, &mut out)?;
    out.flush()?;
    Ok(0)
}

/// A file where there is one of that name, else the text itself.
fn read(options: &Explain) -> Result<Opened> {
    let path = Path::new(&options.what);
    let disk = |error: std::io::Error| Error::disk(path, &error);
    let mut bytes = Vec::new();
    if options.what == "-" {
        std::io::stdin().lock().read_to_end(&mut bytes).map_err(disk)?;
    } else if path.is_file() {
        bytes = std::fs::read(path).map_err(disk)?;
    } else {
        bytes.extend_from_slice(options.what.as_bytes());
    }
    Ok(Opened { id: options.what.clone(), bytes, encoding: options.reading.encoding, published: None })
}

fn tokens(document: &Document<'_>, lexicon: &Lexicon, out: &mut impl Write) -> std::io::Result<()> {
    let (strong, faint) = (STYLES.strong, STYLES.faint);
    let page = Page::new(&document.text, lexicon);
    writeln!(out, "{strong}tokens{strong:#}")?;
    for token in &page.tokens {
        let (span, stem) = (token.span, token.stem());
        let known = if token.word.is_known() { "known " } else { "" };
        let kind = match token.kind() {
            Kind::Sign(_) => "sign".to_owned(),
            kind => format!("{kind:?}").to_lowercase(),
        };
        let text = isolated(page.quote(span));
        let stem =
            if stem == span { String::new() } else { format!(" = … + {}", isolated(page.quote(stem))) };
        writeln!(out, "  {:>6}..{:<6} {known}{faint}{kind}{faint:#}  {text}{stem}", span.start, span.end)?;
    }
    Ok(())
}

fn context(record: &Record<'_>, out: &mut impl Write) -> std::io::Result<()> {
    let strong = STYLES.strong;
    if let Some((_, headline)) = &record.headline {
        writeln!(out, "{strong}headline{strong:#}\n  {}", isolated(headline))?;
    }
    if let Some(published) = &record.published {
        writeln!(out, "{strong}published{strong:#} {}", visible(&published.value))?;
    }
    if let Some(reference) = &record.reference {
        writeln!(
            out,
            "{strong}reference{strong:#} {} ({})",
            visible(&reference.date),
            visible(&reference.basis)
        )?;
    }
    Ok(())
}

fn facts(document: &Document<'_>, record: &Record<'_>, out: &mut impl Write) -> std::io::Result<()> {
    let (strong, faint) = (STYLES.strong, STYLES.faint);
    writeln!(out, "{strong}facts{strong:#}")?;
    for item in &record.facts {
        writeln!(
            out,
            "  {} {}  {faint}by {}{faint:#}",
            visible(&item.kind),
            gist(item),
            visible(&item.rule)
        )?;
        if let Some(evidence) = Evidence::at(&document.text, item.span) {
            writeln!(out, "    {}", sentence(&evidence, &STYLES))?;
        }
    }
    if record.facts.is_empty() {
        writeln!(out, "  {faint}none{faint:#}")?;
    }
    Ok(())
}
