//! About the standard streams, and about what is done when nothing is to be written.

use std::io;

use crate::model::Said;

/// Standard input is named more than once.
pub(in crate::cli) fn stdin_twice() -> Said {
    Said::new(
        "masukan standar (-) hanya dapat dibaca sekali; sebutkan - satu kali, dan yang lain sebagai berkas.",
        "standard input (-) can be read only once; name - once, and the others as files.",
    )
}

/// The model and the workbook were both wanted on standard output.
pub(in crate::cli) fn stdout_twice() -> Said {
    Said::new(
        "--json dan -o - sama-sama menulis ke keluaran standar; sebutkan berkas untuk -o, atau hapus salah satunya.",
        "--json and -o - both write to standard output; name a file for -o, or leave one of them out.",
    )
}

/// Standard input cannot be read.
pub(in crate::cli) fn no_stdin(error: &io::Error) -> Said {
    Said::new(
        format!(
            "masukan standar (-) tidak dapat dibaca: {error}; simpan sebagai berkas, lalu sebutkan berkasnya."
        ),
        format!("standard input (-) cannot be read: {error}; save it as a file, and name the file."),
    )
}

/// A workbook would be written onto a terminal.
pub(in crate::cli) fn no_workbook_on_terminal() -> Said {
    Said::new(
        "buku kerja tidak ditampilkan di terminal; sebutkan berkasnya dengan -o BERKAS.xlsx, atau alihkan keluarannya dengan > BERKAS.xlsx.",
        "a workbook is not shown on a terminal; name its file with -o FILE.xlsx, or redirect the output with > FILE.xlsx.",
    )
}

/// Standard input beside other inputs whose results go to a folder.
pub(in crate::cli) fn stdin_alone() -> Said {
    Said::new(
        "masukan standar (-) tidak bernama, jadi tidak diolah bersama berkas lain; sebutkan - sendiri, atau simpan sebagai berkas.",
        "standard input (-) has no name, so it is not converted together with other files; name - alone, or save it as a file.",
    )
}

/// Nobody hears a result any more.
pub(in crate::cli) fn not_delivered(error: &io::Error) -> Said {
    Said::new(
        format!("keluaran standar tidak dapat ditulisi, jadi hasilnya tidak lengkap: {error}."),
        format!("standard output cannot be written, so the result is not whole: {error}."),
    )
}

/// The end of a dry run.
pub(in crate::cli) fn nothing_written() -> Said {
    Said::new("Hanya percobaan (--dry-run): tidak ada yang ditulis.", "A dry run only: nothing was written.")
}
