//! The page in a browser: Chromium through chromedriver, driven as its user drives it.
//!
//! `cargo test --features browser-tests --test browser`; both programs have to be installed.

#[path = "review/served.rs"]
#[expect(dead_code, reason = "the tests of the server use all of it")]
mod served;
#[expect(dead_code, reason = "each test uses what it needs of it")]
mod town;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;
use town::Town;

/// How long the page may take for anything.
const PATIENCE: Duration = Duration::from_secs(20);
/// A document in which a fact ends with its line.
const LINES: &str = "قُتل 17 شخصاً أمس الثلاثاء\nوأصيب 24 آخرون.\n";
/// As WebDriver names it.
const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";
const ARROW_LEFT: &str = "\u{e012}";

struct Browser {
    client: Client,
    driver: Driver,
    /// Its profile, and what it downloads.
    folder: TempDir,
}

struct Driver {
    child: Child,
    port: u16,
    session: String,
}

impl Drop for Driver {
    fn drop(&mut self) {
        // A driver that is killed leaves its browser behind.
        let _ = self.ask("DELETE", "");
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Driver {
    fn start() -> Self {
        let mut child = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .spawn()
            .expect("chromedriver is installed: apt-get install chromium chromium-driver");
        let out = BufReader::new(child.stdout.take().expect("a pipe"));
        let started = out.lines().map_while(Result::ok).find_map(|line| {
            let (_, port) = line.split_once("successfully on port ")?;
            port.trim_end_matches('.').parse().ok()
        });
        Self { child, port: started.expect("chromedriver says its port"), session: String::new() }
    }

    /// Sends a command of the session that the client does not know, and returns its answer.
    fn ask(&self, method: &str, rest: &str) -> std::io::Result<Value> {
        let body = r#"{"type":"browser"}"#;
        let stream = TcpStream::connect(("127.0.0.1", self.port))?;
        let head = format!("{method} /session/{}{rest} HTTP/1.1\r\nHost: 127.0.0.1\r\n", self.session);
        (&stream).write_all(format!("{head}Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes())?;
        let mut answer = BufReader::new(&stream);
        let (mut line, mut length) = (String::new(), 0);
        while answer.read_line(&mut line)? > 2 {
            if let Some((_, value)) = line.to_lowercase().split_once("content-length:") {
                length = value.trim().parse().unwrap_or(0);
            }
            line.clear();
        }
        let mut body = vec![0; length];
        answer.read_exact(&mut body)?;
        Ok(serde_json::from_slice(&body)?)
    }
}

impl Browser {
    async fn open(address: &str) -> Self {
        let mut driver = Driver::start();
        let folder = TempDir::new().expect("a folder");
        let profile = format!("--user-data-dir={}", folder.path().join("profile").display());
        let arguments = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1280,800",
            &profile,
        ];
        let options = json!({"args": arguments, "prefs": {"download.default_directory": folder.path()}});
        let capabilities = json!({"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}});
        let capabilities = capabilities.as_object().expect("an object").clone();
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{}", driver.port))
            .await
            .expect("chromium starts");
        driver.session = client.session_id().await.expect("it answers").expect("a session");
        client.goto(address).await.expect("the page opens");
        let browser = Self { client, driver, folder };
        browser.until("document.body.dataset.ready === 'true'").await;
        browser
    }

    /// The value of an expression in the page.
    async fn says(&self, expression: &str) -> Value {
        self.client.execute(&format!("return {expression}"), Vec::new()).await.expect("it runs")
    }

    /// Waits until an expression is true in the page.
    #[track_caller]
    fn until<'b>(&'b self, expression: &'b str) -> impl Future<Output = ()> + 'b {
        let caller = std::panic::Location::caller();
        async move {
            let start = Instant::now();
            while self.says(expression).await != true {
                let message = self.says("document.getElementById('message').textContent").await;
                assert!(start.elapsed() < PATIENCE, "{caller}: never true: {expression} ({message})");
                tokio::time::sleep(Duration::from_millis(40)).await;
            }
        }
    }

    async fn click(&self, selector: &str) {
        let found = self.client.find(Locator::Css(selector)).await;
        found.unwrap_or_else(|error| panic!("{selector}: {error}")).click().await.expect("it can be clicked");
    }

    /// Presses a key where the focus is.
    async fn press(&self, key: &str) {
        let active = self.client.active_element().await.expect("something has the focus");
        active.send_keys(key).await.expect("it takes keys");
    }

    async fn fill(&self, selector: &str, text: &str) {
        let field = self.client.find(Locator::Css(selector)).await.expect("the field is there");
        field.clear().await.expect("it is emptied");
        field.send_keys(text).await.expect("it takes text");
    }

    /// Ends the browser; nothing may have been complained of in its console.
    fn close(self) {
        let log = self.driver.ask("POST", "/se/log").expect("the driver answers");
        assert_eq!(log["value"], json!([]), "the console is not empty");
    }
}

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
    browser.client.execute(&select, Vec::new()).await.expect("it is selected");
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
    browser.client.refresh().await.expect("it is read again");
    browser.until("document.body.dataset.ready === 'true'").await;
    browser.until("document.getElementById('progress').textContent.startsWith('2 of 4')").await;
    browser.press("n").await;
    browser.press("A").await;
    browser.until("document.getElementById('progress').textContent.startsWith('4 of 4')").await;
    browser.press("v").await;
    browser.until("document.getElementById('standing').textContent.includes('verified')").await;
    browser.click("#export").await;
    let saved = browser.folder.path().join("decisions.json");
    let start = Instant::now();
    while !saved.exists() {
        assert!(start.elapsed() < PATIENCE, "nothing was saved");
        tokio::time::sleep(Duration::from_millis(40)).await;
    }
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
    browser
        .client
        .execute("document.querySelector('#text mark').focus()", Vec::new())
        .await
        .expect("focused");
    browser.press(ARROW_LEFT).await;
    browser.until("document.activeElement.dataset.kind === 'time'").await;
    browser.press("?").await;
    browser.until("document.getElementById('keys').open").await;
    browser.press(ESCAPE).await;
    browser.click("#theme").await;
    browser.click("#theme").await;
    let dark = "getComputedStyle(document.body).colorScheme === 'dark'";
    browser.until(dark).await;
    browser.client.refresh().await.expect("it is read again");
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
