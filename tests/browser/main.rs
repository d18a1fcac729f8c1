//! The page in a browser: Chromium through chromedriver, driven as its user drives it.
//!
//! `cargo test --features browser-tests --test browser`; both programs have to be installed.

mod driver;
#[path = "../review/served.rs"]
#[expect(dead_code, reason = "the tests of the server use all of it")]
mod served;
#[path = "../town/mod.rs"]
#[expect(dead_code, reason = "each test uses what it needs of it")]
mod town;

use std::path::Path;

use driver::Browser;
use serde_json::json;
use town::Town;

/// A document in which a fact ends with its line.
const LINES: &str = "قُتل 17 شخصاً أمس الثلاثاء\nوأصيب 24 آخرون.\n";
/// As WebDriver names it.
const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";
const ARROW_LEFT: &str = "\u{e012}";

/// How the program's page stands, from the files that it decides on.
fn accepted(town: &Town, name: &str) -> String {
    town.read(&format!("snapshots/news/{name}.txt.snap"))
}

fn state_is(index: usize, state: &str) -> String {
    format!("document.querySelectorAll('#changes > li.change')[{index}].dataset.state === '{state}'")
}

fn address(path: &Path) -> String {
    format!("file://{}", path.display())
}

#[tokio::test]
async fn changes_are_decided_by_key_and_by_button() {
    let town = Town::spoiled();
    let before = town.files();
    let served = town.serve();
    let browser = Browser::open(&format!("http://127.0.0.1:{}/?key={}", served.port, served.key)).await;
    assert_eq!(
        browser.says("document.getElementById('progress').textContent").await,
        "0 of 4 changes decided"
    );
    browser.press("a").await;
    browser.until(&state_is(0, "accepted")).await;
    assert!(accepted(&town, "a").contains("\"number\":17"));
    browser.until("document.querySelector('#changes [aria-current]').dataset.state === 'waiting'").await;
    browser.click("#changes [aria-current] .reject").await;
    browser.until(&state_is(1, "rejected")).await;
    assert!(!accepted(&town, "a").contains("\"text\":\"5\""));
    browser.until("document.getElementById('progress').textContent.startsWith('2 of 4')").await;
    browser.press("u").await;
    browser.until(&state_is(1, "waiting")).await;
    browser.click("#undo").await;
    browser.until(&state_is(0, "waiting")).await;
    assert_eq!(town.files(), before);
    browser.press("n").await;
    browser.until("document.querySelector('button.case[aria-current]').dataset.case === 'news/b'").await;
    browser.press("A").await;
    browser.until(&state_is(1, "accepted")).await;
    assert!(accepted(&town, "b").contains("\"number\":17"));
    browser.click("#finish").await;
    browser.until("document.body.classList.contains('finished')").await;
    browser.close();
}

#[tokio::test]
async fn like_changes_are_decided_at_once() {
    let town = Town::spoiled();
    let served = town.serve();
    let browser = Browser::open(&format!("http://127.0.0.1:{}/?key={}", served.port, served.key)).await;
    browser.click("button.cluster").await;
    browser.until("document.querySelectorAll('#changes > li').length === 1").await;
    let label = browser.says("document.getElementById('accept-cluster').textContent").await;
    assert_eq!(label, "Accept cluster (2 in 2 documents) c");
    browser.press("c").await;
    browser.until(&state_is(0, "accepted")).await;
    browser.until("document.getElementById('progress').textContent.startsWith('2 of 4')").await;
    browser.click("button.cluster").await;
    browser.press("u").await;
    browser.until("document.getElementById('progress').textContent.startsWith('0 of 4')").await;
    browser.press("C").await;
    browser.until("document.getElementById('progress').textContent.startsWith('2 of 4')").await;
    drop(served);
    browser.press("a").await;
    browser.until("document.getElementById('message').textContent.includes('does not answer')").await;
}

