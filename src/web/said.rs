//! What only the page says; all else is said by the stages themselves.

use std::io;
use std::time::Duration;

use crate::compare::LeftOut;
use crate::model::{Language, Said};
use crate::pipeline::{Difference, NoDecisions};
use crate::template::{TemplateError, several_offices};

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
        TemplateError::SeveralOffices(offices) => several_offices(offices),
        TemplateError::Write(error) => error.said(),
    }
}

/// The file took too long.
pub(super) fn slow(patience: Duration) -> Said {
    let seconds = patience.as_secs_f64();
    Said::new(
        format!(
            "berkas ini belum selesai diolah setelah {} detik, jadi pengolahannya dihentikan; periksa apakah isinya wajar (misalnya ratusan ribu baris berformat), lalu letakkan sekali lagi setelah baris kosongnya dihapus.",
            seconds.to_string().replace('.', ",")
        ),
        format!(
            "the file was not done after {seconds} seconds, so work on it was stopped; check whether its content is reasonable (hundreds of thousands of formatted rows are not), delete the empty rows, and drop it once more."
        ),
    )
}

/// The file needs too much memory.
pub(super) fn memory(limit: Option<u64>) -> Said {
    let (indonesian, english) = limit.map_or_else(
        || ("yang ada".to_owned(), "there is".to_owned()),
        |bytes| (format!("batas {} MiB", bytes >> 20), format!("the limit of {} MiB", bytes >> 20)),
    );
    Said::new(
        format!(
            "mengolah berkas ini memerlukan memori lebih dari {indonesian}, jadi dihentikan agar komputer tidak macet; bagi berkasnya per lembar, lalu letakkan satu per satu."
        ),
        format!(
            "working on the file takes more memory than {english}, so it was stopped lest the computer stall; split the file by its sheets and drop them one by one."
        ),
    )
}

/// The worker ended by itself, in this way.
pub(super) fn ended(how: &str) -> Said {
    Said::new(
        format!(
            "pengolahan berkas ini berhenti mendadak ({how}); berkas lain dan keputusan Anda tidak terganggu. Ulangi sekali lagi; bila terjadi lagi, laporkan kepada pembuat rapikan, bila mungkin beserta berkasnya."
        ),
        format!(
            "work on the file ended all of a sudden ({how}); other files and your decisions are untouched. Try once more; if it happens again, report it to the makers of rapikan, with the file if you may."
        ),
    )
}

/// No worker can be started.
pub(super) fn unstartable(error: &io::Error) -> Said {
    Said::new(
        format!(
            "proses untuk membaca berkas ini tidak dapat dimulai ({error}), jadi berkasnya belum dibaca; tutup program lain, lalu coba sekali lagi."
        ),
        format!(
            "no process to read the file can be started ({error}), so it was not read; close other programs and try once more."
        ),
    )
}

/// Whoever asked for it went away.
pub(super) fn stopped() -> Said {
    Said::new(
        "pengolahan berkas ini dibatalkan, jadi tidak ada hasil; letakkan sekali lagi bila masih diperlukan.",
        "work on the file was cancelled, so there is no result; drop it once more if you still need it.",
    )
}

/// A request that did not come whole in time.
pub(super) fn unfinished() -> Said {
    Said::new(
        "kiriman ini terputus di tengah jalan, jadi tidak ada yang dilakukan; coba sekali lagi.",
        "this request did not come whole, so nothing was done; try once more.",
    )
}

/// The disk refused what the server wanted to write.
pub(super) fn disk(error: &io::Error) -> Said {
    Said::new(
        format!(
            "komputer ini tidak dapat menyimpan berkas sementara ({error}); kosongkan ruang disk, lalu coba lagi."
        ),
        format!(
            "this computer cannot store a temporary file ({error}); make room on the disk and try again."
        ),
    )
}

/// The change was made on an older state of the file.
pub(super) fn older() -> Said {
    Said::new(
        "berkas ini baru saja diubah di tab lain, jadi keadaannya dimuat ulang lalu keputusan Anda ditambahkan.",
        "the file was just changed in another tab, so it is loaded anew and your decision added.",
    )
}

/// Decisions that are all held already.
pub(super) fn held_already(count: usize) -> Said {
    Said::new(
        format!("{count} keputusan di berkas itu sudah ada semuanya, jadi tidak ada yang berubah."),
        format!("the {count} decisions in that file are all there already, so nothing changed."),
    )
}

/// Consents to repairs that the file does not have.
pub(super) fn strange_consents(count: usize) -> Said {
    Said::new(
        format!(
            "{count} persetujuan di berkas itu tentang perbaikan yang tidak ada di sini, jadi tidak dipakai; periksa perbaikannya sekali lagi."
        ),
        format!(
            "{count} consents in that file are about repairs that are not here, so they are not used; look at the repairs once more."
        ),
    )
}

/// A decision that fits by itself, and not beside the others.
pub(super) fn not_together() -> Said {
    Said::new(
        "bersama keputusan yang lain keputusan ini tidak dapat diikuti; putuskan sekali lagi di sel itu.",
        "beside the other decisions this one cannot be followed; decide once more at that cell.",
    )
}

/// A file of decisions in which none is about what is open.
pub(super) fn about_another_file(why: Option<&Said>) -> Said {
    let more = |text: Option<&str>| text.map(|text| format!(" ({text})")).unwrap_or_default();
    Said::new(
        format!(
            "tidak ada keputusan untuk berkas yang sedang dibuka di situ, jadi tidak ada yang berubah; pilih berkas keputusan yang diunduh dari berkas ini, atau buku hasil yang kolom Keputusannya diisi{}.",
            more(why.map(|said| said.indonesian.as_str()))
        ),
        format!(
            "it holds no decision about the open file, so nothing changed; choose the decisions that were saved of this file, or a result workbook whose column Decision is filled in{}.",
            more(why.map(|said| said.english.as_str()))
        ),
    )
}

/// Files of which none can be merged, and why each cannot.
pub(super) fn nothing_merged(left: &[LeftOut]) -> Said {
    let reasons = |language: Language| {
        let told = left.iter().map(|left| format!("{}: {}", left.file, left.reason.within(language)));
        told.collect::<Vec<_>>().join(" · ")
    };
    Said::new(
        format!(
            "tidak ada berkas yang dapat digabungkan, jadi tidak ada yang ditulis. {}",
            reasons(Language::Indonesian)
        ),
        format!("no file could be merged, so nothing was written. {}", reasons(Language::English)),
    )
}

/// Something of which there is nothing to save.
pub(super) fn nothing_to_save() -> Said {
    Said::new(
        "tidak ada yang perlu ditulis di situ untuk berkas ini.",
        "there is nothing to write there for this file.",
    )
}
