//! What a table says, whatever is printed: rows of values by column id.

use std::collections::BTreeMap;

use rapikan::forms;
use rapikan::model::{Form, Kind, Kode, Layout, Tingkat};
use rust_decimal::{Decimal, RoundingStrategy};

use super::dice::Dice;
use super::office::{Node, Office};

/// The tables that can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    Tc29,
    Tc30,
    Tc31,
    Tc32,
    Permendagri,
    Sipd,
    SipdKodefikasi,
    SipdRi,
}

/// Every shape.
pub const SHAPES: [Shape; 8] = [
    Shape::Tc29,
    Shape::Tc30,
    Shape::Tc31,
    Shape::Tc32,
    Shape::Permendagri,
    Shape::Sipd,
    Shape::SipdKodefikasi,
    Shape::SipdRi,
];

impl Shape {
    /// The form and the layout.
    pub fn declared(self) -> (&'static Form, &'static Layout) {
        let (id, layout) = match self {
            Self::Tc29 => ("T-C.29", "permendagri"),
            Self::Tc30 => ("T-C.30", "permendagri"),
            Self::Tc31 => ("T-C.31", "permendagri"),
            Self::Tc32 => ("T-C.32", "permendagri"),
            Self::Permendagri => ("T-C.33", "permendagri"),
            Self::Sipd | Self::SipdKodefikasi => ("T-C.33", "sipd"),
            Self::SipdRi => ("T-C.33", "sipd-ri"),
        };
        let form = forms::form(id).unwrap();
        (form, form.layouts.iter().find(|found| found.id == layout).unwrap())
    }

    /// Whether rows carry codes in cells.
    pub fn is_coded(self) -> bool {
        self.declared().1.code_cells > 0
    }

    /// Whether it is a T-C.33.
    pub fn is_tc33(self) -> bool {
        self.declared().0.id == "T-C.33"
    }
}

/// One row.
#[derive(Clone, Debug, Default)]
pub struct TrueRow {
    /// Its level.
    pub level: Option<Tingkat>,
    /// Its code.
    pub code: Option<Kode>,
    /// Its texts, and its measures as texts.
    pub texts: BTreeMap<&'static str, String>,
    /// Its amounts and percents.
    pub numbers: BTreeMap<&'static str, Decimal>,
}

/// The rows of a shape for an office.
pub fn rows(shape: Shape, office: &Office) -> Vec<TrueRow> {
    match shape {
        Shape::Tc29 => evaluation(office),
        Shape::Tc30 => performance(office),
        Shape::Tc31 => review(office),
        Shape::Tc32 => proposals(office),
        _ => plan(shape, office),
    }
}

fn coded(node: &Node) -> TrueRow {
    TrueRow { level: Some(node.level), code: Some(node.code.clone()), ..TrueRow::default() }
}

fn measure(dice: &mut Dice, unit: &str) -> String {
    if dice.chance(30) {
        format!("{} %", 10 + dice.below(91))
    } else {
        format!("{} {unit}", 1 + dice.below(400))
    }
}

fn location(office: &Office, dice: &mut Dice) -> String {
    if office.districts.is_empty() || dice.chance(60) {
        format!("{}, Semua Kecamatan, Semua Kelurahan", office.region)
    } else {
        (*dice.pick(&office.districts)).to_owned()
    }
}

fn percent(top: Decimal, bottom: Decimal) -> Decimal {
    (top * Decimal::ONE_HUNDRED / bottom).round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
}

