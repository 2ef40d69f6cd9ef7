//! A later decree's table, which a person adds before the program has it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::entry::{Entry, TingkatPemda};
use super::table::Codification;
use crate::model::{Edition, Kode, Said, Tingkat, sha256};

/// An edition that was added, and where it comes from.
#[derive(Debug)]
pub struct Added {
    /// The edition, named as its file is.
    pub edition: Edition,
    /// The file.
    pub file: PathBuf,
    /// The SHA-256 of the file.
    pub sha256: String,
    table: Codification,
}

static ADDED: OnceLock<Added> = OnceLock::new();

/// The edition that was added, if one was.
#[must_use]
pub fn added_codification() -> Option<&'static Added> {
    ADDED.get()
}

/// The edition that was added, with its table.
pub(super) fn added() -> Option<(Edition, &'static Codification)> {
    ADDED.get().map(|added| (added.edition, &added.table))
}

/// The columns of the table, as the built-in ones have them.
const COLUMNS: [&str; 6] = ["kode", "level", "nama", "tingkat_pemda", "indikator", "satuan"];

/// Why a table was not added: what is wrong and where, for the person who made it.
#[derive(Debug, thiserror::Error)]
#[error("{}", .0.english)]
pub struct NotATable(pub Said);

/// Adds the edition that the bytes of a CSV file hold: the columns `kode`, `level`, `nama`, `tingkat_pemda`, `indikator`, `satuan` in UTF-8 with
/// a header line. The edition is named as the file is, without its ending. It holds for the rest of this process.
///
/// # Errors
/// If the bytes are no UTF-8, if the header is another, if a row has no code of today's grammar, another level than its
/// code, no name or an unknown kind of government, if a row repeats another, if a code lacks the one above it, or if an
/// edition of that name is there already.
pub fn add_codification(path: &Path, bytes: &[u8]) -> Result<Edition, NotATable> {
    let name = path.file_stem().map(|stem| stem.to_string_lossy().trim().to_owned()).unwrap_or_default();
    let shown = path.display();
    let refuse = |indonesian: String, english: String| {
        NotATable(Said::new(format!("{shown}: {indonesian}"), format!("{shown}: {english}")))
    };
    if name.is_empty() || Edition::ALL.iter().any(|edition| edition.name() == name) {
        return Err(refuse(
            format!(
                "edisi “{name}” sudah ada di dalam program; beri nama lain pada berkasnya, misalnya 2027.csv."
            ),
            format!(
                "the program has an edition “{name}” already; give the file another name, such as 2027.csv."
            ),
        ));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| {
        refuse(
            "bukan teks UTF-8; simpan sebagai CSV UTF-8.".to_owned(),
            "this is no text in UTF-8; save it as CSV UTF-8.".to_owned(),
        )
    })?;
    let entries = entries(text).map_err(|said| refuse(said.indonesian, said.english))?;
    let edition = Edition::Added(Box::leak(name.into_boxed_str()));
    let (file, sha256) = (path.to_path_buf(), sha256(text.as_bytes()));
    match ADDED.set(Added { edition, file, sha256, table: Codification::of(entries) }) {
        Ok(()) => Ok(edition),
        Err(_) => Err(refuse(
            "hanya satu edisi dapat ditambahkan.".to_owned(),
            "only one edition can be added.".to_owned(),
        )),
    }
}

/// The entries of a table in the order of their codes.
fn entries(text: &str) -> Result<Vec<Entry>, Said> {
    let mut reader = csv::ReaderBuilder::new().from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let header = reader.headers().map_err(|error| malformed(&error))?;
    if !header.iter().map(str::trim).eq(COLUMNS) {
        let (wanted, found) = (COLUMNS.join(","), header.iter().collect::<Vec<_>>().join(","));
        return Err(Said::new(
            format!("baris pertama harus {wanted}, bukan {found}."),
            format!("the first line must be {wanted}, not {found}."),
        ));
    }
    let mut entries: Vec<Entry> = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| malformed(&error))?;
        let line = record.position().map_or(0, csv::Position::line);
        entries.push(entry(&record).map_err(|fault| at_line(line, &fault))?);
    }
    entries.sort_by(|left, right| (&left.kode, left.tingkat_pemda).cmp(&(&right.kode, right.tingkat_pemda)));
    consistent(&entries)?;
    Ok(entries)
}

fn malformed(error: &csv::Error) -> Said {
    Said::new(format!("bukan CSV yang utuh: {error}."), format!("no well-formed CSV: {error}."))
}

