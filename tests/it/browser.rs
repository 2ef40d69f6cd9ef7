//! The local page in a real browser, as a person uses it.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that cannot go on fails, and says so where it cannot begin"
)]

use crate::support;

use std::path::Path;

use rapikan::codification::codification;
use rapikan::forms::form;
use rapikan::model::{Edition, Kode};
use serde_json::{Value, json};
use support::browser::Browser;
use support::page::Served;
use support::paper::{Paper, xlsx};
use support::picture::small;
use support::plan::Line;

const SAMPLE: &str = "samples/renja-2023-dkukm.xlsx";

/// The page in a browser; `None`, said aloud, where there is no browser.
fn opened() -> Option<(Served, Browser)> {
    let Some(mut browser) = Browser::open() else {
        eprintln!("skipped: no chromium on this computer, so the page was not looked at in a browser");
        return None;
    };
    let page = Served::new(&[]);
    browser.go(&format!("{}/?token={}", page.base, page.token));
    browser.wait("document.querySelector('#drop-step')");
    Some((page, browser))
}

/// Chooses the sample and waits for its sheet.
fn with_sample(browser: &mut Browser) {
    browser.choose("#files", &[&Path::new(env!("CARGO_MANIFEST_DIR")).join(SAMPLE)]);
    browser.wait("document.querySelector('#sheet tr.line')");
}

/// Searches with the keyboard, and walks with J to the cell about which this is said.
fn walk_to(browser: &mut Browser, row: &str, said: &str) {
    browser.press("/");
    for _ in 0..40 {
        browser.press("Backspace");
    }
    browser.write(row);
    browser.wait(&format!(
        "[...document.querySelectorAll('#sheet tr.line')].every((line) => line.textContent.includes({row:?}))"
    ));
    browser.press("Enter");
    browser.see("(() => { const grade = document.querySelector('#grade'); grade.value = 'marks'; grade.dispatchEvent(new Event('change')); document.querySelector('#sheet').focus(); })()");
    for _ in 0..40 {
        browser.press("j");
        if browser.see(&format!("[...document.querySelectorAll('#detail article')].some((one) => one.textContent.includes({said:?}))"))
            == json!(true)
        {
            return;
        }
    }
    let seen = browser.see("document.querySelector('#review-step').innerText");
    panic!("{said} is not found: {seen}");
}

