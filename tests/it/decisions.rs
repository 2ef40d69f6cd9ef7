//! A person's decisions hold: alone, together, through JSON and through the workbook, in a revised file, and when what
//! was decided is cleaned again.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

use crate::support;

use std::fs;

use serde_json::{Value, json};
use support::desk::Desk;

/// Samples that are read fast, and in which there is something to decide.
const SAMPLES: [&str; 2] = ["resmi-10-kolom.xlsx", "diketik-excel.xlsx"];

fn model(desk: &Desk, name: &str) -> Value {
    serde_json::from_slice(&fs::read(desk.path(name)).unwrap()).unwrap()
}

fn list<'a>(model: &'a Value, key: &str) -> &'a [Value] {
    model[key].as_array().unwrap()
}

/// The first result of a file.
fn first(desk: &Desk, bytes: &[u8]) -> Value {
    desk.put("renja.xlsx", bytes);
    let ran = desk.run(&["convert", "renja.xlsx", "-o", "first", "--to", "xlsx,json", "--force"]);
    assert!(ran.code <= 1, "{}", ran.err);
    model(desk, "first/renja.json")
}

fn sample(name: &str) -> (Desk, Value) {
    let desk = Desk::new();
    let model = first(&desk, &fs::read(format!("samples/{name}")).unwrap());
    (desk, model)
}

/// The result with a file of decisions.
fn with_file(desk: &Desk, file: &str) -> Value {
    let arguments =
        ["convert", "renja.xlsx", "-o", "second", "--to", "xlsx,json", "--force", "--reject", file];
    let ran = desk.run(&arguments);
    assert!(ran.code <= 1, "{}", ran.err);
    model(desk, "second/renja.json")
}

fn with(desk: &Desk, decisions: &[Value]) -> Value {
    desk.put("keputusan.json", json!({ "decisions": decisions }).to_string().as_bytes());
    with_file(desk, "keputusan.json")
}

/// What was written is cleaned again: it needs no repair and says the same everywhere.
fn cleans_to_itself(desk: &Desk, decided: &Value, what: &str) -> Value {
    let ran = desk.run(&["convert", "second/renja.xlsx", "-o", "third", "--to", "json", "--force"]);
    assert!(ran.code <= 1, "{what}: {}", ran.err);
    let again = model(desk, "third/renja.json");
    assert_eq!(list(&again, "repairs"), &[] as &[Value], "{what}");
    for (left, right) in list(decided, "tables").iter().zip(list(&again, "tables")) {
        for (one, other) in list(left, "rows").iter().zip(list(right, "rows")) {
            assert_eq!((&one["code"], &one["level"]), (&other["code"], &other["level"]), "{what}");
            for (column, cell) in one["cells"].as_object().unwrap() {
                let (here, there) = (&cell["text"], &other["cells"][column]["text"]);
                let solid =
                    |text: &Value| text.as_str().unwrap_or_default().split_whitespace().collect::<String>();
                assert_eq!(solid(here), solid(there), "{what} {column}");
            }
        }
    }
    again
}

/// Every answer that is offered, that a question is meant as it stands, and every refusal, as entries.
fn offered(model: &Value) -> Vec<Value> {
    let mut all = Vec::new();
    for finding in list(model, "findings").iter().filter(|finding| finding["severity"] != "note") {
        let answers = finding["candidates"].as_array().cloned().unwrap_or_default();
        assert!(finding["may_stay"] == true || !answers.is_empty(), "{finding} offers nothing");
        let words = answers.into_iter().chain([json!("biarkan")]);
        all.extend(words.map(|word| json!({"id": finding["id"], "keputusan": word})));
    }
    all.extend(list(model, "repairs").iter().map(|repair| json!({"id": repair["id"], "keputusan": "tolak"})));
    all
}

