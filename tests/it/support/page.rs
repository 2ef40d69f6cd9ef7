//! The local page from outside: the program serving it, and plain requests to it.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use serde_json::Value;

/// The program while it serves its page.
pub struct Served {
    child: Child,
    /// Where it keeps decisions; a folder of its own unless it was told another.
    _keep: Option<tempfile::TempDir>,
    /// `http://127.0.0.1:PORT`.
    pub base: String,
    /// The secret of the address.
    pub token: String,
}

/// An answer: its status, its headers as they came, its body.
pub struct Answer {
    pub status: u16,
    pub headers: String,
    pub body: Vec<u8>,
}

impl Answer {
    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }
}

impl Served {
    /// Starts it with these arguments besides `serve --no-open`.
    pub fn new(arguments: &[&str]) -> Self {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin("rapikan"));
        command.args(["serve", "--no-open"]).args(arguments);
        let keep = (!arguments.contains(&"--keep")).then(|| tempfile::tempdir().unwrap());
        if let Some(keep) = &keep {
            command.arg("--keep").arg(keep.path());
        }
        Self::started(command, keep)
    }

    /// Starts it with a folder of its own for temporary files.
    pub fn in_temporary(folder: &std::path::Path, arguments: &[&str]) -> Self {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin("rapikan"));
        command.args(["serve", "--no-open", "--keep"]).arg(folder.join("keputusan")).args(arguments);
        command.env("TMPDIR", folder).env("TMP", folder);
        Self::started(command, None)
    }

    /// Starts it without arguments and terminal, and without anything that opens a browser.
    pub fn double_clicked() -> Self {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin("rapikan"));
        command.env_clear().stdin(Stdio::null());
        Self::started(command, None)
    }

    fn started(mut command: Command, keep: Option<tempfile::TempDir>) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut first = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
        let (base, token) = first.trim().split_once("/?token=").unwrap();
        Self { child, _keep: keep, base: base.to_owned(), token: token.to_owned() }
    }

    /// The host as requests name it.
    pub fn host(&self) -> &str {
        self.base.strip_prefix("http://").unwrap()
    }

    /// A request with these headers and no others.
    pub fn bare(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        let mut stream = TcpStream::connect(self.host()).unwrap();
        let named: Vec<String> = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let length = format!("Connection: close\r\nContent-Length: {}\r\n", body.len());
        let head = format!("{method} {path} HTTP/1.1\r\n{length}{}", named.concat());
        stream.write_all(format!("{head}\r\n").as_bytes()).unwrap();
        // A server that refuses early need not take it all.
        let _ = stream.write_all(body);
        let mut raw = Vec::new();
        let _ = stream.read_to_end(&mut raw);
        parsed(&raw)
    }

    /// A request as the page makes it.
    pub fn ask(&self, method: &str, path: &str, more: &[(&str, &str)], body: &[u8]) -> Answer {
        let own =
            [("Host", self.host()), ("Origin", self.base.as_str()), ("X-Rapikan-Token", self.token.as_str())];
        self.bare(method, path, &[&own, more].concat(), body)
    }

    /// Uploads a file.
    pub fn upload(&self, name: &str, bytes: &[u8]) -> Answer {
        self.ask("POST", "/api/files", &[("X-Rapikan-Name", name)], bytes)
    }

    /// Changes what is decided about a file, on its newest version.
    pub fn change(&self, id: u64, mut change: Value) -> Answer {
        let files = self.get("/api/files");
        let mut all = files["files"].as_array().unwrap().iter();
        change["version"] = all.find(|file| file["id"] == id).unwrap()["version"].clone();
        self.ask("POST", &format!("/api/files/{id}/decisions"), &[], change.to_string().as_bytes())
    }

    /// The id of its process.
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// Ends it as a power cut does.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Reads JSON.
    pub fn get(&self, path: &str) -> Value {
        self.ask("GET", path, &[], b"").json()
    }

    /// Ends it as the page does, and gives its exit code.
    pub fn end(mut self) -> Option<i32> {
        assert_eq!(self.ask("POST", "/api/end", &[], b"").status, 204);
        self.child.wait().unwrap().code()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn parsed(raw: &[u8]) -> Answer {
    let split = raw.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
    let headers = String::from_utf8(raw[..split].to_vec()).unwrap();
    let body = raw[split + 4..].to_vec();
    let status = headers.split(' ').nth(1).unwrap().parse().unwrap();
    let is_chunked = headers.to_lowercase().contains("transfer-encoding: chunked");
    Answer { status, headers, body: if is_chunked { joined(&body) } else { body } }
}

fn joined(mut chunks: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    while let Some(line) = chunks.windows(2).position(|two| two == b"\r\n") {
        let size = usize::from_str_radix(std::str::from_utf8(&chunks[..line]).unwrap().trim(), 16).unwrap();
        whole.extend_from_slice(&chunks[line + 2..line + 2 + size]);
        chunks = &chunks[(line + 4 + size).min(chunks.len())..];
    }
    whole
}