/// Waits until something holds of which the page shows nothing.
fn until(holds: impl Fn() -> bool) {
    for _ in 0..1200 {
        if holds() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    panic!("it never holds");
}

fn texts(model: &Value) -> Vec<String> {
    let of = |value: &Value| value.as_array().unwrap().clone();
    let mut texts = Vec::new();
    for table in of(&model["tables"]) {
        for (index, row) in of(&table["rows"]).iter().enumerate() {
            for (column, cell) in row["cells"].as_object().unwrap() {
                texts.push(format!("{} {index} {column}: {} {}", table["id"], cell["text"], cell["status"]));
            }
        }
    }
    texts
}

#[test]
fn the_keyboard_alone_does_all_of_it() {
    let Some((page, mut browser)) = opened() else { return };
    browser.tab_to("#files");
    with_sample(&mut browser);
    let figures =
        "[...document.querySelectorAll('#results .figure')].slice(6, 11).map((cell) => cell.textContent)";
    let outcome = page.get("/api/files");
    let one = &outcome["files"][0];
    let wanted: Vec<String> = ["tables", "rows", "proven", "likely", "open"]
        .iter()
        .map(|key| one[key].as_array().map_or_else(|| one[key].to_string(), |list| list.len().to_string()))
        .collect();
    assert_eq!(browser.see(figures), json!(wanted));
    let before: Value = page.get("/api/files/1/download?what=json");

    browser.tab_to("#form");
    for _ in 0..4 {
        browser.press("ArrowDown");
    }
    browser.wait("document.querySelector('#sheet').getAttribute('aria-label').startsWith('T-C.33 ')");
    browser.tab_to("#sheet");
    walk_to(&mut browser, "4.477.842.241", "4,477,84 2,241");
    browser.press("n");
    browser.wait("document.querySelector('#status').textContent.startsWith('1 keputusan')");
    walk_to(&mut browser, "100 % 9", "Tercetak bertumpuk");
    browser.press("1");
    browser.wait("document.querySelector('#status').textContent.startsWith('2 keputusan')");

    browser.tab_to("#save-more summary");
    browser.press("Enter");
    browser.tab_to("[data-what=json]");
    browser.press("Enter");
    let saved = browser.content("renja-2023-dkukm.json");
    let after: Value = serde_json::from_slice(&saved).unwrap();
    let (old, new) = (texts(&before), texts(&after));
    let changed: Vec<&String> = new.iter().filter(|text| !old.contains(text)).collect();
    assert!(
        changed.contains(&&r#""T-C.33#1" 1 pagu: "4,477,84 2,241" "unresolved""#.to_owned()),
        "{changed:?}"
    );
    assert!(changed.contains(&&r#""T-C.33#1" 4 target_hasil: "90 %" "decided""#.to_owned()), "{changed:?}");
    let renamed = |text: &&&String| !text.contains("unresolved") && !text.contains("target_hasil");
    let more: Vec<_> = changed.iter().filter(renamed).collect();
    // Other cells keep their text; a proof that stood on the refused amount may be gone.
    assert!(more.iter().all(|text| {
        old.iter().any(|one| one.rsplit_once(' ').unwrap().0 == text.rsplit_once(' ').unwrap().0)
    }));

    browser.tab_to("[data-what=xlsx]");
    browser.press("Enter");
    let workbook = browser.content("renja-2023-dkukm.xlsx");
    assert!(workbook == page.ask("GET", "/api/files/1/download?what=xlsx", &[], b"").body);

    // Undone, the result is the first one again.
    browser.see("document.querySelector('#sheet').focus()");
    browser.press("z");
    browser.wait("document.querySelector('#status').textContent.includes('diurungkan')");
    browser.press("z");
    until(|| page.get("/api/files")["files"][0]["decisions"] == json!([]));
    assert_eq!(page.get("/api/files/1/download?what=json"), before);
    assert!(browser.complaints.is_empty(), "{:?}", browser.complaints);
}

#[test]
fn a_dropped_file_and_a_bad_one_in_either_language_on_any_screen() {
    let Some((page, mut browser)) = opened() else { return };
    let bytes = std::fs::read("samples/resmi-10-kolom.xlsx").unwrap();
    browser.see(&format!(
        "(() => {{ const all = new DataTransfer();
          all.items.add(new File([new Uint8Array({bytes:?})], 'resmi.xlsx'));
          all.items.add(new File(['%PDF-1.7'], 'rencana.pdf'));
          document.dispatchEvent(new DragEvent('drop', {{ dataTransfer: all, cancelable: true, bubbles: true }})); }})()"
    ));
    browser.wait("document.querySelector('#sheet tr.line') && document.querySelector('#results .message')");
    let message = "document.querySelector('#results .message').textContent";
    assert!(browser.see(message).as_str().unwrap().contains("sebuah PDF"));
    browser.see("document.querySelector('#language').click()");
    assert!(browser.see(message).as_str().unwrap().contains("a PDF"));
    assert_eq!(browser.see("document.documentElement.lang"), json!("en"));
    for (width, height) in [(1366, 768), (390, 844), (1920, 1080)] {
        browser.size(width, height);
        assert_eq!(
            browser.see("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
            json!(0),
            "{width}"
        );
    }

    browser.see("document.querySelector('#open-lookup').click()");
    // It is looked for where the open file belongs, unless something else is typed.
    let bidang = browser.see("document.querySelector('#lookup-form').elements.bidang.value");
    assert_eq!(bidang, json!("2.23"));
    browser.see("(() => { document.querySelector('#lookup-form').elements.bidang.value = ''; })()");
    browser.write("2.17");
    browser.press("Enter");
    browser.wait("document.querySelectorAll('#hits tbody tr').length === 4");
    browser.press("Escape");
    browser.see("document.querySelector('#open-template').click(); document.querySelector('#template-form button').click()");
    browser.wait("document.querySelector('#template-status').textContent.includes('templat-')");
    browser.press("Escape");

    // Loaded anew without the secret in its address, the page is as it was.
    assert_eq!(browser.see("location.search"), json!(""));
    browser.go(&page.base);
    browser.wait("document.querySelector('#sheet tr.line')");
    browser.see("document.querySelector('#end').click()");
    browser.wait("document.querySelector('#ended').open");
    assert!(browser.complaints.is_empty(), "{:?}", browser.complaints);
}

/// A plan with the first sub kegiatan of the codification and all above them; some of their targets ask.
fn long_plan(rows: usize) -> Vec<u8> {
    let sipd = form("T-C.33").unwrap().layouts.iter().find(|layout| layout.id == "permendagri").unwrap();
    let mut paper = Paper::new("T-C.33");
    paper.lines(&["Tabel T-C.33.", "Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2024"]);
    paper.header(sipd, 1, 2024);
    let entries = codification(Edition::Y2021).entries();
    let mut codes: Vec<(&Kode, &'static str)> = entries.map(|entry| (&entry.kode, entry.nama)).collect();
    codes.retain(|(code, _)| !code.as_str().starts_with('X'));
    codes.sort();
    codes.dedup_by_key(|(code, _)| code.as_str());
    for (index, (code, name)) in codes.into_iter().take(rows).enumerate() {
        let is_sub = code.parts().count() == 6;
        let (pagu, target) = if is_sub { (1_250_000, "1 Dokumen") } else { (0, "") };
        // Now and then one asks.
        let target = if is_sub && index % 100 == 0 { "1 Dokumen 7" } else { target };
        let line = Line { code: "", name, indicator: "", target, pagu, next: pagu };
        paper.typed(line.cells(sipd, &[code.to_string()]));
    }
    xlsx(&[paper])
}

#[test]
fn thousands_of_rows_cost_as_little_as_twenty() {
    let Some((page, mut browser)) = opened() else { return };
    let path = browser.saved("panjang.xlsx");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, long_plan(5_000)).unwrap();
    browser.choose("#files", &[&path]);
    browser.wait("document.querySelector('#sheet tr.line')");
    let rows = page.get("/api/files")["files"][0]["rows"].as_u64().unwrap();
    assert!(rows >= 5_000, "{rows}");
    assert_eq!(
        browser.see("Number(document.querySelector('#sheet').getAttribute('aria-rowcount'))"),
        json!(rows + 1)
    );
    let drawn = "document.querySelectorAll('#sheet tr.line').length";
    for share in ["0", "0.5", "1"] {
        browser.see(&format!("document.querySelector('#sheet').scrollTop = document.querySelector('#sheet').scrollHeight * {share}"));
        browser.wait(
            "(() => { const sheet = document.querySelector('#sheet').getBoundingClientRect();
              const seen = document.elementFromPoint(sheet.left + 40, sheet.bottom - 60);
              return seen && seen.closest('tr.line'); })()",
        );
        assert!(browser.see(drawn).as_u64().unwrap() < 100);
    }
    browser.wait(&format!("document.querySelector('#sheet tr.line[data-row=\"{}\"]')", rows - 1));

    // From a key to the next question, drawn, it takes less than 0.3 s.
    browser.wait("document.querySelector('#detail .choices > .stay')");
    let drawn = browser.see(
        "(async () => { const at = () => document.querySelector('#detail').textContent; const [before, begun] = [at(), performance.now()];
          document.dispatchEvent(new KeyboardEvent('keydown', { key: '0', bubbles: true }));
          while (at() === before && performance.now() - begun < 9000) await new Promise(requestAnimationFrame);
          return performance.now() - begun; })()",
    );
    assert!(drawn.as_f64().unwrap() < 300.0, "{drawn} ms");
    assert!(browser.complaints.is_empty(), "{:?}", browser.complaints);
}

