//! Everything that a planner does on the page, from the first file to the end, by the mouse alone and by the keyboard
//! alone. What each step decides is held to what the program then holds and saves.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that cannot go on fails, and says so where it cannot begin"
)]

use crate::support;

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use support::asking::plan;
use support::browser::Browser;
use support::page::Served;

/// A page in a browser, with two files that wait to be chosen: a small one with four questions, and a large one.
struct Walk {
    page: Served,
    browser: Browser,
    small: PathBuf,
    large: PathBuf,
}

impl Walk {
    /// `None`, said aloud, where there is no browser.
    fn begun() -> Option<Self> {
        let Some(mut browser) = Browser::open() else {
            eprintln!("skipped: no chromium on this computer, so the page was not looked at in a browser");
            return None;
        };
        let page = Served::new(&[]);
        browser.go(&format!("{}/?token={}", page.base, page.token));
        browser.wait("document.querySelector('#drop-step')");
        let small = browser.saved("kecil.xlsx");
        std::fs::create_dir_all(small.parent().unwrap()).unwrap();
        std::fs::write(&small, plan()).unwrap();
        let large = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/renja-2023-dkukm.xlsx");
        Some(Self { page, browser, small, large })
    }

    /// What the program holds of the small file.
    fn held(&self) -> Value {
        let files = self.page.get("/api/files");
        let all = files["files"].as_array().unwrap();
        all.iter().find(|file| file["name"] == "kecil.xlsx").unwrap().clone()
    }

    fn id(&self) -> u64 {
        self.held()["id"].as_u64().unwrap()
    }

    /// What is decided about the small file: each as the place in its input and the word.
    fn decided(&self) -> Vec<(String, String)> {
        let held = self.held();
        let all = held["decisions"].as_array().unwrap().iter();
        let text = |one: &Value, key: &str| one[key].as_str().unwrap_or_default().to_owned();
        let mut decided: Vec<(String, String)> = all
            .map(|one| (format!("{}{}", text(one, "source"), text(one, "sources")), text(one, "keputusan")))
            .collect();
        decided.sort();
        decided
    }

    /// What stands in the saved model of the small file, by row and column.
    fn saved(&self, row: usize, column: &str) -> String {
        let model = self.page.get(&format!("/api/files/{}/download?what=json", self.id()));
        model["tables"][0]["rows"][row]["cells"][column]["text"].as_str().unwrap().to_owned()
    }

