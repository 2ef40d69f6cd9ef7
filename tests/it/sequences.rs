//! Random sequences of what a person does on the page: whatever the order, the saved workbook holds exactly what was
//! decided, and cleans to itself. `RAPIKAN_SEQUENCES` says how many are tried.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

use crate::support;

use std::panic::catch_unwind;

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

/// A cell by what does not change when it is decided: its table, the rows of the input, its column.
type Place = (Value, Value, String);

/// What a person said of one cell.
struct Word {
    /// The question or the repair.
    id: String,
    cell: Place,
    /// What must stand there from then on.
    text: String,
}

/// One person at the page, and what that person decided.
struct Person {
    page: Served,
    keep: tempfile::TempDir,
    bytes: Vec<u8>,
    /// What the page holds as decided.
    decided: Vec<Value>,
    /// Every word about a cell in the order in which it was given.
    words: Vec<Word>,
    /// What each step took the place of.
    history: Vec<Value>,
    /// Whether something was taken back: what was decided on top of it may then meet nothing.
    took_back: bool,
}

impl Person {
    fn new(bytes: Vec<u8>) -> Self {
        let keep = tempfile::tempdir().unwrap();
        let page = Self::started(&keep);
        assert_eq!(page.upload("renja.xlsx", &bytes).status, 200);
        let (decided, words, history) = (Vec::new(), Vec::new(), Vec::new());
        Self { page, keep, bytes, decided, words, history, took_back: false }
    }

    fn started(keep: &tempfile::TempDir) -> Served {
        Served::new(&["--keep", keep.path().to_str().unwrap()])
    }

    fn file(&self) -> Value {
        self.page.get("/api/files")["files"][0].clone()
    }

    fn model(&self) -> Value {
        self.page.get("/api/files/1/model")
    }

    fn held(&self) -> Vec<Value> {
        self.file()["decisions"].as_array().unwrap().clone()
    }

    /// Makes a change; one that the page refuses changes nothing. Says whether it was made.
    fn change(&mut self, change: Value) -> bool {
        let (before, tables) = (self.held(), self.model()["tables"].clone());
        let answer = self.page.change(1, change);
        if answer.status != 200 {
            assert_eq!(answer.status, 422, "{}", String::from_utf8_lossy(&answer.body));
            assert_eq!(self.held(), before);
            assert_eq!(self.model()["tables"], tables);
            return false;
        }
        self.decided = self.held();
        true
    }

    /// Decides about a question or a repair, and keeps in mind what must stand in its cell.
    fn decide(&mut self, thing: &Value, word: &Value) {
        let seen = self.model();
        let id = thing["id"].as_str().unwrap().to_owned();
        let before: Vec<Value> = self.decided.iter().filter(|held| held["id"] == id).cloned().collect();
        if !self.change(json!({"put": [{"id": id, "keputusan": word}]})) {
            return;
        }
        self.history.push(json!({"id": id, "before": before}));
        let held = self.decided.iter().filter(|held| held["id"] == id).collect::<Vec<_>>();
        assert_eq!(held.len(), 1, "{id} is held once: {held:?}");
        if let Some(cell) = place(&seen, thing).filter(|_| thing["moves"].is_null()) {
            let text = match word.as_str().unwrap() {
                "biarkan" => text_at(&seen, &cell).unwrap(),
                "tolak" => held[0]["before"].as_str().unwrap().to_owned(),
                _ => held[0]["keputusan"].as_str().unwrap().to_owned(),
            };
            self.words.retain(|word| word.id != id);
            self.words.push(Word { id, cell, text });
        }
        self.stands(&self.model());
    }

    /// Takes decisions back; with what they took the place of where a step is undone.
    fn take_back(&mut self, drop: &[Value], put: &[Value]) {
        self.took_back |= !drop.is_empty();
        assert!(self.change(json!({"drop": drop, "put": put})), "{drop:?} {put:?}");
        for gone in drop.iter().filter(|gone| put.iter().all(|back| back["id"] != gone["id"])) {
            assert!(self.decided.iter().all(|held| held["id"] != gone["id"]), "{gone} is taken back");
        }
        self.words.retain(|word| drop.iter().all(|gone| gone["id"] != *word.id));
        self.stands(&self.model());
    }