fn evaluation(office: &Office) -> Vec<TrueRow> {
    let lalu = office.amounts("target_lalu", 0);
    let lampau = shares(office, &lalu, "realisasi_lampau", 20, 400..2500);
    // The target of five years is some years' worth of the one of a year.
    let renstra: BTreeMap<Kode, Decimal> =
        lalu.iter().map(|(code, amount)| (code.clone(), *amount * Decimal::from(4))).collect();
    let hasil = shares(office, &lalu, "realisasi_lalu", 0, 500..1020);
    let berjalan = shares(office, &lalu, "target_berjalan", 0, 500..1600);
    let below = office.nodes.iter().filter(|node| node.level > Tingkat::Urusan);
    below
        .map(|node| {
            let mut row = coded(node);
            row.texts.insert("uraian", node.name.clone());
            row.texts.insert("indikator", node.indicator.clone());
            let of = |amounts: &BTreeMap<Kode, Decimal>| amounts.get(&node.code).copied();
            let reached = [of(&lampau), of(&hasil), of(&berjalan)].into_iter().flatten().sum::<Decimal>();
            row.numbers.insert("target_renstra", of(&renstra).unwrap());
            row.numbers.extend(of(&lampau).map(|amount| ("realisasi_lampau", amount)));
            row.numbers.insert("target_lalu", of(&lalu).unwrap());
            row.numbers.insert("realisasi_lalu", of(&hasil).unwrap());
            row.numbers.insert("tingkat_realisasi", percent(of(&hasil).unwrap(), of(&lalu).unwrap()));
            row.numbers.insert("target_berjalan", of(&berjalan).unwrap());
            row.numbers.insert("capaian_berjalan", reached);
            row.numbers.insert("tingkat_capaian", percent(reached, of(&renstra).unwrap()));
            row
        })
        .collect()
}

/// Amounts of so many thousandths of others, at times many times as much; some are left empty.
fn shares(
    office: &Office,
    others: &BTreeMap<Kode, Decimal>,
    what: &str,
    holes: usize,
    range: std::ops::Range<usize>,
) -> BTreeMap<Kode, Decimal> {
    let mut sums: BTreeMap<Kode, Decimal> = BTreeMap::new();
    for node in office.nodes.iter().filter(|node| node.level == Tingkat::SubKegiatan) {
        let mut dice = office.dice(&node.code, what);
        if dice.chance(holes) {
            continue;
        }
        let usual = range.start + dice.below(range.len());
        let share = if dice.chance(3) { 1000 + dice.below(9000) } else { usual };
        let amount = (others[&node.code] * Decimal::from(share) / Decimal::from(1000)).trunc();
        for code in std::iter::successors(Some(node.code.clone()), Kode::parent) {
            *sums.entry(code).or_default() += amount;
        }
    }
    sums
}

fn performance(office: &Office) -> Vec<TrueRow> {
    let mut seen: Vec<&str> = Vec::new();
    let mut rows = Vec::new();
    for node in office.nodes.iter().filter(|node| node.level == Tingkat::SubKegiatan) {
        if seen.contains(&node.indicator.as_str()) {
            continue;
        }
        seen.push(&node.indicator);
        let mut row = TrueRow { level: Some(Tingkat::Indikator), ..TrueRow::default() };
        row.texts.insert("no", (rows.len() + 1).to_string());
        row.texts.insert("indikator", node.indicator.clone());
        let predicate = office.dice(&node.code, "predicate").chance(10);
        let percents = office.dice(&node.code, "percents").chance(40);
        for column in Shape::Tc30.declared().1.columns.iter().filter(|column| column.kind == Kind::Measure) {
            let mut dice = office.dice(&node.code, column.id);
            let text = match (predicate, percents) {
                (true, _) => (*dice.pick(&["A", "BB", "B"])).to_owned(),
                (_, true) => format!("{} %", 10 + dice.below(91)),
                _ => format!("{} {}", 1 + dice.below(400), node.unit),
            };
            row.texts.insert(column.id, text);
        }
        rows.push(row);
    }
    rows
}

fn review(office: &Office) -> Vec<TrueRow> {
    let amounts = office.amounts("pagu", 0);
    let mut number = 0;
    let below = office.nodes.iter().filter(|node| node.level > Tingkat::Urusan);
    below
        .map(|node| {
            let mut row = coded(node);
            if node.level == Tingkat::Program {
                number += 1;
                row.texts.insert("no", number.to_string());
            }
            for [name, place, indicator, target, money] in [
                ["rkpd_uraian", "rkpd_lokasi", "rkpd_indikator", "rkpd_target", "rkpd_pagu"],
                [
                    "analisis_uraian",
                    "analisis_lokasi",
                    "analisis_indikator",
                    "analisis_target",
                    "analisis_pagu",
                ],
            ] {
                row.texts.insert(name, node.name.clone());
                row.numbers.insert(money, amounts[&node.code]);
                if node.level > Tingkat::BidangUrusan {
                    row.texts.insert(place, location(office, &mut office.dice(&node.code, "lokasi")));
                    row.texts.insert(indicator, node.indicator.clone());
                    row.texts.insert(target, measure(&mut office.dice(&node.code, "target"), &node.unit));
                }
            }
            row
        })
        .collect()
}

