//! Bytes of real and of small workbooks of every kind, mutated at random: reading and cleaning them never panics.
//!
//! The normal run takes a moment; `FUZZ_CASES=100000 cargo test --release --test it fuzz` looks further. A case that
//! failed is kept in `tests/it/fuzz.proptest-regressions` and tried first from then on.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "helpers of tests")]

use crate::support;

use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;
use std::sync::OnceLock;

use proptest::prelude::*;
use proptest::sample::Index;
use rapikan::pipeline::clean;
use rapikan::read::{Limits, from_bytes};
use rapikan::solve::SolveOptions;
use support::{containers, samples};

/// A way to damage bytes, or a part of a container.
#[derive(Clone, Debug)]
enum Hurt {
    Flip(Index, u8),
    Set(Index, u8),
    Cut(Index),
    Remove(Index, usize),
    /// A stretch comes once more, up to thousands of times.
    Repeat(Index, usize, usize),
    /// A stretch of another seed.
    Graft(Index, Index, Index, usize),
    /// A number, as readers meet them where they count: little-endian.
    Number(Index, u32),
    /// Something that means something to some reader.
    Word(Index, &'static str),
}

const WORDS: [&str; 16] = [
    "<row r=\"1048577\">",
    "r=\"XFD1048576\"",
    " s=\"99999\"",
    "<v>1e309</v>",
    "t=\"s\"",
    "&#x110000;",
    "<table:table-cell table:number-columns-repeated=\"99999999\"/>",
    "ss:Index=\"0\"",
    "colspan=\"70000\"",
    "</",
    "<!--",
    "\"",
    "\u{0}",
    "\u{FEFF}",
    "]]>",
    "<![CDATA[",
];

fn hurt() -> impl Strategy<Value = Hurt> {
    let numbers = prop_oneof![Just(0_u32), Just(u32::MAX), Just(0x7FFF_FFFF), Just(0xFFFF), any::<u32>()];
    prop_oneof![
        6 => (any::<Index>(), 0..8_u8).prop_map(|(at, bit)| Hurt::Flip(at, bit)),
        3 => (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Hurt::Set(at, byte)),
        1 => any::<Index>().prop_map(Hurt::Cut),
        2 => (any::<Index>(), 1..64_usize).prop_map(|(at, length)| Hurt::Remove(at, length)),
        1 => (any::<Index>(), 1..200_usize, 1..2000_usize)
            .prop_map(|(at, length, times)| Hurt::Repeat(at, length, times)),
        2 => (any::<Index>(), any::<Index>(), any::<Index>(), 1..400_usize)
            .prop_map(|(at, seed, from, length)| Hurt::Graft(at, seed, from, length)),
        3 => (any::<Index>(), numbers).prop_map(|(at, number)| Hurt::Number(at, number)),
        3 => (any::<Index>(), proptest::sample::select(&WORDS[..])).prop_map(|(at, word)| Hurt::Word(at, word)),
    ]
}

impl Hurt {
    fn inflict(&self, bytes: &mut Vec<u8>) {
        if bytes.is_empty() {
            return;
        }
        let length = bytes.len();
        match self {
            Self::Flip(at, bit) => bytes[at.index(length)] ^= 1 << bit,
            Self::Set(at, byte) => bytes[at.index(length)] = *byte,
            Self::Cut(at) => bytes.truncate(at.index(length)),
            Self::Remove(at, count) => {
                let at = at.index(length);
                bytes.drain(at..length.min(at + count));
            }
            Self::Repeat(at, count, times) => {
                let at = at.index(length);
                let stretch = bytes[at..length.min(at + count)].repeat(*times);
                bytes.splice(at..at, stretch);
            }
            Self::Graft(at, seed, from, count) => {
                let other = &seeds()[seed.index(seeds().len())].1;
                let from = from.index(other.len());
                let stretch = other[from..other.len().min(from + count)].to_vec();
                let at = at.index(length);
                bytes.splice(at..length.min(at + stretch.len()), stretch);
            }
            Self::Number(at, number) => {
                let at = at.index(length);
                bytes.splice(at..length.min(at + 4), number.to_le_bytes());
            }
            Self::Word(at, word) => {
                let at = at.index(length);
                bytes.splice(at..at, word.bytes());
            }
        }
    }
}

/// A workbook of each container, small ones and those of the folder of samples.
fn seeds() -> &'static [(String, Vec<u8>)] {
    static SEEDS: OnceLock<Vec<(String, Vec<u8>)>> = OnceLock::new();
    SEEDS.get_or_init(|| {
        let mut seeds: Vec<(String, Vec<u8>)> =
            containers::all().into_iter().map(|(name, bytes)| (name.to_owned(), bytes)).collect();
        seeds.push(("clean.xlsx".to_owned(), samples::clean()));
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            // Thousands of rounds with the largest would cost what they do not give.
            if fs::metadata(&path).unwrap().len() < 20_000 {
                seeds.push((name, fs::read(&path).unwrap()));
            }
        }
        seeds.sort();
        seeds
    })
}

