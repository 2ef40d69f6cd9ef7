//! Bad input: for each kind one plain sentence with the file, the reason and what to do, in both languages.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "helpers of tests")]

use crate::support;

use std::fs;

use support::desk::Desk;
use support::samples;

#[test]
fn an_empty_file() {
    let desk = Desk::new();
    desk.put("a.xlsx", b"");
    desk.says(
        &["a.xlsx"],
        3,
        &["a.xlsx: berkas ini kosong", "unduh ulang"],
        &["a.xlsx: the file is empty", "again"],
    );
    assert_eq!(desk.names(), ["a.xlsx"], "no folder is made for nothing");
}

#[test]
fn a_workbook_without_a_single_cell() {
    let desk = Desk::new();
    let mut blank = rust_xlsxwriter::Workbook::new();
    blank.add_worksheet();
    desk.put("a.xlsx", &blank.save_to_buffer().unwrap());
    desk.says(
        &["a.xlsx"],
        3,
        &["a.xlsx: buku kerja ini kosong", "periksa"],
        &["a.xlsx: this workbook is blank"],
    );
}

#[test]
fn a_text_that_is_no_table() {
    let desk = Desk::new();
    desk.put("surat.csv", "Kepada Yth.\nKepala Bappeda\ndi tempat\n".as_bytes());
    desk.says(
        &["surat.csv"],
        3,
        &["surat.csv: ini berkas teks tanpa tabel", "pilih buku kerja Excel"],
        &["surat.csv: it is a text file without", "choose the Excel workbook"],
    );
}

#[test]
fn an_output_of_a_kind_that_is_not_written() {
    let desk = Desk::with_clean();
    for name in ["hasil.docx", "hasil.xls", "hasil.PDF"] {
        let ran = desk.run(&["renja.xlsx", "-o", name]);
        assert_eq!(ran.code, 2, "{}", ran.err);
        assert!(ran.err.contains(name) && ran.err.contains(".xlsx, .json atau .csv"), "{}", ran.err);
    }
    assert_eq!(desk.names(), ["renja.xlsx"]);
    assert_eq!(desk.run(&["renja.xlsx", "-o", "hasil.2026"]).code, 0, "a folder may have a dot in its name");
}

#[test]
fn a_folder_without_spreadsheets() {
    let desk = Desk::new();
    fs::create_dir(desk.path("empty")).unwrap();
    desk.says(
        &["empty"],
        3,
        &["empty: tidak ada berkas spreadsheet di folder ini", "periksa"],
        &["empty: there is no spreadsheet in this folder", "check the name"],
    );
    desk.put("docs/letter.pdf", b"%PDF-1.7");
    let ran = desk.run(&["docs"]);
    assert_eq!((ran.code, ran.err.lines().count()), (3, 2), "{}", ran.err);
}

#[test]
fn a_folder_with_our_own_outputs_only() {
    let desk = Desk::with_clean();
    desk.run(&["convert", "renja.xlsx", "-o", "out"]);
    let ran = desk.run(&["check", "out", "--lang", "en"]);
    assert_eq!(ran.code, 3);
    assert!(ran.err.contains("out: this folder holds only 1 outputs of rapikan itself"), "{}", ran.err);
}

#[test]
fn a_folder_named_as_a_workbook() {
    let desk = Desk::new();
    fs::create_dir(desk.path("renja.xlsx")).unwrap();
    desk.says(&["renja.xlsx"], 3, &["renja.xlsx: ", "folder ini"], &["renja.xlsx: ", "this folder"]);
}

#[test]
fn a_truncated_zip() {
    let desk = Desk::new();
    let whole = samples::clean();
    desk.put("a.xlsx", &whole[..whole.len() / 2]);
    desk.says(
        &["a.xlsx"],
        3,
        &["a.xlsx: berkas ini rusak atau terpotong", "Open and Repair"],
        &["a.xlsx: the file is damaged or cut off", "Open and Repair"],
    );
}

#[test]
fn a_password() {
    let desk = Desk::new();
    desk.put("a.xlsx", &locked());
    desk.says(
        &["a.xlsx"],
        3,
        &["a.xlsx: berkas ini dikunci dengan kata sandi", "hapus kata sandinya"],
        &["a.xlsx: the file is locked by a password", "remove the password"],
    );
}

#[test]
fn a_workbook_without_tables() {
    let desk = Desk::new();
    desk.put("a.xlsx", &samples::without_tables());
    desk.says(
        &["a.xlsx"],
        3,
        &["a.xlsx: tidak ada tabel Renja (T-C.29 sampai T-C.33)", "periksa"],
        &["a.xlsx: it holds none of the tables", "check"],
    );
}

#[test]
fn a_table_with_only_a_header() {
    let desk = Desk::new();
    desk.put("a.xlsx", &samples::only_header());
    desk.says(
        &["a.xlsx"],
        3,
        &["a.xlsx: T-C.33#1 hanya berisi kepala tabel", "periksa"],
        &["a.xlsx: T-C.33#1 has a header but no rows", "check"],
    );
}

