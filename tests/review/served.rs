//! The program while it serves its page, and a client that sends exactly what it is told.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use serde_json::Value;

use crate::town::{NEWS, Town};

/// How long the program may take for an answer, on a machine that has much else to do.
const PATIENCE: Duration = Duration::from_mins(1);

impl Town {
    /// Two documents that say the same, and wait: 17 was accepted as 71, and 5 was not there.
    pub(crate) fn spoiled() -> Self {
        let town = Self::accepted(&[("corpus/news/a.txt", NEWS), ("corpus/news/b.txt", NEWS)]);
        for name in ["news/a", "news/b"] {
            town.spoil(name, "\"number\":17", "\"number\":71");
            town.forget(name, "5");
        }
        town.run(&["check", "--quiet"]).exits(1);
        town
    }

    /// The page of a check that writes nothing.
    pub(crate) fn page(&self) -> String {
        self.run(&["report", "--html", "page.html"]);
        self.read("page.html")
    }

    pub(crate) fn serve(&self) -> Served {
        let mut command = self.command(&["review", "--web", "--no-open"]);
        // What it complains of belongs to the test, and nobody reads it here.
        let mut child = command.stderr(Stdio::inherit()).spawn().expect("the program starts");
        let out = BufReader::new(child.stdout.take().expect("a pipe"));
        let (say, said) = channel();
        std::thread::spawn(move || out.lines().map_while(Result::ok).try_for_each(|line| say.send(line)));
        let mut served = Served { child, said: Mutex::new(said), port: 0, key: String::new() };
        let line = served.next().expect("it says its address");
        let (_, address) = line.trim().split_once("http://127.0.0.1:").expect("an address");
        let (port, key) = address.split_once("/?key=").expect("a port and a key");
        (served.port, served.key) = (port.parse().expect("a port"), key.to_owned());
        served
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
    /// The lines that it says.
    said: Mutex<Receiver<String>>,
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
    fn next(&self) -> Result<String, RecvTimeoutError> {
        self.said.lock().expect("nobody fails meanwhile").recv_timeout(PATIENCE)
    }

    /// Sends a request as it stands.
    pub(crate) fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("it can be limited");
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
        let mut said = String::new();
        loop {
            match self.next() {
                Ok(line) => said += &(line + "\n"),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => panic!("it does not end, and said {said:?}"),
            }
        }
        (said, self.child.wait().expect("it ends").code().expect("by itself"))
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
