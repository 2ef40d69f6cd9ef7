//! Putting decided codes into the model: clean ones as they are, proven ones as repairs, the rest as questions.

use super::costs;
use super::position::{Position, not_published, stays};
use super::proofs::{is_of_other_edition, proofs, rule};
use super::{Decision, Decisions, agreed, legacy};
use crate::codification::{Entry, begins, codification, entries_of, likeness};
use crate::model::{
    Change, Document, Grade, Kode, NoSuchCell, Repair, Rows, Said, Severity, Tingkat, letters,
};
use crate::rules;
use crate::solve::cells::places;

/// Puts the decisions into the document.
///
/// # Errors
/// If a decision names a row the document does not have.
pub(in crate::solve) fn apply(
    document: &mut Document,
    decisions: &Decisions,
    weakest: Grade,
) -> Result<(), NoSuchCell> {
    document.about.codification = decisions.edition;
    document.about.edition_ground.clone_from(&decisions.ground);
    for (table, rows) in decisions.tables.iter().enumerate() {
        for (row, decision) in rows.iter().enumerate() {
            let place = Position { table, row };
            if let Some(reading) = &decision.legacy {
                let is_held = document.is_held(table, row, "kode");
                if is_held && !matches!(reading, legacy::Reading::Outside | legacy::Reading::Stated(_)) {
                    continue;
                }
                legacy::settle(place, document, decision, reading, weakest)?;
                continue;
            }
            place.settle(document, decision, rows.get(row + 1), decisions, weakest)?;
        }
    }
    if decisions.is_either && decisions.is_alike {
        which_edition(document, decisions);
    }
    Ok(())
}

/// Asks once for the edition where sub codes are typed as plain numbers that both editions have alike.
fn which_edition(document: &mut Document, decisions: &Decisions) {
    let is_read = |decision: &Decision| {
        let code = decision.chosen().and_then(|chosen| chosen.code.as_ref());
        decision.evidence.clean.is_none() && code.is_some_and(|code| code.tingkat() == Tingkat::SubKegiatan)
    };
    let Some(table) = decisions.tables.iter().position(|rows| rows.iter().any(is_read)) else { return };
    let edition = decisions.edition.map_or("", crate::model::Edition::name);
    let message = Said::new(
        format!(
            "Nomor sub kegiatan diketik sebagai angka biasa, dan edisi dua angka maupun empat angka memuatnya; kodenya ditulis menurut edisi {edition}. Tulis nomornya lengkap (01 atau 0001) di berkas sumber bila edisinya lain."
        ),
        format!(
            "Sub kegiatan are numbered with plain figures, which the editions of two and of four digits both have; the codes are written as in the edition of {edition}. Write the numbers in full (01 or 0001) in the source file if it follows the other."
        ),
    );
    let rows = decisions.tables.get(table).map(Vec::as_slice).unwrap_or_default();
    let place = rows.iter().position(is_read).map(|row| Position { table, row });
    if let Some(place) = place {
        place.report(document, rules::unsure_code::TWO_EDITIONS, Severity::Warning, message, Vec::new());
    }
}

impl Position {
    fn settle(
        self,
        document: &mut Document,
        decision: &Decision,
        below: Option<&Decision>,
        decisions: &Decisions,
        weakest: Grade,
    ) -> Result<(), NoSuchCell> {
        let evidence = &decision.evidence;
        if let Some(outside) = evidence.outside {
            self.set_level(document, outside.level);
            self.set_of(document, outside.of);
            return Ok(());
        }
        if document.is_held(self.table, self.row, "kode") {
            return Ok(());
        }
        if evidence.left_open {
            self.open(document, decision);
            return Ok(());
        }
        let Some((candidate, code)) =
            decision.chosen().and_then(|chosen| chosen.code.as_ref().map(|code| (chosen, code)))
        else {
            self.without_code(document, decision);
            return Ok(());
        };
        if let Some(clean) = &evidence.clean
            && evidence.is_ours
            && is_of_other_edition(clean, code)
        {
            self.set_code(document, clean);
            return Ok(());
        }
        if let Some(clean) = &evidence.clean
            && (clean == code || candidate.misfit.is_none() || candidate.likeness < costs::OVERRULES)
            && !(candidate.likeness >= costs::EXACT && is_of_other_edition(clean, code))
        {
            self.set_code(document, clean);
            let is_its_name = clean == code && candidate.likeness >= costs::EXACT;
            let elsewhere = candidate.likeness < costs::EXACT && Self::named_elsewhere(decision, clean);
            if !is_its_name && (clean != code || elsewhere || is_unlike(&evidence.name, clean)) {
                self.contradiction(document, decision, clean);
            }
            return Ok(());
        }
        if code.as_str().starts_with("X.XX") {
            // Program 01 of which bidang, nothing says.
            self.open(document, decision);
            return Ok(());
        }
        let uncoded = document.tables.get(self.table).is_some_and(|table| table.form.rows != Rows::Coded);
        let unclear = uncoded || evidence.clean.is_none();
        let either = unclear && decisions.is_either && code.tingkat() == Tingkat::SubKegiatan;
        if either && !decisions.is_alike {
            // The editions number a sub kegiatan differently, and nothing tells which one the document follows.
            self.open(document, decision);
            return Ok(());
        }
        if uncoded && candidate.likeness >= costs::EXACT && decision.choice.margin >= costs::SURE {
            // The form has no place for a code: the official name says it, and nothing is changed.
            self.set_code(document, code);
            return Ok(());
        }
        if decisions.edition.is_some_and(|own| codification(own).by_code(code).is_empty()) {
            // Only another edition than the document's has it: that is for a person to choose.
            self.open(document, decision);
            return Ok(());
        }
        let proofs = proofs(decision, below, code, decisions);
        let grade = Grade::of(&proofs);
        if decision.choice.margin < costs::SURE || grade > weakest || proofs.is_empty() {
            self.open(document, decision);
            return Ok(());
        }
        let repair = Repair {
            rule: rule(decision, code),
            change: Change::Code,
            table: self.table,
            row: self.row,
            column: "kode",
            sources: document
                .tables
                .get(self.table)
                .map(|table| places(table, self.row, "kode"))
                .unwrap_or_default(),
            before: evidence.shown.clone(),
            after: code.to_string(),
            proofs,
        };
        document.repair_code(repair, code.clone())
    }

