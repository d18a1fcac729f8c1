//! The gate as CI meets it: reports that other programs read, budgets, exit codes, and what cannot be fooled.

mod repeat;
#[path = "../town/mod.rs"]
#[expect(dead_code, reason = "each test uses what it needs of it")]
mod town;

use std::fs;

use serde_json::Value;
use tahqiq::harness::{Check, Config, Gate, Verdict};
use town::{ATTACK, KINDS, Town};

/// A project whose documents of these names all say the same, accepted.
fn accepted(names: &[&str]) -> Town {
    let paths: Vec<_> = names.iter().map(|name| format!("corpus/{name}.txt")).collect();
    Town::accepted(&paths.iter().map(|path| (path.as_str(), ATTACK)).collect::<Vec<_>>())
}

/// Every report, to a file each.
const REPORTS: [&str; 6] = [
    "--report",
    "junit=out/junit.xml",
    "--report",
    "markdown=out/summary.md",
    "--report",
    "json=out/check.json",
];

/// A project with a finding of every sort: changed, like it, new, unreadable, and an orphan.
fn every_sort() -> Town {
    let town = accepted(&["news/a", "news/b", "gone"]);
    town.spoil("news/a", "\"number\":17", "\"number\":71");
    town.spoil("news/b", "\"number\":17", "\"number\":71");
    town.write("corpus/new.txt", "نزح 5 أشخاص.\n");
    town.write("corpus/bad.txt", b"\xc7");
    town.remove("corpus/gone.txt");
    town
}

#[test]
fn every_report_tells_every_finding() {
    let town = every_sort();
    let before = town.snapshots();
    town.run(&[&["check", "--ci"][..], &REPORTS].concat())
        .exits(2)
        .says("2 facts changed in 2 of 4 documents");
    assert_eq!(town.snapshots(), before, "--ci leaves no snapshots");
    let junit = town.read("out/junit.xml");
    let xml = roxmltree::Document::parse(&junit).expect("it is XML");
    let suite = xml.descendants().find(|node| node.has_tag_name("testsuite")).expect("a suite");
    assert_eq!(
        ["tests", "failures", "errors"].map(|name| suite.attribute(name)),
        [Some("5"), Some("4"), Some("1")]
    );
    let case =
        xml.descendants().find(|node| node.attribute("file") == Some("corpus/news/a.txt")).expect("a case");
    assert_eq!((case.attribute("classname"), case.attribute("name")), (Some("news"), Some("a")));
    let failure = case.first_element_child().expect("a failure");
    assert_eq!(failure.attribute("message"), Some("1 fact changed"));
    let text = failure.text().expect("changes");
    assert!(
        text.contains("numeral 71 → 17") && text.contains("\u{2068}قُتل ⟦17⟧ شخصاً في الهجوم.\u{2069}"),
        "{text}"
    );

    let markdown = town.read("out/summary.md");
    for part in [
        "**2 facts changed in 2 of 4 documents**",
        "<td>numeral number 71 → 17</td>",
        "<div dir=\"rtl\">قُتل <strong>⟦17⟧</strong> شخصاً في الهجوم.</div>",
        "<a href=\"corpus/news/a.txt#L3\">line 3</a>",
        "orphan <code>snapshots/gone.txt.snap</code>",
        "failed bad: corpus/bad.txt: invalid UTF-8",
        "new new: 1 fact (1 numeral)",
    ] {
        assert!(markdown.contains(part), "`{part}` is not in\n{markdown}");
    }
}

fn validated(text: &str) -> Value {
    let schema = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check-report.schema.json"));
    let schema: Value = serde_json::from_str(&schema.expect("a schema")).expect("it is JSON");
    let report: Value = serde_json::from_str(text).expect("it is JSON");
    let validator = jsonschema::validator_for(&schema).expect("it is a schema");
    let wrong: Vec<_> =
        validator.iter_errors(&report).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert!(wrong.is_empty(), "{wrong:#?}\n{text}");
    report
}