#[tokio::test]
async fn facts_are_marked_wrong_and_missing_ones_added_and_a_document_verified() {
    let town = Town::spoiled();
    let served = town.serve();
    let browser = Browser::open(&format!("http://127.0.0.1:{}/?key={}", served.port, served.key)).await;
    browser.press("w").await;
    browser.until("document.getElementById('wrong').open").await;
    browser.fill("#wrong-right", "18").await;
    browser.fill("#wrong-why", "as the ministry says").await;
    browser.click("#wrong-save").await;
    browser.until("document.querySelectorAll('#known li').length === 1").await;
    let sidecar = town.read("corpus/news/a.toml");
    assert!(sidecar.contains("right = \"18\"") && sidecar.contains("says = \"17\""), "{sidecar}");

    let word = "غارات";
    let select = format!(
        "const walk = document.createTreeWalker(document.getElementById('text'), NodeFilter.SHOW_TEXT); \
         for (let node; (node = walk.nextNode());) {{ const at = node.data.indexOf('{word}'); if (at < 0) continue; \
         getSelection().setBaseAndExtent(node, at, node, at + {}); }}",
        word.chars().count()
    );
    browser.does(&select).await;
    browser.click("#missing").await;
    browser.until("document.getElementById('missing-dialog').open").await;
    assert_eq!(browser.says("document.getElementById('missing-text').value").await, word);
    browser.click("#missing-save").await;
    browser.until("document.getElementById('missing-fault').textContent.startsWith('Say what')").await;
    browser.fill("#missing-right", "3").await;
    browser.press(ENTER).await;
    browser.until("document.querySelectorAll('#known li').length === 2").await;
    let start = town::NEWS.find(word).expect("it stands there");
    let sidecar = town.read("corpus/news/a.toml");
    assert!(sidecar.contains(&format!("start = {start}")) && sidecar.contains(word), "{sidecar}");

    assert_eq!(browser.says("document.getElementById('verify').disabled").await, true);
    browser.press("A").await;
    browser.until("!document.getElementById('verify').disabled").await;
    browser.press("v").await;
    browser.until("document.getElementById('standing').textContent.includes('verified')").await;
    assert!(town.read("corpus/news/a.toml").contains("verified = "));
    browser.close();
}

#[tokio::test]
async fn why_and_a_reason_are_asked_in_place() {
    let town = Town::spoiled();
    let snapshot = accepted(&town, "a");
    let (_, body) = snapshot[4..].split_once("\n---\n").expect("a header and a body");
    town.write(
        "corpus/news/a.toml",
        format!("verified = \"{}\"\n", tahqiq::harness::sha256(body.as_bytes())),
    );
    let served = town.serve();
    let browser = Browser::open(&format!("http://127.0.0.1:{}/?key={}", served.port, served.key)).await;
    browser.click("#changes [aria-current] .why summary").await;
    browser.until("document.querySelector('.why li.kept code')?.textContent === 'numeral/digits'").await;
    browser.press("a").await;
    browser.until("document.getElementById('reason').open").await;
    browser.press(ESCAPE).await;
    browser.until("!document.getElementById('reason').open").await;
    assert_eq!(accepted(&town, "a"), snapshot);
    browser.click("#changes [aria-current] .accept").await;
    browser.until("document.getElementById('reason').open").await;
    browser.fill("#reason-why", "it was read backwards").await;
    browser.click("#reason-save").await;
    browser.until(&state_is(0, "accepted")).await;
    assert!(town.read("corpus/news/a.toml").contains("it was read backwards"));
    browser.close();
}

#[tokio::test]
async fn decisions_of_the_offline_page_come_back_as_a_file() {
    let town = Town::spoiled();
    town.page();
    let browser = Browser::open(&address(&town.path("page.html"))).await;
    browser.press("a").await;
    browser.until(&state_is(0, "accepted")).await;
    browser.press("r").await;
    browser.until(&state_is(1, "rejected")).await;
    browser.reload().await;
    browser.until("document.getElementById('progress').textContent.startsWith('2 of 4')").await;
    browser.press("n").await;
    browser.press("A").await;
    browser.until("document.getElementById('progress').textContent.startsWith('4 of 4')").await;
    browser.press("v").await;
    browser.until("document.getElementById('standing').textContent.includes('verified')").await;
    browser.click("#export").await;
    let saved = browser.saved("decisions.json").await;
    let said = town.run(&["apply", &saved.display().to_string()]).exits(0);
    assert_eq!(said.out, "3 changes accepted, 1 rejected, 1 document verified\n");
    assert!(
        accepted(&town, "a").contains("\"number\":17") && !accepted(&town, "a").contains("\"text\":\"5\"")
    );
    assert!(accepted(&town, "b").contains("\"text\":\"5\""));
    browser.close();
}

