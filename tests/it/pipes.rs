//! The program among others: standard streams, a dry run, findings for programs.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "helpers of tests")]

use crate::support;

use std::process::Output;

use serde_json::Value;
use support::desk::Desk;
use support::samples;

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn a_workbook_goes_through_pipes_as_it_goes_through_files() {
    let desk = Desk::with_clean();
    let read = std::fs::read(desk.path("renja.xlsx")).unwrap();
    let piped = desk.fed(&read, &["convert", "-", "--to", "json"]);
    assert_eq!(piped.status.code(), Some(0), "{}", err(&piped));
    let model: Value = serde_json::from_slice(&piped.stdout).unwrap();
    assert_eq!(model["source"]["file"], "stdin");
    assert_eq!(desk.run(&["convert", "renja.xlsx", "-o", "out", "--to", "json"]).code, 0);
    let filed: Value = serde_json::from_slice(&desk.files()["out/renja.json"]).unwrap();
    assert_eq!(model["tables"], filed["tables"]);
    assert_eq!(desk.names(), ["out/renja.json", "renja.xlsx"], "a pipe leaves nothing");

    let workbook = desk.fed(&[], &["convert", "renja.xlsx", "-o", "-"]);
    assert_eq!(&workbook.stdout[..2], b"PK");
    let again = desk.fed(&workbook.stdout, &["check", "-"]);
    assert_eq!(again.status.code(), Some(0));
    assert!(err(&again).starts_with("stdin: 1 tabel, "), "{}", err(&again));
    assert!(
        !err(&workbook).contains('→'),
        "the file behind the pipe is nobody's business: {}",
        err(&workbook)
    );
    let audit = desk.fed(&piped.stdout, &["verify", "-"]);
    assert_eq!(audit.status.code(), Some(0), "{}", err(&audit));
    assert_eq!(desk.fed(&read, &["diff", "renja.xlsx", "-"]).status.code(), Some(0));
}

#[test]
fn standard_input_is_one_file_and_read_once() {
    let desk = Desk::with_clean();
    let refused = |arguments: &[&str], words: &str| {
        let ran = desk.fed(b"x", arguments);
        assert_eq!(ran.status.code(), Some(2), "{arguments:?}");
        assert!(err(&ran).contains(words), "{}", err(&ran));
    };
    refused(&["diff", "-", "-"], "hanya dapat dibaca sekali");
    refused(&["convert", "-", "renja.xlsx"], "tidak bernama");
    refused(&["convert", "renja.xlsx", "-o", "-", "--to", "xlsx,json"], "-o - menyebut satu berkas");
    let large = desk.fed(&[b'x'; 3000], &["check", "-", "--max-size", "2K"]);
    assert_eq!(large.status.code(), Some(3), "{}", err(&large));
    let nothing = desk.fed(b"", &["convert", "-"]);
    assert_eq!((nothing.status.code(), nothing.stdout.len()), (Some(3), 0));
    assert!(err(&nothing).starts_with("stdin: "), "{}", err(&nothing));
}

#[cfg(target_os = "linux")]
#[test]
fn what_standard_output_does_not_take_is_no_success() {
    let desk = Desk::with_clean();
    let full = |arguments: &str| {
        let program = assert_cmd::cargo::cargo_bin("rapikan");
        let line = format!("{} {arguments} >/dev/full", program.display());
        let mut shell = std::process::Command::new("sh");
        shell.args(["-c", &line]).current_dir(desk.path(".")).output().unwrap().status.code()
    };
    for arguments in
        ["convert renja.xlsx -o -", "check --json renja.xlsx", "check --format sarif renja.xlsx", "help"]
    {
        assert_eq!(full(arguments), Some(4), "{arguments}");
    }
}

