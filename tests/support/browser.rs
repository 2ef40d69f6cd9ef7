//! A browser, driven as a person drives it: keys, files, what is seen.

use std::io::{BufRead as _, BufReader};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;
use tungstenite::stream::MaybeTlsStream;
use tungstenite::{Message, WebSocket};

/// Where a browser may be.
const PROGRAMS: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];
/// How long anything may take at most before the test is given up.
const PATIENCE: Duration = Duration::from_secs(60);

/// One browser with one page.
pub struct Browser {
    child: Child,
    socket: WebSocket<MaybeTlsStream<TcpStream>>,
    session: String,
    next: u64,
    folder: TempDir,
    /// What the page complained about: exceptions, and what its policy forbade.
    pub complaints: Vec<String>,
}

impl Browser {
    /// A browser with an empty page; `None` where there is none on this computer.
    pub fn open() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let start = |program: &&str| {
            Command::new(program)
                .args([
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--remote-debugging-port=0",
                    "--no-first-run",
                ])
                .arg(format!("--user-data-dir={}", folder.path().join("profile").display()))
                .arg("about:blank")
                .stdout(Stdio::null())
                .stderr(Stdio::piped())
                .spawn()
                .ok()
        };
        let mut child = PROGRAMS.iter().find_map(start)?;
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines().map_while(Result::ok);
        let told = lines.find_map(|line| line.strip_prefix("DevTools listening on ").map(str::to_owned));
        let Some(address) = told else {
            // A program of that name that cannot start is no browser.
            let _ = child.wait();
            return None;
        };
        // Nobody reads what else it says, but it must be able to say it.
        std::thread::spawn(move || lines.for_each(drop));
        let (socket, _) = tungstenite::connect(address).unwrap();
        let mut browser =
            Self { child, socket, session: String::new(), next: 0, folder, complaints: Vec::new() };
        let target = browser.call("Target.createTarget", &json!({"url": "about:blank"}));
        let attach = json!({"targetId": target["targetId"], "flatten": true});
        let session =
            browser.call("Target.attachToTarget", &attach)["sessionId"].as_str().unwrap().to_owned();
        let saved = json!({"behavior": "allow", "downloadPath": browser.saved("")});
        browser.call("Browser.setDownloadBehavior", &saved);
        browser.session = session;
        for domain in ["Page", "Runtime", "DOM", "Log"] {
            browser.call(&format!("{domain}.enable"), &json!({}));
        }
        browser.size(1366, 768);
        Some(browser)
    }

    /// A file that was saved.
    pub fn saved(&self, name: &str) -> PathBuf {
        self.folder.path().join("saved").join(name)
    }

    /// The content of a file once it is saved.
    pub fn content(&mut self, name: &str) -> Vec<u8> {
        let path = self.saved(name);
        let begun = Instant::now();
        while !path.exists() {
            assert!(begun.elapsed() < PATIENCE, "{name} was never saved");
            std::thread::sleep(Duration::from_millis(50));
        }
        std::fs::read(path).unwrap()
    }

    /// The size of the window.
    pub fn size(&mut self, width: u32, height: u32) {
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.call("Emulation.setDeviceMetricsOverride", &size);
    }

    /// Opens an address.
    pub fn go(&mut self, address: &str) {
        self.call("Page.navigate", &json!({"url": address}));
        self.wait("document.readyState === 'complete'");
    }

    /// What an expression gives.
    pub fn see(&mut self, expression: &str) -> Value {
        let asked = json!({"expression": expression, "awaitPromise": true, "returnByValue": true});
        let answer = self.call("Runtime.evaluate", &asked);
        assert!(answer.get("exceptionDetails").is_none(), "{expression}: {answer}");
        answer["result"]["value"].clone()
    }

    /// Waits until an expression holds.
    pub fn wait(&mut self, expression: &str) {
        let begun = Instant::now();
        while self.see(&format!("Boolean({expression})")) != json!(true) {
            assert!(begun.elapsed() < PATIENCE, "never: {expression}; complaints: {:?}", self.complaints);
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Presses a key: a character, or `Tab`, `Enter`, `ArrowDown`, `Backspace`, `Escape`.
    pub fn press(&mut self, key: &str) {
        let (number, text) = match key {
            "Tab" => (9, ""),
            "Enter" => (13, "\r"),
            "Escape" => (27, ""),
            "Backspace" => (8, ""),
            "ArrowDown" => (40, ""),
            one => (one.to_uppercase().bytes().next().map_or(0, u32::from), one),
        };
        let kind = if text.is_empty() { "rawKeyDown" } else { "keyDown" };
        let mut event = json!({"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": number});
        if !text.is_empty() {
            event["text"] = json!(text);
        }
        self.call("Input.dispatchKeyEvent", &event);
        event["type"] = json!("keyUp");
        self.call("Input.dispatchKeyEvent", &event);
    }

    /// Presses Tab until an element has the focus.
    pub fn tab_to(&mut self, selector: &str) {
        let focused = format!("document.activeElement.matches({selector:?})");
        let mut left = 80;
        while self.see(&focused) != json!(true) {
            assert!(left > 0, "{selector} cannot be reached by Tab");
            left -= 1;
            self.press("Tab");
        }
    }

    /// Types a text into what has the focus.
    pub fn write(&mut self, text: &str) {
        self.call("Input.insertText", &json!({"text": text}));
    }

    /// Chooses files in an input, as the dialog of the system does.
    pub fn choose(&mut self, selector: &str, paths: &[&Path]) {
        let root = self.call("DOM.getDocument", &json!({}))["root"]["nodeId"].clone();
        let node =
            self.call("DOM.querySelector", &json!({"nodeId": root, "selector": selector}))["nodeId"].clone();
        let paths: Vec<String> = paths.iter().map(|path| path.to_string_lossy().into_owned()).collect();
        self.call("DOM.setFileInputFiles", &json!({"nodeId": node, "files": paths}));
    }

    fn call(&mut self, method: &str, params: &Value) -> Value {
        self.next += 1;
        let mut message = json!({"id": self.next, "method": method, "params": params});
        if !self.session.is_empty() {
            message["sessionId"] = json!(self.session);
        }
        self.socket.send(Message::text(message.to_string())).unwrap();
        loop {
            let Message::Text(text) = self.socket.read().unwrap() else { continue };
            let answer: Value = serde_json::from_str(&text).unwrap();
            if answer["id"] == json!(self.next) {
                assert!(answer.get("error").is_none(), "{method}: {answer}");
                return answer["result"].clone();
            }
            let entry = &answer["params"]["entry"];
            let forbidden = entry["level"] == "error" && entry["source"] != "network";
            if answer["method"] == "Runtime.exceptionThrown" || forbidden {
                self.complaints.push(answer["params"].to_string());
            }
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
