//! Deciding: some facts of a document, like changes of several, what was verified, and taking a ruling back.

use std::fs;
use std::path::Path;

use tahqiq::docket::{Docket, Effect, Ledger, Ruling, Selection, settle};
use tahqiq::engine::Extraction;
use tahqiq::harness::{Corpus, Project, check, sha256};
use tahqiq::snapshot::{Nature, Snapshot};
use tahqiq::text::Variant;
use tempfile::TempDir;

const NEWS: &str = "أصيب 17 شخصاً في 3 غارات\n\nوقال إن 5 منازل تضررت.\n";

struct World {
    dir: TempDir,
    project: Project,
}

impl World {
    /// A project of two documents that say the same, all accepted.
    fn new() -> Self {
        let dir = TempDir::new().expect("a folder");
        for name in ["a", "b"] {
            write(&dir.path().join(format!("corpus/{name}.txt")), NEWS);
        }
        // Of two kinds, so that one more word that is read as something else changes no test.
        write(&dir.path().join("tahqiq.toml"), "kinds = [\"numeral\", \"time\"]\n");
        let project = Project::find(dir.path()).expect("a project");
        let world = Self { dir, project };
        world.check();
        World::rule(&world.docket(), Ruling::Accept, &Selection::default(), None);
        world
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.dir.path().join(name)
    }

    fn check(&self) {
        let engine = self.project.engine(true).expect("an engine");
        let corpus = Corpus::of(&self.project, &[], self.dir.path()).expect("a corpus");
        check(
            &self.project,
            corpus,
            Extraction { kinds: &self.project.config().kinds, ..Extraction::new(&*engine) },
            true,
            &|| {},
        );
    }

    fn docket(&self) -> Docket {
        Docket::open(&self.project, &[]).expect("a docket")
    }

    fn rule(docket: &Docket, ruling: Ruling, selection: &Selection, reason: Option<&str>) {
        for (case, changes) in selection.of(docket).expect("a selection") {
            settle(&docket.cases[case], ruling, |index| changes.contains(&index), reason).expect("settled");
        }
    }

    fn body(&self, name: &str) -> Option<String> {
        Snapshot::read(&self.path(&format!("snapshots/{name}"))).expect("a snapshot").map(|s| s.body)
    }

    /// Makes the accepted snapshots say what the documents do not: 17 is 71, and 5 is missing.
    fn spoil(&self) {
        for name in ["a", "b"] {
            let path = self.path(&format!("snapshots/{name}.txt.snap"));
            let text = fs::read_to_string(&path).expect("a snapshot");
            let text = text.replace("\"number\":17", "\"number\":71");
            let kept: Vec<_> = text.lines().filter(|line| !line.contains("\"text\":\"5\"")).collect();
            fs::write(&path, kept.join("\n") + "\n").expect("written");
        }
        self.check();
    }
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    fs::write(path, text).expect("written");
}

fn of_fact(docket: &Docket, case: usize, change: usize) -> Selection {
    Selection { facts: vec![docket.cases[case].ids()[change].clone()], ..Selection::default() }
}

#[test]
fn one_fact_is_accepted_and_the_rest_waits() {
    let world = World::new();
    let right = world.body("a.txt.snap").expect("accepted");
    world.spoil();
    let docket = world.docket();
    let natures: Vec<_> = docket.cases[0].changes().iter().map(|change| change.nature).collect();
    assert_eq!(natures, [Nature::Changed, Nature::Added]);
    World::rule(&docket, Ruling::Accept, &of_fact(&docket, 0, 0), None);
    let body = world.body("a.txt.snap").expect("accepted");
    assert!(body.contains("\"number\":17") && !body.contains("\"text\":\"5\""), "{body}");
    assert_eq!(world.body("a.txt.snap.new").as_ref(), Some(&right));

    let docket = world.docket();
    assert_eq!(docket.cases[0].changes().len(), 1);
    World::rule(&docket, Ruling::Accept, &of_fact(&docket, 0, 0), None);
    assert_eq!(world.body("a.txt.snap"), Some(right));
    assert_eq!(world.body("a.txt.snap.new"), None);
}