#[test]
fn a_wrong_ending() {
    let desk = Desk::new();
    desk.put("a.xlsx", b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n");
    desk.says(&["a.xlsx"], 3, &["a.xlsx: isinya sebuah PDF"], &["a.xlsx: its content is a PDF"]);
    desk.put("renja.txt", &samples::clean());
    assert_eq!(desk.run(&["check", "renja.txt"]).code, 0, "content counts, not the ending");
}

#[test]
fn a_missing_file() {
    let desk = Desk::new();
    desk.says(
        &["a.xlsx"],
        3,
        &["a.xlsx: berkas tidak ditemukan; periksa"],
        &["a.xlsx: the file was not found; check"],
    );
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::with_clean();
    fs::set_permissions(desk.path("renja.xlsx"), fs::Permissions::from_mode(0o000)).unwrap();
    // Whoever may read everything cannot be refused.
    if fs::read(desk.path("renja.xlsx")).is_err() {
        desk.says(&["renja.xlsx"], 3, &["renja.xlsx: berkas tidak boleh dibaca"], &["may not be read"]);
    }
}

#[test]
fn an_output_folder_that_is_a_file() {
    let desk = Desk::with_clean();
    desk.put("out", b"a file");
    desk.says(
        &["convert", "renja.xlsx", "-o", "out"],
        4,
        &["renja.xlsx: out tidak dapat ditulis", "Periksa folder"],
        &["renja.xlsx: out cannot be written", "Check the folder"],
    );
}

/// A compound file with the one stream that tells encryption: header, one FAT sector, one directory sector.
fn locked() -> Vec<u8> {
    let mut file = vec![0_u8; 512 * 3];
    let mut put = |at: usize, bytes: &[u8]| file[at..at + bytes.len()].copy_from_slice(bytes);
    put(0, &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    put(24, &[0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    put(44, &1_u32.to_le_bytes());
    put(48, &1_u32.to_le_bytes());
    put(56, &4096_u32.to_le_bytes());
    put(60, &[0xFE, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0xFE, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0]);
    put(76, &0_u32.to_le_bytes());
    put(80, &[0xFF; 432]);
    put(512, &[0xFF; 512]);
    put(512, &[0xFD, 0xFF, 0xFF, 0xFF, 0xFE, 0xFF, 0xFF, 0xFF]);
    for (entry, (name, kind, child)) in
        [("Root Entry", 5_u8, 1_u32), ("EncryptedPackage", 2, u32::MAX), ("EncryptionInfo", 2, u32::MAX)]
            .into_iter()
            .enumerate()
    {
        let at = 1024 + entry * 128;
        let units: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        put(at, &units);
        put(at + 64, &u16::try_from(units.len() + 2).unwrap().to_le_bytes());
        put(at + 66, &[kind, 1]);
        put(at + 68, &u32::MAX.to_le_bytes());
        put(at + 72, &if entry == 1 { 2_u32 } else { u32::MAX }.to_le_bytes());
        put(at + 76, &child.to_le_bytes());
        put(at + 116, &0xFFFF_FFFE_u32.to_le_bytes());
    }
    file
}

/// A command with a slip is no name of a file, and no report is written of files that are not there.
#[test]
fn a_mistyped_command_writes_nothing() {
    let desk = Desk::new();
    let ran = desk.run(&["convrt", "renja.xlsx"]);
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(ran.err.contains("rapikan convert"), "{}", ran.err);
    // Behind a command it is the name of a file, which stops no other.
    let ran = desk.run(&["convert", "merg"]);
    assert_eq!(ran.code, 3, "{}", ran.err);
    let ran = desk.run(&["satu.xlsx", "dua.xlsx"]);
    assert_eq!(ran.code, 3, "{}", ran.err);
    assert!(desk.files().is_empty(), "{:?}", desk.files().keys());
}

/// A pipe without a writer would be waited for, and a device read for ever.
#[cfg(unix)]
#[test]
fn pipes_and_devices_are_refused_by_every_command() {
    let desk = Desk::new();
    let made = std::process::Command::new("mkfifo").arg(desk.path("pipa")).status();
    let pipe = made.is_ok_and(|status| status.success());
    desk.put("rencana.csv", b"Kode;Program\n1.01.01;Program\n");
    let files = ["/dev/zero", "pipa"].into_iter().filter(|file| pipe || *file != "pipa");
    for file in files {
        let commands: [&[&str]; 9] = [
            &["convert", file, "-o", "hasil.json"],
            &["check", file],
            &["verify", file],
            &["convert", "rencana.csv", "-o", "hasil.json", "--reject", file],
            &["--codification", file, "lookup", "gaji"],
            &["diff", file, "rencana.csv"],
            &["merge", file, "rencana.csv", "-o", "gabung.xlsx"],
            &["migrate", file, "--to", "2023"],
            &["template", "T-C.33", "--year", "2026", "--from", file, "-o", "templat.xlsx"],
        ];
        for command in commands {
            let ran = desk.run(command);
            assert!([2, 3].contains(&ran.code), "{command:?}: {} {}", ran.code, ran.err);
            assert!(ran.err.contains(file), "{command:?}: {}", ran.err);
        }
    }
}
