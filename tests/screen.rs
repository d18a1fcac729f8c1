//! The review on a full screen, driven as a person drives it: keys in, cells and files out.

use std::fs;
use std::path::{Path, PathBuf};

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::style::Color;
use tahqiq::docket::{Docket, Ruling, settle};
use tahqiq::engine::Extraction;
use tahqiq::harness::{Corpus, Project, check, sha256};
use tahqiq::review::Session;
use tahqiq::review::screen::{Flow, Screen};
use tahqiq::snapshot::Snapshot;
use tempfile::TempDir;

/// Three numerals and a date; one word stands in it twice.
const NEWS: &str = "أصيب 17 شخصاً في 3 غارات\n\nوقال يوم 20 يناير 2022 إن 5 منازل تضررت في غارات أخرى.\n";
const ALPHA: &str = "snapshots/news/alpha.txt.snap";
const BETA: &str = "snapshots/news/beta.txt.snap";
const SIDECAR: &str = "corpus/news/alpha.toml";

/// A project of two documents, and the review of what differs.
struct World {
    dir: TempDir,
    terminal: Terminal<TestBackend>,
    screen: Screen,
}

impl World {
    /// Accepted is 71 where the documents say 17; 5 is missing in both, the date in one of them.
    fn new(prepare: impl Fn(&Path)) -> Self {
        let dir = TempDir::new().expect("a folder");
        for name in ["alpha", "beta"] {
            write(&dir.path().join(format!("corpus/news/{name}.txt")), NEWS);
        }
        // Of two kinds, so that one more word that is read as something else changes no test.
        write(&dir.path().join("tahqiq.toml"), "kinds = [\"numeral\", \"time\"]\n");
        let project = Project::find(dir.path()).expect("a project");
        checked(&project);
        for case in Docket::open(&project, &[]).expect("a docket").cases {
            settle(&case, Ruling::Accept, |_| true, None).expect("accepted");
        }
        for name in [ALPHA, BETA] {
            let path = dir.path().join(name);
            let text =
                fs::read_to_string(&path).expect("a snapshot").replace("\"number\":17", "\"number\":71");
            let gone = |line: &&str| {
                line.contains("\"text\":\"5\"") || name == ALPHA && line.contains("\"kind\":\"time\"")
            };
            let kept: Vec<_> = text.lines().filter(|line| !gone(line)).collect();
            write(&path, &(kept.join("\n") + "\n"));
        }
        checked(&project);
        prepare(dir.path());
        let docket = Docket::open(&project, &[]).expect("a docket");
        let screen = Screen::new(Session::new(project, docket), true);
        let terminal = Terminal::new(TestBackend::new(100, 30)).expect("a terminal");
        let mut world = Self { dir, terminal, screen };
        world.draw();
        world
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn draw(&mut self) {
        self.terminal.draw(|frame| self.screen.draw(frame)).expect("drawn");
    }

    /// Presses keys one by one, a character each: `⏎` is Enter, `⎋` Escape.
    fn press(&mut self, keys: &str) -> Flow {
        let mut flow = Flow::Go;
        for c in keys.chars() {
            let code = match c {
                '⏎' => KeyCode::Enter,
                '⎋' => KeyCode::Esc,
                '→' => KeyCode::Right,
                c => KeyCode::Char(c),
            };
            flow = self.screen.handle(&Event::Key(KeyEvent::new(code, KeyModifiers::NONE)));
            self.draw();
        }
        flow
    }

    fn shown(&self) -> String {
        text(self.terminal.backend().buffer())
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_default()
    }
}

fn checked(project: &Project) {
    let engine = project.engine(true).expect("an engine");
    let corpus = Corpus::of(project, &[], project.root()).expect("a corpus");
    check(
        project,
        corpus,
        Extraction { kinds: &project.config().kinds, ..Extraction::new(&*engine) },
        true,
        &|| {},
    );
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    fs::write(path, text).expect("written");
}

/// What the cells hold, row by row.
fn text(buffer: &Buffer) -> String {
    let rows = buffer.content.chunks(buffer.area.width.into());
    rows.map(|row| row.iter().map(Cell::symbol).collect::<String>() + "\n").collect()
}

/// States that the accepted snapshot of the first document was read.
fn verified(root: &Path) {
    let body = Snapshot::read(&root.join(ALPHA)).expect("a snapshot").expect("accepted").body;
    write(&root.join(SIDECAR), &format!("verified = \"{}\"\n", sha256(body.as_bytes())));
}

/// What is done, what the screen shows then, and what a file holds or, after `!`, does not.
struct Told {
    keys: &'static str,
    shows: &'static [&'static str],
    files: &'static [(&'static str, &'static str)],
}

