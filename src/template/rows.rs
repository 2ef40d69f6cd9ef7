//! The rows of a template: from the codification, or still to be typed.

use super::{TemplateError, Wanted, row, text};
use crate::codification::{Entry, TingkatPemda, codification, is_word, places};
use crate::model::{Cell, Column, Edition, Kode, Role, Row, Rows, Table, Tingkat, letters};
use crate::value::words::{LineBreaks, Vocabulary, mend};

/// How many rows are offered where the codification does not tell which.
const TYPED: usize = 60;

/// An entry as it stands in a table: with the bidang's own code.
#[derive(Clone, Debug)]
pub(super) struct Listed {
    pub(super) code: Kode,
    pub(super) entry: &'static Entry,
}

/// # Errors
/// If a bidang is not in the edition.
pub(super) fn refuse_unknown(wanted: &Wanted) -> Result<(), TemplateError> {
    let known = |code: &&Kode| {
        code.tingkat() == Tingkat::BidangUrusan && !codification(wanted.edition).by_code(code).is_empty()
    };
    match wanted.bidang.iter().find(|code| !known(code)) {
        Some(code) => Err(TemplateError::NoSuchBidang(code.clone(), wanted.edition)),
        None => Ok(()),
    }
}

/// Which entries a region's government may use.
#[derive(Clone, Copy, Debug)]
pub(super) struct Government {
    province: bool,
    special: bool,
}

impl Government {
    /// The government of the region; a regency's without special autonomy where none is named.
    pub(super) fn of(wanted: &Wanted) -> Self {
        let Some(region) = wanted.region.as_deref() else { return Self { province: false, special: false } };
        let place = places().find_region(region);
        let names = [place.map(|place| place.nama), place.map(|place| place.provinsi), Some(region)];
        // Aceh and the provinces of Papua, with all that lie in them.
        let special = names.into_iter().flatten().map(letters).any(|name| {
            let name = name.trim_start_matches("provinsi");
            name.starts_with("aceh") || name.starts_with("papua")
        });
        Self { province: letters(region).starts_with("prov"), special }
    }

    /// Kewenangan 1 is a province's and 2 a regency's or city's; all others are those of special autonomy.
    pub(super) fn may(self, entry: &Entry) -> bool {
        let other = if self.province { TingkatPemda::Kabkota } else { TingkatPemda::Provinsi };
        let power = entry.kode.parts().nth(3).filter(|_| entry.kode.shape().is_none());
        let special = power.is_some_and(|power| !matches!(power, "1" | "2"));
        entry.tingkat_pemda != other && (!special || self.special)
    }
}

/// Everything of a bidang in the order of codes, the bidang first; program 01 only where `general` says so,
/// because an office with several bidang has it once.
pub(super) fn bidang(code: &Kode, wanted: &Wanted, general: bool) -> Vec<Listed> {
    let mut found = Vec::new();
    let government = Government::of(wanted);
    let own = codification(wanted.edition).by_code(code);
    if let Some(entry) = own.into_iter().find(|entry| government.may(entry)) {
        found.push(Listed { code: code.clone(), entry });
        below((code, code), wanted.edition, government, general, &mut found);
    }
    found
}

fn below(
    (parent, bidang): (&Kode, &Kode),
    edition: Edition,
    government: Government,
    general: bool,
    found: &mut Vec<Listed>,
) {
    for entry in codification(edition).children(parent) {
        let code = entry.kode_in(bidang);
        // Where one code has several names, the first holds.
        let twice = found.last().is_some_and(|last| last.code == code || last.code.is_below(&code));
        if government.may(entry) && !twice && (general || !entry.is_general()) {
            found.push(Listed { code: code.clone(), entry });
            below((&code, bidang), edition, government, general, found);
        }
    }
}

/// The rows of a table without last year's.
pub(super) fn rows(table: &Table, wanted: &Wanted) -> Vec<Row> {
    let listed = matches!(table.form.rows, Rows::Coded | Rows::Named);
    if !listed || wanted.bidang.is_empty() {
        return (0..TYPED).map(|_| row(table, None, |_| Cell::default())).collect();
    }
    let mut rows = Vec::new();
    let mut urusan: Option<Kode> = None;
    for (index, code) in wanted.bidang.iter().enumerate() {
        let above = code.parent().filter(|above| urusan.as_ref() != Some(above));
        if let Some(above) = above {
            let entry = codification(wanted.edition).by_code(&above).into_iter().next();
            rows.extend(entry.map(|entry| official(table, &Listed { code: above.clone(), entry })));
            urusan = Some(above);
        }
        rows.extend(bidang(code, wanted, index == 0).iter().map(|listed| official(table, listed)));
    }
    rows
}

/// A row with code, name and, for a sub kegiatan, its official indicator.
pub(super) fn official(table: &Table, listed: &Listed) -> Row {
    let indicator = table
        .columns
        .iter()
        .filter(|column| column.role == Role::Indicator)
        .find(|column| column.header.last().is_some_and(|header| header.contains("Sub Kegiatan")))
        .or_else(|| table.columns.iter().find(|column| column.role == Role::Indicator))
        .map(|column| column.id);
    row(table, Some(&listed.code), |column: &Column| match column.role {
        Role::Code => text(listed.code.as_str()),
        Role::Name | Role::TwinName => text(listed.entry.nama),
        Role::Indicator if indicator == Some(column.id) => text(&whole(listed.entry.indikator)),
        _ => Cell::default(),
    })
}

/// The words of the codification.
struct Official;

impl Vocabulary for Official {
    fn knows(&self, word: &str) -> bool {
        is_word(word)
    }
}

/// An indicator as it should be printed: some were published with words run together.
fn whole(published: &str) -> String {
    mend(published, &Official, LineBreaks::Join).map_or_else(|| published.to_owned(), |mended| mended.text)
}

/// The total row, where the form prints one.
pub(super) fn close(table: &mut Table) {
    let Some(total) = table.form.total else { return };
    let name = |column: &Column| if column.role == Role::Name { text(total) } else { Cell::default() };
    let mut last = row(table, None, name);
    last.level = Some(Tingkat::Jumlah);
    table.rows = std::mem::take(&mut table.rows).into_iter().chain([last]).collect();
}
