//! What goes wrong around a person who decides on the page: another tab, another file, a program that is gone. No decision
//! is lost, and none lands elsewhere.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that cannot go on fails, and says so where it cannot begin"
)]

use crate::support;

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use support::asking::plan;
use support::browser::Browser;
use support::page::Served;

/// Another file, with many questions.
fn other() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/renja-2023-dkukm.xlsx")
}

/// A browser, and a file with questions that it can choose; `None`, said aloud, where there is no browser.
fn browser() -> Option<(Browser, PathBuf)> {
    let Some(browser) = Browser::open() else {
        eprintln!("skipped: no chromium on this computer, so the page was not looked at in a browser");
        return None;
    };
    let small = browser.saved("kecil.xlsx");
    std::fs::create_dir_all(small.parent().unwrap()).unwrap();
    std::fs::write(&small, plan()).unwrap();
    Some((browser, small))
}

fn opened(browser: &mut Browser, page: &Served, files: &[&Path]) {
    browser.go(&format!("{}/?token={}", page.base, page.token));
    browser.wait("document.querySelector('#drop-step')");
    browser.choose("#files", files);
    browser.wait("document.querySelector('#queue-at') && !document.querySelector('progress')");
}

fn held(page: &Served, name: &str) -> Vec<Value> {
    let files = page.get("/api/files");
    let file = files["files"].as_array().unwrap().iter().find(|file| file["name"] == name).cloned();
    file.map(|file| file["decisions"].as_array().unwrap().clone()).unwrap_or_default()
}

fn until(said: &str, holds: impl Fn() -> bool) {
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < Duration::from_secs(60), "never: {said}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_decision_is_about_the_file_that_is_shown() {
    let Some((mut browser, small)) = browser() else { return };
    let page = Served::new(&[]);
    opened(&mut browser, &page, &[&small, &other()]);
    browser.click_on(
        "[...document.querySelectorAll('#results button')].find((one) => one.textContent === 'kecil.xlsx')",
    );
    browser.wait("document.querySelector('#queue-at').textContent === '1 dari 4'");
    // Another file is clicked, and before it is there a key answers what is shown still.
    browser.see(
        "(() => { [...document.querySelectorAll('#results button')].find((one) => one.textContent.startsWith('renja')).click();
          document.dispatchEvent(new KeyboardEvent('keydown', { key: '1', bubbles: true })); })()",
    );
    browser.wait("document.querySelector('#queue-at').textContent === '1 dari 57'");
    until("it is decided", || held(&page, "kecil.xlsx").len() == 1);
    assert_eq!(held(&page, "kecil.xlsx")[0]["source"], "T-C.33!J10");
    assert!(held(&page, "renja-2023-dkukm.xlsx").is_empty());
    assert!(browser.complaints.is_empty(), "{:?}", browser.complaints);
}

#[test]
fn what_another_tab_decided_stays_beside_what_this_one_decides() {
    let Some((mut browser, small)) = browser() else { return };
    let page = Served::new(&[]);
    opened(&mut browser, &page, &[&small]);
    let model = page.get("/api/files/1/model");
    let questions = model["questions"].as_array().unwrap();
    let other = questions.iter().find(|one| one["source"] == "T-C.33!F20").unwrap();
    let put = json!({"put": [{"id": other["id"], "keputusan": "64.315.000"}]});
    assert_eq!(page.change(1, put).status, 200);
    browser.press("1");
    until("both are held", || held(&page, "kecil.xlsx").len() == 2);
    // What the page shows is what the program has.
    browser.wait("document.querySelector('#queue-at').textContent.endsWith('dari 3')");
    let shown = "[...document.querySelectorAll('#sheet td.decided')].map((one) => one.querySelector('.text').textContent).sort()";
    assert_eq!(browser.see(shown), json!(["2.958.036.072", "64.315.000"]));
    assert!(browser.complaints.is_empty(), "{:?}", browser.complaints);
}

