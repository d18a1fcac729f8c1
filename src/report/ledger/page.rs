//! As a page: one file of HTML that loads nothing and runs nothing.

use std::fmt::Write as _;
use std::io::{self, Write};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use super::table::evidence;
use super::words::{asides, chain, count_said, days, findings, places, sums, verdict};
use super::{Extent, rule};
use crate::reconcile::{Entry, Figure, Ledger};
use crate::report::html::COLOURS;
use crate::report::sentence::quoted;
use crate::report::{grouped, visible};

const STYLE: &str = include_str!("../page/ledger.css");

/// Writes the ledger as a page, sentences right to left, in the colours of the system.
///
/// # Errors
/// Output that fails.
pub fn ledger_page(ledger: &Ledger, extent: Extent, out: &mut impl Write) -> io::Result<()> {
    let style = format!("{COLOURS}\n{STYLE}");
    let mut page = head(&style);
    page.push_str("<header><h1><span>tahqiq</span> ledger</h1><ul>");
    for sum in super::sums(ledger, extent) {
        let _ = write!(page, "<li>{}</li>", escaped(&sum));
    }
    let _ = writeln!(page, "</ul><p>{}</p></header>\n<main>", escaped(&rule(ledger)));
    let (entries, left) = extent.entries(ledger);
    for shown in entries {
        entry(shown, extent, &mut page);
    }
    if left > 0 {
        let _ = writeln!(page, "<p>… {} more entries</p>", grouped(left));
    }
    page.push_str("</main>\n</body>\n</html>\n");
    out.write_all(page.as_bytes())
}

fn head(style: &str) -> String {
    let hash = BASE64_STANDARD.encode(Sha256::digest(style));
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{hash}'; \
         img-src data:; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
         <link rel=\"icon\" href=\"data:,\">\n<title>Ledger</title>\n<style>{style}</style>\n</head>\n<body>\n"
    )
}

fn entry(entry: &Entry, extent: Extent, page: &mut String) {
    let class = entry.verdict.name();
    let _ = write!(
        page,
        "<section class=\"{class}\"><h2><b>{}</b> <bdi>{}</bdi> <em>{}</em></h2>\n<p>{}; {}</p><p>{}</p><ul>",
        entry.predicate.name(),
        escaped(&visible(entry.group.name())),
        verdict(entry.verdict),
        escaped(&places(entry)),
        days(entry.window),
        escaped(&sums(entry).join("; "))
    );
    for finding in findings(entry) {
        let _ = write!(page, "<li>{}</li>", escaped(&finding));
    }
    page.push_str("</ul>\n<table><thead><tr><th>figure</th><th>origin</th><th>who says so</th><th>where</th><th>sentence</th></tr></thead><tbody>\n");
    let shown = extent.figures(entry);
    entry.figures[..shown].iter().for_each(|one| figure(one, page));
    page.push_str("</tbody></table>");
    if shown < entry.figures.len() {
        let _ = write!(page, "<p>… {} more figures</p>", grouped(entry.figures.len() - shown));
    }
    if !entry.others.is_empty() {
        let others: Vec<_> = entry
            .others
            .iter()
            .map(|group| format!("<bdi>{}</bdi>", escaped(&visible(group.name()))))
            .collect();
        let _ = write!(page, "<p>another scope: {}</p>", others.join(", "));
    }
    page.push_str("</section>\n");
}

fn figure(figure: &Figure, page: &mut String) {
    let testimony = &figure.testimony;
    let chain: Vec<_> =
        chain(testimony).iter().map(|name| format!("<bdi>{}</bdi>", escaped(&visible(name)))).collect();
    let [before, quotation, after] = quoted(&evidence(testimony)).map(|part| escaped(&part));
    let asides: String =
        asides(figure).iter().map(|aside| ["<small>", &escaped(aside), "</small> "].concat()).collect();
    let _ = writeln!(
        page,
        "<tr><td>{}</td><td>{}</td><td>{}</td><td><code>{}:{}</code> {asides}</td>\
         <td dir=\"rtl\" lang=\"ar\">{before}<mark>{quotation}</mark>{after}</td></tr>",
        escaped(&count_said(testimony.count.as_ref())),
        figure.origin,
        chain.join(" ← "),
        escaped(&visible(&testimony.document)),
        testimony.line
    );
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