fn at_line(line: u64, fault: &Said) -> Said {
    Said::new(format!("baris {line}: {}", fault.indonesian), format!("line {line}: {}", fault.english))
}

fn entry(record: &csv::StringRecord) -> Result<Entry, Said> {
    let field = |index: usize| record.get(index).unwrap_or_default().trim();
    let (code, level, name, government) = (field(0), field(1), field(2), field(3));
    let Some(kode) = Kode::of(code) else {
        return Err(Said::new(
            format!("“{code}” bukan kode (contoh: 2.17.01.2.02.0001)."),
            format!("“{code}” is no code (such as 2.17.01.2.02.0001)."),
        ));
    };
    let tingkat = kode.tingkat();
    if Tingkat::from_name(level) != Some(tingkat) {
        let own = tingkat.name();
        return Err(Said::new(
            format!("kode {code} adalah {own}, bukan “{level}”."),
            format!("the code {code} is a {own}, not “{level}”."),
        ));
    }
    let Some(tingkat_pemda) = TingkatPemda::from_name(government) else {
        return Err(Said::new(
            format!("tingkat_pemda {code} harus provinsi, kabkota atau both, bukan “{government}”."),
            format!("tingkat_pemda of {code} must be provinsi, kabkota or both, not “{government}”."),
        ));
    };
    if name.is_empty() {
        return Err(Said::new(format!("kode {code} tanpa nama."), format!("the code {code} has no name.")));
    }
    // An edition lasts as long as the process.
    let kept = |text: &str| -> &'static str { Box::leak(text.to_owned().into_boxed_str()) };
    Ok(Entry {
        kode,
        tingkat,
        nama: kept(name),
        tingkat_pemda,
        indikator: kept(field(4)),
        satuan: kept(field(5)),
    })
}

/// Whether no row repeats another and each has one above it.
fn consistent(entries: &[Entry]) -> Result<(), Said> {
    let codes: BTreeSet<&Kode> = entries.iter().map(|entry| &entry.kode).collect();
    if codes.is_empty() {
        return Err(Said::new("tidak ada isinya.".to_owned(), "there is nothing in it.".to_owned()));
    }
    for (entry, next) in entries.iter().zip(entries.iter().skip(1)) {
        if entry.kode == next.kode && entry.tingkat_pemda == next.tingkat_pemda {
            let code = &entry.kode;
            return Err(Said::new(
                format!("kode {code} tertulis dua kali untuk pemerintah yang sama."),
                format!("the code {code} is there twice for one kind of government."),
            ));
        }
    }
    let orphan = entries.iter().find(|entry| {
        entry.kode.parent().is_some_and(|parent| !codes.contains(&parent) && parent.as_str() != "X.XX")
    });
    match orphan.and_then(|entry| Some((&entry.kode, entry.kode.parent()?))) {
        Some((code, parent)) if code.as_str() != "X.XX" => Err(Said::new(
            format!("di atas {code} tidak ada {parent}."),
            format!("there is no {parent} above {code}."),
        )),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(rows: &str) -> String {
        entries(&format!("{}\n{rows}", COLUMNS.join(","))).unwrap_err().english
    }

    #[test]
    fn a_whole_table_is_read_in_the_order_of_its_codes() {
        let rows = "1.01,bidang_urusan,\"URUSAN A, B\",both,,\n1,urusan,URUSAN,both,,\n";
        let found = entries(&format!("{}\n{rows}", COLUMNS.join(","))).unwrap();
        let codes: Vec<&str> = found.iter().map(|entry| entry.kode.as_str()).collect();
        assert_eq!((codes, found.last().map(|entry| entry.nama)), (vec!["1", "1.01"], Some("URUSAN A, B")));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        assert!(
            entries("kode,nama\n1,A\n").unwrap_err().english.contains("the first line must be kode,level")
        );
        assert!(fault("1,urusan,A,both,,\n1.1,program,B,both,,\n").starts_with("line 3: “1.1” is no code"));
        assert!(fault("1,program,A,both,,\n").contains("is a urusan, not “program”"));
        assert!(fault("1,urusan,,both,,\n").contains("has no name"));
        assert!(fault("1,urusan,A,pusat,,\n").contains("must be provinsi"));
        assert!(fault("1,urusan,A,both,,\n1,urusan,A,both,,\n").contains("twice"));
        assert!(fault("1.01,bidang_urusan,A,both,,\n").contains("no 1 above 1.01"));
        assert!(fault("").contains("nothing in it"));
    }
}