    /// In every cell of which something was said stands what was said of it last, unless that was taken back.
    fn stands(&self, model: &Value) {
        let followed: Vec<&str> = model["decided"]
            .as_array()
            .unwrap()
            .iter()
            .map(|shown| shown["decision"]["id"].as_str().unwrap_or_default())
            .collect();
        for (index, word) in self.words.iter().enumerate() {
            if self.words[index + 1..].iter().any(|later| later.cell == word.cell) {
                continue;
            }
            let is_followed = followed.contains(&word.id.as_str());
            assert!(is_followed || self.took_back, "{} about {:?} is not followed", word.id, word.cell);
            let text = text_at(model, &word.cell);
            assert!(
                !is_followed || text.as_ref() == Some(&word.text),
                "{} said {:?}: {text:?}",
                word.id,
                word.text
            );
        }
    }

    fn step(&mut self, chance: &mut Chance) {
        let model = self.model();
        let list = |key: &str| model[key].as_array().unwrap().clone();
        let pick = |list: &[Value], chance: &mut Chance| list.get(chance.below(list.len())).cloned();
        let questions = list("questions");
        match chance.below(11) {
            0..=3 => {
                let Some(question) = pick(&questions, chance) else { return };
                let answers = question["answers"].as_array().unwrap();
                let word = pick(answers, chance).map_or(json!("biarkan"), |answer| answer[0].clone());
                self.decide(&question, &word);
            }
            4 => {
                let Some(question) = pick(&questions, chance) else { return };
                self.decide(&question, &json!("biarkan"));
            }
            5 => {
                let Some(repair) = pick(&list("repairs"), chance) else { return };
                if repair["proofs"].as_array().unwrap().iter().all(|proof| proof["kind"] != "person") {
                    self.decide(&repair, &json!("tolak"));
                }
            }
            6 => {
                let Some(repair) = pick(&list("repairs"), chance) else { return };
                assert!(self.change(json!({"accept": [repair["id"]]})));
                assert_eq!(self.model()["tables"], model["tables"], "what is found right changes nothing");
            }
            7 => {
                let Some(gone) = pick(&self.decided, chance) else { return };
                self.history.clear();
                self.take_back(&[gone], &[]);
            }
            8 => {
                let Some(made) = self.history.pop() else { return };
                let drop: Vec<Value> =
                    self.decided.iter().filter(|held| held["id"] == made["id"]).cloned().collect();
                self.take_back(&drop, made["before"].as_array().unwrap());
            }
            9 => self.second_tab(&questions, chance),
            _ => self.another_day(chance),
        }
    }

    /// A change on an older version is refused, and made on the newest one.
    fn second_tab(&mut self, questions: &[Value], chance: &mut Chance) {
        let version = self.file()["version"].clone();
        assert!(self.change(json!({"accept": []})));
        let Some(question) = questions.get(chance.below(questions.len())) else { return };
        let put = json!({"version": version, "put": [{"id": question["id"], "keputusan": "biarkan"}]});
        let stale = self.page.ask("POST", "/api/files/1/decisions", &[], put.to_string().as_bytes());
        assert_eq!(stale.status, 409);
        self.decide(question, &json!("biarkan"));
    }

    /// A crash, or decisions that are saved, taken back and loaded: everything is as it was before.
    fn another_day(&mut self, chance: &mut Chance) {
        let (file, model) = (self.file(), self.model());
        if chance.below(2) == 0 {
            std::mem::replace(&mut self.page, Self::started(&self.keep)).kill();
            assert_eq!(self.page.upload("renja.xlsx", &self.bytes).status, 200);
        } else if !self.decided.is_empty() && !self.took_back {
            let saved = self.page.ask("GET", "/api/files/1/download?what=decisions", &[], b"").body;
            self.change(json!({"drop": self.decided}));
            let loaded = self.page.ask("POST", "/api/files/1/load", &[], &saved);
            assert_eq!(loaded.status, 200, "{}", String::from_utf8_lossy(&loaded.body));
        }
        self.decided = self.held();
        let now = self.file();
        assert_eq!((&now["decisions"], &now["accepted"]), (&file["decisions"], &file["accepted"]));
        let after = self.model();
        assert_eq!(after["tables"], model["tables"], "{:#?}", self.decided);
        assert_eq!(after["decided"], model["decided"]);
        self.stands(&after);
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
        // Every cell that the page shows was saved as it shows it.
        let drawn = self.model();
        for (table, shown) in drawn["tables"].as_array().unwrap().iter().enumerate() {
            for (row, shown_row) in shown["rows"].as_array().unwrap().iter().enumerate() {
                let saved = &model["tables"][table]["rows"][row];
                for (column, cell) in
                    shown["columns"].as_array().unwrap().iter().zip(shown_row["cells"].as_array().unwrap())
                {
                    let id = column["id"].as_str().unwrap();
                    let stands = if column["role"] == "code" && !saved["code"].is_null() {
                        &saved["code"]
                    } else {
                        &saved["cells"][id]["text"]
                    };
                    let (stands, cell) =
                        (stands.as_str().unwrap_or_default(), cell[0].as_str().unwrap_or_default());
                    assert_eq!(stands, cell, "{} {row} {id}: {:#?}", shown["id"], self.decided);
                }
            }
        }
    }
}