/// Shows T-C.33 of the sample and the first repair there for which others are alike.
fn at_a_common_repair(browser: &mut Browser) -> u64 {
    with_sample(browser);
    browser.see("(() => { const form = document.querySelector('#form'); form.value = 4; form.dispatchEvent(new Event('change')); })()");
    browser.see("(() => { const grade = document.querySelector('#grade'); grade.value = 'marks'; grade.dispatchEvent(new Event('change')); document.querySelector('#sheet').focus(); })()");
    for _ in 0..40 {
        browser.press("j");
        let more = "Number(document.querySelector('.same')?.textContent.match(/[0-9]+/)?.[0] ?? 0)";
        let more = browser.see(more).as_u64().unwrap();
        if more > 1 {
            return more + 1;
        }
    }
    panic!("no repair has others like it");
}

#[test]
fn the_same_for_all_like_this_is_one_step() {
    let Some((page, mut browser)) = opened() else { return };
    let alike = at_a_common_repair(&mut browser);
    browser.press("s");
    browser.press("n");
    let told = format!("document.querySelector('#status').textContent.startsWith('{alike} keputusan')");
    browser.wait(&told);
    let outcome = page.get("/api/files")["files"][0].clone();
    let refused = outcome["decisions"].as_array().unwrap();
    assert_eq!(refused.len(), usize::try_from(alike).unwrap());
    assert!(refused.iter().all(|one| one["keputusan"] == "tolak"), "{refused:?}");
    browser.see("document.querySelector('#sheet').focus()");
    browser.press("z");
    browser.wait("document.querySelector('#status').textContent.includes('diurungkan')");
    assert_eq!(page.get("/api/files")["files"][0]["decisions"], json!([]));
    assert!(browser.complaints.is_empty(), "{:?}", browser.complaints);
}

