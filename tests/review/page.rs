//! The page as a file: it holds all that it needs, and nothing that a document says can run in it.

use super::served::data;
use super::town::{NEWS, Town};

#[test]
fn the_page_loads_nothing() {
    let town = Town::spoiled();
    let before = town.files();
    let page = town.page();
    for word in ["http://", "https://", "@import", "url(", " src=", "import(", "<link rel=\"style"] {
        assert!(!page.contains(word), "`{word}` is in the page");
    }
    assert!(page.contains("connect-src 'none'"));
    town.remove("page.html");
    assert_eq!(town.files(), before, "a report writes its file alone");
}

#[test]
fn what_a_document_says_stays_text() {
    let trap = "</script><script>alert(17)</script><!-- 5 {{script}} \u{2028}\n";
    let town = Town::new(&[("corpus/news/<b>&.txt", trap)]);
    let page = town.page();
    assert_eq!(page.matches("</script>").count(), 2);
    assert_eq!(page.matches("<script").count(), 2);
    assert!(!page.contains("<!--"), "a comment would swallow the rest");
    assert_eq!(data(&page)["cases"][0]["text"], trap);
    assert_eq!(data(&page)["cases"][0]["document"], "news/<b>&");
}

#[test]
fn the_policy_names_the_script_and_the_style_that_are_there() {
    use base64::Engine as _;
    use sha2::Digest as _;
    let page = Town::spoiled().page();
    let between = |from: &str, to: &str| {
        let (_, rest) = page.rsplit_once(from).expect("it is there");
        rest.split_once(to).expect("it ends").0.to_owned()
    };
    for part in [between("<script>", "</script>"), between("<style>", "</style>")] {
        let hash = base64::prelude::BASE64_STANDARD.encode(sha2::Sha256::digest(part));
        assert!(page.contains(&format!("'sha256-{hash}'")), "the policy lets no such part through");
    }
}

#[test]
fn the_page_knows_each_change_before_and_after() {
    let town = Town::spoiled();
    let data = data(&town.page());
    assert_eq!((&data["mode"], &data["schema"]), (&"offline".into(), &1.into()));
    let case = &data["cases"][0];
    assert_eq!((&case["document"], &case["text"]), (&"news/a".into(), &NEWS.into()));
    let change = &case["changes"][0];
    assert_eq!(
        (&change["nature"], &change["old"]["gist"], &change["new"]["gist"]),
        (&"changed".into(), &"71".into(), &"17".into())
    );
    assert_eq!((&change["now"]["before"], &change["now"]["mark"]), (&"أصيب ".into(), &"17".into()));
    assert_eq!(data["clusters"][0]["members"].as_array().map(Vec::len), Some(2));
}

#[test]
fn a_report_exits_as_its_check_and_names_what_could_not_be_read() {
    let town = Town::spoiled();
    town.run(&["report", "--html", "page.html"]).exits(1).says("page.html: 4 changes of 2 documents");
    town.run(&["accept", "--all"]).exits(0);
    town.run(&["report", "--html", "page.html"]).exits(0);
    town.run(&["report", "--html", "tahqiq.toml/page.html"]).exits(2);
    town.write("corpus/news/c.txt", [0xFF, 0xFE, 0x00]);
    let said = town.run(&["report", "--html", "page.html"]).exits(2);
    assert!(said.err.contains("news/c.txt"), "{}", said.err);
}