/// The parts of a container that can be opened; none of any other file.
fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let Ok(mut zip) = zip::ZipArchive::new(Cursor::new(bytes)) else { return Vec::new() };
    let count = zip.len();
    let read = |index| {
        let mut part = zip.by_index(index).ok()?;
        let mut content = Vec::new();
        part.read_to_end(&mut content).ok()?;
        Some((part.name().ok()?.into_owned(), content))
    };
    (0..count).filter_map(read).collect()
}

/// A container whose checksums are right, so that its damage reaches the reader behind them.
fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, content) in parts {
        zip.start_file(name.as_str(), stored).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Reads within small limits, and cleans what could be read. An error must be sayable.
fn take(bytes: &[u8]) {
    let limits = Limits { cells: 50_000, inflated_bytes: 8 << 20, text_bytes: 4 << 20, ..Limits::default() };
    match from_bytes("a", bytes, &limits) {
        Ok(workbook) => drop(clean(&workbook, SolveOptions::default()).unwrap()),
        Err(error) => assert!(!error.said().indonesian.is_empty()),
    }
}

/// How often; a time limit of its own keeps a slow computer from waiting.
fn config() -> ProptestConfig {
    let cases = std::env::var("FUZZ_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(300);
    ProptestConfig { cases, max_shrink_iters: 2000, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn damaged_bytes_never_panic(seed in any::<Index>(), hurts in proptest::collection::vec(hurt(), 1..8)) {
        let (_, bytes) = &seeds()[seed.index(seeds().len())];
        let mut bytes = bytes.clone();
        for hurt in &hurts {
            hurt.inflict(&mut bytes);
        }
        take(&bytes);
    }

    #[test]
    fn damaged_parts_behind_right_checksums_never_panic(
        seed in any::<Index>(),
        hurts in proptest::collection::vec((any::<Index>(), hurt()), 1..8),
    ) {
        let zipped: Vec<Vec<(String, Vec<u8>)>> =
            seeds().iter().map(|(_, bytes)| parts(bytes)).filter(|parts| !parts.is_empty()).collect();
        let mut parts = zipped[seed.index(zipped.len())].clone();
        for (part, hurt) in &hurts {
            let part = part.index(parts.len());
            hurt.inflict(&mut parts[part].1);
        }
        take(&packed(&parts));
    }
}

#[test]
fn every_reader_has_a_seed() {
    use rapikan::model::Container::{Csv, Html, Ods, SpreadsheetMl, Xls, Xlsb, Xlsx};
    let read: Vec<_> = seeds()
        .iter()
        .map(|(name, bytes)| {
            from_bytes(name, bytes, &Limits::default())
                .unwrap_or_else(|error| panic!("{name}: {error}"))
                .container
        })
        .collect();
    for container in [Csv, Html, Ods, SpreadsheetMl, Xls, Xlsb, Xlsx] {
        assert!(read.contains(&container), "no seed is read as {container:?}");
    }
}
