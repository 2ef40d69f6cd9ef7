//! The files that lie on the page: each content once, nothing left behind, and what is asked of them told to whoever asks.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

use crate::support;

use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use support::asking::plan;
use support::page::Served;

const SAMPLE: &str = "samples/resmi-10-kolom.xlsx";

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().unwrap()
}

/// The same workbook with other bytes.
fn varied(bytes: &[u8], mark: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new_append(Cursor::new(bytes.to_vec())).unwrap();
    zip.start_file("docProps/lain.txt", zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(mark.as_bytes()).unwrap();
    zip.finish().unwrap().into_inner()
}

/// Waits until something holds.
fn until(said: &str, holds: impl Fn() -> bool) {
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < Duration::from_secs(30), "never: {said}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// What a page makes of the changes that it is told.
fn changed(mut model: Value, changes: &Value) -> Value {
    for table in list(changes, "tables") {
        let at = usize::try_from(table["index"].as_u64().unwrap()).unwrap();
        for row in list(table, "rows") {
            let index = usize::try_from(row[0].as_u64().unwrap()).unwrap();
            model["tables"][at]["rows"][index] = row[1].clone();
        }
    }
    for key in ["repairs", "questions", "decided"] {
        let gone = list(&changes[key], "gone");
        let all = model[key].as_array().unwrap().iter().enumerate();
        let stay = all.filter(|(index, _)| !gone.contains(&json!(index))).map(|(_, one)| one.clone());
        model[key] = stay.chain(list(&changes[key], "new").iter().cloned()).collect();
    }
    model
}

/// The tables, and the lists beside them whatever their order.
fn content(model: &Value) -> Vec<String> {
    let mut all = vec![model["tables"].to_string()];
    for key in ["repairs", "questions", "decided"] {
        let mut list: Vec<String> = list(model, key).iter().map(Value::to_string).collect();
        list.sort();
        all.extend(list);
    }
    all
}

#[test]
fn each_tab_is_told_what_changes_in_what_it_has() {
    let page = Served::new(&[]);
    page.upload("renja.xlsx", &plan());
    let answer = |model: &Value, drawn: &Value| {
        let question = &list(model, "questions")[0];
        let put = json!([{"id": question["id"], "keputusan": "biarkan"}]);
        page.change(1, json!({"drawn": drawn, "put": put})).json()
    };
    let mut first = page.get("/api/files/1/model");
    for _ in 0..3 {
        // Another tab reads the file: what it has is in another order.
        let second = page.get("/api/files/1/model");
        assert_ne!(first["drawn"], second["drawn"]);
        let told = answer(&first, &first["drawn"]);
        assert!(told["changes"].is_null(), "what another tab has drawn is not changed");
        first = page.get("/api/files/1/model");
        let told = answer(&first, &first["drawn"]);
        let drawn = told["drawn"].clone();
        first = changed(first, &told["changes"]);
        first["drawn"] = drawn;
        assert_eq!(content(&first), content(&page.get("/api/files/1/model")));
        first = page.get("/api/files/1/model");
    }
}

#[test]
fn the_same_content_lies_there_once() {
    let page = Served::new(&[]);
    assert!(page.upload("renja.xlsx", &plan()).json()["again"].is_null());
    let question = list(&page.get("/api/files/1/model"), "questions")[0]["id"].clone();
    page.change(1, json!({"put": [{"id": question, "keputusan": "biarkan"}]}));
    let again = page.upload("salinan.xlsx", &plan()).json();
    assert_eq!(
        (&again["id"], &again["again"], &again["name"]),
        (&json!(1), &json!(true), &json!("renja.xlsx"))
    );
    assert_eq!(list(&again, "decisions").len(), 1);
    assert_eq!(list(&page.get("/api/files"), "files").len(), 1);
}

#[test]
fn a_loaded_answer_takes_the_place_of_the_one_that_was_held() {
    let page = Served::new(&[]);
    page.upload("renja.xlsx", &plan());
    let model = page.get("/api/files/1/model");
    let asked = list(&model, "questions").iter().find(|one| !list(one, "answers").is_empty()).unwrap();
    let repair = &list(&model, "repairs")[0]["id"];
    page.change(1, json!({"put": [{"id": asked["id"], "keputusan": "biarkan"}]}));
    let answers = list(asked, "answers");
    let load = |value: Value| page.ask("POST", "/api/files/1/load", &[], value.to_string().as_bytes());
    let loaded = load(json!({"decisions": [
        {"id": asked["id"], "keputusan": "biarkan"},
        {"id": asked["id"], "keputusan": answers[0][0]},
    ]}));
    assert_eq!(loaded.status, 200);
    let held = page.get("/api/files")["files"][0].clone();
    assert_eq!(list(&held, "decisions").len(), 1, "one question has one answer");
    assert_eq!(held["decisions"][0]["keputusan"], answers[0][0]);
    // A file in which something is no decision changes nothing, also not what was found right.
    let refused = load(
        json!({"decisions": [{"id": repair, "keputusan": "terima"}, {"id": asked["id"], "keputusan": "tolak"}]}),
    );
    assert_eq!(refused.status, 422);
    assert_eq!(page.get("/api/files")["files"][0], held);
}

#[test]
fn a_consent_to_a_repair_that_is_not_there_is_told() {
    let page = Served::new(&[]);
    page.upload("renja.xlsx", &plan());
    let model = page.get("/api/files/1/model");
    let repair = &list(&model, "repairs")[0]["id"];
    let load = |ids: &[&Value]| {
        let decisions: Vec<Value> = ids.iter().map(|id| json!({"id": id, "keputusan": "terima"})).collect();
        let text = json!({ "decisions": decisions }).to_string();
        page.ask("POST", "/api/files/1/load", &[], text.as_bytes())
    };
    let loaded = load(&[repair, &json!("P-0000000000")]);
    assert_eq!((loaded.status, &loaded.json()["added"]), (200, &json!(1)));
    let answer = loaded.json();
    let told = list(&answer, "unfit");
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0]["id"].as_str().unwrap().starts_with("1 persetujuan"), "{told:?}");
    let accepted = page.get("/api/files")["files"][0]["accepted"].clone();
    assert_eq!(accepted, json!([repair]));
}