#[test]
fn the_json_is_what_its_schema_says() {
    let town = every_sort();
    town.write(
        "tahqiq.toml",
        format!("{KINDS}budget.changed.all = \"50%\"\nbudget.added.time = 3\nfloor.time = 0.5\n"),
    );
    let said = town.run(&["check", "--ci", "--report", "json=-"]).exits(2);
    assert!(
        said.err.contains("numeral 71 → 17"),
        "the report for people goes to standard error:\n{}",
        said.err
    );
    let report = validated(&said.out);
    assert_eq!((report["verdict"].as_str(), report["exit"].as_u64()), (Some("trouble"), Some(2)));
    assert_eq!(report["documents"]["changed"], 2);
    let change = &report["findings"][2]["changes"][0];
    assert_eq!((&change["old"]["number"], &change["new"]["number"]), (&71.into(), &17.into()));
    assert_eq!(
        (&change["line"], &change["column"], &change["cluster"]),
        (&3.into(), &6.into(), &report["clusters"][0]["id"])
    );
    let sentence = change["sentence"].as_str().expect("a sentence");
    let at =
        |key: &str| change["mark"][key].as_u64().and_then(|at| usize::try_from(at).ok()).expect("an offset");
    assert_eq!(&sentence[at("start")..at("end")], "17");
    assert_eq!((&report["budgets"][1]["used"], &report["budgets"][1]["limit"]), (&2.into(), &2.into()));
    assert_eq!(report["orphans"][0], "snapshots/gone.txt.snap");
    let clean = accepted(&["a"]);
    let report = validated(&clean.run(&["check", "--ci", "--report", "json=-"]).exits(0).out);
    assert_eq!((&report["documents"]["same"], &report["facts"]), (&1.into(), &2.into()));
}

/// A sentence with all that could end a message, a property, a tag or a document.
const WILD: &str =
    "قال @octocat: \u{1}نزح\u{fffe} 5٪, 100% <b>من</b> السكان\u{200f} ]]> &amp; #12\u{1b}[31m.\r\n";

#[test]
fn no_text_breaks_a_report() {
    let town = Town::new(&[]);
    town.write("corpus/a,b:c%d.txt", WILD);
    town.run(&["check"]).exits(3);
    town.run(&["accept", "--all"]).exits(0);
    town.spoil("a,b:c%d", "\"number\":100,", "\"number\":99,");
    let said = town.run(&[&["check", "--ci", "--report", "github"][..], &REPORTS].concat()).exits(1);
    let command = said.out.lines().find(|line| line.starts_with("::")).expect("an annotation");
    let (properties, message) = command[2..].split_once("::").expect("properties and a message");
    assert!(properties.starts_with("error file=corpus/a%2Cb%3Ac%25d.txt,line=1,col="), "{properties}");
    assert!(properties.contains(",title=~ numeral 99") && !properties.contains("%20"), "{properties}");
    assert!(message.contains("⟦100%25⟧") && message.contains("@octocat: ⟨U+0001⟩نزح"), "{message}");
    assert!(message.contains("%0Aa,b:c%25d #"), "{message}");

    let junit = town.read("out/junit.xml");
    let xml = roxmltree::Document::parse(&junit).expect("it is XML");
    let text = xml.descendants().find_map(|node| node.has_tag_name("failure").then(|| node.text())).flatten();
    let text = text.expect("a failure");
    assert!(text.contains("⟨U+0001⟩") && text.contains("⟨U+FFFE⟩") && text.contains("<b>من</b>"), "{text}");
    assert!(text.contains("]]>") && text.contains("⟨U+001B⟩[31m"), "{text}");

    let markdown = town.read("out/summary.md");
    let sentence = markdown.lines().find(|line| line.contains("dir=\"rtl\"")).expect("a sentence");
    assert!(sentence.contains("&lt;b&gt;من&lt;/b&gt;") && sentence.contains("&amp;amp;"), "{sentence}");
    assert!(!sentence.contains("@octocat") && !sentence.contains("#12"), "{sentence}");
    assert!(sentence.contains("<span>@</span>octocat"), "{sentence}");
    assert!(markdown.contains("href=\"corpus/a%2Cb%3Ac%25d.txt#L1\""), "{markdown}");
    validated(&town.read("out/check.json"));
}