#[test]
fn what_a_program_never_heard_or_lost_is_there_again() {
    let Some((mut browser, small)) = browser() else { return };
    // What a browser keeps belongs to an address.
    let port = port();
    let page = Served::new(&["--port", &port]);
    opened(&mut browser, &page, &[&small]);
    browser.press("1");
    until("it is decided", || held(&page, "kecil.xlsx").len() == 1);
    browser.wait("document.querySelector('#queue-at').textContent === '1 dari 4'");
    page.kill();
    browser.press("0");
    browser.wait("document.querySelector('#status').textContent.includes('belum sampai')");
    browser.press("0");
    browser.wait("document.querySelector('#queue-at').textContent === '1 dari 2'");

    // The next program knows nothing of all that: its folder is another one.
    let page = Served::new(&["--port", &port]);
    opened(&mut browser, &page, &[&small]);
    until("all are there", || held(&page, "kecil.xlsx").len() == 3);
    let places: Vec<Value> = held(&page, "kecil.xlsx").iter().map(|one| one["source"].clone()).collect();
    assert_eq!(json!(places), json!(["T-C.33!J10", "T-C.33!E13", "T-C.33!I13"]));
    // What is taken back afterwards does not come again.
    browser.wait("document.querySelector('#queue-at').textContent.endsWith('dari 2')");
    browser.see("document.querySelector('#sheet').focus()");
    browser.press("z");
    until("it is undone", || held(&page, "kecil.xlsx").len() == 2);
    browser.wait("!document.querySelector('#status').textContent.includes('Menyimpan')");
    browser.go(&page.base);
    browser.wait("document.querySelector('#queue-at')");
    std::thread::sleep(Duration::from_millis(500));
    assert_eq!(held(&page, "kecil.xlsx").len(), 2);
}

#[test]
fn a_file_lies_there_once_and_goes_alone() {
    let Some((mut browser, small)) = browser() else { return };
    let page = Served::new(&[]);
    let copy = browser.saved("salinan.xlsx");
    std::fs::copy(&small, &copy).unwrap();
    opened(&mut browser, &page, &[&small, &copy, &other()]);
    browser.wait("document.querySelector('#status').textContent.includes('sama isinya')");
    assert_eq!(browser.see("document.querySelectorAll('#results tbody tr').length"), json!(2));
    // Put away twice in a hurry, it goes once.
    browser.see(
        "(() => { const row = [...document.querySelectorAll('#results tbody tr')].find((one) => !one.textContent.startsWith('renja'));
          const away = row.querySelector('td:last-child button'); away.click(); away.click(); })()",
    );
    until("it is gone", || page.get("/api/files")["files"].as_array().unwrap().len() == 1);
    browser.wait("document.querySelectorAll('#results tbody tr').length === 1");
    assert_eq!(page.get("/api/files")["files"][0]["name"], "renja-2023-dkukm.xlsx");
    assert!(browser.complaints.is_empty(), "{:?}", browser.complaints);
}

/// Has the browser refuse requests whose address ends so, once each or always, as a network does that is down.
fn without(browser: &mut Browser, ending: &str, times: &str) {
    browser.see(&format!(
        "(() => {{ const [real, ending] = [window.fetch, '{ending}']; let left = {times};
          window.fetch = (path, ...more) => String(path).split('?')[0].endsWith(ending) && left-- > 0 ? Promise.reject(new TypeError('down')) : real(path, ...more); }})()"
    ));
}

fn port() -> String {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port().to_string()
}

#[test]
fn what_is_undone_while_the_program_is_gone_stays_undone() {
    let Some((mut browser, small)) = browser() else { return };
    let port = port();
    let page = Served::new(&["--port", &port]);
    opened(&mut browser, &page, &[&small]);
    for (key, count) in [("1", 1), ("0", 2)] {
        browser.press(key);
        until("it is decided", || held(&page, "kecil.xlsx").len() == count);
        browser.wait("!document.querySelector('#status').textContent.includes('Menyimpan')");
    }
    let first = held(&page, "kecil.xlsx")[0].clone();
    page.kill();
    // One that was heard is undone; one that was never heard is made and undone.
    browser.see("document.querySelector('#sheet').focus()");
    browser.press("z");
    browser.wait("document.querySelector('#status').textContent.includes('belum sampai')");
    browser.press("0");
    browser.press("z");
    let page = Served::new(&["--port", &port]);
    opened(&mut browser, &page, &[&small]);
    until("the last one is undone", || held(&page, "kecil.xlsx") == [first.clone()]);
    std::thread::sleep(Duration::from_millis(500));
    assert_eq!(held(&page, "kecil.xlsx"), [first]);
}