    /// Waits until so many decisions are held and the page has said so.
    #[track_caller]
    fn settled(&mut self, count: usize) {
        self.browser.wait("!document.querySelector('#status').textContent.includes('Menyimpan')");
        let begun = std::time::Instant::now();
        while self.decided().len() != count {
            assert!(begun.elapsed().as_secs() < 30, "{count}: {:?}", self.decided());
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        assert_eq!(self.browser.see("document.querySelectorAll('#status.bad').length"), json!(0));
    }

    #[track_caller]
    fn queue(&mut self, text: &str) {
        self.browser.wait(&format!("document.querySelector('#queue-at')?.textContent === {text:?}"));
    }

    #[track_caller]
    fn detail(&mut self, text: &str) {
        self.browser.wait(&format!("document.querySelector('#detail').textContent.includes({text:?})"));
    }

    #[track_caller]
    fn status(&mut self, text: &str) {
        self.browser.wait(&format!("document.querySelector('#status').textContent.includes({text:?})"));
    }

    /// Clicks what reads so: the first element of a selector with this text.
    #[track_caller]
    fn click(&mut self, selector: &str, text: &str) {
        let all = format!("[...document.querySelectorAll({selector:?})]");
        let reads = format!("one.textContent.includes({text:?}) && one.getClientRects().length");
        self.browser.click_on(&format!("{all}.find((one) => {reads})"));
    }

    /// Clicks a cell of the sheet.
    #[track_caller]
    fn click_cell(&mut self, row: usize, text: &str) {
        self.click(&format!("#sheet tr.line[data-row='{row}'] td"), text);
        self.browser.wait("document.querySelector('#sheet td.here')");
    }

    fn both_are_there(&mut self) {
        self.status("2 berkas selesai");
        self.queue("1 dari 4");
        self.detail("2.23 = 2.621.941.047 + 336.095.025");
    }

    fn nothing_is_complained(&self) {
        assert!(self.browser.complaints.is_empty(), "{:?}", self.browser.complaints);
    }
}

/// What is decided in either walk: the four questions of the small file, and the one to which the first answer leads.
fn answers() -> Vec<(String, String)> {
    let all = [
        ("T-C.33!E13", "biarkan"),
        ("T-C.33!F20", "64.315.000"),
        ("T-C.33!I13", "biarkan"),
        ("T-C.33!J10", "2.958.036.072"),
        ("T-C.33!J25", "2.958.036.072"),
    ];
    all.map(|(place, word)| (place.to_owned(), word.to_owned())).to_vec()
}

#[test]
fn by_the_mouse_alone() {
    let Some(mut walk) = Walk::begun() else { return };
    let (small, large) = (walk.small.clone(), walk.large.clone());
    walk.browser.choose_by(&[&small, &large], |browser| browser.click("label[for=files]"));
    walk.click("#results button", "kecil.xlsx");
    walk.both_are_there();

    // Every question has buttons, and an answer goes on to the next. That a total is right now asks about the grand total.
    walk.click("#detail .choices button", "2.958.036.072");
    walk.settled(1);
    walk.status("Karena itu ada 1 pertanyaan baru.");
    walk.queue("1 dari 4");
    walk.detail("4 Dokumen 7");
    walk.click("#detail .turn", "‹");
    walk.queue("4 dari 4");
    walk.click("#detail .turn", "›");
    walk.queue("1 dari 4");
    walk.click("#detail .choices button", "Biarkan");
    walk.queue("1 dari 3");
    walk.browser.click("#only");
    let rows = "document.querySelectorAll('#sheet tr.line').length";
    assert_eq!(walk.browser.see(rows), json!(3), "only the rows with something to decide");
    walk.click("#detail .choices button", "Biarkan");
    walk.queue("1 dari 2");
    walk.click("#detail .choices button", "64.315.000");
    walk.queue("1 dari 1");
    walk.click("#detail .choices button", "2.958.036.072");
    walk.queue("Tidak ada lagi yang perlu diputuskan.");
    walk.settled(5);
    assert_eq!(walk.decided(), answers());
    walk.browser.wait("document.querySelector('#results tr.chosen .tag').textContent === 'Siap'");
    walk.browser.click("#only");

    refused_and_taken_back(&mut walk);
    saved_by_clicks(&mut walk);
    several_by_clicks(&mut walk);
    proofs_by_clicks(&mut walk);

    // What is decided and not saved yet is asked about before the end.
    walk.click("#results button", "kecil.xlsx");
    walk.queue("Tidak ada lagi yang perlu diputuskan.");
    walk.click_cell(3, "53.650.000");
    walk.click("#detail button", "Tolak");
    walk.settled(6);
    walk.browser.click("#end");
    walk.browser.wait("document.querySelector('#ending').open");
    walk.click("#ending button", "Kembali");
    walk.browser.wait("!document.querySelector('#ending').open");
    walk.browser.click("#end");
    walk.browser.click("#end-now");
    walk.browser.wait("document.querySelector('#ended').open");
    walk.nothing_is_complained();
}

/// A repair is refused, what was printed is said to be meant so, and both are taken back one after the other.
fn refused_and_taken_back(walk: &mut Walk) {
    walk.click_cell(3, "53.650.000");
    walk.detail("54.000.000");
    // A term of the sum is the way to its cell.
    let terms = "[...document.querySelectorAll('#detail .terms td:first-child button')].map((one) => one.textContent)";
    assert_eq!(walk.browser.see(terms), json!(["2.23.01.2.01", "2.23.01.2.02"]));
    walk.click("#detail .terms button", "2.23.01.2.02");
    walk.browser.wait("document.querySelector('#sheet .here').textContent.includes('2.443.436.712')");
    walk.click_cell(3, "53.650.000");
    walk.click("#detail button", "Tolak");
    walk.settled(6);
    assert_eq!(walk.saved(3, "pagu"), "54.000.000");
    walk.queue("1 dari 1");
    walk.click("#detail .choices button", "Biarkan");
    walk.settled(7);
    assert_eq!(walk.saved(3, "pagu"), "54.000.000");
    walk.click_cell(3, "54.000.000");
    walk.click("#detail button", "Batalkan keputusan");
    walk.settled(6);
    walk.click_cell(3, "54.000.000");
    walk.click("#detail button", "Batalkan keputusan");
    walk.settled(5);
    assert_eq!((walk.saved(3, "pagu"), walk.decided()), ("53.650.000".to_owned(), answers()));
    // A repair that is right is accepted, and marked so.
    walk.click_cell(13, "109.995.000");
    walk.click("#detail button", "Terima");
    walk.browser.wait("document.querySelector('#sheet tr.line[data-row=\"13\"] td.seen')");
}

/// Everything that can be saved is saved, and decisions are loaded again.
fn saved_by_clicks(walk: &mut Walk) {
    walk.browser.click("[data-what=xlsx]");
    let workbook = walk.browser.content("kecil.xlsx");
    assert!(!workbook.is_empty());
    for (what, name) in [("resmi", "kecil-resmi.xlsx"), ("html", "kecil-laporan.html")] {
        walk.browser.click(&format!("[data-what={what}]"));
        let path = format!("/api/files/{}/download?what={what}&lang=id", walk.id());
        assert!(walk.browser.content(name) == walk.page.ask("GET", &path, &[], b"").body, "{what}");
    }
    walk.browser.click("#save-more summary");
    for (what, name) in [("audit", "kecil-audit.xlsx"), ("json", "kecil.json")] {
        walk.browser.click(&format!("[data-what={what}]"));
        assert!(!walk.browser.content(name).is_empty());
    }
    walk.browser.click("#migrate");
    walk.browser.content("kecil-2023.xlsx");
    walk.browser.click("#preview");
    walk.browser.wait("document.querySelector('#print').open");
    walk.browser.click("#print-on");
    walk.browser.wait("document.querySelector('#print-at').textContent.startsWith('2 dari')");
    walk.click("#print button", "✕");

    walk.browser.click("[data-what=decisions]");
    walk.browser.content("kecil-keputusan.json");
    let kept = walk.browser.saved("kecil-keputusan.json");
    let load = |walk: &mut Walk| {
        walk.browser.choose_by(&[&kept], |browser| browser.click("label[for=decisions]"));
    };
    load(walk);
    walk.status("sudah ada semuanya");
    walk.click_cell(11, "64.315.000");
    walk.click("#detail button", "Batalkan keputusan");
    walk.settled(4);
    load(walk);
    walk.status("1 keputusan ditambahkan; seluruhnya 5.");
    walk.settled(5);
    assert_eq!(walk.decided(), answers());
    walk.browser.click("#save-all");
    let zip = walk.browser.content("hasil-rapikan.zip");
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(zip)).unwrap();
    for name in ["kecil.xlsx", "renja-2023-dkukm.xlsx", "LAPORAN.xlsx"] {
        assert!(zip.by_name(name).is_ok(), "{name}");
    }
}

