//! An office that does not exist: a region, a year, and a part of the official tree with its amounts.

use std::collections::BTreeMap;

use rapikan::codification::{Entry, TingkatPemda, codification, is_word, places, sumber_dana};
use rapikan::model::{Edition, Kode, Tingkat};
use rust_decimal::Decimal;

use super::dice::Dice;

/// One line of the tree.
#[derive(Clone, Debug)]
pub struct Node {
    /// Its code within the office's bidang.
    pub code: Kode,
    /// Its level.
    pub level: Tingkat,
    /// Its official name.
    pub name: String,
    /// The official indicator or one made for it.
    pub indicator: String,
    /// The unit of its targets.
    pub unit: String,
}

/// The office.
#[derive(Clone, Debug)]
pub struct Office {
    /// Seed of all choices.
    pub seed: u64,
    /// `Kabupaten …`, `Kota …` or `Provinsi …`.
    pub region: String,
    /// Its kecamatan.
    pub districts: Vec<&'static str>,
    /// The office's name.
    pub opd: String,
    /// The plan year.
    pub year: u16,
    /// Its lines in the order of the tree.
    pub nodes: Vec<Node>,
    /// The sources of funds it uses.
    pub funds: Vec<String>,
}

impl Office {
    /// An office with about `size` sub kegiatan.
    pub fn new(seed: u64, edition: Edition, size: usize) -> Self {
        let mut dice = Dice::of(seed, "office");
        let place = dice.pick(places().regions());
        let province = place.level == "provinsi";
        let region = if province { format!("Provinsi {}", place.nama) } else { place.nama.to_owned() };
        let nodes = loop {
            let nodes = tree(&mut dice, edition, province, size);
            if nodes.iter().any(|node| node.level == Tingkat::SubKegiatan) {
                break nodes;
            }
        };
        let kinds = ["Dinas Kesehatan", "Badan Keuangan Daerah", "Dinas Pendidikan", "Kecamatan Sungai Aur"];
        let funds = (0..3).map(|_| dice.pick(sumber_dana()).nama.to_owned()).collect();
        Self {
            seed,
            districts: places().kecamatan_of(&region),
            region,
            opd: (*dice.pick(&kinds)).to_owned(),
            year: 2021 + u16::try_from(dice.below(6)).unwrap(),
            nodes,
            funds,
        }
    }

    /// The choices of one thing about one line.
    pub fn dice(&self, code: &Kode, what: &str) -> Dice {
        Dice::of(self.seed, &format!("{code} {what}"))
    }

    /// Amounts that add up: of each sub kegiatan a choice, of all others the sum of their children. A column of
    /// which a sub kegiatan has `holes` percent empty is empty where nothing below is filled.
    pub fn amounts(&self, what: &str, holes: usize) -> BTreeMap<Kode, Decimal> {
        let mut sums: BTreeMap<Kode, Decimal> = BTreeMap::new();
        for node in self.nodes.iter().filter(|node| node.level == Tingkat::SubKegiatan) {
            let mut dice = self.dice(&node.code, what);
            if dice.chance(holes) {
                continue;
            }
            let step = *dice.pick(&[1_i64, 50, 500, 1000, 100_000]);
            let most = *dice.pick(&[2_000_000_usize, 90_000_000, 900_000_000, 7_000_000_000]);
            let amount = (1_000_000 + i64::try_from(dice.below(most)).unwrap()) / step * step;
            let line = std::iter::successors(Some(node.code.clone()), Kode::parent);
            for code in line {
                *sums.entry(code).or_default() += Decimal::from(amount);
            }
        }
        sums
    }
}

fn own(entry: &Entry, province: bool) -> bool {
    let wanted = if province { TingkatPemda::Provinsi } else { TingkatPemda::Kabkota };
    entry.tingkat_pemda == TingkatPemda::Both || entry.tingkat_pemda == wanted
}

/// The children of a code that a government of this kind has, each code once.
fn children(edition: Edition, code: &Kode, bidang: &Kode, province: bool) -> Vec<Node> {
    let mut found: Vec<Node> = Vec::new();
    for entry in codification(edition).children(code) {
        let kode = entry.kode_in(bidang);
        let right = match kode.parts().nth(3) {
            Some("1") => province,
            Some("2") => !province,
            // Special autonomy: names that no other table of the office tells apart.
            Some(_) => false,
            None => true,
        };
        if is_well_spelt(entry.nama)
            && is_well_spelt(entry.indikator)
            && own(entry, province)
            && right
            && found.iter().all(|node| node.code != kode)
        {
            found.push(node(entry, kode));
        }
    }
    found
}

/// Whether no words are glued together. The codification itself prints some such names (`untukKepentingan`), and
/// parting them is right.
fn is_well_spelt(text: &str) -> bool {
    // `Perbaika n` is printed, too.
    if text.split(' ').any(|word| word.len() == 1 && word.chars().all(char::is_lowercase)) {
        return false;
    }
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 3);
    words.into_iter().all(|word| {
        let humps = word
            .chars()
            .zip(word.chars().skip(1))
            .any(|(left, right)| left.is_lowercase() && right.is_uppercase());
        let word = word.to_lowercase();
        let glued = (3..word.len().saturating_sub(2))
            .filter_map(|at| word.split_at_checked(at))
            .any(|(left, right)| is_word(left) && is_word(right));
        !humps && (is_word(&word) && word.len() < 12 || !glued || is_word(&word) && !word.starts_with("yang"))
    })
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn node(entry: &Entry, code: Kode) -> Node {
    let unit = if entry.satuan.is_empty() { "Dokumen" } else { entry.satuan };
    let fallback = format!("Jumlah Dokumen {}", entry.nama);
    let indicator = if entry.indikator.is_empty() { &fallback } else { entry.indikator };
    Node {
        code,
        level: entry.tingkat,
        name: plain(entry.nama),
        indicator: plain(indicator),
        unit: plain(unit),
    }
}

fn tree(dice: &mut Dice, edition: Edition, province: bool, size: usize) -> Vec<Node> {
    let all: Vec<&Entry> = codification(edition)
        .bidang_urusan()
        .filter(|entry| !entry.is_general() && own(entry, province))
        .collect();
    let bidang = *dice.pick(&all);
    let urusan: Vec<Node> = bidang
        .kode
        .parent()
        .into_iter()
        .flat_map(|code| codification(edition).by_code(&code))
        .take(1)
        .map(|entry| node(entry, entry.kode.clone()))
        .collect();
    let mut nodes = urusan;
    nodes.push(node(bidang, bidang.kode.clone()));
    let mut left = size.max(1);
    for program in children(edition, &bidang.kode, &bidang.kode, province) {
        let general = program.code.as_str().ends_with(".01");
        if !dice.chance(if general { 80 } else { 60 }) {
            continue;
        }
        let mut below: Vec<Node> = Vec::new();
        for kegiatan in children(edition, &program.code, &bidang.kode, province) {
            if left == 0 || !dice.chance(60) {
                continue;
            }
            let mut subs = children(edition, &kegiatan.code, &bidang.kode, province);
            subs.retain(|_| dice.chance(50));
            subs.truncate(left.min(5));
            if !subs.is_empty() {
                left -= subs.len();
                below.push(kegiatan);
                below.extend(subs);
            }
        }
        if !below.is_empty() {
            nodes.push(program);
            nodes.extend(below);
        }
    }
    nodes
}