#[test]
fn what_no_longer_fits_is_not_counted_as_used_again() {
    let page = Served::new(&[]);
    page.upload("renja.xlsx", &plan());
    let model = page.get("/api/files/1/model");
    let asked = list(&model, "questions")
        .iter()
        .find(|one| one["found"].as_str().is_some_and(|found| found.contains("Dokumen")));
    page.change(1, json!({"put": [{"id": asked.unwrap()["id"], "keputusan": "4 Dokumen"}]}));
    let revised = page.upload("revisi.xlsx", &fs::read(SAMPLE).unwrap()).json();
    let kept = &revised["kept"];
    assert_eq!(
        (&kept["count"], list(kept, "unfit").len(), &kept["own"]),
        (&json!(0), 1, &json!(false)),
        "{kept}"
    );
}

#[test]
fn names_as_printed_are_so_in_the_zip_and_in_print() {
    let page = Served::new(&[]);
    page.upload("renja.xlsx", &fs::read("samples/renja-2023-dkukm.xlsx").unwrap());
    let ask = |path: &str| page.ask("GET", path, &[], b"").body;
    assert!(ask("/api/files/1/pages?names=printed") != ask("/api/files/1/pages"));
    let mut zip = zip::ZipArchive::new(Cursor::new(ask("/api/zip?names=printed"))).unwrap();
    let mut workbook = Vec::new();
    zip.by_name("renja.xlsx").unwrap().read_to_end(&mut workbook).unwrap();
    assert!(workbook == ask("/api/files/1/download?what=xlsx&names=printed"));
    assert!(workbook != ask("/api/files/1/download?what=xlsx"));
}

#[test]
fn every_official_table_has_a_template() {
    let page = Served::new(&[]);
    let about = page.get("/api/about");
    assert!(list(&about, "forms").len() > 5);
    for form in list(&about, "forms") {
        let asked = json!({"do": "template", "from": null, "asked": {"forms": [form["id"]], "year": 2026, "bidang": "2.17"}});
        let made = page.ask("POST", "/api/make", &[], asked.to_string().as_bytes());
        assert!(made.status == 200 && made.body.starts_with(b"PK"), "{form}");
    }
}

/// The names of what lies below a folder.
fn below(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).map(|all| all.flatten().collect::<Vec<_>>()).unwrap_or_default();
    let inner = |path: &Path| if path.is_dir() { below(path) } else { Vec::new() };
    entries
        .iter()
        .flat_map(|entry| {
            let own = entry.file_name().to_string_lossy().into_owned();
            std::iter::once(own).chain(inner(&entry.path())).collect::<Vec<_>>()
        })
        .collect()
}