#[test]
fn a_dry_run_tells_what_would_be_written_and_writes_nothing() {
    let desk = Desk::new();
    desk.put("in/a.xlsx", &samples::clean());
    desk.put("in/b.xlsx", &samples::contradicting());
    desk.put("out/a.json", b"of somebody");
    let before = desk.files();
    let ran = desk.run(&["convert", "in", "-o", "out", "--to", "xlsx,csv", "--dry-run"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    let told: Vec<&str> = ran.err.lines().filter_map(|line| line.trim().strip_prefix("→ ")).collect();
    assert!(told.iter().all(|line| line.ends_with(" (akan ditulis)")), "{told:?}");
    assert_eq!(desk.files(), before);
    let named = |line: &&str| line.trim_end_matches(" (akan ditulis)").replace('\\', "/");
    let mut planned: Vec<String> = told.iter().map(named).collect();
    planned.sort();
    assert_eq!(desk.run(&["convert", "in", "-o", "out", "--to", "xlsx,csv"]).code, 1);
    let is_new = |name: &String| !before.contains_key(name) && !name.contains(".rapikan");
    let written: Vec<String> = desk.names().into_iter().filter(is_new).collect();
    assert_eq!(planned, written);
    let refused = desk.run(&["convert", "in/a.xlsx", "-o", "out", "--to", "json", "--dry-run"]);
    assert_eq!(refused.code, 4, "what stands in the way is told before anything is written");
}

#[test]
fn options_that_exclude_each_other_are_both_named() {
    let desk = Desk::with_clean();
    for (options, both) in [
        (["--no-audit", "--audit-file"], "--audit-file dan --no-audit"),
        (["--audit-file", "--no-audit"], "--audit-file dan --no-audit"),
    ] {
        let ran = desk.run(&[&["convert", "renja.xlsx"][..], &options].concat());
        assert_eq!(ran.code, 2);
        let [one, other] = options;
        let named = [format!("{one} dan {other} tidak"), both.to_owned()];
        assert!(named.iter().any(|text| ran.err.contains(text)), "{}", ran.err);
    }
    let twice = desk.run(&["convert", "renja.xlsx", "--no-audit", "--no-audit"]);
    assert!(twice.code == 2 && twice.err.contains("--no-audit disebut lebih dari sekali"), "{}", twice.err);
}

#[test]
fn findings_are_told_to_programs_with_their_cells() {
    let desk = Desk::with_clean();
    desk.put("open.xlsx", &samples::contradicting());
    desk.put("leer.xlsx", b"");
    let files = ["renja.xlsx", "open.xlsx", "leer.xlsx"];
    let ran = desk.run(&[&["check", "--json"], &files[..]].concat());
    assert_eq!(ran.code, 3);
    let objects: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let states: Vec<&str> = objects.iter().map(|object| object["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["ready", "to-check", "unreadable"]);
    let open: Vec<&Value> =
        objects[1]["findings"].as_array().unwrap().iter().filter(|one| one["severity"] != "note").collect();
    assert!(!open.is_empty() && open.iter().all(|one| one["source"].as_str().unwrap().contains('!')));
    assert_eq!(ran.err.lines().count(), 1, "only the failure is told to a person, too: {}", ran.err);

    let github = desk.run(&[&["check", "--format", "github"], &files[..]].concat());
    assert!(
        github.out.lines().any(|line| line.starts_with("::error file=open.xlsx,line=")),
        "{}",
        github.out
    );
    let sarif = desk.run(&[&["check", "--format", "sarif"], &files[..]].concat());
    let log: Value = serde_json::from_str(&sarif.out).unwrap();
    assert!(log["runs"][0]["results"].as_array().unwrap().len() >= open.len());
}

#[test]
fn a_slip_in_an_option_is_asked_about_and_colours_are_refused_everywhere() {
    let desk = Desk::with_clean();
    for arguments in [&["check", "renja.xlsx", "--jsno"][..], &["merge", "renja.xlsx", "--layuot", "sipd"]] {
        let ran = desk.run(arguments);
        assert_eq!(ran.code, 2);
        assert!(ran.err.contains("Maksud Anda --"), "{}", ran.err);
    }
    let wrong = desk.run(&["diff", "renja.xlsx", "renja.xlsx", "--color", "merah"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("auto, always, never"), "{}", wrong.err);
    desk.put("open.xlsx", &samples::contradicting());
    let coloured = |choice: &str| desk.run(&["check", "open.xlsx", "--color", choice]).err.contains('\u{1b}');
    assert!(coloured("always") && !coloured("never") && !coloured("auto"));
}

#[test]
fn a_template_follows_from_a_plan_with_its_year_and_keeps_every_code() {
    let desk = Desk::with_clean();
    for (form, year) in [("T-C.29", 2025), ("T-C.33", 2025), ("E.81", 2024)] {
        let ran = desk.run(&["template", form, "--from", "renja.xlsx", "-o", "t.xlsx", "--force"]);
        assert_eq!(ran.code, 0, "{form}: {}", ran.err);
        let ran = desk.run(&["convert", "t.xlsx", "-o", "t.json", "--force"]);
        let model: Value = serde_json::from_slice(&desk.files()["t.json"]).unwrap();
        assert_eq!(model["document"]["year"], year, "{form}");
        let rows = model["tables"][0]["rows"].as_array().unwrap();
        let uncoded = rows.iter().filter(|row| row["code"].is_null() && row["level"] != "jumlah").count();
        assert!(rows.len() >= 16 && uncoded == 0, "{form}: {}", ran.err);
    }
    let both = desk.run(&["template", "T-C.29", "E.81", "--from", "renja.xlsx", "-o", "t.xlsx", "--force"]);
    assert_eq!(both.code, 2);
    assert!(both.err.contains("T-C.29 dibuat untuk tahun 2025 dan E.81 untuk tahun 2024"), "{}", both.err);
    let unsaid = desk.run(&["template", "T-C.33", "-o", "u.xlsx"]);
    assert_eq!(unsaid.code, 2, "{}", unsaid.err);
}

#[test]
fn no_text_of_the_list_for_sipd_is_a_formula() {
    let desk = Desk::new();
    let rows = "\
7.01;KECAMATAN;;;;150.000.000;;;;
7.01.06;PROGRAM PEMBINAAN DAN PENGAWASAN PEMERINTAHAN DESA;;;;150.000.000;;;;
7.01.06.2.01;Fasilitasi, Rekomendasi dan Koordinasi Pembinaan dan Pengawasan Pemerintahan Desa;;;;150.000.000;;;;
7.01.06.2.01.0001;Fasilitasi Penyusunan Peraturan Desa dan Peraturan Kepala Desa;'=HYPERLINK(1);@Agam;10 Dokumen;150.000.000;PAD;;;
";
    desk.put("renja.csv", format!(
        "\
Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2026 dan Prakiraan Maju Tahun 2027
Kabupaten Agam
Kode;Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan;Indikator Kinerja Program/Kegiatan;Lokasi;Target Capaian Kinerja;Kebutuhan Dana/Pagu Indikatif;Sumber Dana;Catatan Penting;Target Capaian Kinerja;Kebutuhan Dana/Pagu Indikatif
1;2;3;4;5;6;7;8;9;10
{rows}"
    ).as_bytes());
    let ran = desk.run(&["convert", "renja.csv", "-o", "out", "--to", "sipd-csv"]);
    assert!(ran.code <= 1, "{}", ran.err);
    let list = String::from_utf8(desk.files()["out/renja-sipd.csv"].clone()).unwrap();
    assert!(list.contains("'=HYPERLINK(1)") && list.contains("'@Agam"), "{list}");
    assert!(list.contains("150000000"), "an amount stays a number: {list}");
}

#[test]
fn a_dash_that_is_no_file_is_left_alone_and_help_waits_for_nothing() {
    let desk = Desk::with_clean();
    let office =
        desk.fed(b"not read", &["template", "T-C.33", "--year", "2026", "--opd", "-", "-o", "t.xlsx"]);
    assert_eq!(office.status.code(), Some(0), "{}", err(&office));
    let read = desk.run(&["convert", "t.xlsx", "-o", "t.json"]);
    assert!(read.code <= 1, "{}", read.err);
    let model: Value = serde_json::from_slice(&desk.files()["t.json"]).unwrap();
    assert!(model["document"]["opd"].as_str().is_none_or(|office| office == "-"), "{}", model["document"]);
    let quiet = desk.fed(&[], &["convert", "renja.xlsx", "-qo", "-", "--to", "json"]);
    assert_eq!(quiet.status.code(), Some(0), "{}", err(&quiet));
    assert!(serde_json::from_slice::<Value>(&quiet.stdout).is_ok());
}

#[test]
fn a_pattern_is_as_many_files_as_it_matches() {
    let desk = Desk::with_clean();
    desk.put("lain.xlsx", &desk.files()["renja.xlsx"].clone());
    for out in ["-", "satu.json"] {
        let ran = desk.run(&["convert", "*.xlsx", "-o", out, "--to", "json", "--force"]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{out}: {}", ran.err);
        assert!(!desk.path("satu.json").exists());
    }
}

/// What stands in a batch beside standard input is written as it is without it.
#[test]
fn an_output_does_not_depend_on_the_inputs_beside_it() {
    let desk = Desk::with_clean();
    let stream = desk.files()["renja.xlsx"].clone();
    desk.put("lain.xlsx", &std::fs::read("samples/resmi-10-kolom.xlsx").unwrap());
    for (folder, inputs) in [("a", ["-", "lain.xlsx"]), ("b", ["lain.xlsx", "-"])] {
        let ran = desk.fed(&stream, &["convert", inputs[0], inputs[1], "-o", folder, "-j", "1"]);
        assert!(ran.status.code() <= Some(1), "{}", err(&ran));
    }
    let files = desk.files();
    assert_eq!(files["a/lain.xlsx"], files["b/lain.xlsx"]);
}

#[test]
fn a_dry_run_tells_that_an_edited_result_would_be_kept() {
    let desk = Desk::with_clean();
    let out = ["convert", "renja.xlsx", "-o", "hasil.xlsx", "--force", "--lang", "en"];
    assert_eq!(desk.run(&out).code, 0);
    let edited = support::containers::saved_anew(&desk.files()["hasil.xlsx"]);
    desk.put("hasil.xlsx", &edited);
    let before = desk.files();
    let dry = desk.run(&[&out[..], &["--dry-run"]].concat());
    assert!(dry.err.contains("would not be replaced"), "{}", dry.err);
    assert_eq!(desk.files(), before);
    let real = desk.run(&out);
    assert!(real.err.contains("is not replaced"), "{}", real.err);
}