#[test]
fn one_fact_is_rejected_and_the_rest_waits() {
    let world = World::new();
    world.spoil();
    let spoiled = world.body("a.txt.snap");
    let docket = world.docket();
    World::rule(&docket, Ruling::Reject, &of_fact(&docket, 0, 0), None);
    assert_eq!(world.body("a.txt.snap"), spoiled);
    let pending = world.body("a.txt.snap.new").expect("waiting");
    assert!(pending.contains("\"number\":71") && pending.contains("\"text\":\"5\""), "{pending}");
    let docket = world.docket();
    assert_eq!(docket.cases[0].changes().len(), 1);
    World::rule(&docket, Ruling::Reject, &of_fact(&docket, 0, 0), None);
    assert_eq!(world.body("a.txt.snap.new"), None);
}

#[test]
fn a_cluster_is_decided_in_every_document_at_once() {
    let world = World::new();
    world.spoil();
    let docket = world.docket();
    let cluster = docket.clusters.iter().find(|c| c.nature == Nature::Changed).expect("a cluster");
    assert_eq!((cluster.documents(), cluster.members.len()), (2, 2));
    let selection = Selection { clusters: vec![cluster.id[..4].to_owned()], ..Selection::default() };
    World::rule(&docket, Ruling::Accept, &selection, None);
    for name in ["a.txt.snap", "b.txt.snap"] {
        let body = world.body(name).expect("accepted");
        assert!(body.contains("\"number\":17") && !body.contains("\"text\":\"5\""), "{body}");
    }
    let unknown = Selection { clusters: vec!["zzzz".into()], ..Selection::default() };
    assert!(unknown.of(&world.docket()).is_err());
}

#[test]
fn a_new_document_is_accepted_fact_by_fact() {
    let world = World::new();
    let right = world.body("a.txt.snap").expect("accepted");
    fs::remove_file(world.path("snapshots/a.txt.snap")).expect("removed");
    world.check();
    let docket = world.docket();
    assert!(docket.cases[0].is_new() && docket.clusters.is_empty());
    assert_eq!(docket.cases[0].changes().len(), 4);
    World::rule(&docket, Ruling::Accept, &of_fact(&docket, 0, 2), None);
    let body = world.body("a.txt.snap").expect("accepted");
    assert_eq!(body.lines().count(), 2, "{body}");
    let docket = world.docket();
    assert_eq!(docket.cases[0].changes().len(), 3);
    World::rule(&docket, Ruling::Accept, &Selection::default(), None);
    assert_eq!(world.body("a.txt.snap"), Some(right));
}

#[test]
fn a_ruling_is_taken_back() {
    let world = World::new();
    world.spoil();
    let (accepted, waiting) = (world.body("a.txt.snap"), world.body("a.txt.snap.new"));
    let docket = world.docket();
    for ruling in [Ruling::Accept, Ruling::Reject] {
        for all in [true, false] {
            let settled = settle(&docket.cases[0], ruling, |index| all || index == 0, None).expect("settled");
            settled.before.restore().expect("taken back");
            assert_eq!(
                (world.body("a.txt.snap"), world.body("a.txt.snap.new")),
                (accepted.clone(), waiting.clone())
            );
        }
    }
}

#[test]
fn a_renamed_document_that_is_accepted_in_part_leaves_nothing_under_its_old_name() {
    let world = World::new();
    world.spoil();
    fs::rename(world.path("corpus/b.txt"), world.path("corpus/z.txt")).expect("moved");
    fs::remove_file(world.path("snapshots/b.txt.snap.new")).expect("it waited");
    world.check();
    let (old, waiting) = (world.body("b.txt.snap"), world.body("z.txt.snap.new"));
    let docket = world.docket();
    let settled = settle(&docket.cases[1], Ruling::Accept, |index| index == 0, None).expect("settled");
    assert_eq!((settled.ruled, settled.left), (1, 1));
    let body = world.body("z.txt.snap").expect("accepted");
    assert!(body.contains("\"number\":17") && !body.contains("\"text\":\"5\""), "{body}");
    assert_eq!((world.body("b.txt.snap"), world.body("z.txt.snap.new")), (None, waiting.clone()));
    assert_eq!(world.docket().cases[1].changes().len(), 1);
    settled.before.restore().expect("taken back");
    assert_eq!((world.body("b.txt.snap"), world.body("z.txt.snap.new")), (old, waiting));
    assert_eq!(world.body("z.txt.snap"), None);
}