/// What a decision must leave in its cell.
fn holds(model: &Value, new: &Value, decision: &Value) {
    let word = decision["keputusan"].as_str().unwrap();
    let thing = list(model, "findings").iter().chain(list(model, "repairs"));
    let thing = thing.into_iter().find(|thing| thing["id"] == decision["id"]).unwrap();
    assert!(
        !list(new, "repairs").iter().any(|repair| word == "tolak" && repair["id"] == thing["id"]),
        "{thing}"
    );
    let (Some(row), Some(column)) = (thing["row"].as_u64(), thing["column"].as_str()) else { return };
    let table = list(new, "tables").iter().find(|table| table["id"] == thing["table"]).unwrap();
    let Some(row) = table["rows"].get(usize::try_from(row).unwrap()) else { return };
    let (text, status) = match column {
        "kode" => {
            (if row["code"].is_null() { &row["printed_code"] } else { &row["code"] }, &row["code_status"])
        }
        _ => (&row["cells"][column]["text"], &row["cells"][column]["status"]),
    };
    let solid = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let wanted = if word == "tolak" { "unresolved" } else { "decided" };
    // A refused repair of an empty cell leaves it empty.
    assert!(*status == wanted || text.is_null(), "{thing} {word}: {status}");
    let wanted = match word {
        "tolak" => thing["before"].as_str().unwrap(),
        "biarkan" => return,
        word => word,
    };
    assert_eq!(solid(text.as_str().unwrap_or_default()), solid(wanted), "{thing}");
}

/// A cheap dice with a fixed seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }
}

#[test]
fn each_of_some_decisions_alone_is_followed_and_what_is_written_cleans_to_itself() {
    let mut dice = Dice(11);
    for name in SAMPLES {
        let (desk, model) = sample(name);
        let all = offered(&model);
        for _ in 0..6.min(all.len()) {
            let decision = &all[dice.below(all.len())];
            let new = with(&desk, std::slice::from_ref(decision));
            holds(&model, &new, decision);
            cleans_to_itself(&desk, &new, &decision.to_string());
        }
    }
}

#[test]
fn two_and_three_together_are_followed_through_both_ways() {
    let mut dice = Dice(5);
    let (desk, model) = sample(SAMPLES[1]);
    let all = offered(&model);
    for turn in 0..6 {
        let some: Vec<Value> = (0..2 + turn % 2).map(|_| all[dice.below(all.len())].clone()).collect();
        let new = if turn % 3 == 0 {
            let entries: Vec<(&str, String, &str)> =
                some.iter().map(|one| sheet_entry(&model, one)).collect();
            let entries: Vec<(&str, &str, &str)> =
                entries.iter().map(|(s, p, w)| (*s, p.as_str(), *w)).collect();
            desk.fill_in("first/renja.xlsx", "saved.xlsx", &entries);
            with_file(&desk, "saved.xlsx")
        } else {
            with(&desk, &some)
        };
        cleans_to_itself(&desk, &new, &format!("{some:?}"));
        let verified = desk.run(&["verify", "second/renja.json"]);
        assert_eq!(verified.code, 0, "{some:?} {}", verified.err);
    }
}

/// The sheet, the source cell and the word of a decision.
fn sheet_entry<'a>(model: &Value, decision: &'a Value) -> (&'static str, String, &'a str) {
    let repair = list(model, "repairs").iter().find(|repair| repair["id"] == decision["id"]);
    let finding = list(model, "findings").iter().find(|finding| finding["id"] == decision["id"]);
    let sheet = if repair.is_some() { "Perbaikan" } else { "Temuan" };
    let thing = repair.or(finding).unwrap();
    let several = thing["sources"].as_array().cloned().unwrap_or_else(|| vec![thing["source"].clone()]);
    let source: Vec<&str> = several.iter().filter_map(Value::as_str).collect();
    let source = source.join(", ");
    (sheet, source, decision["keputusan"].as_str().unwrap())
}

#[test]
fn what_is_meant_so_asks_no_more_and_does_not_come_back() {
    let (desk, model) = sample("renja-2023-dkukm.xlsx");
    let kinds = ["sum-mismatch", "header-year", "overprinted"];
    let asked =
        kinds.map(|rule| list(&model, "findings").iter().find(|finding| finding["rule"] == rule).unwrap());
    let answers = asked.map(|finding| json!({"id": finding["id"], "keputusan": "biarkan"}));
    let new = with(&desk, &answers);
    let place = |finding: &Value| ["rule", "table", "row", "column", "found"].map(|key| finding[key].clone());
    let still = |model: &Value, finding: &Value| {
        list(model, "findings").iter().any(|other| place(other) == place(finding))
    };
    for finding in asked {
        assert!(!still(&new, finding), "{finding}");
    }
    let again = cleans_to_itself(&desk, &new, "biarkan");
    let in_cells = asked.into_iter().filter(|finding| finding["row"].is_u64());
    for finding in in_cells {
        assert!(!still(&again, finding), "{finding}");
    }
    let verified = desk.run(&["verify", "second/renja.json"]);
    assert_eq!(verified.code, 0, "{}", verified.err);
    let year = asked[1];
    let told = with(&desk, &[json!({"id": year["id"], "keputusan": year["expected"]})]);
    assert!(!still(&told, year));
    cleans_to_itself(&desk, &told, "a year");
}

