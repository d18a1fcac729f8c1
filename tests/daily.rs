//! The commands of every day as a user meets them: `diff`, `coverage`, `init`, `completions`.

#[expect(dead_code, reason = "each test uses what it needs of it")]
mod town;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;

use tahqiq::harness::Config;
use town::{ATTACK, KINDS, Town};

impl Town {
    /// A repository with these documents, whose snapshots are accepted and committed; `None` where there is no git, and
    /// then that is said.
    fn committed(test: &str, files: &[(&str, &str)]) -> Option<Self> {
        if Command::new("git").arg("--version").output().is_err() {
            // Written past the capture of the tests' output: what was not run is not to look as if it had been.
            let _ = writeln!(std::io::stderr(), "there is no git here: {test} was not run");
            return None;
        }
        let town = Self::new(files);
        town.git(&["-c", "init.defaultBranch=main", "init", "--quiet"]);
        town.accept();
        town.commit("start");
        Some(town)
    }

    /// Moves a document and its snapshot.
    fn rename_both(&self, from: &str, to: &str) {
        for (folder, ending) in [("corpus", "txt"), ("snapshots", "txt.snap")] {
            self.rename(&format!("{folder}/{from}.{ending}"), &format!("{folder}/{to}.{ending}"));
        }
    }

    fn accept(&self) {
        self.run(&["check"]);
        self.run(&["accept", "--all"]).exits(0);
    }