#[test]
fn nothing_of_an_edited_document_is_accepted_until_it_is_checked() {
    let world = World::new();
    world.spoil();
    let accepted = world.body("a.txt.snap");
    write(&world.path("corpus/a.txt"), &NEWS.replace("17", "18"));
    let docket = world.docket();
    for all in [true, false] {
        let refused = settle(&docket.cases[0], Ruling::Accept, |index| all || index == 0, None);
        assert!(refused.expect_err("refused").to_string().contains("its document was edited since"));
        assert_eq!(world.body("a.txt.snap"), accepted);
    }
    settle(&docket.cases[0], Ruling::Reject, |index| index == 0, None).expect("settled");
}

#[test]
fn what_changed_since_it_was_shown_is_not_decided() {
    let world = World::new();
    world.spoil();
    let docket = world.docket();
    let path = world.path("snapshots/a.txt.snap.new");
    let text = fs::read_to_string(&path).expect("waiting");
    fs::write(&path, text.replace("\"number\":3", "\"number\":4")).expect("written");
    let accepted = world.body("a.txt.snap");
    assert!(settle(&docket.cases[0], Ruling::Accept, |_| true, None).is_err());
    assert_eq!(world.body("a.txt.snap"), accepted);
}

#[test]
fn a_break_of_what_was_verified_needs_a_reason_and_keeps_it() {
    let world = World::new();
    world.spoil();
    let body = world.body("a.txt.snap").expect("accepted");
    let sidecar = world.path("corpus/a.toml");
    let known = "[[known]]\nkind = \"numeral\"\nright = \"5\"\ntext = \"5\"\n";
    fs::write(&sidecar, format!("# kept\nverified = \"{}\"\n\n{known}", sha256(body.as_bytes())))
        .expect("written");
    let docket = world.docket();
    let case = &docket.cases[0];
    assert_eq!(case.effects, [Effect::Breaks, Effect::Mends(0)]);
    assert!(settle(case, Ruling::Accept, |_| true, None).is_err());
    assert_eq!(world.body("a.txt.snap"), Some(body));
    settle(case, Ruling::Accept, |_| true, Some("17 was read backwards")).expect("settled");
    let text = fs::read_to_string(&sidecar).expect("a sidecar");
    assert!(text.starts_with("# kept") && text.contains("17 was read backwards"), "{text}");
    assert!(!text.contains("[[known]]"), "{text}");
    let place = Corpus::of(&world.project, &[], world.dir.path()).expect("a corpus").places.remove(0);
    let ledger = Ledger::read(&place, world.body("a.txt.snap").as_deref()).expect("a ledger");
    assert!(ledger.is_verified);
}

#[test]
fn what_is_only_written_otherwise_is_told_so_wherever_it_stands_now() {
    let world = World::new();
    write(&world.path("corpus/a.txt"), "خبر جديد\n\nأصيب ١٧ شخصاً في 3 غـارات\n\nوقال إن 6 منازل تضررت.\n");
    world.check();
    let docket = world.docket();
    let changes = docket.cases[0].changes();
    let said: Vec<_> = changes.iter().map(|c| (c.nature, c.item().gist(), c.noise.clone())).collect();
    assert!(said.contains(&(Nature::Changed, "17".into(), vec![Variant::Digits])), "{said:?}");
    assert!(said.contains(&(Nature::Changed, "6".into(), Vec::new())), "{said:?}");
    assert_eq!((changes.len(), docket.cases[0].changed.diff.shifted), (3, 1), "{said:?}");
}
