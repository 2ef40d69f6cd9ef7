//! What only the page says; all else is said by the stages themselves.

use crate::model::Said;
use crate::pipeline::{Difference, NoDecisions};
use crate::template::TemplateError;

/// A request that is not of our page.
pub(super) fn stranger() -> Said {
    Said::new(
        "permintaan ini tidak datang dari halaman yang dibuka rapikan, jadi ditolak; buka alamat lengkap yang dicetak rapikan, dengan token di belakangnya.",
        "this request does not come from the page that rapikan opened, so it is refused; open the whole address that rapikan printed, with the token at its end.",
    )
}

/// A file or an address that is not there.
pub(super) fn missing() -> Said {
    Said::new(
        "berkas ini tidak ada lagi di halaman, mungkin rapikan dijalankan ulang; letakkan berkasnya sekali lagi.",
        "this file is no longer on the page, perhaps because rapikan was started anew; drop it once more.",
    )
}

/// Files that are too many to lie on the page together.
pub(super) fn crowded(held: u64, whole: u64) -> Said {
    let mib = |bytes: u64| bytes.div_ceil(1_048_576);
    let (held, whole) = (mib(held), mib(whole));
    Said::new(
        format!(
            "halaman ini sudah memegang {held} MiB berkas dan hanya memuat {whole} MiB sekaligus, jadi berkas ini tidak ditambahkan; unduh hasil yang sudah selesai, singkirkan berkasnya dengan ✕, lalu letakkan berkas ini sekali lagi."
        ),
        format!(
            "the page holds {held} MiB of files already and takes {whole} MiB at once, so this file was not added; save the results that are done, put their files away with ✕, and drop this file once more."
        ),
    )
}

/// A request that makes no sense.
pub(super) fn unclear(detail: &str) -> Said {
    Said::new(
        format!(
            "isian ini tidak dapat dipahami ({detail}), jadi tidak ada yang dilakukan; periksa isiannya."
        ),
        format!("this cannot be understood ({detail}), so nothing was done; check what was filled in."),
    )
}

/// Decisions that are none.
pub(super) fn no_decisions(error: &NoDecisions) -> Said {
    match error {
        NoDecisions::Unclear { place, word, .. } => Said::new(
            format!(
                "“{word}” untuk {place} bukan keputusan, jadi tidak ada yang diubah; isi nilai yang benar."
            ),
            format!("“{word}” for {place} is no decision, so nothing was changed; fill in the right value."),
        ),
        NoDecisions::Read(error) => error.said(),
        other => unclear(&other.to_string()),
    }
}

/// A workbook that reads differently.
pub(super) fn differs(difference: &Difference) -> Said {
    Said::new(
        format!(
            "buku hasil ini berbeda saat dibaca kembali ({difference}): kesalahan di dalam rapikan sendiri, jadi tidak diberikan; unduh JSON atau CSV, dan laporkan kepada pembuatnya."
        ),
        format!(
            "the result reads differently ({difference}): a fault of rapikan itself, so it is not handed out; download JSON or CSV, and report it to its makers."
        ),
    )
}

/// A template that cannot be made.
pub(super) fn no_template(error: &TemplateError) -> Said {
    match error {
        TemplateError::NoSuchBidang(code, edition) => {
            let edition = edition.name();
            Said::new(
                format!(
                    "{code} bukan bidang urusan dalam kodefikasi edisi {edition}, jadi tidak ada baris untuknya; cari kodenya di panel Kodefikasi."
                ),
                format!(
                    "{code} is no bidang urusan of the codification's edition {edition}, so there are no rows for it; find the code in the panel Codification."
                ),
            )
        }
        TemplateError::Write(error) => error.said(),
    }
}