#[tokio::test]
async fn the_list_is_filtered_and_the_text_walked_by_keys() {
    let town = Town::spoiled();
    town.write("corpus/news/c.txt", LINES);
    town.page();
    let browser = Browser::open(&address(&town.path("page.html"))).await;
    assert_eq!(browser.says("document.querySelectorAll('button.case').length").await, 3);
    browser.press("/").await;
    browser.press("c").await;
    browser.until("document.querySelectorAll('button.case').length === 1").await;
    browser.fill("#filter-text", " ").await;
    browser.press(ESCAPE).await;
    let kinds = browser.says("[...document.getElementById('filter-kind').options].map((o) => o.value)").await;
    assert_eq!(kinds, json!(["", "document", "numeral", "time"]));
    for _ in 0..3 {
        browser.press("f").await;
    }
    browser.until("document.getElementById('filter-kind').value === 'time'").await;
    browser.until("document.querySelectorAll('button.case').length === 1").await;
    browser.until("document.querySelectorAll('#changes > li').length === 1").await;
    assert_eq!(browser.says("document.querySelector('#text').dir").await, "rtl");
    let lines =
        browser.says("[...document.querySelectorAll('#text p')].map((p) => p.textContent).join('\\n')").await;
    assert_eq!(lines, LINES);
    let marks =
        browser.says("[...document.querySelectorAll('#text mark')].map((mark) => mark.textContent)").await;
    assert_eq!(marks, json!(["17", "أمس الثلاثاء", "24"]), "a mark ends where its fact ends");
    browser.does("document.querySelector('#text mark').focus()").await;
    browser.press(ARROW_LEFT).await;
    browser.until("document.activeElement.dataset.kind === 'time'").await;
    browser.press("?").await;
    browser.until("document.getElementById('keys').open").await;
    browser.press(ESCAPE).await;
    browser.click("#theme").await;
    browser.click("#theme").await;
    let dark = "getComputedStyle(document.body).colorScheme === 'dark'";
    browser.until(dark).await;
    browser.reload().await;
    browser.until(dark).await;
    browser.close();
}

/// Everything that can have the focus and is seen.
const STOPS: &str = "(() => [...document.querySelectorAll(
    'a[href], button, select, input, textarea, summary, [tabindex=\"0\"]')].filter((one) =>
    !one.disabled && one.tabIndex >= 0 && one.checkVisibility() && !one.closest('dialog, .buttons') ||
    one.closest('[aria-current] > .buttons')).filter((one) => !one.disabled))()";

#[tokio::test]
async fn tab_reaches_everything_and_shows_where_it_is() {
    let town = Town::spoiled();
    town.page();
    let browser = Browser::open(&address(&town.path("page.html"))).await;
    let all = browser.says(&format!("{STOPS}.length")).await.as_u64().expect("a number");
    assert!(all > 15, "only {all} stops were found: the reader of this test is broken");
    browser.says("void document.querySelectorAll('*').forEach((one) => one.addEventListener('focus', () => one.dataset.reached = getComputedStyle(one).outlineStyle))").await;
    for _ in 0..2 * all {
        browser.press(TAB).await;
    }
    let missed = browser
        .says(&format!(
            "{STOPS}.filter((one) => !one.dataset.reached).map((one) => one.outerHTML.slice(0, 120))"
        ))
        .await;
    assert_eq!(missed, json!([]), "never reached");
    let unseen = browser
        .says(
            "[...document.querySelectorAll('[data-reached=none]')].map((one) => one.outerHTML.slice(0, 120))",
        )
        .await;
    assert_eq!(unseen, json!([]), "the focus is not seen there");
    browser.close();
}
