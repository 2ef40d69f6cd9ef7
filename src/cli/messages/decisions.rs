//! What is said about a person's decisions.

use std::path::Path;

use super::fault;
use crate::model::Said;
use crate::pipeline::{NoDecisions, Undecided};

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
        NoDecisions::Disk(error) => Said::new(
            format!("{path} tidak dapat dibuka ({error}); periksa nama dan izinnya."),
            format!("{path} cannot be opened ({error}); check its name and permissions."),
        ),
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

/// A decision that cannot be followed.
pub(in crate::cli) fn undecided(undecided: &Undecided) -> Said {
    match undecided {
        Undecided::Unmet { place, text } => Said::new(
            format!(
                "keputusan tentang {place} (“{text}”) tidak mengenai perbaikan atau pertanyaan mana pun, mungkin berkas masukannya lain atau sudah berubah, jadi tidak ada yang ditulis; rapikan berkas itu lagi dan ulangi keputusannya pada hasil yang baru."
            ),
            format!(
                "the decision about {place} (“{text}”) meets no repair and no question, perhaps because the input is another one or has changed, so nothing was written; clean the file again and decide on the new result."
            ),
        ),
        Undecided::Several(place) => Said::new(
            format!(
                "keputusan tentang {place} mengenai lebih dari satu hal, jadi tidak ada yang ditulis; sebut id-nya, dari kolom Id pada lembar hasil atau dari JSON audit."
            ),
            format!(
                "the decision about {place} meets more than one thing, so nothing was written; name its id, from the column Id of the result or from the audit JSON."
            ),
        ),
        Undecided::Unfit { place, value } => Said::new(
            format!(
                "“{value}” tidak dapat berdiri di {place}, jadi tidak ada yang ditulis; isi nilai yang sesuai dengan kolomnya, misalnya 1.250.000 atau 2.17.01."
            ),
            format!(
                "“{value}” cannot stand in {place}, so nothing was written; give a value that fits the column, such as 1.250.000 or 2.17.01."
            ),
        ),
        Undecided::Unanswerable(place) => Said::new(
            format!(
                "temuan tentang {place} mengenai tabelnya, bukan isi satu sel, jadi tidak dapat dijawab dengan nilai dan tidak ada yang ditulis; perbaiki di berkas asal, lalu rapikan lagi."
            ),
            format!(
                "the finding about {place} concerns the table, not the content of one cell, so no value answers it and nothing was written; mend it in the source file and clean it again."
            ),
        ),
        Undecided::Fault(error) => fault(&error.to_string()),
    }
}
