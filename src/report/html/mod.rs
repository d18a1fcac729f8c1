//! The review as a page: one file of HTML that holds its style, its script and what waits for a decision.
//!
//! It loads nothing. As an offline report it keeps decisions in the browser and gives them back as a file; served by
//! [`crate::review`] it sends each to the program. Style and script are written by hand under `src/report/page`; their
//! hashes stand in the page's own policy, so that nothing that a document says can run.

mod data;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

pub use data::{Decided, KnownRow, Mode, known_rows};

use crate::docket::Docket;

const FRAME: &str = include_str!("../page/page.html");
/// The colours of every page, for light and dark.
pub(super) const COLOURS: &str = include_str!("../page/colours.css");
const STYLE: &str = concat!(include_str!("../page/colours.css"), "\n", include_str!("../page/page.css"));
const SCRIPT: &str = concat!(
    "\"use strict\";\n(() => {\n",
    include_str!("../page/words.js"),
    include_str!("../page/state.js"),
    include_str!("../page/article.js"),
    include_str!("../page/changes.js"),
    include_str!("../page/list.js"),
    include_str!("../page/decide.js"),
    include_str!("../page/keys.js"),
    "start();\n})();\n",
);

/// The page of what waits, for the project of that name.
///
/// ```
/// use tahqiq::docket::Docket;
/// use tahqiq::report::html::{Mode, page};
///
/// let page = page("news", &Docket::default(), Mode::Offline);
/// assert!(page.starts_with("<!doctype html>") && !page.contains("http://"));
/// ```
pub fn page(project: &str, docket: &Docket, mode: Mode<'_>) -> String {
    let data = data::json(project, docket, mode);
    let parts = [
        ("{{policy}}", policy(mode)),
        ("{{title}}", escaped(project)),
        ("{{style}}", STYLE.to_owned()),
        ("{{hash}}", crate::harness::sha256(data.as_bytes())),
        ("{{data}}", data),
        ("{{script}}", SCRIPT.to_owned()),
    ];
    fill(FRAME, &parts)
}

/// What the page may do, for its `Content-Security-Policy`: run its own script, use its own style, and speak to the
/// program where one serves it.
pub fn policy(mode: Mode<'_>) -> String {
    let speaks = if matches!(mode, Mode::Offline) { "'none'" } else { "'self'" };
    format!(
        "default-src 'none'; script-src '{}'; style-src '{}'; img-src data:; connect-src {speaks}; base-uri 'none'; \
         form-action 'none'",
        source(SCRIPT),
        source(STYLE)
    )
}

fn source(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// The frame with each part in its place. What a part holds is never looked at again.
fn fill(frame: &str, parts: &[(&str, String)]) -> String {
    let mut page =
        String::with_capacity(frame.len() + parts.iter().map(|(_, part)| part.len()).sum::<usize>());
    let mut rest = frame;
    while let Some(at) = rest.find("{{") {
        page.push_str(&rest[..at]);
        rest = &rest[at..];
        let (name, part) = parts
            .iter()
            .find(|(name, _)| rest.starts_with(name))
            .map_or(("{{", "{{"), |(name, part)| (*name, part.as_str()));
        page.push_str(part);
        rest = &rest[name.len()..];
    }
    page.push_str(rest);
    page
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
