//! Putting the codes of the edition of 2006 into the model.

use super::super::Decision;
use super::super::position::{Position, not_published, stays};
use super::Reading;
use crate::model::{Change, Document, Grade, Kode, NoSuchCell, Repair, Rows, Said, Severity, Tingkat};
use crate::rules;
use crate::solve::cells::places;

/// Settles a row as it was read.
///
/// # Errors
/// If the row is not in the document.
pub(in super::super) fn settle(
    place: Position,
    document: &mut Document,
    decision: &Decision,
    reading: &Reading,
    weakest: Grade,
) -> Result<(), NoSuchCell> {
    match reading {
        Reading::Outside => {}
        Reading::Item => place.set_level(document, Tingkat::Rincian),
        Reading::Stated(code) => place.set_code(document, code),
        Reading::Contradicted(code, official) => {
            place.set_code(document, code);
            contradiction(place, document, decision, code, official);
        }
        Reading::Mended(code, rule, proof) => {
            if Grade::of(std::slice::from_ref(proof)) > weakest {
                open(place, document, decision, std::slice::from_ref(code));
                return Ok(());
            }
            let table = document.tables.get(place.table);
            let sources = table.map(|table| places(table, place.row, "kode")).unwrap_or_default();
            let repair = Repair {
                rule: *rule,
                change: Change::Code,
                table: place.table,
                row: place.row,
                column: "kode",
                sources,
                before: decision.evidence.shown.clone(),
                after: code.to_string(),
                proofs: vec![proof.clone()],
            };
            return document.repair_code(repair, code.clone());
        }
        Reading::Open(codes) => {
            let rows = document.tables.get(place.table).map(|table| table.form.rows);
            if rows == Some(Rows::Proposals) {
                place.set_level(document, Tingkat::Usulan);
            } else {
                open(place, document, decision, codes);
            }
        }
    }
    Ok(())
}

fn open(place: Position, document: &mut Document, decision: &Decision, codes: &[Kode]) {
    let (shown, name) = (&decision.evidence.shown, &decision.evidence.name);
    place.leave_open(document);
    let stays = stays(shown);
    let candidates: Vec<String> = codes.iter().map(ToString::to_string).collect();
    let (cause, message) = if candidates.is_empty() {
        (
            not_published(shown),
            Said::new(
                format!("“{name}” tidak ada dalam kodefikasi edisi 2006; {}. Isi kodenya.", stays.indonesian),
                format!(
                    "“{name}” is not in the codification's edition of 2006; {}. Fill in its code.",
                    stays.english
                ),
            ),
        )
    } else {
        (
            rules::unsure_code::SEVERAL_FIT,
            Said::new(
                format!("Kode “{shown}” untuk “{name}” tidak pasti. Pilih salah satu calon."),
                format!("The code “{shown}” of “{name}” is not certain. Choose one of the candidates."),
            ),
        )
    };
    place.report(document, cause, Severity::Warning, message, candidates);
}

fn contradiction(
    place: Position,
    document: &mut Document,
    decision: &Decision,
    code: &Kode,
    official: &Kode,
) {
    let name = &decision.evidence.name;
    let message = Said::new(
        format!(
            "Kode {code} tercetak, tetapi dalam kodefikasi edisi 2006 “{name}” adalah {official}. Periksa mana yang benar."
        ),
        format!(
            "The code {code} is printed, yet in the codification's edition of 2006 “{name}” is {official}. Check which is right."
        ),
    );
    place.report(
        document,
        rules::code_name_mismatch::DISAGREE,
        Severity::Warning,
        message,
        vec![official.to_string()],
    );
}
