//! Throwaway projects, the program, and a client that sends exactly what it is told.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

pub(crate) const NEWS: &str = "أصيب 17 شخصاً في 3 غارات\n\nوقال إن 5 منازل تضررت.\n";

/// A project that is gone when the test ends.
pub(crate) struct Town {
    root: TempDir,
}

impl Town {
    pub(crate) fn new(documents: &[(&str, &str)]) -> Self {
        let town = Self { root: TempDir::new().expect("a folder") };
        town.write("tahqiq.toml", "");
        for (name, text) in documents {
            town.write(&format!("corpus/{name}.txt"), text);
        }
        town
    }

    /// Two documents that say the same, and wait: 17 was accepted as 71, and 5 was not there.
    pub(crate) fn spoiled() -> Self {
        let town = Self::new(&[("news/a", NEWS), ("news/b", NEWS)]);
        town.run(&["check", "--quiet"]);
        assert!(town.run(&["accept", "--all"]).status.success());
        for name in ["a", "b"] {
            let path = format!("snapshots/news/{name}.txt.snap");
            let text = town.read(&path).replace("\"number\":17", "\"number\":71");
            let kept: Vec<_> = text.lines().filter(|line| !line.contains("\"text\":\"5\"")).collect();
            town.write(&path, &(kept.join("\n") + "\n"));
        }
        town.run(&["check", "--quiet"]);
        town
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root.path().join(path)
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Every file of the project with its content.
    pub(crate) fn files(&self) -> Vec<(PathBuf, String)> {
        let walk = walkdir::WalkDir::new(self.root.path()).sort_by_file_name().into_iter();
        let files = walk.filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
        files.map(|file| (file.path().to_owned(), fs::read_to_string(file.path()).expect("text"))).collect()
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the program starts")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tahqiq"));
        command.args(arguments).current_dir(self.root.path()).stdin(Stdio::null());
        command
    }

    /// The page of a check that writes nothing.
    pub(crate) fn page(&self) -> String {
        self.run(&["report", "--html", "page.html"]);
        self.read("page.html")
    }

    pub(crate) fn serve(&self) -> Served {
        let mut child = self
            .command(&["review", "--web", "--no-open"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut out = BufReader::new(child.stdout.take().expect("a pipe"));
        let mut line = String::new();
        out.read_line(&mut line).expect("it says its address");
        let (_, address) = line.trim().split_once("http://127.0.0.1:").expect("an address");
        let (port, key) = address.split_once("/?key=").expect("a port and a key");
        Served { child, out, port: port.parse().expect("a port"), key: key.to_owned() }
    }
}

/// The data that a page holds.
pub(crate) fn data(page: &str) -> Value {
    let (_, rest) = page.split_once("id=\"data\">").expect("the page has data");
    let (data, _) = rest.split_once("</script>").expect("they end");
    serde_json::from_str(data).expect("they are JSON")
}

/// A program that serves its page.
pub(crate) struct Served {
    child: Child,
    out: BufReader<ChildStdout>,
    pub(crate) port: u16,
    pub(crate) key: String,
}

/// What was answered.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }
}

impl Served {
    /// Sends a request as it stands.
    pub(crate) fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        let headers: String =
            headers.iter().fold(String::new(), |all, (name, value)| all + name + ": " + value + "\r\n");
        let length = body.len();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nConnection: close\r\n{headers}Content-Length: {length}\r\n\r\n{body}"
        );
        // A body that is refused may be cut off while it is sent.
        let _ = stream.write_all(request.as_bytes());
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        let answer = String::from_utf8(answer).expect("text");
        let (head, body) = answer.split_once("\r\n\r\n").unwrap_or_else(|| panic!("no answer: {answer:?}"));
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).expect("a status");
        Answer { status, head: head.to_lowercase(), body: body.to_owned() }
    }

    pub(crate) fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.send("GET", path, &[("Host", &self.host()), ("X-Tahqiq-Key", &self.key)], "")
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Answer {
        let host = self.host();
        let headers = [("Host", &*host), ("X-Tahqiq-Key", &*self.key), ("Content-Type", "application/json")];
        self.send("POST", path, &headers, &body.to_string())
    }

    /// Posts what has to succeed.
    #[track_caller]
    pub(crate) fn done(&self, path: &str, body: &Value) -> Value {
        let answer = self.post(path, body);
        assert_eq!(answer.status, 200, "{}", answer.body);
        answer.json()
    }

    /// The page's data as they are now.
    pub(crate) fn data(&self) -> Value {
        data(&self.get("/").body)
    }

    /// Ends the review: what it says and its exit code.
    pub(crate) fn finish(mut self) -> (String, i32) {
        assert_eq!(self.post("/api/finish", &serde_json::json!({})).status, 200);
        let code = self.child.wait().expect("it ends").code().expect("by itself");
        let mut said = String::new();
        self.out.read_to_string(&mut said).expect("text");
        (said, code)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
