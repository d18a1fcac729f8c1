//! Programs as engines: a project whose facts another program finds, and what is said when that program misbehaves.
//!
//! This executable is the engine too, when its first argument says so.

mod engine;
#[path = "../town/mod.rs"]
#[expect(dead_code, reason = "each test uses what it needs of it")]
mod town;

use std::process::Command;
use std::time::{Duration, Instant};

use libtest_mimic::{Arguments, Trial};
use town::{Said, Town};

/// The first argument of the engine.
const AS_ENGINE: &str = "as-an-engine";

/// A test and its name.
type Case = (&'static str, fn());

const CASES: &[Case] = &[
    ("own_kinds_and_fields_are_kept_through_accept_and_check", own_kinds_and_fields_are_kept),
    ("offsets_in_other_units_become_bytes", offsets_in_other_units_become_bytes),
    ("a_fault_is_the_error_of_its_document_and_the_others_go_on", a_fault_is_the_error_of_its_document),
    ("a_fact_that_does_not_hold_is_said", a_fact_that_does_not_hold_is_said),
    ("time_is_limited", time_is_limited),
    ("an_engine_that_neither_reads_nor_stops_writing_is_cut_off", floods_and_deafness_are_cut_off),
    ("standard_error_is_kept_except_in_ci", standard_error_is_kept),
    ("an_engine_that_is_missing_is_said_once", a_missing_engine_is_said_once),
    ("an_engine_that_dies_at_its_start_is_not_started_for_ever", a_dying_engine_is_not_started_for_ever),
    ("the_number_of_processes_does_not_change_the_output", processes_do_not_change_the_output),
    ("streams_and_files_are_extracted", streams_and_files_are_extracted),
    ("an_engine_may_introduce_itself", an_engine_may_introduce_itself),
    ("a_new_version_is_announced", a_new_version_is_announced),
    ("explain_says_that_it_is_built_in", explain_says_that_it_is_built_in),
    ("settings_that_are_wrong_are_said", settings_that_are_wrong_are_said),
    #[cfg(unix)]
    ("time_is_limited_for_what_the_engine_starts_too", time_is_limited_for_the_whole_family),
    #[cfg(unix)]
    ("an_interruption_ends_the_engine", an_interruption_ends_the_engine),
];

fn main() {
    let arguments: Vec<_> = std::env::args().collect();
    if arguments.get(1).is_some_and(|first| first == AS_ENGINE) {
        return engine::run(arguments.get(2).map_or("", String::as_str));
    }
    let trial = |(name, test): &Case| {
        let test = *test;
        Trial::test(*name, move || {
            test();
            Ok(())
        })
    };
    libtest_mimic::run(&Arguments::from_args(), CASES.iter().map(trial).collect()).exit();
}

/// A project of these documents whose engine is this executable.
fn project(manner: &str, settings: &str, documents: &[(&str, &str)]) -> Town {
    let town = Town::new(&[]);
    town.configure(manner, settings);
    for (name, text) in documents {
        town.write(&format!("corpus/{name}.txt"), text);
    }
    town
}

/// The same with everything accepted.
fn accepted(manner: &str, settings: &str, documents: &[(&str, &str)]) -> Town {
    let town = project(manner, settings, documents);
    town.run(&["check"]).exits(3);
    town.run(&["accept", "--all"]).exits(0);
    town
}

impl Town {
    fn configure(&self, manner: &str, settings: &str) {
        let exe = std::env::current_exe().expect("this test has a path");
        let exe = exe.display();
        self.write(
            "tahqiq.toml",
            format!("[engine]\ncommand = ['{exe}', '{AS_ENGINE}', '{manner}']\n{settings}"),
        );
    }

    /// Starts the engine as a child of a shell.
    #[cfg(unix)]
    fn put_behind_a_shell(&self) {
        let exe = std::env::current_exe().expect("this test has a path");
        let command = format!(r#"['sh', '-c', '"$0" {AS_ENGINE}; true', '{}']"#, exe.display());
        self.write("tahqiq.toml", format!("[engine]\ncommand = {command}\ntimeout = 1\n"));
    }

    /// Whether an engine that hangs has no pulse any more.
    #[cfg(unix)]
    fn is_still(&self) -> bool {
        let beats = || std::fs::metadata(self.path("pulse")).expect("it had a pulse").len();
        let before = beats();
        std::thread::sleep(Duration::from_millis(300));
        beats() == before
    }
}

impl Said {
    /// What is said of a document that failed.
    #[track_caller]
    fn of(&self, document: &str) -> &str {
        let start = format!("! corpus/{document}.txt: ");
        self.out
            .lines()
            .find_map(|line| line.strip_prefix(start.as_str()))
            .unwrap_or_else(|| panic!("nothing of {document} in\n{}", self.out))
    }
}

fn own_kinds_and_fields_are_kept() {
    let town = accepted("", "version = '7'", &[("a", "عدد 7 و8"), ("b", "no figure")]);
    let snapshot = town.read("snapshots/a.txt.snap");
    let fact = |start: u32, digit: u32| {
        let end = start + 1;
        format!(
            r#"{{"kind":"figure","start":{start},"end":{end},"rule":"figure","zeal":{{"deep":[1.50,true,null],"a":"نص"}},"#
        ) + &format!(
            r#""digit":"{digit}","about":{{"kind":"figure","start":{start},"end":{end}}},"text":"{digit}"}}"#
        )
    };
    assert!(snapshot.contains(&format!("{}\n{}\n", fact(7, 7), fact(11, 8))), "{snapshot}");
    let name = std::env::current_exe().expect("it has a path");
    let name = name.file_name().expect("it has a name").to_string_lossy().into_owned();
    assert!(snapshot.contains(&format!("engine: {name} 7\n")), "{snapshot}");
    town.run(&["check", "--ci"]).exits(0).says("2 documents, 2 facts: all as accepted");
    town.write("tahqiq.toml", format!("kinds = ['other']\n{}", town.read("tahqiq.toml")));
    town.run(&["check", "--ci"]).exits(1).says("-2 facts in 1 of 2 documents");
}

fn offsets_in_other_units_become_bytes() {
    for unit in ["chars", "utf16"] {
        let town = accepted(unit, &format!("offsets = '{unit}'"), &[("a", "𐭠𐭡 نعم 5")]);
        let snapshot = town.read("snapshots/a.txt.snap");
        assert!(snapshot.contains(r#""start":16,"end":17"#), "{unit}: {snapshot}");
    }
    let said = project("chars", "", &[("a", "نعم 5")]).run(&["check", "--ci"]).exits(5);
    assert!(said.of("a").contains(r#"offsets = "chars" under [engine]"#), "{}", said.out);
}

/// Documents, and what is said of them.
const FAULTS: &[(&str, &str, &str)] = &[
    ("abort", "do: abort", " ended without an answer ("),
    (
        "chatter",
        "do: chatter",
        " answered what is not JSON: `loading the model`: each line is answered by one",
    ),
    ("crash", "do: crash نعم", ", saying: Traceback | in extract | ValueError: نعم: "),
    ("forget", "do: forget", " gave an answer that has no `facts`"),
    ("half", "do: half", " ended without an answer (exit status: 0): it answers line by line"),
    ("invent", "do: invent", " answered about `someone` when it was asked about `invent`"),
    ("key", "do: key", " gave an answer that has the unknown key `topics`"),
    ("refuse", "do: refuse", " could not read it: too long for me"),
];

fn a_fault_is_the_error_of_its_document() {
    for settings in ["processes = 1", ""] {
        let mut documents: Vec<_> = FAULTS.iter().map(|(name, text, _)| (*name, *text)).collect();
        documents.extend([("b", "5"), ("g", "5"), ("z", "5")]);
        let said = project("", settings, &documents).run(&["check"]).exits(5);
        for (name, _, part) in FAULTS {
            assert!(said.of(name).contains(part), "{name}: {}", said.of(name));
        }
        assert!(said.of("crash").contains("(all it said: .tahqiq/engine.log)"), "{}", said.of("crash"));
        said.says("new b  1 fact")
            .says("new g  1 fact")
            .says("new z  1 fact")
            .says("8 of 11 documents could not be checked");
    }
}

fn a_fact_that_does_not_hold_is_said() {
    let facts = [
        (r#"{"kind":"x","start":0,"end":1}"#, "x 0..1: the span cuts a character"),
        (r#"{"kind":"x","start":0,"end":900}"#, "x 0..900: the span ends after the document"),
        (r#"{"kind":"x","start":0,"end":0}"#, "x 0..0: the span is empty"),
        (r#"{"kind":"x","start":2,"end":0}"#, "`facts[0]`, which starts at 2 and ends at 0"),
        (r#"{"kind":"x","start":0,"end":2,"text":"y"}"#, "x 0..2: the span does not hold the text"),
        (r#"{"kind":"x","start":0,"end":2,"text":""}"#, "x 0..2: the span does not hold the text"),
        (r#"{"kind":"x","start":0.0,"end":2}"#, "`facts[0]`, which has a `start` that is not an offset"),
        (r#"{"start":0,"end":2}"#, "`facts[0]`, which has no `kind`"),
        (r#"{"kind":"x","start":0,"end":2,"a":1,"a":2}"#, "`facts[0]`, which has the key `a` twice"),
    ];
    let documents: Vec<_> = (0..facts.len()).map(|index| format!("{index}")).zip(facts).collect();
    let texts: Vec<_> =
        documents.iter().map(|(name, (fact, _))| (name.as_str(), format!("س do: span {fact}"))).collect();
    let texts: Vec<_> = texts.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let said = project("", "", &texts).run(&["check", "--ci"]).exits(5);
    for (name, (fact, part)) in &documents {
        assert!(said.of(name).contains(part), "{fact}: {}", said.of(name));
    }
    assert!(
        said.of("4").ends_with("Python counts characters: offsets = \"chars\" under [engine]"),
        "{}",
        said.of("4")
    );
    assert!(
        said.of("7")
            .ends_with(r#"a fact is {"kind","start","end"}, with "text" and what else is said of it"#)
    );
    let beyond = r#"{"kind":"x","start":0,"end":900}"#;
    let town = project("chars", "offsets = 'chars'", &[("a", &format!("س do: span {beyond}"))]);
    assert!(
        town.run(&["check", "--ci"])
            .exits(5)
            .of("a")
            .contains("points to place 900, which is after the document")
    );
}

fn time_is_limited() {
    let town = project("", "timeout = 1\nprocesses = 1", &[("a", "1"), ("b", "do: hang"), ("c", "2")]);
    let begun = Instant::now();
    // One after another, so that what comes after the late one is asked after it.
    let said = town.run(&["check", "--jobs", "1"]).exits(5);
    assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
    let line = said.of("b");
    assert!(line.contains(" gave no answer within 1 s, saying: thinking: flush standard output"), "{line}");
    said.says("new a").says("new c").says("1 of 3 documents could not be checked");
}

fn floods_and_deafness_are_cut_off() {
    // More than a pipe holds, so that writing it is held up.
    let long = "س".repeat(1 << 20);
    let town = project("deaf", "timeout = 1", &[("a", &long)]);
    assert!(town.run(&["check", "--ci"]).exits(5).of("a").contains(" gave no answer within 1 s"));
    let town = project("writes", "timeout = 5", &[("a", &long)]);
    assert!(town.run(&["check", "--ci"]).exits(5).of("a").contains(" answered what is not JSON: `xxx"));
}

fn standard_error_is_kept() {
    let town = project("", "timeout = 20", &[("a", "7 do: flood"), ("b", "7")]);
    town.run(&["check", "--ci"]).exits(3);
    assert!(!town.path(".tahqiq").exists() && !town.path("snapshots").exists(), "--ci wrote something");
    town.run(&["check"]).exits(3).says("new a  1 fact");
    let log = town.read(".tahqiq/engine.log");
    assert_eq!(log.lines().filter(|line| line.ends_with(&"e".repeat(99))).count(), 10_486);
    assert_eq!(town.read(".tahqiq/.gitignore"), "*\n");
    town.write("corpus/a.txt", "quiet");
    town.run(&["check"]).exits(3);
    assert!(!town.path(".tahqiq/engine.log").exists(), "the log of an earlier run is still there");
}

fn a_missing_engine_is_said_once() {
    let town = project("", "", &[("a", "1"), ("b", "2")]);
    town.write("tahqiq.toml", "[engine]\ncommand = ['no-such-engine']\n");
    let said = "the engine `no-such-engine` cannot be started: ";
    town.run(&["check"]).exits(2).says_not("a").complains(said);
    town.run(&["extract", "corpus/a.txt"]).exits(2).complains(said);
}

fn a_dying_engine_is_not_started_for_ever() {
    let names: Vec<_> = (10..50).map(|number| format!("{number}")).collect();
    let documents: Vec<_> = names.iter().map(|name| (name.as_str(), "1")).collect();
    let town = project("dies", "", &documents);
    let said = town.run(&["check", "--limit", "0", "--jobs", "1"]).exits(5);
    let why = "ended without an answer (exit status: 3), saying: no model at hand";
    for name in &names {
        assert!(said.of(name).contains(why), "{name}: {}", said.of(name));
    }
    let given_up = "not asked: the engine failed 8 times in a row, at last: ";
    assert_eq!(names.iter().filter(|name| said.of(name).starts_with(given_up)).count(), 32, "{}", said.out);
    assert_eq!(town.read(".tahqiq/engine.log").lines().count(), 8);
    let text = |number: usize| if number.is_multiple_of(2) { "1" } else { "do: crash here" };
    let documents: Vec<_> = (0..).zip(&names).map(|(number, name)| (name.as_str(), text(number))).collect();
    let said = project("", "", &documents).run(&["check", "--ci", "--limit", "0", "--jobs", "1"]).exits(5);
    said.says_not("not asked").says("20 of 40 documents could not be checked");
}

fn processes_do_not_change_the_output() {
    let texts: Vec<_> = (10..40).map(|n| (format!("{n}"), format!("{n} {}", "a".repeat(n)))).collect();
    let documents: Vec<_> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let said = |settings: &str| {
        let town = project("slow", settings, &documents);
        let line = |(id, text): &(String, String)| format!("{{\"id\":\"{id}\",\"text\":\"{text}\"}}");
        let lines = texts.iter().map(line).collect::<Vec<_>>().join("\n") + "\n";
        town.write("all.jsonl", lines.repeat(60));
        let check = town.run(&["check", "--ci", "--limit", "0", "--jobs", "4"]).exits(3);
        let extract = town.run(&["extract", "all.jsonl", "--jobs", "4"]).exits(0);
        assert_eq!(extract.out.lines().count(), 1800);
        (check.out, extract.out)
    };
    assert_eq!(said("processes = 1"), said("processes = 4"));
}

fn streams_and_files_are_extracted() {
    let town = project("chars", "offsets = 'chars'", &[("a", "نعم 5")]);
    town.write("corpus/a.toml", "published = '2022-01-24'");
    let said = town.run(&["extract", "--offsets", "chars", "--kinds", "figure", "corpus/a.txt"]).exits(0);
    let said = said.says(r#""published":{"value":"2022-01-24","start":null,"end":null,"text":null}"#);
    said.says(r#"{"kind":"figure","start":4,"end":5,"#).says(r#""about":0,"text":"5"}"#);
    town.write("some.jsonl", "{\"id\":\"x\",\"text\":\"1\"}\n{\"id\":\"y\",\"text\":\"do: refuse\"}\n");
    let said = town.run(&["extract", "some.jsonl"]).exits(1).says(r#"{"id":"y","error":""#);
    said.says(r#"{"schema":1,"id":"x","#).complains("some.jsonl: line 2: ");
}

fn an_engine_may_introduce_itself() {
    let town = project("greets", "", &[("a", "1"), ("b", "do: crash"), ("c", "2")]);
    town.run(&["check"]).exits(5).says("1 of 3 documents could not be checked");
    assert!(town.read("snapshots/c.txt.snap.new").contains("engine: finder 2.1\n"));
    town.configure("greets", "name = 'ours'\nversion = '3'");
    town.run(&["check"]).exits(5);
    assert!(town.read("snapshots/c.txt.snap.new").contains("engine: ours 3\n"));
}

fn a_new_version_is_announced() {
    let town = accepted("", "name = 'finder'\nversion = '1'", &[("a", "نعم 5"), ("b", "نعم 6")]);
    let edited = |town: &Town| {
        // As if other facts had been found then.
        for name in ["a", "b"] {
            let path = format!("snapshots/{name}.txt.snap");
            town.write(&path, town.read(&path).replace("\"a\":\"نص\"", "\"a\":\"نصوص\""));
        }
    };
    edited(&town);
    let sum =
        "a new version of finder (1 → 2) reads 2 documents otherwise: `tahqiq check --ci` shows the effect";
    let said = town.run(&["check", "--ci"]).exits(1);
    said.says("corpus/a.txt  (same document and version: rules or words changed)").says_not("a new version");
    town.configure("", "name = 'finder'\nversion = '2'");
    let said = town.run(&["check", "--ci"]).exits(1).says("corpus/a.txt  (engine finder 1 → 2)");
    said.says("corpus/b.txt  (engine finder 1 → 2)").says(sum);
    town.write("corpus/b.txt", "نعم 66");
    let said = town.run(&["check"]).exits(1).says("(document edited, engine finder 1 → 2)");
    said.says_not("a new version");
    town.run(&["review", "a"]).exits(1).says("  engine finder 1 → 2\n");
    town.run(&["review", "b"]).exits(1).says("  document edited, engine finder 1 → 2\n");
    town.configure("", "name = 'seeker'\nversion = '2'");
    town.run(&["check", "--ci"]).exits(1).says("(engine finder 1 → seeker 2)").says_not("a new version");
}

fn explain_says_that_it_is_built_in() {
    let town = project("", "name = 'finder'", &[("a", "1")]);
    town.run(&["explain", "قُتل 17 شخصاً"])
        .exits(0)
        .says("numeral 17")
        .complains("`finder` of [engine] cannot be explained");
}

fn settings_that_are_wrong_are_said() {
    let wrong = [
        ("[engine]\ncommand = []", "[engine] names no command"),
        ("[engine]\nname = 'x'", "missing field `command`"),
        (
            "[engine]\ncommand = ['x']\noffsets = 'words'",
            "no unit of `offsets` is named `words`: it is bytes, chars",
        ),
        ("[engine]\ncommand = ['x']\ntimeout = 0", "`timeout` of [engine] is 0"),
        ("[engine]\ncommand = ['x']\nprocesses = 0", "`processes` of [engine] is 0"),
        ("[engine]\ncommand = ['x']\nretries = 2", "unknown field `retries`"),
    ];
    let town = project("", "", &[("a", "1")]);
    for (settings, part) in wrong {
        town.write("tahqiq.toml", settings);
        town.run(&["check"]).exits(2).complains(part);
    }
}

/// What the engine started itself ends with it: here a shell stands between.
#[cfg(unix)]
fn time_is_limited_for_the_whole_family() {
    let town = project("", "", &[("a", "do: hang")]);
    town.put_behind_a_shell();
    town.run(&["check", "--ci"]).exits(5).says("sh gave no answer within 1 s");
    assert!(town.is_still(), "the engine behind the shell still runs");
}

#[cfg(unix)]
fn an_interruption_ends_the_engine() {
    for signal in ["INT", "TERM"] {
        let town = project("", "", &[("a", "do: hang")]);
        town.put_behind_a_shell();
        town.write("tahqiq.toml", town.read("tahqiq.toml").replace("timeout = 1", "timeout = 60"));
        let mut running = town.command(&["check"]).spawn().expect("the program starts");
        let until = Instant::now() + Duration::from_secs(20);
        while !town.path("pulse").exists() {
            assert!(Instant::now() < until, "the engine was not asked");
            std::thread::sleep(Duration::from_millis(5));
        }
        let kill = format!("kill -{signal} {}", running.id());
        assert!(Command::new("sh").args(["-c", &kill]).status().expect("a shell starts").success());
        assert_eq!(running.wait().expect("it ends").code(), Some(130));
        assert!(town.is_still(), "{signal}: the engine still runs");
    }
}