#[test]
fn annotations_are_ten_of_a_level_and_one_for_like_changes_first() {
    let names: Vec<_> = (0..13).map(|n| format!("d{n:02}")).collect();
    let town = accepted(&names.iter().map(String::as_str).collect::<Vec<_>>());
    for name in &names {
        town.spoil(name, "\"number\":17", "\"number\":71");
    }
    town.spoil("d12", "\"number\":24", "\"number\":42");
    (0..12).for_each(|n| town.write(&format!("corpus/new{n}.txt"), ATTACK));
    let said = town.run(&["check", "--ci", "-q", "--report", "github"]).exits(3);
    let of = |level: &str| said.out.lines().filter(|l| l.starts_with(level)).collect::<Vec<_>>();
    let (errors, warnings) = (of("::error "), of("::warning "));
    assert_eq!((errors.len(), warnings.len()), (10, 10), "{}", said.out);
    assert!(
        errors[0].contains("d00.txt,line=3,col=6,") && errors[0].contains("and 12 like it"),
        "{}",
        errors[0]
    );
    assert!(errors[1].contains("d12.txt") && errors[1].contains("42 → 24"), "{}", errors[1]);
    assert!(errors[9].starts_with("::error title=5 more errors::"), "{}", errors[9]);
    assert!(warnings[9].contains("title=3 more new documents"), "{}", warnings[9]);
}

#[test]
fn a_summary_is_never_longer_than_a_comment_may_be() {
    let names: Vec<_> = (0..200).map(|n| format!("d{n:03}")).collect();
    let town = Town::new(&[]);
    let long = format!("{} 17 {}.\n", "كلام ".repeat(60), "كلام ".repeat(60));
    for name in &names {
        town.write(&format!("corpus/{name}.txt"), &long);
    }
    town.run(&["check", "-q"]).exits(3);
    town.run(&["accept", "--all"]).exits(0);
    for name in &names {
        town.spoil(name, "\"number\":17", "\"number\":71");
    }
    town.run(&["check", "--ci", "-q", "--report", "markdown=s.md"]).exits(1);
    let summary = town.read("s.md");
    let length = summary.chars().count();
    assert!(length <= tahqiq::report::LONGEST && length > 60_000, "{length} characters");
    let shown = summary.matches("<details>").count();
    assert_eq!(summary.matches("</details>").count(), shown);
    let left = format!("Left out, for want of room: {} documents.", names.len() - shown);
    assert!(summary.contains(&left), "{shown} shown\n{}", &summary[summary.len() - 400..]);
}

#[test]
fn links_lead_to_the_commit_that_was_checked() {
    let town = accepted(&["a"]);
    town.spoil("a", "\"number\":17", "\"number\":71");
    let mut command =
        town.command(&["check", "--ci", "-q", "--report", "markdown=s.md", "--report", "github"]);
    command.env("GITHUB_SERVER_URL", "https://github.com").env("GITHUB_REPOSITORY", "o/r");
    command.env("GITHUB_SHA", "3f2a").env("GITHUB_WORKSPACE", town.path("..").as_os_str());
    let out = String::from_utf8(command.output().expect("it runs").stdout).expect("text");
    let folder = town.path("").file_name().expect("a name").to_string_lossy().into_owned();
    assert!(out.contains(&format!("file={folder}/corpus/a.txt,line=3")), "{out}");
    let link = format!("href=\"https://github.com/o/r/blob/3f2a/{folder}/corpus/a.txt#L3\"");
    assert!(town.read("s.md").contains(&link), "{}", town.read("s.md"));
}

#[test]
fn a_report_that_cannot_be_written_does_not_stop_the_others() {
    let town = accepted(&["a"]);
    town.write("taken", "a file, not a folder");
    town.write("out/check.json", "old");
    let reports = ["--report", "junit=taken/junit.xml", "--report", "json=out/check.json"];
    town.run(&[&["check", "--ci"][..], &reports].concat()).exits(2).complains("taken/junit.xml: ");
    validated(&town.read("out/check.json"));
    town.run(&["check", "--report", "junit=out"]).exits(2).complains("out: ");
}

