//! The local page over plain HTTP: who is let in, and that its results are the command line's.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

use crate::support;

use std::fs;
use std::io::Cursor;

use rapikan::model::At;
use rapikan::read::{Limits, from_bytes};
use serde_json::{Value, json};
use support::desk::Desk;
use support::page::Served;

const SAMPLE: &str = "samples/renja-2023-dkukm.xlsx";

/// The page with the sample on it, and the model that the command line makes of the sample.
fn served() -> (Served, Desk, Value) {
    let desk = Desk::new();
    desk.put("renja.xlsx", &fs::read(SAMPLE).unwrap());
    assert_eq!(desk.run(&["convert", "renja.xlsx", "-o", "cli", "--to", "xlsx,json,csv"]).code, 1);
    let model = serde_json::from_slice(&fs::read(desk.path("cli/renja.json")).unwrap()).unwrap();
    (Served::new(&[]), desk, model)
}

/// Table sheets, and cells with their sheets and places.
type Contents = (Vec<Vec<u8>>, Vec<(String, At, String)>);

/// What a workbook says: its table sheets as they are stored, and every cell of every sheet. The audit of an upload,
/// of which nobody knows where it lies, has no links to it.
fn contents(workbook: &[u8]) -> Contents {
    let read = from_bytes("a.xlsx", workbook, &Limits::default()).unwrap();
    let mut zip = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut tables = Vec::new();
    let mut cells = Vec::new();
    for (number, sheet) in (1..).zip(&read.sheets) {
        cells.extend(sheet.cells().map(|(at, raw)| (sheet.name.to_string(), at, raw.shown().into_owned())));
        if sheet.name.starts_with("T-C.") {
            let mut table = Vec::new();
            std::io::copy(&mut zip.by_name(&format!("xl/worksheets/sheet{number}.xml")).unwrap(), &mut table)
                .unwrap();
            tables.push(table);
        }
    }
    assert!(!tables.is_empty() && !cells.is_empty());
    (tables, cells)
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().unwrap()
}

#[test]
fn nobody_else_is_let_in() {
    let page = Served::new(&[]);
    let (host, origin, token) = (page.host(), page.base.as_str(), page.token.as_str());
    let good = [("Host", host), ("Origin", origin), ("X-Rapikan-Token", token)];
    assert_eq!(page.bare("POST", "/api/files", &good, b"x").status, 422);
    for (at, value) in [
        (0, "evil.example"),
        (0, "127.0.0.1:1"),
        (1, "http://evil.example"),
        (1, "null"),
        (1, "https://127.0.0.1"),
        (2, ""),
        (2, "0123456789abcdef0123456789abcdef"),
    ] {
        let mut headers = good;
        headers[at].1 = value;
        for (method, path) in
            [("POST", "/api/files"), ("GET", "/api/files"), ("POST", "/api/end"), ("GET", "/api/zip")]
        {
            let answer = page.bare(method, path, &headers, b"");
            assert_eq!(answer.status, 403, "{method} {path} {headers:?}");
            assert!(answer.json()["message"]["id"].as_str().unwrap().contains("token"));
        }
    }
    // No origin is good enough for reading only, and a foreign name not even for the page itself.
    assert_eq!(page.bare("POST", "/api/end", &[good[0], good[2]], b"").status, 403);
    assert_eq!(page.bare("GET", "/api/files", &[good[0], good[2]], b"").status, 200);
    assert_eq!(page.bare("GET", "/", &[("Host", "evil.example")], b"").status, 403);
    assert_eq!(page.end(), Some(0));
}

