//! Random sequences of what a person does on the page: whatever the order, the saved workbook holds exactly what was
//! decided, and cleans to itself. `RAPIKAN_SEQUENCES` says how many are tried.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

use crate::support;

use std::collections::BTreeMap;

use serde_json::{Value, json};
use support::desk::Desk;
use support::page::Served;

/// A source of numbers that is the same on every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % count.max(1) as u64).unwrap()
    }
}

/// One person at the page, and what that person decided: the word by the id of what it is about.
struct Person {
    page: Served,
    keep: tempfile::TempDir,
    bytes: Vec<u8>,
    decided: BTreeMap<String, Value>,
}

impl Person {
    fn new(bytes: Vec<u8>) -> Self {
        let keep = tempfile::tempdir().unwrap();
        let page = Self::started(&keep);
        assert_eq!(page.upload("renja.xlsx", &bytes).status, 200);
        Self { page, keep, bytes, decided: BTreeMap::new() }
    }

    fn started(keep: &tempfile::TempDir) -> Served {
        Served::new(&["--keep", keep.path().to_str().unwrap()])
    }

    fn file(&self) -> Value {
        self.page.get("/api/files")["files"][0].clone()
    }

    /// Notes what the page holds after a change that it took; one that it refuses changes nothing.
    fn change(&mut self, change: Value) {
        let before = self.file()["decisions"].clone();
        let answer = self.page.change(1, change);
        if answer.status != 200 {
            assert_eq!(answer.status, 422, "{}", String::from_utf8_lossy(&answer.body));
            assert_eq!(self.file()["decisions"], before);
            return;
        }
        self.note();
    }

    fn note(&mut self) {
        let held = self.file()["decisions"].clone();
        let held = held.as_array().unwrap().iter();
        self.decided = held.map(|one| (one["id"].as_str().unwrap().to_owned(), one.clone())).collect();
    }

    fn step(&mut self, chance: &mut Chance) {
        let model = self.page.get("/api/files/1/model");
        let list = |key: &str| model[key].as_array().unwrap().clone();
        let pick = |list: &[Value], chance: &mut Chance| list.get(chance.below(list.len())).cloned();
        let questions = list("questions");
        match chance.below(10) {
            0..=3 => {
                let Some(question) = pick(&questions, chance) else { return };
                let answers = question["answers"].as_array().unwrap();
                let word = pick(answers, chance).map_or(json!("biarkan"), |answer| answer[0].clone());
                let before = self.decided.len();
                self.change(json!({"put": [{"id": question["id"], "keputusan": word}]}));
                assert!(self.decided.len() >= before);
            }
            4 => {
                let Some(question) = pick(&questions, chance) else { return };
                self.change(json!({"put": [{"id": question["id"], "keputusan": "biarkan"}]}));
            }
            5 => {
                let Some(repair) = pick(&list("repairs"), chance) else { return };
                let person =
                    repair["proofs"].as_array().unwrap().iter().any(|proof| proof["kind"] == "person");
                if !person {
                    self.change(json!({"put": [{"id": repair["id"], "keputusan": "tolak"}]}));
                }
            }
            6 => {
                let Some(repair) = pick(&list("repairs"), chance) else { return };
                self.change(json!({"accept": [repair["id"]]}));
            }
            7 => {
                let held: Vec<Value> = self.decided.values().cloned().collect();
                let Some(gone) = pick(&held, chance) else { return };
                self.change(json!({"drop": [gone]}));
                assert!(!self.decided.contains_key(gone["id"].as_str().unwrap()));
            }
            8 => self.second_tab(&questions, chance),
            _ => self.another_day(chance),
        }
    }