/// Arguments that are wrong, and what is said in one line.
const WRONG: &[(&[&str], &str)] = &[
    (&["--report", "pdf=x"], "there are junit, github, markdown, html, json"),
    (&["--report", "junit"], "name its file: junit=FILE"),
    (&["--report", "json="], "name a file after `json=`"),
    (&["--report", "json=-", "--report", "markdown=-"], "two reports cannot both go to standard output"),
    (&["--report", "json=x", "--report", "markdown=x"], "two reports cannot both go to x"),
    (&["--repeat=1"], "it is a number from 2"),
];

#[test]
fn wrong_arguments_are_said_in_one_line() {
    let town = accepted(&["a"]);
    for (arguments, part) in WRONG {
        town.run(&[&["check"][..], arguments].concat()).exits(2).complains(part);
    }
}

/// What in an accepted snapshot is replaced by what; by nothing where the fact is taken out.
type Spoils = &'static [(&'static str, &'static str)];

/// Budgets, what of the accepted facts is changed, the exit code, and what is said. There are two documents of two
/// numerals each.
const BUDGETS: &[(&str, Spoils, i32, &str)] = &[
    ("changed.numeral = 1", SEVENTEEN, 1, "1 fact changed"),
    ("changed.numeral = 0", SEVENTEEN, 6, "budget: changed numeral 1 of at most 0\n"),
    ("changed.all = 0", SEVENTEEN, 6, "budget: changed all 1 of at most 0\n"),
    ("changed.numeral = \"25%\"", SEVENTEEN, 1, "1 fact changed"),
    ("changed.numeral = \"24.9%\"", SEVENTEEN, 6, "budget: changed numeral 1 of at most 0 (24.9% of 4)"),
    ("removed.numeral = 0", SEVENTEEN, 1, "1 fact changed"),
    ("removed.numeral = 0", LESS, 1, "+1 fact in 1 of 2"),
    ("added.numeral = \"33.3%\"", LESS, 6, "budget: added numeral 1 of at most 0 (33.3% of 3)"),
    ("only = true\nchanged.numeral = 1", SEVENTEEN, 0, "all within the budgets"),
    ("only = true\nchanged.all = 5", SEVENTEEN, 0, "all within the budgets"),
    ("only = true\nchanged.numeral = 0", SEVENTEEN, 6, "budget: changed numeral"),
    ("only = true\nchanged.time = 9", SEVENTEEN, 1, "1 fact changed"),
    ("only = true\nshrunk.numeral = 9", SEVENTEEN, 1, "1 fact changed"),
    ("only = true", SEVENTEEN, 1, "1 fact changed"),
];

const SEVENTEEN: Spoils = &[("\"number\":17", "\"number\":71")];
/// The fact of 24 was not accepted.
const LESS: Spoils = &[("24", "")];

#[test]
fn budgets_are_a_louder_gate() {
    for (budget, spoils, code, part) in BUDGETS {
        let town = accepted(&["a", "b"]);
        town.write("tahqiq.toml", format!("{KINDS}[budget]\n{budget}\n"));
        for (old, new) in *spoils {
            if new.is_empty() { town.forget("a", old) } else { town.spoil("a", old, new) }
        }
        let said = town.run(&["check", "--ci", "--report", "junit=j.xml"]);
        assert!(said.out.contains(part), "{budget}: `{part}` is not in\n{}", said.out);
        assert_eq!(said.code, *code, "{budget}\n{}", said.out);
        let junit = town.read("j.xml");
        assert_eq!(junit.contains("<failure"), *code != 0, "{budget}\n{junit}");
    }
}

#[test]
fn differences_within_the_only_budgets_are_notices() {
    let town = accepted(&["a"]);
    town.write("tahqiq.toml", format!("{KINDS}[budget]\nonly = true\nchanged.all = 1\n"));
    town.spoil("a", "\"number\":17", "\"number\":71");
    let said = town.run(&["check", "--ci", "-q", "--report", "github"]).exits(0);
    assert!(said.out.starts_with("::notice file=corpus/a.txt,line=3"), "{}", said.out);
    town.write("corpus/b.txt", ATTACK);
    town.run(&["check", "--ci"]).exits(3);
}

