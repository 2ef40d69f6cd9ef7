//! What is said when the process that worked on a file did not live to its end; the file's name stands before it.

use std::io;
use std::time::Duration;

use crate::model::Said;

/// The file took too long.
pub(in crate::cli) fn slow(patience: Duration) -> Said {
    let seconds = patience.as_secs_f64();
    Said::new(
        format!(
            "berkas ini belum selesai diolah setelah {} detik, jadi pengolahannya dihentikan agar berkas lain dapat lanjut; periksa apakah isinya wajar (misalnya ratusan ribu baris berformat), atau beri waktu lebih lama dengan --timeout.",
            seconds.to_string().replace('.', ",")
        ),
        format!(
            "the file was not done after {seconds} seconds, so work on it was stopped to let the others go on; check whether its content is reasonable (hundreds of thousands of formatted rows are not), or allow more time with --timeout."
        ),
    )
}

/// The file needs too much memory.
pub(in crate::cli) fn memory(limit: Option<&str>) -> Said {
    let (indonesian, english) = limit.map_or_else(
        || ("memori yang ada".to_owned(), "there is".to_owned()),
        |limit| (format!("batas {limit}"), format!("the limit of {limit}")),
    );
    Said::new(
        format!(
            "mengolah berkas ini memerlukan memori lebih dari {indonesian}, jadi dihentikan agar komputer tidak macet; bagi berkasnya per lembar, atau naikkan batasnya dengan --memory."
        ),
        format!(
            "working on the file takes more memory than {english}, so it was stopped lest the computer stall; split the file by its sheets, or raise the limit with --memory."
        ),
    )
}

/// The process ended by itself, in this way.
pub(in crate::cli) fn ended(how: &str) -> Said {
    Said::new(
        format!(
            "pengolahan berkas ini berhenti mendadak ({how}), jadi tidak ada hasil untuknya; berkas lain tetap diolah. Ulangi sekali lagi; bila terjadi lagi, laporkan kepada pembuat rapikan, bila mungkin beserta berkasnya."
        ),
        format!(
            "work on the file ended all of a sudden ({how}), so there is no result for it; the others go on. Try once more; if it happens again, report it to the makers of rapikan, with the file if you may."
        ),
    )
}

/// No process can be started; no file's name stands before it.
pub(in crate::cli) fn unisolated(error: &io::Error) -> Said {
    Said::new(
        format!(
            "Proses terpisah tidak dapat dimulai ({error}), jadi batas waktu dan memori tidak berlaku; tutup program lain bila komputer kehabisan memori, atau proses berkas lebih sedikit sekaligus."
        ),
        format!(
            "No separate process can be started ({error}), so the limits of time and memory have no effect; close other programs if the computer is out of memory, or convert fewer files at once."
        ),
    )
}
