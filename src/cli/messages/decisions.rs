//! What is said about a person's decisions.

use std::path::Path;

use crate::model::Said;
use crate::pipeline::NoDecisions;
use crate::read::ReadError;

/// Decisions were given for more than one input.
pub(in crate::cli) fn decisions_of_one_file() -> Said {
    Said::new(
        "--reject berisi keputusan tentang satu berkas, jadi masukannya harus satu berkas; jalankan sekali untuk setiap berkas.",
        "--reject holds decisions about one file, so the input must be one file; run it once for each file.",
    )
}

/// The file of decisions is none.
pub(in crate::cli) fn no_decisions(path: &Path, error: &NoDecisions) -> Said {
    let path = path.display();
    match error {
        NoDecisions::Empty => Said::new(
            format!(
                "{path} tidak berisi keputusan; tulis tolak di kolom Keputusan pada lembar Perbaikan, atau pilih jawaban pada lembar Temuan, simpan, lalu ulangi."
            ),
            format!(
                "{path} holds no decision; write tolak in the column Decision of the sheet Repairs, or choose an answer on the sheet Findings, save, and try again."
            ),
        ),
        NoDecisions::Json(error) => Said::new(
            format!(
                "{path} bukan JSON yang utuh ({error}); pakai buku hasil rapikan atau perbaiki berkasnya."
            ),
            format!(
                "{path} is no whole JSON ({error}); use the result workbook of rapikan or mend the file."
            ),
        ),
        NoDecisions::Unclear { place, word, question: false } => Said::new(
            format!(
                "{path}: “{word}” di samping perbaikan {place} bukan keputusan, jadi tidak ada yang ditulis; tulis tolak bila perbaikan itu tidak diinginkan, atau kosongkan."
            ),
            format!(
                "{path}: “{word}” beside the repair of {place} is no decision, so nothing was written; write tolak if that repair is not wanted, or leave it empty."
            ),
        ),
        NoDecisions::Unclear { place, word, .. } => Said::new(
            format!(
                "{path}: “{word}” di samping pertanyaan tentang {place} bukan jawaban, jadi tidak ada yang ditulis; pilih atau tulis isi sel yang benar, atau kosongkan."
            ),
            format!(
                "{path}: “{word}” beside the question about {place} is no answer, so nothing was written; choose or write what should stand in the cell, or leave it empty."
            ),
        ),
        NoDecisions::Nameless(entry) => Said::new(
            format!(
                "{path}: keputusan ini tidak menyebut tentang apa: {entry}; beri id, atau sources, before dan after, atau source dan rule."
            ),
            format!(
                "{path}: this decision does not say what it is about: {entry}; give an id, or sources, before and after, or source and rule."
            ),
        ),
        NoDecisions::Read(
            error @ (ReadError::NotAFile
            | ReadError::Io(_)
            | ReadError::Changing
            | ReadError::TooLarge { .. }),
        ) => {
            let said = error.said();
            Said::new(format!("{path}: {}", said.indonesian), format!("{path}: {}", said.english))
        }
        NoDecisions::Read(_) => Said::new(
            format!(
                "{path} tidak dapat dibaca sebagai buku kerja; pakai buku hasil rapikan yang berisi lembar Perbaikan."
            ),
            format!(
                "{path} cannot be read as a workbook; use the result workbook of rapikan that holds the sheet Repairs."
            ),
        ),
    }
}
