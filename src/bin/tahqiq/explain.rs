//! `tahqiq explain`: how a text is read, and why.

use std::io::{BufWriter, Read, Write};
use std::path::Path;

use clap::Args as Options;
use tahqiq::engine::Extraction;
use tahqiq::error::{Error, Result};
use tahqiq::extract::{Context, Explanation, Outcome, TokenNote, Trial, explain};
use tahqiq::harness::{Evidence, Opened, Project, known_kinds};
use tahqiq::lexicon::Lexicon;
use tahqiq::report::{STYLES, gist, isolated, sentence, visible};
use tahqiq::snapshot::{Item, Record};
use tahqiq::span::Span;
use tahqiq::text::Document;

use crate::exit::{Done, say};
use crate::open;
use crate::values::Reading;

#[derive(Debug, Options)]
pub(crate) struct Explain {
    /// A file, `-` for standard input, or a text.
    #[arg(value_name = "FILE or TEXT")]
    pub(crate) what: String,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

pub(crate) fn run(options: &Explain, config: Option<&Path>) -> Done {
    let project = open::project_if_any(config)?;
    let lexicon = project.as_ref().map_or_else(|| Ok(Lexicon::builtin()), Project::lexicon)?;
    known_kinds(&options.reading.kinds)?;
    if let Some(command) = project.as_ref().and_then(Project::command_engine) {
        say(&format!("read by the built-in readers: `{command}` of [engine] cannot be explained"));
    }
    let engine = open::builtin(project.as_ref())?;
    let opened = read(options)?;
    let document = opened.document()?;
    let kinds = &options.reading.kinds;
    let extraction = Extraction { reference: options.reading.reference, kinds, ..Extraction::new(&engine) };
    let record = opened.record(&document, extraction)?;
    let context = Context { reference: options.reading.reference, published: None };
    let page =
        Sheet { document: &document, explanation: explain(&document, &lexicon, context), record: &record };
    let mut out = BufWriter::new(anstream::stdout());
    page.lines(&mut out)?;
    page.tokens(&mut out)?;
    page.quotations(&mut out)?;
    page.day(&mut out)?;
    page.facts(&mut out)?;
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
    Ok(Opened {
        id: options.what.clone(),
        bytes,
        encoding: options.reading.encoding,
        published: None,
        outlet: None,
    })
}

/// What is printed of one document.
struct Sheet<'a> {
    document: &'a Document<'a>,
    explanation: Explanation,
    record: &'a Record<'a>,
}