/// The cell that a question or a repair is about; none where it is about no cell that the page draws.
fn place(model: &Value, thing: &Value) -> Option<Place> {
    let index = |key: &str| thing[key].as_u64().map(|index| usize::try_from(index).unwrap());
    let table = &model["tables"][index("table")?];
    let column = &table["columns"][index("position")?]["id"];
    let rows = &table["rows"][index("row")?]["source_rows"];
    let is_drawn = thing["column"] == *column;
    is_drawn.then(|| (table["id"].clone(), rows.clone(), column.as_str().unwrap().to_owned()))
}

/// What the page shows in a cell.
fn text_at(model: &Value, (table, rows, column): &Place) -> Option<String> {
    let table = model["tables"].as_array().unwrap().iter().find(|found| found["id"] == *table)?;
    let position = table["columns"].as_array().unwrap().iter().position(|found| found["id"] == *column)?;
    let row = table["rows"].as_array().unwrap().iter().find(|row| row["source_rows"] == *rows)?;
    Some(row["cells"][position][0].as_str().unwrap_or_default().to_owned())
}

/// A repair is refused, and of what is printed there it is said that it is meant so: neither a later change nor another
/// day brings the repair back.
#[test]
fn what_is_printed_stays_where_its_repair_was_refused() {
    let mut person = Person::new(support::asking::plan());
    let mut tried = 0;
    for repair in person.model()["repairs"].as_array().unwrap() {
        if !repair["moves"].is_null() {
            continue;
        }
        person.decide(repair, &json!("tolak"));
        let model = person.model();
        let cell = place(&model, repair).unwrap();
        let asked = model["questions"]
            .as_array()
            .unwrap()
            .iter()
            .find(|one| place(&model, one).as_ref() == Some(&cell));
        person.decide(asked.unwrap(), &json!("biarkan"));
        assert!(person.change(json!({"accept": []})));
        person.stands(&person.model());
        tried += 1;
    }
    std::mem::replace(&mut person.page, Person::started(&person.keep)).kill();
    assert_eq!(person.page.upload("renja.xlsx", &person.bytes).status, 200);
    person.stands(&person.model());
    person.check();
    assert!(tried > 2, "the plan repairs too little");
}

/// In this sequence a value is given, then it is said of the same cell that a sum that does not hold is meant so.
const BESIDE_A_VALUE: u64 = 99;

/// One person's sequence; how many decisions it ends with.
fn sequence(number: u64, plan: &[u8]) -> usize {
    let mut chance = Chance(number + 1);
    let mut person = Person::new(plan.to_vec());
    for _ in 0..6 + chance.below(8) {
        person.step(&mut chance);
    }
    person.check();
    person.decided.len()
}

#[test]
fn whatever_is_decided_is_what_is_saved() {
    let count =
        std::env::var("RAPIKAN_SEQUENCES").ok().and_then(|count| count.parse::<u32>().ok()).unwrap_or(4);
    let plan = support::asking::plan();
    let ended: Vec<(u64, Option<usize>)> = (0..u64::from(count))
        .chain([BESIDE_A_VALUE])
        .map(|number| (number, catch_unwind(|| sequence(number, &plan)).ok()))
        .collect();
    let failed: Vec<u64> =
        ended.iter().filter(|(_, held)| held.is_none()).map(|(number, _)| *number).collect();
    assert!(failed.is_empty(), "{} of {} sequences fail: {failed:?}", failed.len(), ended.len());
    assert!(ended.iter().any(|(_, held)| *held > Some(1)), "nothing was decided");
}
