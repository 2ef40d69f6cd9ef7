//! Puts the tables of the codification into the form in which the program uses them, so that no process has to do it. What
//! the lines hold is told where they are used, in `src/codification/built.rs`.

use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, io};

use crate::lines::laid_out;
use crate::model::letters;
use crate::names_of_2019::with_names;
use crate::naming::{in_order, names_none};
use crate::records::records;
use crate::region_key::official_key;
use crate::words::{counted, official, pairs, with_counts};
use crate::{morphology, triples};

/// Where the tables are.
pub const DATA: &str = "src/codification/data";

/// A record of an edition: code, name, government, indicator, unit.
type Record<'a> = [&'a str; 5];

/// Writes every table into a folder.
pub fn write(folder: &Path) -> io::Result<()> {
    let read = |name: &str| fs::read_to_string(Path::new(DATA).join(name));
    let (y2006, y2019, y2021, y2023) =
        (read("2006.csv")?, read("2019.csv")?, read("2021.csv")?, read("2023.csv")?);
    let legacy = records(&y2006).map(|[kode, nama]| [kode, nama, "both", "", ""]);
    let of_2019 = with_names(&y2019, &y2021).map(|[kode, pemda, nama]| [kode, nama, pemda, "", ""]);
    let today = |table| {
        records(table).map(|[kode, _, nama, pemda, indikator, satuan]| [kode, nama, pemda, indikator, satuan])
    };
    let (y2021, y2023): (Vec<Record>, Vec<Record>) = (today(&y2021).collect(), today(&y2023).collect());
    edition(folder, "2006", &legacy.collect::<Vec<_>>())?;
    edition(folder, "2019", &of_2019.collect::<Vec<_>>())?;
    edition(folder, "2021", &y2021)?;
    edition(folder, "2023", &y2023)?;
    vocabulary(folder, &read("sumber-dana.csv")?, &[y2021, y2023].concat())?;
    places(folder, &read("wilayah.csv")?)
}

/// Writes the records of an edition, its names and the triples of letters in these.
fn edition(folder: &Path, year: &str, records: &[Record]) -> io::Result<()> {
    let mut named: Vec<&Record> = records.iter().filter(|[kode, ..]| !names_none(kode)).collect();
    // The positions of names are those of the lines, which stand in the order of their codes.
    named.sort_by_key(|[kode, ..]| *kode);
    put(folder, &format!("records-{year}"), named.iter().map(|record| record.join("\t")).collect())?;
    let names = in_order(named.iter().map(|[_, nama, ..]| *nama));
    let letters = names.iter().filter_map(|line| Some(line.split_once('\t')?.0));
    fs::write(folder.join(format!("triples-{year}")), triples::laid_out(letters))?;
    put(folder, &format!("names-{year}"), names)
}

/// Writes what the editions tell that most documents follow, and the sources of funds.
fn vocabulary(folder: &Path, funds: &str, records_of_today: &[Record]) -> io::Result<()> {
    let entries = || records_of_today.iter().filter(|[kode, ..]| !names_none(kode));
    let funds = || records(funds).map(|[_, _, nama]| nama);
    let indicators = entries().map(|[_, _, _, indikator, _]| *indikator);
    let beside = indicators.chain(funds()).filter(|text| !text.is_empty());
    put(folder, "beside-names", beside.map(letters).collect::<BTreeSet<_>>().into_iter().collect())?;
    let texts = entries().flat_map(|[_, nama, _, indikator, satuan]| [*nama, *indikator, *satuan]);
    let words = official(texts.chain(funds()));
    put(folder, "roots", with_counts(morphology::roots(words.keys().map(String::as_str))))?;
    put(folder, "official-words", with_counts(words))?;
    let side_by_side = pairs(entries().flat_map(|[_, nama, _, indikator, _]| [*nama, *indikator]));
    put(folder, "pairs", side_by_side.into_iter().collect())
}

/// Writes the places: regions, the keys of their names, the kecamatan, and the words of all.
fn places(folder: &Path, table: &str) -> io::Result<()> {
    let all: Vec<[&str; 5]> = records(table).collect();
    let names = || all.iter().map(|[_, _, nama, _, _]| *nama);
    put(folder, "place-words", with_counts(counted(names())))?;
    let side_by_side = names().flat_map(|name| {
        let words: Vec<String> = name.to_lowercase().split_whitespace().map(str::to_owned).collect();
        words.windows(2).map(|pair| pair.join(" ")).collect::<Vec<_>>()
    });
    put(folder, "place-pairs", side_by_side.collect::<BTreeSet<_>>().into_iter().collect())?;
    let (kecamatan, regions): (Vec<[&str; 5]>, Vec<[&str; 5]>) =
        all.iter().partition(|[_, level, _, _, _]| *level == "kecamatan");
    let lines =
        regions.iter().map(|[kode, level, nama, _, provinsi]| [*kode, level, nama, provinsi].join("\t"));
    put(folder, "regions", lines.collect())?;
    let keys = regions
        .iter()
        .zip(0..)
        .map(|([_, level, nama, _, _], position)| format!("{}\t{position}", official_key(level, nama)));
    put(folder, "region-keys", keys.collect())?;
    let lines = kecamatan.iter().map(|[kode, _, nama, _, _]| {
        // The code of a kecamatan begins with that of the regency or city that it lies in.
        let region = kode.rsplit_once('.').map_or(*kode, |(region, _)| region);
        format!("{region}\t{nama}")
    });
    put(folder, "kecamatan", lines.collect())
}

/// Writes lines and the index by which they are found.
fn put(folder: &Path, name: &str, lines: Vec<String>) -> io::Result<()> {
    let (text, index) = laid_out(lines);
    fs::write(folder.join(name).with_extension("txt"), text)?;
    fs::write(folder.join(name).with_extension("index"), index)
}
