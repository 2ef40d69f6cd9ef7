use serde_json::Value;

use super::*;
use crate::write::sample;

fn parsed(language: Language) -> Value {
    serde_json::from_str(&model(&sample::document(), language)).unwrap()
}

#[test]
fn the_keys_stand_in_the_order_of_the_contract() {
    let value = parsed(Language::English);
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>().join(" ");
    assert_eq!(keys(&value), "schema source document tables repairs findings causes decisions conservation");
    assert_eq!(keys(&value["tables"][0]), "id form layout sheet range titles unit columns rows");
    assert_eq!(keys(&value["repairs"][0]), "id rule grade table row column source before after proofs");
    let finding = "rule severity table row column source message expected found id";
    assert_eq!(keys(&value["findings"][0]), finding.to_owned() + " candidates may_stay cause");
    assert_eq!(keys(&value["findings"][1]), finding.to_owned() + " may_stay cause");
}

#[test]
fn a_cell_says_what_it_is_and_where_it_stands() {
    let value = parsed(Language::English);
    let row = &value["tables"][0]["rows"][4];
    assert_eq!(row["code"], "2.13.01.2.02.01");
    assert_eq!(row["cells"]["pagu"]["number"], "3041815466");
    assert_eq!(row["cells"]["pagu"]["status"], "proven");
    assert_eq!(row["cells"]["pagu"]["source"], "N13");
    assert_eq!(row["cells"]["uraian"]["official"], true);
    assert_eq!(
        row["cells"]["target_keluaran"]["items"][1],
        serde_json::json!({"number": "26", "unit": "Orang"})
    );
    assert!(row["cells"].get("kode").is_none());
    assert!(row["cells"].get("catatan").is_none(), "an empty cell is left out");
}

#[test]
fn an_open_cell_lists_its_candidates_and_its_sources() {
    let value = parsed(Language::English);
    let cell = &value["tables"][0]["rows"][5]["cells"]["target_hasil"];
    assert_eq!(cell["status"], "unresolved");
    assert_eq!(cell["candidates"], serde_json::json!(["90 %", "100 %"]));
    assert_eq!(cell["source"], "M14");
    assert_eq!(cell["sources"], serde_json::json!(["M14", "Sambungan!C2"]));
}

#[test]
fn messages_are_in_the_language_asked_for() {
    assert_eq!(parsed(Language::Indonesian)["findings"][0]["message"], "Dua nilai tercetak bertumpuk.");
    assert_eq!(
        parsed(Language::English)["findings"][0]["message"],
        "Two values are printed over each other."
    );
}

#[test]
fn equal_documents_give_equal_bytes() {
    let (first, second) = (sample::document(), sample::document());
    assert_eq!(model(&first, Language::Indonesian), model(&second, Language::Indonesian));
}