fn proposals(office: &Office) -> Vec<TrueRow> {
    let mut rows: Vec<TrueRow> = Vec::new();
    let mut number = 0;
    let mut kegiatan: Option<Kode> = None;
    for node in office.nodes.iter().filter(|node| node.level >= Tingkat::Program) {
        let mut row = coded(node);
        match node.level {
            Tingkat::SubKegiatan => {
                let wanted = kegiatan.as_ref().is_some_and(|above| office.dice(above, "usulan").chance(70));
                if !wanted {
                    continue;
                }
                row = TrueRow { level: Some(Tingkat::Usulan), ..TrueRow::default() };
                let mut dice = office.dice(&node.code, "usulan");
                let things =
                    ["Pelatihan kader", "Bantuan alat produksi", "Pembangunan jalan", "Rehabilitasi gedung"];
                let village = ["Sungai Limau", "Batu Gadang", "Koto Baru", "Tanjung Alai"];
                row.texts.insert("uraian", format!("{} {}", dice.pick(&things), dice.pick(&village)));
                row.texts.insert("lokasi", location(office, &mut dice));
                row.texts.insert(
                    "volume",
                    format!("{} {}", 1 + dice.below(90), dice.pick(&["Unit", "Paket", "Orang"])),
                );
                row.texts.insert("catatan", (*dice.pick(&["Musrenbang", "Pokir"])).to_owned());
            }
            level => {
                if level == Tingkat::Program {
                    number += 1;
                    row.texts.insert("no", number.to_string());
                } else {
                    kegiatan = Some(node.code.clone());
                    row.texts.insert("indikator", node.indicator.clone());
                }
                row.texts.insert("uraian", node.name.clone());
            }
        }
        rows.push(row);
    }
    rows
}

fn plan(shape: Shape, office: &Office) -> Vec<TrueRow> {
    let money = [("pagu", office.amounts("pagu", 0)), ("maju_pagu", office.amounts("maju_pagu", 0))];
    let mut rows: Vec<TrueRow> = Vec::new();
    for node in &office.nodes {
        let mut row = coded(node);
        row.texts.insert("uraian", node.name.clone());
        for (id, amounts) in &money {
            if node.level > Tingkat::Urusan {
                row.numbers.insert(id, amounts[&node.code]);
            }
        }
        let deepest = node.level == Tingkat::SubKegiatan;
        if deepest || node.level >= Tingkat::Program && !matches!(shape, Shape::Sipd | Shape::SipdKodefikasi)
        {
            describe(shape, office, node, &mut row);
        }
        if shape == Shape::SipdRi {
            row.texts.insert("no", (rows.len() + 1).to_string());
        }
        if shape == Shape::SipdKodefikasi {
            row.texts.insert("kodefikasi", node.code.to_string());
        }
        rows.push(row);
    }
    let mut total = TrueRow { level: Some(Tingkat::Jumlah), ..TrueRow::default() };
    for (id, amounts) in money {
        total
            .numbers
            .insert(id, amounts.iter().filter(|(code, _)| code.parent().is_none()).map(|(_, sum)| sum).sum());
    }
    rows.push(total);
    rows
}

fn describe(shape: Shape, office: &Office, node: &Node, row: &mut TrueRow) {
    let columns = shape.declared().1.columns;
    for column in columns {
        if row.texts.contains_key(column.id) {
            continue;
        }
        let mut dice = office.dice(&node.code, column.id);
        let text = match (column.id, column.kind) {
            ("lokasi", _) => location(office, &mut dice),
            ("sumber_dana", _) => dice.pick(&office.funds).clone(),
            ("capaian_program" | "hasil", _) => format!("Persentase capaian {}", node.unit.to_lowercase()),
            (_, Kind::List) => node.indicator.clone(),
            (_, Kind::Measure) => measure(&mut dice, &node.unit),
            ("catatan", _) if dice.chance(10) => "Prioritas daerah".to_owned(),
            ("prioritas_daerah" | "kelompok_sasaran", _) => "Masyarakat miskin".to_owned(),
            ("penanggung_jawab", _) => office.opd.clone(),
            _ => continue,
        };
        row.texts.insert(column.id, text);
    }
}
