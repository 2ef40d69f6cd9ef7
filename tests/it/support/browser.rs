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
    /// The input for which a dialog to choose files has opened.
    chooser: Option<Value>,
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
        let mut browser = Self {
            child,
            socket,
            session: String::new(),
            next: 0,
            folder,
            chooser: None,
            complaints: Vec::new(),
        };
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
    #[track_caller]
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
    #[track_caller]
    pub fn wait(&mut self, expression: &str) {
        let begun = Instant::now();
        while self.see(&format!("Boolean({expression})")) != json!(true) {
            assert!(begun.elapsed() < PATIENCE, "never: {expression}; complaints: {:?}", self.complaints);
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Presses a key: a character, or `Tab`, `Enter`, `Backspace`, `Escape`, `PageDown`, an arrow.
    pub fn press(&mut self, key: &str) {
        let (number, text) = match key {
            "Tab" => (9, ""),
            "Enter" => (13, "\r"),
            "Escape" => (27, ""),
            "Backspace" => (8, ""),
            "ArrowDown" => (40, ""),
            "ArrowUp" => (38, ""),
            "ArrowRight" => (39, ""),
            "ArrowLeft" => (37, ""),
            "PageDown" => (34, ""),
            " " => (32, " "),
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
    #[track_caller]
    pub fn tab_to(&mut self, selector: &str) {
        let focused = format!("document.activeElement.matches({selector:?})");
        let mut left = 80;
        while self.see(&focused) != json!(true) {
            assert!(left > 0, "{selector} cannot be reached by Tab");
            left -= 1;
            self.press("Tab");
        }
    }

    /// Clicks an element with the mouse, once it is in sight.
    #[track_caller]
    pub fn click(&mut self, selector: &str) {
        self.click_on(&format!("document.querySelector({selector:?})"));
    }

    /// Clicks the element that an expression gives, once there is one.
    #[track_caller]
    pub fn click_on(&mut self, element: &str) {
        self.wait(element);
        self.see(&format!("({element})?.scrollIntoView({{ block: 'nearest', inline: 'nearest' }})"));
        let [x, y, width, height] = self.place_of(element);
        let (x, y) = (x + width.min(24.0) / 2.0, y + height / 2.0);
        for kind in ["mouseMoved", "mousePressed", "mouseReleased"] {
            let event = json!({"type": kind, "x": x, "y": y, "button": "left", "clickCount": 1});
            self.call("Input.dispatchMouseEvent", &event);
        }
    }

    /// Chooses files in the dialog that opens when something is done, such as a click or a key.
    #[track_caller]
    pub fn choose_by(&mut self, paths: &[&Path], opens: impl FnOnce(&mut Self)) {
        self.call("Page.setInterceptFileChooserDialog", &json!({"enabled": true}));
        self.chooser = None;
        opens(self);
        let begun = Instant::now();
        let node = loop {
            assert!(begun.elapsed() < PATIENCE, "no dialog opens");
            self.see("0");
            if let Some(node) = self.chooser.take() {
                break node;
            }
        };
        let paths: Vec<String> = paths.iter().map(|path| path.to_string_lossy().into_owned()).collect();
        self.call("DOM.setFileInputFiles", &json!({"backendNodeId": node, "files": paths}));
        self.call("Page.setInterceptFileChooserDialog", &json!({"enabled": false}));
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

    /// Drops files and folders on an element, as from the file manager of the system.
    pub fn drop_on(&mut self, selector: &str, paths: &[&Path]) {
        let place = self.place(selector);
        let files: Vec<String> = paths.iter().map(|path| path.to_string_lossy().into_owned()).collect();
        let data = json!({"items": [], "files": files, "dragOperationsMask": 1});
        for kind in ["dragEnter", "dragOver", "drop"] {
            let event = json!({"type": kind, "x": place[0] + 9.0, "y": place[1] + 9.0, "data": data});
            self.call("Input.dispatchDragEvent", &event);
        }
    }

    /// Whether the page is light or dark.
    pub fn scheme(&mut self, scheme: &str) {
        let features = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
        self.call("Emulation.setEmulatedMedia", &features);
    }

    /// A picture (PNG) of an element.
    pub fn picture(&mut self, selector: &str) -> Vec<u8> {
        let [x, y, width, height] = self.place(selector);
        let clip = json!({"x": x, "y": y, "width": width, "height": height, "scale": 1});
        let asked = json!({"format": "png", "optimizeForSpeed": false, "clip": clip});
        let answer = self.call("Page.captureScreenshot", &asked);
        from_base64(answer["data"].as_str().unwrap())
    }

    /// Where an element is: left, top, width, height.
    fn place(&mut self, selector: &str) -> [f64; 4] {
        self.place_of(&format!("document.querySelector({selector:?})"))
    }

    fn place_of(&mut self, element: &str) -> [f64; 4] {
        let box_of = format!(
            "(() => {{ const box = ({element}).getBoundingClientRect();
              return [box.x, box.y, box.width, box.height]; }})()"
        );
        serde_json::from_value(self.see(&box_of)).unwrap()
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
            if answer["method"] == "Page.javascriptDialogOpening" {
                // Whoever leaves a page that asks to stay leaves it all the same.
                let leave = json!({"id": 0, "method": "Page.handleJavaScriptDialog", "params": {"accept": true},
                    "sessionId": self.session});
                self.socket.send(Message::text(leave.to_string())).unwrap();
            }
            if answer["method"] == "Page.fileChooserOpened" {
                self.chooser = Some(answer["params"]["backendNodeId"].clone());
            }
            let entry = &answer["params"]["entry"];
            let forbidden = entry["level"] == "error" && entry["source"] != "network";
            if answer["method"] == "Runtime.exceptionThrown" || forbidden {
                self.complaints.push(answer["params"].to_string());
            }
        }
    }
}

/// The bytes of a text in base 64.
fn from_base64(text: &str) -> Vec<u8> {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bytes, mut bits, mut held) = (Vec::new(), 0_u32, 0);
    for sign in text.bytes().filter(|sign| *sign != b'=') {
        let value = SIGNS.iter().position(|known| *known == sign).unwrap();
        bits = (bits << 6) | u32::try_from(value).unwrap();
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from((bits >> held) & 255).unwrap());
        }
    }
    bytes
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