/// Files are merged and compared; codes are looked up, a template is made, the guide is read, in either language.
fn several_by_clicks(walk: &mut Walk) {
    walk.browser.click("#open-together");
    walk.click("#together button", "Unduh gabungan");
    assert!(walk.browser.content("gabungan.xlsx").starts_with(b"PK"));
    walk.click("#together button", "Bandingkan dan unduh");
    assert!(walk.browser.content("perbedaan.xlsx").starts_with(b"PK"));
    walk.browser.wait("document.querySelector('#together-told pre')");
    walk.click("#together button", "✕");
    walk.browser.click("#open-template");
    let forms = "[...document.querySelectorAll('#template-forms :checked')].map((one) => one.value)";
    assert_eq!(walk.browser.see(forms), json!(["T-C.33"]), "the tables of the open file");
    walk.click("#template button", "Unduh templat");
    walk.browser.wait("document.querySelector('#template-status').textContent.includes('templat-')");
    walk.click("#template button", "✕");
    walk.browser.click("#open-lookup");
    walk.click("#lookup button", "✕");
    walk.browser.click("#language");
    walk.click("#open-help", "Help");
    walk.click("#help h3", "The first five minutes");
    walk.click("#help button", "✕");
    walk.browser.click("#language");
}

/// A cause names its places, a twin names its own, and each is the way to its cell.
fn proofs_by_clicks(walk: &mut Walk) {
    walk.click("#results button", "renja-2023-dkukm.xlsx");
    walk.queue("1 dari 57");
    walk.browser.click("#causes summary");
    walk.click("#causes .ways button", "T-C.33!M13");
    walk.detail("100 % 9");
    assert_eq!(walk.browser.see("document.querySelector('#causes').open"), json!(false));
    walk.click_cell(1, "4.477.842.241");
    let twins = "[...document.querySelectorAll('#detail article div > .link')].map((one) => one.textContent)";
    let places = walk.browser.see(twins);
    let place = places.as_array().unwrap().first().and_then(Value::as_str).unwrap().to_owned();
    walk.click("#detail article div > .link", &place);
    walk.browser.wait("document.querySelector('#sheet .here').textContent.includes('4.477.842.241')");
    let label = "document.querySelector('#sheet').getAttribute('aria-label')";
    let shown = walk.browser.see(label);
    assert!(
        !shown.as_str().unwrap().starts_with("T-C.33 Rumusan"),
        "{shown}: the twin is in the other table"
    );
}