const TOLD: &[Told] = &[
    Told {
        keys: "",
        shows: &[
            "like changes",
            "documents",
            "numeral number 71 → 17  2 changes in 2 documents",
            "~ numeral 71 → 17",
            "\u{2068}أصيب ⟦17⟧ شخصاً في 3 غارات\u{2069}",
            "number  71 │ 17",
            "0 of 5 changes decided",
        ],
        files: &[],
    },
    Told { keys: "j", shows: &[" news/beta "], files: &[] },
    Told { keys: "jj", shows: &["numeral added  2 changes in 2 documents"], files: &[] },
    Told { keys: "jjkk", shows: &["numeral number 71 → 17  2 changes"], files: &[] },
    Told { keys: "k", shows: &["that is the first change"], files: &[] },
    Told { keys: "nn", shows: &["news/alpha  3 changes"], files: &[] },
    Told { keys: "nnnp", shows: &["news/alpha  3 changes"], files: &[] },
    Told { keys: "nnnn", shows: &["that is the last document"], files: &[] },
    Told { keys: "G", shows: &["news/beta  2 changes", "+ numeral 5"], files: &[] },
    Told { keys: "Gg", shows: &["numeral number 71 → 17  2 changes"], files: &[] },
    Told {
        keys: "nna",
        shows: &["1 of 5 changes decided", "✓ ~ numeral 71 → 17", "2 of 3 changes wait"],
        files: &[(ALPHA, "\"number\":17"), (ALPHA, "!\"text\":\"5\""), (BETA, "\"number\":71")],
    },
    Told {
        keys: "nnr",
        shows: &["1 of 5 changes decided", "✗ ~ numeral 71 → 17"],
        files: &[(ALPHA, "\"number\":71"), ("snapshots/news/alpha.txt.snap.new", "\"number\":71")],
    },
    Told { keys: "nns", shows: &["0 of 5 changes decided", "+ time"], files: &[(ALPHA, "\"number\":71")] },
    Told {
        keys: "c",
        shows: &["accepted 2 changes in 2 documents", "2 of 5 changes decided"],
        files: &[(ALPHA, "\"number\":17"), (BETA, "\"number\":17"), (BETA, "!\"text\":\"5\"")],
    },
    Told {
        keys: "C",
        shows: &["rejected 2 changes in 2 documents"],
        files: &[("snapshots/news/beta.txt.snap.new", "\"number\":71")],
    },
    Told {
        keys: "nnA",
        shows: &["accepted 3 changes in 1 document; news/alpha is decided: v marks it verified", "3 of 5"],
        files: &[
            (ALPHA, "\"text\":\"5\""),
            (ALPHA, "\"kind\":\"time\""),
            ("snapshots/news/alpha.txt.snap.new", "!kind"),
        ],
    },
    Told { keys: "nnR", shows: &["rejected 3 changes in 1 document"], files: &[(ALPHA, "\"number\":71")] },
    Told {
        keys: "cu",
        shows: &["undone: accepted 2 changes in 2 documents", "0 of 5 changes decided"],
        files: &[
            (ALPHA, "\"number\":71"),
            (BETA, "\"number\":71"),
            ("snapshots/news/beta.txt.snap.new", "\"number\":17"),
        ],
    },
    Told {
        keys: "nnaaauuu",
        shows: &["0 of 5 changes decided", "news/alpha  3 changes", "~ numeral 71 → 17"],
        files: &[(ALPHA, "\"number\":71"), (ALPHA, "!\"text\":\"5\"")],
    },
    Told { keys: "u", shows: &["there is nothing to undo"], files: &[] },
    Told { keys: "nnAnpa", shows: &["it is decided: u takes the last ruling back"], files: &[] },
    Told {
        keys: "ffnA",
        shows: &["time alone", "accepted 1 change in 1 document", "1 of 5 changes decided"],
        files: &[(ALPHA, "\"kind\":\"time\""), (ALPHA, "\"number\":71")],
    },
    Told { keys: "fff", shows: &["all kinds", "like changes"], files: &[] },
    Told { keys: "/bet⏎nn", shows: &["names with \"bet\"", "news/beta  2 changes"], files: &[] },
    Told {
        keys: "/bet⏎c", shows: &["accepted 1 change in 1 document"], files: &[(ALPHA, "\"number\":71")]
    },
    Told { keys: "/nowhere⏎", shows: &["nothing is shown: f and / change the filter"], files: &[] },
    Told { keys: "/nowhere⏎a", shows: &["nothing is shown", "0 of 5"], files: &[] },
    Told {
        keys: "l",
        shows: &["-\u{2066}{\"kind\":\"numeral\"", "+\u{2066}{\"kind\":\"numeral\""],
        files: &[],
    },
    Told { keys: "la", shows: &["Esc goes back to the changes", "0 of 5 changes decided"], files: &[] },
    Told { keys: "l⎋", shows: &["number  71 │ 17"], files: &[] },
    Told { keys: "Fj", shows: &["fact 2 of 4", "⟦يوم 20 يناير 2022⟧"], files: &[] },
    Told { keys: "?", shows: &["accept, reject the cluster: like changes in all documents"], files: &[] },
    Told {
        keys: "nnw19⏎a typo⏎",
        shows: &["known: numeral should say 19"],
        files: &[(SIDECAR, "says = \"17\""), (SIDECAR, "right = \"19\""), (SIDECAR, "why = \"a typo\"")],
    },
    Told { keys: "nnw⏎⏎", shows: &["known: numeral should not be there"], files: &[(SIDECAR, "!right")] },
    Told { keys: "nnw1⎋", shows: &["left as it is"], files: &[(SIDECAR, "!known")] },
    Told { keys: "nnw1⏎⏎u", shows: &["undone: known"], files: &[(SIDECAR, "!known")] },
    Told {
        keys: "nnmغارات⏎⏎3⏎a noun⏎",
        shows: &["known: numeral at 30 is missing"],
        files: &[(SIDECAR, "start = 30"), (SIDECAR, "text = \"غارات\""), (SIDECAR, "right = \"3\"")],
    },
    Told {
        keys: "nnjjmغارات⏎→⏎3⏎⏎",
        shows: &["known: time at 111 is missing"],
        files: &[(SIDECAR, "start = 111")],
    },
    Told {
        keys: "nnmقنابل⏎⏎3⏎⏎",
        shows: &["these words are not in the text"],
        files: &[(SIDECAR, "!known")],
    },
    Told { keys: "nnmغارات⏎⏎⏎⏎", shows: &["no value"], files: &[(SIDECAR, "!known")] },
    Told {
        keys: "nnv",
        shows: &["news/alpha: 3 changes of it wait: decide first"],
        files: &[(SIDECAR, "!verified")],
    },
    Told { keys: "nnAv", shows: &["news/alpha is verified"], files: &[(SIDECAR, "verified = ")] },
    Told { keys: "nnAnpv", shows: &["decided and verified"], files: &[(SIDECAR, "verified = ")] },
    Told { keys: "nnAvu", shows: &["undone: news/alpha is verified"], files: &[(SIDECAR, "!verified")] },
    Told { keys: "x", shows: &["? shows the keys"], files: &[] },
];

