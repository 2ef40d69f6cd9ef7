//! `rapikan.toml`: the habits of an office, beside its files.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "helpers of tests")]

use crate::support;

use serde_json::Value;
use support::desk::Desk;
use support::samples;

#[test]
fn the_habits_of_an_office_stand_beside_its_files() {
    let desk = Desk::new();
    desk.put("in/renja.xlsx", &samples::clean());
    desk.put("in/rapikan.toml", b"\xef\xbb\xbf# kebiasaan\nlayout = \"sipd-ri\"\ngrade = \"a\"\n");
    let layout = |arguments: &[&str], out: &str| {
        let ran = desk.run(&[&["convert"], arguments, &["-o", out]].concat());
        assert_eq!(ran.code, 0, "{}", ran.err);
        let told = ran.err.contains("Menurut in/rapikan.toml: layout = sipd-ri");
        let file =
            desk.files().into_keys().find(|name| name.starts_with(out) && name.ends_with("renja.xlsx"));
        let again = desk.run(&["convert", &file.unwrap(), "-o", &format!("{out}.json")]);
        assert_eq!(again.code, 0, "{}", again.err);
        let model: Value = serde_json::from_slice(&desk.files()[&format!("{out}.json")]).unwrap();
        (model["tables"][0]["layout"].as_str().unwrap().to_owned(), told)
    };
    let asis = layout(&["in/renja.xlsx", "--no-config"], "plain");
    assert!(!asis.1 && asis.0 != "sipd-ri");
    assert_eq!(layout(&["in/renja.xlsx"], "a"), ("sipd-ri".to_owned(), true));
    assert_eq!(
        layout(&["in"], "b"),
        ("sipd-ri".to_owned(), true),
        "a folder's own file is beside what is in it"
    );
    assert_eq!(
        layout(&["in/renja.xlsx", "--layout", "permendagri"], "c").0,
        "permendagri",
        "what is typed wins"
    );
}

#[test]
fn habits_in_a_folder_below_are_told_where_they_are_not_followed() {
    let desk = Desk::with_clean();
    let bytes = std::fs::read(desk.path("renja.xlsx")).unwrap();
    desk.put("in/a.xlsx", &bytes);
    desk.put("in/rapikan.toml", b"paper = \"a3\"\n");
    desk.put("in/bidang/b.xlsx", &bytes);
    desk.put("in/bidang/rapikan.toml", b"paper = \"f4\"\n");
    let ran = desk.run(&["convert", "in", "-o", "out", "--lang", "en"]);
    assert!(ran.code <= 1, "{}", ran.err);
    let told: Vec<&str> = ran.err.lines().filter(|line| line.contains("rapikan.toml")).collect();
    assert_eq!(told.len(), 2, "{}", ran.err);
    assert!(told.iter().any(|line| line.starts_with("As in/rapikan.toml says: paper = a3")), "{told:?}");
    let below = format!(
        "in/bidang{}rapikan.toml: habits in a folder below are not followed",
        std::path::MAIN_SEPARATOR
    );
    assert!(told.iter().any(|line| line.starts_with(&below)), "{told:?}");
}

#[test]
fn unknown_habits_are_told_with_what_is_known() {
    let desk = Desk::with_clean();
    for (text, indonesian, english) in [
        ("layuot = \"sipd\"", "“layuot” tidak dikenal", "perhaps layout is meant"),
        (
            "warna = 1",
            "mungkin maksudnya layout, paper, names, grade",
            "perhaps layout, paper, names, grade is meant",
        ),
        ("paper = \"legal\"", "yang diterima: auto, f4, a3, a4", "allowed: auto, f4, a3, a4"),
        ("paper = 4", "paper tidak dapat bernilai \"4\"", "paper cannot be \"4\""),
        ("layout sipd", "bukan TOML", "no TOML"),
    ] {
        desk.put("rapikan.toml", text.as_bytes());
        for (language, words) in [("id", indonesian), ("en", english)] {
            let ran = desk.run(&["check", "renja.xlsx", "--lang", language]);
            assert_eq!(ran.code, 2, "{text}: {}", ran.err);
            assert!(ran.err.contains(words), "{words}: {}", ran.err);
            assert!(ran.err.contains("--no-config"));
        }
    }
    desk.put("lain/renja.xlsx", &samples::clean());
    desk.put("rapikan.toml", b"paper = \"a3\"");
    let ran = desk.run(&["check", "renja.xlsx", "lain/renja.xlsx"]);
    assert_eq!(ran.code, 2, "one run follows one file: {}", ran.err);
}