#[test]
fn odd_answers_end_the_run_with_a_message_or_are_told() {
    let (desk, model) = sample("renja-2023-dkukm.xlsx");
    let findings: Vec<&Value> =
        list(&model, "findings").iter().filter(|one| one["severity"] != "note").collect();
    let words = [
        "banyak sekali",
        "99999999999999999999999",
        "=1+1",
        "0,333333333",
        "baris satu\nbaris dua",
        "#REF!",
        "-",
    ];
    let mut dice = Dice(3);
    for word in words {
        let decisions: Vec<Value> = (0..2)
            .map(|_| json!({"id": findings[dice.below(findings.len())]["id"], "keputusan": word}))
            .collect();
        desk.put("keputusan.json", json!({ "decisions": decisions }).to_string().as_bytes());
        let arguments = [
            "convert",
            "renja.xlsx",
            "-o",
            "odd",
            "--to",
            "xlsx,json",
            "--force",
            "--reject",
            "keputusan.json",
        ];
        let ran = desk.run(&arguments);
        assert!(ran.code <= 2, "{word}: {} {}", ran.code, ran.err);
    }
}

#[test]
fn of_contradictory_answers_the_last_one_counts() {
    let (desk, _) = sample("renja-2023-dkukm.xlsx");
    let say = |word: &str| json!({"source": "T-C.33!M13", "rule": "overprinted", "keputusan": word});
    let new = with(&desk, &[say("100 %"), say("biarkan"), say("90 %")]);
    let table = list(&new, "tables").iter().find(|table| table["id"] == "T-C.33#1").unwrap();
    assert_eq!(table["rows"][4]["cells"]["target_hasil"]["text"], "90 %");
    assert_eq!(list(&new, "decisions").len(), 1);
    cleans_to_itself(&desk, &new, "three answers");
}

/// A table of a plan, its amounts as given: in the second row one that nothing tells how to read.
fn plan(rows: &[(&str, &str, &str)]) -> String {
    let head = "<tr><td>Kode</td><td>Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan/Sub Kegiatan</td>\
        <td>Indikator Kinerja</td><td>Lokasi</td><td>Target Capaian Kinerja</td><td>Kebutuhan Dana/Pagu Indikatif</td>\
        <td>Sumber Dana</td></tr>";
    let body: Vec<String> = rows
        .iter()
        .map(|(code, name, amount)| {
            format!(
                "<tr><td>{code}</td><td>{name}</td><td>Jumlah</td><td>Lubuk Basung</td><td>2 Unit</td>\
                 <td>{amount}</td><td>PAD</td></tr>"
            )
        })
        .collect();
    let body = body.concat();
    format!(
        "<html><body><p>Tabel T-C.33 Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2024</p><table>{head}{body}</table></body></html>"
    )
}

