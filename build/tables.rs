//! Puts the tables of the codification into the form in which the program uses them, so that no process has to do it. What
//! the lines hold is told where they are used, in `src/codification/built.rs`.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::path::Path;
use std::{fs, io};

use crate::model::letters;
use crate::names_of_2019::with_names;
use crate::naming::{in_order, names_none};
use crate::records::records;
use crate::{morphology, words};

/// Where the tables are.
pub const DATA: &str = "src/codification/data";

/// Writes every table into a folder.
pub fn write(folder: &Path) -> io::Result<()> {
    let read = |name: &str| fs::read_to_string(Path::new(DATA).join(name));
    let (y2006, y2019, y2021, y2023) =
        (read("2006.csv")?, read("2019.csv")?, read("2021.csv")?, read("2023.csv")?);
    let (funds, places) = (read("sumber-dana.csv")?, read("wilayah.csv")?);
    let put = |name: &str, lines: String| fs::write(folder.join(name), lines);

    put("names-2006.tsv", names(records(&y2006).map(|[kode, nama]| (kode, nama))))?;
    put("names-2019.tsv", names(with_names(&y2019, &y2021).map(|[kode, _, nama]| (kode, nama))))?;
    for (name, table) in [("names-2021.tsv", &y2021), ("names-2023.tsv", &y2023)] {
        put(name, names(records(table).map(|[kode, _, nama, _, _, _]| (kode, nama))))?;
    }

    // The editions that most documents follow are those whose words are known.
    let entries = || {
        let entries = records(&y2021).chain(records(&y2023));
        let named = entries.filter(|[kode, _, _, _, _, _]| !names_none(kode));
        named.map(|[_, _, nama, _, indikator, satuan]| [nama, indikator, satuan])
    };
    let funds = || records(&funds).map(|[_, _, nama]| nama);
    let beside = entries().map(|[_, indikator, _]| indikator).chain(funds()).filter(|text| !text.is_empty());
    put("beside-names.txt", lines(beside.map(letters).collect::<BTreeSet<_>>()))?;
    let official = words::official(entries().flatten().chain(funds()));
    put("roots.tsv", counted(morphology::roots(official.keys().map(String::as_str))))?;
    put("official-words.tsv", counted(official))?;
    put("place-words.tsv", counted(words::counted(records(&places).map(|[_, _, nama, _, _]| nama))))?;
    put("pairs.txt", lines(words::pairs(entries().flat_map(|[nama, indikator, _]| [nama, indikator]))))
}

fn lines(texts: impl IntoIterator<Item = impl Display>) -> String {
    let lines: Vec<String> = texts.into_iter().map(|text| text.to_string()).collect();
    lines.join("\n") + "\n"
}

fn counted(words: impl IntoIterator<Item = (String, impl Display)>) -> String {
    let mut found: Vec<String> = words.into_iter().map(|(word, count)| format!("{word}\t{count}")).collect();
    found.sort();
    lines(found)
}

fn names<'a>(entries: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let named = entries.filter(|(kode, _)| !names_none(kode)).map(|(_, nama)| nama);
    lines(in_order(named).into_iter().map(|(letters, positions)| {
        let positions: Vec<String> = positions.iter().map(ToString::to_string).collect();
        format!("{letters}\t{}", positions.join(" "))
    }))
}