impl Sheet<'_> {
    fn quote(&self, span: Span) -> String {
        isolated(&self.document.text[span.range()])
    }

    fn lines(&self, out: &mut impl Write) -> std::io::Result<()> {
        let (strong, faint) = (STYLES.strong, STYLES.faint);
        writeln!(out, "{strong}lines{strong:#}")?;
        for line in &self.explanation.lines {
            writeln!(out, "  {faint}{:12}{faint:#} {}", line.kind.name(), self.quote(line.span))?;
        }
        Ok(())
    }

    fn tokens(&self, out: &mut impl Write) -> std::io::Result<()> {
        let strong = STYLES.strong;
        writeln!(out, "{strong}tokens{strong:#}")?;
        self.explanation.tokens.iter().try_for_each(|token| self.token(token, out))
    }

    fn token(&self, token: &TokenNote, out: &mut impl Write) -> std::io::Result<()> {
        let faint = STYLES.faint;
        let place = format!("{}..{}", token.span.start, token.span.end);
        write!(out, "  {place:12} {faint}{:8}{faint:#} {}", token.kind, self.quote(token.span))?;
        if token.stem != token.span {
            write!(out, " … {}", self.quote(token.stem))?;
        }
        if token.has_article {
            write!(out, " {faint}article +{faint:#}")?;
        }
        if !token.senses.is_empty() {
            write!(out, " {}", token.senses.join(", "))?;
        }
        if !token.opens.is_empty() {
            let opens: Vec<_> = token.opens.iter().map(|class| format!("{class:?}")).collect();
            write!(out, " {faint}opens phrases of {}{faint:#}", opens.join(", "))?;
        }
        writeln!(out)
    }

    fn quotations(&self, out: &mut impl Write) -> std::io::Result<()> {
        let (strong, faint) = (STYLES.strong, STYLES.faint);
        if !self.explanation.quotations.is_empty() {
            writeln!(out, "{strong}quotations{strong:#}")?;
        }
        for quotation in &self.explanation.quotations {
            let open = if quotation.closed { "" } else { "not closed" };
            writeln!(out, "  {} {faint}{open}{faint:#}", self.quote(quotation.span))?;
        }
        Ok(())
    }

    fn day(&self, out: &mut impl Write) -> std::io::Result<()> {
        let strong = STYLES.strong;
        if let Some(published) = &self.record.published {
            writeln!(out, "{strong}published{strong:#} {}", visible(&published.value))?;
        }
        if let Some(reference) = &self.record.reference {
            let (date, basis) = (visible(&reference.date), visible(&reference.basis));
            writeln!(out, "{strong}reference{strong:#} {date} ({basis})")?;
        }
        Ok(())
    }

    fn facts(&self, out: &mut impl Write) -> std::io::Result<()> {
        let (strong, faint) = (STYLES.strong, STYLES.faint);
        writeln!(out, "{strong}facts{strong:#}")?;
        for item in &self.record.facts {
            self.fact(item, out)?;
        }
        if self.record.facts.is_empty() {
            writeln!(out, "  {faint}none{faint:#}")?;
        }
        self.dropped(out)
    }

    fn fact(&self, item: &Item<'_>, out: &mut impl Write) -> std::io::Result<()> {
        let faint = STYLES.faint;
        let (kind, rule) = (visible(&item.kind), visible(&item.rule));
        writeln!(out, "  {kind} {}  {faint}by {rule}{faint:#}", gist(item))?;
        if let Some(evidence) = Evidence::at(&self.document.text, item.span) {
            writeln!(out, "    {}", sentence(&evidence, &STYLES))?;
        }
        for trial in self.trials(item.span) {
            self.yielded(item, trial, out)?;
        }
        let left = self.left(item);
        if !left.is_empty() {
            writeln!(out, "    {faint}tried here as well, without a match: {}{faint:#}", left.join(", "))?;
        }
        Ok(())
    }

    /// The rules that were tried within `span`.
    fn trials(&self, span: Span) -> &[Trial] {
        let trials = &self.explanation.trials;
        let place = |trial: &Trial| self.explanation.tokens[trial.attempt.token].span;
        let start = trials.partition_point(|trial| place(trial).end <= span.start);
        let end = trials.partition_point(|trial| place(trial).start < span.end);
        &trials[start..end]
    }

    /// A reading that gave way to this fact.
    fn yielded(&self, item: &Item<'_>, trial: &Trial, out: &mut impl Write) -> std::io::Result<()> {
        let faint = STYLES.faint;
        match (trial.outcome, trial.attempt.read) {
            (Outcome::Yielded { to, span }, Some(read)) if span == item.span && to == item.rule => {
                let rule = trial.attempt.rule;
                writeln!(out, "    {faint}over {rule}{faint:#} {}", self.quote(read))
            }
            _ => Ok(()),
        }
    }

    /// Rules that were tried where the fact starts and did not match.
    fn left(&self, item: &Item<'_>) -> Vec<&'static str> {
        let here = |trial: &&Trial| {
            let token = &self.explanation.tokens[trial.attempt.token];
            trial.outcome == Outcome::Left
                && token.span.contains(Span::new(item.span.start, item.span.start + 1))
        };
        self.trials(item.span).iter().filter(here).map(|trial| trial.attempt.rule).collect()
    }

    /// Readings that no fact came of.
    fn dropped(&self, out: &mut impl Write) -> std::io::Result<()> {
        let faint = STYLES.faint;
        for trial in self.explanation.trials.iter().filter(|trial| trial.outcome == Outcome::Dropped) {
            if let Some(read) = trial.attempt.read {
                writeln!(
                    out,
                    "  {faint}{} read, not kept:{faint:#} {}",
                    trial.attempt.rule,
                    self.quote(read)
                )?;
            }
        }
        Ok(())
    }
}