#[test]
fn the_page_is_whole_and_may_load_nothing_else() {
    let page = Served::new(&[]);
    for (path, part) in [("/", "<!doctype html>"), ("/page.css", ":root"), ("/page.js", "import {")] {
        let answer = page.bare("GET", path, &[("Host", page.host())], b"");
        assert_eq!(answer.status, 200);
        let text = String::from_utf8(answer.body).unwrap();
        assert!(text.contains(part));
        assert!(
            !text.contains("https://") && !text.contains("style=\"") && !text.contains("onclick=\""),
            "{path}"
        );
        let headers = answer.headers.to_lowercase();
        for wanted in
            ["default-src 'none'; script-src 'self'; style-src 'self'", "cache-control: no-store", "nosniff"]
        {
            assert!(headers.contains(wanted), "{path}: {headers}");
        }
    }
    // Every script that a script imports is there, and so is every picture of the guide.
    let mut wanted = vec!["/page.js".to_owned()];
    let mut seen = 0;
    while let Some(path) = wanted.get(seen).cloned() {
        seen += 1;
        let answer = page.bare("GET", &path, &[("Host", page.host())], b"");
        assert_eq!(answer.status, 200, "{path}");
        assert!(answer.headers.contains("text/javascript"), "{path}");
        let text = String::from_utf8(answer.body).unwrap();
        assert!(text.lines().count() < 300, "{path} has grown beyond one thought");
        for import in text.split(" from \".").skip(1) {
            let import = import.split('"').next().unwrap().to_owned();
            if !wanted.contains(&import) {
                wanted.push(import);
            }
        }
        for picture in text.split("picture: \"").skip(1) {
            let path = format!("/pictures/{}.png", picture.split('"').next().unwrap());
            let answer = page.bare("GET", &path, &[("Host", page.host())], b"");
            assert!(answer.status == 200 && answer.body.starts_with(b"\x89PNG"), "{path}");
        }
    }
    assert!(seen > 8);
    assert_eq!(page.bare("GET", "/../Cargo.toml", &[("Host", page.host())], b"").status, 404);
}

#[test]
fn an_upload_gives_what_the_command_line_gives() {
    let (page, desk, model) = served();
    let outcome = page.upload("renja.xlsx", &fs::read(SAMPLE).unwrap()).json();
    let grade = |name: &str| list(&model, "repairs").iter().filter(|repair| repair["grade"] == name).count();
    let open = list(&model, "findings").iter().filter(|finding| finding["severity"] != "note").count();
    let rows: usize = list(&model, "tables").iter().map(|table| list(table, "rows").len()).sum();
    assert!(grade("A") > 0 && grade("B") > 0 && open > 0 && rows > 0);
    assert_eq!(outcome["verdict"], "to_check");
    assert_eq!(list(&outcome, "tables").len(), list(&model, "tables").len());
    let figures = ["rows", "proven", "likely", "open"].map(|key| outcome[key].as_u64().unwrap());
    assert_eq!(figures, [rows, grade("A"), grade("B"), open].map(|count| u64::try_from(count).unwrap()));
    let causes = list(&model, "causes").iter().filter(|cause| cause["severity"] != "note").count();
    assert_eq!(list(&outcome, "causes").len(), causes);

    let drawn = page.get("/api/files/1/model");
    assert_eq!(list(&drawn, "repairs").len(), list(&model, "repairs").len());
    let torn = list(&drawn, "repairs").iter().find(|repair| repair["before"] == "4,477,84 2,241").unwrap();
    assert_eq!(torn["sources"], json!(["T-C.33!P10"]));
    assert_eq!(torn["around"]["here"], json!([10, "P"]));
    assert_eq!(torn["around"]["lines"][1][2], "4,477,84 2,241");

    let files = desk.files();
    let saved = ["xlsx", "json"].map(|what| {
        let saved = page.ask("GET", &format!("/api/files/1/download?what={what}"), &[], b"");
        assert_eq!(saved.status, 200);
        saved.body
    });
    assert!(contents(&saved[0]) == contents(&files["cli/renja.xlsx"]));
    // Byte for byte.
    assert!(saved[1] == files["cli/renja.json"]);
    let zip = page.ask("GET", "/api/zip", &[], b"").body;
    let names = |zip: &[u8]| -> Vec<String> {
        let zip = zip::ZipArchive::new(std::io::Cursor::new(zip)).unwrap();
        zip.file_names().map(|name| name.unwrap().into_owned()).collect()
    };
    assert_eq!(names(&zip), ["renja.xlsx", "renja-catatan.xlsx"]);
    let zip = page.ask("GET", "/api/zip?more=json,csv,decisions", &[], b"").body;
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(zip)).unwrap();
    let written: Vec<String> =
        files.keys().filter_map(|name| name.strip_prefix("cli/")).map(str::to_owned).collect();
    for name in written.iter().filter(|name| !name.contains("-T-C.")) {
        assert!(zip.by_name(name).is_ok(), "{name}");
    }
    let mut tables = Vec::new();
    std::io::copy(&mut zip.by_name("renja-csv.zip").unwrap(), &mut tables).unwrap();
    let mut tables = zip::ZipArchive::new(std::io::Cursor::new(tables)).unwrap();
    let mut csv = Vec::new();
    std::io::copy(&mut tables.by_name("renja-T-C.33-1.csv").unwrap(), &mut csv).unwrap();
    assert!(csv == files["cli/renja-T-C.33-1.csv"]);
}

