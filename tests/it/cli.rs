//! The program from outside: exit codes, streams, files, and a sentence for everything that goes wrong.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "helpers of tests")]

use crate::support;

use std::fs;

use support::desk::Desk;
use support::samples;

#[test]
fn a_clean_workbook_leaves_nothing_to_decide() {
    let desk = Desk::with_clean();
    let before = desk.files();
    let ran = desk.run(&["convert", "renja.xlsx", "-o", "out", "--to", "xlsx,json,csv"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
    assert_eq!(desk.names(), ["out/renja-T-C.33-1.csv", "out/renja.json", "out/renja.xlsx", "renja.xlsx"]);
    assert_eq!(desk.files()["renja.xlsx"], before["renja.xlsx"], "an input is never written to");
    assert!(ran.err.contains("renja.xlsx: 1 tabel, tidak ada yang perlu diputuskan"));
    assert!(ran.err.contains("T-C.33#1  17 baris, perbaikan 0 A + 0 B, 0 perlu diputuskan"));
    assert!(ran.err.contains("Σ Rencana Tahun 2024 › Kebutuhan Dana/Pagu Indikatif: terbaca 2.817.177.212, ditulis 2.817.177.212 (baris sub kegiatan)"));
    assert!(ran.err.contains("→ out/renja.json"));
}

#[test]
fn english_says_the_same() {
    let desk = Desk::with_clean();
    let ran = desk.run_in("en_GB.UTF-8", &["check", "renja.xlsx"]);
    assert_eq!(ran.code, 0);
    assert!(ran.err.contains("1 table, nothing left to decide"), "{}", ran.err);
    assert!(ran.err.contains("17 rows, repairs 0 A + 0 B, 0 to decide"));
    assert!(ran.err.contains("Σ Rencana Tahun 2024 › Kebutuhan Dana/Pagu Indikatif: read 2,817,177,212, written 2,817,177,212 (sub kegiatan rows)"));
}

#[test]
fn without_a_command_results_go_beside_the_first_input() {
    let desk = Desk::new();
    desk.put("in/renja.xlsx", &samples::clean());
    assert_eq!(desk.run(&["in/renja.xlsx"]).code, 0);
    assert_eq!(desk.names(), ["in/hasil/renja.xlsx", "in/renja.xlsx"]);
}

#[test]
fn check_writes_nothing() {
    let desk = Desk::with_clean();
    assert_eq!(desk.run(&["check", "renja.xlsx"]).code, 0);
    assert_eq!(desk.names(), ["renja.xlsx"]);
}

#[test]
fn findings_left_are_told_by_the_exit_code() {
    let desk = Desk::with_clean();
    desk.put("open.xlsx", &samples::contradicting());
    let ran = desk.run(&["check", "renja.xlsx", "open.xlsx"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.err.contains("open.xlsx: 1 tabel, ") && ran.err.contains(" perlu diputuskan"), "{}", ran.err);
}

#[test]
fn an_output_is_not_overwritten_without_force() {
    let desk = Desk::with_clean();
    for name in ["renja.xlsx", "renja.json", "renja-T-C.33-1.csv"] {
        desk.put(&format!("out/{name}"), b"precious");
        let format = name.rsplit('.').next().unwrap();
        let arguments = ["convert", "renja.xlsx", "-o", "out", "--to", format];
        desk.says(
            &arguments,
            4,
            &["renja.xlsx: ", name, "sudah ada", "--force"],
            &["exists already", "--force"],
        );
        assert_eq!(desk.files()[&format!("out/{name}")], b"precious");
        assert_eq!(desk.run(&[&arguments[..], &["--force"]].concat()).code, 0);
        assert_ne!(desk.files()[&format!("out/{name}")], b"precious");
    }
}

#[test]
fn an_output_never_takes_the_place_of_an_input() {
    let desk = Desk::with_clean();
    desk.put("other.json", &samples::clean());
    let before = desk.files();
    for arguments in [
        &["renja.xlsx", "-o", "."][..],
        &["renja.xlsx", "-o", "renja.xlsx"],
        &["renja.xlsx", "-o", "none/..", "--to", "xlsx"],
    ] {
        let ran = desk.run(&[&["convert", "--force"], arguments].concat());
        assert_eq!(ran.code, 4, "{arguments:?}: {}", ran.err);
        assert_eq!(desk.files(), before, "{arguments:?}");
        assert!(ran.err.contains("menimpa berkas masukan"), "{}", ran.err);
    }
    let ran = desk.run(&["convert", "renja.xlsx", "other.json", "-o", ".", "--to", "json", "--force"]);
    assert_eq!(ran.code, 4);
    assert!(ran.err.contains("other.json: hasilnya akan menimpa berkas masukan"), "{}", ran.err);
    assert_eq!(desk.files()["other.json"], before["other.json"]);
}

#[test]
fn out_may_be_a_file_for_one_input_and_one_format() {
    let desk = Desk::with_clean();
    assert_eq!(
        desk.run(&["convert", "renja.xlsx", "-o", "clean.json"]).code,
        0,
        "the ending says the format"
    );
    assert_eq!(desk.run(&["convert", "renja.xlsx", "-o", "new/clean.CSV", "--to", "csv"]).code, 0);
    assert_eq!(desk.names(), ["clean.json", "new/clean.CSV", "renja.xlsx"]);
    desk.put("b/renja.xlsx", &samples::clean());
    for arguments in [
        &["convert", "renja.xlsx", "-o", "a.xlsx", "--to", "json"][..],
        &["convert", "renja.xlsx", "-o", "a.xlsx", "--to", "xlsx,json"],
        &["convert", "renja.xlsx", "b/renja.xlsx", "-o", "a.xlsx"],
        &["convert", "b", "-o", "a.xlsx"],
    ] {
        let ran = desk.run(arguments);
        assert_eq!(ran.code, 2, "{}", ran.err);
        assert!(ran.err.contains("-o a.xlsx menyebut satu berkas"), "{}", ran.err);
    }
    let many = samples::samples().into_iter().find(|sample| sample.file.starts_with("semua")).unwrap();
    desk.put("many.xlsx", &many.bytes);
    let indonesian = ["many.xlsx: ", "4 tabel", "sebuah folder", "folder pada -o"];
    desk.says(
        &["convert", "many.xlsx", "-o", "many.csv"],
        4,
        &[indonesian[0], indonesian[1], indonesian[3]],
        &["many.xlsx: ", "4 tables", "folder to -o"],
    );
}

#[test]
fn a_folder_is_mirrored_and_what_is_no_input_is_counted() {
    let desk = Desk::new();
    desk.put("in/a/renja.xlsx", &samples::clean());
    desk.put("in/b/deep/renja 2024.v2.xlsx", &samples::clean());
    desk.put("in/~$renja.xlsx", b"lock");
    desk.put("in/notes.docx", b"no spreadsheet");
    desk.put("in/photo.jpg", b"no spreadsheet");
    let ran = desk.run(&["convert", "in", "-o", "in/out"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.err.contains("Dilewati: 1 berkas kunci atau tersembunyi, 2 berkas bukan spreadsheet."),
        "{}",
        ran.err
    );
    let names = desk.names();
    assert!(names.contains(&"in/out/a/renja.xlsx".to_owned()), "{names:?}");
    assert!(names.contains(&"in/out/b/deep/renja 2024.v2.xlsx".to_owned()), "{names:?}");
    let again = desk.run(&["check", "in", "--lang", "en"]);
    // Two workbooks and the report.
    assert!(again.err.contains("3 outputs of rapikan itself"), "{}", again.err);
    assert!(!again.err.contains("in/out/"), "{}", again.err);
}

#[test]
fn outputs_of_one_name_are_numbered_and_stop_nothing() {
    let desk = Desk::new();
    desk.put("in/Renja.xlsx", &samples::clean());
    desk.put("in/renja.xls", &samples::clean());
    desk.put("in/other.xlsx", &samples::clean());
    desk.put("in/Dinas: A?.xlsx", &samples::clean());
    let ran = desk.run(&["convert", "in", "-o", "out"]);
    assert!(ran.code == 0 && ran.err.contains("in/renja.xls: hasilnya bernama “renja (2)”"), "{}", ran.err);
    let names = desk.names();
    for name in ["Renja", "renja (2)", "other", "Dinas_ A_"] {
        assert!(names.contains(&format!("out/{name}.xlsx")), "{name}: {names:?}");
    }
    assert_eq!(desk.run(&["check", "in"]).code, 0, "nothing collides where nothing is written");
    assert_eq!(
        desk.run(&["convert", "in/other.xlsx", "in/other.xlsx", "-o", "once"]).code,
        0,
        "named twice is one"
    );
}

#[test]
fn our_own_workbook_may_be_named_and_stays_as_it_is() {
    let desk = Desk::with_clean();
    assert_eq!(desk.run(&["convert", "renja.xlsx", "-o", "one", "--to", "xlsx,csv"]).code, 0);
    let ran = desk.run(&["convert", "one/renja.xlsx", "-o", "two", "--to", "xlsx,csv"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("perbaikan 0 A + 0 B"), "{}", ran.err);
    let rows = |name: &str| -> Vec<String> {
        let text = String::from_utf8(desk.files()[name].clone()).unwrap();
        text.lines().map(|line| line.split_once(',').unwrap().1.to_owned()).collect()
    };
    assert_eq!(rows("one/renja-T-C.33-1.csv"), rows("two/renja-T-C.33-1.csv"));
}

#[test]
fn one_bad_file_stops_no_other_and_the_worst_counts() {
    let desk = Desk::new();
    desk.put("in/a.xlsx", b"");
    desk.put("in/b.xlsx", &samples::clean());
    desk.put("in/c.xlsx", &samples::without_tables());
    desk.put("out/d.xlsx", b"precious");
    assert_eq!(desk.run(&["convert", "in", "-o", "out"]).code, 3);
    assert!(desk.names().contains(&"out/b.xlsx".to_owned()));
    desk.put("in/d.xlsx", &samples::clean());
    let ran = desk.run(&["convert", "in", "-o", "out2", "--quiet"]);
    assert_eq!((ran.code, ran.err.lines().count()), (3, 2), "quiet tells failures only: {}", ran.err);
    assert_eq!(desk.run(&["convert", "in", "-o", "out"]).code, 4);
}

#[test]
fn results_come_in_order_and_alike_whatever_the_jobs() {
    let desk = Desk::new();
    for number in 0..6 {
        let bytes = if number == 3 { Vec::new() } else { samples::clean() };
        desk.put(&format!("in/{number}.xlsx"), &bytes);
    }
    let one = desk.run(&["convert", "in", "-o", "out", "--jobs", "1"]);
    let first = desk.files();
    let many = desk.run(&["convert", "in", "-o", "out", "--jobs", "4", "--force"]);
    assert_eq!((one.code, &one.err), (many.code, &many.err));
    assert_eq!(first, desk.files());
    let order: Vec<&str> =
        one.err.lines().filter(|line| line.starts_with("in/")).map(|line| &line[..4]).collect();
    assert_eq!(order, ["in/0", "in/1", "in/2", "in/3", "in/4", "in/5"]);
}

#[test]
fn options_reach_the_work() {
    let desk = Desk::with_clean();
    let torn = samples::samples().into_iter().find(|sample| sample.file.starts_with("resmi")).unwrap();
    desk.put("torn.xlsx", &torn.bytes);
    let model = |arguments: &[&str]| {
        desk.run(&[&["convert", "torn.xlsx", "-o", "m.json", "--force"], arguments].concat());
        fs::read_to_string(desk.path("m.json")).unwrap()
    };
    assert!(model(&[]).contains("\"official-name\""));
    assert!(!model(&["--names", "printed"]).contains("\"official-name\""));
    assert!(!model(&["--grade", "a"]).contains("\"grade\": \"B\""));
    let size = |arguments: &[&str]| {
        desk.run(&[&["convert", "torn.xlsx", "-o", "m.xlsx", "--force"], arguments].concat());
        fs::metadata(desk.path("m.xlsx")).unwrap().len()
    };
    assert!(size(&["--no-audit"]) < size(&[]));
    let ran = desk.run(&["check", "torn.xlsx", "--max-size", "1K", "--lang", "en"]);
    assert_eq!(ran.code, 3);
    assert!(ran.err.contains("more than the limit"), "{}", ran.err);
}

#[test]
fn help_is_on_stdout_in_both_languages() {
    let desk = Desk::new();
    let english = desk.run_in("en_US.UTF-8", &["--help"]);
    assert_eq!((english.code, english.err.as_str()), (0, ""));
    for part in ["Cleans messy Renja tables", "Usage:", "[OPTIONS]", "--force", "Exit codes: 0"] {
        assert!(english.out.contains(part), "{part}");
    }
    for arguments in
        [&["--help"][..], &["convert", "--help"], &["check", "-h"], &["--lang", "id", "check", "-h"]]
    {
        let ran = desk.run(arguments);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        for part in ["Pemakaian:", "[PILIHAN]", "Masukan:", "Bahasa pesan", "Kode keluar: 0"] {
            assert!(ran.out.contains(part), "{part}: {}", ran.out);
        }
        for word in ["Usage", "OPTIONS", "default", "possible values", "Print help"] {
            assert!(!ran.out.contains(word), "{word}");
        }
    }
    assert!(desk.run(&["check", "--lang", "en", "-h"]).out.contains("write nothing"));
    assert_eq!(desk.run(&["--version"]).out, concat!("rapikan ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn the_locale_chooses_the_language() {
    let desk = Desk::new();
    for (locale, part) in
        [("en_US.UTF-8", "was not found"), ("id_ID.UTF-8", "tidak ditemukan"), ("C", "tidak ditemukan")]
    {
        assert!(desk.run_in(locale, &["check", "no.xlsx"]).err.contains(part), "{locale}");
    }
}

#[test]
fn wrong_usage_is_told_in_both_languages() {
    let desk = Desk::with_clean();
    for (arguments, indonesian, english) in [
        (
            &["--frce", "renja.xlsx"][..],
            "--frce tidak dikenal. Maksud Anda --force?",
            "--frce is unknown. Did you mean --force?",
        ),
        (&["convert"], "belum disebutkan", "is missing"),
        (
            &["renja.xlsx", "--to", "pdf"],
            "tidak dapat bernilai \"pdf\"; yang diterima: xlsx, json, csv, sipd-csv",
            "cannot be \"pdf\"; allowed: xlsx, json, csv, sipd-csv",
        ),
        (
            &["renja.xlsx", "--to", "ods"],
            "Buka xlsx-nya di LibreOffice, lalu simpan sebagai ODS.",
            "Open the xlsx in LibreOffice and save it as ODS.",
        ),
        (&["renja.xlsx", "--jobs", "0"], "tidak dapat bernilai \"0\"", "cannot be \"0\""),
        (&["renja.xlsx", "--max-size", "big"], "yang diterima: 500K, 20M, 1G", "allowed: 500K, 20M, 1G"),
        (&["renja.xlsx", "--names", "x"], "yang diterima: official, printed", "allowed: official, printed"),
        (&["renja.xlsx", "-o"], "belum diberi nilai", "lacks its value"),
        (&["check", "renja.xlsx", "--force"], "--force tidak dikenal", "--force is unknown"),
        (&["renja.xlsx", "-q", "-q"], "lebih dari sekali", "more than once"),
        (&["--quiet", "check", "renja.xlsx"], "check adalah perintah", "check is a command"),
    ] {
        for (language, part) in [("id", indonesian), ("en", english)] {
            let ran = desk.run(&[&["--lang", language], arguments].concat());
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
            assert!(ran.err.contains(part), "{part:?} is not in {:?}", ran.err);
        }
    }
    assert_eq!(desk.run(&["check"]).code, 2);
    assert_eq!(desk.run(&["check", "renja.xlsx", "--lang", "fr"]).code, 2);
    assert_eq!(desk.names(), ["renja.xlsx"]);
}

#[test]
fn dropped_files_and_folders_go_beside_the_first() {
    let desk = Desk::new();
    desk.put("Rencana Kerja é/Renja Dinas 2026 (final).xlsx", &samples::clean());
    desk.put("lain/a.xlsx", &samples::clean());
    let ran = desk.run(&["Rencana Kerja é/Renja Dinas 2026 (final).xlsx", "lain"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let written: Vec<String> = desk.names().into_iter().filter(|name| name.contains("hasil/")).collect();
    let name = "Renja Dinas 2026 (final)";
    let records = [name, "a"].map(|stem| format!(".rapikan/{stem}.json"));
    let results =
        ["LAPORAN.json".to_owned(), "LAPORAN.xlsx".to_owned(), format!("{name}.xlsx"), "a.xlsx".to_owned()];
    let [first, second] = records;
    let records = [".rapikan/LAPORAN.json".to_owned(), first, second, ".rapikan/kunci".to_owned()];
    let wanted: Vec<String> = records.into_iter().chain(results).collect();
    let wanted: Vec<String> = wanted.iter().map(|name| format!("Rencana Kerja é/hasil/{name}")).collect();
    assert_eq!(written, wanted);
}

#[test]
fn a_place_that_cannot_be_written_gives_way_to_the_documents() {
    let desk = Desk::with_clean();
    desk.put("hasil", b"a file where the folder should be");
    desk.put("home/.config/user-dirs.dirs", b"XDG_DOCUMENTS_DIR=\"$HOME/Dokumen\"\n");
    desk.put("home/Dokumen/surat.txt", b"");
    let home = desk.path("home");
    for (language, said) in [("id", "tidak dapat ditulisi"), ("en", "cannot be written")] {
        let ran = desk.run_at_home(&home, &["renja.xlsx", "--lang", language, "--force"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert!(ran.err.contains(said) && ran.err.contains("home/Dokumen/hasil"), "{}", ran.err);
    }
    assert!(desk.names().contains(&"home/Dokumen/hasil/renja.xlsx".to_owned()));
    // What was chosen is never exchanged for another place.
    assert_eq!(desk.run_at_home(&home, &["renja.xlsx", "-o", "hasil/x"]).code, 4);
}

#[test]
fn a_path_of_any_length_is_written_to() {
    let desk = Desk::new();
    let folder = ["Rencana Kerja Perangkat Daerah Kabupaten Tanah Embun"; 6].join("/");
    desk.put(&format!("{folder}/renja.xlsx"), &samples::clean());
    assert!(folder.len() > 260);
    assert_eq!(desk.run(&[&format!("{folder}/renja.xlsx")]).code, 0);
    assert!(desk.names().contains(&format!("{folder}/hasil/renja.xlsx")));
}

#[test]
fn a_result_that_is_open_in_excel_stays_and_the_new_one_goes_beside() {
    let desk = Desk::with_clean();
    desk.put("hasil/renja.xlsx", b"open");
    desk.put("hasil/~$renja.xlsx", b"");
    for (language, said) in [("id", "terbuka di Excel"), ("en", "open in Excel")] {
        let ran = desk.run(&["renja.xlsx", "--lang", language, "--force"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert!(ran.err.contains(said) && ran.err.contains("hasil (2)"), "{}", ran.err);
    }
    assert_eq!(desk.files()["hasil/renja.xlsx"], b"open");
    assert!(desk.names().contains(&"hasil (2)/renja.xlsx".to_owned()));
}

#[test]
fn merge_takes_what_it_can_and_lists_what_it_cannot() {
    let desk = Desk::with_clean();
    desk.put("kiriman/open.xlsx", &samples::contradicting());
    desk.put("kiriman/anggota.xlsx", &samples::without_tables());
    desk.put("kiriman/rusak.xlsx", b"PK no zip");
    let ran = desk.run(&["merge", "renja.xlsx", "kiriman", "-o", "RKPD.xlsx"]);
    assert_eq!((ran.code, ran.out.as_str()), (3, ""), "{}", ran.err);
    assert!(
        ran.err.contains("kiriman/anggota.xlsx: tidak ada tabel Renja (T-C.29 sampai T-C.33)"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("kiriman/rusak.xlsx: "), "{}", ran.err);
    assert!(ran.err.contains("satu PD, dua berkas"), "{}", ran.err);
    assert!(ran.err.contains("→ RKPD.xlsx"), "{}", ran.err);
    let before = desk.files();
    let again = desk.run(&["merge", "kiriman", "renja.xlsx", "-o", "RKPD.xlsx"]);
    assert_eq!(again.code, 4, "{}", again.err);
    assert!(again.err.contains("sudah ada") && again.err.contains("--force"), "{}", again.err);
    assert_eq!(desk.run(&["merge", "kiriman", "renja.xlsx", "-o", "RKPD.xlsx", "--force"]).code, 3);
    assert_eq!(desk.files(), before, "the order of the files changes no byte");
    let check = desk.run(&["check", "RKPD.xlsx"]);
    assert!(check.err.contains("perbaikan 0 A + 0 B"), "{}", check.err);
    let english = desk.run(&["merge", "renja.xlsx", "kiriman", "--json", "--lang", "en"]);
    assert!(english.err.contains("one office, two files"), "{}", english.err);
    let value: serde_json::Value = serde_json::from_str(&english.out).unwrap();
    assert_eq!((value["left_out"].as_array().unwrap().len(), &value["files"][0]["rows"]), (2, &16.into()));
}

#[test]
fn merge_takes_clean_workbooks_of_a_folder_but_no_merged_ones() {
    let desk = Desk::with_clean();
    desk.put("b/lain.xlsx", &samples::contradicting());
    assert_eq!(desk.run(&["convert", "renja.xlsx", "b/lain.xlsx", "-o", "hasil"]).code, 1);
    assert_eq!(desk.run(&["merge", "hasil", "-o", "hasil/RKPD.xlsx"]).code, 1);
    let ran = desk.run(&["merge", "hasil", "-o", "hasil/RKPD.xlsx", "--force"]);
    assert!(ran.err.contains("Σ pagu dari 2 berkas"), "{}", ran.err);
}

#[test]
fn merge_without_anything_to_merge_writes_nothing() {
    let desk = Desk::new();
    desk.put("anggota.xlsx", &samples::without_tables());
    assert_eq!(desk.run(&["merge", "anggota.xlsx", "-o", "RKPD.xlsx"]).code, 3);
    assert_eq!(desk.names(), ["anggota.xlsx"]);
    let ran = desk.run(&["merge", "anggota.xlsx"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("-o RKPD.xlsx"), "{}", ran.err);
    let ran = desk.run(&["merge", "anggota.xlsx", "-o", "anggota.xlsx", "--force"]);
    assert_eq!(ran.code, 4, "{}", ran.err);
}

#[test]
fn diff_ends_like_diff() {
    let desk = Desk::with_clean();
    desk.put("lain.xlsx", &samples::contradicting());
    desk.put("anggota.xlsx", &samples::without_tables());
    let equal = desk.run(&["diff", "renja.xlsx", "renja.xlsx"]);
    assert_eq!((equal.code, equal.err.as_str()), (0, ""));
    assert!(equal.out.contains("Tidak ada perbedaan."), "{}", equal.out);
    let differs = desk.run(&["diff", "renja.xlsx", "lain.xlsx"]);
    assert_eq!(differs.code, 1, "{}", differs.err);
    assert!(differs.out.contains("~ 2.23.02"), "{}", differs.out);
    assert!(!differs.out.contains('\u{1b}'), "colours are for terminals only");
    assert!(desk.run(&["diff", "renja.xlsx", "lain.xlsx", "--lang", "en"]).out.contains("2 changed"));
    assert_eq!(desk.run(&["diff", "renja.xlsx"]).code, 2);
    assert_eq!(desk.run(&["diff", "renja.xlsx", "lain.xlsx", "--to", "xlsx"]).code, 2);
    let unreadable = desk.run(&["diff", "renja.xlsx", "anggota.xlsx"]);
    assert_eq!((unreadable.code, unreadable.out.as_str()), (3, ""));
    assert!(unreadable.err.starts_with("anggota.xlsx: "), "{}", unreadable.err);
}

#[test]
fn diff_writes_a_workbook_and_json() {
    let desk = Desk::with_clean();
    desk.put("lain.xlsx", &samples::contradicting());
    assert_eq!(desk.run(&["diff", "renja.xlsx", "lain.xlsx", "-o", "ubah.xlsx"]).code, 1);
    assert_eq!(desk.run(&["diff", "renja.xlsx", "lain.xlsx", "-o", "ubah.xlsx"]).code, 4);
    assert_eq!(desk.run(&["diff", "renja.xlsx", "lain.xlsx", "-o", "lain.xlsx", "--force"]).code, 4);
    let json = desk.run(&["diff", "renja.xlsx", "lain.xlsx", "--json"]);
    let value: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!((json.code, &value["equal"]), (1, &false.into()));
    assert!(desk.files()["ubah.xlsx"].starts_with(b"PK"));
    let batch = desk.run(&["check", "."]);
    assert!(batch.err.contains("1 hasil rapikan sendiri"), "no batch takes it for an input: {}", batch.err);
}

#[test]
fn the_help_of_merge_and_diff_tells_their_exit_codes_and_signs() {
    let desk = Desk::new();
    for (language, codes, signs) in
        [("id", "Kode keluar: ", "Tanda: + "), ("en", "Exit codes: ", "Signs: + ")]
    {
        let help = |command: &str| desk.run(&[command, "--help", "--lang", language]).out;
        assert!(help("merge").contains(codes) && help("diff").contains(codes), "{language}");
        assert!(help("diff").contains(signs), "{language}");
    }
}

#[test]
fn samples_of_any_layout_year_and_edition_merge() {
    let sample = |name: &str| format!("{}/samples/{name}", env!("CARGO_MANIFEST_DIR"));
    let desk = Desk::new();
    for names in [
        // One office in four prints: it counts once.
        &["resmi-10-kolom.xlsx", "diketik-excel.xlsx", "semua-di-satu-lembar.xlsx"][..],
        // Sub kegiatan of two and of four digits: each row keeps the code of its edition.
        &["resmi-10-kolom.xlsx", "sipd-ri-17-kolom.xlsx"],
        // Two years: one is left out, and that is a question.
        &["renja-2023-dkukm.xlsx", "sipd-ri-17-kolom.xlsx"],
    ] {
        let paths: Vec<String> = names.iter().map(|name| sample(name)).collect();
        let mut arguments = vec!["merge", "-o", "gabungan.xlsx", "--force", "--json", "-q"];
        arguments.extend(paths.iter().map(String::as_str));
        let ran = desk.run(&arguments);
        assert!(ran.code <= 1, "{names:?}: {}", ran.err);
        let merged: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        let count = |list: &str| merged[list].as_array().unwrap().len();
        assert_eq!(count("files") + count("left_out"), names.len(), "{names:?}");
        if names.len() == 3 {
            assert_eq!(
                (count("files"), merged["files"][0]["sums"][0]["sum"].as_str()),
                (1, Some("2817177212"))
            );
        }
    }
}

#[test]
fn help_is_found_however_it_is_asked_for() {
    let desk = Desk::new();
    for (asked, same) in [
        (&["help", "convert"][..], &["convert", "--help"][..]),
        (&["help"], &["--help"]),
        (&["help", "merge"], &["merge", "--help"]),
    ] {
        let (ran, plain) = (desk.run(asked), desk.run(same));
        assert_eq!((ran.code, ran.out), (0, plain.out), "{asked:?}");
    }
}