#[test]
fn what_was_found_right_is_known_another_day() {
    let Some((page, mut browser)) = opened() else { return };
    let alike = at_a_common_repair(&mut browser);
    browser.press("s");
    browser.press("y");
    browser.wait("document.querySelector('#sheet td.seen')");
    let accepted = |page: &Served| page.get("/api/files")["files"][0]["accepted"].as_array().unwrap().len();
    until(|| accepted(&page) > 0);
    let kept = accepted(&page);
    assert_eq!(kept, usize::try_from(alike).unwrap());
    let reviewed = browser.see("document.querySelector('#reviewed').textContent");
    browser.tab_to("[data-what=decisions]");
    browser.press("Enter");
    browser.content("renja-2023-dkukm-keputusan.json");

    // The page is loaded anew, then the file is put away and dropped once more.
    browser.go(&page.base);
    browser.wait("document.querySelector('#sheet tr.line')");
    assert_eq!(browser.see("document.querySelector('#reviewed').textContent"), reviewed);
    browser.see("document.querySelector('#results td:last-child button').click()");
    browser.wait("!document.body.classList.contains('filled')");
    with_sample(&mut browser);
    browser.wait("document.querySelector('#status').textContent.includes('dipakai lagi')");
    assert_eq!(
        (accepted(&page), browser.see("document.querySelector('#reviewed').textContent")),
        (kept, reviewed)
    );
    assert!(browser.complaints.is_empty(), "{:?}", browser.complaints);
}

#[test]
fn a_dropped_folder_gives_its_spreadsheets() {
    let Some((page, mut browser)) = opened() else { return };
    let folder = browser.saved("Renja é 2026");
    for (name, of) in [
        ("a/unduhan.xls", "samples/unduhan-sipd.xls"),
        ("b/c/ketikan.xlsx", "samples/diketik-excel.xlsx"),
        ("~$ketikan.xlsx", "samples/diketik-excel.xlsx"),
        ("surat.pdf", "README.md"),
    ] {
        std::fs::create_dir_all(folder.join(name).parent().unwrap()).unwrap();
        std::fs::copy(of, folder.join(name)).unwrap();
    }
    browser.drop_on("#drop", &[&folder]);
    browser.wait("document.querySelector('#status').textContent.startsWith('2 berkas')");
    let mut names: Vec<String> = Vec::new();
    for file in page.get("/api/files")["files"].as_array().unwrap() {
        names.push(file["name"].as_str().unwrap().to_owned());
    }
    names.sort();
    assert_eq!(names, ["ketikan.xlsx", "unduhan.xls"]);
    assert_eq!(browser.see("document.querySelectorAll('#results tbody tr').length"), json!(2));
    assert!(browser.complaints.is_empty(), "{:?}", browser.complaints);
}

#[test]
fn the_guide_shows_its_pictures_in_either_language() {
    let Some((_page, mut browser)) = opened() else { return };
    browser.see("document.querySelector('#open-help').click()");
    for chapter in ["Lima menit pertama", "The first five minutes"] {
        assert_eq!(browser.see("document.querySelector('#help-text h3').textContent"), json!(chapter));
        browser
            .see("document.querySelectorAll('#help-text img').forEach((one) => { one.loading = 'eager'; })");
        browser.wait("[...document.querySelectorAll('#help-text img')].every((one) => one.complete)");
        let shown = "[...document.querySelectorAll('#help-text img')].filter((one) => one.naturalWidth > 200 && one.alt).length";
        assert_eq!(browser.see(shown), json!(3));
        browser.see("document.querySelector('#language').click()");
    }
    assert!(browser.complaints.is_empty(), "{:?}", browser.complaints);
}

