//! Chromium through chromedriver. Whatever is waited for has a limit, and what is started ends with its test, so that a
//! browser that does not answer is the failure of one test and holds up no other.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use fantoccini::error::CmdError;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use process_wrap::std::{ChildWrapper, CommandWrap};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::timeout;

/// How long anything may take, on a machine that has much else to do.
const PATIENCE: Duration = Duration::from_mins(1);
/// How long a browser may take to end.
const GRACE: Duration = Duration::from_secs(5);
/// How often it is looked whether something is so by now.
const LOOK: Duration = Duration::from_millis(40);
/// How often a browser that does not start is started anew: on a machine that has just built it all, the first one may take
/// longer than chromedriver waits for it.
const STARTS: usize = 3;

/// Browsers that run at a time: more of them only make one another slow.
static SEATS: Semaphore = Semaphore::const_new(2);

/// A browser with one page.
pub(crate) struct Browser {
    client: Client,
    driver: Driver,
    /// Its profile, and what it downloads.
    folder: TempDir,
    /// Given back last.
    _seat: SemaphorePermit<'static>,
}

/// A running chromedriver, whose group its browser is in.
struct Driver {
    child: Box<dyn ChildWrapper>,
    port: u16,
    session: String,
}

impl Drop for Driver {
    fn drop(&mut self) {
        // What is asked to end takes its files with it; what does not is ended with all that it started.
        let _ = self.ask("DELETE", "", GRACE);
        let _ = self.child.kill();
    }
}

impl Driver {
    fn start() -> Self {
        let mut command = Command::new("chromedriver");
        command.arg("--port=0").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut wrap = CommandWrap::from(command);
        #[cfg(unix)]
        wrap.wrap(process_wrap::std::ProcessGroup::leader());
        #[cfg(windows)]
        wrap.wrap(process_wrap::std::JobObject);
        let child =
            wrap.spawn().expect("chromedriver is installed: apt-get install chromium chromium-driver");
        let mut driver = Self { child, port: 0, session: String::new() };
        driver.port = driver.said_port();
        driver
    }

    /// The port that it says; what it says after that is read too, so that it is never held up by it.
    fn said_port(&mut self) -> u16 {
        let out = self.child.stdout().take().expect("a pipe");
        let (say, hear) = mpsc::channel();
        std::thread::spawn(move || {
            for line in BufReader::new(out).lines().map_while(Result::ok) {
                let said = line.split_once("successfully on port ");
                said.and_then(|(_, port)| say.send(port.trim_end_matches('.').parse().ok()?).ok());
            }
        });
        hear.recv_timeout(PATIENCE).expect("chromedriver says its port")
    }

    /// Starts a browser: its client and its folder, or why it does not start.
    async fn browse(&mut self) -> Result<(Client, TempDir), String> {
        let folder = TempDir::new().expect("a folder");
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let address = format!("http://127.0.0.1:{}", self.port);
        let connecting = builder.capabilities(capabilities(&folder)).connect(&address);
        let client = match timeout(2 * PATIENCE, connecting).await {
            Ok(client) => client.map_err(|error| error.to_string())?,
            Err(_) => return Err(format!("chromium did not start in {:?}", 2 * PATIENCE)),
        };
        self.session = within("its session", client.session_id()).await.expect("a session");
        Ok((client, folder))
    }

    /// Sends a command of the session that the client does not know, and returns its answer.
    fn ask(&self, method: &str, rest: &str, limit: Duration) -> std::io::Result<Value> {
        let body = r#"{"type":"browser"}"#;
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, self.port));
        let stream = TcpStream::connect_timeout(&address, limit)?;
        stream.set_read_timeout(Some(limit))?;
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