    fn commit(&self, tag: &str) {
        self.git(&["add", "--all"]);
        self.git(&["-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "--quiet", "-m", tag]);
        self.git(&["tag", tag]);
    }

    fn git(&self, arguments: &[&str]) {
        let settings = ["-c", "core.autocrlf=false", "-c", "commit.gpgsign=false"];
        let output = self.command_of("git", &[&settings, arguments].concat()).output().expect("git runs");
        assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn diff_tells_what_became_of_the_accepted_facts() {
    let Some(town) = Town::committed("diff", &[("corpus/a.txt", ATTACK), ("corpus/b.txt", ATTACK)]) else {
        return;
    };
    let none = "2 documents: the accepted facts are those of start\n";
    assert_eq!(town.run(&["diff", "start", "--exit-code"]).exits(0).out, none);

    let edited = ATTACK.replace("17", "18").replace("وأصيب 24 آخرون.", "ونزح 30 و40.");
    town.write("corpus/a.txt", &edited);
    town.run(&["check"]).exits(1);
    let said = town.run(&["diff", "start"]).exits(0).says("those of start");
    said.says("1 snapshot waits for a decision and counts for nothing here");
    town.accept();
    let said = town.run(&["diff", "start"]).exits(0).says("a  corpus/a.txt\n  ~ numeral 17 → 18");
    let said = said.says("    \u{2068}قُتل ⟦18⟧ شخصاً في الهجوم.\u{2069}\n");
    said.says("+2 facts, -1, 1 changed in 1 of 2 documents\n  numeral  2 added, 1 removed, 1 changed\n")
        .says_not("waits");
    town.run(&["diff", "start", "--exit-code"]).exits(1);
    town.run(&["diff", "start", "b"]).exits(0).says("1 document: the accepted facts are those of start");
    let before = town.files();
    town.run(&["diff", "start", "--limit", "1"]).exits(0).says("… 3 more changes (all of them: --limit 0)");
    assert_eq!(town.files(), before, "diff writes nothing");

    // The document goes on: its sentences are no longer those of the snapshot.
    town.write("corpus/a.txt", edited.replace("شخصاً", "رجلاً"));
    town.run(&["diff", "start"])
        .exits(0)
        .says("~ numeral 17 → 18")
        .says_not("قُتل")
        .says("\u{2068}⟦17⟧\u{2069}");
}

#[test]
fn diff_compares_revisions_as_git_writes_them() {
    let Some(town) = Town::committed("diff A..B", &[("corpus/a.txt", ATTACK)]) else { return };
    town.write("corpus/a.txt", ATTACK.replace("17", "18"));
    town.accept();
    town.commit("main-2");
    town.git(&["checkout", "--quiet", "-b", "branch", "start"]);
    town.write("corpus/a.txt", ATTACK.replace("24", "25"));
    town.accept();
    town.commit("branch-1");
    town.write("corpus/a.txt", ATTACK);
    town.accept();
    town.run(&["diff", "start..main-2"]).exits(0).says("17 → 18").says("1 fact changed in 1 of 1");
    town.run(&["diff", "main-2..branch-1"]).exits(0).says("18 → 17").says("24 → 25");
    town.run(&["diff", "main-2..."]).exits(0).says("24 → 25").says_not("18");
    town.run(&["diff", "..start"]).exits(0).says("25 → 24");
    town.run(&["diff", "HEAD"]).exits(0).says("25 → 24");
    town.run(&["diff", "start"]).exits(0).says("the accepted facts are those of start");
}

#[test]
fn diff_tells_documents_that_came_went_and_moved() {
    let files =
        [("corpus/أخبار/خبر.txt", ATTACK), ("corpus/b.txt", "نزح 30 شخصاً"), ("corpus/c.txt", "وصل 40 طفلاً")];
    let Some(town) = Town::committed("diff of renamed documents", &files) else { return };
    town.rename_both("أخبار/خبر", "أخبار/محلية/خبر أول");
    town.rename_both("b", "z");
    let moved = town.read("snapshots/z.txt.snap").replace("\"number\":30", "\"number\":31");
    town.write("snapshots/z.txt.snap", &moved);
    town.remove("corpus/c.txt");
    town.remove("snapshots/c.txt.snap");
    town.write("corpus/d.txt", "17 و18");
    town.accept();
    town.write("snapshots/z.txt.snap", &moved);
    let said = town.run(&["diff", "start"]).exits(0);
    let said = said.says("renamed أخبار/خبر → أخبار/محلية/خبر أول  ").says("renamed b → z").says("30 → 31");
    let said =
        said.says("removed c  1 fact (1 numeral)  corpus/c.txt\n").says("added d  2 facts (2 numeral)");
    let said = said.says("1 fact changed in 1 of 3 documents").says("2 documents renamed");
    said.says("1 document added, with 2 facts\n1 document removed, with 1 fact\n");
    town.run(&["diff", "start", "c"]).exits(0).says("removed c").says_not("added");
    town.run(&["diff", "start", "corpus/أخبار"]).exits(0).says("1 document renamed").says_not("d.txt");
}

#[test]
fn diff_names_broken_snapshots_and_goes_on() {
    let files = [("corpus/a.txt", ATTACK), ("corpus/b.txt", ATTACK), ("corpus/c.txt", ATTACK)];
    let Some(town) = Town::committed("diff of broken snapshots", &files) else { return };
    let whole = town.read("snapshots/a.txt.snap");
    town.write("snapshots/a.txt.snap", "---\nsource: x\n---\n<<<<<<< ours\n");
    town.write("snapshots/b.txt.snap", whole.replace("\"start\"", "\"begin\""));
    town.commit("broken");
    town.write("snapshots/a.txt.snap", &whole);
    town.write("snapshots/b.txt.snap", &whole);
    town.write("snapshots/c.txt.snap", whole.replace("\"number\":17", "\"number\":71"));
    let said = town.run(&["diff", "broken", "--exit-code"]).exits(1).says("~ numeral 17 → 71");
    let said = said.says("! broken:snapshots/a.txt.snap: line 4 is a merge marker");
    let said = said
        .says("! broken:snapshots/b.txt.snap: line 2 below the header has no `start`: it was committed so");
    said.says("1 fact changed in 1 of 3");
    town.run(&["diff", "start..broken"])
        .exits(0)
        .says("! broken:snapshots/a.txt.snap: ")
        .says_not("~ numeral");
    town.write("snapshots/c.txt.snap", "nothing");
    town.run(&["diff", "start"]).exits(0).says("! snapshots/c.txt.snap: line 1 is not the `---`");
}

#[test]
fn diff_knows_projects_below_the_top_and_states_without_snapshots() {
    let Some(town) = Town::committed("diff in a folder", &[("corpus/a.txt", ATTACK)]) else { return };
    town.write("inner/tahqiq.toml", format!("{KINDS}snapshots = \"gold/facts\"\n"));
    town.write("inner/corpus/day.jsonl", "{\"id\":\"one\",\"text\":\"17 و18\"}\n");
    town.run(&["check", "--config", "inner/tahqiq.toml"]).exits(3);
    town.run(&["accept", "--all", "--config", "inner/tahqiq.toml"]).exits(0);
    let said = town.run(&["diff", "start", "--config", "inner/tahqiq.toml"]).exits(0);
    said.says("added day/one  2 facts").says("1 document added, with 2 facts").says_not("news");
    town.commit("both");
    town.run(&["diff", "both", "--config", "inner/tahqiq.toml"]).exits(0).says("1 document: the accepted");
}

#[test]
fn diff_says_in_one_line_what_it_cannot_compare() {
    let Some(town) = Town::committed("diff of unknown revisions", &[("corpus/a.txt", ATTACK)]) else {
        return;
    };
    for (arguments, part) in [
        (&["diff", "nowhere"][..], "git knows no revision `nowhere`"),
        (&["diff", "start..nowhere"], "git knows no revision `nowhere`"),
        (&["diff", "HEAD:snapshots"], "git knows no revision `HEAD:snapshots`"),
        (&["diff", "--", "--all"], "git knows no revision `--all`"),
        (&["diff", "start", "c"], "no accepted snapshot is named `c`"),
        (&["diff", "start", "{"], "is not a pattern"),
        (&["diff"], "<REV>"),
    ] {
        town.run(arguments).exits(2).complains(part);
    }
    let bare = Town::new(&[("corpus/a.txt", ATTACK)]);
    bare.run(&["diff", "HEAD"]).exits(2).complains("the project is not in a git repository");
}

#[test]
fn diff_without_git_says_so() {
    let town = Town::new(&[("corpus/a.txt", ATTACK)]);
    let mut command = town.command(&["diff", "HEAD"]);
    let output = command.env("PATH", town.path("nowhere")).output().expect("the program runs");
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.starts_with("tahqiq: git is not installed"), "{said}");
}

#[test]
fn diff_writes_markdown_that_github_shows_right_to_left() {
    let text = "قال @someone في المنشور #12 إن 17 <b>شخصاً</b> نزحوا\n\nوصل 24 طفلاً إلى المخيم\n";
    let Some(town) = Town::committed("diff as Markdown", &[("corpus/a_b.txt", text)]) else { return };
    town.write("corpus/a_b.txt", text.replace("17", "18").replace("24 طفلاً", "24 ألف طفل"));
    town.write("corpus/new.txt", "17");
    town.accept();
    let said = town.run(&["diff", "start", "--format", "markdown"]).exits(0);
    let said = said
        .says("**2 facts changed in 1 of 2 documents**\n")
        .says("| kind | changed | grown |\n|---|---:|---:|\n");
    let said = said.says("| numeral | 1 | 1 |\n").says("- added <code>new</code>: 1 fact (1 numeral)\n");
    let said = said.says("<details><summary><code>a&#95;b</code>: 2 facts changed</summary>");
    let said = said.says("<mark>⟦18⟧</mark> &lt;b&gt;شخصاً").says("<div dir=\"rtl\">قال @&#8203;someone");
    let said = said.says("was <span dir=\"rtl\">⟦24⟧</span>").says("#&#8203;12").says_not("\u{1b}");
    let details = said.out.split("<details>").nth(1).and_then(|rest| rest.split("</details>").next());
    assert!(
        !details.expect("there are details").contains("\n\n"),
        "an empty line ends the HTML:\n{}",
        said.out
    );

    let many: Vec<_> = (0..400).map(|n| format!("وصل {} طفلاً إلى المخيم أمس\n", 1000 + n)).collect();
    for name in ["x", "y", "z"] {
        town.write(&format!("corpus/{name}.txt"), many.concat());
    }
    town.accept();
    town.commit("many");
    for name in ["x", "y", "z"] {
        town.write(&format!("corpus/{name}.txt"), many.concat().replace(" 1", " 2"));
    }
    town.accept();
    let cut = town.run(&["diff", "many", "--format", "markdown", "--limit", "200"]).exits(0);
    assert!(cut.out.chars().count() < 65_536, "more than a description holds: {}", cut.out.chars().count());
    cut.says("… 201 more changes").says("… 1 more document\n");
}

#[test]
fn diff_writes_json_for_programs() {
    let Some(town) = Town::committed("diff as JSON", &[("corpus/a.txt", ATTACK), ("corpus/b.txt", "17")])
    else {
        return;
    };
    town.write("corpus/a.txt", ATTACK.replace("17", "18"));
    town.rename_both("b", "c");
    town.accept();
    town.write("corpus/d.txt", "17 و18");
    town.accept();
    let json = town.run(&["diff", "start", "--format", "json", "--limit", "1"]).exits(0).json();
    assert_eq!((&json["from"], &json["to"], &json["documents"]), (&"start".into(), &().into(), &3.into()));
    assert_eq!((&json["counts"]["changed"], &json["kinds"]["numeral"]["changed"]), (&1.into(), &1.into()));
    let fates: Vec<_> = json["altered"].as_array().expect("a list").iter().map(|one| &one["fate"]).collect();
    assert_eq!(fates, ["changed", "renamed", "added"]);
    let change = &json["altered"][0]["changes"][0];
    assert_eq!((&change["nature"], &change["old"]["number"]), (&"changed".into(), &17.into()));
    assert_eq!((&change["new"]["text"], &change["fields"][0]["name"]), (&"18".into(), &"number".into()));
    let sentence = &change["sentence"];
    let (start, end) = (sentence["start"].as_u64(), sentence["end"].as_u64());
    let range = start.expect("a number") as usize..end.expect("a number") as usize;
    assert_eq!(&sentence["text"].as_str().expect("text")[range], "18");
    assert_eq!(
        (&json["altered"][1]["was"], &json["altered"][2]["facts"]["numeral"]),
        (&"b".into(), &2.into())
    );
}

#[test]
fn coverage_lists_what_no_document_witnesses() {
    let words = "[nouns]\nvehicle = [[\"توكتوك\", \"تكاتك\"], [\"عبارة\", \"عبارات\"]]\n[pages]\nline = [\"أرسل للطباعة\"]\n";
    let town = Town::new(&[
        ("tahqiq.toml", "lexicon = [\"words.toml\"]"),
        ("words.toml", words),
        ("corpus/a.txt", "وصل توكتوكان الساعة 9 مساءً\nأرسل للطباعة\n"),
        ("corpus/b.txt", "وصل 17 شخصاً و18 طفلاً في كانون الثاني\n"),
    ]);
    let before = town.files();
    let said = town.run(&["coverage"]).exits(0).says("2 documents\n");
    let lines: Vec<_> =
        said.out.lines().skip(1).map(|line| line.split_whitespace().collect::<Vec<_>>()).collect();
    let place =
        |rule: &str| lines.iter().position(|line| line.first() == Some(&rule)).expect("each rule is there");
    assert_eq!(lines[place("numeral/digits")], ["numeral/digits", "1", "2"]);
    assert_eq!(lines[place("numeral/dual")], ["numeral/dual", "1", "1"]);
    assert_eq!(lines[place("numeral/percent")][1..], ["0", "0", "matches", "nowhere"]);
    assert!(
        place("numeral/percent") < place("numeral/dual") && place("numeral/dual") < place("numeral/digits")
    );
    let said = said.says("nouns in words.toml").says("  nouns in words.toml \u{2068}عبارة\u{2069}\n");
    said.says_not("\u{2068}توكتوك\u{2069}").says_not("أرسل").says("… ");
    assert_eq!(town.files(), before, "coverage writes nothing");

    let one = town.run(&["coverage", "--format", "json", "--jobs", "1"]).exits(0);
    let json = one.json();
    assert_eq!(town.run(&["coverage", "--format", "json", "--jobs", "4"]).out, one.out);
    let list = |list: &str, file: Option<&str>| {
        let lists = json["lists"].as_array().expect("a list").iter();
        let mut found = lists.filter(|one| one["list"] == list && one["file"].as_str() == file);
        found.next().unwrap_or_else(|| panic!("{list} is not there")).clone()
    };
    let own = list("nouns", Some("words.toml"));
    assert_eq!((&own["rows"], &own["witnessed"]), (&2.into(), &1.into()));
    assert_eq!(own["without"], serde_json::json!([["عبارة", "عبارات"]]));
    let without = list("months", None)["without"].to_string();
    assert!(!without.contains("\"كانون الثاني\"") && without.contains("\"كانون الأول\""), "{without}");
    town.run(&["coverage", "corpus/b.txt"]).exits(0).says("by 1 document\n");
}

#[test]
fn coverage_tells_rules_that_only_match_within_other_facts() {
    let town = Town::new(&[("corpus/a.txt", "وصل الوفد في 24 كانون الثاني 2022\n"), ("corpus/b.txt", "x\n")]);
    let said = town.run(&["coverage"]).exits(0);
    let digits = said.out.lines().find(|line| line.contains("numeral/digits")).expect("it is there");
    assert!(digits.ends_with("matches in 2 places, where another reading holds"), "{digits}");
    let json = town.run(&["coverage", "--format", "json"]).json();
    let rules = json["rules"].as_array().expect("a list");
    let digits = rules.iter().find(|rule| rule["rule"] == "numeral/digits").expect("it is there");
    assert_eq!((&digits["facts"], &digits["matches"]), (&0.into(), &2.into()));

    town.write("tahqiq.toml", "kinds = [\"time\"]");
    town.run(&["coverage"]).exits(0).says("time/date").says_not("numeral/");
    town.write("corpus/b.txt", "");
    fs::write(town.path("corpus/b.txt"), b"\xc7").expect("a file can be written");
    town.run(&["coverage"]).exits(2).says("! corpus/b.txt: invalid UTF-8").says("by 1 document\n");
}

#[test]
fn init_makes_a_project_that_can_be_checked() {
    let town = Town::empty();
    let said =
        town.run(&["init", "demo"]).exits(0).says("made tahqiq.toml\n").says("made corpus/example.txt\n");
    said.says("next: `cd demo`, then `tahqiq check`");
    let config = ["--config", "demo/tahqiq.toml"];
    let run = |arguments: &[&str]| town.run(&[arguments, &config].concat());
    run(&["check"])
        .exits(3)
        .says("new example  12 facts (4 numeral, 4 quantity, 1 source, 3 time)")
        .says("tahqiq accept --all");
    run(&["accept", "--all"]).exits(0);
    run(&["check", "--ci"]).exits(0);
    assert!(town.read("demo/snapshots/example.txt.snap").contains("\"timex\":\"2022-01-25\""));
    assert!(town.read("demo/.gitattributes").ends_with("corpus/** -text\nsnapshots/** -text\n"));
    assert!(town.read("demo/.gitignore").ends_with("\n*.snap.new\n"));
    let workflow = town.read("demo/.github/workflows/tahqiq.yml");
    assert!(workflow.contains("tahqiq check --ci\n") && workflow.contains("cargo install tahqiq --locked"));

    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md"));
    assert!(readme.expect("it can be read").contains(&workflow), "README shows another workflow");

    let before = town.files();
    let said = town.run(&["init", "demo"]).exits(0).says("kept tahqiq.toml\n").says_not("made");
    said.says_not("example").says_not("put documents");
    assert_eq!(town.files(), before, "what is there is left");
}

#[test]
fn init_leaves_what_is_there() {
    let files = [
        ("tahqiq.toml", "corpus = \"texts\"\nsnapshots = \"gold\"\n"),
        ("texts/a.txt", "17"),
        (".gitignore", "target\n"),
        (".gitattributes", "texts/** -text\n"),
    ];
    let town = Town::new(&files);
    let said = town.run(&["init"]).exits(0).says("kept texts/\n").says("made gold/\n").says_not("corpus");
    let said = said.says("kept .gitignore  add the line `*.snap.new`\n").says_not("example");
    said.says("kept .gitattributes  add the line `gold/** -text`\n").says("next: `tahqiq check`");
    for (path, content) in files {
        assert_eq!(town.read(path), content);
    }

    town.run(&["init", "bare", "--bare"]).exits(0).says_not("example").says("put documents into the corpus");
    town.run(&["check", "--config", "bare/tahqiq.toml"]).exits(2).complains("holds no documents");
    fs::create_dir(town.path(".git")).expect("a folder can be made");
    let said = town.run(&["init", "inner"]).exits(0);
    said.says("move it there, with `working-directory: inner`");
    town.run(&["init", "texts/a.txt"]).exits(2).complains("texts/a.txt");
    town.write("tahqiq.toml", "corpsu = 1");
    town.run(&["init"]).exits(2).complains("tahqiq.toml: line 1: unknown field");
    town.write("lines/tahqiq.toml", "corpus = \"day.jsonl\"");
    town.run(&["init", "lines"]).exits(0).says_not("example");
    assert!(town.read("lines/.gitattributes").contains("\nday.jsonl -text\n"));
}

/// The configuration that a new project starts from names every key, with its default.
#[test]
fn init_names_every_key_of_the_configuration() {
    let town = Town::empty();
    town.run(&["init", "--bare"]).exits(0);
    let text = town.read("tahqiq.toml");
    let given: Config = toml::from_str(&text).expect("it is a configuration");
    assert_eq!(given, Config::default(), "all is commented out");
    let keys = text
        .lines()
        .filter_map(|line| line.strip_prefix("# "))
        .filter(|l| l.contains(" = ") || l.starts_with('['));
    let uncommented = keys.collect::<Vec<_>>().join("\n");
    let shown: Config = toml::from_str(&uncommented).unwrap_or_else(|error| panic!("{error}"));
    let default = Config::default();
    assert_eq!((&shown.corpus, &shown.snapshots), (&default.corpus, &default.snapshots));
    assert_eq!((&shown.lexicon, &shown.kinds), (&default.lexicon, &default.kinds));
    let error = toml::from_str::<Config>("nonsense = 1").expect_err("there is no such key").to_string();
    let known = error.split_once("expected one of").expect("it names the keys").1;
    for key in known.split('`').skip(1).step_by(2) {
        let is_shown =
            [format!("{key} = "), format!("[{key}]")].iter().any(|line| uncommented.contains(line));
        assert!(is_shown, "{key} is not in what `init` writes");
    }
}

#[test]
fn completions_know_the_commands() {
    let town = Town::empty();
    for (shell, word) in [
        ("bash", "complete -F _tahqiq"),
        ("zsh", "#compdef tahqiq"),
        ("fish", "complete -c tahqiq"),
        ("powershell", "Register-ArgumentCompleter"),
        ("elvish", "edit:completion:arg-completer[tahqiq]"),
    ] {
        town.run(&["completions", shell]).exits(0).says(word).says("coverage").says("exit-code");
    }
    town.run(&["completions", "csh"]).exits(2).complains("bash, elvish, fish, powershell, zsh");
}