#[test]
fn by_the_keyboard_alone() {
    let Some(mut walk) = Walk::begun() else { return };
    let (small, large) = (walk.small.clone(), walk.large.clone());
    walk.browser.choose_by(&[&small, &large], |browser| {
        browser.tab_to("#files");
        browser.press("Enter");
    });
    walk.status("2 berkas selesai");
    walk.browser.tab_to("#results tr.chosen button");
    walk.both_are_there();

    // J and K walk, digits choose, 0 leaves, T types.
    for (key, at) in [("j", "2 dari 4"), ("k", "1 dari 4"), ("k", "4 dari 4"), ("j", "1 dari 4")] {
        walk.browser.press(key);
        walk.queue(at);
    }
    walk.browser.press("1");
    walk.settled(1);
    walk.queue("1 dari 4");
    walk.browser.press("0");
    walk.queue("1 dari 3");
    walk.browser.press("0");
    walk.queue("1 dari 2");
    walk.detail("64.315.000 9");
    walk.browser.press("t");
    walk.browser.wait("document.activeElement.matches('#detail .choices input')");
    walk.browser.write("64315000");
    walk.browser.press("Enter");
    walk.queue("1 dari 1");
    walk.browser.press("1");
    walk.queue("Tidak ada lagi yang perlu diputuskan.");
    walk.settled(5);
    assert_eq!(walk.decided(), answers(), "an amount is written as its column writes amounts");
    assert_eq!(walk.saved(11, "pagu"), "64.315.000");

    undone_at_once(&mut walk);
    refused_by_keys(&mut walk);
    saved_by_keys(&mut walk);

    walk.browser.tab_to("#end");
    walk.browser.press("Enter");
    walk.browser.wait("document.querySelector('#ending').open || document.querySelector('#ended').open");
    if walk.browser.see("document.querySelector('#ending').open") == json!(true) {
        walk.browser.tab_to("#end-now");
        walk.browser.press("Enter");
    }
    walk.browser.wait("document.querySelector('#ended').open");
    walk.nothing_is_complained();
}