#[test]
fn the_mouse_alone_answers_every_question_and_none_is_lost() {
    let Some((page, mut browser)) = opened() else { return };
    let path = browser.saved("ketikan.xlsx");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, support::asking::plan()).unwrap();
    browser.choose("#files", &[&path]);
    browser.wait("document.querySelector('#sheet tr.line')");
    let left = "Number(document.querySelector('#only-count').textContent)";
    let asked = browser.see(left).as_u64().unwrap();
    assert!(asked > 0, "the sample asks nothing");
    let first = browser.see("document.querySelector('#queue-at').textContent");
    assert_eq!(first, json!(format!("1 dari {asked}")), "it opens at the first question");
    browser.click("#only");
    for _ in 0..200 {
        if browser.see(left) == json!(0) {
            break;
        }
        let begun = browser.see("performance.now()").as_f64().unwrap();
        browser.click("#detail .choices > button");
        browser.wait("document.querySelector('#status').textContent.includes('diikuti')");
        // What was answered is drawn at once.
        assert!(begun > 0.0 && browser.see("document.querySelectorAll('#status.bad').length") == json!(0));
    }
    assert_eq!(browser.see(left), json!(0));
    let held = |page: &Served| page.get("/api/files")["files"][0]["decisions"].as_array().unwrap().len();
    let count = held(&page);
    assert!(count > 0);
    assert_eq!(page.get("/api/files")["files"][0]["open"], json!(0));
    browser.go(&page.base);
    browser.wait("document.querySelector('#sheet tr.line')");
    assert_eq!(held(&page), count);

    // On a narrow screen the panel lies over the page, and never over the cell that was clicked.
    browser.size(390, 844);
    browser.click("#sheet tr.line:nth-child(7) td:nth-child(2)");
    let clear = "(() => { const cell = document.querySelector('#sheet .here').getBoundingClientRect();
        return cell.bottom <= document.querySelector('#detail').getBoundingClientRect().top; })()";
    browser.wait(clear);

    // What is not saved yet is asked about before the end.
    browser.size(1366, 768);
    browser.wait("document.querySelector('#queue-at')");
    browser.click("#end");
    browser.wait("document.querySelector('#ended').open || document.querySelector('#ending').open");
    assert!(browser.complaints.is_empty(), "{:?}", browser.complaints);
}

/// `cargo test --test it browser -- --ignored` takes the pictures of the guide anew.
#[test]
#[ignore = "writes docs/pictures, which the guide and the READMEs show"]
fn the_pictures_of_the_guide() {
    let Some((_page, mut browser)) = opened() else { panic!("no chromium to take pictures with") };
    let take = |browser: &mut Browser, selector: &str, name: &str| {
        let picture = small(&browser.picture(selector));
        assert!(picture.len() < 100_000, "{name} has {} bytes", picture.len());
        std::fs::write(format!("docs/pictures/{name}.png"), picture).unwrap();
    };
    browser.scheme("light");
    browser.size(1240, 990);
    let samples = ["renja-2023-dkukm.xlsx", "resmi-10-kolom.xlsx", "unduhan-sipd.xls"]
        .map(|name| Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name));
    browser.choose("#files", &[&samples[0]]);
    browser.wait("document.querySelector('#sheet tr.line')");
    browser.choose("#files", &[&samples[1], &samples[2]]);
    browser.wait("document.querySelector('#status').textContent.startsWith('3 berkas')");
    take(&mut browser, "#result-step", "results");
    browser.see("(() => { const form = document.querySelector('#form'); form.value = 4; form.dispatchEvent(new Event('change')); })()");
    browser.see("document.querySelector('#sheet').focus()");
    walk_to(&mut browser, "4.477.842.241", "4,477,84 2,241");
    browser.see("(() => { const text = document.querySelector('#text'); text.value = ''; text.dispatchEvent(new Event('input')); text.blur(); document.activeElement.blur(); })()");
    browser.wait("document.querySelectorAll('#sheet tr.line').length > 9");
    take(&mut browser, ".review", "repair");
    browser.see("document.querySelector('#sheet').focus()");
    walk_to(&mut browser, "100 % 9", "Tercetak bertumpuk");
    browser.see("document.activeElement.blur()");
    take(&mut browser, "#detail", "question");
}