#[test]
fn keys_do_what_they_say() {
    for told in TOLD {
        let mut world = World::new(|_| {});
        world.press(told.keys);
        told.hold(&world);
    }
}

impl Told {
    #[track_caller]
    fn hold(&self, world: &World) {
        let shown = world.shown();
        for part in self.shows {
            assert!(shown.contains(part), "after `{}`: no `{part}` in\n{shown}", self.keys);
        }
        for (name, part) in self.files {
            let text = world.read(name);
            match part.strip_prefix('!') {
                Some(part) => {
                    assert!(!text.contains(part), "after `{}`: `{part}` in {name}:\n{text}", self.keys);
                }
                None => assert!(text.contains(part), "after `{}`: no `{part}` in {name}:\n{text}", self.keys),
            }
        }
    }
}

const BROKEN: &[Told] = &[
    Told { keys: "", shows: &["breaks a verified fact"], files: &[] },
    Told { keys: "nna", shows: &["why is that accepted?", "1 change breaks what was verified"], files: &[] },
    Told { keys: "nna⏎", shows: &["left as it is", "0 of 5"], files: &[(ALPHA, "\"number\":71")] },
    Told { keys: "nnano⎋", shows: &["left as it is", "0 of 5"], files: &[(ALPHA, "\"number\":71")] },
    Told {
        keys: "nnaread q⏎",
        shows: &["accepted 1 change in 1 document", "1 of 5"],
        files: &[(ALPHA, "\"number\":17"), (SIDECAR, "why = \"read q\""), (SIDECAR, "said = \"71\"")],
    },
    Told {
        keys: "cmany⏎", shows: &["accepted 2 changes in 2 documents"], files: &[(BETA, "\"number\":17")]
    },
    Told { keys: "nnr", shows: &["1 of 5"], files: &[(ALPHA, "\"number\":71")] },
];