#[test]
fn decisions_do_what_the_command_line_does_with_them() {
    let (page, desk, model) = served();
    page.upload("renja.xlsx", &fs::read(SAMPLE).unwrap());
    let refused = list(&model, "repairs")
        .iter()
        .find(|repair| repair["rule"] == "split-number" && repair["before"] == "4,477,84 2,241")
        .unwrap();
    let asked = list(&model, "findings").iter().find(|finding| finding["rule"] == "overprinted").unwrap();
    let decisions = json!({"put": [
        {"id": refused["id"], "keputusan": "tolak"},
        {"id": asked["id"], "keputusan": "90 %"},
    ]});
    let answer = page.change(1, decisions);
    assert_eq!(answer.status, 200);
    assert_eq!(list(&answer.json()["file"], "decisions").len(), 2);

    let save = |what: &str| page.ask("GET", &format!("/api/files/1/download?what={what}"), &[], b"").body;
    desk.put("keputusan.json", &save("decisions"));
    let ran =
        desk.run(&["convert", "renja.xlsx", "-o", "two", "--to", "xlsx,json", "--reject", "keputusan.json"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    let files = desk.files();
    assert!(save("json") == files["two/renja.json"]);
    assert!(contents(&save("xlsx")) == contents(&files["two/renja.xlsx"]));
    let after: Value = serde_json::from_slice(&save("json")).unwrap();
    let plan = list(&after, "tables").iter().find(|table| table["id"] == "T-C.33#1").unwrap();
    assert_eq!(plan["rows"][1]["cells"]["pagu"]["text"], "4,477,84 2,241");
    assert_eq!(plan["rows"][1]["cells"]["pagu"]["status"], "unresolved");
    assert_eq!(plan["rows"][4]["cells"]["target_hasil"]["text"], "90 %");
    assert_eq!(list(&page.get("/api/files/1/model"), "decided").len(), 2);

    // A result workbook is a file of decisions too: it holds those that it was made with.
    let held = |page: &Served| page.get("/api/files")["files"][0]["decisions"].clone();
    let load = |bytes: &[u8]| page.ask("POST", "/api/files/1/load", &[], bytes);
    assert_eq!(page.change(1, json!({"drop": held(&page)})).status, 200);
    let loaded = load(&files["two/renja.xlsx"]);
    assert_eq!((loaded.status, &loaded.json()["added"]), (200, &json!(2)));
    assert!(contents(&save("xlsx")) == contents(&files["two/renja.xlsx"]));

    // What cannot be followed is told, and everything stays as it was: also a file without decisions about this one.
    let wrong = json!({"id": "P-0000000000", "keputusan": "tolak"});
    let told = page.change(1, json!({"put": [wrong.clone()]}));
    assert_eq!(told.status, 422);
    assert!(told.json()["message"]["en"].as_str().unwrap().contains("meets no repair"));
    let none = json!({"decisions": []}).to_string();
    let other = json!({"decisions": [wrong]}).to_string();
    for bytes in [&b"%PDF-1.7"[..], none.as_bytes(), other.as_bytes(), &files["cli/renja.xlsx"]] {
        assert_eq!(load(bytes).status, 422);
    }
    assert_eq!(load(&files["two/renja.xlsx"]).status, 422, "they are there already");
    assert!(save("json") == files["two/renja.json"]);

    // Loaded decisions are added to those that are there.
    let drop: Vec<Value> = held(&page).as_array().unwrap()[..1].to_vec();
    page.change(1, json!({"drop": drop}));
    assert_eq!(load(&files["two/renja.xlsx"]).json()["added"], 1);
    assert_eq!(held(&page).as_array().unwrap().len(), 2);

    // Taken back, the result is the first one again.
    page.change(1, json!({"drop": held(&page)}));
    assert!(contents(&save("xlsx")) == contents(&files["cli/renja.xlsx"]));
}

#[test]
fn a_change_on_an_older_version_is_refused_and_nothing_is_lost() {
    let (page, _desk, model) = served();
    page.upload("renja.xlsx", &fs::read(SAMPLE).unwrap());
    let drawn = page.get("/api/files/1/model");
    let asked: Vec<&Value> = list(&drawn, "questions").iter().filter(|one| !one["row"].is_null()).collect();
    let put = |index: usize, version: &Value| {
        let put = json!([{"id": asked[index]["id"], "keputusan": "biarkan"}]);
        let change = json!({"version": version, "drawn": drawn["drawn"], "put": put});
        page.ask("POST", "/api/files/1/decisions", &[], change.to_string().as_bytes())
    };
    assert!(!list(&model, "findings").is_empty());
    let first = put(0, &drawn["version"]);
    assert_eq!(first.status, 200);
    // Only what changed comes back.
    let changes = &first.json()["changes"];
    let rows: usize = list(changes, "tables").iter().map(|table| list(table, "rows").len()).sum();
    assert!(rows < 5, "{changes}");
    assert_eq!(put(1, &drawn["version"]).status, 409, "another tab was faster");
    let version = page.get("/api/files")["files"][0]["version"].clone();
    assert_eq!(put(1, &version).status, 200);
    assert_eq!(list(&page.get("/api/files")["files"][0], "decisions").len(), 2);
}

#[test]
fn decisions_are_there_again_after_a_crash_and_for_a_revised_file() {
    let keep = tempfile::tempdir().unwrap();
    let arguments = ["--keep", keep.path().to_str().unwrap()];
    let page = Served::new(&arguments);
    let sample = fs::read(SAMPLE).unwrap();
    page.upload("renja.xlsx", &sample);
    let drawn = page.get("/api/files/1/model");
    let question = list(&drawn, "questions").iter().find(|one| one["rule"] == "overprinted").unwrap();
    let put = json!({"put": [{"id": question["id"], "keputusan": "90 %"}]});
    assert_eq!(page.change(1, put).status, 200);
    page.kill();

    let page = Served::new(&arguments);
    let again = page.upload("nama lain.xlsx", &sample).json();
    assert_eq!((list(&again, "decisions").len(), &again["kept"]["count"]), (1, &json!(1)));
    assert_eq!(again["kept"]["file"], "renja.xlsx");

    // The same office hands in another file: what was decided is decided there too, and known to be of the other.
    let mut zip = zip::ZipWriter::new_append(Cursor::new(sample.clone())).unwrap();
    zip.start_file("docProps/revisi.txt", zip::write::SimpleFileOptions::default()).unwrap();
    let revised = zip.finish().unwrap().into_inner();
    assert_ne!(revised, sample);
    let revised = page.upload("revisi.xlsx", &revised).json();
    assert_eq!(
        (list(&revised, "decisions").len(), list(&revised["kept"], "unfit").len()),
        (1, 0),
        "{revised}"
    );
    let model = page.ask("GET", "/api/files/2/download?what=json", &[], b"").json();
    let plan = list(&model, "tables").iter().find(|table| table["id"] == "T-C.33#1").unwrap();
    assert_eq!(plan["rows"][4]["cells"]["target_hasil"]["text"], "90 %");
}

#[test]
fn hostile_uploads_end_alone_and_the_page_answers() {
    let page = std::sync::Arc::new(Served::new(&["--timeout", "30", "--memory", "400M"]));
    page.upload("renja.xlsx", &fs::read(SAMPLE).unwrap());
    let commas = std::sync::Arc::new(vec![b','; 30 << 20]);
    let uploads: Vec<_> = (0..4)
        .map(|index| {
            let (page, commas) = (std::sync::Arc::clone(&page), std::sync::Arc::clone(&commas));
            std::thread::spawn(move || page.upload(&format!("koma-{index}.csv"), &commas).status)
        })
        .collect();
    // A request of which the head never ends, and one of which the body never comes.
    let mut half = std::net::TcpStream::connect(page.host()).unwrap();
    std::io::Write::write_all(&mut half, b"POST /api/files HTTP/1.1\r\nHost: x\r\n").unwrap();
    let mut slowest = std::time::Duration::ZERO;
    while !uploads.iter().all(std::thread::JoinHandle::is_finished) {
        let asked = std::time::Instant::now();
        assert_eq!(list(&page.get("/api/files"), "files").len(), 1);
        slowest = slowest.max(asked.elapsed());
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    assert!(slowest < std::time::Duration::from_secs(3), "{slowest:?}");
    for upload in uploads {
        assert_eq!(upload.join().unwrap(), 422);
    }
    #[cfg(target_os = "linux")]
    {
        let status = fs::read_to_string(format!("/proc/{}/status", page.process())).unwrap();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        let peak: u64 = peak.trim().trim_end_matches(" kB").parse().unwrap();
        assert!(peak < 200 << 10, "{peak} kB");
    }
    assert_eq!(page.get("/api/files/1/model")["tables"].as_array().unwrap().len(), 6);
}

#[test]
fn several_files_are_merged_compared_and_taken_over() {
    let page = Served::new(&[]);
    for name in ["renja-2023-dkukm.xlsx", "resmi-10-kolom.xlsx"] {
        let bytes = fs::read(format!("samples/{name}")).unwrap();
        let answer = page.ask(
            "POST",
            "/api/files",
            &[("X-Rapikan-Name", name), ("X-Rapikan-Folder", "Renja/Dinas")],
            &bytes,
        );
        assert_eq!(answer.status, 200);
    }
    let made = |asked: Value| {
        let answer = page.ask("POST", "/api/make", &[], asked.to_string().as_bytes());
        assert_eq!(answer.status, 200, "{}", String::from_utf8_lossy(&answer.body));
        assert!(answer.body.starts_with(b"PK"), "{asked}");
        answer
    };
    made(json!({"do": "merge", "files": [1]}));
    let told = made(json!({"do": "compare", "old": 1, "new": 2})).headers;
    assert!(told.contains("x-rapikan-told"), "{told}");
    let template = made(json!({"do": "template", "from": 1, "asked": {"forms": ["T-C.33"]}}));
    assert!(template.headers.contains("templat%2D2024%2Exlsx"), "{}", template.headers);
    for what in
        ["resmi", "audit", "html", "migrate&edition=2023", "xlsx&layout=sipd-ri", "xlsx&names=printed"]
    {
        let saved = page.ask("GET", &format!("/api/files/1/download?what={what}"), &[], b"");
        assert_eq!(saved.status, 200, "{what}: {}", String::from_utf8_lossy(&saved.body));
    }
    let report = page.ask("GET", "/api/files/1/download?what=html", &[], b"").body;
    let report = String::from_utf8(report).unwrap();
    assert!(report.contains("Perlu diputuskan") && !report.contains("http") && !report.contains("<script"));
    let pages = page.get("/api/files/1/pages");
    // Pages that lie side by side repeat the rows.
    let rows: usize = list(&pages, "pages").iter().map(|page| list(page, "rows").len()).sum();
    assert!(rows as u64 >= page.get("/api/files")["files"][0]["rows"].as_u64().unwrap());
    let zip = page.ask("GET", "/api/zip", &[], b"").body;
    let zip = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
    let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    for name in ["Renja/Dinas/renja-2023-dkukm.xlsx", "Renja/Dinas/resmi-10-kolom.xlsx", "LAPORAN.xlsx"] {
        assert!(names.contains(&name.to_owned()), "{names:?}");
    }
}

#[test]
fn a_bad_file_is_told_and_stops_no_other() {
    let page = Served::new(&[]);
    for (bytes, id, en) in [
        (&b"%PDF-1.7 ..."[..], "sebuah PDF", "a PDF"),
        (b"", "kosong", "empty"),
        (b"satu,dua\n1,2\n", "berkas teks tanpa tabel", "without any table"),
    ] {
        let answer = page.upload("rusak.xlsx", bytes);
        assert_eq!(answer.status, 422);
        let message = &answer.json()["message"];
        assert!(
            message["id"].as_str().unwrap().contains(id) && message["en"].as_str().unwrap().contains(en),
            "{message}"
        );
    }
    assert_eq!(page.upload("renja.xlsx", &fs::read(SAMPLE).unwrap()).status, 200);
    assert_eq!(list(&page.get("/api/files"), "files").len(), 1);
    assert_eq!(page.ask("POST", "/api/files/1/remove", &[], b"").status, 204);
    assert_eq!(page.ask("GET", "/api/files/1/model", &[], b"").status, 404);
}

#[test]
fn a_file_that_is_too_large_is_told() {
    let page = Served::new(&["--max-size", "16K"]);
    let answer = page.upload("besar.xlsx", &vec![b'x'; 40_000]);
    assert_eq!(answer.status, 413);
    assert!(answer.json()["message"]["id"].as_str().unwrap().contains("lebih dari batas"));
    assert_eq!(page.upload("kecil.csv", &vec![b'x'; 9_000]).status, 422);
}

#[test]
fn more_files_than_the_page_can_hold_are_told() {
    let page = Served::new(&["--max-size", "60K", "--max-total", "60K"]);
    let sample = fs::read(SAMPLE).unwrap();
    assert!(sample.len() > 31_000 && sample.len() < 60_000, "{}", sample.len());
    assert_eq!(page.upload("satu.xlsx", &sample).status, 200);
    let answer = page.upload("dua.xlsx", &sample);
    assert_eq!(answer.status, 507);
    let message = &answer.json()["message"];
    assert!(message["id"].as_str().unwrap().contains("singkirkan"), "{message}");
    assert!(message["en"].as_str().unwrap().contains("put their files away"), "{message}");
    page.ask("POST", "/api/files/1/remove", &[], b"");
    assert_eq!(page.upload("dua.xlsx", &sample).status, 200);
}

#[test]
fn what_was_found_right_is_kept_with_the_decisions() {
    let (page, desk, model) = served();
    let sample = fs::read(SAMPLE).unwrap();
    page.upload("renja.xlsx", &sample);
    let ids: Vec<&Value> = list(&model, "repairs").iter().take(3).map(|repair| &repair["id"]).collect();
    let answer = page.change(1, json!({"accept": ids[..2]}));
    assert_eq!(list(&answer.json()["file"], "accepted").len(), 2);
    let answer =
        page.change(1, json!({"put": [{"id": ids[2], "keputusan": "tolak"}]})).json()["file"].clone();
    assert_eq!((list(&answer, "accepted").len(), list(&answer, "decisions").len()), (2, 1));

    // Another day, the saved file brings both back; the command line reads it too.
    let saved = page.ask("GET", "/api/files/1/download?what=decisions", &[], b"").body;
    let other = Served::new(&[]);
    other.upload("renja.xlsx", &sample);
    let again = other.ask("POST", "/api/files/1/load", &[], &saved).json()["file"].clone();
    assert_eq!((&again["accepted"], &again["decisions"]), (&answer["accepted"], &answer["decisions"]));
    assert_eq!(other.ask("GET", "/api/files/1/download?what=decisions", &[], b"").body, saved);
    desk.put("keputusan.json", &saved);
    assert_eq!(desk.run(&["convert", "renja.xlsx", "-o", "two", "--reject", "keputusan.json"]).code, 1);
    assert_eq!(page.ask("POST", "/api/files/1/decisions", &[], b"%").status, 422);
}

#[test]
fn names_and_templates_are_found_and_made() {
    let page = Served::new(&[]);
    let hits = page.get("/api/lookup?q=Penyedian%20Gaji%20Tunjangn%20ASN&level=sub_kegiatan&bidang=2.17");
    assert_eq!(hits["hits"][0]["name"], "Penyediaan Gaji dan Tunjangan ASN");
    let asked = json!({"forms": ["T-C.33"], "year": 2026, "bidang": "2.17", "opd": "Dinas Contoh"});
    let asked = json!({"do": "template", "from": null, "asked": asked}).to_string();
    let made = page.ask("POST", "/api/make", &[], asked.as_bytes());
    let desk = Desk::new();
    let arguments =
        ["template", "T-C.33", "--year", "2026", "--bidang", "2.17", "--opd", "Dinas Contoh", "-o", "t.xlsx"];
    assert_eq!(desk.run(&arguments).code, 0);
    assert!(made.body == fs::read(desk.path("t.xlsx")).unwrap());
    assert!(made.headers.contains("templat%2D2026%2Exlsx"));
}

#[test]
fn a_start_without_arguments_and_terminal_serves() {
    let page = Served::double_clicked();
    assert_eq!(page.bare("GET", "/", &[("Host", page.host())], b"").status, 200);
    assert_eq!(page.end(), Some(0));
}

#[test]
fn a_port_that_is_taken_is_told() {
    let desk = Desk::new();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let ran = desk.run(&["serve", "--no-open", "--port", &port]);
    assert_eq!((ran.code, ran.out.as_str()), (4, ""));
    assert!(ran.err.contains(&port) && ran.err.contains("--port"));
}