    /// A change on an older version is refused, and made on the newest one.
    fn second_tab(&mut self, questions: &[Value], chance: &mut Chance) {
        let version = self.file()["version"].clone();
        self.change(json!({"accept": []}));
        let Some(question) = questions.get(chance.below(questions.len())) else { return };
        let put = json!({"version": version, "put": [{"id": question["id"], "keputusan": "biarkan"}]});
        let stale = self.page.ask("POST", "/api/files/1/decisions", &[], put.to_string().as_bytes());
        assert_eq!(stale.status, 409);
        self.change(put);
    }

    /// A crash, or decisions that are saved, taken back and loaded.
    fn another_day(&mut self, chance: &mut Chance) {
        let before = self.decided.clone();
        if chance.below(2) == 0 {
            std::mem::replace(&mut self.page, Self::started(&self.keep)).kill();
            assert_eq!(self.page.upload("renja.xlsx", &self.bytes).status, 200);
        } else if !before.is_empty() {
            let saved = self.page.ask("GET", "/api/files/1/download?what=decisions", &[], b"").body;
            self.change(json!({"drop": before.values().collect::<Vec<_>>()}));
            let loaded = self.page.ask("POST", "/api/files/1/load", &[], &saved);
            assert_eq!(loaded.status, 200, "{}", String::from_utf8_lossy(&loaded.body));
        }
        self.note();
        let ids = |all: &BTreeMap<String, Value>| all.keys().cloned().collect::<Vec<_>>();
        assert_eq!(ids(&self.decided), ids(&before));
    }

    /// What was decided stands in the saved model, and the saved workbook cleans to itself.
    fn check(&self) {
        let save = |what: &str| {
            let saved = self.page.ask("GET", &format!("/api/files/1/download?what={what}"), &[], b"");
            assert_eq!(saved.status, 200, "{}", String::from_utf8_lossy(&saved.body));
            saved.body
        };
        let desk = Desk::new();
        desk.put("hasil.xlsx", &save("xlsx"));
        desk.run(&["convert", "hasil.xlsx", "-o", "lagi", "--to", "xlsx,json"]);
        let files = desk.files();
        assert!(
            files["lagi/hasil.xlsx"] == files["hasil.xlsx"],
            "cleaning the result changes it: {:#?}",
            self.decided
        );
        let model: Value = serde_json::from_slice(&files["lagi/hasil.json"]).unwrap();
        // What the page shows as decided is what was saved, cell by cell.
        let drawn = self.page.get("/api/files/1/model");
        for shown in drawn["decided"].as_array().unwrap() {
            let at = |key: &str| shown[key].as_u64().map(|index| usize::try_from(index).unwrap());
            let (Some(table), Some(row), Some(position)) = (at("table"), at("row"), at("position")) else {
                continue;
            };
            let column = drawn["tables"][table]["columns"][position]["id"].as_str().unwrap();
            let saved = &model["tables"][table]["rows"][row];
            let stands = if column == "kode" { &saved["code"] } else { &saved["cells"][column]["text"] };
            let decision = &shown["decision"];
            let wanted = if shown["refused"] == true { &decision["before"] } else { &decision["keputusan"] };
            let is_free = shown["stays"] == true || column == "kode";
            assert!(is_free || stands == wanted, "{shown}: {stands}");
        }
    }
}

/// In this sequence a value is given, then it is said of the same cell that a sum that does not hold is meant so.
const BESIDE_A_VALUE: u64 = 99;

#[test]
fn whatever_is_decided_is_what_is_saved() {
    let count =
        std::env::var("RAPIKAN_SEQUENCES").ok().and_then(|count| count.parse::<u32>().ok()).unwrap_or(4);
    let plan = support::asking::plan();
    let mut most = 0;
    for sequence in (0..u64::from(count)).chain([BESIDE_A_VALUE]) {
        let mut chance = Chance(sequence + 1);
        let mut person = Person::new(plan.clone());
        for _ in 0..6 + chance.below(8) {
            person.step(&mut chance);
        }
        person.check();
        most = most.max(person.decided.len());
    }
    assert!(most > 1, "nothing was decided");
}