#[test]
fn what_cannot_be_brought_back_now_is_brought_back_another_time() {
    let Some((mut browser, small)) = browser() else { return };
    let port = port();
    let page = Served::new(&["--port", &port]);
    opened(&mut browser, &page, &[&small]);
    browser.press("1");
    until("it is decided", || held(&page, "kecil.xlsx").len() == 1);
    browser.wait("document.querySelector('#queue-at').textContent === '1 dari 4'");
    page.kill();
    browser.press("0");
    browser.wait("document.querySelector('#status').textContent.includes('belum sampai')");
    let page = Served::new(&["--port", &port]);
    browser.go(&format!("{}/?token={}", page.base, page.token));
    browser.wait("document.querySelector('#drop-step')");
    without(&mut browser, "/load", "1");
    browser.choose("#files", &[&small]);
    browser.wait("document.querySelector('#queue-at') && !document.querySelector('progress')");
    until("what was never heard is heard", || held(&page, "kecil.xlsx").len() == 1);
    assert_eq!(held(&page, "kecil.xlsx")[0]["keputusan"], "biarkan");
    // The page is opened once more, and the network is there.
    browser.wait("!document.querySelector('#status').textContent.includes('Menyimpan')");
    browser.go(&page.base);
    browser.wait("document.querySelector('#queue-at')");
    until("both are there", || held(&page, "kecil.xlsx").len() == 2);
}

#[test]
fn a_network_that_fails_between_two_tabs_loses_nothing() {
    let Some((mut browser, small)) = browser() else { return };
    let page = Served::new(&[]);
    opened(&mut browser, &page, &[&small]);
    let model = page.get("/api/files/1/model");
    let questions = model["questions"].as_array().unwrap();
    let other = questions.iter().find(|one| one["source"] == "T-C.33!F20").unwrap();
    let put = json!({"put": [{"id": other["id"], "keputusan": "64.315.000"}]});
    assert_eq!(page.change(1, put).status, 200);
    // The other tab was faster, and what it did cannot be read.
    without(&mut browser, "/api/files", "1");
    browser.press("1");
    browser.wait("document.querySelector('#status').textContent.includes('belum sampai')");
    assert_eq!(held(&page, "kecil.xlsx").len(), 1);
    // The next decision takes it along.
    browser.press("0");
    until("all are held", || held(&page, "kecil.xlsx").len() == 3);
    assert!(browser.complaints.is_empty(), "{:?}", browser.complaints);
}

#[test]
fn an_answer_is_drawn_on_the_model_that_it_was_told_against() {
    let Some((mut browser, small)) = browser() else { return };
    let page = Served::new(&[]);
    opened(&mut browser, &page, &[&small]);
    // The answer to the decision comes late; meanwhile the page reads the file anew, as it does when its tab is seen again.
    browser.see(
        "(() => { const real = window.fetch; window.late = null;
          window.fetch = async (path, ...more) => { const answer = await real(path, ...more);
            if (String(path).endsWith('/decisions')) await new Promise((go) => { window.late = go; }); return answer; }; })()",
    );
    browser.press("1");
    browser.wait("window.late");
    browser.see("window.fetch('/api/beat')");
    browser.see("import('/decisions.js').then(({ refresh }) => import('/now.js').then(({ now }) => refresh(now.current))).then(() => { window.again = true; })");
    browser.wait("window.again");
    browser.see("window.late()");
    browser.wait("!document.querySelector('#status').textContent.includes('Menyimpan')");
    let model = page.get("/api/files/1/model");
    let shown = "import('/now.js').then(({ now }) => { window.counts = [now.model.questions.length, now.model.repairs.length, now.model.decided.length]; })";
    browser.see(shown);
    browser.wait("window.counts");
    let count = |list: &str| model[list].as_array().unwrap().len();
    assert_eq!(browser.see("window.counts"), json!(["questions", "repairs", "decided"].map(count)));
    assert!(browser.complaints.is_empty(), "{:?}", browser.complaints);
}