fn capabilities(folder: &TempDir) -> serde_json::Map<String, Value> {
    let profile = format!("--user-data-dir={}", folder.path().join("profile").display());
    let arguments = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-dev-shm-usage",
        "--disable-sync",
        "--window-size=1280,800",
        &profile,
    ];
    let options = json!({"args": arguments, "prefs": {"download.default_directory": folder.path()}});
    let all = json!({"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}});
    all.as_object().expect("an object").clone()
}

/// What a command comes to, which has to answer in time.
async fn within<T>(what: &str, command: impl Future<Output = Result<T, CmdError>>) -> T {
    match timeout(PATIENCE, command).await {
        Ok(Ok(answer)) => answer,
        Ok(Err(error)) => panic!("{what}: {error}"),
        Err(late) => panic!("{what}: no answer in {PATIENCE:?} ({late})"),
    }
}

/// Whether that may be otherwise in a moment: what was sought is not drawn yet, or was just drawn anew.
fn passes(error: &CmdError) -> bool {
    error.is_no_such_element() || error.is_stale_element_reference() || error.is_element_not_interactable()
}

impl Browser {
    /// A browser whose page is ready.
    pub(crate) async fn open(address: &str) -> Self {
        let seat = SEATS.acquire().await.expect("seats are never closed");
        let mut faults = Vec::new();
        for _ in 0..STARTS {
            let mut driver = Driver::start();
            match driver.browse().await {
                Ok((client, folder)) => {
                    let browser = Self { client, driver, folder, _seat: seat };
                    within(address, browser.client.goto(address)).await;
                    browser.is_ready().await;
                    return browser;
                }
                Err(fault) => faults.push(fault),
            }
        }
        panic!("chromium does not start: {faults:#?}");
    }

    /// Waits until the page is drawn.
    async fn is_ready(&self) {
        self.until("document.body?.dataset.ready === 'true'").await;
    }

    /// The value of an expression in the page.
    pub(crate) async fn says(&self, expression: &str) -> Value {
        self.does(&format!("return {expression}")).await
    }

    /// Runs a script in the page.
    pub(crate) async fn does(&self, script: &str) -> Value {
        within(script, self.client.execute(script, Vec::new())).await
    }

    /// Waits until an expression is true in the page.
    #[track_caller]
    pub(crate) fn until<'b>(&'b self, expression: &'b str) -> impl Future<Output = ()> + 'b {
        let caller = std::panic::Location::caller();
        async move {
            let start = Instant::now();
            while self.says(expression).await != true {
                if start.elapsed() > PATIENCE {
                    let message = self.says("document.getElementById('message')?.textContent").await;
                    panic!("{caller}: never true: {expression} ({message})");
                }
                tokio::time::sleep(LOOK).await;
            }
        }
    }

    /// What an act on the page comes to, done again while what it needs is not there yet.
    async fn once_there<T>(&self, what: &str, act: impl AsyncFn() -> Result<T, CmdError>) -> T {
        let start = Instant::now();
        loop {
            match timeout(PATIENCE, act()).await {
                Ok(Ok(done)) => return done,
                Ok(Err(error)) if start.elapsed() > PATIENCE || !passes(&error) => panic!("{what}: {error}"),
                Ok(Err(_)) => tokio::time::sleep(LOOK).await,
                Err(late) => panic!("{what}: no answer in {PATIENCE:?} ({late})"),
            }
        }
    }

    pub(crate) async fn click(&self, selector: &str) {
        self.once_there(selector, async || self.client.find(Locator::Css(selector)).await?.click().await)
            .await;
    }

    /// Presses a key where the focus is.
    pub(crate) async fn press(&self, key: &str) {
        self.once_there(key, async || self.client.active_element().await?.send_keys(key).await).await;
    }

    pub(crate) async fn fill(&self, selector: &str, text: &str) {
        let fill = async || {
            let field = self.client.find(Locator::Css(selector)).await?;
            field.clear().await?;
            field.send_keys(text).await
        };
        self.once_there(selector, fill).await;
    }

    /// Reads the page again.
    pub(crate) async fn reload(&self) {
        within("it is read again", self.client.refresh()).await;
        self.is_ready().await;
    }

    /// Waits until it has saved a file, and returns its path.
    pub(crate) async fn saved(&self, name: &str) -> std::path::PathBuf {
        let (path, start) = (self.folder.path().join(name), Instant::now());
        while !path.exists() {
            assert!(start.elapsed() < PATIENCE, "{name} was not saved");
            tokio::time::sleep(LOOK).await;
        }
        path
    }

    /// Ends the browser; nothing may have been complained of in its console.
    pub(crate) fn close(self) {
        let log = self.driver.ask("POST", "/se/log", PATIENCE).expect("the driver answers");
        assert_eq!(log["value"], json!([]), "the console is not empty");
    }
}