#[test]
fn what_was_verified_changes_with_a_reason_alone() {
    for told in BROKEN {
        let mut world = World::new(verified);
        world.press(told.keys);
        told.hold(&world);
    }
}

#[test]
fn a_document_that_fails_does_not_stop_the_others() {
    let mut world = World::new(|_| {});
    let waiting = world.path("snapshots/news/alpha.txt.snap.new");
    let text = fs::read_to_string(&waiting).expect("it waits");
    fs::write(&waiting, text.replace("\"number\":3", "\"number\":4")).expect("written");
    world.press("c");
    let shown = world.shown();
    assert!(
        shown.contains("1 document failed") && shown.contains("1 of 5 changes decided  1 failed"),
        "{shown}"
    );
    assert!(world.read(BETA).contains("\"number\":17") && world.read(ALPHA).contains("\"number\":71"));
    assert_eq!(world.screen.session().progress().failed, 1);
}

#[test]
fn quitting_and_suspending_are_left_to_the_program() {
    let mut world = World::new(|_| {});
    assert_eq!(world.press("q"), Flow::Quit);
    let control = |c| Event::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL));
    assert_eq!(world.screen.handle(&control('c')), Flow::Quit);
    assert_eq!(world.screen.handle(&control('z')), Flow::Suspend);
    world.press("m");
    assert_eq!(world.screen.handle(&control('c')), Flow::Quit);
    assert_eq!(world.press("q"), Flow::Go, "a dialog is typed into");
    world.press("⎋");
    assert_eq!(world.screen.handle(&control('l')), Flow::Redraw);
}

#[test]
fn small_screens_say_so_and_recover() {
    let mut world = World::new(|_| {});
    for (width, height, part) in
        [(59, 15, "needs 60 by 15"), (1, 1, ""), (60, 15, "0 of 5"), (80, 24, "like changes"), (300, 90, "#")]
    {
        world.terminal.backend_mut().resize(width, height);
        for keys in ["", "?", "⎋l", "⎋F", "⎋m", "⎋"] {
            world.press(keys);
        }
        let shown = world.shown();
        assert!(shown.contains(part), "{width}x{height}: no `{part}` in\n{shown}");
    }
}

#[test]
fn text_that_runs_the_other_way_is_isolated_on_every_line() {
    let mut world = World::new(|_| {});
    world.terminal.backend_mut().resize(60, 24);
    for keys in ["", "j", "nn", "F", "⎋l", "⎋m\u{2067}غارات", "⎋"] {
        world.press(keys);
        for row in world.shown().lines() {
            let opens = ['\u{2066}', '\u{2068}'];
            let (opened, closed) = (row.matches(opens).count(), row.matches('\u{2069}').count());
            assert_eq!(opened, closed, "after `{keys}`: {row}");
            let outside = row.split(opens).map(|part| part.rsplit('\u{2069}').next().unwrap_or(part));
            let outside: String = outside.collect();
            assert!(!outside.chars().any(|c| ('\u{621}'..='\u{64a}').contains(&c)), "after `{keys}`: {row}");
        }
    }
}

#[test]
fn nothing_stands_beside_a_dialog_that_could_turn_it() {
    let mut world = World::new(|root| {
        (0..20).for_each(|number| write(&root.join(format!("corpus/news/more-{number}.txt")), NEWS));
        checked(&Project::find(root).expect("a project"));
    });
    world.press("m");
    let shown = world.shown();
    let row = shown.lines().find(|row| row.contains("words  ")).expect("a line for the words").trim();
    assert!(row.starts_with('│') && row.ends_with('│'), "{shown}");
}

#[test]
fn without_colours_there_are_none() {
    let World { dir, mut terminal, .. } = World::new(|_| {});
    let project = Project::find(dir.path()).expect("a project");
    let docket = Docket::open(&project, &[]).expect("a docket");
    let mut screen = Screen::new(Session::new(project, docket), false);
    terminal.draw(|frame| screen.draw(frame)).expect("drawn");
    let cells = &terminal.backend().buffer().content;
    assert!(cells.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
}

#[test]
fn a_new_document_is_decided_fact_by_fact() {
    let mut world = World::new(|root| {
        fs::remove_file(root.join(BETA)).expect("removed");
    });
    world.press("G");
    assert!(world.shown().contains("news/beta  5 changes  new"), "{}", world.shown());
    world.press("c");
    assert!(world.shown().contains("it is in no cluster"), "{}", world.shown());
    world.press("a");
    assert_eq!(world.read(BETA).matches("\"kind\":").count(), 1);
    world.press("GA");
    assert_eq!(world.read(BETA).matches("\"kind\":").count(), 4);
}