/// Configurations that are wrong, and what is said.
const MISWRITTEN: &[(&str, &str)] = &[
    ("[budget]\nremvoed.numeral = 0", "line 2: unknown field `remvoed`"),
    ("[budget]\nremoved.verb = 0", "`budget.removed` names the kind `verb`"),
    ("[budget]\nremoved.numeral = -1", "expected a number of facts"),
    ("[budget]\nremoved.numeral = \"half\"", "such as \"0.5%\""),
    ("[budget]\nremoved.numeral = 0.5", "expected a number of facts"),
    ("[floor]\nnumeral = 95", "expected a share from 0 to 1"),
    ("[floor]\nverb = 0.5", "`floor` names the kind `verb`"),
];

#[test]
fn a_wrong_budget_is_said_in_one_line() {
    let town = accepted(&["a"]);
    for (config, part) in MISWRITTEN {
        town.write("tahqiq.toml", config);
        town.run(&["check"]).exits(2).complains(part);
    }
}

#[test]
fn a_score_below_its_floor_closes_the_gate() {
    let config: Config = toml::from_str("[floor]\nnumeral = 0.95\ntime = \"90%\"").expect("a configuration");
    let gate = |numeral: f64| {
        let scores = [("numeral".to_owned(), numeral), ("time".to_owned(), 0.9)];
        Gate::of(&config, &Check::default(), &scores).verdict(&Check::default())
    };
    assert_eq!((gate(0.95), gate(0.949_999)), (Verdict::Clean, Verdict::Gate));
    let unknown = Gate::of(&config, &Check::default(), &[]);
    assert_eq!(unknown.missed().count(), 2, "a floor under nothing that is verified is no floor");
    let unread = Check { documents: 1, ..Check::default() };
    assert_eq!(unknown.verdict(&unread), Verdict::Gate);
}

#[test]
fn the_gate_cannot_be_fooled() {
    let town = accepted(&["a", "b"]);
    fs::remove_dir_all(town.path("snapshots")).expect("it can be removed");
    (0..2).for_each(|_| drop(town.run(&["check", "--ci"]).exits(3)));
    assert!(!town.path("snapshots").exists(), "a retry finds what the first run found");
    town.run(&["check", "--ci", "no-such"]).exits(2).complains("neither here nor in the corpus");
    town.write("corpus/empty/readme.md", "nothing");
    town.run(&["check", "--ci", "corpus/empty"]).exits(2).complains("holds no documents");
    let town = accepted(&["a", "b"]);
    town.remove("corpus/b.txt");
    let said = town.run(&["check", "--ci", "a", "--report", "json=r.json"]).exits(0);
    said.says("orphans not sought: part of the corpus");
    assert_eq!(validated(&town.read("r.json"))["orphans_sought"], false);
    town.run(&["check", "--ci"]).exits(4);
    for _ in 0..2 {
        town.spoil("a", "\"number\":17", "\"number\":71");
        town.run(&["check"]).exits(4);
        town.run(&["check", "a"]).exits(1);
    }
}

#[test]
fn the_page_is_a_report_that_reads_like_the_others() {
    let town = accepted(&["a"]);
    town.spoil("a", "\"number\":17", "\"number\":71");
    town.run(&["check", "--ci", "-q", "--report", "html=out/review.html"]).exits(1);
    let page = town.read("out/review.html");
    assert!(page.starts_with("<!doctype html>") && page.contains("17 شخصاً"), "{page}");
}

#[test]
fn a_score_below_its_floor_fails_the_check() {
    let town = accepted(&["a"]);
    town.run(&["verify", "a"]).exits(0);
    town.write("tahqiq.toml", format!("{KINDS}[floor]\nnumeral = 0.9\nall = 1\n"));
    town.run(&["check", "--ci"]).exits(0);
    town.spoil("a", "\"number\":17", "\"number\":71");
    town.run(&["verify", "a", "--unset"]).exits(0);
    let body = town.read("snapshots/a.txt.snap");
    let body = body.split_once("\n---\n").expect("a header").1;
    town.write("corpus/a.toml", format!("verified = \"{}\"\n", tahqiq::harness::sha256(body.as_bytes())));
    town.run(&["check", "--ci"]).exits(6).says("floor: F1 of numeral 0.5, at least 0.9");
    town.write("tahqiq.toml", format!("{KINDS}[floor]\ntime = 0.9\n"));
    town.run(&["check", "--ci"]).exits(6).says("floor: F1 of time");
}