#[test]
fn an_upload_that_is_broken_off_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let page = Served::in_temporary(folder.path(), &[]);
    let coming = || below(folder.path()).iter().any(|name| name.starts_with("masuk-"));
    let mut stream = std::net::TcpStream::connect(page.host()).unwrap();
    let head = format!(
        "POST /api/files HTTP/1.1\r\nHost: {}\r\nOrigin: {}\r\nX-Rapikan-Token: {}\r\nContent-Length: 9000000\r\n\r\n",
        page.host(),
        page.base,
        page.token
    );
    stream.write_all(head.as_bytes()).unwrap();
    stream.write_all(&vec![b'x'; 100_000]).unwrap();
    until("the bytes come", coming);
    drop(stream);
    until("the bytes go", || !coming());
    assert_eq!(page.get("/api/files"), json!({"files": []}));
}

#[cfg(target_os = "linux")]
mod processes {
    use super::*;

    /// The processes that a process has started and that live.
    fn children(of: u32) -> Vec<u32> {
        let all = fs::read_dir("/proc").unwrap().flatten();
        let ids = all.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
        let is_child = |id: &u32| {
            let stat = fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
            let after = stat.rsplit(')').next().unwrap_or_default().to_owned();
            let mut words = after.split_whitespace();
            let (state, parent) = (words.next(), words.next());
            state.is_some_and(|state| state != "Z") && parent == Some(&of.to_string())
        };
        ids.filter(is_child).collect()
    }

    fn lives(id: u32) -> bool {
        let stat = fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
        !stat.is_empty() && !stat.contains(") Z ")
    }

    fn signalled(page: &Served, signal: &str) {
        let kill = std::process::Command::new("kill").args([signal, &page.process().to_string()]).status();
        assert!(kill.unwrap().success());
    }

    #[test]
    fn stopped_or_killed_it_leaves_neither_files_nor_workers() {
        for (signal, leaves) in [("-INT", false), ("-TERM", false), ("-KILL", true)] {
            let folder = tempfile::tempdir().unwrap();
            let page = Served::in_temporary(folder.path(), &[]);
            let process = page.process();
            assert_eq!(page.upload("renja.xlsx", &plan()).status, 200);
            let workers = children(process);
            assert_eq!(workers.len(), 1);
            signalled(&page, signal);
            until("it ends", || !lives(process));
            until("its workers end", || workers.iter().all(|id| !lives(*id)));
            let files = || below(folder.path()).iter().any(|name| name.starts_with("masuk-"));
            assert_eq!(files(), leaves, "{signal}");
            // The next start clears what a killed one had to leave.
            let _next = Served::in_temporary(folder.path(), &[]);
            assert!(!files(), "{signal}");
        }
    }

    #[test]
    fn a_worker_at_work_ends_with_the_program() {
        let folder = tempfile::tempdir().unwrap();
        let page = std::sync::Arc::new(Served::in_temporary(folder.path(), &["--timeout", "0"]));
        let process = page.process();
        let asking = std::sync::Arc::clone(&page);
        let commas = vec![b','; 60 << 20];
        let asked = std::thread::spawn(move || {
            let host = asking.host().to_owned();
            let mut stream = std::net::TcpStream::connect(host).unwrap();
            let head = format!(
                "POST /api/files HTTP/1.1\r\nHost: {}\r\nOrigin: {}\r\nX-Rapikan-Token: {}\r\nX-Rapikan-Name: koma.csv\r\nContent-Length: {}\r\n\r\n",
                asking.host(),
                asking.base,
                asking.token,
                commas.len()
            );
            let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&commas));
            let _ = stream.read_to_end(&mut Vec::new());
        });
        until("a worker reads", || !children(process).is_empty());
        let workers = children(process);
        signalled(&page, "-KILL");
        let begun = Instant::now();
        until("it ends with the program", || workers.iter().all(|id| !lives(*id)));
        assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
        asked.join().unwrap();
    }

    #[test]
    fn a_zip_of_many_files_keeps_few_workers() {
        let page = Served::new(&[]);
        let sample = fs::read(SAMPLE).unwrap();
        for number in 0..7 {
            let upload = page.upload(&format!("renja-{number}.xlsx"), &varied(&sample, &number.to_string()));
            assert_eq!(upload.status, 200);
        }
        assert_eq!(page.ask("GET", "/api/zip", &[], b"").status, 200);
        assert!(children(page.process()).len() <= 4, "{:?}", children(page.process()));
    }
}