#[test]
fn a_decision_is_found_again_in_a_revised_file_and_not_followed_where_the_cell_says_otherwise() {
    const PROGRAM: (&str, &str, &str) = ("1.01.02", "PROGRAM PENGELOLAAN PENDIDIKAN", "1.500.000.000");
    const KEGIATAN: (&str, &str, &str) =
        ("1.01.02.2.01", "Pengelolaan Pendidikan Sekolah Dasar", "1.500.000.000");
    let sub = |amount| ("1.01.02.2.01.01", "Pembangunan Unit Sekolah Baru (USB)", amount);
    let more = ("1.01.02.2.01.03", "Pembangunan Ruang Guru/Kepala Sekolah/TU", "600.000.000");
    let desk = Desk::new();
    let model = first(&desk, plan(&[PROGRAM, KEGIATAN, more, sub("??")]).as_bytes());
    let asked = list(&model, "findings").iter().find(|one| one["found"] == "??").unwrap();
    let made = with(&desk, &[json!({"id": asked["id"], "keputusan": "900.000.000"})]);
    let decisions = list(&made, "decisions").to_vec();
    assert_eq!(decisions[0]["before"], "??");
    assert_eq!(decisions[0]["at"]["code"], "1.01.02.2.01.01");

    let amount = |model: &Value, row: usize| model["tables"][0]["rows"][row]["cells"]["pagu"].clone();
    first(&desk, plan(&[PROGRAM, KEGIATAN, sub("??"), more]).as_bytes());
    let moved = with(&desk, &decisions);
    assert_eq!(amount(&moved, 2)["text"], "900.000.000");
    assert_eq!(amount(&moved, 2)["status"], "decided");

    first(&desk, plan(&[PROGRAM, KEGIATAN, sub("800.000.000"), more]).as_bytes());
    desk.put("keputusan.json", json!({ "decisions": decisions }).to_string().as_bytes());
    let arguments = ["convert", "renja.xlsx", "-o", "none", "--reject", "keputusan.json"];
    desk.says(&arguments, 2, &["kini tertulis", "800.000.000"], &["stands there today", "800.000.000"]);

    // Beside one that is followed it is told, and kept for the next round.
    let other = json!({"at": {"table": "T-C.33#1", "column": "pagu", "code": more.0}, "rule": "wrong-figure",
        "before": more.2, "keputusan": "700.000.000"});
    let both = with(&desk, &[decisions[0].clone(), other]);
    assert_eq!(amount(&both, 2)["text"], "800.000.000");
    assert_eq!(amount(&both, 3)["text"], "700.000.000");
    assert!(
        list(&both, "findings")
            .iter()
            .any(|one| one["rule"] == "unfollowed-decision" && one["severity"] == "note")
    );
    assert_eq!(list(&both, "decisions").len(), 2);
    cleans_to_itself(&desk, &both, "one of two");
}

#[test]
fn the_years_decided_of_columns_are_theirs_from_then_on() {
    let years = |years: &[u16]| -> String {
        let cells: Vec<String> = years.iter().map(|year| format!("<td>Tahun {year}</td>")).collect();
        cells.concat()
    };
    let values = "<td>5 %</td>".repeat(8);
    let table = format!(
        "<html><body><p>Tabel T-C.30 Pencapaian Kinerja Pelayanan Perangkat Daerah</p><table>\
         <tr><td rowspan=2>No</td><td rowspan=2>Indikator</td><td rowspan=2>SPM/Standar Nasional</td>\
         <td rowspan=2>IKK</td><td colspan=4>Target Renstra Perangkat Daerah</td><td colspan=2>Realisasi Capaian</td>\
         <td colspan=2>Proyeksi</td><td rowspan=2>Catatan Analisis</td></tr>\
         <tr>{}{}{}</tr><tr><td>1</td><td>Angka Putus Sekolah</td><td></td><td></td>{values}<td></td></tr>\
         </table></body></html>",
        years(&[2022, 2023, 2024, 2025]),
        years(&[2022, 2023]),
        years(&[2023, 2024]),
    );
    let desk = Desk::new();
    let model = first(&desk, table.as_bytes());
    let questions: Vec<&Value> =
        list(&model, "findings").iter().filter(|one| one["rule"] == "header-year").collect();
    assert_eq!(questions.len(), 1);
    let year = |model: &Value, id: &str| {
        let columns = list(&model["tables"][0], "columns");
        columns.iter().find(|column| column["id"] == id).unwrap()["year"].clone()
    };
    assert_eq!(year(&model, "proyeksi_1"), 2023);
    for (answer, wanted) in [("2024, 2025", [2024, 2025]), ("2023, 2024", [2023, 2024])] {
        let decided = with(&desk, &[json!({"id": questions[0]["id"], "keputusan": answer})]);
        let found = |model: &Value| [year(model, "proyeksi_1"), year(model, "proyeksi_2")];
        assert_eq!(found(&decided), wanted.map(|year| json!(year)), "{answer}");
        let open = |model: &Value| list(model, "findings").iter().any(|one| one["rule"] == "header-year");
        assert!(!open(&decided), "{answer}");
        let again = cleans_to_itself(&desk, &decided, answer);
        assert_eq!(found(&again), wanted.map(|year| json!(year)), "{answer}");
        assert!(!open(&again), "{answer}");
    }
}