    /// Puts an open row where all its readings stand, if the row that they stand below is there.
    fn set_agreed(self, document: &mut Document, decision: &Decision) {
        let Some(place) = agreed::place(document, self.table, self.row, decision) else { return };
        self.set_level(document, place.level);
        self.set_of(document, Some(place.above));
    }

    fn without_code(self, document: &mut Document, decision: &Decision) {
        let proposals =
            document.tables.get(self.table).is_some_and(|table| table.form.rows == Rows::Proposals);
        if proposals {
            self.set_level(document, Tingkat::Usulan);
        } else {
            self.open(document, decision);
        }
    }

    /// Whether the printed name is the official name of another code.
    fn named_elsewhere(decision: &Decision, clean: &Kode) -> bool {
        decision
            .candidates
            .iter()
            .any(|other| other.likeness >= costs::EXACT && other.code.as_ref() != Some(clean))
    }

    fn contradiction(self, document: &mut Document, decision: &Decision, clean: &Kode) {
        let candidates = codes(decision);
        let name = &decision.evidence.name;
        let message = Said::new(
            format!(
                "Kode {clean} dan nama “{name}” tidak cocok menurut kodefikasi. Periksa mana yang benar."
            ),
            format!(
                "Code {clean} and name “{name}” do not belong together in the codification. Check which is right."
            ),
        );
        self.report(document, rules::code_name_mismatch::DISAGREE, Severity::Warning, message, candidates);
    }

    fn open(self, document: &mut Document, decision: &Decision) {
        let shown = &decision.evidence.shown;
        let name = &decision.evidence.name;
        let candidates = codes(decision);
        self.leave_open(document);
        self.set_agreed(document, decision);
        let (cause, message) = if candidates.is_empty() {
            let message = Said::new(
                format!("“{name}” tidak ada dalam kodefikasi; {}. Isi kodenya.", stays(shown).indonesian),
                format!("“{name}” is not in the codification; {}. Fill in its code.", stays(shown).english),
            );
            (not_published(shown), message)
        } else {
            let message = Said::new(
                format!("Kode “{shown}” untuk “{name}” tidak pasti. Pilih salah satu calon."),
                format!("The code “{shown}” of “{name}” is not certain. Choose one of the candidates."),
            );
            (rules::unsure_code::SEVERAL_FIT, message)
        };
        self.report(document, cause, Severity::Warning, message, candidates);
    }
}

/// Whether a name has nothing in common with any that the codification gives to a code.
fn is_unlike(name: &str, code: &Kode) -> bool {
    let entries = entries_of(code, None);
    // `KESEHATAN` is short for `URUSAN PEMERINTAHAN BIDANG KESEHATAN`.
    let ends = |entry: &&Entry| {
        entry.tingkat == Tingkat::BidangUrusan && letters(entry.nama).ends_with(&letters(name))
    };
    let like = |entry: &&Entry| {
        begins(name, entry.nama) || ends(entry) || likeness(name, entry.nama) >= costs::UNLIKE
    };
    !entries.is_empty() && !letters(name).is_empty() && !entries.iter().any(like)
}

fn codes(decision: &Decision) -> Vec<String> {
    let likely = decision.candidates.iter().filter(|candidate| candidate.cost < costs::OFFERED);
    likely
        .filter_map(|candidate| candidate.code.as_ref().map(ToString::to_string))
        .take(costs::MOST_OFFERED)
        .collect()
}