/// A step that is still on its way is the one that is undone.
fn undone_at_once(walk: &mut Walk) {
    walk.browser.tab_to("#sheet");
    walk.browser.press("z");
    walk.settled(4);
    walk.queue("1 dari 1");
    walk.browser.press("0");
    walk.browser.press("z");
    walk.status("diurungkan");
    walk.settled(4);
    walk.queue("1 dari 1");
    assert!(walk.decided().iter().all(|(place, _)| place != "T-C.33!J25"), "{:?}", walk.decided());
    walk.browser.press("1");
    walk.settled(5);
    assert_eq!(walk.decided(), answers());
}

/// Arrows go to a cell, N refuses its repair, U takes that back, Y accepts it; O shows only what is to decide, and what
/// is sought is found.
fn refused_by_keys(walk: &mut Walk) {
    walk.browser.tab_to("#sheet");
    walk.browser.press("/");
    walk.browser.write("53.650.000");
    walk.browser.press("Enter");
    walk.browser.wait("document.querySelectorAll('#sheet tr.line').length === 1");
    walk.browser.press("ArrowDown");
    for _ in 0..12 {
        if walk.browser.see("document.querySelector('#sheet .here')?.textContent.includes('53.650.000')")
            == json!(true)
        {
            break;
        }
        walk.browser.press("ArrowRight");
    }
    walk.detail("54.000.000");
    walk.browser.press("n");
    walk.settled(6);
    walk.queue("1 dari 1");
    assert_eq!(walk.saved(3, "pagu"), "54.000.000");
    walk.browser.press("o");
    walk.browser.wait("document.querySelector('#only').getAttribute('aria-pressed') === 'true'");
    walk.browser.press("o");
    walk.browser.press("j");
    walk.browser.press("u");
    walk.settled(5);
    assert_eq!(walk.saved(3, "pagu"), "53.650.000");
    walk.browser.press("y");
    walk.browser.wait("document.querySelector('#sheet td.seen')");
    let begun = std::time::Instant::now();
    while walk.held()["accepted"] == json!([]) {
        assert!(begun.elapsed().as_secs() < 30, "it is never accepted");
    }
}

/// What is saved and loaded by Tab and Enter; panels open by Enter and close by Escape.
fn saved_by_keys(walk: &mut Walk) {
    let press = |walk: &mut Walk, selector: &str| {
        walk.browser.tab_to(selector);
        walk.browser.press("Enter");
    };
    press(walk, "[data-what=decisions]");
    walk.browser.content("kecil-keputusan.json");
    let kept = walk.browser.saved("kecil-keputusan.json");
    walk.browser.choose_by(&[&kept], |browser| {
        browser.tab_to("#decisions");
        browser.press("Enter");
    });
    walk.status("sudah ada semuanya");
    press(walk, "#preview");
    walk.browser.wait("document.querySelector('#print').open");
    walk.browser.press("PageDown");
    walk.browser.wait("document.querySelector('#print-at').textContent.startsWith('2 dari')");
    walk.browser.press("Escape");
    press(walk, "[data-what=xlsx]");
    walk.status("kecil");
    for (opens, dialog) in [
        ("#open-lookup", "#lookup"),
        ("#open-template", "#template"),
        ("#open-help", "#help"),
        ("#open-together", "#together"),
    ] {
        press(walk, opens);
        walk.browser.wait(&format!("document.querySelector({dialog:?}).open"));
        walk.browser.press("Escape");
        walk.browser.wait(&format!("!document.querySelector({dialog:?}).open"));
    }
    // Another file is opened by its name.
    walk.browser.tab_to("#results tr:not(.chosen) th button");
    walk.browser.press("Enter");
    walk.queue("1 dari 57");
    press(walk, "#causes summary");
    press(walk, "#causes .ways button");
    walk.browser.wait("!document.querySelector('#causes').open && document.querySelector('#sheet .here')");
}
